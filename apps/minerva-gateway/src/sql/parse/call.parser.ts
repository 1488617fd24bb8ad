import type { Frame, FrameBound, FunctionCall, SortItem, WindowSpec } from '../ast.js';
import type { Cursor } from './cursor.js';
import { parsePatternClauses } from './pattern.parser.js';

/** A function call with everything that may follow it; which functions exist is decided later. */
export function parseCall(cursor: Cursor, mode?: string, qualified?: { parts: string[]; at: number }): FunctionCall {
  const at = qualified?.at ?? cursor.token.start;
  const name = qualified?.parts.at(-1) ?? cursor.take().text.toLowerCase();
  const call: FunctionCall = { kind: 'call', name, args: [], star: false, distinct: false, orderBy: [], at, end: at };
  if (mode !== undefined) call.pattern = mode;
  if (qualified !== undefined) {
    call.qualified = qualified.parts;
    cursor.references.functions.push(qualified.parts);
  }
  cursor.expectSymbol('(');
  if (cursor.acceptSymbol('*')) call.star = true;
  else if (cursor.isName() && cursor.isSymbol('.', 1) && cursor.isSymbol('*', 2)) {
    call.pattern = `${mode ?? ''} ${cursor.name()}.*`;
    cursor.take();
    cursor.take();
    call.star = true;
  } else if (!cursor.isSymbol(')')) parseArguments(cursor, call);
  cursor.expectSymbol(')');
  parseSuffix(cursor, call);
  return { ...call, end: cursor.end };
}

function parseArguments(cursor: Cursor, call: FunctionCall): void {
  if (cursor.accept('order', 'by')) {
    call.orderBy = parseSort(cursor);
    return;
  }
  call.distinct = cursor.accept('distinct');
  if (!call.distinct) cursor.accept('all');
  call.args.push(cursor.expression());
  if (call.name === 'substring' && cursor.accept('from')) {
    call.args.push(cursor.value());
    if (cursor.accept('for')) call.args.push(cursor.value());
    return;
  }
  while (cursor.acceptSymbol(',')) call.args.push(cursor.expression());
  if (call.name === 'listagg' && cursor.accept('on', 'overflow')) parseOverflow(cursor, call);
  if (cursor.accept('order', 'by')) call.orderBy = parseSort(cursor);
}

function parseOverflow(cursor: Cursor, call: FunctionCall): void {
  if (cursor.accept('error')) return;
  cursor.expect('truncate');
  const filler = cursor.isString() ? cursor.string() : '...';
  const count = cursor.expectOne('with', 'without');
  cursor.expect('count');
  call.overflow = `truncate ${filler} ${count} count`;
}

function parseSuffix(cursor: Cursor, call: FunctionCall): void {
  if (cursor.token.kind !== 'word') return;
  if (cursor.accept('within', 'group')) {
    cursor.expectSymbol('(');
    cursor.expect('order', 'by');
    call.orderBy = parseSort(cursor);
    cursor.expectSymbol(')');
  }
  if (cursor.is('filter') && cursor.isSymbol('(', 1)) {
    cursor.take();
    cursor.expectSymbol('(');
    cursor.expect('where');
    call.filter = cursor.expression();
    cursor.expectSymbol(')');
  }
  if (cursor.accept('ignore', 'nulls')) call.nulls = 'ignore';
  else if (cursor.accept('respect', 'nulls')) call.nulls = 'respect';
  if (cursor.is('over') && (cursor.isSymbol('(', 1) || cursor.isName(1))) {
    cursor.take();
    call.over = cursor.isSymbol('(') ? cursor.parenthesized(() => parseWindow(cursor)) : { base: cursor.name(), partitionBy: [], orderBy: [] };
  }
}

export function parseSort(cursor: Cursor): SortItem[] {
  return cursor.list(() => parseSortItem(cursor));
}

export function parseSortItem(cursor: Cursor): SortItem {
  const expression = cursor.expression();
  const descending = cursor.accept('desc');
  if (!descending) cursor.accept('asc');
  if (!cursor.accept('nulls')) return { expression, descending };
  return { expression, descending, nulls: cursor.expectOne('first', 'last') as 'first' | 'last' };
}

const CLAUSES = ['partition', 'order', 'measures', 'rows', 'range', 'groups', 'after', 'initial', 'seek', 'pattern', 'subset', 'define'];

/** What stands between the parentheses of OVER or of a named window. */
export function parseWindow(cursor: Cursor): WindowSpec {
  const clause = cursor.isOne(...CLAUSES) && (cursor.peek(1).kind !== 'symbol' || cursor.isSymbol('(', 1));
  const base = !clause && cursor.isName() ? cursor.name() : undefined;
  const partitionBy = cursor.accept('partition', 'by') ? cursor.expressions() : [];
  const orderBy = cursor.accept('order', 'by') ? parseSort(cursor) : [];
  const spec: WindowSpec = { partitionBy, orderBy };
  if (base !== undefined) spec.base = base;
  const at = cursor.token.start;
  const measures = cursor.is('measures') ? parsePatternClauses(cursor, ['measures']) : undefined;
  if (cursor.isOne('rows', 'range', 'groups')) spec.frame = parseFrame(cursor);
  else if (measures !== undefined) throw cursor.unexpected('ROWS, RANGE, GROUPS');
  if (measures !== undefined || cursor.isOne('after', 'initial', 'seek', 'pattern', 'subset', 'define')) {
    if (spec.frame === undefined) throw cursor.unexpected('a window frame');
    const rest = parsePatternClauses(cursor, ['after', 'initial', 'seek', 'pattern', 'subset', 'define']);
    spec.pattern = { partitionBy: [], orderBy: [], ...rest, measures: measures?.measures ?? [], at, end: cursor.end };
  }
  return spec;
}

function parseFrame(cursor: Cursor): Frame {
  const unit = cursor.take().text as Frame['unit'];
  if (!cursor.accept('between')) return { unit, start: parseBound(cursor) };
  const start = parseBound(cursor);
  cursor.expect('and');
  return { unit, start, end: parseBound(cursor) };
}

function parseBound(cursor: Cursor): FrameBound {
  if (cursor.accept('unbounded', 'preceding')) return { kind: 'unbounded-preceding' };
  if (cursor.accept('unbounded', 'following')) return { kind: 'unbounded-following' };
  if (cursor.accept('current', 'row')) return { kind: 'current-row' };
  const offset = cursor.expression();
  return { kind: cursor.expectOne('preceding', 'following') as 'preceding' | 'following', offset };
}
