import { notSupported } from '../failure.js';
import type { Table } from '../table.js';
import { formatType, isNested, type Type } from '../types/type.js';
import { freeName } from './casts.js';
import { normalisedJson } from './json-casts.js';

/** A value apart from those of hidden rows: such functions the engine also tries on the dictionary of a column, which holds the values of all rows. */
const apart = (sql: string, type: Type): string => (isNested(type) ? `list_extract([${sql}], 1)` : `greatest(${sql}, ${sql})`);

/** A value of a table as masks and the query see it, behind the barrier of a filter. JSON of a source is normalised only here: a broken one in a hidden row is never tried. */
export function shown(clear: string, type: Type, isFiltered: boolean, { source }: Table): string {
  const value = isFiltered ? apart(clear, type) : clear;
  return source.kind === 'view' ? value : normalised(value, type);
}

/** JSON as Trino writes it, also within arrays and maps. */
function normalised(value: string, type: Type): string {
  if (type.kind === 'json') return normalisedJson(value);
  if (!/\bjson\b/.test(formatType(type))) return value;
  const name = freeName(value);
  if (type.kind === 'array') return `list_transform(${value}, lambda ${name}: ${normalised(name, type.element)})`;
  if (type.kind !== 'map' || /\bjson\b/.test(formatType(type.key))) throw notSupported(`A column of the type ${formatType(type)}`);
  return `map_from_entries(list_transform(map_entries(${value}), lambda ${name}: struct_pack(k := ${name}.key, v := ${normalised(`${name}.value`, type.value)})))`;
}
