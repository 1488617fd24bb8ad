import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runAll, testTables, writeTestFiles } from '../../test/support/tables.js';
import { parse } from '../sql/parse/parse.js';
import { rewrite } from '../sql/rewrite.js';
import { assertKept, assertSteady, changeOf } from './change.js';
import type { Changing } from './writing.js';

beforeAll(writeTestFiles);

interface After { rows: unknown[][]; left: number; changed: number; repeated: number; sql: string }
/** Runs a MERGE on the tables of the tests: what is there afterwards of id, name and nick, and what was counted. */
async function merge(text: string): Promise<After> {
  const { query, counts } = changeOf(parse(text).statement as Changing, 'lake.s.people', ['id', 'name', 'nick', 'amount', 'born']);
  const sqlOf = (one: typeof query): string => rewrite({ text, query: one, defaults: { catalog: 'lake', schema: 's' }, user: 'amir', now: new Date('2026-01-02T03:04:05Z'), seed: 'seed', tables: testTables() }).sql;
  const [[left, changed, repeated] = []] = await runAll(sqlOf(counts));
  const rows = await runAll(sqlOf(query));
  return { rows: rows.map((row) => row.slice(0, 3)).toSorted(), left: Number(left), changed: Number(changed), repeated: Number(repeated), sql: sqlOf(query) };
}

const ANN = ['1', 'Ann', 'bee'];
const BOB = ['2', 'Bob', 'ant'];
const CID = ['3', 'Cid', null];

