import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { encodeRows } from './encode.js';
import { load } from './load.js';
import { registerMasks } from './mask-functions.js';
import type { EngineOrder, EnginePage } from './protocol.js';
import { SESSION_SETTINGS } from './settings.js';

const PAGE_ROWS = 4_096;
const PAGE_CHARACTERS = 1_000_000;
const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export interface Handlers {
  /** Resolves when the receiver wants another page. */
  page(page: EnginePage): Promise<void>;
  readonly signal: AbortSignal;
}

/** Runs one query on a database of its own that can open nothing but the files of this query. Returns the rows fetched from databases. */
export async function runQuery(order: EngineOrder, handlers: Handlers): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(order.threads), memory_limit: order.memory, temp_directory: order.spill, max_temp_directory_size: '4GB' });
  const connection = await instance.connect();
  const interrupt = (): void => connection.interrupt();
  handlers.signal.addEventListener('abort', interrupt);
  try {
    registerMasks(connection);
    await harden(connection, order.files);
    let rowsRead = 0;
    for (const one of order.loads) rowsRead += await load(connection, one, handlers.signal);
    handlers.signal.throwIfAborted();
    await stream(connection, order, handlers);
    return rowsRead;
  } finally {
    handlers.signal.removeEventListener('abort', interrupt);
    connection.closeSync();
    instance.closeSync();
  }
}

async function harden(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  const settings = [
    ...SESSION_SETTINGS, `SET allowed_paths = [${files.map(quote).join(', ')}]`, 'SET autoinstall_known_extensions = false', 'SET autoload_known_extensions = false',
    'SET allow_community_extensions = false', 'SET enable_external_access = false', 'SET lock_configuration = true',
  ];
  for (const setting of settings) await connection.run(setting);
}

async function stream(connection: DuckDBConnection, order: EngineOrder, handlers: Handlers): Promise<void> {
  const statements = await connection.extractStatements(order.sql);
  if (statements.count !== 1) throw new Error('a rewritten query must be one statement');
  // A stream whose query fails half-way just ends (1.5.6), which would pass a part off as the whole. So the result is made first
  // (it may spill to disk), in order, and only then streamed and counted.
  const made = await connection.run(`CREATE TEMP TABLE outcome AS ${order.sql}`);
  const [[expected] = []] = await made.getRows();
  const result = await connection.stream('SELECT * FROM outcome');
  let sent = 0n;
  let rows: string[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await handlers.page({ json: rows.join(','), rows: rows.length });
    rows = [];
    size = 0;
  };
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    handlers.signal.throwIfAborted();
    const encoded = encodeRows(chunk.getColumns(), order.columns, chunk.rowCount);
    rows.push(...encoded);
    sent += BigInt(chunk.rowCount);
    size += encoded.reduce((sum, row) => sum + row.length, 0);
    if (rows.length >= PAGE_ROWS || size >= PAGE_CHARACTERS) await flush();
  }
  // An interrupted stream ends like a complete one.
  handlers.signal.throwIfAborted();
  if (sent !== expected) throw new Error(`the result has ${String(expected)} rows, but ${sent} came out`);
  await flush();
}
