import type { EventDefinition, EventOf } from '@dataos/contracts-core';
import { SetMetadata } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export const HANDLES_EVENT = 'kit:handles-event';

/**
 * Marks a provider's method as listener of an event. It receives the parsed event and the transaction in which the inbox
 * row is written: what it does through `tx` happens exactly once.
 */
export const HandlesEvent = <E extends EventDefinition>(event: E) =>
  <M extends (event: EventOf<E>, tx: EntityManager) => Promise<void>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<M>): void => {
    SetMetadata(HANDLES_EVENT, event)(target, key, descriptor);
  };
