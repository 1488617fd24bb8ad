import { type Consumer, Kafka, logLevel, type Producer } from 'kafkajs';
import type { Logger } from '../observability/logger.js';
import type { EventBus, Message, Subscription } from './event-bus.js';

/** The event log on Apache Kafka: the key chooses the partition, offsets are committed after handling. */
export class KafkaBus implements EventBus {
  private readonly kafka: Kafka;
  private readonly consumers: Consumer[] = [];
  private producer: Promise<Producer> | undefined;

  constructor(brokers: readonly string[], clientId: string, private readonly logger: Logger) {
    this.kafka = new Kafka({
      clientId, brokers: [...brokers], retry: { retries: 8, initialRetryTime: 200 },
      logLevel: logLevel.WARN,
      logCreator: () => ({ log }) => this.logger.debug({ kafka: log.message }, 'kafka client'),
    });
  }

  async publish(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    const producer = await this.connectedProducer();
    const byTopic = Map.groupBy(messages, ({ topic }) => topic);
    await producer.sendBatch({
      acks: -1,
      topicMessages: [...byTopic].map(([topic, list]) => ({ topic, messages: list.map(({ key, envelope }) => ({ key, value: JSON.stringify(envelope) })) })),
    });
  }

  async subscribe(subscription: Subscription): Promise<void> {
    await this.ensureTopics(subscription.topics);
    const consumer = this.kafka.consumer({ groupId: subscription.group, sessionTimeout: 15_000, rebalanceTimeout: 20_000 });
    this.consumers.push(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: [...subscription.topics], fromBeginning: subscription.from === 'earliest' });
    await consumer.run({
      eachMessage: async ({ topic, message }) => {
        await subscription.handle({ topic, key: message.key?.toString() ?? '', envelope: parse(message.value) });
      },
    });
  }

  async check(): Promise<void> {
    const admin = this.kafka.admin();
    try {
      await admin.connect();
      await admin.listTopics();
    } finally {
      await admin.disconnect();
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.consumers.map((consumer) => consumer.disconnect()));
    await (await this.producer)?.disconnect();
  }

  /** Creates topics that are missing; the broker may be set not to create them by itself. */
  async ensureTopics(topics: readonly string[], numPartitions = 6): Promise<void> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const known = new Set(await admin.listTopics());
      const missing = topics.filter((topic) => !known.has(topic));
      if (missing.length > 0) await admin.createTopics({ waitForLeaders: true, topics: missing.map((topic) => ({ topic, numPartitions })) });
    } finally {
      await admin.disconnect();
    }
  }

  private connectedProducer(): Promise<Producer> {
    this.producer ??= this.connect().catch((error: unknown) => {
      this.producer = undefined;
      throw error;
    });
    return this.producer;
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    return producer;
  }
}

/** Text that is not JSON is handed on as it is; the consumer parks it with the reason. */
function parse(value: Buffer | null): unknown {
  const text = value?.toString('utf8') ?? '';
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
