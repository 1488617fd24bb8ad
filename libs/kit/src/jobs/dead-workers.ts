import { Client } from 'pg';
import type { Logger } from '../observability/logger.js';

/** Class of the advisory locks by which workers prove that they live; the second key is the worker's id. */
const ALIVE = 71_081;
const SWEEP_MS = 3_000;

/**
 * Gives the jobs of killed workers back. A worker's session holds an advisory lock, which the database drops with the
 * session; a job locked by a worker nobody vouches for is free again within seconds, instead of after the queue's own hours.
 */
export class DeadWorkers {
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private work: Promise<unknown> = Promise.resolve();
  private readonly mine = new Set<string>();

  constructor(private readonly url: string, private readonly logger: Logger) {}

  /** Vouches for a worker of this process. */
  async vouch(workerId: string): Promise<void> {
    this.mine.add(workerId);
    await this.next(async (client) => client.query('SELECT pg_advisory_lock($1, hashtext($2))', [ALIVE, workerId]));
  }

  start(): void {
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS);
    void this.sweep();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.work;
    await this.client?.end();
  }

  private async sweep(): Promise<void> {
    try {
      await this.next(async (client) => {
        const { rows } = await client.query<{ worker: string }>(`SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs WHERE locked_at < now() - interval '3 seconds'`);
        for (const { worker } of rows) if (!this.mine.has(worker)) await this.release(client, worker);
      });
    } catch (error) {
      this.logger.warn({ err: error }, 'cannot look for jobs of dead workers');
    }
  }

  private async release(client: Client, worker: string): Promise<void> {
    const { rows } = await client.query<{ dead: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS dead', [ALIVE, worker]);
    if (!rows[0]?.dead) return;
    await client.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1])', [worker]);
    await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [ALIVE, worker]);
    this.logger.info({ worker }, 'jobs of a dead worker are free again');
  }

  /** One question at a time on one session; a lost session is opened anew and vouches again. */
  private next<T>(ask: (client: Client) => Promise<T>): Promise<T> {
    const turn = this.work.then(async () => ask(await this.session()));
    this.work = turn.catch(() => undefined);
    return turn;
  }

  private async session(): Promise<Client> {
    if (this.client !== undefined) return this.client;
    const client = new Client({ connectionString: this.url, application_name: 'jobs-alive' });
    client.on('error', () => {
      this.client = undefined;
    });
    await client.connect();
    for (const worker of this.mine) await client.query('SELECT pg_try_advisory_lock($1, hashtext($2))', [ALIVE, worker]);
    this.client = client;
    return client;
  }
}
