import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ClustersModule } from '../clusters/clusters.module.js';
import { ExternalAuthModule } from '../external-auth/external-auth.module.js';
import { QueriesModule } from '../queries/queries.module.js';
import { Listing } from '../metadata/listing.service.js';
import { MetadataTables } from '../metadata/metadata-tables.service.js';
import { Commands } from './commands.service.js';
import { Definitions } from './definitions.service.js';
import { KeptResults } from './kept-results.js';
import { LiveController } from './live.controller.js';
import { LiveQueries } from './live-queries.js';
import { MetadataService } from './metadata.service.js';
import { Placement } from './placement.service.js';
import { Planner } from './planner.service.js';
import { QueryRunner } from './query-runner.js';
import { Schemas } from './schemas.service.js';
import { StatementsService } from './statements.service.js';
import { TenantsController } from './tenants.controller.js';
import { Transactions } from './transactions.js';
import { TrinoController } from './trino.controller.js';
import { TrinoListener } from './trino-listener.js';
import { WriteRights } from './write-rights.js';
import { Writes } from './writes.service.js';

@Module({
  imports: [CatalogueModule, ClustersModule, ExternalAuthModule, QueriesModule],
  controllers: [LiveController, TenantsController, TrinoController],
  providers: [
    Commands, Definitions, KeptResults, Listing, LiveQueries, MetadataService, MetadataTables, Placement, Planner, QueryRunner, Schemas, StatementsService, TrinoListener, WriteRights, Writes,
    { provide: Transactions, useFactory: () => new Transactions() },
  ],
})
export class StatementsModule {}
