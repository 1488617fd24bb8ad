import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesBetween, factsOf, observe, type Sighting, tagsOfColumn, withEdit, withTags } from './asset-state.js';

const column = (name: string, type = 'varchar') => ({ name, type, nullable: true });
const seen: Sighting = {
  id: 'dataos://crm:public/passengers', kind: 'table', name: 'passengers', depot: 'crm', collection: 'public', parent: 'dataos://crm:public',
  description: 'from source', columns: [column('id', 'bigint'), column('email')],
};

describe('asset state', () => {
  it('tags columns by name at first sight', () => {
    expect(factsOf(observe(undefined, seen)).columns.map(({ id, tags, ordinal }) => ({ id, tags, ordinal }))).toEqual([
      { id: `${seen.id}#id`, tags: [], ordinal: 1 }, { id: `${seen.id}#email`, tags: ['PII.Email'], ordinal: 2 },
    ]);
  });

  it('changes nothing when seen again', () => {
    const state = observe(undefined, seen);
    expect(changesBetween(state, observe(state, seen))).toEqual([]);
  });

  it('does not mind the order in which JSON comes back', () => {
    const state = observe(undefined, { ...seen, details: { a: 1, b: 2 } });
    expect(changesBetween(state, { ...state, details: { b: 2, a: 1 } })).toEqual([]);
  });

  it('keeps user words over the source\'s, and gives them back', () => {
    const edited = withEdit(observe(undefined, seen), { description: 'mine', owner: 'olivia' });
    const again = observe(edited, { ...seen, description: 'source says more', owner: 'postgres' });
    expect(factsOf(again)).toMatchObject({ description: 'mine', owner: 'olivia' });
    expect(factsOf(withEdit(again, { description: null, owner: null }))).toMatchObject({ description: 'source says more', owner: 'postgres' });
  });

  it('keeps tags a user took away or gave, also while the column is gone', () => {
    const tagged = withTags(observe(undefined, seen), { tags: ['Tier.Gold'], columns: { email: [], id: ['PII.Other'] } });
    const without = observe(tagged, { ...seen, columns: [column('id', 'bigint')] });
    const back = observe(without, seen);
    expect(back.tags).toEqual(['Tier.Gold']);
    expect([tagsOfColumn(back, 'email'), tagsOfColumn(back, 'id')]).toEqual([[], ['PII.Other']]);
  });

  it.each([
    ['a new column', { columns: [...seen.columns!, column('phone')] }, ['columns']],
    ['a type', { columns: [column('id', 'integer'), column('email')] }, ['columns']],
    ['an order', { columns: [...seen.columns!].reverse() }, ['columns']],
    ['a description', { description: 'other' }, ['description']],
    ['a description taken away', { description: undefined }, ['description']],
    ['a kind', { kind: 'view' as const }, ['kind']],
  ])('notices %s', (_, change, fields) => {
    const state = observe(undefined, seen);
    expect(changesBetween(state, observe(state, { ...seen, ...change }))).toEqual(fields);
  });

  it('names columns as strangely as sources do', () => fc.assert(fc.property(
    fc.uniqueArray(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')), { maxLength: 8 }), (names) => {
      const state = observe(undefined, { ...seen, columns: names.map((name) => column(name)) });
      const tagged = withTags(state, { columns: Object.fromEntries(names.map((name) => [name, ['A.B']])) });
      const stored = structuredClone(JSON.parse(JSON.stringify(tagged)) as typeof tagged);
      expect(changesBetween(tagged, observe(stored, { ...seen, columns: names.map((name) => column(name)) }))).toEqual([]);
      for (const name of names) expect(tagsOfColumn(observe(stored, seen), name)).toEqual(['A.B']);
    })));
});
