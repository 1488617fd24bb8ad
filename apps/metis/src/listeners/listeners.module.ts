import { Module } from '@nestjs/common';
import { AssetsModule } from '../assets/assets.module.js';
import { LineageModule } from '../lineage/lineage.module.js';
import { ScansModule } from '../scans/scans.module.js';
import { DepotsListener } from './depots.listener.js';
import { QueriesListener } from './queries.listener.js';
import { RunsListener } from './runs.listener.js';

@Module({ imports: [AssetsModule, LineageModule, ScansModule], providers: [DepotsListener, QueriesListener, RunsListener] })
export class ListenersModule {}
