import type { Cursor } from './cursor.js';

/** Whether what comes next can only be a query, in parentheses or not. */
export function startsQuery(cursor: Cursor): boolean {
  let ahead = 0;
  while (cursor.isSymbol('(', ahead)) ahead += 1;
  return ['select', 'with', 'values', 'table'].some((word) => cursor.isWord(word, ahead));
}
