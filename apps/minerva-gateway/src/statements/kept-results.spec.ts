import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runAll, testTables, writeTestFiles } from '../../test/support/tables.js';
import { parseStatement } from '../sql/parse/statement.parser.js';
import { rewrite } from '../sql/rewrite.js';
import { KeptResults, keyOf, UNSTEADY } from './kept-results.js';
import { versionOf } from './planner.service.js';

beforeAll(writeTestFiles);

const basis = { data: 'v1', policy: '7' };
const reads = { files: ['f'], tables: [] };
function known(text: string, { now = new Date('2026-01-02T03:04:05Z'), user = 'amir', policy = {} as Parameters<typeof testTables>[0], seed = 'a-seed' } = {}): Parameters<typeof keyOf>[0] {
  const query = parseStatement(text);
  if (query.kind !== 'query') throw new Error('not a query');
  return { ...rewrite({ text, query, defaults: { catalog: 'lake', schema: 's' }, user, now, seed, tables: testTables(policy) }), reads, basis };
}

describe('what an answer is kept under', () => {
  it.each(['SELECT now()', 'SELECT current_timestamp', 'SELECT current_date', 'SELECT localtimestamp', "SELECT * FROM people WHERE born < current_date - INTERVAL '1' DAY", 'WITH a AS (SELECT now() AS t) SELECT id FROM people, a'])('is nothing for what depends on the moment: %s', (text) =>
    expect(keyOf(known(text), [])).toBeUndefined());

  it('is nothing for masks by lot, and for data whose version is not known', () => {
    const masks = [{ column: 'name', operator: 'rand_pattern', config: { pattern: '####' }, policy: 'p' }] as never;
    expect(keyOf(known('SELECT name FROM people', { policy: { masks } }), [])).toBeUndefined();
    expect(keyOf(known('SELECT id FROM people', { policy: { masks } }), [])).toEqual(expect.any(String));
    const { basis: _basis, ...unknown } = known('SELECT id FROM people');
    expect(keyOf(unknown, [])).toBeUndefined();
  });

  it('differs with everything the answer depends on: text, masks, filters, user where named, data, policy, columns', () => {
    const one = known('SELECT id, name FROM people');
    const keys = [
      keyOf(one, []), keyOf(known('SELECT id, nick FROM people'), []), keyOf({ ...one, basis: { ...basis, data: 'v2' } }, []), keyOf({ ...one, basis: { ...basis, policy: '8' } }, []), keyOf({ ...one, reads: { files: ['g'], tables: [] } }, []),
      keyOf(one, ['text'] as never), keyOf(known('SELECT id, name FROM people', { policy: { masks: [{ column: 'name', operator: 'hash', config: { algo: 'sha256' }, policy: 'p' }] as never } }), []),
      keyOf(known('SELECT id, name FROM people', { policy: { filters: [{ column: 'id', operator: 'equals', value: 1, policy: 'p' }] as never } }), []),
      keyOf(known('SELECT current_user FROM people'), []), keyOf(known('SELECT current_user FROM people', { user: 'olivia' }), []),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain(undefined);
    expect(keyOf(known('SELECT id, name FROM people', { user: 'olivia', now: new Date(0), seed: 'other' }), [])).toBe(keys[0]);
  });

  it('is the same for two who are shown the same, and for nobody else, by whatever filters and masks', () => {
    const policy = fc.record({ filter: fc.option(fc.integer({ min: 0, max: 3 })), hashed: fc.boolean(), redacted: fc.boolean() });
    const of = ({ filter, hashed, redacted }: { filter: number | null; hashed: boolean; redacted: boolean }): Parameters<typeof testTables>[0] => ({
      filters: filter === null ? [] : [{ column: 'id', operator: 'equals', value: filter, policy: 'p' }] as never,
      masks: [...(hashed ? [{ column: 'name', operator: 'hash', config: { algo: 'sha256' }, policy: 'h' }] : []), ...(redacted ? [{ column: 'nick', operator: 'redact', config: {}, policy: 'r' }] : [])] as never,
    });
    fc.assert(fc.property(policy, policy, (a, b) => {
      const same = keyOf(known('SELECT id, name, nick FROM people', { policy: of(a) }), []) === keyOf(known('SELECT id, name, nick FROM people', { policy: of(b) }), []);
      expect(same).toBe(JSON.stringify(a) === JSON.stringify(b));
    }));
  });

  it('counts with every function of the engine that is not steady', async () => {
    const functions = await runAll("SELECT DISTINCT function_name FROM duckdb_functions() WHERE stability <> 'CONSISTENT' AND function_name <> 'error'");
    expect(functions.length).toBeGreaterThan(20);
    expect(functions.map(([name]) => String(name)).filter((name) => !UNSTEADY.test(`SELECT ${name}()`))).toEqual([]);
  });
});

describe('the version of what a query reads', () => {
  const table = (name: string): never => ({ name }) as never;
  it.each([
    ['is that of all its tables', [{ kind: 'parquet', files: [], root: '', version: 'a' }, { kind: 'view' }], [], JSON.stringify([['t0', 'a']])],
    ['is not known with one file that may change', [{ kind: 'parquet', files: [], root: '', version: 'a' }, { kind: 'csv', files: [], root: '' }], [], undefined],
    ['is not known of a database', [{ kind: 'postgres' }], [], undefined], ['is not known of listings', [{ kind: 'parquet', files: [], root: '', version: 'a' }], ['system.runtime.queries'], undefined], ['is none of nothing', [], [], undefined],
  ])('%s', (_what, sources, metadata, version) => expect(versionOf({ known: sources.map((_, index) => table(`t${index}`)), metadata }, sources as never)).toBe(version));
});

describe('a gateway that was not told to keep answers', () => {
  it('keeps none', () => expect(new KeptResults({} as never).find(known('SELECT id FROM people'), [])).toBeUndefined());
});
