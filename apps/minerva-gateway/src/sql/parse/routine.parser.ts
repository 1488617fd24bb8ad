import type { Cursor } from './cursor.js';
import { parseTypeName } from './type.parser.js';

/** FUNCTION name (…) RETURNS … with its body in SQL; answers its name. Bodies are checked for their form, and refused where they would run. */
export function parseFunction(cursor: Cursor): string[] {
  cursor.expect('function');
  const { parts } = cursor.qualifiedName();
  parseParameters(cursor);
  cursor.expect('returns');
  parseTypeName(cursor);
  while (parseCharacteristic(cursor));
  if (cursor.is('as')) throw cursor.refuse('A function in another language');
  parseControl(cursor);
  return parts;
}

/** `(bigint, x varchar)` */
export function parseParameters(cursor: Cursor): void {
  cursor.expectSymbol('(');
  if (!cursor.isSymbol(')')) cursor.list(() => {
    if (cursor.isName() && cursor.isName(1) && !(cursor.is('double', 'precision') || cursor.is('time', 'without') || cursor.is('timestamp', 'without'))) cursor.name();
    return parseTypeName(cursor);
  });
  cursor.expectSymbol(')');
}

function parseCharacteristic(cursor: Cursor): boolean {
  if (cursor.accept('language')) cursor.name();
  else if (cursor.accept('not')) cursor.expect('deterministic');
  else if (cursor.accept('deterministic')) return true;
  else if (cursor.accept('returns', 'null', 'on') || cursor.accept('called', 'on')) cursor.expect(...(cursor.is('null', 'input') ? ['null', 'input'] : ['input']));
  else if (cursor.accept('security')) cursor.expectOne('definer', 'invoker');
  else if (cursor.accept('comment')) cursor.string();
  else if (cursor.is('with') && cursor.isSymbol('(', 1)) {
    cursor.take();
    cursor.parenthesized(() => cursor.list(() => {
      cursor.name();
      cursor.expectSymbol('=');
      return cursor.expression();
    }));
  } else return false;
  return true;
}

function parseControl(cursor: Cursor): void {
  cursor.enter();
  if (cursor.accept('return')) cursor.expression();
  else if (cursor.accept('set')) {
    cursor.name();
    cursor.expectSymbol('=');
    cursor.expression();
  } else if (cursor.accept('begin')) parseBlock(cursor);
  else if (cursor.accept('if')) parseIf(cursor);
  else if (cursor.accept('case')) parseCase(cursor);
  else if (cursor.acceptOne('iterate', 'leave') !== undefined) cursor.name();
  else parseLoop(cursor);
  cursor.leave();
}

/** Statements, each ended by a semicolon, up to one of these words. */
function parseList(cursor: Cursor, ...ends: string[]): void {
  while (!cursor.isOne(...ends)) {
    parseControl(cursor);
    cursor.expectSymbol(';');
  }
}

function parseBlock(cursor: Cursor): void {
  while (cursor.accept('declare')) {
    cursor.names();
    parseTypeName(cursor);
    if (cursor.accept('default')) cursor.expression();
    cursor.expectSymbol(';');
  }
  parseList(cursor, 'end');
  cursor.expect('end');
}

function parseIf(cursor: Cursor): void {
  do {
    cursor.expression();
    cursor.expect('then');
    parseList(cursor, 'elseif', 'else', 'end');
  } while (cursor.accept('elseif'));
  if (cursor.accept('else')) parseList(cursor, 'end');
  cursor.expect('end', 'if');
}

function parseCase(cursor: Cursor): void {
  if (!cursor.is('when')) cursor.expression();
  if (!cursor.is('when')) throw cursor.unexpected('WHEN');
  while (cursor.accept('when')) {
    cursor.expression();
    cursor.expect('then');
    parseList(cursor, 'when', 'else', 'end');
  }
  if (cursor.accept('else')) parseList(cursor, 'end');
  cursor.expect('end', 'case');
}

function parseLoop(cursor: Cursor): void {
  if (cursor.isName() && cursor.isSymbol(':', 1)) {
    cursor.take();
    cursor.take();
  }
  const loop = cursor.expectOne('loop', 'while', 'repeat');
  if (loop === 'while') {
    cursor.expression();
    cursor.expect('do');
  }
  parseList(cursor, 'end', 'until');
  if (loop === 'repeat') {
    cursor.expect('until');
    cursor.expression();
  }
  cursor.expect('end', loop);
}
