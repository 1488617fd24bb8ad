import { notSupported, TrinoFailure } from '../failure.js';
import { unify } from '../functions/signature.js';
import { commonType, duckType, formatType, isWhole, type RowField, type Type } from '../types/type.js';
import { coerce, raise } from './casts.js';
import type { Fragment } from './fragment.js';

type ArrayType = Extract<Type, { kind: 'array' }>;
type MapType = Extract<Type, { kind: 'map' }>;

export const isArray = (fragment: Fragment): fragment is Fragment & { type: ArrayType } => fragment.type.kind === 'array';
export const isMap = (fragment: Fragment): fragment is Fragment & { type: MapType } => fragment.type.kind === 'map';

export function arrayOf(items: Fragment[]): Fragment {
  const { type: element, args } = unify(items, 'All ARRAY elements must be the same type');
  const type: Type = { kind: 'array', element };
  return { sql: `CAST([${args.map(({ sql }) => sql).join(', ')}] AS ${duckType(type)})`, type };
}

export function rowOf(items: readonly { readonly name?: string; readonly value: Fragment }[]): Fragment {
  const fields = items.map(({ name, value }): RowField => ({ type: value.type, ...(name === undefined ? {} : { name }) }));
  return { sql: `struct_pack(${items.map(({ value }, index) => `f${index + 1} := CAST(${value.sql} AS ${duckType(value.type)})`).join(', ')})`, type: { kind: 'row', fields } };
}

/** A field of a row by its name, in any case. */
export function fieldOf(row: Fragment, name: string): Fragment | undefined {
  if (row.type.kind !== 'row') return undefined;
  const { fields } = row.type;
  const found = fields.flatMap((field, index) => (field.name?.toLowerCase() === name.toLowerCase() ? [index] : []));
  if (found.length > 1) throw new TrinoFailure('AMBIGUOUS_NAME', `Ambiguous row field reference: ${name}`);
  return found[0] === undefined ? undefined : fieldAt(row, fields, found[0]);
}

const fieldAt = ({ sql }: Fragment, fields: readonly RowField[], index: number): Fragment => ({ sql: `(${sql}).f${index + 1}`, type: (fields[index] as RowField).type });

/** `value[index]`: what is not there is an error for arrays and maps. */
export function subscript(value: Fragment, index: Fragment): Fragment {
  if (isArray(value)) {
    const type = value.type.element;
    return { sql: inArray(value, index, (array, at) => `WHEN ${at} < 1 OR ${at} > len(${array}) THEN ${raise('INVALID_FUNCTION_ARGUMENT', 'Array subscript out of bounds', duckType(type))}`), type };
  }
  if (isMap(value)) {
    const { map, key, type } = keyed(value, index);
    return { sql: `CASE WHEN ${map} IS NULL OR ${key} IS NULL THEN NULL WHEN NOT map_contains(${map}, ${key}) THEN ${raise('INVALID_FUNCTION_ARGUMENT', 'Key not present in map', duckType(type))} ELSE map_extract_value(${map}, ${key}) END`, type };
  }
  if (value.type.kind !== 'row') throw new TrinoFailure('TYPE_MISMATCH', `Cannot use ${formatType(value.type)} for subscript`);
  if (typeof index.literal !== 'number') throw notSupported('Subscript of a row by something else than a literal');
  if (index.literal < 1 || index.literal > value.type.fields.length) throw new TrinoFailure('INVALID_FUNCTION_ARGUMENT', `ROW index out of bounds: ${index.literal}`);
  return fieldAt(value, value.type.fields, index.literal - 1);
}

/** `element_at`: what is not there is NULL; arrays count from their end as well. */
export function elementAt(value: Fragment, index: Fragment): Fragment {
  if (isArray(value)) {
    const type = value.type.element;
    return { sql: inArray(value, index, (_, at) => `WHEN ${at} = 0 THEN ${raise('INVALID_FUNCTION_ARGUMENT', 'SQL array indices start at 1', duckType(type))}`), type };
  }
  if (!isMap(value)) throw new TrinoFailure('FUNCTION_NOT_FOUND', `Unexpected parameters (${formatType(value.type)}, ${formatType(index.type)})`);
  const { map, key, type } = keyed(value, index);
  return { sql: `CASE WHEN ${key} IS NULL THEN NULL ELSE map_extract_value(${map}, ${key}) END`, type };
}

function inArray({ sql }: Fragment, index: Fragment, guard: (array: string, at: string) => string): string {
  if (!isWhole(index.type) && index.type.kind !== 'unknown') throw new TrinoFailure('TYPE_MISMATCH', `An array is indexed by whole numbers, not ${formatType(index.type)}`);
  const at = `CAST(${index.sql} AS BIGINT)`;
  return `CASE WHEN ${sql} IS NULL OR ${at} IS NULL THEN NULL ${guard(sql, at)} ELSE list_extract(${sql}, ${at}) END`;
}

function keyed(value: Fragment & { type: MapType }, index: Fragment): { map: string; key: string; type: Type } {
  const common = commonType(value.type.key, index.type);
  if (common === undefined || formatType(common) !== formatType(value.type.key)) throw new TrinoFailure('TYPE_MISMATCH', `Cannot use ${formatType(index.type)} for subscript of ${formatType(value.type)}`);
  return { map: value.sql, key: coerce(index, common).sql, type: value.type.value };
}
