import { notSupported, TrinoFailure } from '../failure.js';
import { duckType, formatType, isFloating, isNested, isNumeric, isWhole, parseType, type Type, zoned } from '../types/type.js';
import type { Fragment } from './fragment.js';
import { fromJson, toJson } from './json-casts.js';
import { momentOf } from './moment.js';
import { sessionZone, UTC } from './session-zone.js';
import { instantOf, localOf } from './clocks.js';
import { zoneOf } from './zones.js';

/** Raised inside the engine as `TRINO:<name>:<message>`; the gateway reads it back. */
export const raise = (name: string, message: string, type: string): string => `CAST(error('TRINO:${name}:${message}') AS ${type})`;

/** What a text must look like to be read as a type. The engine accepts more than Trino does. */
const READABLE: Partial<Record<Type['kind'], string>> = {
  tinyint: '^[ ]*[+-]?[0-9]+[ ]*$', smallint: '^[ ]*[+-]?[0-9]+[ ]*$', integer: '^[ ]*[+-]?[0-9]+[ ]*$', bigint: '^[ ]*[+-]?[0-9]+[ ]*$',
  real: '^[ ]*([+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?|[+-]?Infinity|NaN)[ ]*$', double: '^[ ]*([+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?|[+-]?Infinity|NaN)[ ]*$',
  decimal: '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)$', date: '^[ ]*[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[ ]*$',
  timestamp: '^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([ ]([01]?[0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?$', time: '^([01]?[0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?$',
  uuid: '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$', boolean: '^([tT]|[fF]|1|0|[tT][rR][uU][eE]|[fF][aA][lL][sS][eE])$',
};

