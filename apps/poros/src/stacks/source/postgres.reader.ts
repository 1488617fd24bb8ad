import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { to as copyTo } from 'pg-copy-streams';
import { JobFailure } from '../stack.js';
import { partsOf } from './file.dataset.js';
import { type PostgresSource, quoteName, quoteText, withPostgres } from './postgres.connection.js';

const duckTypes: Readonly<Record<string, string>> = {
  smallint: 'SMALLINT', integer: 'INTEGER', bigint: 'BIGINT', real: 'FLOAT', 'double precision': 'DOUBLE', boolean: 'BOOLEAN', date: 'DATE',
  'timestamp without time zone': 'TIMESTAMP', 'timestamp with time zone': 'TIMESTAMPTZ', 'time without time zone': 'TIME',
  text: 'VARCHAR', 'character varying': 'VARCHAR', character: 'VARCHAR', uuid: 'UUID', json: 'JSON', jsonb: 'JSON',
};

export interface PostgresColumn {
  readonly name: string;
  readonly duckType: string;
}

/** The columns of a table; a type that would not survive the way unchanged is refused by name. */
export async function readPostgresColumns(source: PostgresSource, address: string, signal: AbortSignal): Promise<PostgresColumn[]> {
  const { collection, dataset } = partsOf(address);
  const { rows } = await withPostgres(source, signal, (client) => client.query<{ name: string; type: string; precision: number | null; scale: number | null }>(
    `SELECT column_name AS name, data_type AS type, numeric_precision AS precision, numeric_scale AS scale
       FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 ORDER BY ordinal_position`, [collection, dataset]));
  if (rows.length === 0) throw new JobFailure(`${address} does not exist`);
  return rows.map(({ name, type, precision, scale }) => {
    const decimal = type === 'numeric' && precision !== null && precision <= 38 ? `DECIMAL(${precision}, ${scale ?? 0})` : undefined;
    const duckType = decimal ?? duckTypes[type];
    if (duckType === undefined) throw new JobFailure(`column ${name} of ${address} has the type ${type}, which this stack does not read`);
    return { name, duckType };
  });
}

/** Copies a Postgres table into the DuckDB table `target`, through a CSV file in the job's own folder. */
export async function loadPostgresTable(
  connection: DuckDBConnection, source: PostgresSource,
  table: { address: string; columns: readonly PostgresColumn[]; target: string; workFolder: string }, signal: AbortSignal,
): Promise<void> {
  const { collection, dataset } = partsOf(table.address);
  const file = join(table.workFolder, `${collection}.${dataset}.${table.target}.csv`);
  const names = table.columns.map(({ name }) => quoteName(name)).join(', ');
  try {
    await withPostgres(source, signal, async (client) => {
      await client.query(`SET TimeZone = 'UTC'; SET DateStyle = 'ISO'`);
      const copy = client.query(copyTo(`COPY (SELECT ${names} FROM ${quoteName(collection)}.${quoteName(dataset)}) TO STDOUT (FORMAT csv)`));
      await pipeline(copy, createWriteStream(file, { mode: 0o600 }), { signal });
    });
    const types = table.columns.map(({ name, duckType }) => `${quoteText(name)}: ${quoteText(duckType)}`).join(', ');
    // Postgres writes NULL as nothing and an empty text as "": allow_quoted_nulls keeps the two apart.
    await connection.run(`CREATE TABLE ${quoteName(table.target)} AS SELECT * FROM read_csv(${quoteText(file)}, columns = {${types}},
      auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false)`);
  } finally {
    await rm(file, { force: true });
  }
}
