import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '@dataos/testkit';
import { DuckdbEngine } from './duckdb.engine.js';
import { EngineFailure, type EngineRun, type Order } from './query-engine.js';

const started: number[] = [];
const stopped: string[] = [];
const engine = new DuckdbEngine({
  memory: '256MB', threads: 1, concurrency: 2, perUser: 2, spill: mkdtempSync(path.join(tmpdir(), 'spill-')),
  onStarted: (pid) => started.push(pid), onStopped: (_pid, reason, expected) => stopped.push(`${reason} ${expected}`),
});
let counter = 0;
const order = (sql: string, extra: Partial<Order> = {}): Order => ({ id: `q${(counter += 1)}`, user: 'ann', sql, files: [], loads: [], reads: { files: [], tables: [] }, columns: [{ kind: 'bigint' }], ...extra });

async function all(run: EngineRun): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let page = await run.next(); page !== undefined; page = await run.next()) for (const row of JSON.parse(`[${Buffer.from(page.json).toString()}]`) as unknown[]) rows.push(row);
  return rows;
}
const failureOf = (run: EngineRun): Promise<EngineFailure> => all(run).then(() => { throw new Error('it went through'); }, (error: EngineFailure) => error);

/** Child processes as Linux tells them; elsewhere none are seen and the test of two processes would fail loudly. */
const childrenOf = (pid: number): number[] => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter((text) => text !== '').map(Number);

beforeAll(() => engine.start());
afterAll(() => engine.stop());

