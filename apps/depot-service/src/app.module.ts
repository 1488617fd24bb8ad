import { heimdallApi } from '@dataos/contracts-heimdall';
import { clientProvider, kitModule } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { DatasetsController } from './datasets/datasets.controller.js';
import { DatasetsService } from './datasets/datasets.service.js';
import { DepotsController } from './depots/depots.controller.js';
import { DepotsService } from './depots/depots.service.js';
import { Credentials, HEIMDALL } from './secrets/credentials.js';
import { service } from './service.js';

@Module({
  imports: [kitModule(service)],
  controllers: [DepotsController, DatasetsController],
  providers: [DepotsService, DatasetsService, Credentials, clientProvider(HEIMDALL, heimdallApi, 'HEIMDALL_URL')],
})
export class AppModule {}
