import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runAll, testTables, writeTestFiles } from '../../test/support/tables.js';
import { parse } from '../sql/parse/parse.js';
import { rewrite } from '../sql/rewrite.js';
import { assertKept, changeOf } from './change.js';
import type { Changing } from './writing.js';

beforeAll(writeTestFiles);

const COLUMNS = ['id', 'name', 'nick', 'amount', 'born'];
async function change(text: string): Promise<{ rows: unknown[][]; left: number; changed: number; repeated: number; updateType: string }> {
  const statement = parse(text).statement as Changing;
  const { query, counts, updateType } = changeOf(statement, 'lake.s.people', COLUMNS);
  const run = (one: typeof query): Promise<unknown[][]> => runAll(rewrite({ text, query: one, defaults: { catalog: 'lake', schema: 's' }, user: 'amir', now: new Date('2026-01-02T03:04:05Z'), seed: 'seed', tables: testTables() }).sql);
  const [[left, changed, repeated] = []] = await run(counts);
  return { rows: await run(query), left: Number(left), changed: Number(changed), repeated: Number(repeated), updateType };
}
const ids = ({ rows }: { rows: unknown[][] }): unknown[] => rows.map(([id]) => id).toSorted();

describe('the rows after a statement', () => {
  it.each([
    ['DELETE FROM people WHERE id = 2', ['1', '3'], 1], ['DELETE FROM people', [], 3], ["DELETE FROM people WHERE nick > 'b'", ['2', '3'], 1], ['DELETE FROM people WHERE nick IS NULL OR id = 1', ['2'], 2], ['DELETE FROM people WHERE NULL', ['1', '2', '3'], 0], ['TRUNCATE TABLE people', [], 3],
    ['DELETE FROM people WHERE people.id IN (SELECT o.id FROM orders o)', ['2'], 2], ['DELETE FROM people WHERE EXISTS (SELECT 1 FROM orders o WHERE o.id = lake.s.people.id AND total > 5)', ['1', '2'], 1], ["DELETE FROM people WHERE name LIKE '%n%' -- all but\n AND id < 3", ['2', '3'], 1],
  ])('%s', async (text, left, changed) => {
    const after = await change(text);
    expect([ids(after), after.left, after.changed]).toEqual([left, left.length, changed]);
    assertKept({ kind: text.startsWith('DELETE') ? 'delete' : 'truncate' }, after.rows.length, after);
  });

  it.each<[string, unknown[][], number]>([
    ["UPDATE people SET name = 'X'", [['1', 'X', 'bee'], ['2', 'X', 'ant'], ['3', 'X', null]], 3], ["UPDATE people SET name = upper(name), NICK = name WHERE nick < 'b'", [['1', 'Ann', 'bee'], ['2', 'BOB', 'Bob'], ['3', 'Cid', null]], 1],
    ['UPDATE people SET id = id + 10 WHERE id = (SELECT max(id) FROM orders)', [['1', 'Ann', 'bee'], ['13', 'Cid', null], ['2', 'Bob', 'ant']], 1], ['UPDATE people SET nick = NULL WHERE id < 3', [['1', 'Ann', null], ['2', 'Bob', null], ['3', 'Cid', null]], 2],
  ])('%s', async (text, rows, changed) => {
    const after = await change(text);
    expect([after.rows.map((row) => row.slice(0, 3)).toSorted(), after.changed, after.updateType]).toEqual([rows, changed, 'UPDATE']);
    assertKept({ kind: 'update' }, after.rows.length, after);
  });

  it.each(['UPDATE people SET nothing = 1', 'UPDATE people SET id = 1, ID = 2'])('%s is refused', (text) => expect(() => changeOf(parse(text).statement as Changing, 'lake.s.people', COLUMNS)).toThrow());

  it('are never fewer than those that were not meant: what does not add up is refused', async () => {
    expect(() => assertKept({ kind: 'update' }, 1, { left: 3, repeated: 0 })).toThrow('would leave 1 rows where 3 were expected');
    expect(() => assertKept({ kind: 'delete' }, 1, { left: 2, repeated: 0 })).toThrow('would leave 1 rows where 2 were expected');
    const statement = parse('UPDATE people SET id = max(id)').statement as Changing;
    const { query } = changeOf(statement, 'lake.s.people', ['id']);
    await expect((async () => {
      const rows = await runAll(rewrite({ text: '', query, defaults: { catalog: 'lake', schema: 's' }, user: 'a', now: new Date(), seed: 'seed', tables: testTables() }).sql);
      assertKept(statement, rows.length, { left: 3, repeated: 0 });
    })()).rejects.toThrow();
  });

  it('are those for which the condition does not hold, whatever it is', async () => {
    const leaf = fc.constantFrom('id = 1', 'id > 1', "nick = 'ant'", 'nick IS NULL', "nick <> 'bee'", 'amount > 15', 'NULL', "name BETWEEN 'A' AND 'B'", 'id IN (SELECT id FROM orders)');
    const { condition } = fc.letrec<{ condition: string }>((tie) => ({
      condition: fc.oneof({ maxDepth: 3 }, leaf, fc.tuple(tie('condition'), fc.constantFrom('AND', 'OR'), tie('condition')).map(([a, op, b]) => `(${a} ${op} ${b})`), tie('condition').map((inner) => `NOT (${inner})`)),
    }));
    await fc.assert(fc.asyncProperty(condition, async (where) => {
      const [gone, updated] = [await change(`DELETE FROM people WHERE ${where}`), await change(`UPDATE people SET name = 'gone' WHERE ${where}`)];
      const text = `SELECT id FROM people WHERE ${where}`;
      const query = parse(text).statement;
      if (query.kind !== 'query') throw new Error('not a query');
      const hit = (await runAll(rewrite({ text, query, defaults: { catalog: 'lake', schema: 's' }, user: 'amir', now: new Date(), seed: 'seed', tables: testTables() }).sql)).map(([id]) => id);
      expect(ids(gone)).toEqual(['1', '2', '3'].filter((id) => !hit.includes(id)));
      expect(updated.rows.filter(([, name]) => name === 'gone').map(([id]) => id).toSorted()).toEqual(hit.toSorted());
      expect([gone.changed, updated.changed, updated.rows.length]).toEqual([hit.length, hit.length, 3]);
    }), { numRuns: 25 });
  });
});
