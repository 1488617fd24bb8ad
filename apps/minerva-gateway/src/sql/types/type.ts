import { sessionZone, UTC } from '../emit/session-zone.js';

/** The SQL types this gateway computes with, as Trino knows them. `opaque` may only be shown, counted and tested for NULL. */
export type Type =
  | { kind: 'boolean' | 'tinyint' | 'smallint' | 'integer' | 'bigint' | 'real' | 'double' | 'varchar' | 'varbinary' | 'date' | 'uuid' | 'json' | 'unknown' }
  | { kind: 'decimal'; precision: number; scale: number }
  | { kind: 'time' | 'timestamp'; precision: number }
  /** The engine keeps no zone with a moment: it is known beforehand or not at all. Absent: UTC, as of all moments in tables. */
  | { kind: 'timestamptz'; precision: number; zone?: string }
  | { kind: 'array'; element: Type }
  | { kind: 'map'; key: Type; value: Type }
  | { kind: 'row'; fields: readonly RowField[] }
  | { kind: 'opaque'; name: string };
export interface RowField { readonly name?: string; readonly type: Type }
export type TypeKind = Type['kind'];

export const BOOLEAN: Type = { kind: 'boolean' };
export const INTEGER: Type = { kind: 'integer' };
export const BIGINT: Type = { kind: 'bigint' };
export const DOUBLE: Type = { kind: 'double' };
export const VARCHAR: Type = { kind: 'varchar' };
export const VARBINARY: Type = { kind: 'varbinary' };
export const DATE: Type = { kind: 'date' };
export const UNKNOWN: Type = { kind: 'unknown' };
export const decimal = (precision: number, scale: number): Type => ({ kind: 'decimal', precision: Math.max(1, Math.min(38, precision)), scale: Math.min(scale, 38) });
export const timestamp = (precision: number): Type => ({ kind: 'timestamp', precision });
export const timestamptz = (precision: number, zone = UTC): Extract<Type, { kind: 'timestamptz' }> => ({ kind: 'timestamptz', precision, ...(zone === UTC ? {} : { zone }) });
/** In place of a zone: one or another, row by row. */
export const MIXED = '?';

const SIMPLE = new Set<string>(['boolean', 'tinyint', 'smallint', 'integer', 'bigint', 'real', 'double', 'varchar', 'varbinary', 'date', 'uuid', 'json']);
const WHOLE = ['tinyint', 'smallint', 'integer', 'bigint'];
const DIGITS: Record<string, number> = { tinyint: 3, smallint: 5, integer: 10, bigint: 19 };

interface Read { readonly type: Type; readonly length?: number }
/** Types read lately: a table has few, and every query of it reads them again. */
const known = new Map<string, Read>();
const MOST_KNOWN = 1_000;

/** Reads a type as Trino spells it; what is not understood becomes `opaque`. `length` is that of `varchar(n)`. */
export function parseType(text: string): Read {
  let read = known.get(text);
  if (read === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, (read = readType(text)));
  }
  return read;
}

function readType(text: string): Read {
  // Names in quotes, of fields of rows, keep their letters.
  const name = text.trim().replaceAll(/"(?:[^"]|"")*"|[^"]+/g, (part) => (part.startsWith('"') ? part : part.toLowerCase().replaceAll(/\s+/g, ' ')));
  if (name === 'int') return { type: INTEGER };
  if (SIMPLE.has(name)) return { type: { kind: name } as Type };
  if (name === 'decimal') return { type: decimal(38, 0) };
  const decimals = /^decimal\((\d+)(?:, ?(\d+))?\)$/.exec(name);
  if (decimals !== null && Number(decimals[1]) >= 1 && Number(decimals[1]) <= 38 && Number(decimals[2] ?? 0) <= Number(decimals[1])) {
    return { type: decimal(Number(decimals[1]), Number(decimals[2] ?? 0)) };
  }
  const text_ = /^(varchar|char)(?:\((\d+)\))?$/.exec(name);
  if (text_ !== null) return { type: VARCHAR, ...(text_[2] === undefined ? {} : { length: Number(text_[2]) }) };
  const time = /^(time|timestamp)(?:\((\d+)\))?( with time zone| without time zone)?$/.exec(name);
  if (time !== null && Number(time[2] ?? 3) <= 6 && !(time[1] === 'time' && time[3] === ' with time zone')) {
    return { type: time[3] === ' with time zone' ? timestamptz(Number(time[2] ?? 3)) : { kind: time[1] as 'time', precision: Number(time[2] ?? 3) } };
  }
  return { type: nestedType(name) ?? { kind: 'opaque', name } };
}

