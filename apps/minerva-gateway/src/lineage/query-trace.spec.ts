import { describe, expect, it } from '@jest/globals';
import type { DataDecision } from '@dataos/contracts-heimdall';
import fc from 'fast-check';
import { queries } from '../../test/support/pairs.js';
import type { KnownTable } from '../catalogue/catalogue.service.js';
import type { Query } from '../sql/ast.js';
import { parseStatement } from '../sql/parse/statement.parser.js';
import { type Asked, traceOf, traceOfRename } from './query-trace.js';
import { trace } from './trace/trace.js';

const defaults = { catalog: 'lake', schema: 's' };
const table = (name: string, columns: string[]): KnownTable => ({ address: `dataos://lake:s/${name}`, name: `lake.s.${name}`, tags: [], columns: columns.map((column) => ({ name: column, type: 'varchar', tags: [] })) });
const known = [table('people', ['id', 'Name', 'nick', 'amount', 'born']), table('orders', ['id', 'total'])];
const [people, orders] = ['dataos://lake:s/people', 'dataos://lake:s/orders'];
const decided = (masks: Record<string, string[]>, more: object = {}): DataDecision => ({
  decision: 'd', subject: 'amir', allow: true, revision: '1',
  tables: [people, orders].map((address) => ({ address, allow: true, policies: [], dataPolicies: [], filters: [], masks: (masks[address] ?? []).map((column) => ({ column, operator: 'hash' as const, config: {}, policy: 'p' })), ...more })),
});
const asked = (text: string, answer?: DataDecision): Asked => ({ query: parseStatement(text) as Query, defaults, known, metadata: [], ...(answer === undefined ? {} : { answer }) });
const result = (...names: string[]): Parameters<typeof traceOf>[1] => ({ columns: names.map((name, index) => ({ name, type: 'varchar', from: index + 1 })), width: names.length });

