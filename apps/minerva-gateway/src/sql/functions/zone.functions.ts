import { castTo, coerce } from '../emit/casts.js';
import type { Fragment } from '../emit/fragment.js';
import { momentOf } from '../emit/moment.js';
import { sessionZone, UTC } from '../emit/session-zone.js';
import { instantOf, localOf } from '../emit/clocks.js';
import { zoneOf } from '../emit/zones.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { formatType, timestamptz, type Type, VARCHAR } from '../types/type.js';
import { zoneNamed } from '../zone-names.js';
import { type FunctionRule, literalText, rule, text, whole } from './signature.js';

function zoneIn(argument: Fragment | undefined): string {
  const name = literalText(argument, 'A time zone');
  const zone = zoneNamed(name);
  if (zone === undefined) throw new TrinoFailure('INVALID_FUNCTION_ARGUMENT', `'${name}' is not a valid time zone`);
  return zone;
}

/** `value AT TIME ZONE zone`, and the function of that name: the same moment, shown in that zone. A local time is one of the session's zone. */
export function atZone(value: Fragment, argument: Fragment | undefined): Fragment {
  const zone = zoneIn(argument);
  const { type } = value;
  if (type.kind === 'timestamptz') return { ...value, type: timestamptz(type.precision, zone) };
  if (type.kind === 'time') throw notSupported('A time of day in a time zone');
  if (type.kind !== 'timestamp') throw new TrinoFailure('TYPE_MISMATCH', `Type of value must be a time or timestamp with or without time zone (actual ${formatType(type)})`);
  return { ...coerce(value, timestamptz(type.precision)), type: timestamptz(type.precision, zone) };
}

/** A moment in the sense of functions that take nothing else: a date or local time is one of the session's zone. */
export const asMoment = (value: Fragment): Fragment & { type: Extract<Type, { kind: 'timestamptz' }> } => {
  const { type } = value;
  if (type.kind === 'timestamptz') return { ...value, type };
  const moment = timestamptz('precision' in type ? type.precision : 0, sessionZone());
  return { ...coerce(value, moment), type: moment };
};

/** How far the clocks are from UTC. */
export function offsetOf(field: 'timezone_hour' | 'timezone_minute', { sql, type }: Fragment): Fragment {
  if (type.kind !== 'timestamptz') throw new TrinoFailure('FUNCTION_NOT_FOUND', `Unexpected parameters (${formatType(type)})`);
  return whole(`date_part('${field === 'timezone_hour' ? 'hour' : 'minute'}', ${localOf(sql, zoneOf(type))} - ${localOf(sql, UTC)})`);
}
const offset = (field: 'timezone_hour' | 'timezone_minute'): FunctionRule => rule(['moment'], (_sql, [value]) => offsetOf(field, value as Fragment));

export const zoneFunctions: Record<string, FunctionRule> = {
  current_timezone: rule([], () => ({ ...text(`'${sessionZone()}'`), literal: sessionZone() })),
  timezone_hour: offset('timezone_hour'), timezone_minute: offset('timezone_minute'),
  at_timezone: rule(['moment', 'text'], (_sql, [value, zone]) => atZone(value as Fragment, zone)),
  with_timezone: rule(['moment', 'text'], (_sql, [value, argument]) => {
    const { type } = value as Fragment;
    if (type.kind !== 'timestamp' && type.kind !== 'date') throw new TrinoFailure('FUNCTION_NOT_FOUND', `Unexpected parameters (${formatType(value?.type ?? VARCHAR)})`);
    const zone = zoneIn(argument);
    return { sql: instantOf(castTo(value as Fragment, 'timestamp(6)', false).sql, zone), type: timestamptz(type.kind === 'timestamp' ? type.precision : 0, zone) };
  }),
  from_iso8601_timestamp: rule(['text'], (_sql, [value]) => momentOf(literalText(value, 'The moment'), 'iso', 3)),
  from_unixtime: rule(['double', 'text'], ([sql], [, zone]) => ({ sql: `to_timestamp(${sql})`, type: timestamptz(3, zone === undefined ? sessionZone() : zoneIn(zone)) }), 1),
};
