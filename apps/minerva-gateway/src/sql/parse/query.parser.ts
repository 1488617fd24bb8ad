import type { Alias, CommonTable, Expression, GroupElement, Query, QueryBody, Relation, Select, SelectItem } from '../ast.js';
import { parseSort, parseWindow } from './call.parser.js';
import type { Cursor } from './cursor.js';
import { parseExpression, type Parsers, startsQuery } from './expression.parser.js';

const MAX_SET_OPERATIONS = 200;

/** A query with WITH, ORDER BY and LIMIT. */
export function parseQuery(cursor: Cursor): Query {
  return cursor.deeper(() => {
    const { start: at } = cursor.peek();
    const parsers: Parsers = { query: () => parseQuery(cursor) };
    const common = cursor.accept('with') ? parseWith(cursor) : [];
    const body = parseBody(cursor, parsers);
    const orderBy = cursor.accept('order', 'by') ? parseSort(cursor, parsers) : [];
    return { kind: 'query' as const, with: common, body, orderBy, ...parseLimits(cursor), at };
  });
}

function parseWith(cursor: Cursor): CommonTable[] {
  if (cursor.is('recursive')) throw cursor.refuse('WITH RECURSIVE');
  if (cursor.isOne('function', 'session') && cursor.peek(1).kind === 'word' && !cursor.is(cursor.peek().text, 'as')) throw cursor.refuse('WITH FUNCTION and WITH SESSION');
  return cursor.list(() => {
    const { start: at } = cursor.peek();
    const name = cursor.name();
    const columns = cursor.isSymbol('(') ? cursor.parenthesized(() => cursor.list(() => cursor.name())) : undefined;
    cursor.expect('as');
    return { name, query: cursor.parenthesized(() => parseQuery(cursor)), at, ...(columns === undefined ? {} : { columns }) };
  });
}

function parseLimits(cursor: Cursor): { offset?: string; limit?: string } {
  const offset = cursor.accept('offset') ? count(cursor) : undefined;
  if (offset !== undefined && !cursor.accept('row')) cursor.accept('rows');
  let limit: string | undefined;
  if (cursor.accept('limit')) limit = cursor.accept('all') ? undefined : count(cursor);
  else if (cursor.accept('fetch')) {
    if (!cursor.accept('first')) cursor.expect('next');
    limit = cursor.peek().kind === 'integer' ? count(cursor) : '1';
    if (!cursor.accept('row')) cursor.expect('rows');
    if (cursor.is('with')) throw cursor.refuse('FETCH … WITH TIES');
    cursor.expect('only');
  }
  return { ...(offset === undefined ? {} : { offset }), ...(limit === undefined ? {} : { limit }) };
}

function count(cursor: Cursor): string {
  const token = cursor.take();
  if (token.kind !== 'integer') throw cursor.refuse('A row count that is not a number');
  if (token.text.length > 18) throw cursor.refuse('So large a row count');
  return token.text;
}

function parseBody(cursor: Cursor, parsers: Parsers): QueryBody {
  return setChain(cursor, ['union', 'except'], () => setChain(cursor, ['intersect'], () => parseTerm(cursor, parsers)));
}

function setChain(cursor: Cursor, operators: string[], term: () => QueryBody): QueryBody {
  let left = term();
  for (let operations = 0; cursor.isOne(...operators); operations += 1) {
    if (operations >= MAX_SET_OPERATIONS) throw cursor.refuse(`A chain of more than ${MAX_SET_OPERATIONS} set operations`);
    const { start: at } = cursor.peek();
    const operator = cursor.take().text as 'union';
    const all = cursor.accept('all');
    if (!all) cursor.accept('distinct');
    if (cursor.is('corresponding')) throw cursor.refuse('CORRESPONDING');
    left = { kind: 'set', operator, all, left, right: term(), at };
  }
  return left;
}

function parseTerm(cursor: Cursor, parsers: Parsers): QueryBody {
  const { start: at } = cursor.peek();
  if (cursor.isSymbol('(')) {
    return cursor.parenthesized(() => {
      if (cursor.is('with')) throw cursor.refuse('WITH inside the parentheses of a set operation');
      return parseQuery(cursor);
    });
  }
  if (cursor.accept('values')) return { kind: 'values', rows: cursor.list(() => parseRow(cursor, parsers)), at };
  if (cursor.accept('table')) return { kind: 'table-body', table: cursor.qualifiedName(), at };
  if (cursor.is('select')) return parseSelect(cursor, parsers);
  throw cursor.unexpected('SELECT, VALUES, TABLE, WITH');
}

