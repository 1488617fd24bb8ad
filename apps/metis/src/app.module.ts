import { kitModule } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { AssetsModule } from './assets/assets.module.js';
import { LineageModule } from './lineage/lineage.module.js';
import { ListenersModule } from './listeners/listeners.module.js';
import { ProductsModule } from './products/products.module.js';
import { ScansModule } from './scans/scans.module.js';
import { service } from './service.js';

@Module({ imports: [kitModule(service), AssetsModule, ScansModule, LineageModule, ProductsModule, ListenersModule] })
export class AppModule {}
