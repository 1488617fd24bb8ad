import type { Expression, TableName } from '../ast.js';
import type { AnyStatement, ColumnDefinition } from '../statement.js';
import type { Cursor } from './cursor.js';
import { parsePrincipal } from './grant.parser.js';
import { parseInterval } from './literal.parser.js';
import { parseAssignments, parseProperties } from './properties.parser.js';
import { parseRootQuery } from './query.parser.js';
import { parseFunction, parseParameters } from './routine.parser.js';
import { administrative } from './session.parser.js';
import { parseTypeName } from './type.parser.js';
import { parseCallArgument, target } from './write.parser.js';

export function parseCreate(cursor: Cursor, at: number): AnyStatement {
  const replace = cursor.accept('or');
  if (replace) cursor.expect('replace');
  if (cursor.accept('table')) return parseCreateTable(cursor, at, replace);
  if (cursor.isOne('view', 'materialized')) return parseCreateView(cursor, at, replace);
  if (cursor.is('function')) {
    parseFunction(cursor);
    return administrative('CREATE FUNCTION', cursor, at);
  }
  if (cursor.is('branch')) throw cursor.refuse('CREATE BRANCH');
  if (replace) throw cursor.unexpected('TABLE, VIEW, MATERIALIZED VIEW, FUNCTION');
  const what = cursor.expectOne('schema', 'catalog', 'role');
  const ifExists = what !== 'role' && ifNot(cursor);
  const name = what === 'schema' ? cursor.qualifiedName().parts : [cursor.name()];
  if (what === 'role') {
    if (cursor.accept('with', 'admin')) parsePrincipalOrCurrent(cursor);
    if (cursor.accept('in')) cursor.name();
    return administrative('CREATE ROLE', cursor, at);
  }
  if (what === 'catalog') {
    cursor.expect('using');
    cursor.name();
    if (cursor.accept('comment')) cursor.string();
  }
  if (cursor.accept('authorization')) parsePrincipal(cursor);
  const properties = parseProperties(cursor);
  return what === 'catalog' ? administrative('CREATE CATALOG', cursor, at) : { kind: 'create-schema', name, ifExists, cascade: false, properties, at, end: cursor.end };
}

function parsePrincipalOrCurrent(cursor: Cursor): void {
  if (cursor.acceptOne('current_user', 'current_role') === undefined) parsePrincipal(cursor);
}

function ifNot(cursor: Cursor): boolean {
  if (!cursor.accept('if')) return false;
  cursor.expect('not', 'exists');
  return true;
}

function ifExists(cursor: Cursor): boolean {
  if (!cursor.accept('if')) return false;
  cursor.expect('exists');
  return true;
}

function parseCreateTable(cursor: Cursor, at: number, replace: boolean): AnyStatement {
  const ifNotExists = ifNot(cursor);
  const table = target(cursor);
  const columns: ColumnDefinition[] = [];
  const like: TableName[] = [];
  let names: string[] | undefined;
  // A list of bare names belongs to CREATE TABLE … AS; definitions have types.
  if (cursor.isSymbol('(') && cursor.isName(1) && (cursor.isSymbol(',', 2) || cursor.isSymbol(')', 2))) names = cursor.parenthesized(() => cursor.names());
  else if (cursor.isSymbol('(')) cursor.parenthesized(() => cursor.list(() => parseElement(cursor, columns, like)));
  if (cursor.accept('comment')) cursor.string();
  const properties = parseProperties(cursor);
  if (columns.length + like.length > 0) return { kind: 'create-table', table, columns, like, replace, ifNotExists, properties, at, end: cursor.end };
  cursor.expect('as');
  const query = cursor.isSymbol('(') && cursor.isQueryInParentheses() && cursor.isWord('with', 1) ? cursor.parenthesized(() => parseRootQuery(cursor)) : parseRootQuery(cursor);
  let withData = true;
  if (cursor.accept('with')) {
    withData = !cursor.accept('no');
    cursor.expect('data');
  }
  return { kind: 'create-table-as', table, query, replace, ifNotExists, withData, properties, at, end: cursor.end, ...(names === undefined ? {} : { columns: names }) };
}

function parseElement(cursor: Cursor, columns: ColumnDefinition[], like: TableName[]): void {
  if (cursor.accept('like')) {
    const table = cursor.tableName();
    cursor.references.add(table, 'read', 'like');
    like.push(table);
    if (cursor.acceptOne('including', 'excluding') !== undefined) cursor.expect('properties');
  } else columns.push(parseColumn(cursor));
}

function parseColumn(cursor: Cursor): ColumnDefinition {
  const name = cursor.qualifiedName().parts.join('.');
  const column: ColumnDefinition = { name, type: parseTypeName(cursor), nullable: true, properties: [] };
  if (cursor.accept('default')) column.default = cursor.value();
  if (cursor.accept('not')) {
    cursor.expect('null');
    column.nullable = false;
  }
  if (cursor.accept('comment')) column.comment = cursor.string();
  column.properties = parseProperties(cursor);
  return column;
}

