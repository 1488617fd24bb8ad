import { EventEnvelope, type EventDefinition } from '@dataos/contracts-core';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { ACCESS, EVENT_BUS, LOGGER, SERVICE } from '../app/tokens.js';
import type { ServiceDefinition } from '../app/service.js';
import { CachedAccess } from '../auth/cached-access.js';
import { DeadLetterRow, InboxRow } from '../database/kit-tables.js';
import type { Logger } from '../observability/logger.js';
import { withTrace } from '../observability/trace.js';
import type { EventBus, Message } from './event-bus.js';
import { HANDLES_EVENT } from './handles.js';

interface Handler { readonly name: string; readonly event: EventDefinition; readonly run: (event: unknown, tx: EntityManager) => Promise<void> }

const ATTEMPTS = 5;

/** Subscribes the service's listeners: parse, de-duplicate, retry with growing delay, then park visibly. */
@Injectable()
export class Listeners implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly dataSource: DataSource,
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(ACCESS) private readonly access: unknown,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const handlers = this.findHandlers();
    const topics = [...new Set(handlers.map(({ event }) => event.topic))];
    if (topics.length > 0) await this.bus.subscribe({ group: this.service.name, topics, from: 'earliest', handle: (message) => this.dispatch(handlers, message) });
    await this.followAccess();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.bus.close();
  }

  /** Every replica has a cache of its own, so every replica must hear of a change: a group per process. */
  private async followAccess(): Promise<void> {
    const events = this.service.accessInvalidatedBy ?? [];
    if (events.length === 0 || !(this.access instanceof CachedAccess)) return;
    const cache = this.access;
    await this.bus.subscribe({
      group: `${this.service.name}.access.${randomUUID()}`, topics: [...new Set(events.map(({ topic }) => topic))], from: 'latest',
      handle: async () => cache.clear(),
    });
  }

  private findHandlers(): Handler[] {
    const scanner = new MetadataScanner();
    return this.discovery.getProviders().flatMap(({ instance }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, (event: unknown, tx: EntityManager) => Promise<void>>;
      return scanner.getAllMethodNames(prototype).flatMap((method) => {
        const event = Reflect.getMetadata(HANDLES_EVENT, prototype[method] ?? {}) as EventDefinition | undefined;
        if (event === undefined) return [];
        const owner = instance as typeof prototype;
        return [{ name: `${instance.constructor.name}.${method}`, event, run: (data: unknown, tx: EntityManager) => owner[method]?.(data, tx) ?? Promise.resolve() }];
      });
    });
  }

  private async dispatch(handlers: readonly Handler[], message: Message): Promise<void> {
    const envelope = EventEnvelope.safeParse(message.envelope);
    if (!envelope.success) {
      await this.park('envelope', message.envelope, envelope.error.message);
      return;
    }
    for (const handler of handlers) {
      if (handler.event.type === envelope.data.type) await withTrace(envelope.data.traceparent, () => this.handle(handler, envelope.data), `${envelope.data.type} ${handler.name}`);
    }
  }

  private async handle(handler: Handler, envelope: EventEnvelope): Promise<void> {
    const data = handler.event.data.safeParse(envelope.data);
    if (!data.success || envelope.dataversion > handler.event.version) {
      await this.park(handler.name, envelope, data.success ? `version ${envelope.dataversion} is newer than ${handler.event.version}` : data.error.message);
      return;
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.once(handler, { ...envelope, data: data.data });
        return;
      } catch (error) {
        this.logger.warn({ err: error, handler: handler.name, event: envelope.id, attempt }, 'event handler failed');
        if (attempt >= ATTEMPTS) {
          await this.park(handler.name, envelope, error instanceof Error ? error.message : String(error));
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 100 * 4 ** (attempt - 1)));
      }
    }
  }

  private async once(handler: Handler, event: EventEnvelope): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const fresh = await tx.createQueryBuilder().insert().into(InboxRow).values({ handler: handler.name, event: event.id }).orIgnore().returning('event').execute();
      if ((fresh.raw as unknown[]).length > 0) await handler.run(event, tx);
    });
  }

  private async park(handler: string, envelope: unknown, reason: string): Promise<void> {
    this.logger.error({ handler, reason }, 'event parked as dead letter');
    await this.dataSource.getRepository(DeadLetterRow).insert({ handler, envelope: (typeof envelope === 'object' && envelope !== null ? envelope : { raw: String(envelope) }) as object, reason });
  }
}