describe('what came from where', () => {
  it('is told by address, in the names of the table, with what was masked', () => {
    expect(traceOf(asked('SELECT upper(name) AS n, total FROM people p JOIN orders o ON o.id = p.id', decided({ [people]: ['NAME', 'id'] })), result('n', 'total'))).toEqual({
      inputs: [{ address: people, columns: [{ name: 'id', type: 'varchar' }, { name: 'Name', type: 'varchar' }] }, { address: orders, columns: [{ name: 'id', type: 'varchar' }, { name: 'total', type: 'varchar' }] }],
      columns: [{ column: 'n', from: [{ table: people, column: 'Name', uses: ['TRANSFORMATION'], masked: true }] }, { column: 'total', from: [{ table: orders, column: 'total', uses: ['IDENTITY'], masked: false }] }],
      rows: expect.arrayContaining([{ table: people, column: 'id', uses: ['JOIN'], masked: true }, { table: orders, column: 'id', uses: ['JOIN'], masked: false }]),
    });
  });

  it('goes to the columns of the table that was written, in their order', () => {
    const written = { columns: [{ name: 'b', type: 'varchar', from: 2 }, { name: 'a', type: 'varchar', from: 1 }, { name: 'c', type: 'varchar' }], width: 2, output: { address: 'dataos://lake:s/x', kind: 'table' as const, change: 'append' as const } };
    expect(traceOf(asked('SELECT name, nick FROM people'), written)).toMatchObject({
      output: { change: 'append', columns: [{ name: 'b' }, { name: 'a' }, { name: 'c' }] }, columns: [{ column: 'b', from: [{ column: 'nick' }] }, { column: 'a', from: [{ column: 'Name' }] }, { column: 'c', from: [] }],
    });
  });

  it('counts the columns that policy filters by', () => {
    const answer = decided({}, { filters: [{ column: 'BORN', operator: 'equals', value: 1, policy: 'p' }] });
    expect(traceOf({ ...asked('SELECT nick FROM people', answer), known: known.slice(0, 1) }, result('nick')).rows).toEqual([{ table: people, column: 'born', uses: ['FILTER'], masked: false }]);
  });

  it('does not call masked what is shown as it is', () => {
    const answer = decided({});
    answer.tables[0]?.masks.push({ column: 'nick', operator: 'pass_through', config: {}, policy: 'p' });
    expect(traceOf(asked('SELECT nick FROM people', answer), result('nick')).columns[0]?.from).toEqual([{ table: people, column: 'nick', uses: ['IDENTITY'], masked: false }]);
  });

  it.each([['SELECT * FROM people CROSS JOIN UNNEST(ARRAY[nick])', 6], ['SELECT * FROM people', 4]])('names all that may be in a column where the text does not tell which is which: %s', (text, width) => {
    const { columns } = traceOf(asked(text, decided({ [people]: ['nick'] })), { ...result('x'), width });
    expect(columns[0]?.from.map(({ column, masked }) => [column, masked])).toEqual(expect.arrayContaining([['id', false], ['Name', false], ['nick', true], ['amount', false], ['born', false]]));
  });

  it('calls masked a column of a view of which policy masks what stands behind it, however deep', () => {
    const view = (name: string, sql: string): KnownTable => ({ ...table(name, ['who', 'n']), relation: { name: `lake.s.${name}`, kind: 'view', sql, catalog: 'lake', schema: 's' } as never });
    const views = [...known, view('v', 'SELECT upper(name), id FROM people'), view('w', 'SELECT who, n FROM v')];
    const { columns } = traceOf({ ...asked('SELECT who, n FROM w', decided({ [people]: ['name'] })), known: views }, result('who', 'n'));
    expect(columns.map(({ from }) => from.map(({ table: address, column, masked }) => [address.split('/').at(-1), column, masked]))).toEqual([[['w', 'who', true], ['v', 'who', true], ['people', 'Name', true]], [['w', 'n', false], ['v', 'n', false], ['people', 'id', false]]]);
  });

  it('of a table with another name is that table', () => {
    expect(traceOfRename(known[1] as KnownTable, 'dataos://lake:s/z', 'table')).toEqual({
      inputs: [{ address: orders, columns: [{ name: 'id', type: 'varchar' }, { name: 'total', type: 'varchar' }] }], output: { address: 'dataos://lake:s/z', kind: 'table', change: 'rename', columns: [{ name: 'id', type: 'varchar' }, { name: 'total', type: 'varchar' }] }, rows: [],
      columns: ['id', 'total'].map((column) => ({ column, from: [{ table: orders, column, uses: ['IDENTITY'], masked: false }] })),
    });
  });

  it('never drops a mask: whatever the query, each origin of a column is masked exactly if the decision masks it', () => {
    fc.assert(fc.property(queries, fc.subarray(['id', 'name', 'nick', 'amount', 'born']), fc.subarray(['id', 'total']), (text, some, others) => {
      const query = parseStatement(text) as Query;
      const plain = trace(query, defaults, new Map(known.map(({ name, columns }) => [name, { name, columns: columns.map((column) => column.name.toLowerCase()) }])));
      const names = plain.columns.map((_, index) => `c${index}`);
      const told = traceOf(asked(text, decided({ [people]: some, [orders]: others })), result(...names));
      const expected = (flow: ReadonlyMap<string, unknown>): string[] => [...flow.keys()].map((origin) => {
        const [name = '', column = ''] = origin.replace('lake.s.', '').split('#');
        return `${name}#${column}:${(name === 'people' ? some : others).includes(column)}`;
      }).toSorted();
      const shown = (from: readonly { table: string; column: string; masked: boolean }[]): string[] => from.map(({ table: address, column, masked }) => `${address.split('/').at(-1)}#${column.toLowerCase()}:${masked}`).toSorted();
      expect(shown(told.rows)).toEqual(expected(plain.rows));
      if (plain.open === undefined) told.columns.forEach(({ from }, index) => expect(shown(from)).toEqual(expected(plain.columns[index]?.flow ?? new Map())));
    }), { numRuns: 300 });
  });
});
