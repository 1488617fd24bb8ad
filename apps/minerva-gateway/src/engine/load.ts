import { BIGINT, BOOLEAN, type DuckDBConnection, DuckDBDataChunk, DOUBLE, type DuckDBType, VARCHAR } from '@duckdb/node-api';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { quote } from '../sql/emit/fragment.js';
import { CopyDecoder, type CopyKind, type CopyValue } from './copy-decoder.js';
import type { LoadOrder, RowsOrder } from './protocol.js';
import { assertAsDecided } from './second-opinion.js';

const CHUNK = 2_048;
/** Longer lists cost more than the rows they spare. */
const MOST_CHARACTERS = 1_000_000;
const TYPES: Record<CopyKind, { sql: string; type: DuckDBType }> = {
  bigint: { sql: 'BIGINT', type: BIGINT }, double: { sql: 'DOUBLE', type: DOUBLE }, boolean: { sql: 'BOOLEAN', type: BOOLEAN }, text: { sql: 'VARCHAR', type: VARCHAR },
};

/** The source could not be read; told apart from faults of the query. */
export class SourceError extends Error {}

/** Fetches rows of a database into a temporary table of `connection`; returns how many. */
export async function load(connection: DuckDBConnection, order: LoadOrder, signal: AbortSignal): Promise<number> {
  const copy = await copyOf(connection, order);
  signal.throwIfAborted();
  await makeTable(connection, order);
  const client = new pg.Client({
    ...order.connection, ssl: order.connection.ssl === true, application_name: 'minerva-gateway', connectionTimeoutMillis: 10_000,
    options: '-c standard_conforming_strings=on -c TimeZone=UTC -c DateStyle=ISO,YMD -c default_transaction_read_only=on -c extra_float_digits=3 -c bytea_output=hex',
  });
  client.on('error', () => undefined);
  const stop = (): void => void client.end().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await client.connect();
    return await drain(connection, { ...order, copy }, client, signal);
  } catch (error) {
    throw new SourceError(`${order.source}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    signal.removeEventListener('abort', stop);
    await client.end().catch(() => undefined);
  }
}

/** The statement for the database: for rows of a few keys only, where these can be told. */
async function copyOf(connection: DuckDBConnection, { copy, narrowed }: LoadOrder): Promise<string> {
  if (narrowed === undefined) return copy;
  await assertAsDecided(connection, { sql: narrowed.keys, reads: narrowed.reads });
  // A condition may fail for rows that the join would have left out: then it is for the whole query to say so.
  const found = await connection.runAndReadAll(narrowed.keys).then((result) => result.getRows().map(([key]) => String(key)), () => undefined);
  if (found === undefined || found.length > narrowed.most) return copy;
  const list = found.map((key) => (narrowed.kind === 'number' ? String(BigInt(key)) : `${quote(key)}${narrowed.kind === 'date' ? '::date' : ''}`)).join(', ');
  return list.length > MOST_CHARACTERS || list.includes('\0') ? copy : `${narrowed.before}${list === '' ? 'NULL' : list}${narrowed.after}`;
}

async function makeTable(connection: DuckDBConnection, { table, columns }: Pick<LoadOrder, 'table' | 'columns'>): Promise<void> {
  await connection.run(`CREATE TEMP TABLE ${table} (${columns.map((kind, index) => `v${index + 1} ${TYPES[kind].sql}`).join(', ')})`);
}

/** Puts rows that are at hand into a temporary table of `connection`. */
export async function fill(connection: DuckDBConnection, order: RowsOrder): Promise<void> {
  await makeTable(connection, order);
  const appender = await connection.createAppender(order.table);
  const types = order.columns.map((kind) => TYPES[kind].type);
  for (let from = 0; from < order.rows.length; from += CHUNK) {
    const rows = order.rows.slice(from, from + CHUNK).map((row) => row.map((value, index) => (typeof value === 'number' && order.columns[index] === 'bigint' ? BigInt(value) : value)));
    const chunk = DuckDBDataChunk.create(types, rows.length);
    chunk.setRows(rows);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

async function drain(connection: DuckDBConnection, order: LoadOrder, client: pg.Client, signal: AbortSignal): Promise<number> {
  const appender = await connection.createAppender(order.table);
  const decoder = new CopyDecoder(order.columns);
  const types = order.columns.map((kind) => TYPES[kind].type);
  let rows: CopyValue[][] = [];
  let total = 0;
  const flush = (): void => {
    if (rows.length === 0) return;
    const chunk = DuckDBDataChunk.create(types, rows.length);
    chunk.setRows(rows);
    appender.appendDataChunk(chunk);
    total += rows.length;
    rows = [];
  };
  for await (const piece of client.query(copyTo(order.copy))) {
    signal.throwIfAborted();
    decoder.push(piece as Buffer, (row) => {
      rows.push(row);
      if (rows.length === CHUNK) flush();
    });
  }
  decoder.finish();
  flush();
  appender.closeSync();
  return total;
}
