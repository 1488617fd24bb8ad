import type { DecidedFilter, DecidedMask } from '@dataos/contracts-heimdall';
import { describe, expect, it } from '@jest/globals';
import { parse } from '../parse/parse.js';
import { TrinoFailure } from '../failure.js';
import type { GovernedTable } from './governed.js';
import { namedTables, originOf, splice, type Spliced } from './splice.js';

const defaults = { catalog: 'lake', schema: 's' };
const mask: DecidedMask = { column: 'Name', operator: 'redact', config: { replacement: "it's" }, policy: 'p' };
const filter: DecidedFilter = { column: 'id', operator: 'less_than', value: 3, policy: 'p' };
const table = (name: string, governed: boolean): [string, GovernedTable] => [name, {
  address: name, name, columns: [{ name: 'id', type: 'bigint' }, { name: 'Name', type: 'varchar(20)' }], decision: governed ? { masks: [mask], filters: [filter] } : { masks: [], filters: [] },
}];
const tables = new Map([table('lake.s.people', true), table('lake.s.orders', false), table('lake.s.target', false), table('lake.other.people', false)]);

const spliced = (text: string): Spliced => splice(parse(text), { defaults, seed: 'seed', tables });
/** The spliced text with what stands for the governed tables shortened. */
const short = (text: string): string => spliced(text).sql
  .replaceAll(`SELECT "k"."id", CASE WHEN "k"."name" IS NULL THEN NULL ELSE 'it''s' END AS "name" FROM "lake"."s"."people" AS "k" WHERE ("k"."id" < CAST('3' AS DECIMAL(38,9)))`, 'PEOPLE')
  .replaceAll('SELECT "k"."id", "k"."name" FROM "lake"."s"."orders" AS "k"', 'ORDERS').replaceAll('SELECT "k"."id", "k"."name" FROM "lake"."other"."people" AS "k"', 'OTHER');

function nameOf(text: string): string {
  try {
    spliced(text);
    return 'accepted';
  } catch (error) {
    if (error instanceof TrinoFailure) return error.errorName;
    throw error;
  }
}

