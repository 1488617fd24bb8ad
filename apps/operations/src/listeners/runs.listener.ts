import type { EventOf } from '@dataos/contracts-core';
import { RunFinished, RunStarted } from '@dataos/contracts-poros';
import { HandlesEvent } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PodStore } from '../pods/pod.store.js';
import { observeJob } from '../processes/observe.js';

/** Jobs of workflows as pods. */
@Injectable()
export class RunsListener {
  constructor(private readonly pods: PodStore) {}

  @HandlesEvent(RunStarted)
  started(event: EventOf<typeof RunStarted>, tx: EntityManager): Promise<void> {
    return this.record(event, tx);
  }

  @HandlesEvent(RunFinished)
  finished(event: EventOf<typeof RunFinished>, tx: EntityManager): Promise<void> {
    return this.record(event, tx);
  }

  private async record(event: Parameters<typeof observeJob>[0], tx: EntityManager): Promise<void> {
    const observation = observeJob(event);
    if (observation !== undefined) await this.pods.record(tx, [observation]);
  }
}
