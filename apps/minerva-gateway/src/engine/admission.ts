/** A query that waits, as far as admission cares. */
export interface Waiting { readonly user: string; readonly light: boolean }

export interface Limits {
  /** Queries that read data and may run at once. */
  readonly concurrency: number;
  /** Of these, how many of one user. */
  readonly perUser: number;
  /** Queries that may wait. */
  readonly queue: number;
}

/** Queries that read no source (SELECT 1, metadata) have a lane of their own, so that a tool never waits behind a report. */
export const LIGHT = { concurrency: 8, queue: 2_000 } as const;

/**
 * Which of `waiting` (oldest first) begins next, by its index. A user with fewer running queries comes first, then who waited
 * longest; nobody gets more than his share while others wait or not.
 */
export function nextToRun(waiting: readonly Waiting[], running: readonly Waiting[], { concurrency, perUser }: Limits): number | undefined {
  const free = { light: running.filter(({ light }) => light).length < LIGHT.concurrency, heavy: running.filter(({ light }) => !light).length < concurrency };
  const counts = new Map<string, number>();
  for (const { user, light } of running) counts.set(key(user, light), (counts.get(key(user, light)) ?? 0) + 1);
  let best: { index: number; count: number } | undefined;
  for (const [index, { user, light }] of waiting.entries()) {
    const count = counts.get(key(user, light)) ?? 0;
    if (!(light ? free.light : free.heavy && count < perUser)) continue;
    if (best === undefined || count < best.count) best = { index, count };
    if (count === 0) break;
  }
  return best?.index;
}

/** Whether one more may wait. */
export const mayWait = (waiting: readonly Waiting[], light: boolean, { queue }: Limits): boolean =>
  waiting.filter((other) => other.light === light).length < (light ? LIGHT.queue : queue);

const key = (user: string, light: boolean): string => `${light ? 'l' : 'h'} ${user}`;
