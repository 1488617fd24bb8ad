import { AccessRule } from '@dataos/contracts-heimdall';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AccessPolicy, type Combining, compilePolicy, decide, type Question } from '../decide.js';
import { compileGlob, PATH_DELIMITERS, TAG_DELIMITERS } from '../glob.js';
import { DecisionIndex } from './decision-index.js';
import { PatternIndex } from './pattern-index.js';

interface Given { subjects?: unknown; predicates?: string[]; objects?: unknown; allow?: boolean }
const policy = (name: string, given: Given = {}): AccessPolicy => ({
  name, owner: `owner-of-${name}`,
  rule: AccessRule.parse({ predicates: ['read'], objects: { paths: ['dataos://d:c/**'] }, allow: true, ...given, subjects: { tags: given.subjects ?? [['a']] } }),
});
const indexOf = (policies: readonly AccessPolicy[], combining?: Combining): DecisionIndex => {
  const index = new DecisionIndex(combining);
  index.change(policies);
  return index;
};
const question = (given: Partial<Question> = {}): Question => ({ subjectTags: ['a'], predicates: ['read'], paths: ['dataos://d:c/t'], objectTags: [], ...given });
const ask = (policies: readonly AccessPolicy[], given: Partial<Question> = {}, combining?: Combining) => indexOf(policies, combining).verdict(question(given));

describe('lists of lists', () => {
  it.each([
    [[['a', 'b']], ['a'], false], [[['a', 'b']], ['b', 'a'], true], [[['a'], ['b', 'c']], ['b', 'c'], true], [[['a'], ['b', 'c']], ['b'], false],
    [['a', 'b'], ['b'], true], [['a', ['b', 'c']], ['c'], false], [['roles:id:**'], ['roles:id:x:y'], true], [['A'], ['a'], false], [[['a', 'a']], ['a'], true],
    [[['roles:*:x', '**']], ['roles:id:x'], true], [['__proto__'], ['constructor'], false], [['__proto__'], ['__proto__'], true],
  ])('%j held by %j: %s', (subjects, subjectTags, allow) => expect(ask([policy('p', { subjects })], { subjectTags }).allow).toBe(allow));
  it('holds for object tags alike', () => {
    const tagged = [policy('p', { objects: { tags: [['x', 'y'], 'z:*'] } })];
    expect([['x'], ['x', 'y'], ['z:1'], ['z:1:2'], []].map((objectTags) => ask(tagged, { paths: [], objectTags }).allow)).toEqual([false, true, true, false, false]);
  });
  it('needs the path and the tags where both are given', () => {
    const both = [policy('p', { objects: { paths: ['dataos://d:c/**'], tags: ['x:y'] } })];
    expect(ask(both).allow).toBe(false);
    expect(ask(both, { objectTags: ['x:y'] }).allow).toBe(true);
    expect(ask(both, { paths: [], objectTags: ['x:y'] }).allow).toBe(false);
  });
});

describe('combination', () => {
  const pair = [policy('yes', { predicates: ['**'] }), policy('no', { allow: false })];
  it('denies by default', () => expect(ask([])).toMatchObject({ allow: false, cause: 'not-allowed', policies: [] }));
  it('lets a deny override', () => expect(ask(pair)).toMatchObject({ allow: false, cause: 'denied' }));
  it('lets an allow override where the installation says so', () => {
    expect(ask(pair, {}, 'allow-overrides')).toMatchObject({ allow: true, cause: 'allowed' });
    expect(ask([policy('no', { allow: false })], {}, 'allow-overrides')).toMatchObject({ allow: false, cause: 'denied' });
  });
  it('wants an allow for every path and takes one of several actions', () => {
    expect(ask([policy('p')], { paths: ['dataos://d:c/t', 'dataos://d:other/t'] })).toMatchObject({ allow: false, detail: 'dataos://d:other/t' });
    expect(ask([policy('p')], { predicates: ['select', 'read'] }).allow).toBe(true);
    expect(ask([policy('p'), policy('no', { predicates: ['select'], allow: false })], { predicates: ['select', 'read'] }).allow).toBe(false);
  });
  it('does not take one odd action for two', () => {
    const index = indexOf([policy('p')]);
    expect(index.verdict(question({ predicates: ['select', 'read'] })).allow).toBe(true);
    expect(index.verdict(question({ predicates: ['["select","read"]'] })).allow).toBe(false);
  });
  it('keeps odd paths and tags apart in what it remembers', () => {
    const index = indexOf([policy('tagged', { objects: { tags: ['x'] } }), policy('p', { objects: { paths: ['/a'] } })]);
    expect(index.verdict(question({ paths: ['/a'], objectTags: ['x'] })).allow).toBe(true);
    expect(index.verdict(question({ paths: ['0|/a'], objectTags: [] })).allow).toBe(false);
    expect(index.verdict(question({ paths: ['/a\n0'] }))).toMatchObject({ cause: 'unjudgeable' });
  });
});

