import type { EventDefinition, EventOf } from '@dataos/contracts-core';
import { SetMetadata } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export const HANDLES_EVENT = 'kit:handles-event';

/** What a listener listens to: an event, and of that kind those whose data it `wants`, where it does not want all; `together`: many at once. */
export interface Listening { readonly event: EventDefinition; readonly wants: ((data: never) => boolean) | undefined; readonly together: boolean }

/**
 * Marks a provider's method as listener of an event. It receives the parsed event and the transaction in which the inbox
 * row is written: what it does through `tx` happens exactly once. Events whose data it does not want cost it nothing: no transaction, no inbox row.
 */
export const HandlesEvent = <E extends EventDefinition>(event: E, wants?: (data: EventOf<E>['data']) => boolean) => handles<EventOf<E>>({ event, wants, together: false });

/** The same for a method that takes, in their order, all such events that are there already, in one transaction. Where that fails, it is given each alone. */
export const HandlesEvents = <E extends EventDefinition>(event: E, wants?: (data: EventOf<E>['data']) => boolean) => handles<readonly EventOf<E>[]>({ event, wants, together: true });

const handles = <Given>(listening: Listening) =>
  <M extends (given: Given, tx: EntityManager) => Promise<void>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<M>): void => {
    SetMetadata(HANDLES_EVENT, listening)(target, key, descriptor);
  };
