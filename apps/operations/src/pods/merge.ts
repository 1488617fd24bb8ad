import type { Pod, PodExit } from '@dataos/contracts-operations';

/** A process as somebody saw it. All times are UTC in milliseconds (`Date.toISOString`), so that they sort as text. */
export type Observation = Omit<Pod, 'usage'>;

/** What a process was seen to use; `startedAt` tells whether it is still the same process. */
export interface Usage { readonly cpu: number; readonly memory: number; readonly startedAt: string }

export const isFinished = ({ phase }: Pick<Pod, 'phase'>): boolean => phase === 'succeeded' || phase === 'failed';

/** Clocks and start times are told by different parties; the difference between them stays below this. */
const CLOCK_SLACK_MS = 60_000;

/**
 * Brings known pods up to date with what was observed. A finished pod never changes; of a service or an engine one process
 * lives at a time, so a newer one ends the pods of the older. The same observation again changes nothing.
 */
export function merge(known: readonly Pod[], observed: readonly Observation[]): Pod[] {
  const pods = new Map(known.map((pod) => [pod.id, pod]));
  for (const observation of [...observed].sort(byAge)) {
    const peers = [...pods.values()].filter((pod) => isSameSeat(pod, observation));
    if (peers.some((pod) => byAge(pod, observation) > 0)) continue;
    for (const older of peers) if (byAge(older, observation) < 0) pods.set(older.id, superseded(older, observation));
    pods.set(observation.id, update(pods.get(observation.id), observation));
  }
  return [...pods.values()];
}

/** Ends pods whose process has not been seen for `graceMs` although nobody told of its end. Jobs are left to the one who runs them. */
export function endVanished(pods: readonly Pod[], now: string, graceMs: number): Pod[] {
  return pods.map((pod) => {
    const seen = Date.parse(pod.usage?.at ?? pod.startedAt);
    const vanished = pod.kind !== 'job' && pod.pid !== undefined && !isFinished(pod) && Date.parse(now) - seen > graceMs;
    return vanished ? { ...pod, phase: 'failed', finishedAt: now, reason: 'its process is gone and nobody told how it ended' } : pod;
  });
}

/** Puts what was measured on the live pods; a process id that now belongs to a later process counts for nothing. */
export function measure(pods: readonly Pod[], usage: ReadonlyMap<number, Usage>, at: string): Pod[] {
  return pods.map((pod) => {
    const seen = pod.pid === undefined || isFinished(pod) ? undefined : usage.get(pod.pid);
    const isAnother = seen !== undefined && pod.kind !== 'job' && Date.parse(seen.startedAt) - Date.parse(pod.startedAt) > CLOCK_SLACK_MS;
    return seen === undefined || isAnother ? pod : { ...pod, usage: { at, cpu: Math.max(0, seen.cpu), memory: Math.max(0, Math.round(seen.memory)) } };
  });
}

/** How an exit reads in a sentence. */
export const describeExit = ({ code, signal }: PodExit): string =>
  signal === null ? `it ended with exit code ${code ?? 'unknown'}` : `it was ended by ${signal}`;

function byAge(a: Pick<Pod, 'startedAt' | 'id'>, b: Pick<Pod, 'startedAt' | 'id'>): number {
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

const isSameSeat = (a: Pick<Pod, 'kind' | 'name'>, b: Pick<Pod, 'kind' | 'name'>): boolean => a.kind !== 'job' && a.kind === b.kind && a.name === b.name;

function update(known: Pod | undefined, observation: Observation): Pod {
  if (known === undefined) return observation;
  if (isFinished(known)) return known;
  const phase = known.phase === 'running' && observation.phase === 'pending' ? 'running' : observation.phase;
  return { ...known, ...observation, phase };
}

function superseded(pod: Pod, by: Observation): Pod {
  if (isFinished(pod)) return pod;
  const exit = by.lastExit !== undefined && by.lastExit.at >= pod.startedAt && by.lastExit.at <= by.startedAt ? by.lastExit : undefined;
  return {
    ...pod, phase: exit?.code === 0 ? 'succeeded' : 'failed', finishedAt: exit?.at ?? by.startedAt,
    ...(exit === undefined ? { reason: 'another process took its place' } : { lastExit: exit, reason: describeExit(exit) }),
  };
}