describe('paths that try to pass by a rule', () => {
  const rules = [policy('all', { objects: { paths: ['/**'] } }), policy('hidden', { allow: false, objects: { paths: ['/a/b/**'] } })];
  it.each(['/a/b/x', '/a%2Fb/x', '/a%2fb%2fx', '//a//b/x', '/%61/b/x', '/a/b/x/', '/a/b/x?y', '/a/b/x#y', '/a/c/../b/x', '/a/./b/x', '/a\\b/x', '/a/b/x\u0000', '/a%252fb/x', '/a/%2e%2e/a/b/x', '', '/\u0061/b/x'])('%j', (path) => {
    expect(ask(rules, { paths: [path] }).allow).toBe(false);
  });
  it('decides alike however a path is written', () => {
    const part = fc.constantFrom('a', 'b', 'caf\u00e9', 'x y', 'q+r', '*');
    const written = fc.func(fc.constantFrom(0, 1, 2));
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), written, fc.subarray(['/a/**', '/a/*', '/**', '/a/b', '/*/x y', '/caf\u00e9/**'], { minLength: 1 }), (parts, style, patterns) => {
      const index = indexOf([policy('p', { objects: { paths: patterns } })]);
      const spell = (text: string): string => [...text].map((char) => [char === '?' ? '%3F' : char, encodeURIComponent(char), char.normalize('NFD')][style(char, text)] ?? char).join('');
      const plain = `/${parts.join('/')}`;
      const odd = `${parts.map((text) => `${'/'.repeat(1 + style(text))}${spell(text)}`).join('')}${'/'.repeat(style(plain))}${['', '?x=/a', '#/a'][style(parts)] ?? ''}`;
      expect(index.verdict(question({ paths: [odd] }))).toEqual(index.verdict(question({ paths: [plain] })));
    }));
  });
});

