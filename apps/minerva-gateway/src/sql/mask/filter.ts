import type { DecidedFilter } from '@dataos/contracts-heimdall';
import { type Fragment, quote, quoteName } from '../emit/fragment.js';
import { TrinoFailure } from '../failure.js';
import { isFloating, isNumeric, type Type } from '../types/type.js';
import { type Dialect, DUCKDB } from './dialect.js';

const OPERATORS: Record<Exclude<DecidedFilter['operator'], 'never'>, string> = {
  equals: '=', not_equals: '<>', less_than: '<', less_than_or_equals_to: '<=', greater_than: '>', greater_than_or_equals_to: '>=', like: 'LIKE', not_like: 'NOT LIKE',
};

/** A row condition in the engine. What cannot be evaluated as meant lets no row pass, or refuses the query: never more rows. */
export function conditionOf(filter: DecidedFilter, column: Fragment | undefined, dialect = DUCKDB): string {
  if (filter.operator === 'never' || filter.value === undefined) return 'false';
  if (column === undefined) throw refused(filter);
  const text = filter.operator === 'like' || filter.operator === 'not_like';
  if (text && column.type.kind !== 'varchar') throw refused(filter);
  return `(${column.sql} ${OPERATORS[filter.operator]} ${valueOf(filter, column.type, dialect)})`;
}

/** What reads as a text here may be of another type there (an enumeration, an address): by its own rules it would be compared otherwise, or fail on a text that is none. */
export const comparedAs = (original: string, type: Type): string => `${quoteName(original)}${type.kind === 'varchar' ? '::text' : ''}`;

/** The same condition at the source, only where it cannot mean something else there. */
export function postgresCondition(filter: DecidedFilter, original: string, type: Type): string | undefined {
  if (filter.operator === 'never' || filter.value === undefined) return 'false';
  const exact = isNumeric(type) && !isFloating(type);
  if (type.kind === 'varchar' && filter.operator === 'equals') return `${comparedAs(original, type)} = ${quote(String(filter.value))}`;
  if (exact && typeof filter.value === 'number' && !filter.operator.includes('like')) return `${quoteName(original)} ${OPERATORS[filter.operator]} ${filter.value}`;
  return undefined;
}

function valueOf(filter: DecidedFilter, type: Type, dialect: Dialect): string {
  const value = String(filter.value);
  if (type.kind === 'varchar') return quote(value);
  const readable = isNumeric(type) ? /^-?\d+(\.\d+)?$/ : type.kind === 'boolean' ? /^(true|false)$/i : /^\d{4}-\d\d-\d\d([ T][\d:.]+)?$/;
  if (!readable.test(value) || ['varbinary', 'json', 'opaque', 'time', 'uuid', 'array', 'map', 'row'].includes(type.kind)) throw refused(filter);
  if (isNumeric(type)) return isFloating(type) ? `CAST(${quote(value)} AS DOUBLE)` : `CAST(${quote(value)} AS DECIMAL(38,9))`;
  return type.kind === 'boolean' ? `CAST(${quote(value)} AS ${dialect.type(type)})` : dialect.moment(value, type);
}

const refused = (filter: DecidedFilter): TrinoFailure =>
  new TrinoFailure('PERMISSION_DENIED', `Access Denied: the row filter of the policy ${filter.policy} cannot be applied to this table`, { detail: `filter on ${filter.column} ${filter.operator}` });
