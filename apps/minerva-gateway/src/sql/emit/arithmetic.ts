import { notSupported, TrinoFailure } from '../failure.js';
import { asDecimal, commonType, DATE, decimal, duckType, formatType, isFloating, isNumeric, isWhole, timestamp, timestamptz, type Type } from '../types/type.js';
import { coerce, raise } from './casts.js';
import type { Fragment } from './fragment.js';
import { movedLocally } from './clocks.js';
import { zoneOf } from './zones.js';

export type Operator = '+' | '-' | '*' | '/' | '%';

/** `left operator right` on numbers with Trino's result type, rounding and failures. */
export function arithmetic(operator: Operator, left: Fragment, right: Fragment): Fragment {
  if (!isNumber(left.type) || !isNumber(right.type)) {
    throw new TrinoFailure('TYPE_MISMATCH', `'${operator}' cannot be applied to ${formatType(left.type)}, ${formatType(right.type)}`);
  }
  const common = commonType(left.type, right.type) ?? left.type;
  if (common.kind === 'unknown') return { sql: 'NULL', type: common };
  if (common.kind === 'decimal') return decimalArithmetic(operator, left, right);
  const [a, b] = [coerce(left, common).sql, coerce(right, common).sql];
  if (isFloating(common)) return { sql: `(${a} ${operator} ${b})`, type: common };
  if (operator === '/' || operator === '%') return { sql: checked(b, `(${a} ${operator === '/' ? '//' : '%'} ${b})`, common), type: common };
  return { sql: `CAST((${a} ${operator} ${b}) AS ${duckType(common)})`, type: common };
}

const isNumber = (type: Type): boolean => isNumeric(type) || type.kind === 'unknown';

const checked = (divisor: string, sql: string, type: Type): string =>
  `CASE WHEN ${divisor} = 0 THEN ${raise('DIVISION_BY_ZERO', 'Division by zero', duckType(type))} ELSE ${sql} END`;

function decimalArithmetic(operator: Operator, left: Fragment, right: Fragment): Fragment {
  const [a, b] = [asDecimal(left.type), asDecimal(right.type)];
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [coerce(left, decimal(a.precision, a.scale)).sql, coerce(right, decimal(b.precision, b.scale)).sql];
  if (operator === '/') return divide({ sql: x, ...a }, { sql: y, ...b });
  if (operator === '%') {
    const type = decimal(Math.min(a.precision - a.scale, b.precision - b.scale) + scale, scale);
    return { sql: checked(y, `CAST((${x} % ${y}) AS ${duckType(type)})`, type), type };
  }
  const narrow = inBits(operator, left, right, operator === '*' ? a.scale + b.scale : scale);
  if (operator === '*') {
    const type = decimal(a.precision + b.precision, a.scale + b.scale);
    if (a.scale + b.scale > 38) throw notSupported('A product with more than 38 decimal places');
    return { sql: `CAST(${product({ sql: x, ...a }, { sql: y, ...b })} AS ${duckType(type)})`, type, ...narrow };
  }
  const digits = Math.max(a.precision - a.scale, b.precision - b.scale) + scale;
  const type = decimal(digits + 1, scale);
  return { sql: sum(operator, x, y, { precision: digits, scale }), type, ...narrow };
}

type Decimal = { precision: number; scale: number };

/** Digits of a decimal that the engine computes with in 64 bits; what does not fit is an error there, not a wider number. */
const NARROW = 18;
const WIDEST = 38;

/** The product of two decimals, in 128 bits where 64 might not do. Operands that together are too wide by type fail only when a value is really too large. */
function product(left: Decimal & { sql: string }, right: Decimal & { sql: string }): string {
  if (left.precision + right.precision <= NARROW) return `(${left.sql} * ${right.sql})`;
  const [wide, other] = left.precision >= right.precision ? [left, right] : [right, left];
  const precision = Math.max(WIDEST - other.precision, wide.scale, 1);
  if (precision + other.precision > WIDEST) throw notSupported('A product of such wide decimals');
  const cast = `CAST(${wide.sql} AS DECIMAL(${precision},${wide.scale}))`;
  return wide === left ? `(${cast} * ${right.sql})` : `(${left.sql} * ${cast})`;
}