describe('patterns', () => {
  const token = fc.constantFrom('a', 'b', ':', '/', '?', '*', '**', '***', '[ab]', '[!a]', '{a,b:}', '\\*', 'aa:', '/b', '{', ']');
  const text = fc.array(fc.constantFrom('a', 'b', ':', '/', '*', 'a\u0301', '\u00e1'), { maxLength: 8 }).map((parts) => parts.join(''));
  const pattern = fc.array(token, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  it.each([TAG_DELIMITERS, PATH_DELIMITERS])('are found with delimiters %s exactly where their automaton matches', (delimiters) => {
    fc.assert(fc.property(fc.uniqueArray(pattern, { maxLength: 12 }), fc.array(text, { maxLength: 6 }), fc.func(fc.boolean()), (patterns, texts, drop) => {
      const index = new PatternIndex(delimiters);
      const atoms = new Map(patterns.map((one) => [one, index.add(one)]));
      for (const [one, atom] of atoms) if (drop(one)) index.remove(atom);
      for (const one of texts) {
        const found: number[] = [];
        index.match(one, found);
        const kept = patterns.filter((each) => !drop(each) && compileGlob(each, delimiters)(one));
        expect([...new Set(found)].sort()).toEqual([...new Set(kept.map((each) => atoms.get(each)))].sort());
      }
    }), { numRuns: 400 });
  });
  it('made to stall a matcher cost bounded time', () => {
    const bombs = ['**a'.repeat(100) + 'b', '{a,**}'.repeat(40) + 'b', '*'.repeat(3) + '?a*'.repeat(150) + 'b', '*/'.repeat(200) + 'b'];
    const index = indexOf(bombs.map((paths, i) => policy(`bomb${i}`, { objects: { paths: [paths] } })));
    const started = Date.now();
    expect(index.verdict(question({ paths: ['a'.repeat(4_000), 'a/'.repeat(2_000)] })).allow).toBe(false);
    expect(Date.now() - started).toBeLessThan(4_000);
  });
});

describe('properties', () => {
  const given = fc.record({
    subjects: fc.array(fc.array(fc.constantFrom('a', 'b', '**', 'c:*', 'c:d'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    predicates: fc.subarray(['read', 'WRITE', '**', 're*'], { minLength: 1 }),
    objects: fc.oneof(
      fc.record({ paths: fc.subarray(['/x/**', '/x/y', '**', '/z', '/*/y', '/x/y**', '/{x,z}'], { minLength: 1 }) }),
      fc.record({ tags: fc.array(fc.subarray(['t', 'u:*', '**'], { minLength: 1 }), { minLength: 1, maxLength: 2 }) }),
      fc.record({ paths: fc.subarray(['/x/**', '/z'], { minLength: 1 }), tags: fc.constant(['t']) }),
    ),
    allow: fc.boolean(),
  });
  const asked = fc.record({
    subjectTags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c:d', 'e')), predicates: fc.subarray(['read', 'write'], { minLength: 1 }),
    paths: fc.subarray(['/x/y', '/x/q', '/z', '/x%2Fy', '/../x', '/x/y/'], { minLength: 0 }), objectTags: fc.uniqueArray(fc.constantFrom('t', 'u:v', 'w')),
  });
  const combining = fc.constantFrom<Combining>('deny-overrides', 'allow-overrides');
  const named = (rules: readonly Given[]) => rules.map((rule, i) => policy(`p${i}`, rule));
  const setup = fc.tuple(fc.array(given, { maxLength: 6 }), given, asked);

  it('the index says what the plain evaluator says, word for word', () => fc.assert(fc.property(setup, combining, ([rules, , each], how) => {
    const policies = named(rules);
    const index = indexOf(policies, how);
    const expected = decide(policies.map(compilePolicy), each, how);
    expect(index.verdict(each)).toEqual(expected);
    expect(index.decideAfresh(each)).toBe(expected.allow);
  }), { numRuns: 600 }));
  it('a changed index equals a new one', () => fc.assert(fc.property(fc.array(fc.tuple(fc.nat(4), fc.option(given)), { maxLength: 12 }), fc.array(asked, { minLength: 1, maxLength: 4 }), (changes, questions) => {
    const index = indexOf([]);
    const now = new Map<string, AccessPolicy>();
    for (const [i, rule] of changes) {
      const name = `p${i}`;
      for (const each of questions) index.verdict(each);
      if (rule) now.set(name, policy(name, rule));
      else now.delete(name);
      index.change(rule ? [policy(name, rule)] : [], rule ? [] : [name]);
    }
    const fresh = indexOf([...now.values()]);
    for (const each of questions) expect(index.verdict(each)).toEqual(fresh.verdict(each));
  })));
  it('another allow never takes access away', () => fc.assert(fc.property(setup, combining, ([rules, extra, each], how) =>
    !indexOf(named(rules), how).verdict(each).allow || indexOf(named([...rules, { ...extra, allow: true }]), how).verdict(each).allow)));
  it('another deny never gives access', () => fc.assert(fc.property(setup, combining, ([rules, extra, each], how) =>
    indexOf(named(rules), how).verdict(each).allow || !indexOf(named([...rules, { ...extra, allow: false }]), how).verdict(each).allow)));
  it('order does not matter', () => fc.assert(fc.property(setup, ([rules, , each]) => {
    expect(indexOf(named(rules).reverse()).verdict(each)).toEqual(indexOf(named(rules)).verdict(each));
  })));
  it('every verdict names a policy that alone reproduces it', () => fc.assert(fc.property(setup, ([rules, , each]) => {
    const one = { ...each, paths: each.paths.slice(0, 1).filter((path) => !path.includes('%')) };
    const policies = named(rules);
    const verdict = indexOf(policies).verdict(one);
    if (verdict.cause === 'unjudgeable') return;
    const alone = verdict.policies[0] ? policies.filter(({ name }) => name === verdict.policies[0]?.name) : [];
    expect(indexOf(alone).verdict(one)).toMatchObject({ allow: verdict.allow, cause: verdict.cause });
  }), { numRuns: 300 }));
});

it('refuses to answer with what it knew before a change', () => {
  const index = indexOf([policy('p')]);
  const subject = index.subject(['a']);
  index.change([], ['p']);
  expect(() => index.allows(subject, index.predicate(['read']), index.object('dataos://d:c/t'))).toThrow('changed under');
});
