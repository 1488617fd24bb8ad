import { castTo } from '../emit/casts.js';
import { type Fragment, quote } from '../emit/fragment.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { BIGINT, DATE, duckType, timestamp, timestamptz, type Type, VARCHAR } from '../types/type.js';
import { dateParse } from './date-parse.js';
import { type FunctionRule, literalText, rule, text, whole } from './signature.js';

/** Parts of a date: Trino's name to the engine's. */
const PARTS: Record<string, string> = {
  year: 'year', quarter: 'quarter', month: 'month', week: 'week', day: 'day', day_of_month: 'day', day_of_week: 'isodow', dow: 'isodow',
  day_of_year: 'doy', doy: 'doy', year_of_week: 'isoyear', yow: 'isoyear', week_of_year: 'week', hour: 'hour', minute: 'minute', second: 'second',
};
const CLOCK = new Set(['hour', 'minute', 'second']);

/** `extract(field FROM value)` and the functions of the same names. */
export function part(field: string, value: Fragment): Fragment {
  const name = PARTS[field];
  if (name === undefined) throw notSupported(`EXTRACT(${field.toUpperCase()})`);
  if (CLOCK.has(name) && value.type.kind === 'date') throw new TrinoFailure('TYPE_MISMATCH', `A date has no ${field}`);
  return whole(`date_part('${name}', ${value.sql})`);
}

const unitOf = (argument: Fragment | undefined, allowed: string[]): string => {
  const unit = literalText(argument, 'The unit').toLowerCase();
  if (!allowed.includes(unit)) throw new TrinoFailure('INVALID_FUNCTION_ARGUMENT', `'${unit}' is not a valid unit here; take one of ${allowed.join(', ')}`);
  return unit;
};
const DATE_UNITS = ['day', 'week', 'month', 'quarter', 'year'];
const ALL_UNITS = ['millisecond', 'second', 'minute', 'hour', ...DATE_UNITS];
const unitsOf = (value: Fragment | undefined): string[] => (value?.type.kind === 'date' ? DATE_UNITS : ALL_UNITS);

/** Placeholders of MySQL's date formats that mean the same here. */
const FORMAT: Record<string, string> = {
  Y: '%Y', y: '%y', m: '%m', d: '%d', H: '%H', i: '%M', s: '%S', S: '%S', f: '%f', M: '%B', b: '%b', W: '%A', a: '%a', j: '%j', p: '%p', h: '%I', I: '%I', T: '%H:%M:%S', '%': '%%',
};

function strftimeOf(format: string): string {
  return format.replaceAll(/%(.?)/gs, (_, letter: string) => {
    const known = Object.hasOwn(FORMAT, letter) ? FORMAT[letter] : undefined;
    if (known === undefined) throw notSupported(`The date format %${letter}`);
    return known;
  });
}

const pad = (value: number, size = 2): string => String(value).padStart(size, '0');
const day = (at: Date): string => `${at.getUTCFullYear()}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`;
const moment = (at: Date): string => `${day(at)} ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}.${pad(at.getUTCMilliseconds(), 3)}`;
const now: FunctionRule = rule([], (_sql, _args, context) => ({ sql: `TIMESTAMPTZ '${moment(context.now)}+00'`, type: timestamptz(3) }));
const local: FunctionRule = rule([], (_sql, _args, context) => ({ sql: `TIMESTAMP '${moment(context.now)}'`, type: timestamp(3) }));
const today: FunctionRule = rule([], (_sql, _args, context) => ({ sql: `DATE '${day(context.now)}'`, type: DATE }));

const typed = (sql: string, type: Type): Fragment => ({ sql: `CAST(${sql} AS ${duckType(type)})`, type });
const moments = (value: Fragment): Fragment => {
  if (value.type.kind === 'unknown') throw notSupported('A NULL date here');
  return value;
};

/** To formats a moment has three digits at most, the last one rounded. */
const milliseconds = (value: Fragment): Fragment => {
  const { type } = value;
  return 'precision' in type && type.precision > 3 ? castTo(value, type.kind === 'timestamptz' ? 'timestamp(3) with time zone' : 'timestamp(3)', false) : value;
};

export const timeFunctions: Record<string, FunctionRule> = {
  ...Object.fromEntries(Object.keys(PARTS).map((name) => [name, rule(['moment'], (_sql, [value]) => part(name, value as Fragment))])),
  now, current_timestamp: now, localtimestamp: local, current_date: today,
  date: (args, context) => (args[0]?.type.kind === 'varchar' || args[0]?.type.kind === 'unknown' ? castTo(args[0], 'date', false) : rule(['moment'], (_sql, [value]) => castTo(value as Fragment, 'date', false))(args, context)),
  from_iso8601_date: rule(['text'], (_sql, [value]) => castTo(value as Fragment, 'date', false)),
  last_day_of_month: rule(['moment'], ([sql]) => typed(`last_day(${sql})`, DATE)),
  date_trunc: rule(['text', 'moment'], ([, sql], [unit, value]) => typed(`date_trunc('${unitOf(unit, unitsOf(value))}', ${sql})`, moments(value as Fragment).type)),
  date_add: rule(['text', 'whole', 'moment'], ([, count, sql], [unit, , value]) =>
    typed(`${sql} + to_${unitOf(unit, unitsOf(value)) === 'quarter' ? 'quarters' : `${unitOf(unit, unitsOf(value))}s`}(CAST(${count} AS INTEGER))`, moments(value as Fragment).type)),
  date_diff: rule(['text', 'moment', 'moment'], ([, from, to], [unit, a, b]) => {
    if (a?.type.kind !== b?.type.kind) throw notSupported('date_diff of two different types');
    const between = (start = '', end = ''): string => `date_sub('${unitOf(unit, unitsOf(a))}', ${start}, ${end})`;
    // Backwards the engine shortens the last month of the other side.
    return { sql: `CAST(CASE WHEN ${from} <= ${to} THEN ${between(from, to)} ELSE -${between(to, from)} END AS BIGINT)`, type: BIGINT };
  }),
  date_format: rule(['moment', 'text'], (_sql, [value, format]) => text(`strftime(${milliseconds(value as Fragment).sql}, ${quote(strftimeOf(literalText(format, 'The format')))})`)),
  date_parse: rule(['text', 'text'], dateParse),
  to_unixtime: rule(['moment'], ([sql]) => ({ sql: `CAST(epoch(${sql}) AS DOUBLE)`, type: { kind: 'double' } })),
  current_user: rule([], (_sql, _args, context) => ({ sql: quote(context.user), type: VARCHAR, literal: context.user })),
};
