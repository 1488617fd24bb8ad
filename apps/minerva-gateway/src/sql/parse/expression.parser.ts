import type { Comparison, Expression, Query } from '../ast.js';
import { notSupported } from '../failure.js';
import { parseCall } from './call.parser.js';
import type { Cursor } from './cursor.js';

/** Longer chains of one operator are refused; logical ones are kept flat and may be longer. */
const MAX_CHAIN = 400;
const TYPED = new Set(['date', 'time', 'timestamp', 'decimal', 'double', 'bigint', 'integer', 'smallint', 'tinyint', 'real', 'boolean', 'varchar', 'uuid']);
const INTERVAL_UNITS = ['year', 'month', 'day', 'hour', 'minute', 'second'];
/** Functions that are called without parentheses. */
const NILADIC = new Set(['current_date', 'current_timestamp', 'current_time', 'localtime', 'localtimestamp', 'current_user']);

/** What an expression parser needs of the query parser; they call each other. */
export interface Parsers { query(): Query }

export function parseExpression(cursor: Cursor, parsers: Parsers): Expression {
  return cursor.deeper(() => logical(cursor, parsers, 'or'));
}

function logical(cursor: Cursor, parsers: Parsers, operator: 'or' | 'and'): Expression {
  const term = (): Expression => (operator === 'or' ? logical(cursor, parsers, 'and') : negation(cursor, parsers));
  const { start: at } = cursor.peek();
  const terms = [term()];
  while (cursor.accept(operator)) terms.push(term());
  return terms.length === 1 ? (terms[0] as Expression) : { kind: 'logical', operator, terms, at };
}

function negation(cursor: Cursor, parsers: Parsers): Expression {
  const { start: at } = cursor.peek();
  if (!cursor.accept('not')) return predicate(cursor, parsers);
  return cursor.deeper(() => ({ kind: 'not', operand: negation(cursor, parsers), at }));
}

function predicate(cursor: Cursor, parsers: Parsers): Expression {
  let left = additive(cursor, parsers);
  for (let count = 0; ; count += 1) {
    if (count > MAX_CHAIN) throw cursor.refuse('A chain of so many predicates');
    const next = comparison(cursor, parsers, left) ?? suffix(cursor, parsers, left);
    if (next === undefined) return left;
    left = next;
  }
}

function comparison(cursor: Cursor, parsers: Parsers, left: Expression): Expression | undefined {
  const { kind, text, start: at } = cursor.peek();
  if (kind !== 'symbol' || !['=', '<>', '<', '>', '<=', '>='].includes(text)) return undefined;
  cursor.take();
  const operator = text as Comparison;
  if (cursor.isOne('all', 'any', 'some') && cursor.isSymbol('(', 1)) {
    const quantifier = cursor.take().text === 'all' ? 'all' : 'any';
    return { kind: 'quantified', operator, quantifier, left, query: cursor.parenthesized(() => parsers.query()), at };
  }
  return { kind: 'compare', operator, left, right: additive(cursor, parsers), at };
}

function suffix(cursor: Cursor, parsers: Parsers, operand: Expression): Expression | undefined {
  const { start: at } = cursor.peek();
  if (cursor.accept('is')) {
    const negated = cursor.accept('not');
    if (cursor.accept('null')) return { kind: 'is-null', operand, negated, at };
    if (cursor.accept('distinct', 'from')) return { kind: 'is-distinct', left: operand, right: additive(cursor, parsers), negated, at };
    throw cursor.unexpected('NULL, DISTINCT FROM');
  }
  const negated = cursor.is('not') && ['between', 'in', 'like'].includes(cursor.peek(1).text);
  if (negated) cursor.take();
  if (cursor.accept('between')) {
    const low = additive(cursor, parsers);
    cursor.expect('and');
    return { kind: 'between', operand, low, high: additive(cursor, parsers), negated, at };
  }
  if (cursor.accept('in')) return membership(cursor, parsers, operand, negated, at);
  if (cursor.accept('like')) {
    const pattern = additive(cursor, parsers);
    return { kind: 'like', operand, pattern, negated, at, ...(cursor.accept('escape') ? { escape: additive(cursor, parsers) } : {}) };
  }
  return undefined;
}

