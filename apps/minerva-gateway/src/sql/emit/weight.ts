import type { FunctionCall, Select, SortItem } from '../ast.js';
import { aggregateFunctions } from '../functions/aggregate.functions.js';
import type { Place } from './context.js';
import type { Fragment } from './fragment.js';
import type { Scan } from './scan.js';

/** How many rows each row stands for, and the table of a database whose equal rows come together. */
export interface Weight { readonly sql: string; readonly scan: Scan }

/** Aggregates of which it is all the same how often a value comes, those that count, and those that a database can begin. */
const UNMOVED = new Set(['min', 'max', 'arbitrary', 'any_value', 'bool_and', 'every', 'bool_or', 'approx_distinct']);
const COUNTS = new Set(['count', 'count_if']);
const SUMS = new Set(['sum', 'avg']);

/**
 * Whether a SELECT asks only which rows there are, how many of each, and sums of columns. Then a database may send each different row once,
 * with its count, the weight, and with sums. Masks, filters and conditions see the same values as before; counts and sums are added up.
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

function look({ args, distinct, name, over }: FunctionCall, seen: { aggregates: number; isFit: boolean }): void {
  if (over !== undefined) seen.isFit = false;
  if (!Object.hasOwn(aggregateFunctions, name)) return;
  seen.aggregates += 1;
  const begun = SUMS.has(name) && args.length === 1 && args[0]?.kind === 'name';
  if (!distinct && !UNMOVED.has(name) && !COUNTS.has(name) && !begun) seen.isFit = false;
}

/** Writes an engine function over weighed rows; `undefined` where it is written as over any others. */
export type Weighed = (name: string, argument: string, filter: string) => string | undefined;

/** How a call adds up what comes together. `emitArguments` tells of columns that only this call looks at. */
export function weighed(call: FunctionCall, { weight }: Place, emitArguments: () => Fragment[]): { args: Fragment[]; write: Weighed } {
  if (weight === undefined || call.distinct) return { args: emitArguments(), write: () => undefined };
  const { scan, sql } = weight;
  const before = scan.seen;
  const args = emitArguments();
  const begun = (SUMS.has(call.name) || call.name === 'count') && call.args[0]?.kind === 'name' ? begin(args, scan) : undefined;
  if (begun === undefined) {
    // Each row by itself, of weight one: then nothing has to be added up that the source did not begin.
    if (SUMS.has(call.name)) scan.separate();
    return { args, write: (name, argument, filter) => (name === 'count' ? countOf(sql, argument, filter) : undefined) };
  }
  scan.comeWithoutSince(before);
  const count = (filter: string): string => `coalesce(sum(${begun.count})${filter}, 0)`;
  return { args, write: (name, _argument, filter) => {
    if (name === 'sum') return `sum(${begun.sum})${filter}`;
    return name === 'count' ? count(filter) : `CAST(sum(${begun.sum})${filter} AS DOUBLE) / CAST(nullif(${count(filter)}, 0) AS DOUBLE)`;
  } };
}

/** Only of a column as it is at the source: a mask is put over each value here. */
function begin([argument]: readonly Fragment[], scan: Scan): ReturnType<Scan['begin']> {
  return argument?.column?.scan === scan.id && argument.column.plain ? scan.begin(argument.column.column, argument.type) : undefined;
}

/** The sum of the weights of the rows where `argument` is something. */
const countOf = (weight: string, argument: string, filter: string): string =>
  `coalesce(sum(${argument === '*' ? weight : `CASE WHEN (${argument}) IS NOT NULL THEN ${weight} END`})${filter}, 0)`;
