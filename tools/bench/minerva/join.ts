import pg from 'pg';
import type { Figure } from '../figure.ts';
import { ask, quantile, round, timed } from './ask.ts';
import type { Stage } from './stage.ts';

/** A million rows of PostgreSQL, one per cent of them wanted, joined with five million rows of Parquet. */
export async function join(stage: Stage, report: (figure: Figure) => void): Promise<void> {
  const { connection, credentials } = await stage.depots.resolveConnection({ query: { address: 'dataos://crm:public/passengers', acl: 'rw' } });
  const { host, port, database } = connection as { host: string; port: number; database: string };
  const client = new pg.Client({ host, port: Number(port), database, user: credentials['username'], password: credentials['password'] });
  await client.connect();
  try {
    await client.query('DROP TABLE IF EXISTS bench_customers');
    await client.query("CREATE TABLE bench_customers AS SELECT i::bigint AS id, 'customer ' || i AS name, (i % 100)::int AS segment FROM generate_series(0, 999999) i");
    const sql = 'SELECT count(*), sum(s.amount) FROM crm.public.bench_customers c JOIN bench.flat.sales s ON s.customer = c.id WHERE c.segment = 7';
    const times = await timed(5, () => ask(stage, sql));
    report({ name: 'minerva.join.postgresParquet', value: round(quantile(times, 0.5)), unit: 'ms' });
  } finally {
    await client.query('DROP TABLE IF EXISTS bench_customers');
    await client.end();
  }
}
