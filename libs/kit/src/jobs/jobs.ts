import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy, SetMetadata } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Logger as WorkerLogger, parseCronItems, type ParsedCronItem, run, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import type { EntityManager } from 'typeorm';
import { EventEmitter } from 'node:events';
import { CONFIG, LOGGER } from '../app/tokens.js';
import type { BaseConfig } from '../config/config.js';
import type { Logger } from '../observability/logger.js';
import { DeadWorkers } from './dead-workers.js';

const HANDLES_JOB = 'kit:handles-job';
const HANDLES_SCHEDULE = 'kit:handles-schedule';

export interface JobContext { readonly attempt: number; readonly signal: AbortSignal }
export interface JobOptions {
  /** At most one pending job per key; enqueuing again moves it to the new payload and time. */
  readonly key?: string;
  readonly runAt?: Date;
  readonly maxAttempts?: number;
}

/** Marks a provider's method as the worker of a job; a throw retries it with growing delay. */
export const HandlesJob = (name: string): MethodDecorator => SetMetadata(HANDLES_JOB, name);
/** Marks a provider's method to run by cron (UTC); one replica runs each tick. */
export const HandlesSchedule = (cron: string, name: string): MethodDecorator => SetMetadata(HANDLES_SCHEDULE, { cron, name });

type Method = (payload: unknown, context: JobContext) => Promise<void>;

/** Durable background work in the service's own database (graphile-worker): leases, retries, delays, cron. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnModuleDestroy {
  private runner: Runner | undefined;
  private pool: Pool | undefined;
  private deadWorkers: DeadWorkers | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(CONFIG) private readonly config: BaseConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Enqueues in the transaction `tx`: the job exists if and only if it commits. */
  async enqueue(tx: EntityManager, name: string, payload: object, options: JobOptions = {}): Promise<void> {
    await tx.query('SELECT graphile_worker.add_job($1, $2::json, run_at => $3, max_attempts => $4, job_key => $5)', [
      name, JSON.stringify(payload), options.runAt ?? new Date(), options.maxAttempts ?? 25, options.key ?? null,
    ]);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { tasks, crons } = this.findHandlers();
    if (this.config.DATABASE_URL === undefined || Object.keys(tasks).length === 0) return;
    this.pool = new Pool({ connectionString: this.config.DATABASE_URL, max: 4, application_name: 'jobs' });
    const lost = (error: Error): void => this.logger.warn({ cause: error.message }, 'job connection lost');
    this.pool.on('error', lost).on('connect', (client) => client.on('error', lost));
    const deadWorkers = (this.deadWorkers = new DeadWorkers(this.config.DATABASE_URL, this.logger));
    const events = new EventEmitter();
    events.on('worker:create', ({ worker }: { worker: { workerId: string } }) => {
      deadWorkers.vouch(worker.workerId).catch((error: unknown) => this.logger.warn({ err: error }, 'cannot vouch for a worker'));
    });
    this.runner = await run({
      events,
      pgPool: this.pool, taskList: tasks, concurrency: 4, noHandleSignals: true, pollInterval: 2_000, parsedCronItems: crons,
      logger: new WorkerLogger(() => (level, message) => this.logger[level === 'error' ? 'warn' : 'debug']({ worker: message }, 'job worker')),
    });
    deadWorkers.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.runner?.stop();
    await this.deadWorkers?.stop();
    await this.pool?.end();
  }

  private findHandlers(): { tasks: TaskList; crons: ParsedCronItem[] } {
    const scanner = new MetadataScanner();
    const tasks: TaskList = {};
    const schedules: { task: string; match: string; identifier: string }[] = [];
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, Method>;
      for (const method of scanner.getAllMethodNames(prototype)) {
        const job = Reflect.getMetadata(HANDLES_JOB, prototype[method] ?? {}) as string | undefined;
        const schedule = Reflect.getMetadata(HANDLES_SCHEDULE, prototype[method] ?? {}) as { cron: string; name: string } | undefined;
        const name = job ?? schedule?.name;
        if (name === undefined) continue;
        tasks[name] = async (payload, helpers) => {
          await (instance as Record<string, Method>)[method]?.(payload, { attempt: helpers.job.attempts, signal: helpers.abortSignal ?? new AbortController().signal });
        };
        if (schedule !== undefined) schedules.push({ task: name, match: schedule.cron, identifier: name });
      }
    }
    return { tasks, crons: parseCronItems(schedules) };
  }
}

/** Creates or upgrades the job tables; part of a service's migration step. */
export async function migrateJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url });
}
