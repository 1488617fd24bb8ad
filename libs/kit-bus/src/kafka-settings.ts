import type { ConnectionOptions } from 'node:tls';
import type { SASLOptions } from 'kafkajs';

/** How the brokers are reached, and how many of them keep each topic. */
export interface KafkaSettings {
  readonly brokers: readonly string[];
  /** Begins the names of topics and groups. */
  readonly prefix?: string;
  readonly ssl?: ConnectionOptions | boolean;
  readonly sasl?: SASLOptions;
  /** Copies of each topic that is created; the brokers' own default where absent. */
  readonly replicas?: number;
}
