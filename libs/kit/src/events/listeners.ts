import { EventEnvelope } from '@dataos/contracts-core';
import type { EventBus, Message } from '@dataos/kit-bus';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ACCESS, EVENT_BUS, LOGGER, SERVICE } from '../app/tokens.js';
import type { ServiceDefinition } from '../app/service.js';
import { CachedAccess } from '../auth/cached-access.js';
import type { Logger } from '../observability/logger.js';
import { DeadLetters } from './dead-letters.js';
import { EventHandlers, type Handler, isUnwanted, misfitOf } from './event-handlers.js';

const ATTEMPTS = 5;
/** So many events share a transaction at most. */
const TOGETHER = 100;

/** Subscribes the service's listeners: parse, de-duplicate, retry with growing delay, then park visibly. */
@Injectable()
export class Listeners implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly letters: DeadLetters,
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(ACCESS) private readonly access: unknown,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const handlers = this.handlers.all();
    await this.letters.replayUnderstood();
    const topics = [...new Set(handlers.map(({ event }) => event.topic))];
    if (topics.length > 0) await this.bus.subscribe({ group: this.service.name, topics, from: 'earliest', handle: (message, following) => this.dispatch(handlers, [message, ...following]) });
    await this.followAccess();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.bus.close();
  }

  /** Every replica has a cache of its own, so every replica must hear of a change: a group per process. */
  private async followAccess(): Promise<void> {
    const { access, service: { name, accessInvalidatedBy: events = [] } } = this;
    if (events.length === 0 || !(access instanceof CachedAccess)) return;
    await this.bus.subscribe({
      group: `${name}.access.${randomUUID()}`, topics: [...new Set(events.map(({ topic }) => topic))], from: 'latest', handle: async () => access.clear(),
    });
  }

  /** Hands on the first of these, and with it what follows if its only listener takes many; answers how many that were. */
  private async dispatch(handlers: readonly Handler[], [message, ...following]: readonly Message[]): Promise<number> {
    const envelope = EventEnvelope.safeParse(message?.envelope);
    if (!envelope.success) return this.letters.park('envelope', message?.envelope, { newer: false, reason: envelope.error.message }).then(() => 0);
    const listening = handlers.filter(({ event }) => event.type === envelope.data.type);
    const more = listening.length === 1 && listening[0]?.together === true ? following.slice(0, TOGETHER - 1).map((next) => EventEnvelope.safeParse(next.envelope)) : [];
    // Up to the first that goes another way: what comes after it must not come before it.
    const end = more.findIndex(({ data }) => data === undefined || (data.type !== envelope.data.type && handlers.some(({ event }) => event.type === data.type)));
    const taken = more.slice(0, end < 0 ? more.length : end);
    const envelopes = [envelope, ...taken].flatMap(({ data }) => (data?.type === envelope.data.type ? [data] : []));
    for (const handler of listening) await this.handleAll(handler, envelopes.filter((one) => !isUnwanted(handler, one)));
    return taken.length;
  }

  /** All in one transaction, or each for itself. */
  private async handleAll(handler: Handler, envelopes: readonly EventEnvelope[]): Promise<void> {
    if (envelopes.length === 0) return;
    try {
      await this.handlers.applyFresh(handler, envelopes);
    } catch (error) {
      this.logger.debug({ err: error, handler: handler.name, events: envelopes.length }, 'events are handled one by one');
      for (const envelope of envelopes) await this.handle(handler, envelope);
    }
  }

  private async handle(handler: Handler, envelope: EventEnvelope): Promise<void> {
    const held = await this.letters.holds(handler, envelope);
    const misfit = misfitOf(handler, envelope) ?? (held === 'earlier' ? { newer: true, reason: 'an earlier event of the subject waits for it' } : undefined);
    // What arrives again was parked or applied already; parked once more it would be there twice.
    if (held === 'itself' || (misfit !== undefined && await this.handlers.applied(handler, envelope))) return this.handlers.count(envelope, 'duplicate');
    if (misfit !== undefined) return this.letters.park(handler.name, envelope, misfit);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.handlers.apply(handler, envelope);
        return;
      } catch (error) {
        this.logger.warn({ err: error, handler: handler.name, event: envelope.id, attempt }, 'event handler failed');
        if (attempt >= ATTEMPTS) return this.letters.park(handler.name, envelope, { newer: false, reason: error instanceof Error ? error.message : String(error) });
        await new Promise((resolve) => setTimeout(resolve, 100 * 4 ** (attempt - 1)));
      }
    }
  }
}
