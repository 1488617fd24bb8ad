import type { Expression, Query } from '../sql/ast.js';
import { quoteName } from '../sql/emit/fragment.js';
import { notSupported, TrinoFailure } from '../sql/failure.js';
import { mergeOf } from './merge.js';
import { Template } from './template.js';
import type { Changing, Counted } from './writing.js';

/** What a statement that changes rows becomes: the query of the rows that are there afterwards, and one that counts. */
export interface Change { readonly query: Query; readonly counts: Query; readonly updateType: string }

const UPDATE_TYPES = { update: 'UPDATE', delete: 'DELETE', truncate: 'TRUNCATE TABLE', merge: 'MERGE' } as const;

/** The rows of `table` (`catalog.schema.table`, with these columns) after a statement. A condition that is NULL holds for no row. */
export function changeOf(statement: Changing, table: string, columns: readonly string[]): Change {
  if (statement.kind === 'merge') return mergeOf(statement, table, columns);
  const template = new Template();
  const from = ` FROM ${table.split('.').map(quoteName).join('.')}`;
  const where = statement.kind === 'truncate' ? undefined : statement.where;
  const holds = (): string => (where === undefined ? 'true' : `coalesce(${template.hole(where)}, false)`);
  const query = statement.kind === 'update'
    ? `SELECT ${assigned(statement, columns).map(([column, value]) => (value === undefined ? quoteName(column) : `CASE WHEN ${holds()} THEN ${template.hole(value)} ELSE ${quoteName(column)} END AS ${quoteName(column)}`)).join(', ')}${from}`
    : `SELECT ${columns.map(quoteName).join(', ')}${from} WHERE NOT ${holds()}`;
  const left = statement.kind === 'update' ? 'count(*)' : `count_if(NOT ${holds()})`;
  return { query: template.query(query), counts: template.query(`SELECT ${left}, count_if(${holds()}), 0${from}`), updateType: UPDATE_TYPES[statement.kind] };
}

/**
 * No row is lost and none invented: an UPDATE leaves as many as there were, a DELETE those it did not count, a MERGE those and what it adds. What does not add up (an aggregate
 * where a value of a row belongs, a condition that is another each time) is refused before anything is replaced.
 */
export function assertKept({ kind }: Pick<Changing, 'kind'>, written: number, { left, repeated }: Pick<Counted, 'left' | 'repeated'>): void {
  if (repeated !== 0) throw new TrinoFailure('MERGE_TARGET_ROW_MULTIPLE_MATCHES', 'One MERGE target table row matched more than one source row');
  if (written !== left) throw new TrinoFailure('NOT_SUPPORTED', `${UPDATE_TYPES[kind]} would leave ${written} rows where ${left} were expected, so that nothing was changed: its expressions may hold no aggregate and must say the same each time`);
}

/** A MERGE is computed where it counts and where it writes: values drawn by lot are others each time, so that what was checked would say nothing. */
export function assertSteady({ masks }: { readonly masks: readonly { readonly operator: string }[] }): void {
  if (masks.some(({ operator }) => operator === 'rand_pattern')) throw notSupported('A MERGE from data that policy masks by lot (rand_pattern)');
}

/** What each column is set to; each at most once. */
function assigned({ set }: Extract<Changing, { kind: 'update' }>, columns: readonly string[]): (readonly [string, Expression | undefined])[] {
  const values = new Map<string, Expression>();
  for (const { column, value } of set) {
    const name = column.toLowerCase();
    if (!columns.includes(name)) throw new TrinoFailure('COLUMN_NOT_FOUND', `The UPDATE SET target column ${name} does not exist`);
    if (values.has(name)) throw new TrinoFailure('SYNTAX_ERROR', `Multiple assignments for same column: ${name}`);
    values.set(name, value);
  }
  return columns.map((column) => [column, values.get(column)] as const);
}
