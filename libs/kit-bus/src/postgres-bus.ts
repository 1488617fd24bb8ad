import { Pool, type PoolClient } from 'pg';
import type { Logger } from 'pino';
import { Bell } from './bell.js';
import { type EventBus, handleAll, type Lag, type Message, type Subscription } from './event-bus.js';
import { PostgresClient } from './postgres-client.js';
import { PostgresListener } from './postgres-listener.js';

const BATCH = 100;
const CHANNEL = 'event_log';
/** How often a consumer looks by itself: seldom where it is told, often where it is not. */
const TOLD_MS = 2_000;
const UNTOLD_MS = 250;

/**
 * Reading commits without waiting for the disk: an offset that a crash takes back only means that messages come again, which
 * every consumer bears. Otherwise each look for new messages would cost all services of this server a flush.
 */
const BEGIN_READING = 'BEGIN; SET LOCAL synchronous_commit = off';

/** Appends in the order given, and tells who listens which topics have something new. */
const APPEND = `WITH appended AS (
    INSERT INTO event_log (topic, key, envelope) SELECT topic, key, envelope FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (topic text, key text, envelope jsonb)) WITH ORDINALITY AS m(topic, key, envelope, at) ORDER BY at RETURNING topic)
  SELECT pg_notify($1, string_agg(DISTINCT topic, ',')) FROM appended`;

/** What is new to a group in a topic. Its offset stays locked, so one replica reads at a time and order holds. */
const NEXT = `WITH reached AS (SELECT position FROM event_offset WHERE consumer = $1 AND topic = $2 FOR UPDATE SKIP LOCKED)
  SELECT next.position, next.key, next.envelope FROM reached, LATERAL (SELECT position, key, envelope FROM event_log WHERE topic = $2 AND position > reached.position ORDER BY position LIMIT $3) AS next`;

/** The event log in a Postgres database of its own: append only, one row per message, one offset per group and topic. */
export class PostgresBus implements EventBus {
  private readonly pool: Pool;
  private readonly loops: Promise<void>[] = [];
  private readonly followed: { group: string; topic: string }[] = [];
  private readonly bells: { topic: string; bell: Bell }[] = [];
  private readonly listener: PostgresListener;
  private closed = false;
  private prepared: Promise<void> | undefined;

  constructor(url: string, private readonly logger: Logger) {
    this.pool = new Pool({ Client: PostgresClient, connectionString: url, max: 4, connectionTimeoutMillis: 5_000, application_name: 'events' });
    this.pool.on('error', (error) => logger.warn({ cause: error.message }, 'event log connection lost'));
    this.listener = new PostgresListener(url, CHANNEL, (topics) => this.ring(topics?.split(',')));
  }

