import { kitModule } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { HeimdallModule } from './heimdall.module.js';
import { service } from './service.js';

@Module({ imports: [kitModule(service), HeimdallModule] })
export class AppModule {}
