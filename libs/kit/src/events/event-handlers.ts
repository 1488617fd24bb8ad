import type { EventEnvelope } from '@dataos/contracts-core';
import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';
import { InboxRow } from '../database/kit-tables.js';
import { Metrics } from '../observability/metrics.js';
import { withTrace } from '../observability/trace.js';
import { HANDLES_EVENT, type Listening } from './handles.js';

type Run = (event: unknown, tx: EntityManager) => Promise<void>;
export interface Handler extends Listening { readonly name: string; readonly run: Run }

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
      const prototype = Object.getPrototypeOf(instance) as Record<string, Run>;
      return scanner.getAllMethodNames(prototype).flatMap((method) => {
        const listening = Reflect.getMetadata(HANDLES_EVENT, prototype[method] ?? {}) as Listening | undefined;
        if (listening === undefined) return [];
        const owner = instance as typeof prototype;
        return [{ name: `${instance.constructor.name}.${method}`, ...listening, run: (data: unknown, tx: EntityManager) => owner[method]?.(data, tx) ?? Promise.resolve() }];
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

  applied({ name }: Handler, { id }: EventEnvelope): Promise<boolean> {
    return this.dataSource.getRepository(InboxRow).existsBy({ handler: name, event: id });
  }

  count({ type }: EventEnvelope, outcome: 'done' | 'duplicate' | 'failed'): void {
    this.metrics.eventsHandled.inc({ type, outcome });
  }
}

async function once(tx: EntityManager, handler: Handler, envelope: EventEnvelope, also: (tx: EntityManager) => Promise<void>): Promise<boolean> {
  const inserted = (await tx.query('INSERT INTO "inbox" ("handler", "event") VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING "event"', [handler.name, envelope.id])) as unknown[];
  const fresh = inserted.length > 0;
  if (fresh) await handler.run({ ...envelope, data: handler.event.data.parse(envelope.data) }, tx);
  await also(tx);
  return fresh;
}

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
