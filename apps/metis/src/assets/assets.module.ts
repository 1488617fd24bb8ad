import { heimdallApi } from '@dataos/contracts-heimdall';
import { clientProvider } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { HEIMDALL } from '../config.js';
import { SearchRepository } from '../search/search.repository.js';
import { AssetsController } from './assets.controller.js';
import { AssetsService } from './assets.service.js';
import { Catalog } from './catalog.js';
import { DataAccess } from './data-access.js';

@Module({
  controllers: [AssetsController],
  providers: [Catalog, AssetsService, SearchRepository, DataAccess, clientProvider(HEIMDALL, heimdallApi, 'HEIMDALL_URL', { timeoutMs: 5_000 })],
  exports: [AssetsService, HEIMDALL, Catalog],
})
export class AssetsModule {}
