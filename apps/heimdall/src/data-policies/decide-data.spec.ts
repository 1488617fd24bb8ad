import { AccessRule, DataRule } from '@dataos/contracts-heimdall';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compilePolicy } from '../decisions/decide.js';
import { compileDataPolicy, type CompiledDataPolicy } from './data-policy.js';
import { decideTable, mayRead } from './decide-data.js';

const access = (predicates: string[], allow = true, paths = ['dataos://crm:**']) =>
  compilePolicy({ name: `${allow ? 'yes' : 'no'}-${predicates.join()}`, owner: 'o', rule: AccessRule.parse({ subjects: { tags: ['roles:id:analyst'] }, predicates, objects: { paths }, allow }) });
const data = (name: string, rule: Record<string, unknown>): CompiledDataPolicy => {
  const { tags = ['roles:id:**'], match = 'any', column, ...rest } = rule as { tags?: string[]; match?: string; column?: unknown };
  const compiled = compileDataPolicy({ name, owner: 'o', rule: DataRule.parse({ selector: { user: { match, tags }, column }, ...rest }) });
  if (!compiled) throw new Error('archived');
  return compiled;
};
const mask = (name: string, operator: string, priority: number, more: Record<string, unknown> = {}) => data(name, {
  type: 'mask', priority, column: { tags: ['PII.Email'], names: ['phone'] },
  mask: { operator, hash: { algo: 'sha256' }, regex_replace: { pattern: '.', replacement: 'x' }, bucket_number: { buckets: [1, 2] } }, ...more,
});
const filter = (name: string, priority: number, filters: unknown[], more: Record<string, unknown> = {}) => data(name, { type: 'filter', priority, dataset_id: 'crm.public.passengers', filters, ...more });
const table = { address: 'dataos://crm:public/passengers', columns: [{ name: 'id', type: 'integer' }, { name: 'Email', type: 'varchar', tags: ['PII.Email'] }, { name: 'phone', type: 'text' }, { name: 'state', type: 'text' }] };
const amir = { id: 'amir', email: 'amir@air.example', tags: ['roles:id:analyst', 'users:id:amir'], properties: [{ key: 'home', value: 'NY' }] };
/** For lists the same is decided, from the names of the columns alone. */
const ask = (policies: CompiledDataPolicy[], given: Partial<typeof table> = {}, reader = amir) => {
  const asked = { ...table, ...given };
  const decided = decideTable([access(['select'])], policies, reader, asked);
  expect(mayRead([access(['select'])], policies, reader, { ...asked, columns: asked.columns.map(({ name }) => ({ name })) })).toBe(decided.allow);
  return decided;
};

describe('access', () => {
  const one = (...policies: ReturnType<typeof access>[]) => decideTable(policies, [mask('m', 'hash', 50)], amir, table);
  it.each([['select', true], ['read', true], ['**', true], ['write', false], ['get', false]])('%s: %s', (predicate, allow) => expect(one(access([predicate])).allow).toBe(allow));
  it('needs no deny on either', () => expect(one(access(['read']), access(['select'], false))).toMatchObject({ allow: false, masks: [], filters: [] }));
  it('data policies give nothing', () => expect(one()).toMatchObject({ allow: false, verdict: { cause: 'not-allowed' } }));
  it.each(['dataos://crm:public', 'crm.public.passengers', 'dataos://crm:public/passengers#x', 'dataos://crm:public/../x', ''])('refuses the address %s', (address) => expect(ask([], { address }).allow).toBe(false));
});