/** `array(…)`, `map(…, …)` and `row(…)`, when all that is in them is known. */
function nestedType(name: string): Type | undefined {
  const [, kind, inner = ''] = /^(array|map|row)\((.*)\)$/s.exec(name) ?? [];
  if (kind === undefined) return undefined;
  const parts = splitTypes(inner);
  const fields = parts.map((part): RowField => (kind === 'row' ? rowField(part) : { type: parseType(part).type }));
  const [first, second] = fields;
  if (first === undefined || fields.some(({ type }) => type.kind === 'opaque')) return undefined;
  if (kind === 'row') return { kind, fields };
  if (kind === 'array') return second === undefined ? { kind, element: first.type } : undefined;
  return second === undefined || fields.length > 2 ? undefined : { kind: 'map', key: first.type, value: second.type };
}

/** The text between commas that stand in no parentheses and no quotes. */
function splitTypes(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (!quoted && char === '(') depth += 1;
    if (!quoted && char === ')') depth -= 1;
    if (!quoted && depth === 0 && char === ',') parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim());
}

function rowField(text: string): RowField {
  const quoted = /^"((?:[^"]|"")*)" (.*)$/s.exec(text);
  if (quoted !== null) return { name: (quoted[1] ?? '').replaceAll('""', '"'), type: parseType(quoted[2] ?? '').type };
  const named = /^([a-z_][a-z0-9_]*) (?!with time zone|without time zone)(.*)$/s.exec(text);
  return named === null || named[1] === 'interval' ? { type: parseType(text).type } : { name: named[1] as string, type: parseType(named[2] ?? '').type };
}

