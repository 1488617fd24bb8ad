import { tokenize, type TokenKind } from '../sql/parse/lexer.js';

const LITERALS: ReadonlySet<TokenKind> = new Set(['string', 'unicode', 'binary', 'integer', 'decimal', 'double']);

/** A statement with `?` for each literal and without comments: both may hold data. `undefined` for a text that is no SQL. */
export function withoutLiterals(sql: string): string | undefined {
  try {
    let text = '';
    let before = 0;
    for (const { kind, start, end } of tokenize(sql).list) {
      if (kind === 'end') break;
      text += `${text !== '' && start > before ? ' ' : ''}${LITERALS.has(kind) ? '?' : sql.slice(start, end)}`;
      before = end;
    }
    return text;
  } catch {
    return undefined;
  }
}