function membership(cursor: Cursor, parsers: Parsers, operand: Expression, negated: boolean, at: number): Expression {
  return cursor.parenthesized((): Expression => {
    if (startsQuery(cursor)) return { kind: 'in-query', operand, query: parsers.query(), negated, at };
    return { kind: 'in-list', operand, items: cursor.list(() => parseExpression(cursor, parsers)), negated, at };
  });
}

/** Whether what comes next, after any opening parentheses, can only be a query. */
export function startsQuery(cursor: Cursor): boolean {
  let ahead = 0;
  while (cursor.isSymbol('(', ahead)) ahead += 1;
  const { kind, text } = cursor.peek(ahead);
  return kind === 'word' && ['select', 'with', 'values', 'table'].includes(text);
}

function additive(cursor: Cursor, parsers: Parsers): Expression {
  return chain(cursor, ['+', '-', '||'], () => chain(cursor, ['*', '/', '%'], () => unary(cursor, parsers)));
}

function chain(cursor: Cursor, operators: string[], operand: () => Expression): Expression {
  let left = operand();
  for (let count = 0; ; count += 1) {
    const { kind, text, start: at } = cursor.peek();
    if (kind !== 'symbol' || !operators.includes(text)) return left;
    if (count >= MAX_CHAIN) throw cursor.refuse(`A chain of more than ${MAX_CHAIN} operators`);
    cursor.take();
    left = { kind: 'binop', operator: text as '+', left, right: operand(), at };
  }
}

function unary(cursor: Cursor, parsers: Parsers): Expression {
  const { start: at } = cursor.peek();
  if (cursor.isSymbol('-') || cursor.isSymbol('+')) {
    const operator = cursor.take().text as '-' | '+';
    return cursor.deeper(() => ({ kind: 'unary', operator, operand: unary(cursor, parsers), at }));
  }
  const value = primary(cursor, parsers);
  if (cursor.is('at')) throw cursor.refuse('AT TIME ZONE');
  if (cursor.isSymbol('[')) throw cursor.refuse('Subscripting');
  return value;
}

function primary(cursor: Cursor, parsers: Parsers): Expression {
  return literal(cursor) ?? construct(cursor, parsers) ?? reference(cursor, parsers);
}

function literal(cursor: Cursor): Expression | undefined {
  const { kind, text, start: at } = cursor.peek();
  if (kind === 'string' || kind === 'binary' || kind === 'integer' || kind === 'decimal' || kind === 'double') {
    cursor.take();
    if (kind === 'string') return { kind: 'string', value: text, at };
    return kind === 'binary' ? { kind: 'binary', hex: text, at } : { kind: 'number', form: kind, text, at };
  }
  if (kind !== 'word') return undefined;
  if (cursor.accept('null')) return { kind: 'null', at };
  if (cursor.accept('true')) return { kind: 'boolean', value: true, at };
  if (cursor.accept('false')) return { kind: 'boolean', value: false, at };
  if (text === 'interval' && (cursor.peek(1).kind === 'string' || cursor.isSymbol('-', 1) || cursor.isSymbol('+', 1))) return interval(cursor, at);
  if (TYPED.has(text) && cursor.peek(1).kind === 'string') {
    cursor.take();
    return { kind: 'typed', type: text, value: cursor.take().text, at };
  }
  return undefined;
}

function interval(cursor: Cursor, at: number): Expression {
  cursor.take();
  const negative = cursor.acceptSymbol('-');
  if (!negative) cursor.acceptSymbol('+');
  const value = cursor.take();
  if (value.kind !== 'string') throw cursor.unexpected('a quoted number');
  const unit = cursor.take().text;
  if (!INTERVAL_UNITS.includes(unit) || cursor.is('to')) throw cursor.refuse('This interval');
  return { kind: 'interval', value: value.text, unit, negative, at };
}

function construct(cursor: Cursor, parsers: Parsers): Expression | undefined {
  const { start: at } = cursor.peek();
  if (cursor.isSymbol('(')) return group(cursor, parsers, at);
  if (cursor.accept('case')) return caseOf(cursor, parsers, at);
  if (cursor.isOne('cast', 'try_cast') && cursor.isSymbol('(', 1)) {
    const safe = cursor.take().text === 'try_cast';
    return cursor.parenthesized(() => {
      const operand = parseExpression(cursor, parsers);
      cursor.expect('as');
      return { kind: 'cast' as const, operand, type: typeName(cursor), safe, at };
    });
  }
  if (cursor.is('exists') && cursor.isSymbol('(', 1)) {
    cursor.take();
    return { kind: 'exists', query: cursor.parenthesized(() => parsers.query()), at };
  }
  if (cursor.is('extract') && cursor.isSymbol('(', 1)) {
    cursor.take();
    return cursor.parenthesized(() => {
      const field = cursor.take().text;
      cursor.expect('from');
      return { kind: 'extract' as const, field, operand: parseExpression(cursor, parsers), at };
    });
  }
  return undefined;
}

