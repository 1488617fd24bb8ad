import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readViews, traceColumns, UnsafeSql } from './flare.lineage.js';

const views = new Map([
  ['p', new Map([['id', ['p#id']], ['email', ['p#email']], ['state', ['p#state']]])],
  ['b', new Map([['id', ['b#id']], ['passenger', ['b#passenger']]])],
]);
const declared = new Set(views.keys());
let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('CREATE VIEW p AS SELECT 1 AS id, \'x\' AS email, \'CA\' AS state; CREATE VIEW b AS SELECT 1 AS id, 1 AS passenger');
});

async function parse(sql: string): Promise<unknown> {
  return JSON.parse(String((await connection.runAndReadAll('SELECT json_serialize_sql($1::VARCHAR) AS t', [sql])).getRowObjectsJson()[0]?.['t']));
}
async function trace(sql: string): Promise<Record<string, readonly string[]>> {
  const names = (await connection.runAndReadAll(`DESCRIBE ${sql}`)).getRowObjectsJson().map((row) => String(row['column_name']));
  const ast = await parse(sql);
  return Object.fromEntries(traceColumns(ast, names, views, readViews(ast, declared)));
}
const all = ['b#id', 'b#passenger', 'p#email', 'p#id', 'p#state'];
const ofP = ['p#email', 'p#id', 'p#state'];

describe('traceColumns', () => {
  it.each([
    ['SELECT email AS e, id FROM p', { e: ['p#email'], id: ['p#id'] }],
    ['SELECT x.email, b.id FROM p x JOIN b ON x.id = b.passenger', { email: ['p#email'], id: ['b#id'] }],
    ['SELECT upper(email) || state AS k, count(*) AS n, max(id) AS m FROM p GROUP BY ALL', { k: ['p#email', 'p#state'], n: [], m: ['p#id'] }],
    ['SELECT CASE WHEN state = \'CA\' THEN email END AS e FROM p', { e: ['p#email', 'p#state'] }],
    ['SELECT p.* FROM b, p', { id: ['p#id'], email: ['p#email'], state: ['p#state'] }],
    ['SELECT row_number() OVER (ORDER BY email) AS r FROM p', { r: ['p#email'] }],
  ])('places %s', async (sql, expected) => {
    expect(await trace(sql)).toEqual(expected);
  });

  it.each([
    ['a subquery', 'SELECT (SELECT max(email) FROM p) AS e FROM b', { e: all }],
    ['a common table expression', 'WITH c AS (SELECT email FROM p) SELECT email FROM c', { email: ofP }],
    ['one that hides a view', 'WITH p AS (SELECT email FROM p) SELECT email FROM p', { email: ofP }],
    ['a union', 'SELECT email AS v FROM p UNION ALL SELECT state FROM p', { v: ofP }],
    ['an alias of the same SELECT', 'SELECT lower(email) AS low, low || \'!\' AS loud FROM p', { low: ['p#email'], loud: ofP }],
    ['a positional reference', 'SELECT #2 AS second FROM p', { second: ofP }],
    ['a merged join', 'SELECT id FROM p JOIN b USING (id)', { id: all }],
    ['a star with changes', 'SELECT * EXCLUDE (id) FROM p', { email: ofP, state: ofP }],
    ['columns by pattern', 'SELECT COLUMNS(\'^e\') FROM p', { email: ofP }],
    ['a derived table', 'SELECT s.e FROM (SELECT email AS e FROM p) s', { e: ofP }],
    ['renamed columns', 'SELECT t.a FROM p AS t(a, b, c)', { a: ofP }],
  ])('takes everything for %s', async (_name, sql, expected) => {
    expect(await trace(sql)).toEqual(expected);
  });
});

describe('readViews', () => {
  it.each([
    'SELECT * FROM other', 'SELECT * FROM main.p', 'SELECT * FROM \'/etc/passwd\'', 'SELECT * FROM read_csv(\'x\')', 'SELECT * FROM query(\'SELECT 1\')',
    'SELECT * FROM query_table(\'p\')', 'SELECT * FROM glob(\'/**\')', 'SELECT * FROM duckdb_secrets()', 'SELECT 1 WHERE EXISTS (FROM sniff_csv(\'x\'))',
    'SELECT * FROM p JOIN other USING (id)', 'WITH "x.parquet" AS (SELECT * FROM "x.parquet") SELECT * FROM "x.parquet"',
  ])('refuses %s', async (sql) => {
    const ast = await parse(sql);
    expect(() => readViews(ast, declared)).toThrow(UnsafeSql);
  });

  it('names the views, wherever they stand', async () => {
    expect(readViews(await parse('SELECT * FROM range(3) r, P WHERE EXISTS (SELECT 1 FROM b)'), declared)).toEqual(new Set(['p', 'b']));
  });
});
