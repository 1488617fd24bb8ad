import type { Expression, FunctionCall } from '../ast.js';
import { parseCall, parseWindow } from './call.parser.js';
import type { Cursor } from './cursor.js';
import { isJsonFunction, parseJsonFunction } from './json.parser.js';
import { parseLiteral } from './literal.parser.js';
import { parseTypeName } from './type.parser.js';
import { isReserved } from './words.js';

/** More parts than any column of a table has, fields of rows included. */
const MAX_PARTS = 12;
const TIMES = new Set(['current_time', 'current_timestamp', 'localtime', 'localtimestamp']);
const NILADIC = new Set(['current_date', 'current_user', 'current_catalog', 'current_schema', 'current_path', ...TIMES]);
/** Reserved words that begin a call. */
const CALLABLE = new Set(['listagg', 'grouping']);

/** A value without operators around it. */
export function parsePrimary(cursor: Cursor): Expression {
  const { kind, text } = cursor.token;
  if (kind === 'word' || kind === 'quoted') {
    const next = cursor.peek(1);
    // Most words are names of columns: known by what follows them.
    if (kind === 'quoted' || !isReserved(text)) {
      if (next.kind === 'symbol') {
        if (next.text === '.' || (next.text !== '(' && next.text !== '[' && next.text !== '->' && !(text === 'interval'))) return columnName(cursor);
      } else if (kind === 'quoted' && next.kind !== 'string' && next.kind !== 'unicode' && !(next.kind === 'word' && next.text === 'over')) return columnName(cursor);
    }
    return parseLiteral(cursor) ?? construct(cursor) ?? reference(cursor);
  }
  const literal = parseLiteral(cursor);
  if (literal !== undefined) return literal;
  if (cursor.isSymbol('(')) return group(cursor);
  throw cursor.unexpected('an expression');
}

/** Words with a syntax of their own. */
function construct(cursor: Cursor): Expression | undefined {
  if (cursor.token.kind !== 'word') return undefined;
  const { text } = cursor.token;
  if (text === 'case') return caseOf(cursor);
  if (text === 'array' && cursor.isSymbol('[', 1)) return arrayOf(cursor);
  if (NILADIC.has(text)) return niladic(cursor);
  if (!cursor.isSymbol('(', 1)) return undefined;
  switch (text) {
    case 'cast': case 'try_cast': return castOf(cursor);
    case 'exists': return exists(cursor);
    case 'extract': return extract(cursor);
    case 'row': return rowOf(cursor);
    case 'trim': return trimOf(cursor);
    case 'normalize': return normalizeOf(cursor);
    case 'position': return positionOf(cursor);
    default: return isJsonFunction(text) ? parseJsonFunction(cursor) : undefined;
  }
}

/** What stands in parentheses: a query, a lambda's parameters, a row, or just an expression. */
function group(cursor: Cursor): Expression {
  const at = cursor.token.start;
  if (cursor.isBehindParenthesis('->')) return lambda(cursor);
  const isQuery = cursor.isQueryInParentheses();
  cursor.enter();
  cursor.expectSymbol('(');
  let value: Expression;
  if (isQuery) {
    const query = cursor.query();
    cursor.expectSymbol(')');
    value = { kind: 'subquery', query, at, end: cursor.end };
  } else {
    const first = cursor.expression();
    const items = cursor.isSymbol(',') ? [{ value: first }] : undefined;
    while (items !== undefined && cursor.acceptSymbol(',')) items.push({ value: cursor.expression() });
    cursor.expectSymbol(')');
    value = items === undefined ? first : { kind: 'row', items, at, end: cursor.end };
  }
  cursor.leave();
  return value;
}

function lambda(cursor: Cursor): Expression {
  const at = cursor.token.start;
  const parameters = cursor.parenthesized(() => (cursor.isSymbol(')') ? [] : cursor.names()));
  cursor.expectSymbol('->');
  return { kind: 'lambda', parameters, body: cursor.expression(), at, end: cursor.end };
}

function caseOf(cursor: Cursor): Expression {
  const at = cursor.take().start;
  const operand = cursor.is('when') ? undefined : cursor.expression();
  const branches: { when: Expression; then: Expression }[] = [];
  while (cursor.accept('when')) {
    const when = cursor.expression();
    cursor.expect('then');
    branches.push({ when, then: cursor.expression() });
  }
  if (branches.length === 0) throw cursor.unexpected('WHEN');
  const otherwise = cursor.accept('else') ? cursor.expression() : undefined;
  cursor.expect('end');
  return { kind: 'case', branches, at, end: cursor.end, ...(operand === undefined ? {} : { operand }), ...(otherwise === undefined ? {} : { otherwise }) };
}

function arrayOf(cursor: Cursor): Expression {
  const at = cursor.take().start;
  cursor.expectSymbol('[');
  const items = cursor.isSymbol(']') ? [] : cursor.expressions();
  cursor.expectSymbol(']');
  return { kind: 'array', items, at, end: cursor.end };
}

function castOf(cursor: Cursor): Expression {
  const { text, start: at } = cursor.take();
  cursor.expectSymbol('(');
  const operand = cursor.expression();
  cursor.expect('as');
  const type = parseTypeName(cursor);
  cursor.expectSymbol(')');
  return { kind: 'cast', operand, type, safe: text === 'try_cast', at, end: cursor.end };
}

