import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckdbEngine } from './duckdb.engine.js';
import type { ColumnEncoding } from './output.js';

const engine = new DuckdbEngine({
  memory: '512MB', threads: 2, concurrency: 2, perUser: 2, spill: mkdtempSync(path.join(tmpdir(), 'spill-')), onStarted: () => undefined, onStopped: () => undefined,
});
let counter = 0;

async function bytesOf(sql: string, columns: ColumnEncoding[], files: string[] = []): Promise<string> {
  const run = engine.run({ id: `q${(counter += 1)}`, user: 'ann', sql, files, loads: [], reads: { files: [], tables: [] }, columns });
  const pages: string[] = [];
  for (let page = await run.next(); page !== undefined; page = await run.next()) pages.push(Buffer.from(page.json).toString());
  return `[${pages.join(',')}]`;
}
const valueOf = async (sql: string, encoding: ColumnEncoding, files: string[]): Promise<string> => (await bytesOf(`SELECT ${sql} AS c1`, [encoding], files)).slice(2, -2);

beforeAll(() => engine.start());
afterAll(() => engine.stop());

describe.each([['by the engine’s chunks', []], ['by the pipe', ['/nowhere']]])('values on the wire, %s', (_way, files) => {
  it.each([
    ['9223372036854775807::BIGINT', { kind: 'bigint' }, '9223372036854775807'], ['(-128)::TINYINT', { kind: 'tinyint' }, '-128'], ['true', { kind: 'boolean' }, 'true'],
    ['0.1::DOUBLE', { kind: 'double' }, '0.1'], ["'NaN'::DOUBLE", { kind: 'double' }, '"NaN"'], ["'-Infinity'::DOUBLE", { kind: 'double' }, '"-Infinity"'], ["'Infinity'::FLOAT", { kind: 'real' }, '"Infinity"'],
    ['0.1::FLOAT', { kind: 'real' }, '0.1'], ['NULL::DOUBLE', { kind: 'double' }, 'null'], ['NULL::VARCHAR', { kind: 'varchar' }, 'null'], ['NULL', { kind: 'unknown' }, 'null'],
    ['-0.50::DECIMAL(4,2)', { kind: 'decimal' }, '"-0.50"'], ["12345678901234567890123456789.123456789::DECIMAL(38,9)", { kind: 'decimal' }, '"12345678901234567890123456789.123456789"'],
    ['-0.05::DECIMAL(2,2)', { kind: 'fraction' }, '"-0.05"'], ["'\\xFF\\x00'::BLOB", { kind: 'varbinary' }, '"/wA="'], ["DATE '2024-02-29'", { kind: 'date' }, '"2024-02-29"'],
    ["TIMESTAMP '2024-01-02 03:04:05.678901'", { kind: 'timestamp', digits: 6 }, '"2024-01-02 03:04:05.678901"'], ["TIMESTAMP '2024-01-02 03:04:05.678901'", { kind: 'timestamp', digits: 3 }, '"2024-01-02 03:04:05.678"'],
    ["TIMESTAMP '2024-01-02 03:04:05'", { kind: 'timestamp', digits: 0 }, '"2024-01-02 03:04:05"'], ["TIMESTAMP '1969-12-31 23:59:59.5'", { kind: 'timestamp', digits: 1 }, '"1969-12-31 23:59:59.5"'],
    ["TIMESTAMPTZ '2024-01-02 03:04:05.5+02'", { kind: 'timestamptz', digits: 3 }, '"2024-01-02 01:04:05.500 UTC"'], ["TIME '10:00:00.123456'", { kind: 'time', digits: 3 }, '"10:00:00.123"'],
    ["'a1b2c3d4-0000-4000-8000-000000000001'::UUID", { kind: 'uuid' }, '"a1b2c3d4-0000-4000-8000-000000000001"'], ["'{\"a\": 1}'", { kind: 'json' }, '"{\\"a\\": 1}"'],
  ] as [string, ColumnEncoding, string][])('%s as %o', async (sql, encoding, json) => expect(await valueOf(sql, encoding, files)).toBe(json));

  it('keeps every character of a text', async () => {
    const texts = ['', 'NULL', ' ', 'a"b', "a'b", 'a,b', 'back\\slash', '\\N', 'line\nfeed', '\r\n', '\u0001\u0002\u001f', 'tab\t', '€ ü 😀', ']},[', 'x'.repeat(5_000)];
    const list = texts.map((text, index) => `(${index}, '${text.replaceAll("'", "''")}')`).join(', ');
    expect(JSON.parse(await bytesOf(`SELECT v AS c1, v AS c2 FROM (VALUES ${list}) t(i, v) ORDER BY i`, [{ kind: 'varchar' }, { kind: 'varchar' }], files))).toEqual(texts.map((text) => [text, text]));
  });
});

describe('the order of rows', () => {
  const sorted = (rows: [number][], direction: 1 | -1): boolean => rows.every(([value], index) => index === 0 || ((rows[index - 1] as [number])[0] - value) * direction <= 0);
  const base = 'SELECT (hash(i) % 1000003)::BIGINT AS c1, i AS c2 FROM range(300000) t(i)';
  it.each([
    ['ORDER BY', `SELECT c1 FROM (${base}) ORDER BY c1`, 1, 300_000], ['ORDER BY … DESC', `SELECT c1 FROM (${base}) ORDER BY c1 DESC NULLS LAST`, -1, 300_000],
    ['ORDER BY … LIMIT', `SELECT c1 FROM (${base}) ORDER BY c1 LIMIT 150000`, 1, 150_000], ['ORDER BY … LIMIT OFFSET', `SELECT c1 FROM (${base}) ORDER BY c1 LIMIT 1000 OFFSET 5000`, 1, 1_000],
    ['a sorted union', `SELECT r.c1 AS c1 FROM ((${base}) UNION ALL (${base})) AS r ORDER BY r.c1`, 1, 600_000],
    ['a sorted aggregate', `SELECT c1 % 5000 AS c1 FROM (${base}) GROUP BY 1 ORDER BY 1`, 1, 5_000],
    ['WITH', `WITH w AS (${base}) SELECT c1 FROM w ORDER BY c1`, 1, 300_000],
    ['a window', `SELECT row_number() OVER (ORDER BY c1) AS c1 FROM (${base}) ORDER BY 1`, 1, 300_000],
  ] as const)('holds: %s', async (_what, sql, direction, count) => {
    const rows = JSON.parse(await bytesOf(sql, [{ kind: 'bigint' }])) as [number][];
    expect(rows).toHaveLength(count);
    expect(sorted(rows, direction)).toBe(true);
  });
});

describe('the first rows', () => {
  it('leave before the last ones are made', async () => {
    const run = engine.run({ id: 'first', user: 'ann', sql: 'SELECT i AS c1 FROM range(50000000) t(i)', files: [], loads: [], reads: { files: [], tables: [] }, columns: [{ kind: 'bigint' }] });
    const page = await run.next();
    expect(page?.rows).toBeLessThan(1_000_000);
    // Were it over by then, there would be nothing left to cancel.
    run.cancel();
    await expect((async () => { while ((await run.next()) !== undefined); })()).rejects.toMatchObject({ kind: 'canceled' });
  });
});
