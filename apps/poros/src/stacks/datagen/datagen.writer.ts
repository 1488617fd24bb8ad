import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type PostgresSource, quoteName, withPostgres } from '../source/postgres.connection.js';
import type { Cell } from './datagen.generator.js';
import type { DatagenColumn, DatagenTable } from './datagen.schema.js';

const chunkSize = 256 * 1024;

/**
 * Replaces a table by the given rows in one transaction: a staging table is filled and takes the target's place at commit,
 * so whoever reads sees all of the old or all of the new. Two writers of one table take turns.
 */
export async function replaceTable(
  source: PostgresSource, target: { schema: string; table: DatagenTable; types: readonly string[] }, rows: Iterable<readonly Cell[]>, signal: AbortSignal,
): Promise<void> {
  const { schema, table } = target;
  const place = `${quoteName(schema)}.${quoteName(table.name)}`;
  const staging = `${quoteName(schema)}.${quoteName(`${table.name.slice(0, 50)}__staging`)}`;
  const names = Object.keys(table.columns);
  await withPostgres(source, signal, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [place]);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${quoteName(schema)}`);
    await client.query(`DROP TABLE IF EXISTS ${staging}`);
    const columns = names.map((name, index) => `${quoteName(name)} ${target.types[index]}`).join(', ');
    await client.query(`CREATE TABLE ${staging} (${columns})`);
    for (const statement of comments(staging, table)) await client.query(statement);
    const copy = client.query(copyFrom(`COPY ${staging} FROM STDIN`));
    await pipeline(Readable.from(copyText(rows), { objectMode: true, highWaterMark: 2 }), copy, { signal });
    if (table.primaryKey !== undefined) await client.query(`ALTER TABLE ${staging} ADD PRIMARY KEY (${quoteName(table.primaryKey)})`);
    await client.query(`DROP TABLE IF EXISTS ${place}`);
    await client.query(`ALTER TABLE ${staging} RENAME TO ${quoteName(table.name)}`);
    if (table.primaryKey !== undefined) await renameKey(client, schema, table.name);
    await client.query('COMMIT');
    await client.query(`ANALYZE ${place}`);
  });
}

/** COMMENT takes no parameters, hence the quoting. */
function comments(place: string, { description, columns }: DatagenTable): string[] {
  const described = Object.entries(columns).flatMap(([name, column]) => (column.description === undefined ? [] : [`COLUMN ${place}.${quoteName(name)} IS ${pg.escapeLiteral(column.description)}`]));
  return [...(description === undefined ? [] : [`TABLE ${place} IS ${pg.escapeLiteral(description)}`]), ...described].map((text) => `COMMENT ON ${text}`);
}

/** The key's index keeps the staging table's name otherwise, and would stand in the way of the next run. */
async function renameKey(client: { query(sql: string): Promise<unknown> }, schema: string, table: string): Promise<void> {
  const key = `${table.slice(0, 50)}__staging_pkey`;
  await client.query(`ALTER TABLE ${quoteName(schema)}.${quoteName(table)} RENAME CONSTRAINT ${quoteName(key)} TO ${quoteName(`${table.slice(0, 58)}_pkey`)}`);
}

/** The rows in Postgres' COPY text format, in chunks of some hundred kilobytes. */
export function* copyText(rows: Iterable<readonly Cell[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(copyCell).join('\t')}\n`;
    if (chunk.length >= chunkSize) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const copyCell = (cell: Cell): string => (cell === undefined ? '\\N' : typeof cell === 'string' ? cell.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? '') : String(cell));

/** The column's Postgres type: as declared, or what its generator gives. */
export function columnType(column: DatagenColumn, referenceType?: string): string {
  if (column.type !== undefined) return column.type;
  if (column.sequence !== undefined || column.foreignKey !== undefined) return 'bigint';
  if (column.date !== undefined) return 'date';
  if (column.number !== undefined) return column.number.decimals === 0 ? 'bigint' : `numeric(${Math.min(38, 18 + column.number.decimals)},${column.number.decimals})`;
  if (column.oneOf?.every((value) => typeof value === 'boolean') === true) return 'boolean';
  if (column.oneOf?.every((value) => typeof value === 'number') === true) return 'double precision';
  return referenceType ?? 'text';
}

