import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AccessRule, DataRule, PolicyBody } from '@dataos/contracts-heimdall';
import { describe, expect, it } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { compileDataPolicy, type CompiledDataPolicy } from '../src/data-policies/data-policy.js';
import { decideTable } from '../src/data-policies/decide-data.js';
import { type AccessPolicy, compilePolicy, decide, type Question } from '../src/decisions/decide.js';
import { DecisionIndex } from '../src/decisions/indexed/decision-index.js';

/** The policies of the example for personal data, as their manifests have them, and a type of column that suits each operator. */
const manifestsIn = (file: string): { name: string; policy: { data: unknown } }[] =>
  parseAllDocuments(readFileSync(path.resolve(import.meta.dirname, '../../../examples/personal-data', file), 'utf8')).map((document) => document.toJS() as never);
const SHIPPED = manifestsIn('masks.yaml').map(({ name, policy: { data } }) => ({ name, rule: DataRule.parse(data) }));
const SUITS: Partial<Record<string, string>> = { bucket_number: 'integer', bucket_date: 'date' };

type Given = Partial<{ tags: unknown; predicates: string[]; objects: unknown; allow: boolean }>;
const rule = ({ allow = true, objects = { paths: ['/app/**'] }, predicates = ['get'], tags = ['roles:id:user'] }: Given = {}): AccessRule => AccessRule.parse({ subjects: { tags }, predicates, objects, allow });

/** What both ways to decide say; they must never differ. */
function allowed(rules: readonly AccessRule[], given: Partial<Question> = {}, combining: 'deny-overrides' | 'allow-overrides' = 'deny-overrides'): boolean {
  const policies = rules.map((one, at): AccessPolicy => ({ name: `p${at}`, owner: 'o', rule: one }));
  const question = { subjectTags: ['roles:id:user'], predicates: ['get'], paths: ['/app/x'], objectTags: [], ...given };
  const index = new DecisionIndex(combining);
  index.change(policies);
  const said = [index.verdict(question).allow, decide(policies.map(compilePolicy), question, combining).allow];
  expect(said[0]).toBe(said[1]);
  return said[0] ?? false;
}

describe('questions that the documentation of access policies leaves open', () => {
  it('1: a denial wins over every allow; the setting turns it round', () => {
    const both = [rule(), rule({ allow: false, objects: { paths: ['/app/x'] } })];
    expect([allowed(both), allowed(both, {}, 'allow-overrides'), allowed(both, { paths: ['/app/y'] })]).toEqual([false, true, true]);
  });
  it('2: a flat list of tags means any of them, nested ones all', () => {
    const question = { subjectTags: ['b'] };
    expect([allowed([rule({ tags: ['a', 'b'] })], question), allowed([rule({ tags: [['a', 'b']] })], question)]).toEqual([true, false]);
  });
  it('3: tags and paths of one object must both fit', () => {
    const both = [rule({ objects: { paths: ['/app/**'], tags: ['pii:**'] } })];
    expect([allowed(both), allowed(both, { objectTags: ['pii:email'] }), allowed(both, { objectTags: ['pii:email'], paths: ['/other'] })]).toEqual([false, true, false]);
  });
  it('4: levels of a path end at a colon and at a slash', () => {
    const one = [rule({ objects: { paths: ['dataos://crm:*/t'] } })];
    expect(['dataos://crm:public/t', 'dataos://crm:a/b/t', 'dataos://crm:a:b/t'].map((path) => allowed(one, { paths: [path] }))).toEqual([true, false, false]);
  });
  it('5: every path asked for must be allowed; tags are attributes of one object', () => {
    expect(allowed([rule()], { paths: ['/app/x', '/other'] })).toBe(false);
    expect(allowed([rule({ objects: { tags: ['a'] } })], { paths: [], objectTags: ['a', 'b'] })).toBe(true);
  });
  it('6: actions are compared without case, and nothing stands for another: `head` and `options` are actions of their own', () => {
    expect([allowed([rule({ predicates: ['GET'] })], { predicates: ['Get'] }), allowed([rule()], { predicates: ['head'] }), allowed([rule()], { predicates: ['options'] })]).toEqual([true, false, false]);
  });
  it('8: conditions are refused, not stored unread', () => {
    const access = { subjects: { tags: ['a'] }, predicates: ['get'], objects: { paths: ['/a'] }, allow: true };
    const conditions = [{ cidr_condition: { cidr: '10.0.0.0/8', name: 'office' } }];
    const fits = (body: object): boolean => PolicyBody.safeParse(body).success;
    expect([fits(access), fits({ policy: { access } }), fits({ ...access, conditions: [] })]).toEqual([true, true, true]);
    expect([fits({ ...access, conditions }), fits({ policy: { access: { ...access, conditions } } })]).toEqual([false, false]);
  });
});

