import type { DecidedFilter, DecidedMask } from '@dataos/contracts-heimdall';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { files, runAll, testTables, writeTestFiles } from '../../test/support/tables.js';
import { registerMasks } from '../engine/mask-functions.js';
import { SESSION_SETTINGS } from '../engine/settings.js';
import { conditionOf } from './mask/filter.js';
import { maskOf } from './mask/mask.js';
import { isPattern } from './mask/pattern.js';
import { parseStatement } from './parse/statement.parser.js';
import { rewrite } from './rewrite.js';
import { parseType } from './types/type.js';

const mask = (operator: DecidedMask['operator'], config: Record<string, unknown> = {}): DecidedMask => ({ column: 'c', operator, config, policy: 'p' });
const filter = (operator: DecidedFilter['operator'], value?: DecidedFilter['value']): DecidedFilter => ({ column: 'c', operator, policy: 'p', ...(value === undefined ? {} : { value }) });
const valueOf = (sql: string, type: string): { sql: string; type: ReturnType<typeof parseType>['type'] } => ({ sql, type: parseType(type).type });

describe('maskOf', () => {
  it.each<[string, DecidedMask, string, string, unknown]>([
    ['hash', mask('hash', { algo: 'sha256' }), "'abc'", 'varchar', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['redact of a text', mask('redact'), "'abc'", 'varchar', 'REDACTED'], ['redact with a replacement', mask('redact', { replacement: "it's" }), "'abc'", 'varchar', "it's"],
    ['redact of a number', mask('redact'), '5', 'integer', 0], ['redact of a date', mask('redact'), "DATE '2024-05-17'", 'date', '1972-01-01'], ['redact of anything else', mask('redact'), "'x'::BLOB", 'varbinary', null],
    ['regex_replace with lookahead', mask('regex_replace', { pattern: '[A-Z0-9](?=.{4})', replacement: '*' }), "'DE89370400440532'", 'varchar', '************0532'],
    ['regex_replace with a group', mask('regex_replace', { pattern: '^(.).*', replacement: '$1.' }), "'Ann'", 'varchar', 'A.'],
    ['bucket_number', mask('bucket_number', { buckets: [20, 40, 60] }), '27', 'integer', 20], ['bucket_number at a bound', mask('bucket_number', { buckets: [20, 40, 60] }), '40', 'bigint', '40'],
    ['bucket_number below', mask('bucket_number', { buckets: [20, 40] }), '3', 'integer', 0], ['bucket_number above', mask('bucket_number', { buckets: [20, 40] }), '99.5::DECIMAL(4,1)', 'decimal(4,1)', '40.0'],
    ['bucket_date', mask('bucket_date', { precision: 'year' }), "DATE '2024-05-17'", 'date', '2024-01-01'], ['bucket_date of a timestamp', mask('bucket_date', { precision: 'hour' }), "TIMESTAMP '2024-05-17 10:11:12'", 'timestamp(6)', '2024-05-17 10:00:00'],
    ['bucket_date by quarter', mask('bucket_date', { bucket_date: { precision: 'quarter' } }), "DATE '2024-05-17'", 'date', '2024-04-01'], ['pass_through', mask('pass_through'), "'abc'", 'varchar', 'abc'],
  ])('%s', async (_name, decided, sql, type, expected) => {
    expect(await runAll(`SELECT ${maskOf(decided, valueOf(`t.v`, type), 'seed')} FROM (SELECT ${sql} AS v) t`)).toEqual([[expected]]);
  });

  it.each<[DecidedMask, string]>([
    [mask('hash'), 'varchar'], [mask('redact'), 'varchar'], [mask('redact'), 'integer'], [mask('regex_replace', { pattern: 'a', replacement: 'b' }), 'varchar'], [mask('bucket_number', { buckets: [1] }), 'integer'],
    [mask('bucket_date', { precision: 'day' }), 'date'], [mask('rand_pattern', { pattern: '###' }), 'varchar'], [mask('pass_through'), 'varchar'],
  ])('keeps NULL: %j of %s', async (decided, type) => {
    const { kind } = parseType(type).type;
    expect(await runAll(`SELECT ${maskOf(decided, valueOf('t.v', type), 'seed')} FROM (SELECT CAST(NULL AS ${kind}) AS v) t`)).toEqual([[null]]);
  });

  it('rand_pattern keeps the shape, is stable within a query and differs in the next', async () => {
    const run = async (seed: string): Promise<unknown[]> => (await runAll(`SELECT ${maskOf(mask('rand_pattern', { pattern: '##-??' }), valueOf('t.v', 'varchar'), seed)} FROM (VALUES ('a'), ('a'), ('b')) t(v)`)).flat();
    const [first, again, other] = await run('one');
    expect(first).toMatch(/^\d\d-[a-z]{2}$/);
    expect([first === again, first === other, first === (await run('two'))[0]]).toEqual([true, false, false]);
  });

  it.each<[DecidedMask, string]>([
    [mask('hash'), 'integer'], [mask('regex_replace', { pattern: 'a', replacement: 'b' }), 'date'], [mask('regex_replace', { pattern: '(', replacement: 'b' }), 'varchar'], [mask('regex_replace', { pattern: '(a+)+$', replacement: 'b' }), 'varchar'],
    [mask('regex_replace', { pattern: 'a' }), 'varchar'], [mask('regex_replace', { pattern: 'a', replacement: '$&' }), 'varchar'], [mask('bucket_number', { buckets: [1] }), 'varchar'], [mask('bucket_number', { buckets: [] }), 'integer'],
    [mask('bucket_number', { buckets: ['1; DROP'] }), 'integer'], [mask('bucket_date', { precision: "day', x)" }), 'date'], [mask('bucket_date', { precision: 'day' }), 'varchar'], [mask('rand_regexify', { pattern: '[a-z]' }), 'varchar'],
    [mask('rand_pattern', { pattern: '#' }), 'integer'], [mask('no_such' as 'hash'), 'varchar'], [mask('constructor' as 'hash'), 'varchar'],
  ])('refuses the query where it cannot mask: %j of %s', (decided, type) => expect(() => maskOf(decided, valueOf('v', type), 'seed')).toThrow('refused'));

  it.each([['a+', true], ['(a|b)c', true], ['(a+)+', false], ['(a|aa)+', false], ['((a)*b)*', false], ['[', false], ['(?<=x)a', true]])('the pattern %s is usable: %s', (pattern, usable) => expect(isPattern(pattern)).toBe(usable));
});

describe('conditionOf', () => {
  it.each<[DecidedFilter, string, string]>([
    [filter('equals', "O'Hara"), 'varchar', "(v = 'O''Hara')"], [filter('not_equals', 5), 'integer', "(v <> CAST('5' AS DECIMAL(38,9)))"], [filter('like', 'A%'), 'varchar', "(v LIKE 'A%')"],
    [filter('never'), 'varchar', 'false'], [filter('equals'), 'varchar', 'false'], [filter('greater_than', '2024-01-01'), 'date', "(v > CAST('2024-01-01' AS DATE))"],
  ])('%j on %s', (decided, type, sql) => expect(conditionOf(decided, valueOf('v', type))).toBe(sql));

  it.each<[DecidedFilter, string]>([[filter('equals', 'x'), 'integer'], [filter('like', '5%'), 'integer'], [filter('equals', "2024' OR 1=1"), 'date'], [filter('equals', 'x'), 'varbinary'], [filter('equals', 'maybe'), 'boolean']])(
    'refuses what it cannot compare: %j on %s', (decided, type) => expect(() => conditionOf(decided, valueOf('v', type))).toThrow('Access Denied'));
  it('refuses a column that is not there', () => expect(() => conditionOf(filter('equals', 1), undefined)).toThrow('Access Denied'));
});

/** Queries over `people` with every way a table can be read; names are random where they may be. */
const query = fc.tuple(
  fc.constantFrom('people', 'people p', '(SELECT * FROM people) p', '(SELECT * FROM people WHERE id <> 2) AS p', '(TABLE people) p', '(SELECT * FROM people UNION ALL SELECT * FROM people) p'),
  fc.constantFrom('name', 'nick', 'id', 'amount', 'born', 'upper(name)', 'count(*) OVER ()', 'max(nick) OVER (PARTITION BY name)', 'coalesce(nick, name)', 'length(name)', 'year(born)'),
  fc.constantFrom('', "WHERE name > 'B'", 'WHERE nick IS NULL', "WHERE id IN (SELECT id FROM people WHERE nick <> 'ant')", 'WHERE EXISTS (SELECT 1 FROM people q WHERE q.amount > 15)', "WHERE born >= DATE '2024-02-01'", 'WHERE amount > 15.5 AND id < 3', 'WHERE id = 2 OR name = nick'),
).map(([from, column, where]) => `SELECT ${column} AS x FROM ${from} ${where}`);
const masks = fc.record({
  name: fc.constantFrom<DecidedMask[]>([], [{ ...mask('hash'), column: 'name' }], [{ ...mask('redact'), column: 'name' }], [{ ...mask('regex_replace', { pattern: '(?<=.).', replacement: '*' }), column: 'NAME' }]),
  nick: fc.constantFrom<DecidedMask[]>([], [{ ...mask('redact', { replacement: 'ant' }), column: 'nick' }]), amount: fc.constantFrom<DecidedMask[]>([], [{ ...mask('bucket_number', { buckets: [15, 25] }), column: 'amount' }]),
  born: fc.constantFrom<DecidedMask[]>([], [{ ...mask('bucket_date', { precision: 'year' }), column: 'born' }]),
}).map((all) => Object.values(all).flat());
const filters = fc.subarray<DecidedFilter>([{ ...filter('not_equals', 'Bob'), column: 'name' }, { ...filter('less_than', 3), column: 'id' }, { ...filter('like', '%e%'), column: 'nick' }, { ...filter('greater_than', 12.5), column: 'amount' }]);

describe('a rewritten query', () => {
  beforeAll(writeTestFiles);

  it('answers as the plain query does on a copy that was masked and filtered beforehand', async () => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    for (const setting of SESSION_SETTINGS) await connection.run(setting);
    registerMasks(connection);
    await fc.assert(fc.asyncProperty(query, masks, filters, async (text, decidedMasks, decidedFilters) => {
      const protectedTables = testTables({ masks: decidedMasks, filters: decidedFilters });
      const file = files.people;
      const shown = (name: string, type: string): string => {
        const found = decidedMasks.find(({ column }) => column.toLowerCase() === name);
        return `${found === undefined ? name : maskOf(found, valueOf(name, type), 'seed')} AS ${name}`;
      };
      const columns = protectedTables.get('lake.s.people')?.columns ?? [];
      const where = decidedFilters.map((decided) => conditionOf(decided, valueOf(decided.column, columns.find(({ name }) => name === decided.column)?.type ?? '')));
      await connection.run(`CREATE OR REPLACE TEMP TABLE copied AS SELECT ${columns.map(({ name, type }) => shown(name, type)).join(', ')} FROM '${file}' WHERE ${['true', ...where].join(' AND ')}`);
      const oracle = text.replaceAll('people', 'copied');
      const parsed = parseStatement(text);
      if (parsed.kind !== 'query') throw new Error('not a query');
      const { sql } = rewrite({ text, query: parsed, defaults: { catalog: 'lake', schema: 's' }, user: 'u', now: new Date(), seed: 'seed', tables: protectedTables });
      const rows = async (statement: string): Promise<string[]> => (await connection.runAndReadAll(statement)).getRowsJson().map((row) => JSON.stringify(row)).toSorted();
      expect(await rows(sql)).toEqual(await rows(oracle));
    }), { numRuns: 300 });
    connection.closeSync();
    instance.closeSync();
  }, 120_000);
});
