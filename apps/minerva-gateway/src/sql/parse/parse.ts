import { TrinoFailure } from '../failure.js';
import type { AnyStatement } from '../statement.js';
import { Cursor, type Grammar } from './cursor.js';
import { parseExpression, parseValue } from './expression.parser.js';
import { parseQuery } from './query.parser.js';
import type { References } from './references.js';
import { parseAnyStatement } from './any-statement.parser.js';

/** Longer texts are refused before a token is read. */
export const MAX_SQL_BYTES = 2_000_000;

/** A statement, the tables it names, and how many parameters it waits for. */
export interface Parsed {
  readonly text: string;
  readonly statement: AnyStatement;
  readonly references: References;
  readonly parameters: number;
}

const GRAMMAR: Grammar = { query: parseQuery, expression: parseExpression, value: (cursor) => parseValue(cursor, 1) };

/** Reads exactly one statement of Trino's grammar; everything else throws a `TrinoFailure`. */
export function parse(text: string): Parsed {
  // A character takes at most three bytes, so that most texts need not be measured.
  if (text.length > MAX_SQL_BYTES / 3 && Buffer.byteLength(text) > MAX_SQL_BYTES) {
    throw new TrinoFailure('QUERY_TEXT_TOO_LARGE', `Query text exceeds the maximum length of ${MAX_SQL_BYTES} bytes`);
  }
  const cursor = new Cursor(text, GRAMMAR);
  const statement = parseAnyStatement(cursor);
  cursor.acceptSymbol(';');
  if (cursor.token.kind !== 'end') throw cursor.unexpected('<EOF>');
  return { text, statement, references: cursor.references, parameters: cursor.parameters };
}
