import type { Alias, JoinType, Relation } from '../ast.js';
import { parseSort } from './call.parser.js';
import type { Cursor } from './cursor.js';
import { parseJsonTable } from './json.parser.js';
import { parsePatternClauses } from './pattern.parser.js';
import { isAlias } from './select.parser.js';
import { parseTableFunction } from './table-function.parser.js';

const MAX_JOINS = 100;

/** A relation of a FROM clause with all its joins. */
export function parseRelation(cursor: Cursor): Relation {
  let left = parseSampled(cursor);
  for (let joins = 0; cursor.token.kind === 'word'; joins += 1) {
    const at = cursor.token.start;
    const natural = cursor.accept('natural');
    const type = joinType(cursor);
    if (type === undefined) {
      if (natural) throw cursor.unexpected('JOIN');
      return left;
    }
    if (joins >= MAX_JOINS) throw cursor.refuse(`A join of more than ${MAX_JOINS} relations`);
    left = joined(cursor, left, type, natural, at);
  }
  return left;
}

/** `a JOIN b JOIN c ON … ON …` is right-nested: the side of a join with a condition may itself be joined first. */
function joined(cursor: Cursor, left: Relation, type: JoinType, natural: boolean, at: number): Relation {
  if (type === 'cross' && natural) throw cursor.unexpected('JOIN');
  if (type === 'cross' || natural) {
    const right = parseSampled(cursor);
    return natural ? { kind: 'join', type, left, right, natural, at, end: cursor.end } : { kind: 'join', type, left, right, at, end: cursor.end };
  }
  let right = parseSampled(cursor);
  for (let joins = 0; !cursor.isOne('on', 'using'); joins += 1) {
    const inner = cursor.token.start;
    const naturally = cursor.accept('natural');
    const next = joinType(cursor);
    if (next === undefined) throw cursor.unexpected('ON, USING');
    if (joins >= MAX_JOINS) throw cursor.refuse(`A join of more than ${MAX_JOINS} relations`);
    cursor.enter();
    right = joined(cursor, right, next, naturally, inner);
    cursor.leave();
  }
  if (cursor.accept('on')) {
    const on = cursor.expression();
    return { kind: 'join', type, left, right, on, at, end: cursor.end };
  }
  cursor.expect('using');
  const using = cursor.parenthesized(() => cursor.names());
  return { kind: 'join', type, left, right, using, at, end: cursor.end };
}

function joinType(cursor: Cursor): JoinType | undefined {
  if (cursor.accept('join') || cursor.accept('inner', 'join')) return 'inner';
  if (cursor.accept('cross', 'join')) return 'cross';
  for (const side of ['left', 'right', 'full'] as const) {
    if (cursor.accept(side, 'join') || cursor.accept(side, 'outer', 'join')) return side;
  }
  return undefined;
}

/** A relation with TABLESAMPLE behind it, if any. */
function parseSampled(cursor: Cursor): Relation {
  const relation = parseRecognized(cursor);
  if (!cursor.is('tablesample')) return relation;
  const at = cursor.take().start;
  const method = cursor.expectOne('bernoulli', 'system') as 'bernoulli' | 'system';
  const percentage = cursor.parenthesized(() => cursor.expression());
  return { kind: 'sample', relation, method, percentage, at, end: cursor.end };
}

/** A relation with MATCH_RECOGNIZE behind it, if any. */
function parseRecognized(cursor: Cursor): Relation {
  const relation = parseAliased(cursor);
  if (!cursor.is('match_recognize') || !cursor.isSymbol('(', 1)) return relation;
  const at = cursor.take().start;
  cursor.expectSymbol('(');
  const partitionBy = cursor.accept('partition', 'by') ? cursor.expressions() : [];
  const orderBy = cursor.accept('order', 'by') ? parseSort(cursor) : [];
  const clauses = parsePatternClauses(cursor, ['measures', 'after', 'initial', 'seek', 'pattern', 'subset', 'define']);
  if (clauses.definitions.length === 0) throw cursor.unexpected('DEFINE');
  cursor.expectSymbol(')');
  const pattern = { ...clauses, partitionBy, orderBy, at, end: cursor.end };
  const alias = parseAlias(cursor);
  return { kind: 'recognize', relation, pattern, at, end: cursor.end, ...(alias === undefined ? {} : { alias }) };
}

