import type { CommonTable, Expression, Preamble, Query, QueryBody, RowCount } from '../ast.js';
import { parseSort } from './call.parser.js';
import type { Cursor } from './cursor.js';
import type { NameScope } from './references.js';
import { parseFunction } from './routine.parser.js';
import { parseSelect } from './select.parser.js';

const MAX_SET_OPERATIONS = 200;

/** A query at the root of a statement, which alone may bring its own functions and session properties. */
export function parseRootQuery(cursor: Cursor): Query {
  const preamble: Preamble = { functions: [], properties: [] };
  while (cursor.is('with') && cursor.isName(2) && (cursor.isWord('function', 1) || cursor.isWord('session', 1))) {
    cursor.take();
    if (cursor.is('function')) preamble.functions.push(...cursor.list(() => parseFunction(cursor).join('.')));
    else {
      cursor.take();
      preamble.properties.push(...cursor.list(() => {
        const name = cursor.qualifiedName().parts.join('.');
        cursor.expectSymbol('=');
        return { name, value: cursor.expression() };
      }));
    }
  }
  const query = parseQuery(cursor);
  return preamble.functions.length + preamble.properties.length === 0 ? query : { ...query, preamble };
}

/** A query with WITH, ORDER BY and LIMIT. */
export function parseQuery(cursor: Cursor): Query {
  cursor.enter();
  const at = cursor.token.start;
  const mark = cursor.references.mark();
  let common: CommonTable[] = [];
  let recursive: boolean | undefined;
  if (cursor.accept('with')) {
    recursive = cursor.accept('recursive') || undefined;
    common = parseWith(cursor, recursive === true);
  }
  const { body, scope } = parseBody(cursor);
  const query = parseTail(cursor, { kind: 'query', with: common, recursive, body, orderBy: [], at, end: at }, scope);
  cursor.references.restore(mark);
  cursor.leave();
  return query;
}

function parseTail(cursor: Cursor, query: Query, scope: NameScope | undefined): Query {
  if (cursor.token.kind === 'word') {
    if (cursor.accept('order', 'by')) {
      // The sort keys of a single SELECT see what its FROM clause holds.
      const around = cursor.references.scope;
      if (scope !== undefined) cursor.references.scope = scope;
      query.orderBy = parseSort(cursor);
      cursor.references.scope = around;
    }
    if (cursor.accept('offset')) {
      query.offset = parseCount(cursor);
      if (!cursor.accept('row')) cursor.accept('rows');
    }
    if (cursor.accept('limit')) query.limit = cursor.accept('all') ? undefined : parseCount(cursor);
    else if (cursor.accept('fetch')) parseFetch(cursor, query);
  }
  return { ...query, end: cursor.end };
}

function parseFetch(cursor: Cursor, query: Query): void {
  cursor.expectOne('first', 'next');
  query.limit = cursor.isOne('row', 'rows') ? '1' : parseCount(cursor);
  cursor.expectOne('row', 'rows');
  if (cursor.accept('only')) return;
  cursor.expect('with', 'ties');
  query.withTies = true;
}

function parseCount(cursor: Cursor): RowCount {
  const { start: at, end } = cursor.token;
  if (cursor.acceptSymbol('?')) {
    cursor.parameters += 1;
    return { kind: 'parameter', index: cursor.parameters - 1, at, end };
  }
  const text = cursor.integer();
  if (text.length > 18) throw cursor.refuse('So large a row count');
  return text;
}

function parseWith(cursor: Cursor, recursive: boolean): CommonTable[] {
  return cursor.list(() => {
    const at = cursor.token.start;
    const name = cursor.name();
    const columns = cursor.isSymbol('(') ? cursor.parenthesized(() => cursor.names()) : undefined;
    cursor.expect('as');
    if (recursive) cursor.references.declare(name);
    const query = cursor.parenthesized(() => parseQuery(cursor));
    if (!recursive) cursor.references.declare(name);
    return { name, query, at, end: cursor.end, ...(columns === undefined ? {} : { columns }) };
  });
}

interface Body { body: QueryBody; scope?: NameScope }

/** INTERSECT binds more tightly than UNION and EXCEPT. */
function parseBody(cursor: Cursor): Body {
  const first = parseIntersections(cursor);
  if (!cursor.isOne('union', 'except')) return first;
  let left = first.body;
  for (let count = 0; cursor.isOne('union', 'except'); count += 1) left = setOperation(cursor, left, count, (inner) => parseIntersections(inner).body);
  return { body: left };
}

function parseIntersections(cursor: Cursor): Body {
  const first = parseTerm(cursor);
  if (!cursor.is('intersect')) return first;
  let left = first.body;
  for (let count = 0; cursor.is('intersect'); count += 1) left = setOperation(cursor, left, count, (inner) => parseTerm(inner).body);
  return { body: left };
}

function setOperation(cursor: Cursor, left: QueryBody, count: number, term: (cursor: Cursor) => QueryBody): QueryBody {
  if (count >= MAX_SET_OPERATIONS) throw cursor.refuse(`A chain of more than ${MAX_SET_OPERATIONS} set operations`);
  const { text, start: at } = cursor.take();
  const operator = text as 'union' | 'intersect' | 'except';
  const all = cursor.accept('all');
  if (!all) cursor.accept('distinct');
  let corresponding: string[] | undefined;
  if (cursor.accept('corresponding')) corresponding = cursor.accept('by') ? cursor.parenthesized(() => cursor.names()) : [];
  const right = term(cursor);
  return { kind: 'set', operator, all, left, right, at, end: cursor.end, ...(corresponding === undefined ? {} : { corresponding }) };
}

function parseTerm(cursor: Cursor): Body {
  const at = cursor.token.start;
  if (cursor.isSymbol('(')) {
    return cursor.parenthesized(() => {
      if (cursor.is('with')) throw cursor.unexpected("'(', SELECT, VALUES, TABLE");
      return { body: parseQuery(cursor) };
    });
  }
  if (cursor.accept('values')) {
    const rows = cursor.list(() => parseRow(cursor));
    return { body: { kind: 'values', rows, at, end: cursor.end } };
  }
  if (cursor.accept('table')) {
    const table = cursor.tableName();
    cursor.references.add(table, 'read', 'body', at);
    return { body: { kind: 'table-body', table, at, end: cursor.end } };
  }
  if (cursor.is('select')) return parseSelect(cursor);
  throw cursor.unexpected('SELECT, VALUES, TABLE, WITH');
}

/** `(1, 'a')` is a row of two, `1` and `(1)` rows of one. */
function parseRow(cursor: Cursor): Expression[] {
  const value = cursor.expression();
  return value.kind === 'row' && value.items.every(({ name }) => name === undefined) ? value.items.map((item) => item.value) : [value];
}
