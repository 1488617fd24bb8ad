import { UTC } from './session-zone.js';

/** Units that are the same length at any time; longer ones go by the calendar. */
export const CLOCK_UNITS: ReadonlySet<string> = new Set(['millisecond', 'second', 'minute', 'hour']);

/** Minutes ahead of UTC, of a zone that is an offset. */
function offsetOf(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  return sign === undefined ? undefined : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** What the clocks of a zone show at a moment. */
export function localOf(sql: string, zone: string): string {
  const offset = offsetOf(zone);
  return offset === undefined ? `timezone('${zone}', ${sql})` : `(timezone('UTC', ${sql}) + to_minutes(${offset}))`;
}

/** `body` with `value` under a name: what is used several times is written and computed once. */
const bound = (name: string, value: string, body: string): string => `list_extract(list_transform([${value}], lambda ${name}: ${body}), 1)`;
const asUtc = (local: string): string => `CAST(${local} AS TIMESTAMPTZ)`;

/** When the clocks of a zone show this: where they are put back, the first of both times; where they are put forward over it, as much later. */
export function instantOf(sql: string, zone: string): string {
  const offset = offsetOf(zone);
  if (zone === UTC) return asUtc(sql);
  return offset === undefined ? bound('z', sql, resolved('z', `timezone('${zone}', z)`, zone)) : asUtc(`(${sql} - to_minutes(${offset}))`);
}

/** The engine takes the second time; the first is where the offset of the day before still holds. */
function resolved(local: string, late: string, zone: string): string {
  const dayBefore = `(${late} - to_days(1))`;
  const early = asUtc(`(${local} - (timezone('${zone}', ${dayBefore}) - timezone('UTC', ${dayBefore})))`);
  return `CASE WHEN timezone('${zone}', ${early}) = ${local} THEN ${early} ELSE ${late} END`;
}

/** A moment whose local time is changed by `change`; in UTC the engine does so by itself. Its offset from UTC stays, as long as clocks there ever show the result with it; by the clock it stays in any case. */
export function movedLocally(sql: string, zone: string, unit: 'clock' | 'calendar', change: (local: string) => string): string {
  if (zone === UTC) return change(sql);
  if (offsetOf(zone) !== undefined) return instantOf(change(localOf(sql, zone)), zone);
  const [local, utc] = [localOf('z', zone), localOf('z', UTC)];
  const kept = asUtc(`(${change(local)} - (${local} - ${utc}))`);
  if (unit === 'clock') return bound('z', sql, kept);
  const wanted = change(local);
  return bound('z', sql, `CASE WHEN ${localOf(kept, zone)} = ${wanted} THEN ${kept} ELSE ${resolved(wanted, `timezone('${zone}', ${wanted})`, zone)} END`);
}
