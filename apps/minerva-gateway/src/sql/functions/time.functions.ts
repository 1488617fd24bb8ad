import { castTo } from '../emit/casts.js';
import { type Fragment, quote } from '../emit/fragment.js';
import { sessionZone, UTC } from '../emit/session-zone.js';
import { CLOCK_UNITS, localOf, movedLocally } from '../emit/clocks.js';
import { zoneOf } from '../emit/zones.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { BIGINT, DATE, duckType, timestamp, timestamptz, type Type, VARCHAR } from '../types/type.js';
import { dateParse } from './date-parse.js';
import { type FunctionContext, type FunctionRule, literalText, rule, text, unify, whole } from './signature.js';
import { asMoment, offsetOf } from './zone.functions.js';

/** Parts of a date: Trino's name to the engine's. */
const PARTS: Record<string, string> = {
  year: 'year', quarter: 'quarter', month: 'month', week: 'week', day: 'day', day_of_month: 'day', day_of_week: 'isodow', dow: 'isodow',
  day_of_year: 'doy', doy: 'doy', year_of_week: 'isoyear', yow: 'isoyear', week_of_year: 'week', hour: 'hour', minute: 'minute', second: 'second',
};
const CLOCK = new Set(['hour', 'minute', 'second']);

/** A moment as the clocks and calendars of its zone show it; in UTC the engine does so by itself. */
const shown = ({ sql, type }: Fragment): string => (zoneOf(type) === UTC ? sql : localOf(sql, zoneOf(type)));

/** `extract(field FROM value)` and the functions of the same names. */
export function part(field: string, value: Fragment): Fragment {
  if (field === 'timezone_hour' || field === 'timezone_minute') return offsetOf(field, value);
  const name = PARTS[field];
  if (name === undefined) throw notSupported(`EXTRACT(${field.toUpperCase()})`);
  if (CLOCK.has(name) && value.type.kind === 'date') throw new TrinoFailure('TYPE_MISMATCH', `A date has no ${field}`);
  return whole(`date_part('${name}', ${shown(value)})`);
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
/** The query's moment, by the clocks of the session. */
const instant = ({ now: at }: FunctionContext): string => `TIMESTAMPTZ '${moment(at)}+00'`;
const now: FunctionRule = rule([], (_sql, _args, context) => ({ sql: instant(context), type: timestamptz(3, sessionZone()) }));
const local: FunctionRule = rule([], (_sql, _args, context) => ({ sql: sessionZone() === UTC ? `TIMESTAMP '${moment(context.now)}'` : localOf(instant(context), sessionZone()), type: timestamp(3) }));
const today: FunctionRule = rule([], (_sql, _args, context) => ({ sql: sessionZone() === UTC ? `DATE '${day(context.now)}'` : `CAST(${localOf(instant(context), sessionZone())} AS DATE)`, type: DATE }));

/** With a number, which the parser takes as a literal only: so many digits of the second. */
const precise = (inner: FunctionRule, suffix: string): FunctionRule => ([digits, ...more], context) =>
  (digits === undefined ? inner([], context) : castTo(inner(more, context), `timestamp(${String(digits.literal)})${suffix}`, false));

const typed = (sql: string, type: Type): Fragment => ({ sql: `CAST(${sql} AS ${duckType(type)})`, type });
const moments = (value: Fragment): Fragment => {
  if (value.type.kind === 'unknown') throw notSupported('A NULL date here');
  return value;
};

/** A date or moment changed by a unit, in its own zone. */
function changed(value: Fragment, unit: string, change: (sql: string) => string): Fragment {
  const { sql, type } = moments(value);
  return typed(movedLocally(sql, zoneOf(type), CLOCK_UNITS.has(unit) ? 'clock' : 'calendar', change), type);
}

/** To formats a moment has three digits at most, the last one rounded. */
const milliseconds = (value: Fragment): Fragment => {
  const { type } = value;
  return 'precision' in type && type.precision > 3 ? castTo(value, type.kind === 'timestamptz' ? 'timestamp(3) with time zone' : 'timestamp(3)', false) : value;
};

export const timeFunctions: Record<string, FunctionRule> = {
  ...Object.fromEntries(Object.keys(PARTS).map((name) => [name, rule(['moment'], (_sql, [value]) => part(name, value as Fragment))])),
  now, current_timestamp: precise(now, ' with time zone'), localtimestamp: precise(local, ''), current_date: today,
  date: (args, context) => (args[0]?.type.kind === 'varchar' || args[0]?.type.kind === 'unknown' ? castTo(args[0], 'date', false) : rule(['moment'], (_sql, [value]) => castTo(value as Fragment, 'date', false))(args, context)),
  from_iso8601_date: rule(['text'], (_sql, [value]) => castTo(value as Fragment, 'date', false)),
  last_day_of_month: rule(['moment'], (_sql, [value]) => typed(`last_day(${shown(value as Fragment)})`, DATE)),
  date_trunc: rule(['text', 'moment'], (_sql, [unit, value]) => {
    const name = unitOf(unit, unitsOf(value));
    return changed(value as Fragment, name, (sql) => `date_trunc('${name}', ${sql})`);
  }),
  date_add: rule(['text', 'whole', 'moment'], ([, count], [unit, , value]) => {
    const name = unitOf(unit, unitsOf(value));
    return changed(value as Fragment, name, (sql) => `${sql} + to_${name}s(CAST(${count} AS INTEGER))`);
  }),
  date_diff: rule(['text', 'moment', 'moment'], (_sql, [unit, ...ends]) => {
    const { type, args } = unify(ends, 'date_diff');
    const name = unitOf(unit, unitsOf({ sql: '', type }));
    // By the calendar of where the first one is.
    const given = type.kind === 'timestamptz' ? ends.map(asMoment) : args;
    const zone = zoneOf(given[0]?.type ?? type);
    const [from, to] = given.map(({ sql }) => (zone === UTC || CLOCK_UNITS.has(name) ? sql : localOf(sql, zone)));
    const between = (start = '', end = ''): string => `date_sub('${name}', ${start}, ${end})`;
    // Backwards the engine shortens the last month of the other side.
    return { sql: `CAST(CASE WHEN ${from} <= ${to} THEN ${between(from, to)} ELSE -${between(to, from)} END AS BIGINT)`, type: BIGINT };
  }),
  date_format: rule(['moment', 'text'], (_sql, [value, format]) => text(`strftime(${shown(milliseconds(value as Fragment))}, ${quote(strftimeOf(literalText(format, 'The format')))})`)),
  date_parse: rule(['text', 'text'], dateParse),
  to_unixtime: rule(['moment'], (_sql, [value]) => ({ sql: `CAST(epoch(${asMoment(value as Fragment).sql}) AS DOUBLE)`, type: { kind: 'double' } })),
  current_user: rule([], (_sql, _args, context) => ({ sql: quote(context.user), type: VARCHAR, literal: context.user })),
};
