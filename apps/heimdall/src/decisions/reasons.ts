import type { AccessRule, Need, PolicyReason } from '@dataos/contracts-heimdall';
import type { AccessPolicy, Question, Verdict } from './decide.js';
import { compileGlob, type Matcher, PATH_DELIMITERS, TAG_DELIMITERS } from './glob.js';
import type { DecisionIndex } from './indexed/decision-index.js';
import { Generations } from './indexed/generations.js';
import { normalPath } from './object-path.js';

export interface Reasons {
  readonly reasons: PolicyReason[];
  readonly needs: Need[];
}

type Expression = AccessRule['subjects']['tags'];

const MOST_NEEDS = 5;
const MOST_LOOKED_AT = 20;
const matchers = { [TAG_DELIMITERS]: new Generations<string, Matcher>(5_000), [PATH_DELIMITERS]: new Generations<string, Matcher>(5_000) };

/** Why each policy of a verdict applied, and what would turn a "nobody allowed it" into an allow. */
export function reasonsFor(index: DecisionIndex, question: Question, verdict: Verdict): Reasons {
  const reasons: PolicyReason[] = [];
  for (const { name } of verdict.policies) {
    const policy = index.find(name);
    if (policy) reasons.push(reasonOf(policy, question));
  }
  return { reasons, needs: verdict.cause === 'not-allowed' ? needsOf(index, question, verdict) : [] };
}

/** The reasons of many questions of one call, each policy once; those of a refusal come first. */
export function joinedReasons(index: DecisionIndex, asked: readonly { readonly question: Question; readonly verdict: Verdict }[]): Reasons {
  const reasons = new Map<string, PolicyReason>();
  const needs = new Map<string, Need>();
  const some = [...asked].sort((a, b) => Number(a.verdict.allow) - Number(b.verdict.allow)).slice(0, MOST_LOOKED_AT);
  for (const { question, verdict } of some) {
    const found = reasonsFor(index, question, verdict);
    for (const reason of found.reasons) {
      const known = reasons.get(reason.name);
      reasons.set(reason.name, known === undefined ? reason : { ...known, objects: [...known.objects, ...reason.objects] });
    }
    for (const need of found.needs) needs.set(JSON.stringify(need), need);
  }
  return { reasons: [...reasons.values()], needs: [...needs.values()].slice(0, MOST_NEEDS) };
}

/** Which tags and paths of the question a policy names. */
export function reasonOf({ name, owner, rule }: AccessPolicy, question: Question): PolicyReason {
  const paths = rule.objects.paths ? question.paths.flatMap((raw) => pathMatches(rule.objects.paths ?? [], raw)) : [];
  const tags = rule.objects.tags ? (satisfied(rule.objects.tags, question.objectTags) ?? []).map(({ pattern, tag }) => ({ object: tag, pattern })) : [];
  return { name, effect: rule.allow ? 'allow' : 'deny', owner, subject: satisfied(rule.subjects.tags, question.subjectTags) ?? [], objects: [...paths, ...tags] };
}

/** What somebody who is the subject of a decision may be told: own tags and asked objects, not how rules are written. */
export function ownReasons({ needs, reasons }: Reasons): Reasons {
  return {
    reasons: reasons.map((reason) => ({
      ...reason, subject: reason.subject.map(({ pattern: _, ...matched }) => matched), objects: reason.objects.map(({ object }) => ({ object })),
    })),
    // Roles are known to everybody; whose own tag opens a door is not.
    needs: needs.filter(({ tags }) => tags.every((tag) => tag.startsWith('roles:'))).map(({ policy: _, ...need }) => need),
  };
}

function needsOf(index: DecisionIndex, question: Question, verdict: Verdict): Need[] {
  const path = question.paths.length === 0 ? undefined : verdict.detail;
  const needs: Need[] = [];
  let looked = 0;
  for (const { name, owner, rule } of index.grantable(question.predicates, path, question.objectTags)) {
    if (looked >= MOST_LOOKED_AT) break;
    looked += 1;
    const missing = missingTags(rule.subjects.tags, question.subjectTags);
    if (missing.length > 0) needs.push({ tags: missing, owner, policy: name });
  }
  // The platform's own policies give rights by office; they are worth naming only where nobody answers for anything narrower.
  const answered = needs.filter(({ owner }) => owner !== 'system');
  return (answered.length > 0 ? answered : needs).slice(0, MOST_NEEDS);
}

/** The clause that lacks least, and what it lacks. */
function missingTags(expression: Expression, held: readonly string[]): string[] {
  let least: string[] | undefined;
  for (const clause of clausesOf(expression)) {
    const missing = clause.filter((pattern) => !held.some(matcher(pattern, TAG_DELIMITERS)));
    if (least === undefined || missing.length < least.length) least = missing;
  }
  return least ?? [];
}

/** The first clause that holds, each of its patterns with the tag that meets it. */
export function satisfied(expression: Expression, held: readonly string[]): { tag: string; pattern: string }[] | undefined {
  for (const clause of clausesOf(expression)) {
    const met: { tag: string; pattern: string }[] = [];
    for (const pattern of clause) {
      const tag = held.find(matcher(pattern, TAG_DELIMITERS));
      if (tag !== undefined) met.push({ tag, pattern });
    }
    if (clause.length > 0 && met.length === clause.length) return met;
  }
  return undefined;
}

function pathMatches(patterns: readonly string[], raw: string): { object: string; pattern: string }[] {
  const normal = normalPath(raw);
  if ('refused' in normal) return [];
  return normal.paths.flatMap((object) => {
    const pattern = patterns.find((one) => matcher(one, PATH_DELIMITERS)(object));
    return pattern === undefined ? [] : [{ object, pattern }];
  });
}

const clausesOf = (expression: Expression): (readonly string[])[] => expression.map((clause) => (typeof clause === 'string' ? [clause] : clause));

function matcher(pattern: string, delimiters: ':' | ':/'): Matcher {
  return matchers[delimiters].get(pattern) ?? matchers[delimiters].set(pattern, compileGlob(pattern, delimiters));
}
