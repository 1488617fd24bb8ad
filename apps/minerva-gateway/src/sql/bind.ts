import type { Expression } from './ast.js';
import { TrinoFailure } from './failure.js';
import type { Parsed } from './parse/parse.js';
import type { AnyStatement } from './statement.js';

/** A prepared statement with values in place of its parameters, as EXECUTE … USING gives them. */
export function bind({ statement, parameters }: Pick<Parsed, 'statement' | 'parameters'>, values: readonly Expression[]): AnyStatement {
  if (parameters !== values.length) throw new TrinoFailure('SYNTAX_ERROR', `Incorrect number of parameters: expected ${parameters} but found ${values.length}`);
  if (parameters === 0) return statement;
  return replaced(statement, values) as AnyStatement;
}

function replaced(value: unknown, values: readonly Expression[]): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, values));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as { kind?: string; index?: number };
  if (node.kind === 'parameter') return values[node.index ?? -1];
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part, values)]));
  for (const key of ['limit', 'offset']) if (node.kind === 'query' && typeof copy[key] === 'object') copy[key] = rowCount(copy[key]);
  return copy;
}

/** Row counts are numbers, written out. */
function rowCount(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const expression = value as Expression;
  if (expression.kind !== 'number' || expression.form !== 'integer') throw new TrinoFailure('TYPE_MISMATCH', 'A row count must be a whole number');
  return expression.text;
}
