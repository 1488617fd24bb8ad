import type { DecidedFilter, DecidedMask } from '@dataos/contracts-heimdall';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DATA, policies, type Policy, queries } from '../../test/support/pairs.js';
import { runAll } from '../../test/support/tables.js';
import { registerFunctions } from '../engine/scalar-functions.js';
import { SESSION_SETTINGS } from '../engine/settings.js';
import { readsOf } from './emit/tree.js';
import { conditionOf } from './mask/filter.js';
import { maskOf } from './mask/mask.js';
import { isPattern } from './mask/pattern.js';
import { parse } from './parse/parse.js';
import { parseStatement } from './parse/statement.parser.js';
import { rewrite } from './rewrite.js';
import { splice } from './splice/splice.js';
import type { Table } from './table.js';
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
    ['bucket_number by the upper bound', mask('bucket_number', { buckets: [5, 12, 18], bound: 'upper' }), '14', 'integer', 18], ['upper, at a bound', mask('bucket_number', { buckets: [5, 12], bound: 'upper' }), '12', 'integer', 12],
    ['upper, below the first', mask('bucket_number', { buckets: [5, 12], bound: 'upper' }), '3', 'integer', 5], ['upper, above the last', mask('bucket_number', { buckets: [5, 12], bound: 'upper' }), '99', 'integer', 12],
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
    [mask('bucket_number', { buckets: ['1; DROP'] }), 'integer'], [mask('bucket_number', { buckets: [1], bound: 'middle' }), 'integer'], [mask('bucket_date', { precision: "day', x)" }), 'date'], [mask('bucket_date', { precision: 'day' }), 'varchar'], [mask('rand_regexify', { pattern: '[a-z]' }), 'varchar'],
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

/** How many pairs of a policy and a query are tried; a nightly run sets more. */
const POLICIES = Number(process.env['DATAOS_TEST_POLICIES'] ?? 40);
const QUERIES_EACH = 25;