function parseRow(cursor: Cursor, parsers: Parsers): Expression[] {
  if (cursor.isSymbol('(') && !startsQuery(cursor)) return cursor.parenthesized(() => cursor.list(() => parseExpression(cursor, parsers)));
  return [parseExpression(cursor, parsers)];
}

function parseSelect(cursor: Cursor, parsers: Parsers): Select {
  const { start: at } = cursor.peek();
  cursor.expect('select');
  const distinct = cursor.accept('distinct');
  if (!distinct) cursor.accept('all');
  const select: Select = { kind: 'select', distinct, items: cursor.list(() => parseItem(cursor, parsers)), from: [], windows: [], at };
  if (cursor.accept('from')) select.from = cursor.list(() => parseRelation(cursor, parsers));
  if (cursor.accept('where')) select.where = parseExpression(cursor, parsers);
  if (cursor.accept('group', 'by')) select.groupBy = parseGroups(cursor, parsers);
  if (cursor.accept('having')) select.having = parseExpression(cursor, parsers);
  if (cursor.accept('window')) {
    select.windows = cursor.list(() => {
      const name = cursor.name();
      cursor.expect('as');
      return { name, spec: cursor.parenthesized(() => parseWindow(cursor, parsers)) };
    });
  }
  return select;
}

function parseItem(cursor: Cursor, parsers: Parsers): SelectItem {
  const { start: at } = cursor.peek();
  if (cursor.acceptSymbol('*')) return { kind: 'star', at };
  const qualifier = qualifiedStar(cursor);
  if (qualifier !== undefined) return { kind: 'star', qualifier, at };
  const expression = parseExpression(cursor, parsers);
  const clause = cursor.isOne('limit', 'offset', 'fetch');
  const alias = cursor.accept('as') || (!clause && cursor.isName()) ? cursor.name() : undefined;
  return { kind: 'column', expression, at, ...(alias === undefined ? {} : { alias }) };
}

function qualifiedStar(cursor: Cursor): string[] | undefined {
  let ahead = 0;
  while (cursor.isName(ahead) && cursor.isSymbol('.', ahead + 1)) ahead += 2;
  if (ahead === 0 || !cursor.isSymbol('*', ahead)) return undefined;
  const parts: string[] = [];
  while (!cursor.acceptSymbol('*')) {
    parts.push(cursor.name());
    cursor.expectSymbol('.');
  }
  if (cursor.is('as')) throw cursor.refuse('Naming the columns of *');
  return parts;
}

function parseGroups(cursor: Cursor, parsers: Parsers): GroupElement[] {
  if (cursor.is('distinct')) throw cursor.refuse('GROUP BY DISTINCT');
  if (cursor.is('auto') && !cursor.isSymbol('.', 1)) throw cursor.refuse('GROUP BY AUTO');
  cursor.accept('all');
  const set = (): Expression[] => {
    if (!cursor.isSymbol('(')) return [parseExpression(cursor, parsers)];
    return cursor.parenthesized(() => (cursor.isSymbol(')') ? [] : cursor.list(() => parseExpression(cursor, parsers))));
  };
  return cursor.list((): GroupElement => {
    if (cursor.isOne('rollup', 'cube') && cursor.isSymbol('(', 1)) return { kind: cursor.take().text as 'rollup', sets: cursor.parenthesized(() => cursor.list(set)) };
    if (cursor.accept('grouping', 'sets')) return { kind: 'sets', sets: cursor.parenthesized(() => cursor.list(set)) };
    if (cursor.isSymbol('(') && cursor.isSymbol(')', 1)) return { kind: 'sets', sets: [set()] };
    return { kind: 'simple', expressions: [parseExpression(cursor, parsers)] };
  });
}

function parseRelation(cursor: Cursor, parsers: Parsers): Relation {
  let left = parsePrimary(cursor, parsers);
  for (let joins = 0; ; joins += 1) {
    const { start: at } = cursor.peek();
    const type = joinType(cursor);
    if (type === undefined) return left;
    if (joins > 100) throw cursor.refuse('A join of more than a hundred relations');
    const right = parsePrimary(cursor, parsers);
    left = { kind: 'join', type, left, right, ...(type === 'cross' ? {} : joinCondition(cursor, parsers)), at };
  }
}

