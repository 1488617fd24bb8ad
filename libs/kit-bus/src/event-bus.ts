import type { EventEnvelope, TopicDefinition } from '@dataos/contracts-core';

export interface Message { readonly topic: string; readonly key: string; readonly envelope: EventEnvelope | unknown }

export interface Subscription {
  /** Replicas with the same group share the messages; each message goes to one of them. */
  readonly group: string;
  readonly topics: readonly string[];
  /** `earliest` for listeners that must miss nothing, `latest` for caches that only follow. */
  readonly from: 'earliest' | 'latest';
  /**
   * Called for one message after the other of a key; answers how many of those that are there already behind it were handled with it, from the
   * first on. A throw delivers the message, and what was to be handled with it, again after a while.
   */
  readonly handle: (message: Message, following: readonly Message[]) => Promise<number | void>;
}

/** Has all of these handled in their order, as long as `goesOn`; tells after each step how many are. */
export async function handleAll({ handle }: Subscription, messages: readonly Message[], goesOn: () => boolean, done: (count: number) => Promise<void> | void): Promise<void> {
  for (let at = 0; at < messages.length && goesOn();) {
    at += 1 + ((await handle(messages[at] as Message, messages.slice(at + 1))) ?? 0);
    await done(at);
  }
}

/** How far a group of this process is behind the end of a topic. */
export interface Lag { readonly group: string; readonly topic: string; readonly messages: number }

/**
 * The seam of the event log: Postgres-backed or Kafka. Both keep order per key, deliver at least once, and share a
 * group's work among its replicas.
 */
export interface EventBus {
  /** Called by the owner of the topics before it publishes; creates what is missing. */
  declare(topics: readonly TopicDefinition[]): Promise<void>;
  publish(messages: readonly Message[]): Promise<void>;
  /** Follows the topics from now on, also those that are declared later, and however often the log is away. */
  subscribe(subscription: Subscription): Promise<void>;
  lag(): Promise<readonly Lag[]>;
  /** Throws when the broker cannot be reached. */
  check(): Promise<void>;
  close(): Promise<void>;
}
