import type { Query } from './ast.js';
import { standingAt, TrinoFailure } from './failure.js';
import { type Defaults, firstUseOf } from './names.js';
import { locate } from './parse/lexer.js';

/** A failure about a table, told with the place where the text names it: editors mark it there. Every other failure stays what it is. */
export function located(error: unknown, text: string, query: Query, defaults: Defaults): unknown {
  if (!(error instanceof TrinoFailure) || error.options.table === undefined || error.options.location !== undefined) return error;
  const at = firstUseOf(error.options.table, query, defaults);
  return at === undefined ? error : standingAt(error, locate(text, at));
}
