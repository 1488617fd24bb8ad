import { chunkedResult } from './chunked-result.js';
import type { Database, Databases } from './database.js';
import { fill, load } from './load.js';
import { copySql, writeSql } from './output.js';
import { Pager } from './pager.js';
import { type EngineOrder, type EnginePage, readsNothing } from './protocol.js';
import { assertAsDecided } from './second-opinion.js';

const PAGE = { rows: 1_000_000, bytes: 1_000_000 };
/** So long a first page waits for more rows: a small result leaves in one page, a large one begins at once. */
const FIRST_PAGE_MS = 5;
/** What fills the pipe is no small result. */
const LARGE_BYTES = 60_000;
const INTERRUPT_MS = 50;
/** From so many bytes on a result is worth a pipe of its own to the receiver: the database that wrote into it is thrown away afterwards. */
const LONG_BYTES = 500_000;

/** What makes rows out of nothing may make a great many, for which only the pipe is right; a text that looks like it costs nothing but a little time. */
const MAKES_ROWS = /\b(?:range|unnest|generate_series|recursive)\b/i;

export interface Handlers {
  /** Resolves when the receiver wants another page; `last` tells that it was the last. */
  page(page: EnginePage): Promise<void>;
  /** Another process reads on at `path`, after the bytes in `rest`; resolves when it does. */
  handOver?(path: string, rest: Buffer): Promise<void>;
  readonly signal: AbortSignal;
}

/** Rows fetched from databases, and those that went through the pipe to another process. */
export interface Ran { readonly rowsRead: number; readonly piped?: number }

/** Runs one query on a database of its own that can open nothing but the files of this query. */
export async function runQuery(databases: Databases, order: EngineOrder, handlers: Handlers): Promise<Ran> {
  const database = await databases.take(order.write === undefined ? order.files : [...order.files, order.write.file]);
  const { connection, outlet } = database;
  let again: NodeJS.Timeout | undefined;
  const stop = (): void => {
    connection.interrupt();
    outlet.discard();
    // An interrupt between two statements is lost: the next one would run on.
    again ??= setInterval(() => connection.interrupt(), INTERRUPT_MS);
  };
  handlers.signal.addEventListener('abort', stop);
  let clean = false;
  try {
    await assertAsDecided(connection, order);
    let rowsRead = 0;
    for (const one of order.loads) rowsRead += await load(connection, one, handlers.signal);
    for (const one of order.tables ?? []) await fill(connection, one);
    handlers.signal.throwIfAborted();
    if (order.write !== undefined) {
      await write(database, order, order.write, handlers);
      return { rowsRead };
    }
    const piped = readsNothing(order) && !MAKES_ROWS.test(order.sql) ? await chunkedResult(database, order, (page) => handlers.page(page)) : await stream(database, order, handlers);
    for (const { table } of [...order.loads, ...(order.tables ?? [])]) await connection.run(`DROP TABLE ${table}`);
    clean = piped === undefined;
    return { rowsRead, ...(piped === undefined ? {} : { piped }) };
  } finally {
    handlers.signal.removeEventListener('abort', stop);
    clearInterval(again);
    if (clean) databases.giveBack(database);
    else databases.drop(database);
  }
}

/** Rows into a file; the database may open that file, so that it serves no other query. */
async function write({ connection }: Database, { sql }: EngineOrder, target: NonNullable<EngineOrder['write']>, handlers: Handlers): Promise<void> {
  const made = await connection.run(writeSql(sql, target));
  const [[rows] = []] = await made.getRows();
  handlers.signal.throwIfAborted();
  await handlers.page({ json: Buffer.from(`[${String(rows ?? 0)}]`), rows: 1, last: true });
}

/** The engine writes the rows, we cut them into pages. A failure of the writer is an error of COPY: half a result never looks whole. */
async function stream({ connection, outlet }: Database, order: EngineOrder, handlers: Handlers): Promise<number | undefined> {
  const statements = await connection.extractStatements(order.sql);
  if (statements.count !== 1) throw new Error('a rewritten query must be one statement');
  const pager = new Pager(PAGE);
  const state = { expected: undefined as bigint | undefined, begun: false, bytes: 0, taken: undefined as Promise<void> | undefined };
  const complete = Promise.withResolvers<void>();
  const finish = (): void => {
    if (state.expected !== undefined && BigInt(pager.total) >= state.expected) complete.resolve();
  };
  let sending = Promise.resolve();
  // One after another: the last page must not overtake one that waits for its receiver.
  const flush = (last = false): Promise<void> => (sending = sending.then(async () => {
    const page = pager.take();
    if (page !== undefined) await handlers.page(last ? { ...page, last } : page);
  }));
  /** A long result is read by the receiver itself, where the system has pipes. */
  const handOver = (): void => {
    const left = handlers.handOver === undefined || handlers.signal.aborted || state.expected !== undefined ? undefined : outlet.release();
    if (left === undefined) return;
    state.taken = handlers.handOver?.(outlet.path, Buffer.concat([pager.rest, left]));
    state.taken?.catch(() => undefined);
  };
  outlet.read(async (bytes) => {
    pager.push(bytes);
    state.bytes += bytes.length;
    if (!state.begun) {
      state.begun = true;
      if (bytes.length < LARGE_BYTES) await Promise.race([complete.promise, new Promise((resolve) => { setTimeout(resolve, FIRST_PAGE_MS); })]);
      if (state.expected === undefined) await flush();
    } else if (pager.isFull) await flush();
    if (state.bytes >= LONG_BYTES && state.taken === undefined && state.expected === undefined) {
      await flush();
      handOver();
    }
    finish();
  });
  handlers.signal.addEventListener('abort', () => complete.reject(handlers.signal.reason), { once: true });
  complete.promise.catch(() => undefined);
  const made = await connection.run(copySql(order.sql, order.columns, outlet.path));
  const [[expected] = []] = await made.getRows();
  state.expected = BigInt(String(expected ?? 0));
  if (state.taken !== undefined) {
    await Promise.race([state.taken, complete.promise]);
    handlers.signal.throwIfAborted();
    return Number(state.expected) - pager.total;
  }
  outlet.written();
  finish();
  await complete.promise;
  handlers.signal.throwIfAborted();
  outlet.discard();
  if (BigInt(pager.total) !== state.expected) throw new Error(`the result has ${state.expected} rows, but ${pager.total} came out`);
  await flush(true);
  return undefined;
}
