import { notSupported, TrinoFailure } from '../failure.js';
import type { CastTarget } from '../json/json-cast.js';
import { quoted } from '../json/json-text.js';
import { duckType, formatType, isNested, isWhole, type RowField, type Type, VARCHAR } from '../types/type.js';
import { castSql, freeName } from './casts.js';
import { type Fragment, quote } from './fragment.js';

/** A value of this type is a text in the engine: JSON as Trino writes it. */
export const JSON_TYPE: Type = { kind: 'json' };

/** A call of a function of ours. The blank, which means nothing in JSON, keeps the engine's binding from taking away a byte order mark, which Trino refuses. */
export const ours = (name: string, value: string, ...more: string[]): string => `${name}(${[`' ' || ${value}`, ...more].join(', ')})`;

/**
 * What one of our functions answers, or the failure it tells of: where the answer is NULL, it is asked whether there is one. So no function
 * of ours fails by itself, on a value that the engine tries for nothing.
 */
export const orFault = (answer: string, value: string, what: string, type: Type): string =>
  `coalesce(${answer}, CAST(error(${ours('trino_json_fault', value, what)}) AS ${duckType(type)}))`;

/** JSON of a source, which may be written in any way: a column of this type holds what `json_parse` makes of it. */
export const normalisedJson = (value: string): string => orFault(ours('trino_json_parse', value), value, "'parse'", VARCHAR);

const mismatch = (from: Type, to: Type): TrinoFailure => new TrinoFailure('TYPE_MISMATCH', `Cannot cast ${formatType(from)} to ${formatType(to)}`);

/** CAST of JSON to another type. */
export function fromJson({ sql: normalised, parsed, type }: Fragment, to: Type, safe: boolean): string {
  const sql = (isNested(to) ? parsed : undefined) ?? normalised;
  const target = JSON.stringify(targetOf(to, type));
  const call = ours('trino_json_cast', sql, quote(target));
  const value = `CAST(${isNested(to) ? `CAST(CAST(${call} AS JSON) AS ${asTexts(to)})` : call} AS ${duckType(to)})`;
  return orFault(value, sql, quote(`${safe ? 'try ' : ''}${target}`), to);
}

/** The engine's type of a value of which all that is simple is still a text. */
function asTexts(type: Type): string {
  if (type.kind === 'array') return `${asTexts(type.element)}[]`;
  if (type.kind === 'map') return `MAP(VARCHAR, ${asTexts(type.value)})`;
  return type.kind === 'row' ? `STRUCT(${type.fields.map((field, index) => `f${index + 1} ${asTexts(field.type)}`).join(', ')})` : 'VARCHAR';
}

function targetOf(type: Type, from: Type, isInside = false): CastTarget {
  if (type.kind === 'array') return { array: targetOf(type.element, from, true) };
  if (type.kind === 'row') return { fields: type.fields.map((field) => ({ type: targetOf(field.type, from, true), ...(field.name === undefined ? {} : { name: field.name }) })) };
  if (type.kind === 'map') {
    if (['real', 'double', 'decimal'].includes(type.key.kind)) throw notSupported(`CAST from json to ${formatType(type)}`);
    if (type.key.kind === 'json' || isNested(type.key)) throw mismatch(from, type);
    return { key: targetOf(type.key, from, true), value: targetOf(type.value, from, true) };
  }
  if (type.kind === 'decimal') return type;
  if (!isWhole(type) && !['boolean', 'real', 'double', 'varchar'].includes(type.kind) && !(isInside && type.kind === 'json')) throw mismatch(from, type);
  return { kind: type.kind };
}

/** CAST of a value to JSON. */
export function toJson({ sql, type }: Fragment): string {
  if (type.kind === 'array') {
    const name = freeName(sql);
    return `CASE WHEN ${sql} IS NOT NULL THEN concat('[', array_to_string(list_transform(${sql}, lambda ${name}: ${orNull(name, type.element)}), ','), ']') END`;
  }
  if (type.kind === 'map') return mapToJson(sql, type);
  if (type.kind === 'row') return `CASE WHEN ${sql} IS NOT NULL THEN concat('{', ${type.fields.map((field, index) => fieldToJson(sql, field, index)).join(", ',', ")}, '}') END`;
  return scalarToJson(sql, type);
}

const orNull = (sql: string, type: Type): string => `coalesce(${toJson({ sql, type })}, 'null')`;
const fieldToJson = (row: string, { name = '', type }: RowField, index: number): string => `${quote(`${quoted(name)}:`)}, ${orNull(`(${row}).f${index + 1}`, type)}`;

function scalarToJson(sql: string, type: Type): string {
  switch (type.kind) {
    case 'json': case 'unknown': case 'boolean': case 'tinyint': case 'smallint': case 'integer': case 'bigint': return `CAST(${sql} AS VARCHAR)`;
    case 'varchar': return ours('trino_json_string', sql);
    case 'real': case 'double': case 'decimal': return `trino_json_number(CAST(${sql} AS VARCHAR), '${type.kind}')`;
    case 'date': case 'timestamp': return `('"' || ${castSql({ sql, type }, VARCHAR, false)} || '"')`;
    default: throw mismatch(type, JSON_TYPE);
  }
}

/** Names in order; the characters between entries are none that JSON holds. */
function mapToJson(sql: string, { key, value }: Extract<Type, { kind: 'map' }>): string {
  const name = freeName(sql);
  const entry = `concat(${nameToJson(`${name}.key`, key)}, chr(2), ${orNull(`${name}.value`, value)})`;
  return `CASE WHEN ${sql} IS NOT NULL THEN trino_json_object(coalesce(array_to_string(list_transform(map_entries(${sql}), lambda ${name}: ${entry}), chr(1)), '')) END`;
}

function nameToJson(sql: string, type: Type): string {
  if (type.kind === 'unknown' || type.kind === 'varchar') return ours('trino_json_string', `CAST(${sql} AS VARCHAR)`);
  if (type.kind === 'real' || type.kind === 'double') return `concat('"', trim(${scalarToJson(sql, type)}, '"'), '"')`;
  if (!isWhole(type) && type.kind !== 'boolean' && type.kind !== 'decimal') throw mismatch(type, JSON_TYPE);
  return `('"' || ${castSql({ sql, type }, VARCHAR, false)} || '"')`;
}
