import { AccessRule } from '@dataos/contracts-heimdall';
import { describe, expect, it } from '@jest/globals';
import { type AccessPolicy, compilePolicy, decide, type Question } from '../src/decisions/decide.js';
import { cedarTwin } from './cedar-twin.js';
import { DecisionIndex } from '../src/decisions/indexed/decision-index.js';

/** `DATAOS_DIFFERENTIAL_CASES=1000000` is the nightly run; each case is asked of the index, the plain evaluator and Cedar. */
const CASES = Number(process.env['DATAOS_DIFFERENTIAL_CASES'] ?? 20_000);
const SEED = Number(process.env['DATAOS_DIFFERENTIAL_SEED'] ?? Date.now() % 1_000_000);
const A_SET = 250;

describe(`three evaluators on ${CASES} random questions (seed ${SEED})`, () => {
  const random = seeded(SEED);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const list = <T>(least: number, most: number, make: () => T): T[] => Array.from({ length: least + below(most - least + 1) }, make);

  const word = (): string => pick(['a', 'b', 'c', 'ab', '\u00e9', 'x-1', '__proto__']);
  const tag = (): string => list(1, 3, word).join(':');
  const tagPattern = (): string => pick([tag, tag, () => `${word()}:**`, () => `${word()}:*`, () => `**:${word()}`, () => `${word()}:**:${word()}`, () => `{${word()},${word()}}:?`, () => '**', () => '[!a]*'])();
  const path = (): string => pick([() => `/${list(1, 4, word).join('/')}`, () => `dataos://${word()}:${word()}/${word()}`])();
  const pathPattern = (): string => pick([
    path, () => `${path()}/**`, () => `${path()}**`, () => `dataos://${word()}:**`, () => `dataos://${word()}:*/${word()}`, () => `/${word()}/*`, () => `/**/${word()}`,
    () => `/${word()}/**/${word()}`, () => '/**', () => '**', () => `/{${word()},${word()}/${word()}}/**`, () => `dataos://**:${word()}/${word()}`,
  ])();
  const spelled = (text: string): string => pick([(t: string) => t, (t: string) => t, (t: string) => `${t}/`, (t: string) => t.replace(/\/(?=[^/]*$)/, '//'), (t: string) => t.replace('a', '%61'), (t: string) => `${t}?q`, (t: string) => t.normalize('NFD'), (t: string) => t.replace(/\/(?=[^/]*$)/, '%2F'), (t: string) => `${t}/../a`])(text);
  const policy = (i: number): AccessPolicy => {
    const expression = (): unknown => list(1, 3, () => (random() < 0.3 ? tagPattern() : list(1, 3, tagPattern)));
    const x = random();
    return {
      name: `p${i}`, owner: 'o',
      rule: AccessRule.parse({
        subjects: { tags: expression() }, predicates: list(1, 3, () => pick(['read', 'write', 'Select', '**', 'read', 're*'])), allow: random() < 0.7,
        objects: { ...(x < 0.75 ? { paths: list(1, 3, pathPattern) } : {}), ...(x > 0.6 ? { tags: expression() } : {}) },
      }),
    };
  };
  const question = (): Question => ({
    subjectTags: list(0, 5, tag), predicates: random() < 0.15 ? ['select', 'read'] : [pick(['read', 'write', 'select', 'READ', 'other'])],
    paths: random() < 0.1 ? [] : list(1, random() < 0.15 ? 2 : 1, () => spelled(path())), objectTags: list(0, 3, tag),
  });

  const seen = { asked: 0, allowed: 0, denied: 0, unjudgeable: 0 };
  const differences: unknown[] = [];

  it('finds no difference', () => {
    for (let done = 0; done < CASES; done += A_SET) {
      const policies = list(1, 12, () => 0).map((_, i) => policy(i));
      const index = new DecisionIndex();
      index.change(policies);
      const linear = policies.map(compilePolicy);
      const cedar = cedarTwin(policies);
      for (let i = 0; i < A_SET; i += 1) {
        const asked = question();
        const [a, b] = [index.verdict(asked), decide(linear, asked)];
        const afresh = index.decideAfresh(asked);
        const twin = cedar(asked);
        seen.asked += 1;
        if (a.allow) seen.allowed += 1;
        if (a.cause === 'denied') seen.denied += 1;
        if (a.cause === 'unjudgeable') seen.unjudgeable += 1;
        if (JSON.stringify(a) !== JSON.stringify(b) || a.allow !== afresh || a.allow !== twin) differences.push({ asked, policies: policies.map((one) => one.rule), index: a, linear: b, afresh, cedar: twin });
      }
      if (differences.length > 0) break;
    }
    expect(differences.slice(0, 1)).toEqual([]);
    expect(seen.asked).toBeGreaterThanOrEqual(CASES);
  }, 60_000 + CASES * 5);

  it('asked questions that tell evaluators apart', () => {
    expect(seen.allowed).toBeGreaterThan(CASES / 20);
    expect(seen.denied).toBeGreaterThan(CASES / 50);
    expect(seen.unjudgeable).toBeGreaterThan(0);
  });
});

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
