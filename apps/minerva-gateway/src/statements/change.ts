import { randomUUID } from 'node:crypto';
import type { Expression, Query } from '../sql/ast.js';
import { quoteName } from '../sql/emit/fragment.js';
import { TrinoFailure } from '../sql/failure.js';
import { parseStatement } from '../sql/parse/statement.parser.js';
import type { Changing, Counted } from './writing.js';

/** What a statement that changes rows becomes: the query of the rows that are there afterwards, and one that counts. */
export interface Change { readonly query: Query; readonly counts: Query; readonly updateType: string }

const UPDATE_TYPES = { update: 'UPDATE', delete: 'DELETE', truncate: 'TRUNCATE TABLE' } as const;

/**
 * The rows of `table` (`catalog.schema.table`, with these columns) after a statement. Its expressions are put into the tree of a query of
 * ours as they are, so that they are resolved, decided and written like those of any query. A condition that is NULL holds for no row.
 */
export function changeOf(statement: Changing, table: string, columns: readonly string[]): Change {
  const holes = new Map<string, Expression>();
  const hole = (expression: Expression): string => {
    const name = `hole-${randomUUID()}`;
    holes.set(name, expression);
    return quoteName(name);
  };
  const from = ` FROM ${table.split('.').map(quoteName).join('.')}`;
  const where = statement.kind === 'truncate' ? undefined : statement.where;
  const holds = (): string => (where === undefined ? 'true' : `coalesce(${hole(where)}, false)`);
  const query = statement.kind === 'update'
    ? `SELECT ${assigned(statement, columns).map(([column, value]) => (value === undefined ? quoteName(column) : `CASE WHEN ${holds()} THEN ${hole(value)} ELSE ${quoteName(column)} END AS ${quoteName(column)}`)).join(', ')}${from}`
    : `SELECT ${columns.map(quoteName).join(', ')}${from} WHERE NOT ${holds()}`;
  const counts = `SELECT count(*), count_if(${holds()})${from}`;
  return { query: filledIn(query, holes), counts: filledIn(counts, holes), updateType: UPDATE_TYPES[statement.kind] };
}

/**
 * No row is lost and none invented: an UPDATE leaves as many as there were, a DELETE those it did not count. What does not add up (an aggregate
 * where a value of a row belongs, a condition that is another each time) is refused before anything is replaced.
 */
export function assertKept({ kind }: Pick<Changing, 'kind'>, written: number, { all, changed }: Pick<Counted, 'all' | 'changed'>): void {
  const left = kind === 'update' ? all : all - changed;
  if (written !== left) throw new TrinoFailure('NOT_SUPPORTED', `${UPDATE_TYPES[kind]} would leave ${written} rows where ${left} were expected, so that nothing was changed: its expressions may hold no aggregate and must say the same each time`);
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

function filledIn(text: string, holes: ReadonlyMap<string, Expression>): Query {
  const fill = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(fill);
    if (node === null || typeof node !== 'object') return node;
    const { kind, parts } = node as { kind?: string; parts?: string[] };
    const expression = kind === 'name' && parts?.length === 1 ? holes.get(parts[0] ?? '') : undefined;
    return expression ?? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value)]));
  };
  const query = fill(parseStatement(text)) as Query;
  if (query.kind !== 'query') throw new Error('not a query');
  return query;
}
