import { depotApi } from '@dataos/contracts-depot';
import { clientProvider } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { AssetsModule } from '../assets/assets.module.js';
import { DEPOT } from '../config.js';
import { DepotSource } from './depot-source.js';
import { ScanJob } from './scan.job.js';
import { ScanLog } from './scan-log.js';
import { Scanner } from './scanner.js';
import { ScansController } from './scans.controller.js';
import { ScansService } from './scans.service.js';

@Module({
  imports: [AssetsModule],
  controllers: [ScansController],
  providers: [ScansService, ScanLog, Scanner, ScanJob, DepotSource, clientProvider(DEPOT, depotApi, 'DEPOT_SERVICE_URL')],
  exports: [ScansService],
})
export class ScansModule {}
