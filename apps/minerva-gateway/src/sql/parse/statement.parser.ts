import { notSupported, TrinoFailure } from '../failure.js';
import type { AnyStatement, Statement } from '../statement.js';
import { parse, type Parsed } from './parse.js';

export { MAX_SQL_BYTES } from './parse.js';

/** Reads exactly one statement of the kinds that the gateway answers itself; every other is refused by name. */
export function parseStatement(sql: string): Statement {
  return answered(parse(sql));
}

/** The same of a text that was read before. */
export function answered({ statement, references }: Parsed): Statement {
  if (statement.kind === 'set-session' && references.tables.length > 0) throw notSupported('A query as the value of a session property');
  return served(statement);
}

/** The statement, if it is of a kind that the gateway answers. */
export function served(statement: AnyStatement): Statement {
  switch (statement.kind) {
    case 'query': case 'show-catalogs': case 'show-schemas': case 'show-tables': case 'show-columns': case 'show-session': case 'use': case 'set-session': case 'reset-session': return statement;
    default: throw new TrinoFailure('NOT_SUPPORTED', `The statement ${nameOf(statement)} is not supported${INSTEAD[statement.kind] ?? ''}`);
  }
}

/** What tells too much, and what there is for those who ask. */
const INSTEAD: Partial<Record<AnyStatement['kind'], string>> = {
  explain: ': plans and estimates tell of rows that policy hides. EXPLAIN (TYPE VALIDATE) checks a statement, EXPLAIN ACCESS tells what of it you may see',
  'show-stats': ': statistics tell of rows that policy hides. Count what you may see with a query',
};

/** How people call a statement. */
export function nameOf(statement: AnyStatement): string {
  if (statement.kind === 'administrative') return statement.what;
  if (statement.kind === 'transaction') return statement.action === 'start' ? 'START TRANSACTION' : statement.action.toUpperCase();
  return statement.kind.replaceAll('-', ' ').toUpperCase();
}
