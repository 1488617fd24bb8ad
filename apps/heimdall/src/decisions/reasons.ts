import type { AccessRule, Need, PolicyReason } from '@dataos/contracts-heimdall';
import type { AccessPolicy, Question, Verdict } from './decide.js';
import { compileGlob, isAscii, isLiteral, type Matcher, PATH_DELIMITERS, TAG_DELIMITERS } from './glob.js';
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
/** `literal`: it matches nothing but itself, written in ASCII. */
interface Compiled { readonly literal: boolean; readonly matches: Matcher }
const compiled = { [TAG_DELIMITERS]: new Generations<string, Compiled>(5_000), [PATH_DELIMITERS]: new Generations<string, Compiled>(5_000) };

/** Tags made ready to be looked for by many patterns: most patterns are literal, and a plain look-up tells whether they are held. */
interface Held { readonly tags: readonly string[]; readonly set: ReadonlySet<string>; readonly ascii: boolean }
interface Prepared { readonly subject: Held; readonly objects: Held; readonly paths: readonly string[] }

/** Why each policy of a verdict applied, and what would turn a "nobody allowed it" into an allow. */
export function reasonsFor(index: DecisionIndex, question: Question, verdict: Verdict): Reasons {
  const reasons: PolicyReason[] = [];
  const subject = heldOf(question.subjectTags);
  const asked = verdict.policies.length === 0 ? undefined : { subject, objects: heldOf(question.objectTags), paths: question.paths.flatMap(normalFormsOf) };
  for (const { name } of verdict.policies) {
    const policy = index.find(name);
    if (policy && asked) reasons.push(reasonOf(policy, asked));
  }
  return { reasons, needs: verdict.cause === 'not-allowed' ? needsOf(index, question, subject, verdict) : [] };
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
function reasonOf({ name, owner, rule }: AccessPolicy, { objects, paths, subject }: Prepared): PolicyReason {
  const matched = rule.objects.paths ? paths.flatMap((path) => pathMatches(rule.objects.paths ?? [], path)) : [];
  const tags = rule.objects.tags ? (met(rule.objects.tags, objects) ?? []).map(({ pattern, tag }) => ({ object: tag, pattern })) : [];
  return { name, effect: rule.allow ? 'allow' : 'deny', owner, subject: met(rule.subjects.tags, subject) ?? [], objects: [...matched, ...tags] };
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

function needsOf(index: DecisionIndex, question: Question, subject: Held, verdict: Verdict): Need[] {
  const path = question.paths.length === 0 ? undefined : verdict.detail;
  const needs: Need[] = [];
  let looked = 0;
  for (const { name, owner, rule } of index.grantable(question.predicates, path, question.objectTags)) {
    if (looked >= MOST_LOOKED_AT) break;
    looked += 1;
    const missing = missingTags(rule.subjects.tags, subject);
    if (missing.length > 0) needs.push({ tags: missing, owner, policy: name });
  }
  // The platform's own policies give rights by office; they are worth naming only where nobody answers for anything narrower.
  const answered = needs.filter(({ owner }) => owner !== 'system');
  return (answered.length > 0 ? answered : needs).slice(0, MOST_NEEDS);
}

/** The clause that lacks least, and what it lacks. */
function missingTags(expression: Expression, held: Held): string[] {
  let least: string[] | undefined;
  for (const clause of clausesOf(expression)) {
    const missing = clause.filter((pattern) => heldTag(pattern, held) === undefined);
    if (least === undefined || missing.length < least.length) least = missing;
  }
  return least ?? [];
}

/** The first clause that holds, each of its patterns with the tag that meets it. */
export const satisfied = (expression: Expression, held: readonly string[]): { tag: string; pattern: string }[] | undefined => met(expression, heldOf(held));

function met(expression: Expression, held: Held): { tag: string; pattern: string }[] | undefined {
  for (const clause of clausesOf(expression)) {
    const all: { tag: string; pattern: string }[] = [];
    for (const pattern of clause) {
      const tag = heldTag(pattern, held);
      if (tag === undefined) break;
      all.push({ tag, pattern });
    }
    if (clause.length > 0 && all.length === clause.length) return all;
  }
  return undefined;
}

/** The first tag that a pattern matches. */
function heldTag(pattern: string, { ascii, set, tags }: Held): string | undefined {
  const { literal, matches } = patternOf(pattern, TAG_DELIMITERS);
  if (literal && set.has(pattern)) return pattern;
  // Only a text beyond ASCII can be another spelling of a literal.
  return literal && ascii ? undefined : tags.find(matches);
}

const heldOf = (tags: readonly string[]): Held => ({ tags, set: new Set(tags), ascii: tags.every(isAscii) });

function pathMatches(patterns: readonly string[], path: string): { object: string; pattern: string }[] {
  const pattern = patterns.find((one) => patternOf(one, PATH_DELIMITERS).matches(path));
  return pattern === undefined ? [] : [{ object: path, pattern }];
}

function normalFormsOf(raw: string): readonly string[] {
  const normal = normalPath(raw);
  return 'refused' in normal ? [] : normal.paths;
}

const clausesOf = (expression: Expression): (readonly string[])[] => expression.map((clause) => (typeof clause === 'string' ? [clause] : clause));

function patternOf(pattern: string, delimiters: ':' | ':/'): Compiled {
  return compiled[delimiters].get(pattern) ?? compiled[delimiters].set(pattern, { literal: isLiteral(pattern) && isAscii(pattern), matches: compileGlob(pattern, delimiters) });
}