/** CAST and TRY_CAST to a type given by name, with Trino's meaning. */
export function castTo(value: Fragment, typeText: string, safe: boolean): Fragment {
  if (/^char\b/.test(typeText)) throw notSupported('CAST to char (its padding is not kept here)');
  const { type: named, length } = parseType(typeText);
  const type = zoned(named, value.type);
  if (isNested(type) && /\b(varchar|char)\(/.test(typeText)) throw notSupported(`CAST to ${typeText} (lengths inside of a type are not kept here)`);
  if (type.kind === 'opaque' || type.kind === 'unknown') throw notSupported(`CAST to ${typeText}`);
  if (type.kind === 'timestamptz' && !safe && typeof value.literal === 'string' && value.type.kind === 'varchar') return momentOf(value.literal, 'cast', type.precision);
  const cast = castSql(value, type, safe);
  if (length === undefined || type.kind !== 'varchar') return { sql: cast, type };
  if (value.type.kind === 'varchar' || value.type.kind === 'unknown') return { sql: `substr(${cast}, 1, ${length})`, type };
  const failure = safe ? 'NULL' : raise('INVALID_CAST_ARGUMENT', `Value cannot be represented as varchar(${length})`, 'VARCHAR');
  return { sql: `CASE WHEN length(${cast}) > ${length} THEN ${failure} ELSE ${cast} END`, type };
}

export function castSql(value: Fragment, to: Type, safe: boolean): string {
  const from = value.type;
  const target = duckType(to);
  const cast = (sql: string): string => `${safe ? 'TRY_CAST' : 'CAST'}(${sql} AS ${target})`;
  if (from.kind === 'unknown' || same(from, to)) return `CAST(${value.sql} AS ${target})`;
  if (to.kind === 'json') return toJson(value);
  if (from.kind === 'json') return fromJson(value, to, safe);
  if (isNested(from) || isNested(to)) return nestedCast(value, to, safe);
  if (to.kind === 'varchar') return toText(value);
  if (from.kind === 'varchar') return fromText(value.sql, to, cast, safe);
  if (isNumeric(from) && isNumeric(to)) {
    if (from.kind === 'double' && to.kind === 'real') return narrowed(value.sql);
    const fraction = isFloating(from);
    // By the digits it is shown with: 1.005 is a little less than that, and yet 1.01 to Trino.
    if (fraction && to.kind === 'decimal') return cast(`CAST(${value.sql} AS VARCHAR)`);
    return cast(fraction && isWhole(to) ? `round(${value.sql})` : value.sql);
  }
  if (from.kind === 'boolean' && isNumeric(to)) return isWhole(to) ? cast(value.sql) : cast(`CAST(${value.sql} AS INTEGER)`);
  if (isNumeric(from) && to.kind === 'boolean') return `(${value.sql} <> 0)`;
  return momentCast(value, to, cast);
}

/** A name for a lambda that the value does not use; of a cast within a cast, the inner one sees it in its value. */
export function freeName(sql: string): string {
  const name = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8'].find((candidate) => !sql.includes(candidate));
  if (name === undefined) throw notSupported('A type nested so deeply');
  return name;
}

/** Arrays, maps and rows, each part by its own rule. */
function nestedCast(value: Fragment, to: Type, safe: boolean): string {
  const { sql, type: from } = value;
  if (safe) throw notSupported(`TRY_CAST to ${formatType(to)}`);
  const name = freeName(sql);
  const part = (inner: string, type: Type, target: Type): string => castSql({ sql: inner, type }, target, false);
  if (from.kind === 'array' && to.kind === 'array') return `list_transform(${sql}, lambda ${name}: ${part(name, from.element, to.element)})`;
  if (from.kind === 'map' && to.kind === 'map') {
    return `map_from_entries(list_transform(map_entries(${sql}), lambda ${name}: struct_pack(k := ${part(`${name}.key`, from.key, to.key)}, v := ${part(`${name}.value`, from.value, to.value)})))`;
  }
  if (from.kind === 'row' && to.kind === 'row' && from.fields.length === to.fields.length) {
    const fields = to.fields.map((field, index) => `f${index + 1} := ${part(`(${sql}).f${index + 1}`, from.fields[index]?.type ?? field.type, field.type)}`);
    return `CASE WHEN ${sql} IS NULL THEN NULL ELSE struct_pack(${fields.join(', ')}) END`;
  }
  throw new TrinoFailure('TYPE_MISMATCH', `Cannot cast ${formatType(from)} to ${formatType(to)}`);
}

/** A double as a real: what is too large is infinite. */
const narrowed = (sql: string): string =>
  `CASE WHEN isfinite(${sql}) AND abs(${sql}) >= 3.4028235677973366e38 THEN CAST(CASE WHEN ${sql} > 0 THEN 'Infinity' ELSE '-Infinity' END AS FLOAT) ELSE CAST(${sql} AS FLOAT) END`;

function momentCast(value: Fragment, to: Type, cast: (sql: string) => string): string {
  const from = value.type;
  const moments = ['date', 'timestamp', 'timestamptz'];
  if (!moments.includes(from.kind) || (!moments.includes(to.kind) && to.kind !== 'time')) {
    throw new TrinoFailure('TYPE_MISMATCH', `Cannot cast ${formatType(from)} to ${formatType(to)}`);
  }
  if (to.kind === 'time') throw notSupported(`CAST from ${formatType(from)} to ${formatType(to)}`);
  const fromPrecision = 'precision' in from ? from.precision : 0;
  const toPrecision = 'precision' in to ? to.precision : 6;
  const moved = ((): string => {
    if (to.kind === 'timestamptz' && from.kind !== 'timestamptz') return sessionZone() === UTC ? value.sql : instantOf(`CAST(${value.sql} AS TIMESTAMP)`, sessionZone());
    return from.kind === 'timestamptz' && to.kind !== 'timestamptz' && zoneOf(from) !== UTC ? localOf(value.sql, zoneOf(from)) : value.sql;
  })();
  return to.kind === 'date' || toPrecision >= fromPrecision ? cast(moved) : rounded(cast(moved), toPrecision, to);
}

/** Rounds half up to a number of fraction digits. */
function rounded(sql: string, precision: number, to: Type): string {
  const step = 10 ** (6 - precision);
  const micros = `CAST(floor((epoch_us(${sql}) + ${step / 2}) / ${step}.0) AS BIGINT) * ${step}`;
  return to.kind === 'timestamptz' ? `to_timestamp(0) + to_microseconds(${micros})` : `make_timestamp(${micros})`;
}

function fromText(sql: string, to: Type, cast: (sql: string) => string, safe: boolean): string {
  const pattern = READABLE[to.kind];
  if (pattern === undefined) throw notSupported(`CAST from varchar to ${formatType(to)}`);
  const plain = to.kind === 'timestamp' && to.precision < 6 ? rounded(cast(sql), to.precision, to) : cast(`trim(${sql})`);
  const failure = safe ? 'NULL' : raise('INVALID_CAST_ARGUMENT', `Cannot cast this text to ${formatType(to)}`, duckType(to));
  // Trino reads them; that there is no such number would be a wrong answer.
  const exponent = to.kind === 'decimal' ? ` WHEN regexp_full_match(${sql}, '${READABLE.double}') AND contains(lower(${sql}), 'e') THEN ${raise('NOT_SUPPORTED', 'A text with an exponent as a decimal is not supported here', duckType(to))}` : '';
  return `CASE WHEN ${sql} IS NULL THEN NULL WHEN regexp_full_match(${sql}, '${pattern}') THEN ${plain}${exponent} ELSE ${failure} END`;
}

function toText(value: Fragment): string {
  const { type, sql } = value;
  switch (type.kind) {
    case 'double': case 'real': throw notSupported(`CAST from ${type.kind} to varchar (its text form differs here); cast to decimal first`);
    case 'timestamp': return withFraction(sql, type.precision);
    case 'timestamptz': return `(${withFraction(localOf(sql, zoneOf(type)), type.precision)} || ' ${zoneOf(type)}')`;
    case 'time': case 'varbinary': case 'opaque': throw notSupported(`CAST from ${formatType(type)} to varchar`);
    // The engine leaves out the zero before the point where there are fraction digits only.
    case 'decimal': return type.precision === type.scale ? `regexp_replace(CAST(${sql} AS VARCHAR), '^(-?)[.]', '\\10.')` : `CAST(${sql} AS VARCHAR)`;
    default: return `CAST(${sql} AS VARCHAR)`;
  }
}

function withFraction(sql: string, precision: number): string {
  const whole = `strftime(${sql}, '%Y-%m-%d %H:%M:%S')`;
  return precision === 0 ? whole : `(${whole} || '.' || substr(strftime(${sql}, '%f'), 1, ${precision}))`;
}

/** Gives `value` the type `to` where Trino would do so by itself. */
export function coerce(value: Fragment, to: Type): Fragment {
  if (same(value.type, to)) return value;
  // The engine's own cast takes a local time for one of UTC.
  const sql = sessionZone() !== UTC && /TIMESTAMPTZ/.test(duckType(to)) ? castSql(value, to, false) : `CAST(${value.sql} AS ${duckType(to)})`;
  return { sql, type: to, ...(value.aggregate ? { aggregate: true } : {}) };
}

/** A value of exactly this type, where the engine would else choose one by itself. */
export const exactly = (value: Fragment, to: Type): string => `CAST(${coerce(value, to).sql} AS ${duckType(to)})`;

const same = (left: Type, right: Type): boolean => formatType(left) === formatType(right);
