import { depotApi } from '@dataos/contracts-depot';
import { metisApi } from '@dataos/contracts-metis';
import { clientProvider } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { DEPOT, METIS } from '../config.js';
import { CatalogueJob } from './catalogue.job.js';
import { Lake } from './lake.service.js';

@Module({
  providers: [CatalogueJob, Lake, clientProvider(DEPOT, depotApi, 'DEPOT_SERVICE_URL'), clientProvider(METIS, metisApi, 'METIS_URL', { timeoutMs: 30_000 })],
  exports: [Lake],
})
export class LakeModule {}
