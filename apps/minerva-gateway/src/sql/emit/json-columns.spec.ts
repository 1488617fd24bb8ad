import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runAll } from '../../../test/support/tables.js';
import { parseStatement } from '../parse/statement.parser.js';
import { rewrite } from '../rewrite.js';
import type { Table } from '../table.js';

const folder = mkdtempSync(path.join(tmpdir(), 'minerva-json-'));
const file = path.join(folder, 't.parquet');
const columns = [['id', 'bigint'], ['region', 'varchar'], ['doc', 'json'], ['docs', 'array(json)'], ['pairs', 'map(varchar, json)']].map(([name = '', type = '']) => ({ name, type }));
const ROWS = `VALUES (1::BIGINT, 'EU', '{"b": 2.50, "a": "secret"}', ['{"b": 2.50, "a":1}', NULL], MAP {'k': ' 1'}), (2, 'EU', '{"a":"secret","b":2.5}', ['1'], MAP {}), (3, 'EU', NULL, NULL, NULL), (4, 'US', '{"a":', ['x'], NULL)`;
const EU = [{ column: 'region', operator: 'equals' as const, value: 'EU', policy: 'p' }];
const mask = (operator: 'redact' | 'hash' | 'regex_replace' | 'pass_through', config = {}): Table['decision']['masks'] => [{ column: 'doc', operator, config, policy: 'p' }];

function written(text: string, decision: Table['decision'], source: Table['source'] = { kind: 'parquet', root: folder, files: [file] }): ReturnType<typeof rewrite> {
  const query = parseStatement(text);
  if (query.kind !== 'query') throw new Error('not a query');
  const table: Table = { address: 'dataos://lake:s/t', name: 'lake.s.t', columns, decision, source };
  return rewrite({ text, query, defaults: { catalog: 'lake', schema: 's' }, user: 'u', now: new Date('2026-01-01'), seed: 'seed', tables: new Map([[table.name, table]]) });
}
const run = (text: string, decision: Table['decision']): Promise<unknown[][]> => runAll(written(text, decision).sql);

beforeAll(() => runAll(`COPY (SELECT * FROM (${ROWS}) AS v(id, region, doc, docs, pairs)) TO '${file}' (FORMAT parquet)`));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a column of the type json', () => {
  it('holds what json_parse makes of it, and may be compared, grouped and made distinct', async () => {
    const shown = { filters: EU, masks: [] };
    expect(await run('SELECT doc FROM t WHERE id = 1', shown)).toEqual([['{"a":"secret","b":2.5}']]);
    expect(await run('SELECT count(*), count(DISTINCT doc) FROM t GROUP BY doc ORDER BY 1', shown)).toEqual([['1', '0'], ['2', '1']]);
    expect(await run(`SELECT id FROM t WHERE doc = JSON '{"b":2.5,"a":"secret"}' ORDER BY id`, shown)).toEqual([['1'], ['2']]);
    expect(await run('SELECT x.id FROM t AS x JOIN t AS y ON x.doc = y.doc WHERE y.id = 1 ORDER BY 1', shown)).toEqual([['1'], ['2']]);
  });

  it('of a database is normalised as well, and no comparison with it is left to the database', () => {
    const connection = { host: 'h', port: 5432, database: 'd', user: 'u', password: 'p', ssl: false } as unknown as Extract<Table['source'], { kind: 'postgres' }>['connection'];
    const { sql, loads } = written(`SELECT doc FROM t WHERE doc = JSON '1'`, { filters: [], masks: [] }, { kind: 'postgres', schema: 's', table: 't', connection });
    expect(sql).toContain('trino_json_parse');
    expect(loads[0]?.copy).toBe('COPY (SELECT "doc"::text FROM "s"."t") TO STDOUT (FORMAT binary)');
  });

  it('is not tried where a filter hides the row, and fails by name where it is shown broken', async () => {
    expect(await run('SELECT count(doc), max(length(json_format(doc))) FROM t', { filters: EU, masks: [] })).toEqual([['2', '22']]);
    await expect(run('SELECT max(length(json_format(doc))) FROM t', { filters: [], masks: [] })).rejects.toThrow('TRINO:INVALID_FUNCTION_ARGUMENT:Cannot convert this value to JSON');
  });

  it('is NULL where it is redacted, for every function of JSON', async () => {
    const redacted = { filters: EU, masks: mask('redact', { replacement: 'x' }) };
    expect(await run("SELECT doc, json_extract(doc, '$.a'), json_extract_scalar(doc, '$.a'), CAST(doc AS map(varchar, json)), json_size(doc, '$') FROM t WHERE id = 1", redacted)).toEqual([[null, null, null, null, null]]);
    expect(await run('SELECT count(doc) FROM t', redacted)).toEqual([['0']]);
    expect(await run("SELECT count(*) FROM t WHERE doc = JSON '{\"a\":\"secret\",\"b\":2.5}'", redacted)).toEqual([['0']]);
    expect(await run("SELECT json_extract_scalar(doc, '$.a') FROM t WHERE id = 1", { filters: [], masks: mask('pass_through') })).toEqual([['secret']]);
  });

  it.each([['hash', {}], ['regex_replace', { pattern: 'a', replacement: 'b' }]] as const)('refuses the query where the mask %s is for texts', (operator, config) => {
    expect(() => written('SELECT doc FROM t', { filters: [], masks: mask(operator, config) })).toThrow(expect.objectContaining({ errorName: 'INVALID_COLUMN_MASK' }));
  });

  it('is normalised within arrays and maps as well', async () => {
    expect(await run('SELECT docs, pairs FROM t WHERE id < 4 ORDER BY id', { filters: EU, masks: [] })).toEqual([[['{"a":1,"b":2.5}', null], [{ key: 'k', value: '1' }]], [['1'], []], [null, null]]);
    await expect(run('SELECT docs FROM t WHERE id = 4', { filters: [], masks: [] })).rejects.toThrow('TRINO:INVALID_FUNCTION_ARGUMENT');
  });

  it('refuses a row filter on it', () => {
    expect(() => written('SELECT id FROM t', { filters: [{ column: 'doc', operator: 'equals', value: '1', policy: 'p' }], masks: [] })).toThrow(expect.objectContaining({ errorName: 'PERMISSION_DENIED' }));
  });

  it.each(['SELECT doc FROM t ORDER BY doc', 'SELECT doc < doc FROM t', 'SELECT greatest(doc, doc) FROM t', 'SELECT max(doc) FROM t', 'SELECT array_agg(id ORDER BY doc) FROM t', 'SELECT doc = id FROM t', 'SELECT CAST(doc AS date) FROM t', 'SELECT doc || doc FROM t', 'SELECT length(doc) FROM t'])('has no order and is no text: %s', (text) => {
    expect(() => written(text, { filters: [], masks: [] })).toThrow();
  });
});

it('levels without end are refused by name, and the engine goes on', async () => {
  await expect(run("SELECT json_parse(array_join(transform(sequence(1, 1001), x -> '['), ''))", { filters: [], masks: [] })).rejects.toThrow('TRINO:NOT_SUPPORTED:A JSON text with so many levels');
  expect(await run("SELECT json_parse('1')", { filters: [], masks: [] })).toEqual([['1']]);
});
