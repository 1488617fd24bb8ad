import type { EventEnvelope } from '@dataos/contracts-core';
import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';
import { InboxRow } from '../database/kit-tables.js';
import { Metrics } from '../observability/metrics.js';
import { withTrace } from '../observability/trace.js';
import { HANDLES_EVENT, type Listening } from './handles.js';

export interface Handler extends Listening { readonly name: string; readonly run: (events: readonly unknown[], tx: EntityManager) => Promise<void> }

/** Begins the reason of every letter that waits for an upgrade of this service. */
export const NEWER = 'newer version: ';
/** Letters of the handler $1 that are one of the events $2 or wait for an upgrade ($4) with one of their subjects $3: what comes later must not come before them. */
export const HELD = `FROM "dead_letter" WHERE "handler" = $1 AND "envelope"->>'subject' = ANY($3) AND (starts_with("reason", $4) OR "envelope"->>'id' = ANY($2))`;
export const heldBy = ({ name }: Handler, envelopes: readonly EventEnvelope[]): unknown[] => [name, envelopes.map(({ id }) => id), [...new Set(envelopes.map(({ subject }) => subject))], NEWER];

/** Why an event cannot be given to a handler as it is; `newer` waits for the upgrade of this service. */
export interface Misfit { readonly newer: boolean; readonly reason: string }

/** The listeners of this service, and the one way an event reaches them: parsed, in a transaction, once. */
@Injectable()
export class EventHandlers {
  constructor(private readonly discovery: DiscoveryService, private readonly dataSource: DataSource, private readonly metrics: Metrics) {}

  all(): Handler[] {
    const scanner = new MetadataScanner();
    return this.discovery.getProviders().flatMap(({ instance }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, (given: unknown, tx: EntityManager) => Promise<void>>;
      return scanner.getAllMethodNames(prototype).flatMap((method) => {
        const listening = Reflect.getMetadata(HANDLES_EVENT, prototype[method] ?? {}) as Listening | undefined;
        if (listening === undefined) return [];
        const owner = instance as typeof prototype;
        const run: Handler['run'] = async (events, tx) => { for (const given of listening.together ? [events] : events) await owner[method]?.(given, tx); };
        return [{ name: `${instance.constructor.name}.${method}`, ...listening, run }];
      });
    });
  }

  /** Applies the event unless it was applied before, and `also` in the same transaction. */
  async apply(handler: Handler, envelope: EventEnvelope, also: (tx: EntityManager) => Promise<void> = async () => undefined): Promise<void> {
    try {
      const fresh = await withTrace(envelope.traceparent, () => this.dataSource.transaction((tx) => once(tx, handler, envelope, also)), `${envelope.type} ${handler.name}`);
      this.count(envelope, fresh ? 'done' : 'duplicate');
    } catch (error) {
      this.count(envelope, 'failed');
      throw error;
    }
  }

  /** Applies events in one transaction where all are understood, and none was applied, parked or has to wait; else nothing is done and it throws. */
  async applyFresh(handler: Handler, envelopes: readonly EventEnvelope[]): Promise<void> {
    if (envelopes.some((envelope) => misfitOf(handler, envelope) !== undefined)) throw new Error('not all of them are understood');
    const work = (): Promise<void> => this.dataSource.transaction(async (tx) => {
      const entered = (await tx.query(`INSERT INTO "inbox" ("handler", "event") SELECT $1, e::uuid FROM unnest($2::text[]) AS e WHERE NOT EXISTS (SELECT ${HELD}) ON CONFLICT DO NOTHING RETURNING "event"`, heldBy(handler, envelopes))) as unknown[];
      if (entered.length < envelopes.length) throw new Error('not all of them are fresh');
      await handler.run(envelopes.map((envelope) => readBy(handler, envelope)), tx);
    });
    await envelopes.reduce((inner, { traceparent, type }) => () => withTrace(traceparent, inner, `${type} ${handler.name}`), work)();
    for (const envelope of envelopes) this.count(envelope, 'done');
  }

  applied({ name }: Handler, { id }: EventEnvelope): Promise<boolean> {
    return this.dataSource.getRepository(InboxRow).existsBy({ handler: name, event: id });
  }

  count({ type }: EventEnvelope, outcome: 'done' | 'duplicate' | 'failed'): void {
    this.metrics.eventsHandled.inc({ type, outcome });
  }
}

async function once(tx: EntityManager, handler: Handler, envelope: EventEnvelope, also: (tx: EntityManager) => Promise<void>): Promise<boolean> {
  const fresh = ((await tx.query('INSERT INTO "inbox" ("handler", "event") VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING "event"', [handler.name, envelope.id])) as unknown[]).length > 0;
  if (fresh) await handler.run([readBy(handler, envelope)], tx);
  await also(tx);
  return fresh;
}

const readBy = ({ event }: Handler, envelope: EventEnvelope): unknown => ({ ...envelope, data: event.data.parse(envelope.data) });

/** Whether the event is one the handler does nothing about; one it does not understand is not. */
export function isUnwanted({ event, wants }: Handler, envelope: EventEnvelope): boolean {
  if (wants === undefined || envelope.dataversion > event.version) return false;
  const data = event.data.safeParse(envelope.data);
  return data.success && !wants(data.data as never);
}

/** The compatibility check: within a version data only gains what may be ignored; a newer version is not guessed at. */
export function misfitOf({ event }: Handler, envelope: EventEnvelope): Misfit | undefined {
  if (envelope.dataversion > event.version) return { newer: true, reason: `${envelope.dataversion}, this service knows ${event.version}` };
  const data = event.data.safeParse(envelope.data);
  return data.success ? undefined : { newer: false, reason: data.error.message };
}
