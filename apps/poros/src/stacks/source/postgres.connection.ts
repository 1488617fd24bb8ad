import pg from 'pg';
import type { Source } from '../stack.js';

export type PostgresSource = Extract<Source, { kind: 'postgres' }>;

/** Runs `work` on a connection of its own and closes it, also when the job is stopped. */
export async function withPostgres<T>(source: PostgresSource, signal: AbortSignal, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { host, port, database, user, password } = source;
  const client = new pg.Client({ host, port, database, user, password, connectionTimeoutMillis: 10_000, application_name: 'dataos-job' });
  // A lost connection also rejects the running query; without a listener it would end the process first.
  client.on('error', () => undefined);
  const abort = () => void client.end().catch(() => undefined);
  await client.connect();
  signal.addEventListener('abort', abort, { once: true });
  try {
    signal.throwIfAborted();
    return await work(client);
  } finally {
    signal.removeEventListener('abort', abort);
    await client.end().catch(() => undefined);
  }
}

/** A quoted identifier, valid in Postgres and DuckDB. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** A quoted text literal, valid in Postgres (standard strings) and DuckDB. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
