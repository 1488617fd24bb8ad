import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { clientProvider } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { DEPOT, HEIMDALL, METIS } from '../config.js';
import { LakeModule } from '../lake/lake.module.js';
import { ObjectTables } from '../objects/object-tables.service.js';
import { Catalogue } from './catalogue.service.js';
import { DecisionsService } from './decisions.service.js';

@Module({
  imports: [LakeModule],
  providers: [
    Catalogue, DecisionsService, ObjectTables, clientProvider(HEIMDALL, heimdallApi, 'HEIMDALL_URL', { timeoutMs: 10_000 }),
    clientProvider(DEPOT, depotApi, 'DEPOT_SERVICE_URL'), clientProvider(METIS, metisApi, 'METIS_URL', { timeoutMs: 10_000 }),
  ],
  exports: [Catalogue, DecisionsService, LakeModule],
})
export class CatalogueModule {}