function exists(cursor: Cursor): Expression {
  const at = cursor.take().start;
  const query = cursor.parenthesized(() => cursor.query());
  return { kind: 'exists', query, at, end: cursor.end };
}

function extract(cursor: Cursor): Expression {
  const at = cursor.take().start;
  cursor.expectSymbol('(');
  const field = cursor.name();
  cursor.expect('from');
  const operand = cursor.expression();
  cursor.expectSymbol(')');
  return { kind: 'extract', field, operand, at, end: cursor.end };
}

function rowOf(cursor: Cursor): Expression {
  const at = cursor.take().start;
  const items = cursor.parenthesized(() => cursor.list(() => {
    const value = cursor.expression();
    return cursor.accept('as') || cursor.isName() ? { value, name: cursor.name() } : { value };
  }));
  return { kind: 'row', items, at, end: cursor.end };
}

/** TRIM with its own words; `trim(s)` and `trim(s, c)` are plain calls. */
function trimOf(cursor: Cursor): Expression {
  const at = cursor.take().start;
  cursor.expectSymbol('(');
  const side = cursor.acceptOne('leading', 'trailing', 'both') as 'leading' | 'trailing' | 'both' | undefined;
  if (side !== undefined && cursor.accept('from')) {
    const operand = cursor.expression();
    cursor.expectSymbol(')');
    return { kind: 'trim', side, operand, at, end: cursor.end };
  }
  const first = cursor.expression();
  if (cursor.accept('from')) {
    const operand = cursor.expression();
    cursor.expectSymbol(')');
    return { kind: 'trim', side: side ?? 'both', characters: first, operand, at, end: cursor.end };
  }
  if (side !== undefined) throw cursor.unexpected('FROM');
  const args = cursor.acceptSymbol(',') ? [first, cursor.expression()] : [first];
  cursor.expectSymbol(')');
  return plain('trim', args, at, cursor.end);
}

function normalizeOf(cursor: Cursor): Expression {
  const at = cursor.take().start;
  cursor.expectSymbol('(');
  const operand = cursor.expression();
  const form = cursor.acceptSymbol(',') ? cursor.expectOne('nfd', 'nfc', 'nfkd', 'nfkc') : 'nfc';
  cursor.expectSymbol(')');
  return { kind: 'normalize', operand, form, at, end: cursor.end };
}

/** `position(a IN b)` is `strpos(b, a)`. */
function positionOf(cursor: Cursor): Expression {
  const at = cursor.take().start;
  cursor.expectSymbol('(');
  const wanted = cursor.value();
  cursor.expect('in');
  const text = cursor.value();
  cursor.expectSymbol(')');
  return plain('strpos', [text, wanted], at, cursor.end);
}

export const plain = (name: string, args: Expression[], at: number, end: number): FunctionCall =>
  ({ kind: 'call', name, args, star: false, distinct: false, orderBy: [], at, end });

function niladic(cursor: Cursor): Expression {
  const { text, start: at } = cursor.take();
  if (!cursor.isSymbol('(')) return plain(text, [], at, cursor.end);
  if (!TIMES.has(text)) throw cursor.unexpected('an operator');
  const precision = cursor.parenthesized(() => ({ at: cursor.token.start, text: cursor.integer() }));
  return plain(text, [{ kind: 'number', form: 'integer', text: precision.text, at: precision.at, end: cursor.end }], at, cursor.end);
}

function reference(cursor: Cursor): Expression {
  const { kind, text, start: at } = cursor.token;
  const callable = kind === 'word' && CALLABLE.has(text) && cursor.isSymbol('(', 1);
  if (!callable && !cursor.isName()) throw cursor.unexpected('an expression');
  if (cursor.isSymbol('->', 1)) {
    const parameters = [cursor.name()];
    cursor.take();
    return { kind: 'lambda', parameters, body: cursor.expression(), at, end: cursor.end };
  }
  if (cursor.isSymbol('(', 1)) return parseCall(cursor);
  if (cursor.isOne('running', 'final') && cursor.isName(1) && cursor.isSymbol('(', 2)) return { ...parseCall(cursor, cursor.take().text), at };
  if (cursor.isWord('over', 1) && (cursor.isSymbol('(', 2) || cursor.isName(2))) {
    const name = cursor.name();
    cursor.take();
    const over = cursor.isSymbol('(') ? cursor.parenthesized(() => parseWindow(cursor)) : { base: cursor.name(), partitionBy: [], orderBy: [] };
    return { kind: 'measure', name, over, at, end: cursor.end };
  }
  return columnName(cursor);
}

function columnName(cursor: Cursor): Expression {
  const at = cursor.token.start;
  const parts = [cursor.name()];
  let ends: number[] | undefined;
  while (cursor.isSymbol('.') && cursor.isName(1)) {
    if (parts.length > 1) (ends ??= []).push(cursor.end);
    cursor.take();
    parts.push(cursor.name());
  }
  if (cursor.isSymbol('(')) return parseCall(cursor, undefined, { parts, at });
  if (parts.length > MAX_PARTS) throw cursor.refuse(`A name of more than ${MAX_PARTS} parts`);
  if (ends !== undefined) cursor.references.names.push({ parts, at, ends, scope: cursor.references.scope });
  return { kind: 'name', parts, at, end: cursor.end };
}
