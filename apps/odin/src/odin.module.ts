import { heimdallApi } from '@dataos/contracts-heimdall';
import { clientProvider } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { VisibleGraphs } from './access/visible-graphs.js';
import { HEIMDALL } from './config.js';
import { ExploreController } from './explore/explore.controller.js';
import { ExploreService } from './explore/explore.service.js';
import { GraphListener } from './listeners/graph.listener.js';
import { SparqlController } from './sparql/sparql.controller.js';
import { SparqlService } from './sparql/sparql.service.js';
import { GraphReader } from './store/graph-reader.js';
import { GraphWriter } from './store/graph-writer.js';
import { Retention } from './store/retention.js';

@Module({
  controllers: [ExploreController, SparqlController],
  providers: [clientProvider(HEIMDALL, heimdallApi, 'HEIMDALL_URL'), VisibleGraphs, GraphReader, GraphWriter, Retention, GraphListener, ExploreService, SparqlService],
})
export class OdinModule {}