/** The sum or difference of two decimals that both fit in `digits` and `scale`: one digit more than both. */
function sum(operator: '+' | '-', x: string, y: string, { precision: digits, scale }: Decimal): string {
  const type = `DECIMAL(${Math.min(digits + 1, WIDEST)},${scale})`;
  // Then the engine's own result has that digit.
  const isNatural = digits < NARROW || (digits > NARROW && digits < WIDEST);
  const operand = isNatural ? `DECIMAL(${digits},${scale})` : type;
  const sql = `(CAST(${x} AS ${operand}) ${operator} CAST(${y} AS ${operand}))`;
  return isNatural ? sql : `CAST(${sql} AS ${type})`;
}

/** The same in 64 bits, where that may be tried. */
function inBits(operator: '+' | '-' | '*', left: Fragment, right: Fragment, scale: number): Pick<Fragment, 'narrow'> {
  const [x, y] = [narrowOf(left), narrowOf(right)];
  return x === undefined || y === undefined || scale > NARROW ? {} : { narrow: `(${x} ${operator} ${y})` };
}

function narrowOf({ literal, narrow, sql, type }: Fragment): string | undefined {
  if (narrow !== undefined) return narrow;
  const { precision, scale } = asDecimal(type);
  if (precision > NARROW || !(typeof literal === 'number' || isColumn(sql))) return undefined;
  return type.kind === 'decimal' ? sql : `CAST(${sql} AS DECIMAL(${precision},${scale}))`;
}

const isColumn = (sql: string): boolean => /^\w+\.\w+$/.test(sql);

/**
 * An aggregate `sum` of `argument`, computed in 64 bits as far as its values fit and in 128 for the others: most sums are of numbers that are
 * wide by their type alone, and cost twice as much there. `sumOf` writes the sum of an expression.
 */
export function decimalSum({ narrow, sql, type }: Fragment, sumOf: (sql: string) => string): string {
  if (narrow === undefined || asDecimal(type).precision <= NARROW) return sumOf(sql);
  const [most, rest] = [sumOf(`TRY(${narrow})`), sumOf(`CASE WHEN TRY(${narrow}) IS NULL THEN ${sql} END`)];
  return `CASE WHEN ${rest} IS NULL THEN ${most} WHEN ${most} IS NULL THEN ${rest} ELSE ${most} + ${rest} END`;
}

/** A value with NaN as the smallest number, which it is to Trino where the largest is looked for; to the engine it is the largest. */
export const withNaNLeast = ({ sql, type }: Fragment): string => (isFloating(type) ? `CASE WHEN isnan(${sql}) THEN CAST('-Infinity' AS ${duckType(type)}) ELSE ${sql} END` : sql);

/** The digits of a decimal as a whole number, exactly. */
const unscaled = (sql: string): string => `CAST(replace(CAST(${sql} AS VARCHAR), '.', '') AS HUGEINT)`;

/** Digits of the whole numbers that a quotient is made of, doubled, in 128 bits: the very largest with so many are an error there. */
const HUGE = 38;
/** A long division brings down so many digits at once: the more, the smaller a divisor must be. */
const AT_ONCE = 9;
const power = (digits: number): string => `CAST('1${'0'.repeat(digits)}' AS HUGEINT)`;
/** `body` with `value` under the name `d`: what is used several times is written and computed once. */
const bound = (value: string, body: string): string => `list_extract(list_transform([${value}], lambda d: ${body}), 1)`;

/** Exact division, rounded half up at the larger scale of the two, as Trino divides decimals. `most`: digits of the quotient where more is known of it than its type says. */
export function divide(a: Decimal & { sql: string }, b: Decimal & { sql: string }, most = Number.POSITIVE_INFINITY): Fragment {
  const scale = Math.max(a.scale, b.scale);
  const type = decimal(a.precision + b.scale + Math.max(b.scale - a.scale, 0), scale);
  const shift = scale - a.scale + b.scale;
  const [dividend, divisor] = [unscaled(a.sql), unscaled(b.sql)];
  const sign = (x: string, y: string): string => `(CASE WHEN (${x} < 0) <> (${y} < 0) THEN -1 ELSE 1 END)`;
  if (a.precision + shift <= HUGE) {
    const shifted = shift === 0 ? dividend : `(${dividend} * ${power(shift)})`;
    const quotient = `((abs(${shifted}) * 2 + abs(${divisor})) // (abs(${divisor}) * 2)) * ${sign(shifted, divisor)}`;
    return { sql: checked(b.sql, scaled(quotient, { type, scale, digits: Math.min(a.precision + shift, most) }), type), type };
  }
  let state = bound(`struct_pack(n := ${dividend}, m := ${divisor})`, `struct_pack(s := ${sign('(d).n', '(d).m')}, m := abs((d).m), q := abs((d).n) // abs((d).m), r := abs((d).n) % abs((d).m))`);
  for (let left = shift; left > 0; left -= AT_ONCE) {
    const next = power(Math.min(left, AT_ONCE));
    state = bound(state, `struct_pack(s := (d).s, m := (d).m, q := (d).q * ${next} + ((d).r * ${next}) // (d).m, r := ((d).r * ${next}) % (d).m)`);
  }
  const quotient = bound(state, '((d).q + CASE WHEN (d).r * 2 >= (d).m THEN 1 ELSE 0 END) * (d).s');
  return { sql: checked(b.sql, scaled(quotient, { type, scale, digits: a.precision + shift }), type), type };
}

