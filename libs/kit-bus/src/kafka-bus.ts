import { setTimeout as sleep } from 'node:timers/promises';
import type { TopicDefinition } from '@dataos/contracts-core';
import { type Admin, type ITopicConfig, Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import type { Logger } from 'pino';
import type { EventBus, Lag, Message, Subscription } from './event-bus.js';
import { KafkaReader } from './kafka-reader.js';
import type { KafkaSettings } from './kafka-settings.js';
import { KafkaSockets } from './kafka-sockets.js';
import './kafka-timers.js';

const DAY_MS = 86_400_000;
const LEADERS_MS = 10_000;
const LOOK_AGAIN_MS = 100;

/** The event log on Apache Kafka: the key chooses the partition, offsets are committed after handling. */
export class KafkaBus implements EventBus {
  private readonly kafka: Kafka;
  private readonly sockets = new KafkaSockets();
  private readonly readers: KafkaReader[] = [];
  private readonly prefix: string;
  private producer: Promise<Producer> | undefined;

  constructor(private readonly settings: KafkaSettings, clientId: string, private readonly logger: Logger) {
    this.prefix = settings.prefix ?? '';
    this.kafka = new Kafka({
      clientId, brokers: [...settings.brokers], connectionTimeout: 3_000, requestTimeout: 10_000, socketFactory: this.sockets.factory,
      ...(settings.ssl === undefined ? {} : { ssl: settings.ssl }), ...(settings.sasl === undefined ? {} : { sasl: settings.sasl }),
      logLevel: logLevel.WARN,
      logCreator: () => ({ log }) => this.logger.debug({ kafka: log.message }, 'kafka client'),
    });
  }

  /** What exists stays as it is: operators may have tuned it, and more partitions would move keys. A difference is told. */
  async declare(declared: readonly TopicDefinition[]): Promise<void> {
    const topics = declared.map((topic) => ({ ...topic, name: this.prefix + topic.name }));
    if (topics.length === 0) return;
    await this.asAdmin(async (admin) => {
      const known = new Set(await admin.listTopics());
      const missing = topics.filter(({ name }) => !known.has(name));
      // The client's own waiting gives up where a broker does not know the topic yet.
      if (missing.length > 0) await admin.createTopics({ waitForLeaders: false, topics: missing.map((topic) => topicConfig(topic, this.settings.replicas)) });
      for (const { name } of missing) await untilLed(admin, name);
      const present = topics.filter(({ name }) => known.has(name));
      if (present.length === 0) return;
      for (const { name, partitions } of (await admin.fetchTopicMetadata({ topics: present.map((topic) => topic.name) })).topics) {
        const wanted = present.find((topic) => topic.name === name)?.partitions;
        if (partitions.length !== wanted) this.logger.warn({ topic: name, partitions: partitions.length, declared: wanted }, 'topic differs from its declaration');
      }
    });
  }

  async publish(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    const producer = await this.connectedProducer();
    const byTopic = Map.groupBy(messages, ({ topic }) => topic);
    try {
      await producer.sendBatch({
        acks: -1, timeout: 8_000,
        topicMessages: [...byTopic].map(([topic, list]) => ({ topic: this.prefix + topic, messages: list.map(({ key, envelope }) => ({ key, value: JSON.stringify(envelope) })) })),
      });
    } catch (error) {
      // The next attempt, by the outbox, looks for the leaders anew.
      this.producer = undefined;
      void producer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  async subscribe(subscription: Subscription): Promise<void> {
    for (const topic of subscription.topics) {
      const exists = (): Promise<boolean> => this.asAdmin(async (admin) => (await admin.listTopics()).includes(this.prefix + topic));
      this.readers.push(new KafkaReader(this.kafka, subscription, { topic, prefix: this.prefix, exists }, this.logger));
    }
  }

  lag(): Promise<readonly Lag[]> {
    if (this.readers.length === 0) return Promise.resolve([]);
    return this.asAdmin(async (admin) => {
      const known = new Set(await admin.listTopics());
      return Promise.all(this.readers.filter(({ wireTopic }) => known.has(wireTopic)).map((reader) => lagOf(admin, reader)));
    });
  }

  async check(): Promise<void> {
    await this.asAdmin((admin) => admin.listTopics());
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.readers.map((reader) => reader.close()));
    await (await this.producer?.catch(() => undefined))?.disconnect();
    this.sockets.destroy();
  }

  private async asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin({ retry: { retries: 2, initialRetryTime: 200 } });
    try {
      await admin.connect();
      return await work(admin);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }

  private connectedProducer(): Promise<Producer> {
    this.producer ??= this.connect().catch((error: unknown) => {
      this.producer = undefined;
      throw error;
    });
    return this.producer;
  }

  /**
   * One attempt per batch: kafkajs 2.2 does not send again to a broker that has answered, so a retry loses the partitions
   * that a failing broker handed to it, and still succeeds. Without retries idempotence has nothing to do: the outbox sends
   * a batch until all of it is acknowledged, one batch after the other, and the inbox recognises what arrived twice.
   */
  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({ idempotent: false, maxInFlightRequests: 1, createPartitioner: Partitioners.DefaultPartitioner, retry: { retries: 0 } });
    await producer.connect();
    return producer;
  }
}

/** A leader is named a moment before it takes messages; only the leaders themselves answer for offsets. */
async function untilLed(admin: Admin, topic: string): Promise<void> {
  for (const end = Date.now() + LEADERS_MS; ;) {
    try {
      await admin.fetchTopicOffsets(topic);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await sleep(LOOK_AGAIN_MS);
  }
}

/** A topic as the broker is asked to create it. With three copies a write counts when two have it. */
export function topicConfig(topic: TopicDefinition, replicas?: number): ITopicConfig {
  const entries = {
    'cleanup.policy': topic.compact ? 'compact' : 'delete', 'retention.ms': String(topic.retentionDays * DAY_MS),
    ...(replicas !== undefined && replicas > 2 ? { 'min.insync.replicas': '2' } : {}),
  };
  return {
    topic: topic.name, numPartitions: topic.partitions, ...(replicas === undefined ? {} : { replicationFactor: replicas }),
    configEntries: Object.entries(entries).map(([name, value]) => ({ name, value })),
  };
}

async function lagOf(admin: Admin, { group, topic, wireTopic, fromStart }: KafkaReader): Promise<Lag> {
  const [ends, [committed]] = await Promise.all([admin.fetchTopicOffsets(wireTopic), admin.fetchOffsets({ groupId: group, topics: [wireTopic] })]);
  const reached = new Map(committed?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
  const behind = ends.map(({ partition, high, low }) => {
    const at = reached.get(partition) ?? -1n;
    if (at < 0n) return fromStart ? BigInt(high) - BigInt(low) : 0n;
    return BigInt(high) - at;
  });
  return { group, topic, messages: Number(behind.reduce((sum, n) => sum + n, 0n)) };
}
