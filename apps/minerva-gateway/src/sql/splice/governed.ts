import { quoteName } from '../emit/fragment.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { TRINO } from '../mask/dialect.js';
import { conditionOf } from '../mask/filter.js';
import { maskFor, maskOf } from '../mask/mask.js';
import type { Table } from '../table.js';
import { parseType, type Type } from '../types/type.js';

/** A table as a cluster's catalogue has it, with what policy decided for the asking user. */
export type GovernedTable = Pick<Table, 'address' | 'name' | 'columns' | 'decision'>;

/** Whether policy changes anything of what the table shows. */
export const isGoverned = ({ decision }: GovernedTable): boolean => decision.filters.length > 0 || decision.masks.some(({ operator }) => operator !== 'pass_through');

/**
 * The table as the user may see it, as a query of Trino: every visible column by name and in order, so that `*`, NATURAL and USING
 * mean what they meant; masks in place, filters on clear values; every name of ours qualified, so that no text of the user captures it.
 */
export function governedSelect(table: GovernedTable, parts: readonly string[], period: string, seed: string): string {
  const { masks, filters } = table.decision;
  const names = table.columns.map(({ name }) => name.toLowerCase());
  if (names.length === 0 || new Set(names).size !== names.length) throw notSupported(`The table ${table.name} (it has no columns, or two that differ only in case)`);
  const column = (name: string): { sql: string; type: Type } | undefined => {
    const lower = name.toLowerCase();
    const found = table.columns[names.indexOf(lower)];
    return found === undefined ? undefined : { sql: `"k".${quoteName(lower)}`, type: parseType(found.type).type };
  };
  for (const mask of masks) {
    if (!names.includes(mask.column.toLowerCase())) throw new TrinoFailure('PERMISSION_DENIED', `Access Denied: a policy of ${table.name} names a column that does not exist`);
  }
  const masked = new Set(masks.map((mask) => mask.column.toLowerCase()));
  const shown = names.map((name) => {
    if (!masked.has(name)) return `"k".${quoteName(name)}`;
    const value = column(name);
    const mask = maskFor(masks, name);
    if (value === undefined || mask === undefined || mask.operator === 'pass_through') return `"k".${quoteName(name)}`;
    return `${maskOf(mask, value, seed, TRINO)} AS ${quoteName(name)}`;
  });
  const conditions = filters.map((filter) => conditionOf(filter, column(filter.column), TRINO));
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return `SELECT ${shown.join(', ')} FROM ${parts.map(quoteName).join('.')}${period === '' ? '' : ` ${period}`} AS "k"${where}`;
}
