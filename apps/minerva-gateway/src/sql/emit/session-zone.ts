/** The zone of sessions that tell none, and of moments that come from tables. */
export const UTC = 'UTC';

let current = UTC;

/**
 * The zone of the session whose query is being written. Trino takes it wherever a local time becomes a moment, which it also does unasked, deep
 * inside of an expression. A query is written in one go, so that there is never more than one.
 */
export const sessionZone = (): string => current;

export function inSessionZone<T>(zone: string, work: () => T): T {
  const outer = current;
  current = zone;
  try {
    return work();
  } finally {
    current = outer;
  }
}
