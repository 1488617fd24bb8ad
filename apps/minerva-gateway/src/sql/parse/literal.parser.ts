import type { Expression } from '../ast.js';
import type { Cursor } from './cursor.js';

const INTERVAL_UNITS = ['year', 'month', 'day', 'hour', 'minute', 'second'];

/** A value written out, when one comes next. */
export function parseLiteral(cursor: Cursor): Expression | undefined {
  const { kind, text, start: at, end } = cursor.token;
  switch (kind) {
    case 'integer': case 'decimal': case 'double':
      cursor.take();
      return { kind: 'number', form: kind, text, at, end };
    case 'string': case 'unicode': return { kind: 'string', value: cursor.string(), at, end: cursor.end };
    case 'binary':
      cursor.take();
      return { kind: 'binary', hex: text, at, end };
    case 'symbol': {
      if (text !== '?') return undefined;
      cursor.take();
      cursor.parameters += 1;
      return { kind: 'parameter', index: cursor.parameters - 1, at, end };
    }
    case 'word': return word(cursor, text, at);
    default: return undefined;
  }
}

function word(cursor: Cursor, text: string, at: number): Expression | undefined {
  if (text === 'null') return { kind: 'null', at, end: cursor.take().end };
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', at, end: cursor.take().end };
  if (text === 'interval' && (cursor.isString(1) || ((cursor.isSymbol('-', 1) || cursor.isSymbol('+', 1)) && cursor.isString(2)))) return parseInterval(cursor);
  if (text === 'double' && cursor.isWord('precision', 1) && cursor.isString(2)) {
    cursor.take();
    cursor.take();
    return { kind: 'typed', type: 'double', value: cursor.string(), at, end: cursor.end };
  }
  // Any name before a text makes it a value of that type; which types there are is decided later.
  if (cursor.isString(1) && cursor.isName()) {
    cursor.take();
    return { kind: 'typed', type: text, value: cursor.string(), at, end: cursor.end };
  }
  return undefined;
}

export function parseInterval(cursor: Cursor): Expression & { kind: 'interval' } {
  const at = cursor.token.start;
  cursor.expect('interval');
  const negative = cursor.acceptSymbol('-');
  if (!negative) cursor.acceptSymbol('+');
  const value = cursor.string();
  const unit = cursor.expectOne(...INTERVAL_UNITS);
  const to = cursor.accept('to') ? cursor.expectOne(...INTERVAL_UNITS) : undefined;
  return { kind: 'interval', value, unit, negative, at, end: cursor.end, ...(to === undefined ? {} : { to }) };
}