function parseAliased(cursor: Cursor): Relation {
  cursor.enter();
  const relation = parsePrimaryRelation(cursor);
  cursor.leave();
  return relation;
}

function parsePrimaryRelation(cursor: Cursor): Relation {
  const at = cursor.token.start;
  if (cursor.isSymbol('(')) return parseGrouped(cursor, at);
  if (cursor.is('unnest') && cursor.isSymbol('(', 1)) return parseUnnest(cursor, at);
  if (cursor.is('lateral') && cursor.isSymbol('(', 1)) {
    cursor.take();
    const query = cursor.parenthesized(() => cursor.query());
    return withAlias<Relation & { kind: 'lateral' }>(cursor, { kind: 'lateral', query, at, end: cursor.end });
  }
  if (cursor.is('table') && cursor.isSymbol('(', 1)) return withAlias(cursor, parseTableFunction(cursor));
  if (cursor.is('json_table')) return withAlias(cursor, parseJsonTable(cursor));
  return parseTable(cursor, at);
}

function withAlias<R extends { alias?: Alias }>(cursor: Cursor, relation: R): R {
  const alias = parseAlias(cursor);
  return alias === undefined ? relation : { ...relation, alias, end: cursor.end };
}

function parseTable(cursor: Cursor, at: number): Relation {
  const table = cursor.tableName();
  const reference = cursor.references.add(table, 'read', 'relation');
  const relation: Relation & { kind: 'table' } = { kind: 'table', table, at, end: table.end };
  if (cursor.is('for') && (cursor.isWord('version', 1) || cursor.isWord('timestamp', 1))) {
    const start = cursor.take().start;
    const unit = cursor.take().text as 'version' | 'timestamp';
    cursor.expect('as', 'of');
    const value = cursor.value();
    relation.period = { unit, value, at: start, end: cursor.end };
    if (reference !== undefined) reference.period = { at: start, end: cursor.end };
  }
  const alias = parseAlias(cursor);
  if (alias !== undefined) relation.alias = alias;
  if (reference !== undefined) reference.aliased = alias !== undefined;
  else if (alias === undefined) cursor.references.scope.aliases.push(table.parts[0] as string);
  return { ...relation, end: cursor.end };
}

function parseUnnest(cursor: Cursor, at: number): Relation {
  cursor.take();
  const items = cursor.parenthesized(() => cursor.expressions());
  const ordinality = cursor.accept('with');
  if (ordinality) cursor.expect('ordinality');
  return withAlias<Relation & { kind: 'unnest' }>(cursor, { kind: 'unnest', items, ordinality, at, end: cursor.end });
}

/** A query, or relations, in parentheses. */
function parseGrouped(cursor: Cursor, at: number): Relation {
  if (cursor.isQueryInParentheses()) {
    const query = cursor.parenthesized(() => cursor.query());
    return withAlias<Relation & { kind: 'derived' }>(cursor, { kind: 'derived', query, at, end: cursor.end });
  }
  const relation = cursor.parenthesized(() => parseRelation(cursor));
  const alias = parseAlias(cursor);
  return alias === undefined ? relation : { kind: 'named-join', relation, alias, at, end: cursor.end };
}

export function parseAlias(cursor: Cursor): Alias | undefined {
  if (!cursor.accept('as') && !isAlias(cursor)) return undefined;
  const name = cursor.name();
  cursor.references.scope.aliases.push(name);
  return cursor.isSymbol('(') ? { name, columns: cursor.parenthesized(() => cursor.names()) } : { name };
}
