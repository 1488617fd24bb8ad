import { kitModule } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { DocsController } from './docs/docs.controller.js';
import { service } from './service.js';

@Module({ imports: [kitModule(service)], controllers: [DocsController] })
export class AppModule {}
