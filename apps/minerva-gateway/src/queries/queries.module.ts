import { Module } from '@nestjs/common';
import { LineageDeliveries } from '../lineage/deliveries.service.js';
import { Audit } from './audit.service.js';
import { OwnQueries } from './own-queries.service.js';
import { QueriesController } from './queries.controller.js';
import { QueriesService } from './queries.service.js';

@Module({ controllers: [QueriesController], providers: [Audit, LineageDeliveries, OwnQueries, QueriesService], exports: [Audit, OwnQueries, QueriesService] })
export class QueriesModule {}
