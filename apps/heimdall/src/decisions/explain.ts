import type { Verdict } from './decide.js';

export interface Asked {
  readonly subject: string;
  readonly predicate: string;
  readonly objects: readonly string[];
}

export interface Explanation {
  readonly sentence: string;
  /** User ids to ask, or the role that answers for the platform. */
  readonly ask: readonly string[];
}

/** Whom to ask where no policy owner is known. */
export const OPERATORS = 'roles:id:operator';

/** Why a decision came out as it did, whatever was asked, and whom to ask when it was a no. */
export interface Reason {
  readonly why: string;
  readonly ask: readonly string[];
}

/** Says in a sentence why a decision came out as it did, and whom to ask when it was a no. */
export function explain(verdict: Verdict, asked: Asked): Explanation {
  const reason = reasonOf(verdict);
  return { sentence: sentenceOf(verdict, asked, reason), ask: reason.ask };
}

export function sentenceOf({ allow }: Pick<Verdict, 'allow'>, { objects, predicate, subject }: Asked, { why }: Reason): string {
  return `${subject} ${allow ? 'may' : 'may not'} ${`${predicate} ${listed(objects)}`.trim()}: ${why}`;
}

export function reasonOf(verdict: Verdict): Reason {
  if (verdict.cause === 'allowed') return { why: `allowed by ${listed(names(verdict, 'allow'))}.`, ask: [] };
  const denying = names(verdict, 'deny');
  const many = denying.length > 1;
  const ask = whomToAsk(verdict);
  const advice = ask[0] === OPERATORS ? 'Ask an operator for access.' : `Ask ${listed(ask)}, who answers for ${many ? 'these rules' : 'this rule'}.`;
  if (verdict.cause === 'denied') return { why: `${many ? 'the policies' : 'the policy'} ${listed(denying)} ${many ? 'deny' : 'denies'} it. ${advice}`, ask };
  if (verdict.cause === 'unjudgeable') return { why: `the request cannot be judged, ${verdict.detail ?? 'it is malformed'}. ${advice}`, ask };
  return { why: `no policy allows it. ${advice}`, ask };
}

function whomToAsk(verdict: Verdict): readonly string[] {
  if (verdict.cause !== 'denied') return [OPERATORS];
  const owners = verdict.policies.filter((policy) => policy.effect === 'deny').map((policy) => policy.owner);
  const people = [...new Set(owners.filter((owner) => owner !== '' && owner !== 'system'))];
  return people.length > 0 ? people : [OPERATORS];
}

const names = (verdict: Verdict, effect: 'allow' | 'deny'): readonly string[] =>
  verdict.policies.filter((policy) => policy.effect === effect).map((policy) => policy.name);

/** "a, b and c"; long lists are cut. */
function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  const shown = items.length > 5 ? [...items.slice(0, 5), `${items.length - 5} more`] : items;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
