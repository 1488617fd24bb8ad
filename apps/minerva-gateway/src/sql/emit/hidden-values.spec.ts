import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runAll } from '../../../test/support/tables.js';
import { parseStatement } from '../parse/statement.parser.js';
import { rewrite } from '../rewrite.js';
import type { Table } from '../table.js';

const folder = mkdtempSync(path.join(tmpdir(), 'minerva-hidden-'));
const file = path.join(folder, 't.parquet');
const columns = [['id', 'bigint'], ['region', 'varchar'], ['seconds', 'double'], ['big', 'bigint'], ['day', 'date'], ['none', 'integer'], ['list', 'array(double)'], ['word', 'varchar'], ['doc', 'json'], ['bytes', 'varbinary']].map(([name = '', type = '']) => ({ name, type }));
const filters = [{ column: 'region', operator: 'equals' as const, value: 'EU', policy: 'p' }];

/** In every third row all values are harmless. The others, of which the filter leaves none, hold some on which functions fail. */
const ROWS = `SELECT i::BIGINT AS id, CASE WHEN hidden THEN 'US' ELSE 'EU' END AS region, CASE WHEN hidden THEN 1e300 ELSE 1 END::DOUBLE AS seconds, CASE WHEN hidden THEN 9223372036854775807 ELSE 1 END AS big,
  CASE WHEN hidden THEN DATE '5881580-07-10' ELSE DATE '2024-01-01' END AS day, CASE WHEN hidden THEN 0 ELSE 1 END::INTEGER AS none, [CASE WHEN hidden THEN 1e300 ELSE 1 END::DOUBLE] AS list,
  CASE WHEN hidden THEN '[1,' ELSE '[1]' END AS word, word AS doc, CASE WHEN hidden THEN '\\xFF'::BLOB ELSE '1'::BLOB END AS bytes FROM (SELECT i, i % 3 <> 0 AS hidden FROM range(12000) t(i))`;

/** Values on which the engine fails though it says of the function that it does not, or hides in a lambda that it may. */
const EXPRESSIONS = [
  'year(from_unixtime(seconds))', "length(substr('abc', big))", "length(substr('abc', 1, big))", "year(date_trunc('year', day))", 'year(last_day_of_month(day))', 'cardinality(transform(ARRAY[none], x -> 1 / x))',
  "year(day + INTERVAL '1' MONTH * big)", 'reduce(ARRAY[big], BIGINT \'1\', (a, x) -> a + x, a -> a)', 'cardinality(transform(list, x -> year(from_unixtime(x))))', '10 / none', 'big + 1', 'CAST(seconds AS integer)',
  'length(json_format(json_parse(word)))', 'length(json_format(doc))', 'json_array_length(doc)', 'CASE WHEN is_json_scalar(word) THEN 2 ELSE 1 END', 'cardinality(CAST(json_parse(word) AS array(bigint)))', 'length(from_utf8(bytes))', "year(date_parse(replace(word, '[1', '2024'), '%Y]'))",
];
const SHAPES: [string, (value: string) => string][] = [
  ['a condition', (value) => `SELECT count(*) FROM t WHERE ${value} > 0`], ['a value', (value) => `SELECT max(x) FROM (SELECT ${value} AS x FROM t)`], ['a group', (value) => `SELECT ${value}, count(*) FROM t GROUP BY 1`],
  ['a join', (value) => `SELECT count(*) FROM t JOIN (VALUES 3, 6) AS u (k) ON t.id = u.k AND ${value} > 0`], ['the first rows', (value) => `SELECT id FROM t WHERE ${value} > 0 LIMIT 3`],
  ['a case', (value) => `SELECT sum(CASE WHEN ${value} > 0 THEN 1 END) FROM t`], ['a subquery', (value) => `SELECT k, (SELECT max(${value}) FROM t WHERE t.id = u.k) FROM (VALUES 3, 6) AS u (k)`],
];

async function run(text: string, decision: Table['decision']): Promise<unknown[][]> {
  const query = parseStatement(text);
  if (query.kind !== 'query') throw new Error('not a query');
  const table: Table = { address: 'dataos://lake:s/t', name: 'lake.s.t', columns, decision, source: { kind: 'parquet', root: folder, files: [file] } };
  return runAll(rewrite({ text, query, defaults: { catalog: 'lake', schema: 's' }, user: 'u', now: new Date('2026-01-01'), seed: 'seed', tables: new Map([[table.name, table]]) }).sql);
}

beforeAll(() => runAll(`COPY (${ROWS}) TO '${file}' (FORMAT parquet, ROW_GROUP_SIZE 4000)`));
afterAll(() => rmSync(folder, { recursive: true }));

// What must not happen: that a query fails, or not, by what a row holds that its user may not see. By such failures he could find out any value.
describe('a value of a hidden row', () => {
  it.each(EXPRESSIONS)('is not tried by %s', async (value) => {
    for (const [shape, query] of SHAPES) {
      const answer = await run(query(value), { filters, masks: [] }).then(() => 'answers', String);
      expect({ shape, answer }).toEqual({ shape, answer: 'answers' });
    }
  });

  it.each(EXPRESSIONS)('would let %s fail where it is shown', async (value) => {
    await expect(run(`SELECT max(x) FROM (SELECT ${value} AS x FROM t)`, { filters: [], masks: [] })).rejects.toThrow();
  });

  it('is in no dictionary that a mask is put over', async () => {
    const masks = [{ column: 'seconds', operator: 'bucket_number' as const, config: { buckets: [0, 1, 1e299] }, policy: 'p' }];
    expect(await run('SELECT max(year(from_unixtime(seconds))) FROM t', { filters, masks })).toEqual([['1970']]);
  });

  it('does not keep the engine from passing over parts of a file by comparisons that cannot fail', async () => {
    const query = parseStatement("SELECT big FROM t WHERE id = 7 AND day = DATE '2024-01-01'");
    if (query.kind !== 'query') throw new Error('not a query');
    const table: Table = { address: 'dataos://lake:s/t', name: 'lake.s.t', columns, decision: { filters, masks: [] }, source: { kind: 'parquet', root: folder, files: [file] } };
    const { sql } = rewrite({ text: '', query, defaults: { catalog: 'lake', schema: 's' }, user: 'u', now: new Date(), seed: 's', tables: new Map([[table.name, table]]) });
    expect(sql).toMatch(/WHERE \(k\.k\d = 'EU'\) AND k\.k\d = 7 AND k\.k\d = '2024-01-01'::date LIMIT \d+/);
  });
});
