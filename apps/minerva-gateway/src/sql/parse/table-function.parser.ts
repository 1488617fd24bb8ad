import type { RareRelation, TableArgument } from '../ast.js';
import { parseSort, parseSortItem } from './call.parser.js';
import type { Cursor } from './cursor.js';

/** `TABLE(name(argument, …))`, with tables among the arguments. */
export function parseTableFunction(cursor: Cursor): RareRelation & { kind: 'table-function' } {
  const at = cursor.take().start;
  cursor.expectSymbol('(');
  const name = cursor.qualifiedName().parts;
  cursor.references.functions.push(['table', ...name]);
  cursor.expectSymbol('(');
  const args = cursor.isSymbol(')') || cursor.is('copartition') ? [] : cursor.list(() => parseArgument(cursor));
  if (cursor.accept('copartition')) {
    cursor.list(() => cursor.parenthesized(() => cursor.list(() => cursor.qualifiedName())));
  }
  cursor.expectSymbol(')');
  cursor.expectSymbol(')');
  return { kind: 'table-function', name, args, at, end: cursor.end };
}

function parseArgument(cursor: Cursor): TableArgument {
  const at = cursor.token.start;
  let name: string | undefined;
  if (cursor.isName() && cursor.isSymbol('=>', 1)) {
    name = cursor.name();
    cursor.take();
  }
  const named = name === undefined ? {} : { name };
  if (cursor.is('table') && cursor.isSymbol('(', 1)) return { ...parseRows(cursor, at), ...named };
  if (cursor.is('descriptor') && cursor.isSymbol('(', 1)) {
    cursor.take();
    const columns = cursor.parenthesized(() => cursor.list(() => {
      const column = cursor.name();
      if (cursor.isName()) throw cursor.refuse('A descriptor with types');
      return column;
    }));
    return { kind: 'descriptor', columns, at, end: cursor.end, ...named };
  }
  return { kind: 'value', value: cursor.expression(), at, end: cursor.end, ...named };
}

/** `TABLE(t)` or `TABLE(query)`, with how its rows are handed over. */
function parseRows(cursor: Cursor, at: number): TableArgument {
  cursor.take();
  const rows: TableArgument & { kind: 'rows' } = { kind: 'rows', partitionBy: [], orderBy: [], options: [], at, end: at };
  cursor.expectSymbol('(');
  if (cursor.isOne('select', 'with', 'values', 'table') || cursor.isSymbol('(')) rows.query = cursor.query();
  else rows.table = cursor.tableName();
  cursor.expectSymbol(')');
  const reference = rows.table === undefined ? undefined : cursor.references.add(rows.table, 'read', 'argument');
  if (cursor.accept('as') || (cursor.isName() && !cursor.isOne('partition', 'prune', 'keep', 'copartition'))) {
    cursor.name();
    if (reference !== undefined) reference.aliased = true;
    if (cursor.isSymbol('(')) cursor.parenthesized(() => cursor.names());
  }
  if (cursor.accept('partition', 'by')) rows.partitionBy = cursor.isSymbol('(') ? cursor.parenthesized(() => (cursor.isSymbol(')') ? [] : cursor.expressions())) : [cursor.expression()];
  const empty = cursor.acceptOne('prune', 'keep');
  if (empty !== undefined) {
    cursor.expect('when', 'empty');
    rows.options.push(`${empty} when empty`);
  }
  if (cursor.accept('order', 'by')) rows.orderBy = cursor.isSymbol('(') ? cursor.parenthesized(() => parseSort(cursor)) : [parseSortItem(cursor)];
  return { ...rows, end: cursor.end };
}
