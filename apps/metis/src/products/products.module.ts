import { Module } from '@nestjs/common';
import { AssetsModule } from '../assets/assets.module.js';
import { ProductsController } from './products.controller.js';
import { ProductsService } from './products.service.js';

@Module({ imports: [AssetsModule], controllers: [ProductsController], providers: [ProductsService] })
export class ProductsModule {}
