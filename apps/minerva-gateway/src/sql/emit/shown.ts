import type { Table } from '../table.js';
import { isNested, type Type } from '../types/type.js';
import { normalisedJson } from './json-casts.js';

/** A value apart from those of hidden rows: such functions the engine also tries on the dictionary of a column, which holds the values of all rows. */
const apart = (sql: string, type: Type): string => (isNested(type) ? `list_extract([${sql}], 1)` : `greatest(${sql}, ${sql})`);

/** A value of a table as masks and the query see it, behind the barrier of a filter. JSON of a source is normalised only here: a broken one in a hidden row is never tried. */
export function shown(clear: string, type: Type, isFiltered: boolean, { source }: Table): string {
  const value = isFiltered ? apart(clear, type) : clear;
  return type.kind === 'json' && source.kind !== 'view' ? normalisedJson(value) : value;
}

/** Of a value within another of a file the engine does not tell whether it is JSON as Trino writes it. */
export const holdsJson = (type: Type): boolean => (type.kind === 'array' ? isJson(type.element) : type.kind === 'map' && (isJson(type.key) || isJson(type.value)));
const isJson = (type: Type): boolean => type.kind === 'json' || holdsJson(type);