/** A whole number of at most so many digits as a decimal with `scale` places. */
function scaled(whole: string, { digits, scale, type }: { digits: number; scale: number; type: Type }): string {
  if (scale === 0) return `CAST(${whole} AS ${duckType(type)})`;
  if (scale > 36) throw notSupported('A quotient with so many decimal places');
  const few = HUGE - 1 - scale;
  const product = (value: string): string => `CAST(CAST(${value} AS DECIMAL(${few},0)) * CAST('0.${'0'.repeat(scale - 1)}1' AS DECIMAL(${scale + 1},${scale})) AS ${duckType(type)})`;
  if (digits <= few) return product(whole);
  // What the product is too narrow for gets its point as a text.
  const text = `CAST(abs(d) AS VARCHAR)`;
  const pointed = `regexp_replace(lpad(${text}, CAST(greatest(length(${text}), ${scale + 1}) AS INTEGER), '0'), '([0-9]{${scale}})$', '.\\1')`;
  return bound(whole, `CASE WHEN abs(d) < ${power(few)} THEN ${product('d')} ELSE CAST((CASE WHEN d < 0 THEN '-' ELSE '' END) || ${pointed} AS ${duckType(type)}) END`);
}

/** A literal interval, perhaps so many times. */
export interface Span { readonly value: string; readonly unit: string; readonly negative: boolean; readonly times?: Fragment }

/** A date or timestamp moved by an interval; a date stays a date. */
export function shift(moment: Fragment, interval: Span, sign: '+' | '-'): Fragment {
  if (!/^\d{1,9}$/.test(interval.value)) throw notSupported('An interval that is not a whole number of one unit');
  if (interval.times !== undefined && !isWholeOrUnknown(interval.times.type)) throw notSupported(`An interval multiplied by ${formatType(interval.times.type)}`);
  const { type } = moment;
  if (type.kind !== 'date' && type.kind !== 'timestamp' && type.kind !== 'timestamptz') throw new TrinoFailure('TYPE_MISMATCH', `An interval cannot be added to ${formatType(moment.type)}`);
  if (type.kind === 'date' && ['hour', 'minute', 'second'].includes(interval.unit)) throw new TrinoFailure('INVALID_FUNCTION_ARGUMENT', 'Cannot add hours, minutes or seconds to a date');
  const direction = (sign === '-') === interval.negative ? '+' : '-';
  const once = `INTERVAL ${quoteNumber(interval.value)} ${interval.unit.toUpperCase()}`;
  const span = interval.times === undefined ? once : `(${once} * CAST(${interval.times.sql} AS BIGINT))`;
  const byCalendar = ['year', 'quarter', 'month'].includes(interval.unit);
  // A month is one of the calendar where the moment is; a day is 24 hours.
  const change = (local: string): string => `(${local} ${direction} ${span})`;
  const moved = byCalendar ? movedLocally(moment.sql, zoneOf(type), 'calendar', change) : change(moment.sql);
  if (type.kind === 'date') return { sql: `CAST(${moved} AS DATE)`, type: DATE };
  // An interval of days and less has three digits of its own.
  const digits = 'precision' in type ? type.precision : 0;
  const precision = byCalendar ? digits : Math.max(3, digits);
  return { sql: moved, type: type.kind === 'timestamptz' ? timestamptz(precision, type.zone) : timestamp(precision) };
}

const quoteNumber = (digits: string): string => `'${digits}'`;
export const isWholeOrUnknown = (type: Type): boolean => isWhole(type) || type.kind === 'unknown';