describe('a rewritten query', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'minerva-pairs-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const columns = { people: [['id', 'bigint'], ['name', 'varchar'], ['nick', 'varchar'], ['amount', 'decimal(10,2)'], ['born', 'date']], orders: [['id', 'bigint'], ['total', 'integer']] } as const;
  const names = ['people', 'orders'] as const;
  const tablesAt = (prefix: string, policy?: Policy): Map<string, Table> => new Map(names.map((name): [string, Table] => [`lake.s.${name}`, {
    address: name, name: `lake.s.${name}`, columns: columns[name].map(([column, type]) => ({ name: column, type })), decision: policy?.[name] ?? { masks: [], filters: [] },
    source: { kind: 'parquet', root: folder, files: [path.join(folder, `${prefix}${name}.parquet`)] },
  }]));

  /** What a copy of a table is that was masked and filtered beforehand: written without the gateway's rewriting. */
  const premasked = (name: 'people' | 'orders', { masks, filters }: Policy['people']): string => {
    const shown = columns[name].map(([column, type]) => {
      const found = masks.find((candidate) => candidate.column.toLowerCase() === column);
      return `${found === undefined ? column : maskOf(found, valueOf(column, type), 'seed')} AS ${column}`;
    });
    const where = filters.map((decided) => conditionOf(decided, valueOf(decided.column, columns[name].find(([column]) => column === decided.column)?.[1] ?? '')));
    return `SELECT ${shown.join(', ')} FROM '${folder}/full_${name}.parquet' WHERE ${['true', ...where].join(' AND ')}`;
  };

  it('reads files of JSON, by the line and as lists, masked and filtered as all others', async () => {
    const files = [['lines.ndjson', '{"id":1,"name":"Ann","tags":["x","y"]}\n{"id":2,"name":"Bob"}\n'], ['list.json', '[{"id":3,"name":"Cid","tags":[]}]']].map(([name = '', text = '']) => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    });
    const table: Table = {
      address: 'dataos://lake:s/logs', name: 'lake.s.logs', columns: [['id', 'bigint'], ['name', 'varchar'], ['tags', 'array(varchar)']].map(([name = '', type = '']) => ({ name, type })),
      decision: { masks: [{ ...mask('redact'), column: 'name' }], filters: [{ column: 'id', operator: 'less_than', value: 3, policy: 'p' }] }, source: { kind: 'json', root: folder, files },
    };
    const text = 'SELECT id, name, cardinality(tags) FROM logs ORDER BY id';
    const query = parseStatement(text);
    if (query.kind !== 'query') throw new Error('not a query');
    const { sql } = rewrite({ text, query, defaults: { catalog: 'lake', schema: 's' }, user: 'u', now: new Date('2026-01-01'), seed: 'seed', tables: new Map([[table.name, table]]) });
    expect(await runAll(sql)).toEqual([['1', 'REDACTED', '2'], ['2', 'REDACTED', null]]);
    const [[tree] = []] = await runAll(`SELECT json_serialize_sql('${sql.replaceAll("'", "''")}', skip_null := true, skip_empty := true, skip_default := true)`);
    expect(readsOf(String(tree))).toEqual({ tables: [], files });
  });

  it('answers as on a copy that was masked and filtered beforehand, for the embedded engine and for a cluster alike', async () => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    // The three answers to one question are computed side by side.
    const connections = [await instance.connect(), await instance.connect(), await instance.connect()] as const;
    const [connection] = connections;
    for (const one of connections) for (const setting of SESSION_SETTINGS) await one.run(setting);
    registerFunctions(connection);
    for (const name of names) await connection.run(`COPY (${DATA[name]}) TO '${folder}/full_${name}.parquet' (FORMAT parquet)`);
    const answer = async (by: 0 | 1 | 2, text: string, tables: Map<string, Table>): Promise<string[]> => {
      try {
        const query = parseStatement(text);
        if (query.kind !== 'query') throw new Error('not a query');
        const { sql } = rewrite({ text, query, defaults: { catalog: 'lake', schema: 's' }, user: 'u', now: new Date('2026-01-01'), seed: 'seed', tables });
        return (await connections[by].runAndReadAll(sql)).getRowsJson().map((row) => JSON.stringify(row)).toSorted();
      } catch (error) {
        return [error instanceof Error ? `fails: ${/TRINO:\w+/.exec(error.message)?.[0] ?? error.message}` : 'fails'];
      }
    };
    const lookaround = ({ people }: Policy): boolean => people.masks.some(({ config }) => String(config['pattern']).includes('(?'));
    const outcomes = { pairs: 0, rows: 0, failures: 0 };
    await fc.assert(fc.asyncProperty(policies, fc.array(queries, { minLength: QUERIES_EACH, maxLength: QUERIES_EACH }), async (policy, texts) => {
      for (const name of names) await connection.run(`COPY (${premasked(name, policy[name])}) TO '${folder}/copy_${name}.parquet' (FORMAT parquet)`);
      for (const text of texts) {
        const spliced = splice(parse(text), { defaults: { catalog: 'lake', schema: 's' }, seed: 'seed', tables: tablesAt('full_', policy) });
        // The embedded engine stands for the cluster here; as Trino it has no lookaround, in which some masks are written.
        const [expected, embedded, spoken] = await Promise.all([answer(0, text, tablesAt('copy_')), answer(1, text, tablesAt('full_', policy)), lookaround(policy) ? undefined : answer(2, spliced.sql, tablesAt('full_'))]);
        const cluster = spoken ?? expected;
        expect({ text, embedded, cluster }).toEqual({ text, embedded: expected, cluster: expected });
        outcomes.pairs += 1;
        outcomes.rows += Number(expected.length > 0);
        outcomes.failures += Number(expected[0]?.startsWith('fails') ?? false);
      }
    }), { numRuns: POLICIES, endOnFailure: true });
    for (const one of connections) one.closeSync();
    instance.closeSync();
    // Many answers hold something, or the comparison would say little: six of ten, and at 40 policies 3 of 100 more or less.
    expect(outcomes.rows - outcomes.failures).toBeGreaterThan(outcomes.pairs / 3);
  }, 600_000);
});
