import type { BinaryOperator, Comparison, Expression } from '../ast.js';
import type { Cursor } from './cursor.js';
import { parsePrimary } from './primary.parser.js';

/** Longer chains of one operator are refused; logical ones are kept flat and may be longer. */
const MAX_CHAIN = 400;
const COMPARISONS = new Set(['=', '<>', '<', '>', '<=', '>=']);
/** How tightly an operator binds. */
const LEVELS: Record<string, number> = { '||': 1, '+': 2, '-': 2, '*': 3, '/': 3, '%': 3 };

export function parseExpression(cursor: Cursor): Expression {
  cursor.enter();
  const first = conjunction(cursor);
  const expression = cursor.is('or') ? chain(cursor, first, 'or', conjunction) : first;
  cursor.leave();
  return expression;
}

function conjunction(cursor: Cursor): Expression {
  const first = negation(cursor);
  return cursor.is('and') ? chain(cursor, first, 'and', negation) : first;
}

function chain(cursor: Cursor, first: Expression, operator: 'or' | 'and', term: (cursor: Cursor) => Expression): Expression {
  const terms = [first];
  while (cursor.accept(operator)) terms.push(term(cursor));
  return { kind: 'logical', operator, terms, at: first.at, end: cursor.end };
}

function negation(cursor: Cursor): Expression {
  if (!cursor.is('not')) return predicate(cursor);
  const at = cursor.take().start;
  cursor.enter();
  const operand = negation(cursor);
  cursor.leave();
  return { kind: 'not', operand, at, end: cursor.end };
}

function predicate(cursor: Cursor): Expression {
  const left = parseValue(cursor, 1);
  const { kind, text } = cursor.token;
  if (kind === 'symbol') return COMPARISONS.has(text) ? comparison(cursor, left) : left;
  if (kind !== 'word') return left;
  switch (text) {
    case 'is': return identity(cursor, left);
    case 'not': case 'between': case 'in': case 'like': return suffix(cursor, left);
    default: return left;
  }
}

function comparison(cursor: Cursor, left: Expression): Expression {
  const { text, start: at } = cursor.take();
  const operator = text as Comparison;
  if (cursor.isOne('all', 'any', 'some') && cursor.isSymbol('(', 1)) {
    const quantifier = cursor.take().text === 'all' ? 'all' : 'any';
    const query = cursor.parenthesized(() => cursor.query());
    return { kind: 'quantified', operator, quantifier, left, query, at, end: cursor.end };
  }
  const right = parseValue(cursor, 1);
  return { kind: 'compare', operator, left, right, at, end: cursor.end };
}

function identity(cursor: Cursor, operand: Expression): Expression {
  const at = cursor.take().start;
  const negated = cursor.accept('not');
  if (cursor.accept('null')) return { kind: 'is-null', operand, negated, at, end: cursor.end };
  cursor.expect('distinct', 'from');
  const right = parseValue(cursor, 1);
  return { kind: 'is-distinct', left: operand, right, negated, at, end: cursor.end };
}

function suffix(cursor: Cursor, operand: Expression): Expression {
  const at = cursor.token.start;
  const negated = cursor.accept('not');
  if (cursor.accept('between')) {
    const low = parseValue(cursor, 1);
    cursor.expect('and');
    const high = parseValue(cursor, 1);
    return { kind: 'between', operand, low, high, negated, at, end: cursor.end };
  }
  if (cursor.accept('in')) return membership(cursor, operand, negated, at);
  if (!cursor.accept('like')) throw cursor.unexpected('BETWEEN, IN, LIKE');
  const pattern = parseValue(cursor, 1);
  const escape = cursor.accept('escape') ? parseValue(cursor, 1) : undefined;
  return { kind: 'like', operand, pattern, negated, at, end: cursor.end, ...(escape === undefined ? {} : { escape }) };
}

function membership(cursor: Cursor, operand: Expression, negated: boolean, at: number): Expression {
  if (cursor.isSymbol('(') && cursor.isQueryInParentheses()) {
    const query = cursor.parenthesized(() => cursor.query());
    return { kind: 'in-query', operand, query, negated, at, end: cursor.end };
  }
  const items = cursor.parenthesized(() => cursor.expressions());
  return { kind: 'in-list', operand, items, negated, at, end: cursor.end };
}

/** Arithmetic and concatenation of operators that bind at least as tightly as `level`. */
export function parseValue(cursor: Cursor, level: number): Expression {
  let left = unary(cursor);
  for (let count = 0; cursor.token.kind === 'symbol'; count += 1) {
    const operator = cursor.token.text;
    const binds = LEVELS[operator];
    if (binds === undefined || binds < level) return left;
    if (count >= MAX_CHAIN) throw cursor.refuse(`A chain of more than ${MAX_CHAIN} operators`);
    const at = cursor.take().start;
    const right = parseValue(cursor, binds + 1);
    left = { kind: 'binop', operator: operator as BinaryOperator, left, right, at, end: cursor.end };
  }
  return left;
}

function unary(cursor: Cursor): Expression {
  if (cursor.token.kind !== 'symbol' || (cursor.token.text !== '-' && cursor.token.text !== '+')) return postfix(cursor, parsePrimary(cursor));
  const { text, start: at } = cursor.take();
  cursor.enter();
  const operand = unary(cursor);
  cursor.leave();
  return { kind: 'unary', operator: text as '-' | '+', operand, at, end: cursor.end };
}

/** Subscripts, fields and AT TIME ZONE behind a value. */
function postfix(cursor: Cursor, value: Expression): Expression {
  let left = value;
  for (let count = 0; ; count += 1) {
    if (count >= MAX_CHAIN) throw cursor.refuse(`A chain of more than ${MAX_CHAIN} operators`);
    const at = cursor.token.start;
    if (cursor.acceptSymbol('[')) {
      const index = parseValue(cursor, 1);
      cursor.expectSymbol(']');
      left = { kind: 'subscript', operand: left, index, at, end: cursor.end };
    } else if (cursor.isSymbol('.') && cursor.isName(1)) {
      cursor.take();
      left = { kind: 'field', operand: left, name: cursor.name(), at, end: cursor.end };
    } else if (cursor.is('at') && cursor.isWord('time', 1)) {
      cursor.accept('at', 'time');
      cursor.expect('zone');
      const zone = postfixZone(cursor);
      left = { kind: 'at-zone', operand: left, zone, at, end: cursor.end };
    } else if (cursor.accept('at', 'local')) {
      left = { kind: 'at-zone', operand: left, at, end: cursor.end };
    } else return left;
  }
}

/** A zone is a text or an interval. */
function postfixZone(cursor: Cursor): Expression {
  if (!cursor.isString() && !cursor.is('interval')) throw cursor.unexpected('a text, INTERVAL');
  return parsePrimary(cursor);
}
