import type { Term } from '../graph/term.js';

export interface Statement { readonly s: Term; readonly p: Term; readonly o: Term }
/** Terms allowed at each place; everything where absent. */
export interface Match { readonly s?: readonly Term[]; readonly p?: readonly Term[]; readonly o?: readonly Term[] }

/** What a query is evaluated over. It holds only what the caller may see, so nothing above it can tell of the rest. */
export interface StatementSource {
  /** Distinct statements; of the default graph, unless a named one is given. */
  match(pattern: Match, graph?: string): Promise<Statement[]>;
  /** IRIs of the named graphs. */
  graphs(): readonly string[];
}
