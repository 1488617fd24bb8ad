import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { minervaApi } from '@dataos/contracts-minerva';
import { clientProvider, kitModule } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { DEPOT, HEIMDALL, METIS, MINERVA } from './config.js';
import { BundleWorker } from './reconcile/bundle.worker.js';
import { PeersWorker } from './reconcile/peers.worker.js';
import { Reconciler } from './reconcile/reconciler.js';
import { ResourceStore } from './resources/resource.store.js';
import { ResourcesController } from './resources/resources.controller.js';
import { ResourcesService } from './resources/resources.service.js';
import { localRuntimeProvider } from './runs/jobs.runtime.js';
import { RunStore } from './runs/run.store.js';
import { RunsController } from './runs/runs.controller.js';
import { RunsService } from './runs/runs.service.js';
import { WorkflowWorker } from './runs/workflow.worker.js';
import { service } from './service.js';

const patience = { timeoutMs: 20_000 };

@Module({
  imports: [kitModule(service)],
  controllers: [ResourcesController, RunsController],
  providers: [
    ResourceStore, ResourcesService, RunStore, RunsService, localRuntimeProvider, PeersWorker, BundleWorker, WorkflowWorker, Reconciler,
    clientProvider(HEIMDALL, heimdallApi, 'HEIMDALL_URL', patience), clientProvider(DEPOT, depotApi, 'DEPOT_SERVICE_URL', patience),
    clientProvider(METIS, metisApi, 'METIS_URL', patience), clientProvider(MINERVA, minervaApi, 'MINERVA_GATEWAY_URL', patience),
  ],
})
export class AppModule {}