  async publish(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    await this.prepare();
    const client = await this.pool.connect();
    try {
      // Positions must become visible in order, or a reader could step over a late one: appends take turns.
      await client.query('BEGIN; SELECT pg_advisory_xact_lock(71078)');
      await client.query(APPEND, [CHANNEL, JSON.stringify(messages.map(({ topic, key, envelope }) => ({ topic, key, envelope })))]);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** A topic needs no creation here. */
  declare(): Promise<void> {
    return this.prepare();
  }

  async subscribe(subscription: Subscription): Promise<void> {
    if (this.loops.length === 0 && subscription.topics.length > 0) this.listener.start();
    for (const topic of subscription.topics) {
      this.followed.push({ group: subscription.group, topic });
      const registered = await this.register(subscription, topic).then(() => true, () => false);
      this.loops.push(this.consume(subscription, topic, registered));
    }
  }

  async lag(): Promise<readonly Lag[]> {
    await this.prepare();
    return Promise.all(this.followed.map(async ({ group, topic }) => {
      const { rows } = await this.pool.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM event_log WHERE topic = $2 AND position > coalesce((SELECT position FROM event_offset WHERE consumer = $1 AND topic = $2), 0)', [group, topic]);
      return { group, topic, messages: rows[0]?.n ?? 0 };
    }));
  }

  async check(): Promise<void> {
    await this.pool.query('SELECT 1');
  }

  async close(): Promise<void> {
    this.closed = true;
    this.ring();
    await Promise.all(this.loops);
    await this.listener.close();
    await this.pool.end();
  }

  private async register(subscription: Subscription, topic: string): Promise<void> {
    await this.prepare();
    const start = subscription.from === 'earliest' ? '0' : '(SELECT coalesce(max(position), 0) FROM event_log)';
    await this.pool.query(`INSERT INTO event_offset (consumer, topic, position) VALUES ($1, $2, ${start}) ON CONFLICT DO NOTHING`, [subscription.group, topic]);
  }

  private async consume(subscription: Subscription, topic: string, alreadyRegistered: boolean): Promise<void> {
    let registered = alreadyRegistered;
    const bell = new Bell();
    this.bells.push({ topic, bell });
    let told = true;
    while (!this.closed) {
      try {
        if (!registered) await this.register(subscription, topic);
        registered = true;
        const handled: number = told || await this.isBehind(subscription, topic) ? await this.takeBatch(subscription, topic) : 0;
        told = handled === BATCH || await bell.wait(this.listener.listening ? TOLD_MS : UNTOLD_MS);
      } catch (error) {
        if (this.closed) return;
        this.logger.warn({ err: error, group: subscription.group, topic }, 'event consumer pauses');
        told = true;
        await bell.wait(1_000);
      }
    }
  }

  /** A look of its own accord is one statement without a lock: nearly always there is nothing. */
  private async isBehind({ group }: Subscription, topic: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ behind: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM event_log WHERE topic = $2 AND position > (SELECT position FROM event_offset WHERE consumer = $1 AND topic = $2)) AS behind', [group, topic]);
    return rows[0]?.behind === true;
  }

  /** Commits what it handled. */
  private async takeBatch(subscription: Subscription, topic: string): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query(BEGIN_READING);
      const { rows } = await client.query<{ position: string; key: string; envelope: unknown }>(NEXT, [subscription.group, topic, BATCH]);
      await this.deliver(client, subscription, topic, rows);
      return rows.length;
    } finally {
      await client.query('COMMIT').catch(() => undefined);
      client.release();
    }
  }

  private async deliver(client: PoolClient, subscription: Subscription, topic: string, rows: readonly { position: string; key: string; envelope: unknown }[]): Promise<void> {
    const messages = rows.map(({ key, envelope }) => ({ topic, key, envelope }));
    let reached: string | undefined;
    try {
      await handleAll(subscription, messages, () => !this.closed, (count) => void (reached = rows[count - 1]?.position));
    } finally {
      if (reached !== undefined) await client.query('UPDATE event_offset SET position = $3 WHERE consumer = $1 AND topic = $2', [subscription.group, topic, reached]);
    }
  }

  /** Wakes the consumers of these topics, or all. */
  private ring(topics?: readonly string[]): void {
    for (const { topic, bell } of this.bells) if (topics?.includes(topic) !== false) bell.ring();
  }

  private prepare(): Promise<void> {
    this.prepared ??= this.createTables().catch((error: unknown) => {
      this.prepared = undefined;
      throw error;
    });
    return this.prepared;
  }

  private async createTables(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock(71079)');
      await client.query(`CREATE TABLE IF NOT EXISTS event_log (position bigserial PRIMARY KEY, topic text NOT NULL, key text NOT NULL, envelope jsonb NOT NULL, written_at timestamptz NOT NULL DEFAULT now())`);
      await client.query('CREATE INDEX IF NOT EXISTS event_log_topic ON event_log (topic, position)');
      await client.query(`CREATE TABLE IF NOT EXISTS event_offset (consumer text NOT NULL, topic text NOT NULL, position bigint NOT NULL, PRIMARY KEY (consumer, topic))`);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }
}