describe('the rows after MERGE', () => {
  it.each<[string, unknown[][], number]>([
    ['MERGE INTO people p USING orders o ON p.id = o.id WHEN MATCHED THEN DELETE', [BOB], 2],
    ["MERGE INTO people p USING orders o ON p.id = o.id WHEN MATCHED THEN UPDATE SET name = 'got ' || CAST(o.total AS varchar), NICK = p.name", [['1', 'got 5', 'Ann'], BOB, ['3', 'got 7', 'Cid']], 2],
    ['MERGE INTO people USING orders ON people.id = orders.id WHEN MATCHED AND total > 5 THEN DELETE', [ANN, BOB], 1],
    ["MERGE INTO people p USING orders o ON p.id = o.id WHEN MATCHED AND total > 5 THEN DELETE WHEN MATCHED THEN UPDATE SET nick = 'kept'", [['1', 'Ann', 'kept'], BOB], 2],
    // The first case that holds is the one that counts; a condition that is NULL does not hold.
    ["MERGE INTO people p USING orders o ON p.id = o.id WHEN MATCHED AND nick > 'a' THEN UPDATE SET name = 'first' WHEN MATCHED AND total > 1 THEN UPDATE SET name = 'second'", [['1', 'first', 'bee'], BOB, ['3', 'second', null]], 2],
    ["MERGE INTO people p USING (VALUES (2, 'B'), (9, 'Zoe')) AS s (k, v) ON p.id = s.k WHEN MATCHED THEN UPDATE SET name = v WHEN NOT MATCHED THEN INSERT (id, name) VALUES (k, v)", [ANN, ['2', 'B', 'ant'], CID, ['9', 'Zoe', null]], 2],
    ["MERGE INTO people p USING (VALUES 8, 9) AS s (k) ON p.id = k WHEN NOT MATCHED AND k = 9 THEN INSERT VALUES (k, 'nine', NULL, 1.5, DATE '2026-01-01') WHEN NOT MATCHED AND k < 8 THEN INSERT (id) VALUES (0)", [ANN, BOB, CID, ['9', 'nine', null]], 1],
    ["MERGE INTO people p USING (VALUES 8, 9) AS s (k) ON p.id = k WHEN NOT MATCHED AND k = 9 THEN INSERT (id, name) VALUES (k, 'nine') WHEN NOT MATCHED THEN INSERT (nick, id) VALUES ('other', k)", [ANN, BOB, CID, ['8', null, 'other'], ['9', 'nine', null]], 2],
    ["MERGE INTO people p USING (VALUES 7) AS s (k) ON true WHEN MATCHED AND id = 2 THEN UPDATE SET id = k", [ANN, CID, ['7', 'Bob', 'ant']], 1],
    ['MERGE INTO people p USING (SELECT 1 AS k WHERE false) s ON true WHEN MATCHED THEN DELETE', [ANN, BOB, CID], 0],
    ['MERGE INTO people p USING (SELECT 1 AS k WHERE false) s ON p.id IS NOT NULL AND k IS NULL WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT (id) VALUES (k)', [ANN, BOB, CID], 0],
    ["MERGE INTO people p USING (VALUES (1, 'a'), (1, 'b'), (4, 'c'), (4, 'd')) AS s (k, v) ON id = k WHEN NOT MATCHED THEN INSERT (id, name) VALUES (k, v)", [ANN, BOB, CID, ['4', 'c', null], ['4', 'd', null]], 2],
    ["MERGE INTO people p USING (VALUES (1, 'a'), (1, 'b')) AS s (k, v) ON id = k WHEN MATCHED AND v = 'b' THEN UPDATE SET name = v", [['1', 'b', 'bee'], BOB, CID], 1],
    ['MERGE INTO people p USING orders AS o (k, v) ON p.id = o.k WHEN MATCHED AND v < (SELECT max(total) FROM orders) THEN DELETE', [BOB, CID], 1],
    ['MERGE INTO people p USING (SELECT * FROM people WHERE id < 3) q ON p.id = q.id + 1 WHEN MATCHED THEN UPDATE SET name = q.name WHEN NOT MATCHED THEN INSERT (id) VALUES (0)', [ANN, ['2', 'Ann', 'ant'], ['3', 'Bob', null]], 2],
  ])('%s', async (text, rows, changed) => {
    const after = await merge(text);
    expect([after.rows, after.changed, after.repeated]).toEqual([rows, changed, 0]);
    assertKept({ kind: 'merge' }, after.rows.length, after);
  });

  it('are none where a row is acted on twice', async () => {
    for (const [cases, repeated] of [['WHEN MATCHED THEN DELETE', 1], ["WHEN MATCHED THEN UPDATE SET name = v WHEN NOT MATCHED THEN INSERT (id) VALUES (k)", 1], ["WHEN MATCHED AND v = 'a' THEN UPDATE SET name = 'x' WHEN MATCHED AND v = 'b' THEN DELETE", 1]] as const) {
      const after = await merge(`MERGE INTO people p USING (VALUES (1, 'a'), (1, 'b'), (5, 'c')) AS s (k, v) ON id = k ${cases}`);
      expect([cases, after.repeated]).toEqual([cases, repeated]);
      expect(() => assertKept({ kind: 'merge' }, after.rows.length, after)).toThrow('One MERGE target table row matched more than one source row');
    }
  });

  it.each([
    ['MERGE INTO people p USING orders o ON p.id = o.id WHEN MATCHED THEN UPDATE SET nope = 1', 'does not exist in target table'], ['MERGE INTO people p USING orders o ON p.id = o.id WHEN MATCHED THEN UPDATE SET name = NULL, NAME = NULL', 'more than once'], ['MERGE INTO people p USING orders o ON p.id = o.id WHEN NOT MATCHED THEN INSERT (id, id) VALUES (1, 2)', 'more than once'],
    ['MERGE INTO people p USING orders o ON p.id = o.id WHEN NOT MATCHED THEN INSERT VALUES (1)', '1 values for 5 columns'], ['MERGE INTO people p USING orders o ON p.id = o.id WHEN NOT MATCHED THEN INSERT (id) VALUES (1, 2)', '2 values for 1 columns'],
    ['MERGE INTO people USING people ON true WHEN MATCHED THEN DELETE', "both called 'people'"], ['MERGE INTO people p USING orders o JOIN orders q ON o.id = q.id ON p.id = o.id WHEN MATCHED THEN DELETE', 'no name of its own'], ['MERGE INTO people p USING orders o ON id = o.id WHEN MATCHED THEN DELETE', 'ambiguous'],
    ['MERGE INTO people p USING orders o ON people.id = o.id WHEN MATCHED THEN DELETE', 'cannot be resolved'], ['MERGE INTO people p USING orders o ON p.id = o.id WHEN MATCHED THEN UPDATE SET name = 1', 'cannot be applied|TYPE|type'],
  ])('%s is refused', (text, message) => expect(merge(text)).rejects.toThrow(new RegExp(message)));

  it('are made from one computation of the source, and from none that policy draws by lot', async () => {
    expect((await merge('MERGE INTO people p USING (SELECT id FROM orders) o ON p.id = o.id WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT (id) VALUES (o.id)')).sql).toMatch(/^WITH \w+ AS MATERIALIZED \(/);
    expect(() => assertSteady({ masks: [{ operator: 'hash' }, { operator: 'rand_pattern' }] })).toThrow('by lot');
    expect(() => assertSteady({ masks: [{ operator: 'hash' }] })).not.toThrow();
  });

  it('are those of a plain reading of the rule, for any cases', async () => {
    const condition = fc.constantFrom(undefined, "p.nick = 'ant'", 's.v > 5', 'p.id < 3 OR s.v = 3', 'p.nick IS NULL', 'NULL');
    const insertCondition = fc.constantFrom(undefined, 's.v > 5', 's.k = 4', 'NULL');
    const cases = fc.array(fc.oneof(fc.record({ on: condition, action: fc.constantFrom('update', 'delete') }), fc.record({ on: insertCondition, action: fc.constant('insert') })), { minLength: 1, maxLength: 4 });
    const source = fc.uniqueArray(fc.record({ k: fc.integer({ min: 1, max: 6 }), v: fc.integer({ min: 0, max: 9 }) }), { minLength: 1, maxLength: 6, selector: ({ k, v }) => `${k} ${v}` });
    const people = [{ id: 1, nick: 'bee' as string | null }, { id: 2, nick: 'ant' }, { id: 3, nick: null }];
    const holds = (on: string | undefined, p: (typeof people)[number] | undefined, s: { k: number; v: number }): boolean => {
      switch (on) {
        case undefined: return true;
        case "p.nick = 'ant'": return p?.nick === 'ant';
        case 's.v > 5': return s.v > 5;
        case 'p.id < 3 OR s.v = 3': return (p !== undefined && p.id < 3) || s.v === 3;
        case 'p.nick IS NULL': return p?.nick === null;
        case 's.k = 4': return s.k === 4;
        default: return false;
      }
    };
    let told = 0;
    await fc.assert(fc.asyncProperty(cases, source, async (some, rows) => {
      const text = `MERGE INTO people p USING (VALUES ${rows.map(({ k, v }) => `(${k}, ${v})`).join(', ')}) AS s (k, v) ON p.id = s.k ${some.map(({ on, action }, index) => `WHEN ${action === 'insert' ? 'NOT ' : ''}MATCHED${on === undefined ? '' : ` AND ${on}`} THEN ${
        action === 'delete' ? 'DELETE' : action === 'update' ? `UPDATE SET name = '${index} ' || CAST(s.v AS varchar)` : `INSERT (id, name) VALUES (s.k, '${index} ' || CAST(s.v AS varchar))`}`).join(' ')}`;
      const first = (p: (typeof people)[number] | undefined, s: { k: number; v: number }) => some.map((one, index) => ({ ...one, index })).find(({ on, action }) => (action === 'insert') === (p === undefined) && holds(on, p, s));
      const acting = people.map((p) => rows.filter(({ k }) => k === p.id).flatMap((s) => { const one = first(p, s); return one === undefined ? [] : [{ s, one }]; }));
      const after = await merge(text);
      expect([text, after.repeated]).toEqual([text, acting.reduce((sum, one) => sum + Math.max(0, one.length - 1), 0)]);
      if (after.repeated > 0) return;
      told += 1;
      const left = people.flatMap(({ id }, index) => { const [act] = acting[index] ?? []; return act?.one.action === 'delete' ? [] : [[String(id), act === undefined ? ['Ann', 'Bob', 'Cid'][index] : `${act.one.index} ${act.s.v}`]]; });
      const come = rows.filter(({ k }) => k > 3).flatMap((s) => { const one = first(undefined, s); return one === undefined ? [] : [[String(s.k), `${one.index} ${s.v}`]]; });
      expect([text, after.rows.map(([id, name]) => [id, name])]).toEqual([text, [...left, ...come].toSorted()]);
      expect([after.left, after.changed]).toEqual([after.rows.length, acting.flat().length + come.length]);
    }), { numRuns: 60 });
    expect(told).toBeGreaterThan(10);
  });
});
