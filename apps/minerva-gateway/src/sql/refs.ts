import { TrinoFailure } from './failure.js';
import { parse, type Parsed } from './parse/parse.js';

export interface Statement { readonly id: unknown; readonly sql: string }
export type Refs =
  | { id: unknown; valid: true; reads: string[]; writes: string[] }
  | { id: unknown; valid: false; error: string }
  | { id: unknown; unsupported: true };

/** The tables a statement names, each as often as it names them, as written: `catalog|schema|table` in lower case. */
export function refsOf({ id, sql }: Statement): Refs {
  try {
    const tables = tablesNamed(parse(sql));
    const named = (writes: boolean): string[] => tables.filter((table) => table.writes === writes).map(({ name }) => name);
    return { id, valid: true, reads: named(false), writes: named(true) };
  } catch (error) {
    if (!(error instanceof TrinoFailure)) throw error;
    return error.errorName === 'SYNTAX_ERROR' ? { id, valid: false, error: error.message } : { id, unsupported: true };
  }
}

function tablesNamed({ statement, references }: Parsed): { name: string; writes: boolean }[] {
  const own = references.tables.map(({ name, role }) => ({ name: name.parts.join('|'), writes: role === 'write' }));
  // The text of EXECUTE IMMEDIATE is a statement of its own, and names what it names.
  return statement.kind === 'execute-immediate' ? [...own, ...tablesNamed(parse(statement.text))] : own;
}
