import { type ErrorName, TrinoFailure, notSupported } from '../failure.js';
import { timestamptz } from '../types/type.js';
import { zoneNamed } from '../zone-names.js';
import { type Fragment, quote } from './fragment.js';
import { sessionZone, UTC } from './session-zone.js';
import { instantOf, localOf } from './clocks.js';

/** How CAST and how ISO 8601 write a moment, with no more digits than milliseconds: others Trino rounds in the one and cuts off in the other. */
const FORMS = {
  cast: /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?)?(?: ?([+-].*|Z)| ([A-Za-z].*))?$/,
  iso: /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?([+-]\d\d:\d\d|Z)?)?$/,
};
const FAULTS = { cast: 'INVALID_CAST_ARGUMENT', iso: 'INVALID_FUNCTION_ARGUMENT' } as const;

/** A literal text as a moment, of the session's zone where it names none. */
export function momentOf(value: string, form: keyof typeof FORMS, precision: number): Fragment {
  const [, day, minutes = '00:00', seconds = ':00', offset, name] = FORMS[form].exec(value) ?? [];
  if (day === undefined) throw notSupported('A text as a timestamp with time zone in this form (write YYYY-MM-DD hh:mm:ss.fff and the zone)');
  const text = offset ?? name;
  const zone = text === undefined ? sessionZone() : zoneNamed(text);
  if (zone === undefined) throw new TrinoFailure(FAULTS[form], `Value cannot be cast to timestamp: ${value}`);
  const local = `${day} ${minutes}${seconds}`;
  return { sql: writtenMoment(local, zone, FAULTS[form]), type: timestamptz(precision, zone) };
}

/** A local time that was written with its zone; one that the clocks there pass over is no moment. */
export function writtenMoment(local: string, zone: string, fault: ErrorName): string {
  const text = `CAST(${quote(local)} AS TIMESTAMP)`;
  const instant = instantOf(text, zone);
  if (zone === UTC || /^[+-]/.test(zone)) return instant;
  return `CASE WHEN ${localOf(instant, zone)} = ${text} THEN ${instant} ELSE CAST(error('TRINO:${fault}:This time does not exist in its time zone, where clocks are put forward over it') AS TIMESTAMPTZ) END`;
}
