import { beforeAll, describe, expect, it } from '@jest/globals';
import { runAll, testTables, writeTestFiles } from '../../../test/support/tables.js';
import { trinoFailureOf } from '../../statements/engine-failure.js';
import { EngineFailure } from '../../engine/query-engine.js';
import { parse } from '../parse/parse.js';
import { parseStatement } from '../parse/statement.parser.js';
import { rewrite } from '../rewrite.js';
import { splice } from '../splice/splice.js';
import type { Table } from '../table.js';
import { type Ask, know, type Known, TRAPS } from './traps.js';

beforeAll(writeTestFiles);

const policy: Table['decision'] = { masks: [{ column: 'name', operator: 'redact', config: {}, policy: 'p' }], filters: [{ column: 'id', operator: 'less_than', value: 3, policy: 'p' }] };
const subject = { table: 'lake.s.people', key: 'id', masked: 'name' };
const defaults = { catalog: 'lake', schema: 's' };

/** An endpoint in this process; `prepare` stands for what is done with a text before it is run. */
const endpoint = (tables: Map<string, Table>, prepare = (sql: string): string => sql): Ask => async (sql) => {
  try {
    const text = prepare(sql);
    const query = parseStatement(text);
    if (query.kind !== 'query') return { error: 'not a query' };
    return { rows: await runAll(rewrite({ text, query, defaults, user: 'u', now: new Date(), seed: '', tables }).sql) };
  } catch (error) {
    return { error: trinoFailureOf(new EngineFailure('query', error instanceof Error ? error.message : String(error))).message };
  }
};

describe.each<[string, () => Ask]>([
  ['embedded engine', () => endpoint(testTables(policy))],
  ['cluster, on the spliced text', () => endpoint(testTables(), (sql) => splice(parse(sql), { defaults, seed: '', tables: testTables(policy) }).sql)],
])('the traps that masks and filters have fallen into: %s', (_name, restricted) => {
  let known: Known;
  beforeAll(async () => { known = await know(subject, endpoint(testTables()), restricted()); });
  it.each(TRAPS.map((trap) => [trap.id, trap] as const))('%s', async (_id, trap) => expect(await trap.hold(known)).toBeUndefined());
});

describe('the suite itself', () => {
  it('finds the leaks of an endpoint that masks only what it sends, and filters nothing', async () => {
    const clear = endpoint(testTables());
    const known = await know(subject, clear, endpoint(testTables(policy)));
    const leaky = { ...known, ask: clear };
    const caught = await Promise.all(TRAPS.map(async (trap) => ((await trap.hold(leaky)) === undefined ? [] : [trap.id])));
    expect(caught.flat().length).toBeGreaterThan(20);
  });
  it('refuses a subject that could not show a leak', async () => { await expect(know(subject, endpoint(testTables()), endpoint(testTables()))).rejects.toThrow('must see a row masked'); });
});
