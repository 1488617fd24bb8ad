import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import { handleAll, type Subscription } from './event-bus.js';

const HEARTBEAT_MS = 3_000;
/** Handled side by side; a key is in one partition, so its order holds. */
const PARTITIONS = 3;

/**
 * One group's reading of one topic, kept going until closed. A topic of its own per consumer group, so that a service whose
 * peer has not declared its topic yet, or may not read it, still hears everybody else.
 */
export class KafkaReader {
  readonly group: string;
  readonly topic: string;
  readonly wireTopic: string;
  private consumer: Consumer | undefined;
  private closed = false;
  private wake: () => void = () => undefined;
  private readonly done: Promise<void>;

  constructor(private readonly kafka: Kafka, private readonly subscription: Subscription, private readonly source: { topic: string; prefix: string; exists: () => Promise<boolean> }, private readonly logger: Logger) {
    this.topic = source.topic;
    this.wireTopic = source.prefix + source.topic;
    this.group = `${source.prefix}${subscription.group}.${source.topic}`;
    this.done = this.keepReading();
  }

  get fromStart(): boolean {
    return this.subscription.from === 'earliest';
  }

  async close(): Promise<void> {
    this.closed = true;
    this.wake();
    // A broker that is away must not hold up the end of the process.
    const patience = new Promise<void>((resolve) => setTimeout(resolve, 5_000).unref());
    await Promise.race([Promise.allSettled([this.consumer?.disconnect(), this.done]), patience]);
  }

  private async keepReading(): Promise<void> {
    while (!this.closed) {
      try {
        if (await this.source.exists()) await this.read();
      } catch (error) {
        if (!this.closed) this.logger.warn({ err: error, group: this.group }, 'event consumer pauses');
      }
      if (!this.closed) await this.idle();
    }
  }

  /** Returns when the consumer gave up for good; kafkajs itself goes on after whatever it calls retriable. */
  private async read(): Promise<void> {
    const consumer = (this.consumer = this.kafka.consumer({
      groupId: this.group, sessionTimeout: 15_000, rebalanceTimeout: 20_000, heartbeatInterval: HEARTBEAT_MS, maxWaitTimeInMs: 1_000,
      retry: { retries: 8, initialRetryTime: 200, maxRetryTime: 5_000 },
    }));
    const over = new Promise<void>((resolve) => {
      this.wake = resolve;
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        this.logger.warn({ err: payload.error, group: this.group, restart: payload.restart }, 'event consumer lost the log');
        if (!payload.restart) resolve();
      });
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [this.wireTopic], fromBeginning: this.fromStart });
      await consumer.run({ partitionsConsumedConcurrently: PARTITIONS, eachBatchAutoResolve: false, eachBatch: (batch) => this.take(batch) });
      if (!this.closed) await over;
    } finally {
      await consumer.disconnect().catch(() => undefined);
    }
  }

  /** A handler that retries for a while must not be taken for dead, or its message would run elsewhere at the same time. */
  private async take({ batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, isRunning, isStale }: EachBatchPayload): Promise<void> {
    const beat = setInterval(() => void heartbeat().catch(() => undefined), HEARTBEAT_MS);
    const messages = batch.messages.map(({ key, value }) => ({ topic: this.topic, key: key?.toString() ?? '', envelope: parse(value) }));
    try {
      await handleAll(this.subscription, messages, () => isRunning() && !isStale(), async (count) => {
        resolveOffset(batch.messages[count - 1]?.offset ?? batch.firstOffset() ?? '');
        await heartbeat();
        await commitOffsetsIfNecessary();
      });
    } finally {
      clearInterval(beat);
    }
  }

  private idle(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, 1_000);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
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
