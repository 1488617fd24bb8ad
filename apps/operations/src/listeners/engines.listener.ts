import type { EventOf } from '@dataos/contracts-core';
import { EngineStarted, EngineStopped } from '@dataos/contracts-minerva';
import { HandlesEvent } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PodStore } from '../pods/pod.store.js';
import { observeEngine, observeEngineEnd } from '../processes/observe.js';

/** Engines of clusters as pods. */
@Injectable()
export class EnginesListener {
  constructor(private readonly pods: PodStore) {}

  @HandlesEvent(EngineStarted)
  async started(event: EventOf<typeof EngineStarted>, tx: EntityManager): Promise<void> {
    await this.pods.record(tx, [observeEngine(event)]);
  }

  @HandlesEvent(EngineStopped)
  async stopped(event: EventOf<typeof EngineStopped>, tx: EntityManager): Promise<void> {
    const pod = await this.pods.findLive(tx, 'engine', event.data.cluster, event.data.pid);
    if (pod !== undefined) await this.pods.record(tx, [observeEngineEnd(pod, event)]);
  }
}
