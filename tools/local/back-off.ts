const first = 500;
const longest = 30_000;

/** How long a process must have run for its earlier crashes to be forgotten. */
export const stableAfter = 60_000;

/** Exit code of a service whose settings are wrong: starting it again cannot help. */
const badConfiguration = 78;

/** How many crashes in a row a service may have before it was ever ready; then the whole start is given up. */
const patience = 3;

export interface Crash { code: number | null; ranFor: number; crashes: number; wasReady: boolean }

export type Verdict = { action: 'restart'; after: number; crashes: number } | { action: 'give-up'; crashes: number };

/** Milliseconds to wait before the n-th restart in a row. */
export function backOff(crashes: number): number {
  return Math.min(longest, first * 2 ** Math.max(0, crashes - 1));
}

/** What to do with a service that ended by itself. */
export function judge({ code, ranFor, crashes, wasReady }: Crash): Verdict {
  const inARow = ranFor >= stableAfter ? 1 : crashes + 1;
  if (!wasReady && (code === badConfiguration || inARow >= patience)) return { action: 'give-up', crashes: inARow };
  return { action: 'restart', after: backOff(inARow), crashes: inARow };
}
