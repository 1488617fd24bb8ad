import type { EventEnvelope } from '@dataos/contracts-core';

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

/**
 * The seam of the event log: Postgres-backed or Kafka. Both keep order per key, deliver at least once, and share a
 * group's work among its replicas.
 */
export interface EventBus {
  publish(messages: readonly Message[]): Promise<void>;
  subscribe(subscription: Subscription): Promise<void>;
  /** Throws when the broker cannot be reached. */
  check(): Promise<void>;
  close(): Promise<void>;
}
