import type { Member } from '../manifests/manifest.js';
import { orderOf } from '../manifests/graph.js';
import type { State } from './state.js';

/** What is known of a member's resource; `undefined` while it does not exist. */
export type Seen = ReadonlyMap<string, { readonly state: State; readonly deleting: boolean } | undefined>;

/** Members that may be declared now, in order, and for the others what they wait for. */
export function planBundle(members: readonly Member[], seen: Seen): { ready: Member[]; waiting: { member: Member; reason: string }[] } {
  const ordering = orderOf(members);
  if ('cycle' in ordering) throw new Error(`the members wait for each other: ${ordering.cycle.join(' -> ')}`);
  const ready: Member[] = [];
  const waiting: { member: Member; reason: string }[] = [];
  for (const id of ordering.order) {
    const member = members.find((candidate) => candidate.id === id);
    if (member === undefined) continue;
    const reason = member.dependencies.map((dependency) => unmet(member, dependency, seen)).find((text) => text !== undefined);
    if (reason === undefined) ready.push(member);
    else waiting.push({ member, reason });
  }
  return { ready, waiting };
}

/** Members that may go now: those nobody who is still there depends on. */
export function planRemoval(members: readonly Member[], seen: Seen): Member[] {
  const there = members.filter(({ id }) => seen.get(id) !== undefined);
  return there.filter(({ id }) => !there.some(({ dependencies }) => dependencies.includes(id)));
}

/** Why a dependency is not met; without a condition it has to be active. */
function unmet(member: Member, dependency: string, seen: Seen): string | undefined {
  const known = seen.get(dependency);
  if (known === undefined) return `${dependency} is not there yet`;
  const conditions = member.conditions.filter(({ resourceId }) => resourceId === dependency);
  const wanted = conditions.length === 0 ? [{ status: { is: ['active'] } }] : conditions;
  for (const { status, runtime } of wanted as Member['conditions']) {
    if (!fits(status, known.state.aggregate)) return `${dependency} is ${known.state.aggregate}${known.state.aggregate === 'error' ? `: ${known.state.info}` : ''}`;
    if (!fits(runtime, known.state.runtime)) return `${dependency} ${known.state.runtime === '' ? 'has not run yet' : `is ${known.state.runtime}`}`;
  }
  return undefined;
}

function fits(condition: { is?: string[] | undefined; contains?: string[] | undefined } | undefined, value: string): boolean {
  if (condition === undefined || (condition.is === undefined && condition.contains === undefined)) return true;
  return (condition.is ?? []).includes(value) || (condition.contains ?? []).some((part) => value.includes(part));
}
