import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ClustersModule } from '../clusters/clusters.module.js';
import { QueriesModule } from '../queries/queries.module.js';
import { MetadataService } from './metadata.service.js';
import { QueryRunner } from './query-runner.js';
import { StatementsService } from './statements.service.js';
import { TrinoController } from './trino.controller.js';
import { TrinoListener } from './trino-listener.js';

@Module({
  imports: [CatalogueModule, ClustersModule, QueriesModule],
  controllers: [TrinoController],
  providers: [MetadataService, QueryRunner, StatementsService, TrinoListener],
})
export class StatementsModule {}
