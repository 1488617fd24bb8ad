import type { FunctionCall, Select, SortItem } from '../ast.js';
import { aggregateFunctions } from '../functions/aggregate.functions.js';

/** Aggregates of which it is all the same how often a value comes, and those that count. */
const UNMOVED = new Set(['min', 'max', 'arbitrary', 'any_value', 'bool_and', 'every', 'bool_or', 'approx_distinct']);
const COUNTS = new Set(['count', 'count_if']);

/**
 * Whether a SELECT asks only which rows there are and how many of each. Then a database may send each different row once, with its
 * count: the weight. Masks, filters and conditions see the same values as before, and a count adds up weights.
 */
export function isWeighable(select: Select, orderBy: readonly SortItem[]): boolean {
  const { distinct, from, groupBy, having, items, where } = select;
  if (from.length !== 1 || from[0]?.kind !== 'table') return false;
  const seen = { aggregates: 0, isFit: true };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const node = value as { kind?: string };
    if (node.kind === 'query') seen.isFit = false;
    if (node.kind === 'call') look(value as FunctionCall, seen);
    for (const part of Object.values(value)) visit(part);
  };
  visit([items, where, groupBy, having, orderBy]);
  return seen.isFit && (distinct || groupBy !== undefined || seen.aggregates > 0);
}

function look({ distinct, name, over }: FunctionCall, seen: { aggregates: number; isFit: boolean }): void {
  if (over !== undefined) seen.isFit = false;
  if (!Object.hasOwn(aggregateFunctions, name)) return;
  seen.aggregates += 1;
  if (!distinct && !UNMOVED.has(name) && !COUNTS.has(name)) seen.isFit = false;
}

/** The sum of the weights of the rows where `argument` is something, as a count. */
export const weighedCount = (weight: string, argument: string, filter: string): string =>
  `coalesce(sum(${argument === '*' ? weight : `CASE WHEN (${argument}) IS NOT NULL THEN ${weight} END`})${filter}, 0)`;
