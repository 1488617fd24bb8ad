import type { AnyStatement } from '../statement.js';
import type { Cursor } from './cursor.js';

export function parseUse(cursor: Cursor, at: number): AnyStatement {
  const { parts } = cursor.qualifiedName();
  const [first = '', second] = parts;
  if (parts.length > 2) throw cursor.unexpected('<EOF>');
  return second === undefined ? { kind: 'use', schema: first, at, end: cursor.end } : { kind: 'use', catalog: first, schema: second, at, end: cursor.end };
}

export function parseSet(cursor: Cursor, at: number): AnyStatement {
  const what = cursor.expectOne('session', 'role', 'path', 'time');
  if (what === 'session' && cursor.is('authorization') && !cursor.isSymbol('=', 1)) {
    cursor.take();
    if (cursor.isString()) cursor.string();
    else cursor.name();
    return administrative('SET SESSION AUTHORIZATION', cursor, at);
  }
  if (what === 'session') {
    const name = cursor.qualifiedName().parts.join('.');
    cursor.expectSymbol('=');
    const value = cursor.expression();
    return { kind: 'set-session', name, value, at, end: cursor.end };
  }
  if (what === 'role') {
    if (cursor.acceptOne('all', 'none') === undefined) cursor.name();
    if (cursor.accept('in')) cursor.name();
    return administrative('SET ROLE', cursor, at);
  }
  if (what === 'path') {
    cursor.list(() => cursor.qualifiedName());
    return administrative('SET PATH', cursor, at);
  }
  cursor.expect('zone');
  if (cursor.accept('local')) return { kind: 'set-time-zone', at, end: cursor.end };
  const zone = cursor.expression();
  return { kind: 'set-time-zone', zone, at, end: cursor.end };
}

export function parseReset(cursor: Cursor, at: number): AnyStatement {
  cursor.expect('session');
  if (cursor.is('authorization') && cursor.peek(1).kind !== 'symbol') {
    cursor.take();
    return administrative('RESET SESSION AUTHORIZATION', cursor, at);
  }
  return { kind: 'reset-session', name: cursor.qualifiedName().parts.join('.'), at, end: cursor.end };
}

export function parseStart(cursor: Cursor, at: number): AnyStatement {
  cursor.expect('transaction');
  const modes = cursor.isOne('isolation', 'read') ? cursor.list(() => parseMode(cursor)) : [];
  return { kind: 'transaction', action: 'start', modes, at, end: cursor.end };
}

function parseMode(cursor: Cursor): string {
  if (cursor.accept('read')) return `read ${cursor.expectOne('only', 'write')}`;
  cursor.expect('isolation', 'level');
  if (cursor.accept('serializable')) return 'isolation level serializable';
  if (cursor.accept('repeatable')) {
    cursor.expect('read');
    return 'isolation level repeatable read';
  }
  cursor.expect('read');
  return `isolation level read ${cursor.expectOne('committed', 'uncommitted')}`;
}

/** A statement that is understood and that only administrators of an engine give, there. */
export const administrative = (what: string, cursor: Cursor, at: number): AnyStatement => ({ kind: 'administrative', what, at, end: cursor.end });
