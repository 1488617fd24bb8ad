import type { Fragment } from '../emit/fragment.js';
import { momentOf } from '../emit/moment.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { formatType, timestamptz, VARCHAR } from '../types/type.js';
import { type FunctionRule, literalText, rule, text } from './signature.js';

/** All names of this zone that Trino answers as UTC. */
const UTC = /^(UTC|GMT|Etc\/UTC|[+-]00:00)$/;

/** Moments keep no zone of their own, and sessions run in UTC: what names another zone is refused rather than shown in the wrong one. */
function assertUtc(zone: Fragment | undefined, what: string): void {
  if (!UTC.test(literalText(zone, 'A time zone'))) throw notSupported(`${what} of another zone than UTC`);
}

/** `value AT TIME ZONE zone`, and the function of that name: in UTC it only tells a local moment that this is its zone. */
export function atZone(value: Fragment, zone: Fragment | undefined): Fragment {
  assertUtc(zone, 'AT TIME ZONE');
  const { type } = value;
  if (type.kind === 'timestamptz') return value;
  if (type.kind !== 'timestamp') throw new TrinoFailure('TYPE_MISMATCH', `Type of value must be a time or timestamp with or without time zone (actual ${formatType(type)})`);
  return { sql: `CAST(${value.sql} AS TIMESTAMPTZ)`, type: timestamptz(type.precision) };
}

export const zoneFunctions: Record<string, FunctionRule> = {
  current_timezone: rule([], () => ({ ...text("'UTC'"), literal: 'UTC' })),
  at_timezone: rule(['moment', 'text'], (_sql, [value, zone]) => atZone(value as Fragment, zone)),
  with_timezone: rule(['moment', 'text'], (_sql, [value, zone]) => {
    if (value?.type.kind !== 'timestamp') throw new TrinoFailure('FUNCTION_NOT_FOUND', `Unexpected parameters (${formatType(value?.type ?? VARCHAR)})`);
    return atZone(value, zone);
  }),
  from_iso8601_timestamp: rule(['text'], (_sql, [value]) => momentOf(literalText(value, 'The moment'), 'iso', 3)),
  from_unixtime: rule(['double', 'text'], ([sql], [, zone]) => {
    if (zone !== undefined) assertUtc(zone, 'from_unixtime');
    return { sql: `to_timestamp(${sql})`, type: timestamptz(3) };
  }, 1),
};
