import type { Expectation } from '@dataos/contracts-heimdall';
import { type AccessPolicy, type Combining, compilePolicy, decide } from '../decisions/decide.js';

/** An expectation and the policy whose manifest carries it. */
export interface Stated {
  readonly policy: string;
  readonly expectation: Expectation;
}

export interface Broken {
  readonly policy: string;
  readonly expectation: string;
  readonly got: string;
}

/** The expectations that a set of access policies does not meet. A user who does not exist holds only the tag of the id. */
export function brokenExpectations(policies: readonly AccessPolicy[], stated: readonly Stated[], tagsOf: ReadonlyMap<string, readonly string[]>, combining?: Combining): Broken[] {
  if (stated.length === 0) return [];
  const compiled = policies.map(compilePolicy);
  return stated.flatMap(({ expectation, policy }) => {
    const { allow, path, predicate, subject, tags } = expectation;
    const subjectTags = typeof subject === 'string' ? (tagsOf.get(subject) ?? [`users:id:${subject}`]) : subject.tags;
    const verdict = decide(compiled, { subjectTags, predicates: [predicate], paths: path === undefined ? [] : [path], objectTags: tags ?? [] }, combining);
    if (verdict.allow === allow) return [];
    const speaking = verdict.policies.map((one) => `${one.name} (${one.effect})`).join(', ');
    return [{ policy, expectation: sentenceOf(expectation), got: `${verdict.allow ? 'allowed' : 'refused'}${speaking ? ` by ${speaking}` : ': no policy allows it'}` }];
  });
}

export function sentenceOf({ allow, path, predicate, subject, tags }: Expectation): string {
  const who = typeof subject === 'string' ? subject : `a holder of ${subject.tags.join(', ')}`;
  return `${who} ${allow ? 'may' : 'may not'} ${predicate} ${path ?? (tags ?? []).join(', ')}`;
}
