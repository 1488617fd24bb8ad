import { kitModule } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { ServicesController } from './health/services.controller.js';
import { ServicesHealth } from './health/services.health.js';
import { EnginesListener } from './listeners/engines.listener.js';
import { RunsListener } from './listeners/runs.listener.js';
import { PodsController } from './pods/pods.controller.js';
import { PodsService } from './pods/pods.service.js';
import { PodStore } from './pods/pod.store.js';
import { SupervisorFile } from './processes/supervisor.file.js';
import { Poller } from './sampling/poller.js';
import { service } from './service.js';

@Module({
  imports: [kitModule(service)],
  controllers: [PodsController, ServicesController],
  providers: [PodStore, PodsService, SupervisorFile, Poller, EnginesListener, RunsListener, ServicesHealth],
})
export class AppModule {}
