import { DomainError } from '@dataos/contracts-core';
import { HandlesJob, HandlesSchedule, LOGGER, type Logger } from '@dataos/kit';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { ResourceRow } from '../resources/resource.entity.js';
import { ResourceStore } from '../resources/resource.store.js';
import { idOf } from '../resources/resource.view.js';
import { WorkflowWorker } from '../runs/workflow.worker.js';
import { BundleWorker } from './bundle.worker.js';
import { PeersWorker } from './peers.worker.js';
import { backOff, deletingState, nextState, type Observation } from './state.js';
import { failed, type Worker } from './worker.js';

const BUSY_AGAIN_MS = 200;

/** Looks at one resource at a time, acts, and records what came of it. Where it stopped does not matter: the next look starts from what is. */
@Injectable()
export class Reconciler implements OnApplicationBootstrap {
  private readonly workers: readonly Worker[];

  constructor(
    private readonly dataSource: DataSource, private readonly store: ResourceStore, @Inject(LOGGER) private readonly logger: Logger,
    peers: PeersWorker, bundles: BundleWorker, workflows: WorkflowWorker,
  ) {
    this.workers = [peers, bundles, workflows];
  }

  /** Jobs of a process that was killed stay locked for hours; fresh ones go on at once. */
  async onApplicationBootstrap(): Promise<void> {
    await this.store.wakeAll();
  }

  @HandlesSchedule('*/5 * * * *', 'resync')
  async resync(): Promise<void> {
    await this.store.wakeAll();
  }

  @HandlesJob('reconcile')
  async run(payload: unknown): Promise<void> {
    const { uid } = z.object({ uid: z.uuid() }).parse(payload);
    const runner = this.dataSource.createQueryRunner();
    try {
      // One look at a resource at a time, over all replicas; the lock goes with the connection.
      const [lock] = (await runner.query('SELECT pg_try_advisory_lock(hashtextextended($1, 2)) AS mine', [uid])) as { mine: boolean }[];
      if (!lock?.mine) return await this.store.wake(this.dataSource.manager, uid, BUSY_AGAIN_MS);
      try {
        const row = await this.store.find(uid);
        if (row !== null) await (row.deletingAt === null ? this.reconcile(row) : this.remove(row));
      } finally {
        await runner.query('SELECT pg_advisory_unlock(hashtextextended($1, 2))', [uid]);
      }
    } finally {
      await runner.release();
    }
  }

  private async reconcile(row: ResourceRow): Promise<void> {
    const seen = await this.attempt(row, (worker) => worker.reconcile(row));
    const failures = seen.result === 'failed' ? row.failures + 1 : 0;
    const again = seen.againInMs ?? (seen.result === 'failed' ? backOff(row.failures) : undefined);
    await this.store.record(row, nextState(row.state, seen, row.generation, new Date()), {
      failures, againInMs: again, ...('nextRunAt' in seen ? { nextRunAt: seen.nextRunAt as Date | null } : {}),
    });
  }

  private async remove(row: ResourceRow): Promise<void> {
    const seen = await this.attempt(row, (worker) => worker.remove(row));
    if (seen.result === 'built') return this.store.remove(row);
    const failures = seen.result === 'failed' ? row.failures + 1 : 0;
    await this.store.record(row, deletingState(row.state, seen.info, row.generation, new Date()), { failures, againInMs: seen.againInMs ?? backOff(row.failures) });
  }

  private async attempt(row: ResourceRow, work: (worker: Worker) => Promise<Observation>): Promise<Observation> {
    const worker = this.workers.find(({ types }) => types.includes(row.type));
    if (worker === undefined) return failed(`nothing makes resources of the type ${row.type}`);
    try {
      return await work(worker);
    } catch (error) {
      // What peers say is meant for the owner; other failures may hold anything, so they only go to the log.
      if (!DomainError.is(error)) this.logger.error({ err: error, resource: idOf(row) }, 'reconcile failed');
      return failed(DomainError.is(error) ? error.detail : 'the reconciler failed; the log of poros says why');
    }
  }
}