describe('masks', () => {
  it('selects by tag and by name, without regard to case', () => {
    expect(ask([mask('m', 'hash', 50)]).masks).toEqual([
      { column: 'Email', operator: 'hash', config: { algo: 'sha256' }, policy: 'm' }, { column: 'phone', operator: 'hash', config: { algo: 'sha256' }, policy: 'm' },
    ]);
    expect(ask([mask('m', 'hash', 50)], { columns: [{ name: 'PHONE', type: 'text' }] }).masks).toHaveLength(1);
  });
  it('takes the lowest number', () => expect(ask([mask('a', 'hash', 40), mask('b', 'redact', 30)]).masks[0]).toMatchObject({ policy: 'b' }));
  it('takes the stricter of equals, then the name', () => {
    expect(ask([mask('a', 'regex_replace', 40), mask('b', 'redact', 40)]).masks[0]).toMatchObject({ policy: 'b' });
    expect(ask([mask('b', 'hash', 40), mask('a', 'hash', 40)]).masks[0]).toMatchObject({ policy: 'a' });
  });
  it('absent priority is 100', () => expect(ask([mask('a', 'redact', 99), mask('b', 'hash', 1, { priority: undefined })]).masks[0]).toMatchObject({ policy: 'a' }));
  it('lets a lower pass-through exempt, and says so', () => {
    const answer = ask([mask('pii', 'hash', 100), mask('reader', 'pass_through', 90, { tags: ['users:id:amir'] })]);
    expect(answer.masks).toEqual([]);
    expect(answer.dataPolicies).toEqual(['reader']);
  });
  it('a higher pass-through exempts nobody', () => expect(ask([mask('pii', 'hash', 80), mask('reader', 'pass_through', 90)]).masks).toHaveLength(2));
  it('redacts what it cannot mask by type', () => expect(ask([mask('m', 'hash', 50)], { columns: [{ name: 'phone', type: 'bigint' }] }).masks).toEqual([{ column: 'phone', operator: 'redact', config: {}, policy: 'm' }]));
  it.each([['any', ['x', 'roles:id:analyst'], 2], ['all', ['x', 'roles:id:analyst'], 0], ['all', ['users:id:*', 'roles:id:analyst'], 2]])('%s of %j: %i masks', (match, tags, count) =>
    expect(ask([mask('m', 'hash', 50, { match, tags })]).masks).toHaveLength(count));
  it('leaves other datasets and other tags alone', () => {
    expect(ask([mask('m', 'hash', 50, { dataset_id: 'crm.public.bookings' })]).masks).toEqual([]);
    expect(ask([mask('m', 'hash', 50)], { columns: [{ name: 'Email', type: 'varchar', tags: ['PII.email'] }] }).masks).toEqual([]);
  });
  it.each([[undefined, {}, 'lower'], ['upper', {}, 'upper'], ['upper', { bound: 'lower' }, 'lower']] as const)('the bound of buckets by an installation of %s and a policy of %j is the %s one', (installation, own, bound) => {
    const rule = DataRule.parse({ type: 'mask', selector: { user: { match: 'any', tags: ['**'] }, column: { names: ['a'] } }, mask: { operator: 'bucket_number', bucket_number: { buckets: [1, 2], ...own } } });
    expect(compileDataPolicy({ name: 'b', owner: '', rule }, installation)?.mask?.config).toEqual({ buckets: [1, 2], bound });
  });
  it('an archived policy is inert', () => expect(compileDataPolicy({ name: 'a', owner: '', rule: DataRule.parse({ type: 'mask', isArchived: true, selector: { user: { match: 'any', tags: ['**'] }, column: { names: ['a'] } }, mask: { operator: 'redact' } }) })).toBeUndefined());
});

describe('filters', () => {
  const ny = { column: 'state', operator: 'equals', value: 'NY' };
  it('restricts rows', () => expect(ask([filter('f', 20, [ny])]).filters).toEqual([{ ...ny, policy: 'f' }]));
  it('ANDs equals of one column, and different columns', () => expect(ask([filter('f', 20, [ny]), filter('g', 20, [{ ...ny, value: 'CA' }]), filter('h', 90, [{ column: 'id', value: 1 }])]).filters).toHaveLength(3));
  it('the lower number supersedes on the same column', () => expect(ask([filter('f', 20, [ny]), filter('g', 30, [{ ...ny, value: 'CA' }])]).filters).toEqual([{ ...ny, policy: 'f' }]));
  it('takes the value from the user', () => {
    expect(ask([filter('f', 20, [{ column: 'state', valueFrom: { user_attribute: 'home' } }])]).filters).toEqual([{ ...ny, policy: 'f' }]);
    expect(ask([filter('f', 20, [{ column: 'state', value_from_attribute: 'email' }])]).filters[0]?.value).toBe('amir@air.example');
  });
  it('lets no row pass when the user lacks the attribute', () => expect(ask([filter('f', 20, [{ column: 'state', valueFrom: { user_attribute: 'nothing' } }])]).filters).toEqual([{ column: 'state', operator: 'never', policy: 'f' }]));
  it('refuses when the table lacks the column of its own filter', () => expect(ask([filter('f', 20, [{ column: 'region', value: 'EU' }])])).toMatchObject({ allow: false }));
  it('skips tables without the column of a filter for all', () => expect(ask([filter('f', 20, [{ column: 'region', value: 'EU' }], { dataset_id: undefined })])).toMatchObject({ allow: true, filters: [] }));
  it('a pass-through never lifts a filter', () => expect(ask([filter('f', 20, [ny]), mask('p', 'pass_through', 1)]).filters).toHaveLength(1));
});

