import type { Pod } from '@dataos/contracts-operations';
import { CONFIG, LOGGER, type Logger } from '@dataos/kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import type { OperationsConfig } from '../config.js';
import { endVanished, measure, merge, type Observation } from '../pods/merge.js';
import { POD_LOCK, PodStore } from '../pods/pod.store.js';
import { PodEntity } from '../pods/pod.entity.js';
import { observeProcess } from '../processes/observe.js';
import { SupervisorFile } from '../processes/supervisor.file.js';
import { usageOf } from '../processes/usage.js';
import { SampleEntity } from './sample.entity.js';

const HOUR_MS = 3_600_000;

/** Looks at all processes every few seconds: who lives, who ended, what each uses. */
@Injectable()
export class Poller implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly pods: PodStore,
    private readonly supervisor: SupervisorFile,
    @Inject(CONFIG) private readonly config: OperationsConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.plan(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private plan(ms: number): void {
    if (this.closed) return;
    this.timer = setTimeout(() => {
      this.running = this.tick()
        .catch((error: unknown) => this.logger.warn({ err: error }, 'processes could not be looked at'))
        .then(() => this.plan(this.config.SAMPLE_EVERY_MS));
    }, ms);
  }

  /** One look. Replicas share the work: who does not get the lock, or comes right after another, takes no samples. */
  tick(): Promise<void> {
    return this.dataSource.transaction(async (tx) => {
      const lock = (await tx.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [POD_LOCK])) as { mine: boolean }[];
      if (!lock[0]?.mine) return;
      const now = new Date();
      const observed = await this.observe();
      const pods = merge(await this.pods.concerned(tx, observed), observed);
      const isDue = await this.isDue(tx, now);
      await this.pods.save(tx, isDue ? await this.sample(tx, pods, now) : pods);
      if (isDue) await this.prune(tx, now);
    });
  }

  /** A file that cannot be read says nothing about services; engines and jobs are looked at all the same. */
  private async observe(): Promise<Observation[]> {
    try {
      return (await this.supervisor.read()).map(observeProcess);
    } catch (error) {
      this.logger.warn({ err: error }, 'the supervisor file cannot be read');
      return [];
    }
  }

  private async isDue(tx: EntityManager, now: Date): Promise<boolean> {
    const [latest] = await tx.find(SampleEntity, { order: { at: 'DESC' }, take: 1 });
    return latest === undefined || now.getTime() - latest.at.getTime() >= this.config.SAMPLE_EVERY_MS * 0.8;
  }

  private async sample(tx: EntityManager, pods: readonly Pod[], now: Date): Promise<Pod[]> {
    const at = now.toISOString();
    const live = pods.filter(({ phase }) => phase === 'pending' || phase === 'running');
    const measured = measure(pods, await usageOf(live.flatMap(({ pid }) => pid ?? [])), at);
    const samples = measured.flatMap(({ id, usage }) => (usage?.at === at ? [{ pod: id, at: now, cpu: usage.cpu, memory: String(usage.memory) }] : []));
    if (samples.length > 0) await tx.insert(SampleEntity, samples);
    return endVanished(measured, at, Math.max(10_000, this.config.SAMPLE_EVERY_MS * 3));
  }

  private async prune(tx: EntityManager, now: Date): Promise<void> {
    const before = (ms: number) => LessThan(new Date(now.getTime() - ms));
    await tx.delete(SampleEntity, { at: before(this.config.SAMPLE_RETENTION_HOURS * HOUR_MS) });
    await tx.delete(PodEntity, { finishedAt: before(this.config.HISTORY_DAYS * 24 * HOUR_MS) });
  }
}
