import { Module } from '@nestjs/common';
import { Audit } from './audit.service.js';
import { QueriesController } from './queries.controller.js';
import { QueriesService } from './queries.service.js';

@Module({ controllers: [QueriesController], providers: [Audit, QueriesService], exports: [Audit] })
export class QueriesModule {}
