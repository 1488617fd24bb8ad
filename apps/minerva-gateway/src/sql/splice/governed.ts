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
export function governedSelect({ columns, decision: { filters, masks }, name: table }: GovernedTable, parts: readonly string[], period: string, seed: string): string {
  const byName = new Map<string, (typeof columns)[number]>();
  for (const column of columns) byName.set(column.name.toLowerCase(), column);
  if (columns.length === 0 || byName.size !== columns.length) throw notSupported(`The table ${table} (it has no columns, or two that differ only in case)`);
  const valueOf = (name: string): { sql: string; type: Type } | undefined => {
    const found = byName.get(name.toLowerCase());
    return found === undefined ? undefined : { sql: `"k".${quoteName(found.name.toLowerCase())}`, type: parseType(found.type).type };
  };
  const masked = new Set<string>();
  for (const { column } of masks) {
    if (!byName.has(column.toLowerCase())) throw new TrinoFailure('PERMISSION_DENIED', `Access Denied: a policy of ${table} names a column that does not exist`);
    masked.add(column.toLowerCase());
  }
  let shown = '';
  for (const name of byName.keys()) {
    const value = masked.has(name) ? valueOf(name) : undefined;
    const mask = value === undefined ? undefined : maskFor(masks, name);
    const item = value === undefined || mask === undefined || mask.operator === 'pass_through' ? `"k".${quoteName(name)}` : `${maskOf(mask, value, seed, TRINO)} AS ${quoteName(name)}`;
    shown += shown === '' ? item : `, ${item}`;
  }
  const where = filters.length === 0 ? '' : ` WHERE ${filters.map((filter) => conditionOf(filter, valueOf(filter.column), TRINO)).join(' AND ')}`;
  return `SELECT ${shown} FROM ${qualifiedName(parts)}${period === '' ? '' : ` ${period}`} AS "k"${where}`;
}

export const qualifiedName = (parts: readonly string[]): string => parts.map(quoteName).join('.');