function parseCreateView(cursor: Cursor, at: number, replace: boolean): AnyStatement {
  const materialized = cursor.accept('materialized');
  cursor.expect('view');
  if (materialized) ifNot(cursor);
  const table = target(cursor);
  if (materialized && cursor.accept('grace', 'period')) parseInterval(cursor);
  if (materialized && cursor.accept('when', 'stale')) cursor.expectOne('inline', 'fail');
  if (cursor.accept('comment')) cursor.string();
  const security = cursor.accept('security') ? (cursor.expectOne('definer', 'invoker') as 'definer' | 'invoker') : undefined;
  const properties = parseProperties(cursor);
  cursor.expect('as');
  const query = parseRootQuery(cursor);
  return { kind: 'create-view', table, query, materialized, replace, properties, at, end: cursor.end, ...(security === undefined ? {} : { security }) };
}

export function parseDrop(cursor: Cursor, at: number): AnyStatement {
  const what = cursor.expectOne('table', 'view', 'materialized', 'schema', 'catalog', 'function', 'role', 'branch');
  if (what === 'branch') throw cursor.refuse('DROP BRANCH');
  if (what === 'materialized') cursor.expect('view');
  const exists = ifExists(cursor);
  switch (what) {
    case 'table': case 'view': case 'materialized': {
      return { kind: 'drop', object: what === 'materialized' ? 'materialized view' : what, table: target(cursor), ifExists: exists, at, end: cursor.end };
    }
    case 'schema': {
      const name = cursor.qualifiedName().parts;
      return { kind: 'drop-schema', name, ifExists: exists, cascade: cursor.acceptOne('cascade', 'restrict') === 'cascade', properties: [], at, end: cursor.end };
    }
    case 'function': {
      cursor.qualifiedName();
      parseParameters(cursor);
      break;
    }
    default: {
      cursor.name();
      if (what === 'catalog') cursor.acceptOne('cascade', 'restrict');
      else if (cursor.accept('in')) cursor.name();
    }
  }
  return administrative(`DROP ${what.toUpperCase()}`, cursor, at);
}

export function parseAlter(cursor: Cursor, at: number): AnyStatement {
  const what = cursor.expectOne('table', 'view', 'materialized', 'schema');
  if (what === 'schema') {
    cursor.qualifiedName();
    if (cursor.accept('rename', 'to')) cursor.name();
    else {
      cursor.expect('set', 'authorization');
      parsePrincipal(cursor);
    }
    return administrative('ALTER SCHEMA', cursor, at);
  }
  if (what === 'materialized') cursor.expect('view');
  if (what !== 'view') ifExists(cursor);
  const table = target(cursor);
  const object = what === 'materialized' ? 'materialized view' : (what as 'table' | 'view');
  const from = cursor.token.start;
  const values: Expression[] = [];
  if (cursor.accept('rename', 'to')) {
    const to = cursor.tableName();
    return { kind: 'alter-table', object, table, action: 'rename', values, to, at, end: cursor.end };
  }
  parseAlteration(cursor, object, values);
  return { kind: 'alter-table', object, table, action: cursor.sql.slice(from, cursor.end), values, at, end: cursor.end };
}

function parseAlteration(cursor: Cursor, object: string, values: Expression[]): void {
  if (cursor.accept('set', 'authorization')) parsePrincipal(cursor);
  else if (object !== 'view' && cursor.accept('set', 'properties')) values.push(...parseAssignments(cursor).flatMap(({ value }) => value ?? []));
  else if (object === 'view' && cursor.accept('refresh')) return;
  else if (object !== 'table') throw cursor.unexpected('RENAME, SET');
  else if (cursor.accept('add', 'column')) parseAddColumn(cursor);
  else if (cursor.accept('drop', 'column')) {
    ifExists(cursor);
    cursor.qualifiedName();
  } else if (cursor.accept('rename', 'column')) {
    ifExists(cursor);
    cursor.qualifiedName();
    cursor.expect('to');
    cursor.name();
  } else if (cursor.accept('alter', 'column')) parseAlterColumn(cursor);
  else {
    cursor.expect('execute');
    cursor.name();
    if (cursor.isSymbol('(')) cursor.parenthesized(() => { if (!cursor.isSymbol(')')) values.push(...cursor.list(() => parseCallArgument(cursor))); });
    if (cursor.accept('where')) values.push(cursor.expression());
  }
}

function parseAddColumn(cursor: Cursor): void {
  ifNot(cursor);
  parseColumn(cursor);
  if (cursor.acceptOne('first', 'last') === undefined && cursor.accept('after')) cursor.name();
}

function parseAlterColumn(cursor: Cursor): void {
  cursor.qualifiedName();
  if (cursor.accept('set', 'data')) {
    cursor.expect('type');
    parseTypeName(cursor);
  } else if (cursor.accept('set', 'default')) cursor.value();
  else if (!cursor.accept('drop', 'default')) cursor.expect('drop', 'not', 'null');
}

export function parseComment(cursor: Cursor, at: number): AnyStatement {
  cursor.expect('on');
  const object = cursor.expectOne('table', 'view', 'column');
  const name = object === 'column' ? cursor.qualifiedName() : cursor.tableName();
  // The last part of a column's name is the column.
  const table = object === 'column' ? { ...name, parts: name.parts.slice(0, -1) } : name;
  if (table.parts.length === 0 || table.parts.length > 3) throw cursor.unexpected('a name of a table');
  cursor.references.add(table, 'write', 'target');
  cursor.expect('is');
  if (cursor.accept('null')) return { kind: 'comment', object, name, at, end: cursor.end };
  return { kind: 'comment', object, name, text: cursor.string(), at, end: cursor.end };
}