/** The type as Trino spells it. */
export function formatType(type: Type): string {
  if (type.kind === 'decimal') return `decimal(${type.precision},${type.scale})`;
  if (type.kind === 'time' || type.kind === 'timestamp') return `${type.kind}(${type.precision})`;
  if (type.kind === 'timestamptz') return `timestamp(${type.precision}) with time zone`;
  if (type.kind === 'array') return `array(${formatType(type.element)})`;
  if (type.kind === 'map') return `map(${formatType(type.key)},${formatType(type.value)})`;
  if (type.kind === 'row') return `row(${type.fields.map(({ name, type: inner }) => `${name === undefined ? '' : `${/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`} `}${formatType(inner)}`).join(',')})`;
  return type.kind === 'opaque' ? type.name : type.kind;
}

/** The engine's name of a type. */
export function duckType(type: Type): string {
  switch (type.kind) {
    case 'decimal': return `DECIMAL(${type.precision},${type.scale})`;
    case 'real': return 'FLOAT';
    case 'varbinary': return 'BLOB';
    case 'timestamptz': return 'TIMESTAMPTZ';
    case 'opaque': case 'json': case 'unknown': return 'VARCHAR';
    case 'array': return `${duckType(type.element)}[]`;
    case 'map': return `MAP(${duckType(type.key)}, ${duckType(type.value)})`;
    // Fields under names of our own: no name of a user reaches the engine.
    case 'row': return `STRUCT(${type.fields.map((field, index) => `f${index + 1} ${duckType(field.type)}`).join(', ')})`;
    default: return type.kind.toUpperCase();
  }
}

export const isWhole = (type: Type): boolean => WHOLE.includes(type.kind);

/** Whether a number of this type may be NaN or infinite. */
export const isFloating = ({ kind }: Type): boolean => kind === 'double' || kind === 'real';
export const isNested = (type: Type): type is Extract<Type, { kind: 'array' | 'map' | 'row' }> => type.kind === 'array' || type.kind === 'map' || type.kind === 'row';
export const isNumeric = (type: Type): boolean => isWhole(type) || ['decimal', 'real', 'double'].includes(type.kind);
/** Whether a moment of this type, or one inside of it, may be of one zone or another. */
export function isMixed(type: Type): boolean {
  if (type.kind === 'array') return isMixed(type.element);
  if (type.kind === 'map') return isMixed(type.key) || isMixed(type.value);
  return type.kind === 'row' ? type.fields.some((field) => isMixed(field.type)) : type.kind === 'timestamptz' && type.zone === MIXED;
}

/** The type of a value of the type `from` that was cast to `to`: moments keep their zone, what was none gets that of the session. */
export function zoned(to: Type, from: Type): Type {
  if (to.kind === 'timestamptz') return timestamptz(to.precision, from.kind === 'timestamptz' ? from.zone : sessionZone());
  if (to.kind === 'array') return { kind: 'array', element: zoned(to.element, from.kind === 'array' ? from.element : from) };
  if (to.kind === 'map') return { kind: 'map', key: zoned(to.key, from.kind === 'map' ? from.key : from), value: zoned(to.value, from.kind === 'map' ? from.value : from) };
  if (to.kind !== 'row') return to;
  return { kind: 'row', fields: to.fields.map((field, index) => ({ ...field, type: zoned(field.type, from.kind === 'row' ? (from.fields[index]?.type ?? field.type) : from) })) };
}

export const isMoment = (type: Type): boolean => ['date', 'timestamp', 'timestamptz'].includes(type.kind);

/** A whole number as the decimal that holds all its values. */
export function asDecimal(type: Type): { precision: number; scale: number } {
  return type.kind === 'decimal' ? type : { precision: DIGITS[type.kind] ?? 38, scale: 0 };
}

/** The type both can be seen as without an explicit cast, by Trino's rules; `undefined` where there is none. */
export function commonType(left: Type, right: Type): Type | undefined {
  if (left.kind === 'unknown') return right;
  if (right.kind === 'unknown') return left;
  if (isNumeric(left) && isNumeric(right)) return commonNumber(left, right);
  if (isMoment(left) && isMoment(right)) return commonMoment(left, right);
  if (left.kind !== right.kind) return undefined;
  if (isNested(left)) return commonNested(left, right);
  if (left.kind === 'time' && right.kind === 'time') return { kind: 'time', precision: Math.max(left.precision, right.precision) };
  return left.kind === 'opaque' ? undefined : left;
}

function commonNested(left: Type, right: Type): Type | undefined {
  if (left.kind === 'array' && right.kind === 'array') {
    const element = commonType(left.element, right.element);
    return element === undefined ? undefined : { kind: 'array', element };
  }
  if (left.kind === 'map' && right.kind === 'map') {
    const [key, value] = [commonType(left.key, right.key), commonType(left.value, right.value)];
    return key === undefined || value === undefined ? undefined : { kind: 'map', key, value };
  }
  if (left.kind !== 'row' || right.kind !== 'row' || left.fields.length !== right.fields.length) return undefined;
  const fields = left.fields.map(({ name, type }, index): RowField | undefined => {
    const other = right.fields[index];
    const common = other === undefined ? undefined : commonType(type, other.type);
    return common === undefined ? undefined : { type: common, ...(name !== undefined && name === other?.name ? { name } : {}) };
  });
  return fields.every((field) => field !== undefined) ? { kind: 'row', fields } : undefined;
}

function commonNumber(left: Type, right: Type): Type {
  for (const kind of ['double', 'real'] as const) if (left.kind === kind || right.kind === kind) return { kind };
  if (isWhole(left) && isWhole(right)) return WHOLE.indexOf(left.kind) >= WHOLE.indexOf(right.kind) ? left : right;
  const [a, b] = [asDecimal(left), asDecimal(right)];
  const scale = Math.max(a.scale, b.scale);
  return decimal(Math.max(a.precision - a.scale, b.precision - b.scale) + scale, scale);
}

function commonMoment(left: Type, right: Type): Type {
  const precision = Math.max('precision' in left ? left.precision : 0, 'precision' in right ? right.precision : 0);
  if (left.kind === 'timestamptz' || right.kind === 'timestamptz') {
    // A local time becomes a moment of the session's zone.
    const [one, other] = [left, right].map((type) => (type.kind === 'timestamptz' ? (type.zone ?? UTC) : sessionZone()));
    return timestamptz(precision, one === other ? one : MIXED);
  }
  return left.kind === 'date' && right.kind === 'date' ? DATE : timestamp(precision);
}
