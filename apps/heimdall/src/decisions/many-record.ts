import type { DecisionView } from '@dataos/contracts-heimdall';
import { type Asked, type Reason, sentenceOf } from './explain.js';
import type { Verdict } from './decide.js';

/** Refused questions kept; a call may ask thousands. */
export const MOST_REFUSED = 100;
export const MOST_SENTENCES = 5;

export interface Refusal { readonly asked: Asked; readonly verdict: Verdict; readonly reason: Reason }

/** The one record of a call that asked many questions: what it was refused, `count` times in all, told once for each reason. */
export function manyRecord(id: string, subject: string, refused: readonly Refusal[], count = refused.length): DecisionView {
  const kept = refused.slice(0, MOST_REFUSED);
  const items = byReason(kept).map(({ asked, reason, verdict }) => ({ predicate: asked.predicate, objects: [...asked.objects], explanation: sentenceOf(verdict, asked, reason) }));
  const policies = new Map(refused.flatMap(({ verdict }) => verdict.policies).map((policy) => [policy.name, policy]));
  const told = items.slice(0, MOST_SENTENCES);
  const rest = [items.length > told.length ? `${items.length - told.length} more reasons are not told here.` : '', count > kept.length ? `${count - kept.length} more questions were refused.` : ''];
  return {
    id, time: new Date().toISOString(), kind: 'access', subject, allow: false,
    predicate: [...new Set(refused.map(({ asked }) => asked.predicate))].slice(0, 10).join(', '),
    objects: [...new Set(items.flatMap(({ objects }) => objects))], policies: [...policies.values()].slice(0, MOST_REFUSED),
    explanation: [...told.map(({ explanation }) => explanation), ...rest].filter((sentence) => sentence !== '').join(' '),
    ask: [...new Set(kept.flatMap(({ reason }) => reason.ask))], items,
  };
}

/** Questions of which the same is to be said, their objects together. */
function byReason(refused: readonly Refusal[]): Refusal[] {
  const groups = new Map<string, Refusal & { readonly asked: { readonly objects: string[] } }>();
  for (const { asked, reason, verdict } of refused) {
    const key = `${asked.predicate} ${reason.why}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { asked: { ...asked, objects: [...asked.objects] }, verdict, reason });
    else group.asked.objects.push(...asked.objects);
  }
  return [...groups.values()];
}