describe('reading tables', () => {
  const table = { address: 'dataos://crm:public/people', columns: [{ name: 'mail', type: 'varchar', tags: ['PII.Email'] }, { name: 'born', type: 'date', tags: ['PII.DateOfBirth'] }] };
  const reader = (tags: string[]) => ({ id: 'amir', tags: ['roles:id:user', ...tags], properties: [] });
  const access = (predicates: string[], allow = true) => compilePolicy({ name: predicates.join(), owner: 'o', rule: rule({ predicates, allow, objects: { paths: ['dataos://crm:**'] } }) });
  const masks = (policies: readonly CompiledDataPolicy[], tags: string[] = [], given: Partial<typeof table> = {}) => decideTable([access(['select'])], policies, reader(tags), { ...table, ...given }).masks;
  const compiled = ({ name, rule: body }: (typeof SHIPPED)[number]) => compileDataPolicy({ name, owner: 'system', rule: body }) as CompiledDataPolicy;
  const shipped = SHIPPED.map(compiled);

  it('7: select or read, whichever is allowed; a denial of either is a denial', () => {
    const may = (...policies: ReturnType<typeof access>[]) => decideTable(policies, [], reader([]), table).allow;
    expect([may(access(['select'])), may(access(['read'])), may(access(['write'])), may(access(['select']), access(['read'], false))]).toEqual([true, true, false, false]);
  });
  it('28: tags of the catalogue are compared with case', () => {
    expect(masks(shipped, [], { columns: [{ name: 'mail', type: 'varchar', tags: ['pii.email'] }] })).toEqual([]);
  });
  it('31: masks and filters come with reading; what is asked about writing is decided by access policies alone', () => {
    expect(masks(shipped)).toHaveLength(2);
    expect(allowed([rule({ predicates: ['write'], objects: { paths: ['dataos://crm:**'] } })], { predicates: ['write'], paths: [table.address] })).toBe(true);
  });
  it('32: twelve are shipped, and each variant has the name and the tag of one of them', () => {
    expect(SHIPPED).toHaveLength(12);
    for (const { name, policy: { data } } of manifestsIn('variants.yaml')) {
      const { priority, selector } = DataRule.parse(data);
      expect(SHIPPED.find((one) => one.name === name)?.rule).toMatchObject({ priority, selector });
    }
  });
  it.each(SHIPPED.filter(({ rule: { mask } }) => mask?.operator !== 'pass_through').map(({ name, rule: { mask, selector } }) => [name, selector.column?.tags?.[0] ?? '', mask?.operator ?? ''] as const))(
    '32: the shipped mask %s waits for the tag %s', (name, tag, operator) => {
      const type = SUITS[operator] ?? 'varchar';
      const columns = [{ name: 'x', type, tags: [tag] }, { name: 'y', type, tags: [] }];
      expect(masks(shipped, [], { columns })).toEqual([expect.objectContaining({ column: 'x', operator, policy: name })]);
    });
  it('32: an author’s mask of any number below 99 wins over the shipped ones, and a reader of personal data sees it clear', () => {
    const own = compileDataPolicy({ name: 'own', owner: 'o', rule: DataRule.parse({ type: 'mask', priority: 98, selector: { user: { match: 'any', tags: ['roles:id:user'] }, column: { tags: ['PII.Email'] } }, mask: { operator: 'redact' } }) }) as CompiledDataPolicy;
    expect(masks([...shipped, own])).toEqual(expect.arrayContaining([expect.objectContaining({ column: 'mail', operator: 'redact', policy: 'own' })]));
    const sensitive = [{ name: 'note', type: 'varchar', tags: ['PII.Sensitive'] }];
    expect([masks(shipped, [], { columns: sensitive }).length, masks(shipped, ['roles:id:pii-reader'], { columns: sensitive }).length]).toEqual([1, 0]);
  });
});