function joinType(cursor: Cursor): 'inner' | 'left' | 'right' | 'full' | 'cross' | undefined {
  if (cursor.is('natural')) throw cursor.refuse('NATURAL JOIN');
  if (cursor.accept('cross', 'join')) return 'cross';
  if (cursor.accept('join') || cursor.accept('inner', 'join')) return 'inner';
  for (const side of ['left', 'right', 'full'] as const) {
    if (cursor.accept(side, 'join') || cursor.accept(side, 'outer', 'join')) return side;
  }
  return undefined;
}

function joinCondition(cursor: Cursor, parsers: Parsers): { on?: Expression; using?: string[] } {
  if (cursor.accept('on')) return { on: parseExpression(cursor, parsers) };
  cursor.expect('using');
  return { using: cursor.parenthesized(() => cursor.list(() => cursor.name())) };
}

function parsePrimary(cursor: Cursor, parsers: Parsers): Relation {
  return cursor.deeper((): Relation => {
    const { start: at } = cursor.peek();
    if (cursor.isOne('unnest', 'lateral', 'json_table') || (cursor.is('table') && cursor.isSymbol('(', 1))) throw cursor.refuse(cursor.peek().text.toUpperCase());
    if (cursor.isSymbol('(')) return parseGroupedRelation(cursor, parsers, at);
    const table = cursor.qualifiedName();
    if (table.parts.length > 3) throw cursor.refuse('A table name of more than three parts');
    if (cursor.isSymbol('(')) throw cursor.refuse('A table function');
    if (cursor.is('for', 'version') || cursor.is('for', 'timestamp')) throw cursor.refuse('Time travel');
    return { kind: 'table', table, at, ...parseAlias(cursor) };
  });
}

function parseGroupedRelation(cursor: Cursor, parsers: Parsers, at: number): Relation {
  if (startsQuery(cursor) && !relationInside(cursor)) {
    const query = cursor.parenthesized(() => parseQuery(cursor));
    return { kind: 'derived', query, at, ...parseAlias(cursor) };
  }
  const inner = cursor.parenthesized(() => parseRelation(cursor, parsers));
  if (cursor.is('as') || (cursor.isName() && !cursor.isOne('limit', 'offset', 'fetch', 'window'))) throw cursor.refuse('A name for a join in parentheses');
  return inner;
}

/** `((SELECT 1) a JOIN …)` is a relation; `((SELECT 1) UNION …)` and `(SELECT 1)` are queries. */
function relationInside(cursor: Cursor): boolean {
  if (!cursor.isSymbol('(', 1)) return false;
  let depth = 0;
  for (let ahead = 1; cursor.peek(ahead).kind !== 'end'; ahead += 1) {
    if (cursor.isSymbol('(', ahead)) depth += 1;
    if (cursor.isSymbol(')', ahead)) depth -= 1;
    if (depth > 0) continue;
    const { kind, text } = cursor.peek(ahead + 1);
    if (kind === 'symbol') return text !== ')';
    return !['union', 'intersect', 'except', 'order', 'limit', 'offset', 'fetch'].includes(text);
  }
  return false;
}

function parseAlias(cursor: Cursor): { alias?: Alias } {
  if (cursor.isOne('tablesample', 'match_recognize') && cursor.peek(1).kind !== 'end') throw cursor.refuse(cursor.peek().text.toUpperCase());
  // `window` may be a name, but after a relation it begins the WINDOW clause; so may the words of limits.
  const clause = (cursor.is('window') && cursor.isAs(2)) || cursor.isOne('limit', 'offset', 'fetch');
  if (!cursor.accept('as') && (clause || !cursor.isName())) return {};
  const name = cursor.name();
  if (!cursor.isSymbol('(')) return sampled(cursor, { alias: { name } });
  return sampled(cursor, { alias: { name, columns: cursor.parenthesized(() => cursor.list(() => cursor.name())) } });
}

function sampled<T>(cursor: Cursor, alias: T): T {
  if (cursor.is('tablesample') || cursor.is('match_recognize')) throw cursor.refuse(cursor.peek().text.toUpperCase());
  return alias;
}
