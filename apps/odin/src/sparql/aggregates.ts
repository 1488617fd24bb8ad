import { integer, keyOf, literal, type Term, xsd } from '../graph/term.js';
import { rowKey, type Solution } from './solutions.js';
import type { Aggregate, Expression } from './syntax.js';
import { common, numberOf, numeric, sortOrder, type Value } from './values.js';

/** The value of an aggregate over the solutions of one group; an error in one row is an error of the whole, as the standard says. */
export function aggregateOf({ aggregation, expression, distinct, separator }: Aggregate, rows: readonly Solution[], value: (expression: Expression, row: Solution) => Value): Value {
  if ('termType' in expression && expression.termType === 'Wildcard') {
    return integer(distinct ? new Set(rows.map((row) => rowKey(row, [...row.keys()].sort().flatMap((name) => [name])) + [...row.keys()].sort().join())).size : rows.length);
  }
  const all = rows.map((row) => value(expression as Expression, row));
  const known = all.filter((term) => term !== undefined);
  const terms = distinct ? [...new Map(known.map((term) => [keyOf(term), term])).values()] : known;
  const failed = known.length < all.length;
  switch (aggregation) {
    case 'count': return integer(terms.length);
    case 'sample': return terms[0];
    case 'group_concat': return failed ? undefined : literal(terms.map((term) => term.value).join(separator ?? ' '));
    case 'min': return failed ? undefined : terms.toSorted(sortOrder)[0];
    case 'max': return failed ? undefined : terms.toSorted(sortOrder).at(-1);
    case 'sum': return failed ? undefined : sum(terms);
    default: return failed ? undefined : average(terms);
  }
}

function sum(terms: readonly Term[]): Value {
  let total = { value: 0, type: xsd.integer as string };
  for (const term of terms) {
    const number = numberOf(term);
    if (number === undefined) return undefined;
    total = { value: clean(total.value + number.value), type: common(total, number) };
  }
  return numeric(total.value, total.type);
}

/** Binary fractions leave dust behind the fifteenth digit that no decimal has. */
const clean = (value: number): number => (Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15)));

function average(terms: readonly Term[]): Value {
  const total = numberOf(sum(terms));
  if (total === undefined) return undefined;
  if (terms.length === 0) return integer(0);
  return numeric(clean(total.value / terms.length), total.type === xsd.integer ? xsd.decimal : total.type);
}
