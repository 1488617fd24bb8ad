import type { DecisionView } from '@dataos/contracts-heimdall';
import type { AccessAnswer, AccessQuestion } from './decisions.service.js';

/** Refused questions kept one by one; a call may ask thousands. */
export const MOST_ITEMS = 100;
const MOST_SENTENCES = 5;

/** The one record of a call that asked many questions: what it was refused, `count` times in all. */
export function manyRecord(id: string, subject: string, refused: readonly (Omit<AccessAnswer, 'id'> & { readonly question: AccessQuestion })[], count = refused.length): DecisionView {
  const kept = refused.slice(0, MOST_ITEMS);
  const items = kept.map(({ question: { paths, predicate, tags }, sentence }) => ({ predicate, objects: [...(paths.length > 0 ? paths : tags)], explanation: sentence }));
  const policies = new Map(refused.flatMap(({ verdict }) => verdict.policies).map((policy) => [policy.name, policy]));
  const more = count > MOST_SENTENCES ? ` And ${count - MOST_SENTENCES} more.` : '';
  return {
    id, time: new Date().toISOString(), kind: 'access', subject, allow: false,
    predicate: [...new Set(refused.map(({ question }) => question.predicate))].slice(0, 10).join(', '),
    objects: [...new Set(items.flatMap(({ objects }) => objects))], policies: [...policies.values()].slice(0, MOST_ITEMS),
    explanation: items.slice(0, MOST_SENTENCES).map(({ explanation }) => explanation).join(' ') + more,
    ask: [...new Set(kept.flatMap(({ ask }) => ask))], items,
  };
}
