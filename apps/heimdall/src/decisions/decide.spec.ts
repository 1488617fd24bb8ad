import { AccessRule } from '@dataos/contracts-heimdall';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AccessPolicy, compilePolicy, decide, type Question } from './decide.js';

const rule = (given: { subjects?: unknown; predicates?: string[]; objects?: unknown; allow?: boolean }): AccessRule =>
  AccessRule.parse({ predicates: ['read'], objects: { paths: ['dataos://d:c/**'] }, allow: true, ...given, subjects: { tags: given.subjects ?? [['a']] } });
const policy = (name: string, given: Parameters<typeof rule>[0] = {}): AccessPolicy => ({ name, owner: `owner-of-${name}`, rule: rule(given) });
const ask = (policies: readonly AccessPolicy[], question: Partial<Question> = {}) =>
  decide(policies.map(compilePolicy), { subjectTags: ['a'], predicates: ['read'], paths: ['dataos://d:c/t'], objectTags: [], ...question });

describe('subjects', () => {
  it.each([
    [[['a', 'b']], ['a'], false], [[['a', 'b']], ['b', 'a'], true], [[['a'], ['b', 'c']], ['b', 'c'], true], [[['a'], ['b', 'c']], ['b'], false],
    [['a', 'b'], ['b'], true], [['a', ['b', 'c']], ['c'], false], [['roles:id:**'], ['roles:id:x:y'], true], [['A'], ['a'], false],
  ])('%j held by %j: %s', (subjects, subjectTags, allow) => expect(ask([policy('p', { subjects })], { subjectTags }).allow).toBe(allow));
});

describe('rules', () => {
  it('denies by default', () => expect(ask([])).toMatchObject({ allow: false, cause: 'not-allowed', policies: [] }));
  it('lets a deny override', () => {
    expect(ask([policy('yes', { predicates: ['**'] }), policy('no', { allow: false })])).toEqual({
      allow: false, cause: 'denied',
      policies: [{ name: 'no', effect: 'deny', owner: 'owner-of-no' }, { name: 'yes', effect: 'allow', owner: 'owner-of-yes' }],
    });
  });
  it('denies where allow is absent', () => expect(ask([{ name: 'p', owner: '', rule: AccessRule.parse({ subjects: { tags: ['a'] }, predicates: ['read'], objects: { paths: ['**'] } }) }])).toMatchObject({ cause: 'denied' }));
  it('keeps predicates apart', () => expect(ask([policy('p')], { predicates: ['write'] }).allow).toBe(false));
  it('compares predicates without case', () => expect(ask([policy('p', { predicates: ['READ'] })], { predicates: ['Read'] }).allow).toBe(true));
  it('needs paths and tags when both are given', () => {
    const both = policy('p', { objects: { paths: ['dataos://d:c/**'], tags: ['x:y'] } });
    expect(ask([both]).allow).toBe(false);
    expect(ask([both], { objectTags: ['x:y'] }).allow).toBe(true);
    expect(ask([both], { paths: [], objectTags: ['x:y'] }).allow).toBe(false);
  });
  it('needs an allow for every path', () => {
    expect(ask([policy('p')], { paths: ['dataos://d:c/t', 'dataos://d:other/t'] })).toMatchObject({ allow: false, detail: 'dataos://d:other/t' });
  });
  it('refuses what it cannot judge', () => {
    expect(ask([policy('p', { objects: { paths: ['**'] } })], { paths: [] })).toMatchObject({ cause: 'unjudgeable' });
    expect(ask([policy('p', { objects: { paths: ['**'] } })], { paths: ['/a/../b'] })).toMatchObject({ cause: 'unjudgeable' });
  });
  it('is not dodged by an escaped slash', () => {
    const rules = [policy('all', { objects: { paths: ['/**'] } }), policy('hidden', { allow: false, objects: { paths: ['/a/b/**'] } })];
    for (const path of ['/a/b/x', '/a%2Fb/x', '//a//b/x', '/%61/b/x', '/a/b/x/']) expect(ask(rules, { paths: [path] }).allow).toBe(false);
  });
  it('takes one of the alternatives but no deny on any', () => {
    const select = { predicates: ['select', 'read'] };
    expect(ask([policy('p')], select).allow).toBe(true);
    expect(ask([policy('p'), policy('no', { predicates: ['select'], allow: false })], select).allow).toBe(false);
  });
});

describe('properties', () => {
  const tag = fc.constantFrom('a', 'b', 'c:d');
  const made = fc.record({
    subjects: fc.array(fc.array(fc.constantFrom('a', 'b', '**', 'c:*'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    predicates: fc.subarray(['read', 'write', '**'], { minLength: 1 }),
    objects: fc.record({ paths: fc.subarray(['/x/**', '/x/y', '**', '/z'], { minLength: 1 }) }),
    allow: fc.boolean(),
  });
  const question = fc.record({
    subjectTags: fc.uniqueArray(tag), predicates: fc.subarray(['read', 'write'], { minLength: 1 }),
    paths: fc.subarray(['/x/y', '/x/q', '/z'], { minLength: 1 }), objectTags: fc.constant([] as string[]),
  });
  const setup = fc.tuple(fc.array(made, { maxLength: 5 }), made, question);
  const run = (rules: readonly Parameters<typeof rule>[0][], asked: Question) => ask(rules.map((given, i) => policy(`p${i}`, given)), asked);

  it('another allow never takes access away', () => fc.assert(fc.property(setup, ([rules, extra, asked]) =>
    !run(rules, asked).allow || run([...rules, { ...extra, allow: true }], asked).allow)));
  it('another deny never gives access', () => fc.assert(fc.property(setup, ([rules, extra, asked]) =>
    run(rules, asked).allow || !run([...rules, { ...extra, allow: false }], asked).allow)));
  it('order does not matter', () => fc.assert(fc.property(setup, ([rules, extra, asked]) =>
    run([...rules, extra], asked).allow === run([extra, ...rules], asked).allow)));
  it('an allow always names an allowing policy, a denial by rule a denying one', () => fc.assert(fc.property(setup, ([rules, , asked]) => {
    const verdict = run(rules, asked);
    if (verdict.allow) expect(verdict.policies.every((one) => one.effect === 'allow') && verdict.policies.length > 0).toBe(true);
    if (verdict.cause === 'denied') expect(verdict.policies[0]?.effect).toBe('deny');
  })));
  it('asking for more paths never gives more', () => fc.assert(fc.property(setup, ([rules, , asked]) =>
    run(rules, asked).allow || !run(rules, { ...asked, paths: [...asked.paths, '/x/y', '/z'] }).allow)));
});
