import { describe, expect, it } from '@jest/globals';
import type { DataDecision } from '@dataos/contracts-heimdall';
import type { KnownTable } from './catalogue.service.js';
import { Foresight } from './foresight.js';

const NAMES = ['crm.public.people'];
const table = (change: Partial<KnownTable> = {}, tags: readonly string[] = ['pii']): KnownTable => ({
  address: 'dataos://crm:public/people', name: 'crm.public.people', tags: ['gold'], columns: [{ name: 'id', type: 'bigint', tags: [] }, { name: 'email', type: 'varchar', tags }], ...change,
});
const decision = (id: string): DataDecision => ({ decision: id, subject: 'ann', allow: true, revision: '1', tables: [] });

describe('a decision asked for ahead', () => {
  const met = (known: readonly KnownTable[]): Foresight => {
    const foresight = new Foresight();
    void foresight.answerFor(NAMES, known, undefined);
    return foresight;
  };
  const ask = (foresight: Foresight) => foresight.begin(NAMES, async () => decision('early'));

  it('is not asked for tables that were never met', () => {
    expect(ask(new Foresight())).toBeUndefined();
    expect(met([table()]).begin(['crm.public.people', 'crm.public.orders'], async () => decision('early'))).toBeUndefined();
  });

  it('counts when the catalog says the same again', async () => {
    const foresight = met([table()]);
    expect(await foresight.answerFor(NAMES, [table()], ask(foresight))).toMatchObject({ decision: 'early' });
  });

  it.each<[string, KnownTable[]]>([
    ['a tag of a column is new', [table({}, ['pii', 'secret'])]],
    ['a tag of a column is gone', [table({}, [])]],
    ['a tag of the table is new', [table({ tags: ['gold', 'secret'] })]],
    ['a column is new', [table({ columns: [...table().columns, { name: 'phone', type: 'varchar', tags: [] }] })]],
    ['a column is of another type', [table({ columns: [{ name: 'id', type: 'integer', tags: [] }, ...table().columns.slice(1)] })]],
    ['it is another table', [table({ address: 'dataos://crm:public/persons' })]],
    ['there is one table more', [table(), table({ address: 'dataos://crm:public/behind_a_view' })]],
    ['there is none any more', []],
  ])('does not count when %s, and the new is expected from then on', async (_title, now) => {
    const foresight = met([table()]);
    expect(foresight.answerFor(NAMES, now, ask(foresight))).toBeUndefined();
    const asked: (readonly KnownTable[])[] = [];
    foresight.begin(NAMES, async (tables) => {
      asked.push(tables);
      return decision('next');
    });
    expect(asked).toEqual(now.length === 0 ? [] : [now]);
  });

  it('that fails is heard by who waits for it, and by nobody else', async () => {
    const foresight = met([table()]);
    const fail = () => foresight.begin(NAMES, () => Promise.reject(new Error('heimdall is away')));
    fail();
    await expect(foresight.answerFor(NAMES, [table()], fail())).rejects.toThrow('heimdall is away');
  });

  it('remembers only the latest', () => {
    const foresight = new Foresight(2);
    for (const name of ['a', 'b', 'c']) void foresight.answerFor([name], [table()], undefined);
    expect(['a', 'b', 'c'].map((name) => foresight.begin([name], async () => decision(name)) !== undefined)).toEqual([false, true, true]);
  });
});
