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

/** Says in a sentence why a decision came out as it did, and whom to ask when it was a no. */
export function explain(verdict: Verdict, asked: Asked): Explanation {
  const what = `${asked.predicate} ${listed(asked.objects)}`.trim();
  const ask = whomToAsk(verdict);
  if (verdict.cause === 'allowed') {
    return { sentence: `${asked.subject} may ${what}: allowed by ${listed(names(verdict, 'allow'))}.`, ask: [] };
  }
  const advice = ask[0] === OPERATORS ? 'Ask an operator for access.' : `Ask ${listed(ask)}, who answers for ${names(verdict, 'deny').length > 1 ? 'these rules' : 'this rule'}.`;
  if (verdict.cause === 'denied') {
    const denying = names(verdict, 'deny');
    return { sentence: `${asked.subject} may not ${what}: ${denying.length > 1 ? 'the policies' : 'the policy'} ${listed(denying)} ${denying.length > 1 ? 'deny' : 'denies'} it. ${advice}`, ask };
  }
  if (verdict.cause === 'unjudgeable') {
    return { sentence: `${asked.subject} may not ${what}: the request cannot be judged, ${verdict.detail ?? 'it is malformed'}. ${advice}`, ask };
  }
  return { sentence: `${asked.subject} may not ${what}: no policy allows it. ${advice}`, ask };
}

function whomToAsk(verdict: Verdict): readonly string[] {
  if (verdict.cause === 'allowed') return [];
  const owners = verdict.cause === 'denied' ? verdict.policies.filter((policy) => policy.effect === 'deny').map((policy) => policy.owner) : [];
  const people = [...new Set(owners.filter((owner) => owner !== '' && owner !== 'system'))];
  return people.length > 0 ? people : [OPERATORS];
}

const names = (verdict: Verdict, effect: 'allow' | 'deny'): readonly string[] =>
  verdict.policies.filter((policy) => policy.effect === effect).map((policy) => policy.name);

/** "a, b and c"; long lists are cut. */
function listed(items: readonly string[]): string {
  const shown = items.length > 5 ? [...items.slice(0, 5), `${items.length - 5} more`] : items;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
