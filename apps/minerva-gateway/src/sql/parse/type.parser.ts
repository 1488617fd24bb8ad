import type { Cursor } from './cursor.js';

/** The text of a type, in one canonical spelling. */
export function parseTypeName(cursor: Cursor): string {
  cursor.enter();
  const type = suffixed(cursor, base(cursor));
  cursor.leave();
  return type;
}

function base(cursor: Cursor): string {
  if (cursor.is('row') && cursor.isSymbol('(', 1)) {
    cursor.take();
    return `row(${cursor.parenthesized(() => cursor.list(() => rowField(cursor))).join(',')})`;
  }
  if (cursor.is('interval') && cursor.peek(1).kind === 'word') {
    cursor.take();
    const from = cursor.expectOne('year', 'month', 'day', 'hour', 'minute', 'second');
    cursor.expect('to');
    return `interval ${from} to ${cursor.expectOne('year', 'month', 'day', 'hour', 'minute', 'second')}`;
  }
  if (cursor.isOne('array', 'map') && cursor.isSymbol('<', 1)) return legacy(cursor);
  if (cursor.accept('double', 'precision')) return 'double';
  if (cursor.token.kind === 'quoted' && !/^\w+$/.test(cursor.token.text)) throw cursor.refuse('A type of this name');
  const word = cursor.name();
  const parameters = cursor.isSymbol('(') ? `(${cursor.parenthesized(() => cursor.list(() => parameter(cursor))).join(',')})` : '';
  if (word !== 'time' && word !== 'timestamp') return word + parameters;
  if (cursor.accept('with', 'time', 'zone')) return `${word}${parameters} with time zone`;
  cursor.accept('without', 'time', 'zone');
  return word + parameters;
}

/** `array<bigint>` and `map<varchar,bigint>`, the older spelling. */
function legacy(cursor: Cursor): string {
  const word = cursor.take().text;
  cursor.expectSymbol('<');
  const types = [parseTypeName(cursor)];
  if (word === 'map') {
    cursor.expectSymbol(',');
    types.push(parseTypeName(cursor));
  }
  cursor.expectSymbol('>');
  return `${word}(${types.join(',')})`;
}

const parameter = (cursor: Cursor): string => (cursor.token.kind === 'integer' ? cursor.integer() : parseTypeName(cursor));

/** `name type` or only a type. */
function rowField(cursor: Cursor): string {
  const { kind, text } = cursor.token;
  const named = cursor.isName() && (cursor.isName(1) || cursor.peek(1).kind === 'quoted') && !(kind === 'word' && (isTwoWords(text, cursor.peek(1).text)));
  if (!named) return parseTypeName(cursor);
  const name = cursor.name();
  return `${kind === 'quoted' ? `"${text.replaceAll('"', '""')}"` : name} ${parseTypeName(cursor)}`;
}

const isTwoWords = (first: string, second: string): boolean => (first === 'double' && second === 'precision') || ((first === 'time' || first === 'timestamp') && second === 'without');

/** `type ARRAY`, the standard's way to write an array. */
function suffixed(cursor: Cursor, type: string): string {
  let whole = type;
  while (cursor.is('array')) {
    cursor.take();
    if (cursor.isSymbol('[')) {
      cursor.take();
      cursor.integer();
      cursor.expectSymbol(']');
    }
    whole = `array(${whole})`;
  }
  return whole;
}