function group(cursor: Cursor, parsers: Parsers, at: number): Expression {
  return cursor.deeper(() => cursor.parenthesized((): Expression => {
    if (startsQuery(cursor) && isQueryHere(cursor)) return { kind: 'subquery', query: parsers.query(), at };
    const inner = parseExpression(cursor, parsers);
    if (cursor.isSymbol(',')) throw cursor.refuse('A row of values');
    return inner;
  }));
}

/** `((SELECT 1) + 1)` is an expression, `((SELECT 1) UNION …)` a query: the word after the matching parenthesis tells. */
function isQueryHere(cursor: Cursor): boolean {
  if (!cursor.isSymbol('(')) return true;
  let depth = 0;
  for (let ahead = 0; cursor.peek(ahead).kind !== 'end'; ahead += 1) {
    if (cursor.isSymbol('(', ahead)) depth += 1;
    if (cursor.isSymbol(')', ahead)) depth -= 1;
    if (depth > 0) continue;
    const next = cursor.peek(ahead + 1);
    return (next.kind === 'word' && ['union', 'intersect', 'except', 'order', 'limit', 'offset', 'fetch'].includes(next.text)) || (next.kind === 'symbol' && next.text === ')');
  }
  return true;
}

function caseOf(cursor: Cursor, parsers: Parsers, at: number): Expression {
  const operand = cursor.is('when') ? undefined : parseExpression(cursor, parsers);
  const branches: { when: Expression; then: Expression }[] = [];
  while (cursor.accept('when')) {
    const when = parseExpression(cursor, parsers);
    cursor.expect('then');
    branches.push({ when, then: parseExpression(cursor, parsers) });
  }
  if (branches.length === 0) throw cursor.unexpected('WHEN');
  const otherwise = cursor.accept('else') ? parseExpression(cursor, parsers) : undefined;
  cursor.expect('end');
  return { kind: 'case', branches, at, ...(operand === undefined ? {} : { operand }), ...(otherwise === undefined ? {} : { otherwise }) };
}

/** The text of a type, in one canonical spelling. */
export function typeName(cursor: Cursor): string {
  const word = cursor.take();
  if (word.kind !== 'word') throw cursor.unexpected('a type');
  if (word.text === 'double') cursor.accept('precision');
  let name = word.text;
  if (cursor.acceptSymbol('(')) {
    const parameters = cursor.list(() => {
      const parameter = cursor.take();
      if (parameter.kind !== 'integer') throw notSupported(`The type ${name} with this parameter`);
      return parameter.text;
    });
    cursor.expectSymbol(')');
    name += `(${parameters.join(',')})`;
  }
  if (cursor.accept('with', 'time', 'zone')) name += ' with time zone';
  else if (cursor.accept('without', 'time', 'zone')) return name;
  return name;
}

function reference(cursor: Cursor, parsers: Parsers): Expression {
  const { kind, text, start: at } = cursor.peek();
  if (kind === 'word' && NILADIC.has(text)) {
    cursor.take();
    if (cursor.isSymbol('(')) throw cursor.refuse(`${text} with a precision`);
    return { kind: 'call', name: text, args: [], star: false, distinct: false, orderBy: [], at };
  }
  const callable = kind === 'word' && ['listagg', 'trim', 'grouping'].includes(text) && cursor.isSymbol('(', 1);
  if (!cursor.isName() && !callable) throw cursor.unexpected('an expression');
  if (cursor.isSymbol('(', 1)) return parseCall(cursor, parsers);
  const name = cursor.qualifiedName();
  if (cursor.isSymbol('(')) throw cursor.refuse('A qualified function name');
  if (cursor.isSymbol('->')) throw cursor.refuse('A lambda');
  if (name.parts.length > 4) throw cursor.refuse('A name of more than four parts');
  return { kind: 'name', parts: name.parts, at };
}
