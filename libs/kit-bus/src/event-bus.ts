import type { EventEnvelope, TopicDefinition } from '@dataos/contracts-core';

export interface Message { readonly topic: string; readonly key: string; readonly envelope: EventEnvelope | unknown }

export interface Subscription {
  /** Replicas with the same group share the messages; each message goes to one of them. */
  readonly group: string;
  readonly topics: readonly string[];
  /** `earliest` for listeners that must miss nothing, `latest` for caches that only follow. */
  readonly from: 'earliest' | 'latest';
  /** Called one message at a time per key. A throw delivers the message again after a while. */
  readonly handle: (message: Message) => Promise<void>;
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
