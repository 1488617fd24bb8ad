import { kitModule } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { OdinModule } from './odin.module.js';
import { service } from './service.js';

@Module({ imports: [kitModule(service), OdinModule] })
export class AppModule {}
