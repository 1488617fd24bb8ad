import type { Expression, Frame, FrameBound, FunctionCall, SortItem, WindowSpec } from '../ast.js';
import type { Cursor } from './cursor.js';
import { parseExpression, type Parsers, startsQuery } from './expression.parser.js';

/** A function call with everything that may follow it; which functions exist is decided later. */
export function parseCall(cursor: Cursor, parsers: Parsers): FunctionCall {
  const { start: at } = cursor.peek();
  const name = cursor.take().text.toLowerCase();
  const call: FunctionCall = { kind: 'call', name, args: [], star: false, distinct: false, orderBy: [], at };
  cursor.expectSymbol('(');
  if (cursor.acceptSymbol('*')) call.star = true;
  else if (!cursor.isSymbol(')')) parseArguments(cursor, parsers, call);
  cursor.expectSymbol(')');
  parseSuffix(cursor, parsers, call);
  return call;
}

function parseArguments(cursor: Cursor, parsers: Parsers, call: FunctionCall): void {
  const argument = (): Expression => {
    if (startsQuery(cursor) && !cursor.isSymbol('(')) throw cursor.unexpected('an expression');
    return parseExpression(cursor, parsers);
  };
  call.distinct = cursor.accept('distinct');
  if (!call.distinct) cursor.accept('all');
  if (call.name === 'trim' && cursor.isOne('leading', 'trailing', 'both')) throw cursor.refuse('TRIM with a specification');
  const first = argument();
  if (call.name === 'position' && first.kind === 'in-list') throw cursor.refuse('POSITION … IN (…)');
  call.args.push(first);
  if (call.name === 'substring' && cursor.accept('from')) {
    call.args.push(argument());
    if (cursor.accept('for')) call.args.push(argument());
    return;
  }
  while (cursor.acceptSymbol(',')) call.args.push(argument());
  if (cursor.isSymbol('=>') || cursor.isSymbol('->')) throw cursor.refuse('A named argument or lambda');
  if (cursor.accept('order', 'by')) call.orderBy = parseSort(cursor, parsers);
}

function parseSuffix(cursor: Cursor, parsers: Parsers, call: FunctionCall): void {
  if (cursor.is('within', 'group')) {
    cursor.expect('within', 'group');
    call.orderBy = cursor.parenthesized(() => {
      cursor.expect('order', 'by');
      return parseSort(cursor, parsers);
    });
  }
  if (cursor.is('filter') && cursor.isSymbol('(', 1)) {
    cursor.take();
    call.filter = cursor.parenthesized(() => {
      cursor.expect('where');
      return parseExpression(cursor, parsers);
    });
  }
  if (cursor.accept('ignore', 'nulls')) call.nulls = 'ignore';
  else if (cursor.accept('respect', 'nulls')) call.nulls = 'respect';
  if (cursor.accept('over')) call.over = cursor.isSymbol('(') ? cursor.parenthesized(() => parseWindow(cursor, parsers)) : { base: cursor.name(), partitionBy: [], orderBy: [] };
}

export function parseSort(cursor: Cursor, parsers: Parsers): SortItem[] {
  return cursor.list(() => {
    const expression = parseExpression(cursor, parsers);
    const descending = cursor.accept('desc');
    if (!descending) cursor.accept('asc');
    if (!cursor.accept('nulls')) return { expression, descending };
    if (cursor.accept('first')) return { expression, descending, nulls: 'first' as const };
    cursor.expect('last');
    return { expression, descending, nulls: 'last' as const };
  });
}

/** What stands between the parentheses of OVER or of a named window. */
export function parseWindow(cursor: Cursor, parsers: Parsers): WindowSpec {
  const starts = cursor.isOne('partition', 'order', 'rows', 'range', 'groups') || cursor.isSymbol(')');
  const base = starts ? undefined : cursor.name();
  const partitionBy = cursor.accept('partition', 'by') ? cursor.list(() => parseExpression(cursor, parsers)) : [];
  const orderBy = cursor.accept('order', 'by') ? parseSort(cursor, parsers) : [];
  const frame = cursor.isOne('rows', 'range', 'groups') ? parseFrame(cursor, parsers) : undefined;
  if (cursor.isOne('measures', 'pattern', 'after', 'define', 'subset', 'initial', 'seek')) throw cursor.refuse('Row pattern recognition');
  return { partitionBy, orderBy, ...(base === undefined ? {} : { base }), ...(frame === undefined ? {} : { frame }) };
}

function parseFrame(cursor: Cursor, parsers: Parsers): Frame {
  const unit = cursor.take().text as Frame['unit'];
  if (!cursor.accept('between')) return { unit, start: parseBound(cursor, parsers) };
  const start = parseBound(cursor, parsers);
  cursor.expect('and');
  return { unit, start, end: parseBound(cursor, parsers) };
}

function parseBound(cursor: Cursor, parsers: Parsers): FrameBound {
  if (cursor.accept('unbounded', 'preceding')) return { kind: 'unbounded-preceding' };
  if (cursor.accept('unbounded', 'following')) return { kind: 'unbounded-following' };
  if (cursor.accept('current', 'row')) return { kind: 'current-row' };
  const offset = parseExpression(cursor, parsers);
  if (cursor.accept('preceding')) return { kind: 'preceding', offset };
  cursor.expect('following');
  return { kind: 'following', offset };
}
