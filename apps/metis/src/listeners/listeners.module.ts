import { Module } from '@nestjs/common';
import { AssetsModule } from '../assets/assets.module.js';
import { LineageModule } from '../lineage/lineage.module.js';
import { DepotsListener } from './depots.listener.js';

@Module({ imports: [AssetsModule, LineageModule], providers: [DepotsListener] })
export class ListenersModule {}
