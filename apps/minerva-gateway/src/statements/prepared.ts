import { TrinoFailure } from '../sql/failure.js';
import { parseStatement } from '../sql/parse/statement.parser.js';
import { tokenize } from '../sql/parse/lexer.js';

/** Places in `text` where a value is left open. */
export const parametersOf = (text: string): { start: number; end: number }[] => tokenize(text).list.filter(({ kind, text: sign }) => kind === 'symbol' && sign === '?');

/**
 * The text with its open places filled. The result is a text like any other: it is parsed, decided and rewritten afterwards, so a
 * value can do nothing that its sender could not have written. That each value is one expression is checked all the same.
 */
export function bind(text: string, values: readonly string[]): string {
  const places = parametersOf(text);
  if (places.length !== values.length) throw new TrinoFailure('INVALID_PARAMETER_USAGE', `Incorrect number of parameters: expected ${places.length} but found ${values.length}`);
  let bound = '';
  let from = 0;
  for (const [index, { start, end }] of places.entries()) {
    const value = values[index] as string;
    assertExpression(value);
    // A single literal stays bare, since LIMIT takes no parentheses.
    bound += text.slice(from, start) + (tokenize(value).list.length === 2 ? value : `(${value})`);
    from = end;
  }
  return bound + text.slice(from);
}

function assertExpression(value: string): void {
  // Once bare and once in parentheses: a list of values would be a row there, and a clause would end the expression here.
  const one = [`SELECT ${value}`, `SELECT (${value})`].every((text) => {
    const statement = parseStatement(text);
    return statement.kind === 'query' && statement.body.kind === 'select' && statement.body.items.length === 1 && statement.body.from.length === 0;
  });
  if (!one) throw new TrinoFailure('SYNTAX_ERROR', 'A value after USING must be one expression');
}

/** The text with something in every open place, to see what it would return without running it. */
export function sample(text: string): string {
  const tokens = tokenize(text).list;
  const values = tokens.flatMap((token, index) => {
    if (token.kind !== 'symbol' || token.text !== '?') return [];
    const before = tokens[index - 1];
    return before?.kind === 'word' && ['limit', 'offset', 'first', 'next'].includes(before.text) ? ['1'] : ['NULL'];
  });
  return values.length === 0 ? text : bind(text, values);
}
