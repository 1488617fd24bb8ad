import { Client } from 'pg';
import type { PostgresConnection } from '../depots/connection.js';
import type { Driver } from './driver.js';
import { trinoTypeOfPostgres } from './trino-types.js';

interface ColumnRow { name: string; type: string; modifier: number; native: string; nullable: boolean; comment: string | null; ordinal: number; pk: boolean }
interface TableRow { oid: string; kind: string; comment: string | null; estimate: string }

/** Schemas of the server itself are not data. */
const OWN = `nspname !~ '^pg_' AND nspname <> 'information_schema'`;
/** Tables, partitioned and foreign tables, views and materialised views. */
const KINDS = `relkind IN ('r', 'p', 'f', 'v', 'm')`;

/** Reads a PostgreSQL catalog. Row estimates come from the planner's statistics, or from a bounded count where it has none. */
export function postgresDriver(connection: PostgresConnection, credentials: Record<string, string>, timeoutMs: number): Driver {
  const ask = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({
      host: connection.host, port: connection.port, database: connection.database, user: credentials['username'], password: credentials['password'],
      connectionTimeoutMillis: timeoutMs, statement_timeout: timeoutMs, query_timeout: timeoutMs, application_name: 'depot-service',
      ...(connection.params['sslmode'] !== undefined && connection.params['sslmode'] !== 'disable' ? { ssl: { rejectUnauthorized: connection.params['sslmode'] === 'verify-full' } } : {}),
    });
    // A connection that breaks while idle must not end the process; the pending query reports it.
    client.on('error', () => undefined);
    try {
      await client.connect();
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
    describe: (collection, dataset) => ask((client) => describeTable(client, collection, dataset)),
  };
}

async function describeTable(client: Client, schema: string, table: string): ReturnType<Driver['describe']> {
  const { rows: [found] } = await client.query<TableRow>(
    `SELECT c.oid, relkind AS kind, obj_description(c.oid, 'pg_class') AS comment, reltuples::bigint AS estimate
     FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = $1 AND relname = $2 AND ${KINDS} AND ${OWN}`, [schema, table]);
  if (found === undefined) return undefined;
  const { rows } = await client.query<ColumnRow>(
    `SELECT attname AS name, typname AS type, atttypmod AS modifier, format_type(atttypid, atttypmod) AS native, NOT attnotnull AS nullable,
            col_description(attrelid, attnum) AS comment, attnum AS ordinal,
            EXISTS (SELECT 1 FROM pg_index WHERE indrelid = attrelid AND indisprimary AND attnum = ANY (indkey)) AS pk
     FROM pg_attribute a JOIN pg_type t ON t.oid = atttypid WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped ORDER BY attnum`, [found.oid]);
  const rowEstimate = Number(found.estimate) >= 0 && found.kind === 'r' ? found.estimate : await boundedCount(client, schema, table);
  return {
    kind: found.kind === 'v' || found.kind === 'm' ? 'view' : 'table',
    ...(found.comment === null ? {} : { description: found.comment }),
    rowEstimate,
    columns: rows.map(({ name, type, modifier, native, nullable, comment, ordinal, pk }) => ({
      name, type: trinoTypeOfPostgres(type, modifier), nativeType: native, nullable, ordinal, primaryKey: pk, ...(comment === null ? {} : { description: comment }),
    })),
  };
}

async function boundedCount(client: Client, schema: string, table: string): Promise<string> {
  const name = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`;
  const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ${name} LIMIT 1000000) AS part`);
  return rows[0]?.n ?? '0';
}
