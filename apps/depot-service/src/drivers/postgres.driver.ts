import { Client, type ClientConfig } from 'pg';
import type { PostgresConnection, SslMode } from '../depots/connection.js';
import type { Driver } from './driver.js';
import { trinoTypeOfPostgres } from './trino-types.js';

interface ColumnRow { name: string; type: string; modifier: number; native: string; nullable: boolean; comment: string | null; ordinal: number; pk: boolean }
interface TableRow { oid: string; kind: string; comment: string | null; estimate: string }

/** Schemas of the server itself are not data. */
const OWN = `nspname !~ '^pg_' AND nspname <> 'information_schema'`;
/** Tables, partitioned and foreign tables, views and materialised views. */
const KINDS = `relkind IN ('r', 'p', 'f', 'v', 'm')`;

/** What each mode tries, in its order. Modes below `verify-ca` do not look at the certificate, as in libpq. */
const tls: Record<SslMode, readonly NonNullable<ClientConfig['ssl']>[]> = {
  disable: [false], allow: [false, { rejectUnauthorized: false }], prefer: [{ rejectUnauthorized: false }, false],
  require: [{ rejectUnauthorized: false }], 'verify-ca': [{ rejectUnauthorized: true, checkServerIdentity: () => undefined }], 'verify-full': [{ rejectUnauthorized: true }],
};
/** Failures that another way of protection may heal: no TLS spoken there, or this way not let in. */
const otherWay = (error: unknown): boolean => /does not support SSL|pg_hba\.conf/.test((error as Error).message);

async function open(config: ClientConfig, [ssl, ...others]: readonly NonNullable<ClientConfig['ssl']>[]): Promise<Client> {
  const client = new Client({ ...config, ssl: ssl ?? false });
  // A connection that breaks while idle must not end the process; the pending query reports it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    if (others.length > 0 && otherWay(error)) return open(config, others);
    throw error;
  }
}

/** Reads a PostgreSQL catalog. Row estimates come from the planner's statistics, or from a bounded count where it has none. */
export function postgresDriver(connection: PostgresConnection, credentials: Record<string, string>, timeoutMs: number): Driver {
  const ask = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = await open({
      host: connection.host, port: connection.port, database: connection.database, user: credentials['username'], password: credentials['password'],
      connectionTimeoutMillis: timeoutMs, statement_timeout: timeoutMs, query_timeout: timeoutMs, application_name: 'depot-service',
    }, tls[connection.params.sslmode ?? 'disable']);
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  return {
    check: () => ask(async (client) => void (await client.query('SELECT 1'))),
    collections: () => ask(async (client) => {
      const { rows } = await client.query<{ name: string }>(`SELECT nspname AS name FROM pg_namespace WHERE ${OWN} AND has_schema_privilege(oid, 'USAGE') ORDER BY 1`);
      return rows.map(({ name }) => name);
    }),
    datasets: (collection) => ask(async (client) => {
      const schema = await client.query(`SELECT 1 FROM pg_namespace WHERE nspname = $1 AND ${OWN}`, [collection]);
      if (schema.rowCount === 0) return undefined;
      const { rows } = await client.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = $1 AND ${KINDS} AND NOT relispartition ORDER BY 1`, [collection]);
      return rows.map(({ name }) => name);
    }),
    describe: (collection, dataset) => ask((client) => describeTable(client, collection, dataset, Math.ceil(timeoutMs / 2))),
  };
}

/** The columns of a relation; a domain is told as the type it stands on. */
const COLUMNS = `
  SELECT attname AS name, typname AS type, base.modifier, format_type(atttypid, atttypmod) AS native, NOT attnotnull AS nullable,
         col_description(attrelid, attnum) AS comment, attnum AS ordinal,
         EXISTS (SELECT 1 FROM pg_index WHERE indrelid = attrelid AND indisprimary AND attnum = ANY (indkey)) AS pk
  FROM pg_attribute
  CROSS JOIN LATERAL (
    WITH RECURSIVE up (type, modifier, depth) AS (
      SELECT atttypid, atttypmod, 0
      UNION ALL
      SELECT typbasetype, CASE WHEN typtypmod >= 0 THEN typtypmod ELSE modifier END, depth + 1 FROM up JOIN pg_type ON oid = type AND typtype = 'd')
    SELECT type, modifier FROM up ORDER BY depth DESC LIMIT 1) AS base
  JOIN pg_type AS t ON t.oid = base.type
  WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped ORDER BY attnum`;

async function describeTable(client: Client, schema: string, table: string, countMs: number): ReturnType<Driver['describe']> {
  const { rows: [found] } = await client.query<TableRow>(
    `SELECT c.oid, relkind AS kind, obj_description(c.oid, 'pg_class') AS comment, reltuples::bigint AS estimate
     FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = $1 AND relname = $2 AND ${KINDS} AND ${OWN}`, [schema, table]);
  if (found === undefined) return undefined;
  const { rows } = await client.query<ColumnRow>(COLUMNS, [found.oid]);
  const rowEstimate = Number(found.estimate) >= 0 && found.kind === 'r' ? found.estimate : await boundedCount(client, schema, table, countMs);
  return {
    kind: found.kind === 'v' || found.kind === 'm' ? 'view' : 'table',
    ...(found.comment === null ? {} : { description: found.comment }),
    ...(rowEstimate === undefined ? {} : { rowEstimate }),
    columns: rows.map(({ name, type, modifier, native, nullable, comment, ordinal, pk }) => ({
      name, type: trinoTypeOfPostgres(type, modifier), nativeType: native, nullable, ordinal, primaryKey: pk, ...(comment === null ? {} : { description: comment }),
    })),
  };
}

/** Views run what their author wrote: they are counted read-only, for a limited time, and what fails is left unsaid. */
async function boundedCount(client: Client, schema: string, table: string, countMs: number): Promise<string | undefined> {
  const name = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`;
  try {
    await client.query('BEGIN READ ONLY');
    await client.query(`SET LOCAL statement_timeout = ${countMs}`);
    const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ${name} LIMIT 1000000) AS part`);
    return rows[0]?.n;
  } catch {
    return undefined;
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
  }
}
