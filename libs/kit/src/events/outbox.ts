import type { EventDefinition, EventEnvelope } from '@dataos/contracts-core';
import type { EventBus } from '@dataos/kit-bus';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { EVENT_BUS, LOGGER, SERVICE } from '../app/tokens.js';
import type { ServiceDefinition } from '../app/service.js';
import { OutboxRow } from '../database/kit-tables.js';
import type { Logger } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { currentTraceparent } from '../observability/trace.js';

const BATCH = 200;
/** So long an event waits for others to go with it, and so long the publisher rests between two batches. */
const GATHER_MS = 20;
const REST_MS = 200;
/** A transaction commits some time after it appended: looked for often at first, and then for what another replica left. */
const FRESH_MS = 1_000;
const IDLE_MS = 1_000;

/** An event made ready. Appended twice, it is the same event for whoever hears of it. */
export interface PreparedEvent { readonly topic: string; readonly key: string; readonly envelope: EventEnvelope }

/** Events written in the transaction of the change they tell of, and published afterwards, in order, at least once. */
@Injectable()
export class Outbox implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private due = 0;
  private drainedAt = 0;
  private running: Promise<void> = Promise.resolve();
  private closed = false;
  private appendedAt = 0;
  private declared = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Appends the fact `data` about `subject`; it exists if and only if `tx` commits. */
  async append<Data extends z.ZodType>(tx: EntityManager, event: EventDefinition<Data>, subject: string, data: z.input<Data>): Promise<void> {
    await tx.insert(OutboxRow, this.prepare(event, subject, data));
    this.appended();
  }

  /** The fact `data` about `subject`, for `appendWith`. */
  prepare<Data extends z.ZodType>(event: EventDefinition<Data>, subject: string, data: z.input<Data>): PreparedEvent {
    if (!(this.service.publishes ?? []).some(({ name }) => name === event.topic)) throw new Error(`${this.service.name} does not own the topic ${event.topic}; name it in \`publishes\``);
    const traceparent = currentTraceparent();
    const envelope: EventEnvelope = {
      specversion: '1.0', id: uuidv7(), source: this.service.name, type: event.type, subject, time: new Date().toISOString(),
      dataversion: event.version, datacontenttype: 'application/json', data: event.data.parse(data), ...(traceparent === undefined ? {} : { traceparent }),
    };
    return { topic: event.topic, key: subject, envelope };
  }

  /** Makes the change of `statement` and appends `events` in one statement: one round trip, one commit, all or nothing. */
  async appendWith(statement: string, parameters: readonly unknown[], events: readonly PreparedEvent[]): Promise<void> {
    const text = `WITH "change" AS (${statement}) INSERT INTO "outbox" ("topic", "key", "envelope") SELECT * FROM jsonb_to_recordset($${parameters.length + 1}::jsonb) AS e("topic" text, "key" text, "envelope" jsonb)`;
    await this.dataSource.query(text, [...parameters, JSON.stringify(events)]);
    if (events.length > 0) this.appended();
  }

  onApplicationBootstrap(): void {
    this.metrics.watch({ name: 'outbox_depth', help: 'Events written but not yet published' }, async () => [{ value: await this.dataSource.getRepository(OutboxRow).count() }]);
    this.nudge(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private appended(): void {
    this.appendedAt = Date.now();
    this.nudge(GATHER_MS);
  }

  /** Plans a batch in `ms`, or as soon as the rest after the last one is over. An earlier plan stands, or a busy service would never publish. */
  private nudge(ms: number): void {
    if (this.closed) return;
    const due = Math.max(Date.now() + ms, this.drainedAt + REST_MS);
    if (this.timer !== undefined && this.due <= due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.running = this.running.then(() => this.drain());
    }, Math.max(0, due - Date.now()));
  }

  private async drain(): Promise<void> {
    try {
      if (!this.declared) await this.bus.declare(this.service.publishes ?? []);
      this.declared = true;
      // A look of its own accord is one statement: nearly always there is nothing.
      if (this.isFresh || await this.hasLeft()) while (!this.closed && (await this.publishBatch()) === BATCH);
      this.drainedAt = Date.now();
      this.nudge(this.isFresh ? REST_MS : IDLE_MS);
    } catch (error) {
      this.logger.warn({ err: error }, 'outbox waits for the event log');
      this.nudge(2_000);
    }
  }

  private get isFresh(): boolean {
    return Date.now() - this.appendedAt < FRESH_MS;
  }

  private async hasLeft(): Promise<boolean> {
    const [found] = (await this.dataSource.query('SELECT EXISTS (SELECT 1 FROM "outbox") AS "left"')) as { left: boolean }[];
    return found?.left === true;
  }

  /** One replica publishes at a time, so that the order of a key holds; rows go only after the broker has them. */
  private publishBatch(): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      // What a crash brings back is published again, which consumers bear; nobody waits for the disk here.
      await tx.query('SET LOCAL synchronous_commit = off');
      const lock = (await tx.query('SELECT pg_try_advisory_xact_lock(71080) AS mine')) as { mine: boolean }[];
      if (!lock[0]?.mine) return 0;
      const rows: OutboxRow[] = await tx.query('SELECT "position", "topic", "key", "envelope" FROM "outbox" ORDER BY "position" LIMIT $1', [BATCH]);
      if (rows.length === 0) return 0;
      await this.bus.publish(rows);
      await tx.query('DELETE FROM "outbox" WHERE "position" = ANY($1)', [rows.map(({ position }) => position)]);
      return rows.length;
    });
  }
}
