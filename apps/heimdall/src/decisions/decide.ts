import type { AccessRule } from '@dataos/contracts-heimdall';
import { compileGlob, type Matcher, PATH_DELIMITERS, TAG_DELIMITERS } from './glob.js';
import { normalPath } from './object-path.js';

/** A stored access policy as it enters the decision point. */
export interface AccessPolicy {
  readonly name: string;
  readonly owner: string;
  readonly rule: AccessRule;
}

/** An access policy ready to be asked. */
export interface CompiledPolicy {
  readonly name: string;
  readonly owner: string;
  readonly effect: 'allow' | 'deny';
  readonly subject: (tags: readonly string[]) => boolean;
  readonly predicate: Matcher;
  readonly paths: Matcher | undefined;
  readonly objectTags: ((tags: readonly string[]) => boolean) | undefined;
}

export interface Question {
  /** Tags the subject holds at this moment. */
  readonly subjectTags: readonly string[];
  /** Alternatives: an allow on one is enough, a deny on any is a deny. A door normally asks for one. */
  readonly predicates: readonly string[];
  /** All of them must be allowed. */
  readonly paths: readonly string[];
  /** Attributes of the one object. */
  readonly objectTags: readonly string[];
}

export interface Spoken {
  readonly name: string;
  readonly effect: 'allow' | 'deny';
  readonly owner: string;
}

/** Which effect wins where policies of both apply. */
export type Combining = 'deny-overrides' | 'allow-overrides';

export type Cause = 'allowed' | 'denied' | 'not-allowed' | 'unjudgeable';

export interface Verdict {
  readonly allow: boolean;
  readonly cause: Cause;
  /** Every policy that applied, denying ones first. */
  readonly policies: readonly Spoken[];
  /** For `unjudgeable`: what is wrong with the question. For `not-allowed`: the object nobody allowed. */
  readonly detail?: string;
}

/** Prepares a policy for many questions. */
export function compilePolicy(policy: AccessPolicy): CompiledPolicy {
  const { objects, predicates, subjects } = policy.rule;
  return {
    name: policy.name,
    owner: policy.owner,
    effect: policy.rule.allow ? 'allow' : 'deny',
    subject: compileTags(subjects.tags),
    predicate: anyOf(predicates.map((pattern) => compileGlob(pattern.toLowerCase(), TAG_DELIMITERS))),
    paths: objects.paths ? anyOf(objects.paths.map((pattern) => compileGlob(pattern, PATH_DELIMITERS))) : undefined,
    objectTags: objects.tags ? compileTags(objects.tags) : undefined,
  };
}

/** Outer list OR, inner list AND; an empty list matches nothing. */
export function compileTags(expression: AccessRule['subjects']['tags']): (tags: readonly string[]) => boolean {
  const clauses = expression.map((clause) => (typeof clause === 'string' ? [clause] : clause).map((pattern) => compileGlob(pattern, TAG_DELIMITERS)));
  return (tags) => clauses.some((clause) => clause.length > 0 && clause.every((matches) => tags.some(matches)));
}

/** The policies of a subject: what the rest of a decision looks at. */
export const policiesOf = (policies: readonly CompiledPolicy[], tags: readonly string[]): readonly CompiledPolicy[] =>
  policies.filter((policy) => policy.subject(tags));

/**
 * Decides by the compiled policies, one after the other: default deny, any deny wins over every allow (or the other way round
 * where the installation chose so). This is the rule in its readable form; `DecisionIndex` answers the same, only sooner.
 */
export function decide(policies: readonly CompiledPolicy[], question: Question, combining: Combining = 'deny-overrides'): Verdict {
  const objects = objectsOf(question);
  if ('refused' in objects) return { allow: false, cause: 'unjudgeable', policies: [], detail: objects.refused };
  const predicates = question.predicates.map((predicate) => predicate.toLowerCase());
  const asked = policiesOf(policies, question.subjectTags).filter((policy) => predicates.some((predicate) => policy.predicate(predicate)));
  const spoken = new Map<string, Spoken>();
  let missing: string | undefined;
  for (const path of objects.paths) {
    const applied = asked.filter((policy) => covers(policy, path, question.objectTags));
    for (const policy of applied) spoken.set(policy.name, { name: policy.name, effect: policy.effect, owner: policy.owner });
    if (!applied.some((policy) => policy.effect === 'allow')) missing ??= path ?? question.objectTags.join(', ');
  }
  return combine([...spoken.values()], missing, combining);
}

/** The verdict of all policies that apply; `missing` is the object that none of them allows. */
export function combine(spoken: Spoken[], missing: string | undefined, combining: Combining): Verdict {
  const policies = spoken.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  const denied = policies[0]?.effect === 'deny';
  if (missing === undefined && !(denied && combining === 'deny-overrides')) return { allow: true, cause: 'allowed', policies };
  if (denied) return { allow: false, cause: 'denied', policies };
  return { allow: false, cause: 'not-allowed', policies, detail: missing ?? '' };
}

/** Normal forms of the asked paths; one `undefined` where the object is described by tags alone. */
function objectsOf(question: Question): { paths: readonly (string | undefined)[] } | { refused: string } {
  if (question.predicates.length === 0) return { refused: 'no action was named' };
  if (question.paths.length === 0) return question.objectTags.length > 0 ? { paths: [undefined] } : { refused: 'the object was not described' };
  const paths: string[] = [];
  for (const raw of question.paths) {
    const normal = normalPath(raw);
    if ('refused' in normal) return normal;
    paths.push(...normal.paths);
  }
  return { paths: [...new Set(paths)] };
}

function covers(policy: CompiledPolicy, path: string | undefined, tags: readonly string[]): boolean {
  if (policy.paths && (path === undefined || !policy.paths(path))) return false;
  if (policy.objectTags && !policy.objectTags(tags)) return false;
  return policy.paths !== undefined || policy.objectTags !== undefined;
}

const rank = (policy: Spoken): number => (policy.effect === 'deny' ? 0 : 1);
const anyOf = (matchers: readonly Matcher[]): Matcher => (value) => matchers.some((matches) => matches(value));