/** 0 … 10^digits - 1 without anything that makes rows. */
const counted = (digits: number): string => {
  const places = Array.from({ length: digits }, (_, place) => place);
  return `(SELECT CAST(${places.map((place) => `d${place}.v * ${10 ** place}`).join(' + ')} AS BIGINT) AS i FROM ${places.map((place) => `(VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS d${place}(v)`).join(', ')}) t`;
};

describe.each([
  ['that reads no data, its rows by chunks', {}, counted], ['that reads data, its rows by the pipe', { files: ['/nowhere'] }, (digits: number) => `range(${10 ** digits}) t(i)`],
] as const)('a query %s', (_title, way, numbers) => {
  const ask = (sql: string, extra: Partial<Order> = {}): Order => order(sql, { ...way, files: [...'files' in way ? way.files : []], ...extra });

  it('streams many pages in order', async () => {
    const rows = await all(engine.run(ask(`SELECT i AS c1 FROM ${numbers(5)} ORDER BY i`)));
    expect(rows).toHaveLength(100_000);
    expect(rows.every((row, index) => (row as [number])[0] === index)).toBe(true);
  });

  it('streams a result of many megabytes whole, also rows longer than a page', async () => {
    const rows = await all(engine.run(ask(`SELECT i AS c1, repeat('x', CASE WHEN i % 30000 = 7 THEN 2500000 ELSE 5 END) AS c2 FROM ${numbers(5)}`, { columns: [{ kind: 'bigint' }, { kind: 'varchar' }] }))) as [number, string][];
    expect(rows).toHaveLength(100_000);
    expect(rows.reduce((sum, [id]) => sum + id, 0)).toBe((100_000 * 99_999) / 2);
    expect(rows.filter(([, text]) => text.length === 2_500_000).map(([id]) => id).toSorted((a, b) => a - b)).toEqual([7, 30_007, 60_007, 90_007]);
  });

  it.each([
    ['a file that is not of this query', "SELECT count(*) FROM read_text('/etc/hostname')"],
    ['a setting', "SET memory_limit = '8GB'"], ['writing a file', "COPY (SELECT 1) TO '/tmp/minerva-leak.csv'"], ['attaching a database', "ATTACH '/tmp/minerva-leak.db'"],
    ['installing an extension', 'INSTALL httpfs'], ['two statements', 'SELECT 1; SELECT 2'],
  ])('has no way to %s', async (_what, sql) => expect((await failureOf(engine.run(ask(sql)))).kind).toBe('query'));

  it('stops a query that is canceled, and serves on', async () => {
    const run = engine.run(ask(`SELECT count(*) AS c1 FROM ${numbers(6)}, ${numbers(6)}2 WHERE t.i * t2.i % 7 = 3`.replace('t(i)2', 't2(i)')));
    setTimeout(() => run.cancel(), 200);
    expect((await failureOf(run)).kind).toBe('canceled');
    expect(await all(engine.run(ask('SELECT 1 AS c1')))).toEqual([[1]]);
  });

  it('keeps the reader in charge of the pace', async () => {
    const run = engine.run(ask(`SELECT i AS c1 FROM ${numbers(6)}`));
    expect((await run.next())?.rows).toBeGreaterThan(0);
    run.cancel();
    expect((await failureOf(run)).kind).toBe('canceled');
  });

  it('never ends a result that failed half-way as if it were whole', async () => {
    const run = engine.run(ask(`SELECT CASE WHEN i = 900000 THEN CAST(error('late') AS BIGINT) ELSE i END AS c1 FROM ${numbers(6)}`));
    expect((await failureOf(run)).message).toContain('late');
  });
});

describe('a query that makes rows of nothing', () => {
  it('begins to answer before it has made them all', async () => {
    const run = engine.run(order('SELECT i AS c1 FROM range(50000000) t(i)'));
    expect((await run.next())?.rows).toBeLessThan(1_000_000);
    run.cancel();
    expect((await failureOf(run)).kind).toBe('canceled');
  });
});

describe('DuckdbEngine', () => {
  it('gives queries without data a process of their own while one with data runs', async () => {
    const heavy = engine.run(order('SELECT count(*) AS c1 FROM range(100000000) a(i), range(1000000) b(j) WHERE i * j % 7 = 3', { files: ['/nowhere'] }));
    const pid = engine.status().pid ?? 0;
    const answers = await eventually(async () => {
      const some = await Promise.all(Array.from({ length: 20 }, () => all(engine.run(order('SELECT 1 AS c1')))));
      expect(childrenOf(process.pid).filter((child) => child !== pid).length).toBeGreaterThan(0);
      return some;
    });
    expect(answers).toEqual(Array.from({ length: 20 }, () => [[1]]));
    heavy.cancel();
    expect((await failureOf(heavy)).kind).toBe('canceled');
  });

  it('keeps queries that begin at once apart', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => index);
    const answers = await Promise.all(numbers.map((number) => all(engine.run(order(`SELECT ${number} + sum(i * 0)::BIGINT AS c1 FROM range(200000) t(i)`, { user: `user${number}` })))));
    expect(answers).toEqual(numbers.map((number) => [[number]]));
  });

  it('fails what ran when its process is killed, and starts again', async () => {
    const run = engine.run(order('SELECT count(*) AS c1 FROM range(100000000) a(i), range(1000000) b(j) WHERE i * j % 7 = 3', { files: ['/nowhere'] }));
    setTimeout(() => process.kill(engine.status().pid ?? 0, 'SIGKILL'), 200);
    expect((await failureOf(run)).kind).toBe('died');
    expect(await all(engine.run(order('SELECT 2 AS c1', { files: ['/nowhere'] })))).toEqual([[2]]);
    expect(stopped).toEqual(['SIGKILL false']);
    expect(started).toHaveLength(2);
  });
});

it('sees a file that was written anew, at once and in any way, though it keeps what it knew of it', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'anew-')), 't.parquet');
  const writer = await (await DuckDBInstance.create(':memory:')).connect();
  const read = async (): Promise<unknown> => (await all(engine.run(order(`SELECT sum(i) AS c1 FROM read_parquet(['${file}'])`, { files: [file], reads: { files: [file], tables: [] } }))))[0];
  for (let round = 1; round <= 12; round += 1) {
    const written = round % 2 === 0 ? file : `${file}.new`;
    await writer.run(`COPY (SELECT i + ${round} AS i FROM range(1000) t(i)) TO '${written}' (FORMAT parquet)`);
    if (written !== file) renameSync(written, file);
    expect(await read()).toEqual([499_500 + 1_000 * round]);
    expect(await read()).toEqual([499_500 + 1_000 * round]);
  }
  writer.closeSync();
});