it('property: one more mask or filter never shows more', () => {
  const made = fc.record({ kind: fc.constantFrom('hash', 'redact', 'regex_replace'), priority: fc.integer({ min: 1, max: 100 }) });
  fc.assert(fc.property(fc.array(made, { maxLength: 5 }), made, (some, extra) => {
    const policies = some.map((one, i) => mask(`m${i}`, one.kind, one.priority));
    const before = new Set(ask(policies).masks.map((one) => one.column));
    const after = new Set(ask([...policies, mask('x', extra.kind, extra.priority)]).masks.map((one) => one.column));
    expect([...before].every((column) => after.has(column))).toBe(true);
  }));
});

describe('properties of whole sets', () => {
  const column = fc.constantFrom('id', 'Email', 'phone', 'state', 'STATE');
  const drawn = fc.oneof(
    fc.record({ kind: fc.constantFrom('hash', 'redact', 'regex_replace', 'pass_through', 'bucket_number'), priority: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ kind: fc.constant('filter'), priority: fc.integer({ min: 1, max: 4 }), column, value: fc.constantFrom('NY', 'CA') }),
  );
  const built = (set: readonly { kind: string; priority: number; column?: string; value?: string }[]) =>
    set.map((one, i) => (one.kind === 'filter' ? filter(`p${i}`, one.priority, [{ column: one.column, value: one.value }]) : mask(`p${i}`, one.kind, one.priority)));
  const sets = fc.array(drawn, { maxLength: 6 });

  it('the order in which policies were made does not count', () => {
    fc.assert(fc.property(sets, fc.integer(), (set, seed) => {
      const policies = built(set);
      const turned = [...policies.slice(Math.abs(seed) % (policies.length || 1)), ...policies.slice(0, Math.abs(seed) % (policies.length || 1))].reverse();
      const key = (answer: ReturnType<typeof ask>) => JSON.stringify([answer.allow, answer.masks, [...answer.filters].map((one) => JSON.stringify(one)).sort()]);
      expect(key(ask(turned))).toBe(key(ask(policies)));
    }));
  });
  it('a column has one mask at most, and one filter policy number', () => {
    fc.assert(fc.property(sets, (set) => {
      const policies = built(set);
      const { filters, masks } = ask(policies);
      expect(new Set(masks.map((one) => one.column)).size).toBe(masks.length);
      for (const [, group] of Map.groupBy(filters, (one) => one.column.toLowerCase())) {
        expect(new Set(group.map((one) => policies.find((policy) => policy.name === one.policy)?.priority)).size).toBe(1);
      }
    }));
  });
  it('taking a mask away shows more only where that mask was the one', () => {
    fc.assert(fc.property(sets, fc.nat(), (set, n) => {
      const policies = built(set);
      const gone = policies[n % (policies.length || 1)];
      const before = ask(policies).masks;
      const after = ask(policies.filter((policy) => policy !== gone)).masks;
      for (const one of before) if (one.policy !== gone?.name) expect(after).toContainEqual(one);
    }));
  });
  it('many tables at once are decided as each alone', () => {
    fc.assert(fc.property(sets, (set) => {
      const policies = built(set);
      const alone = ask(policies);
      expect([table, table].map((one) => ask(policies, one))).toEqual([alone, alone]);
    }));
  });
});
