import { kitModule } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { ClustersModule } from './clusters/clusters.module.js';
import { ExternalAuthModule } from './external-auth/external-auth.module.js';
import { QueriesModule } from './queries/queries.module.js';
import { service } from './service.js';
import { StatementsModule } from './statements/statements.module.js';

@Module({ imports: [kitModule(service), ClustersModule, ExternalAuthModule, QueriesModule, StatementsModule] })
export class AppModule {}
