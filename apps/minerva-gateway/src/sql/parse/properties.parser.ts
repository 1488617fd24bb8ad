import type { Property } from '../statement.js';
import type { Cursor } from './cursor.js';

/** `WITH (name = value, …)`, when it comes next. */
export function parseProperties(cursor: Cursor): Property[] {
  if (!cursor.is('with') || !cursor.isSymbol('(', 1)) return [];
  cursor.take();
  return cursor.parenthesized(() => parseAssignments(cursor));
}

export function parseAssignments(cursor: Cursor): Property[] {
  return cursor.list(() => {
    const name = cursor.qualifiedName().parts.join('.');
    cursor.expectSymbol('=');
    return cursor.accept('default') ? { name } : { name, value: cursor.expression() };
  });
}
