import type { TableName } from '../ast.js';
import type { AnyStatement, MergeCase } from '../statement.js';
import type { Cursor } from './cursor.js';
import { parseProperties } from './properties.parser.js';
import { parseRootQuery } from './query.parser.js';
import { parseRelation } from './relation.parser.js';
import { startsQuery } from './starts.js';

/** The table that a statement changes. */
export function target(cursor: Cursor): TableName {
  const table = cursor.tableName();
  cursor.references.add(table, 'write', 'target');
  if (cursor.isSymbol('@')) throw cursor.refuse('A branch of a table');
  return table;
}

export function parseInsert(cursor: Cursor, at: number): AnyStatement {
  cursor.expect('into');
  const table = target(cursor);
  const columns = cursor.isSymbol('(') && !startsQuery(cursor) ? cursor.parenthesized(() => cursor.names()) : undefined;
  const query = parseRootQuery(cursor);
  return { kind: 'insert', table, query, at, end: cursor.end, ...(columns === undefined ? {} : { columns }) };
}

export function parseDelete(cursor: Cursor, at: number): AnyStatement {
  cursor.expect('from');
  const table = target(cursor);
  const where = cursor.accept('where') ? cursor.expression() : undefined;
  return { kind: 'delete', table, at, end: cursor.end, ...(where === undefined ? {} : { where }) };
}

export function parseUpdate(cursor: Cursor, at: number): AnyStatement {
  const table = target(cursor);
  cursor.expect('set');
  const set = cursor.list(() => {
    const column = cursor.name();
    cursor.expectSymbol('=');
    return { column, value: cursor.expression() };
  });
  const where = cursor.accept('where') ? cursor.expression() : undefined;
  return { kind: 'update', table, set, at, end: cursor.end, ...(where === undefined ? {} : { where }) };
}

export function parseMerge(cursor: Cursor, at: number): AnyStatement {
  cursor.expect('into');
  const table = target(cursor);
  const alias = cursor.accept('as') || cursor.isName() ? cursor.name() : undefined;
  cursor.expect('using');
  const using = parseRelation(cursor);
  cursor.expect('on');
  const on = cursor.expression();
  const cases = [parseCase(cursor)];
  while (cursor.is('when')) cases.push(parseCase(cursor));
  return { kind: 'merge', table, using, on, cases, at, end: cursor.end, ...(alias === undefined ? {} : { alias }) };
}

function parseCase(cursor: Cursor): MergeCase {
  cursor.expect('when');
  const matched = !cursor.accept('not');
  cursor.expect('matched');
  const condition = cursor.accept('and') ? cursor.expression() : undefined;
  cursor.expect('then');
  const given = condition === undefined ? {} : { condition };
  if (!matched) {
    cursor.expect('insert');
    const columns = cursor.isSymbol('(') ? cursor.parenthesized(() => cursor.names()) : [];
    cursor.expect('values');
    return { matched, ...given, action: 'insert', columns, values: cursor.parenthesized(() => cursor.expressions()) };
  }
  if (cursor.accept('delete')) return { matched, ...given, action: 'delete', columns: [], values: [] };
  cursor.expect('update', 'set');
  const columns: string[] = [];
  const values = cursor.list(() => {
    columns.push(cursor.name());
    cursor.expectSymbol('=');
    return cursor.expression();
  });
  return { matched, ...given, action: 'update', columns, values };
}

export function parseTruncate(cursor: Cursor, at: number): AnyStatement {
  cursor.expect('table');
  return { kind: 'truncate', table: target(cursor), properties: [], at, end: cursor.end };
}

export function parseRefresh(cursor: Cursor, at: number): AnyStatement {
  cursor.expect('materialized', 'view');
  return { kind: 'refresh', table: target(cursor), properties: [], at, end: cursor.end };
}

/** ANALYZE reads a whole table and keeps statistics of it. */
export function parseAnalyze(cursor: Cursor, at: number): AnyStatement {
  const table = cursor.tableName();
  cursor.references.add(table, 'read', 'statement');
  return { kind: 'analyze', table, properties: parseProperties(cursor), at, end: cursor.end };
}

export function parseCall(cursor: Cursor, at: number): AnyStatement {
  const name = cursor.qualifiedName().parts;
  cursor.expectSymbol('(');
  const args = cursor.isSymbol(')') ? [] : cursor.list(() => parseCallArgument(cursor));
  cursor.expectSymbol(')');
  return { kind: 'call', name, args, at, end: cursor.end };
}

export function parseCallArgument(cursor: Cursor): ReturnType<Cursor['expression']> {
  if (!cursor.isName() || !cursor.isSymbol('=>', 1)) return cursor.expression();
  const at = cursor.token.start;
  const name = cursor.name();
  cursor.take();
  return { kind: 'named', name, value: cursor.expression(), at, end: cursor.end };
}