describe('splice: what a cluster is sent', () => {
  it.each([
    ['SELECT * FROM people', 'SELECT * FROM (PEOPLE) AS "people"'], ['select P.Name\nfrom  people /* x */ p -- y', 'select P.Name\nfrom  (PEOPLE) /* x */ p -- y'],
    ['SELECT * FROM people AS p (a, b)', 'SELECT * FROM (PEOPLE) AS p (a, b)'], ["SELECT '\u{1F600}\u{1F600}', x FROM people p", "SELECT '\u{1F600}\u{1F600}', x FROM (PEOPLE) p"],
    ['SELECT 1 UNION ALL TABLE people', 'SELECT 1 UNION ALL (PEOPLE)'], ['SELECT lake.s.people.name, s.people.id, people.id FROM people', 'SELECT "people".name, "people".id, people.id FROM (PEOPLE) AS "people"'],
    ['SELECT s.people.* FROM people', 'SELECT "people".* FROM (PEOPLE) AS "people"'], ['SELECT 1 FROM people ORDER BY lake.s.people.id', 'SELECT 1 FROM (PEOPLE) AS "people" ORDER BY "people".id'],
    ['WITH people AS (SELECT * FROM people) SELECT * FROM people', 'WITH people AS (SELECT * FROM (PEOPLE) AS "people") SELECT * FROM people'],
    ['WITH people AS (SELECT 1 x) SELECT * FROM "PEOPLE", s.people', 'WITH people AS (SELECT 1 x) SELECT * FROM "PEOPLE", (PEOPLE) AS "people"'],
    ['WITH RECURSIVE people(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM people) SELECT * FROM people', 'WITH RECURSIVE people(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM people) SELECT * FROM people'],
    ['SELECT * FROM people TABLESAMPLE BERNOULLI (10), orders o', 'SELECT * FROM (PEOPLE) AS "people" TABLESAMPLE BERNOULLI (10), (ORDERS) o'],
    ['SELECT * FROM people NATURAL JOIN orders', 'SELECT * FROM (PEOPLE) AS "people" NATURAL JOIN (ORDERS) AS "orders"'], ['SELECT (SELECT max(id) FROM people) FROM orders o', 'SELECT (SELECT max(id) FROM (PEOPLE) AS "people") FROM (ORDERS) o'],
    ['SELECT * FROM UNNEST(ARRAY[(SELECT id FROM people)]) u(x)', 'SELECT * FROM UNNEST(ARRAY[(SELECT id FROM (PEOPLE) AS "people")]) u(x)'], ['SELECT transform(a, x -> x + 1) FROM people', 'SELECT transform(a, x -> x + 1) FROM (PEOPLE) AS "people"'],
    ['SELECT * FROM TABLE(exclude_columns(input => TABLE(people), columns => DESCRIPTOR(name)))', 'SELECT * FROM TABLE(exclude_columns(input => TABLE(PEOPLE), columns => DESCRIPTOR(name)))'],
    ['SELECT * FROM people m MATCH_RECOGNIZE (ORDER BY id MEASURES A.id AS x PATTERN (A+) DEFINE A AS id > (SELECT max(id) FROM orders o)) r', 'SELECT * FROM (PEOPLE) m MATCH_RECOGNIZE (ORDER BY id MEASURES A.id AS x PATTERN (A+) DEFINE A AS id > (SELECT max(id) FROM (ORDERS) o)) r'],
    ['INSERT INTO target (id) SELECT id FROM people', 'INSERT INTO "lake"."s"."target" (id) SELECT id FROM (PEOPLE) AS "people"'], ['CREATE TABLE target AS TABLE people', 'CREATE TABLE "lake"."s"."target" AS (PEOPLE)'],
    ['DELETE FROM orders WHERE id IN (SELECT id FROM people)', 'DELETE FROM "lake"."s"."orders" WHERE id IN (SELECT id FROM (PEOPLE) AS "people")'], ['EXPLAIN SELECT * FROM orders', 'EXPLAIN SELECT * FROM (ORDERS) AS "orders"'],
    ["EXECUTE IMMEDIATE 'SELECT ''a'' FROM orders WHERE id = ?' USING 1", `EXECUTE IMMEDIATE 'SELECT ''a'' FROM (ORDERS) AS "orders" WHERE id = ?' USING 1`],
    ['SELECT o.id, s.people.id FROM people JOIN (SELECT * FROM orders) o ON o.id = s.people.id', 'SELECT o.id, "people".id FROM (PEOPLE) AS "people" JOIN (SELECT * FROM (ORDERS) AS "orders") o ON o.id = "people".id'],
    ['SELECT 1 FROM people WHERE EXISTS (SELECT 1 FROM orders WHERE orders.id = s.people.id)', 'SELECT 1 FROM (PEOPLE) AS "people" WHERE EXISTS (SELECT 1 FROM (ORDERS) AS "orders" WHERE orders.id = "people".id)'],
  ])('%s', (text, expected) => expect(short(text)).toBe(expected));

  it('leaves it to no session in which time zone a policy is meant', () => {
    const policy = { masks: [{ column: 'seen', operator: 'redact' as const, config: {}, policy: 'p' }], filters: [{ column: 'seen', operator: 'less_than' as const, value: '2024-01-01', policy: 'p' }] };
    const sql = (type: string): string => splice(parse('SELECT * FROM t'), { defaults, seed: 's', tables: new Map([['lake.s.t', { address: 't', name: 't', columns: [{ name: 'seen', type }], decision: policy }]]) }).sql;
    expect(sql('timestamp(6) with time zone')).toContain(`"k"."seen" < CAST('2024-01-01 UTC' AS timestamp(6) with time zone)`);
    expect(sql('timestamp(6) with time zone')).toContain(`ELSE CAST('1972-01-01 UTC' AS timestamp(6) with time zone)`);
    expect(sql('timestamp(6)')).toContain(`"k"."seen" < CAST('2024-01-01' AS timestamp(6))`);
  });

  it('moves the version of a table inside', () => expect(spliced("SELECT * FROM people FOR VERSION AS OF 12 AS p").sql).toContain('FROM "lake"."s"."people" FOR VERSION AS OF 12 AS "k" WHERE'));
  it('names what is to be decided, once each', () => expect(namedTables(parse('INSERT INTO target SELECT * FROM people, s.people, x.y.z'), defaults)).toEqual({ read: ['lake.s.people', 'x.y.z'], written: ['lake.s.target'] }));
  it('refuses a table that was not decided', () => expect(() => spliced('SELECT * FROM nowhere')).toThrow('not decided'));
  it('finds back where an error came from', () => {
    const text = 'SELECT x FROM people WHERE y';
    const { sql, edits } = spliced(text);
    expect(originOf(edits, sql.indexOf('y', sql.indexOf('WHERE y')))).toBe(text.indexOf('y'));
    expect(originOf(edits, sql.indexOf('"k"'))).toBe(text.indexOf('people'));
    expect(originOf(edits, 7)).toBe(7);
  });

  it.each([
    'EXPLAIN SELECT * FROM people', 'EXPLAIN ANALYZE SELECT * FROM people', 'SHOW STATS FOR (SELECT * FROM people)', 'SHOW STATS FOR orders', 'ANALYZE people', 'SHOW CREATE TABLE people', 'CREATE VIEW target AS SELECT * FROM people',
    'INSERT INTO people SELECT * FROM orders', "DELETE FROM people WHERE name = 'Ann'", "UPDATE people SET name = 'x'", 'MERGE INTO people p USING orders o ON p.id = o.id WHEN MATCHED THEN DELETE', 'CREATE TABLE target (LIKE people)', 'REFRESH MATERIALIZED VIEW people',
    'WITH FUNCTION to_utf8(x varchar) RETURNS varchar RETURN x SELECT * FROM people', 'WITH SESSION a.b = 1 SELECT * FROM people', "SELECT * FROM TABLE(pg.system.query(query => 'SELECT 1'))", "SELECT * FROM TABLE(system.builtin.raw_query(query => ''))", 'SELECT lake.s.f(id) FROM people',
    'SELECT * FROM "people$partitions"', 'SELECT * FROM information_schema.tables', 'SELECT * FROM system.runtime.queries', 'CALL lake.system.run(x => (SELECT max(name) FROM people))', 'SET SESSION a = (SELECT max(name) FROM people)', 'SET PATH a.b', 'SET ROLE admin', 'GRANT SELECT ON people TO x',
    'PREPARE q FROM SELECT * FROM people', 'EXECUTE q', "EXECUTE IMMEDIATE 'SELECT * FROM people' USING (SELECT max(name) FROM people)", "EXECUTE IMMEDIATE 'EXECUTE IMMEDIATE ''SELECT 1'''", 'SELECT * FROM people FOR VERSION AS OF (SELECT max(id) FROM orders)',
  ])('refuses %s', (text) => expect(nameOf(text)).toBe('NOT_SUPPORTED'));

  it.each(['SELECT s.people.id FROM people, other.people', 'SELECT s.people.id FROM people, orders people', 'SELECT s.people.id FROM people, orders s', 'SELECT 1 FROM people WHERE EXISTS (SELECT 1 FROM orders people WHERE people.id = lake.s.people.id)'])(
    'refuses a name that could come to mean another table: %s', (text) => expect(nameOf(text)).toBe('AMBIGUOUS_NAME'));
  it.each<[string, Partial<GovernedTable>]>([
    ['INVALID_COLUMN_MASK', { decision: { masks: [{ ...mask, operator: 'hash', column: 'id' }], filters: [] } }], ['INVALID_COLUMN_MASK', { decision: { masks: [mask, { ...mask, operator: 'hash' }], filters: [] } }],
    ['PERMISSION_DENIED', { decision: { masks: [{ ...mask, column: 'gone' }], filters: [] } }], ['PERMISSION_DENIED', { decision: { masks: [], filters: [{ ...filter, column: 'gone' }] } }],
    ['INVALID_COLUMN_MASK', { decision: { masks: [{ ...mask, operator: 'regex_replace', config: { pattern: String.raw`\W`, replacement: '*' } }], filters: [] } }], ['NOT_SUPPORTED', { columns: [] }],
  ])('fails as %s when policy and table do not fit: %j', (name, change) => {
    const known = tables.get('lake.s.people') as GovernedTable;
    const run = (): unknown => splice(parse('SELECT 1 FROM people'), { defaults, seed: '', tables: new Map([['lake.s.people', { ...known, ...change }]]) });
    expect(run).toThrow(expect.objectContaining({ errorName: name }));
  });
});
