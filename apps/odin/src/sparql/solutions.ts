import { keyOf, sameTerm, type Term } from '../graph/term.js';
import type { Budget } from './budget.js';

/** Variables with their values. A Map, since a variable may have any name, `__proto__` included. */
export type Solution = ReadonlyMap<string, Term>;
/** Values a variable can have in what the result is joined with; fewer statements need to be read. */
export type Hints = ReadonlyMap<string, readonly Term[]>;

export const NOTHING: Solution = new Map();
const mostHints = 2_000;

/** Variables bound in every one of `solutions`. */
export function certain(solutions: readonly Solution[]): Set<string> {
  const [first, ...rest] = solutions;
  const names = new Set(first?.keys());
  for (const solution of rest) {
    if (names.size === 0) break;
    for (const name of names) if (!solution.has(name)) names.delete(name);
  }
  return names;
}

/** The values of the certain variables; none for a variable with too many. */
export function hintsOf(solutions: readonly Solution[]): Hints {
  const hints = new Map<string, Term[]>();
  for (const name of certain(solutions)) {
    const values = new Map<string, Term>();
    for (const solution of solutions) {
      const value = solution.get(name);
      if (value !== undefined) values.set(keyOf(value), value);
      if (values.size > mostHints) break;
    }
    if (values.size <= mostHints) hints.set(name, [...values.values()]);
  }
  return hints;
}

export function compatible(a: Solution, b: Solution): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const [name, value] of few) {
    const other = many.get(name);
    if (other !== undefined && !sameTerm(value, other)) return false;
  }
  return true;
}

const merge = (a: Solution, b: Solution): Solution => (b.size === 0 ? a : a.size === 0 ? b : new Map([...a, ...b]));

/** Solutions by the values of `names`, for look-ups in one step. */
function indexBy(solutions: readonly Solution[], names: readonly string[]): Map<string, Solution[]> {
  const index = new Map<string, Solution[]>();
  for (const solution of solutions) {
    const key = rowKey(solution, names);
    const list = index.get(key);
    if (list === undefined) index.set(key, [solution]);
    else list.push(solution);
  }
  return index;
}

export const rowKey = (solution: Solution, names: readonly string[]): string =>
  names.map((name) => {
    const value = solution.get(name);
    return value === undefined ? '' : keyOf(value);
  }).join('\u0002');

/** Finds the partners of a solution among `others` quickly, by the variables certain on both sides. */
function partners(solutions: readonly Solution[], others: readonly Solution[]): (solution: Solution) => readonly Solution[] {
  const here = certain(solutions);
  const shared = [...certain(others)].filter((name) => here.has(name));
  const index = indexBy(others, shared);
  return (solution) => index.get(rowKey(solution, shared)) ?? [];
}

export function join(a: readonly Solution[], b: readonly Solution[], budget: Budget): Solution[] {
  if (a.length === 0 || b.length === 0) return [];
  const find = partners(a, b);
  const out: Solution[] = [];
  for (const left of a) {
    for (const right of find(left)) {
      budget.spend();
      if (compatible(left, right)) out.push(merge(left, right));
    }
  }
  return out;
}

/** Keeps every left solution: with its partners that satisfy `holds`, or alone when there are none. */
export async function leftJoin(a: readonly Solution[], b: readonly Solution[], holds: (merged: Solution[]) => Promise<boolean[]>, budget: Budget): Promise<Solution[]> {
  const find = partners(a, b);
  const candidates: { left: number; merged: Solution }[] = [];
  a.forEach((left, at) => {
    for (const right of find(left)) {
      budget.spend();
      if (compatible(left, right)) candidates.push({ left: at, merged: merge(left, right) });
    }
  });
  const verdicts = await holds(candidates.map(({ merged }) => merged));
  const byLeft = new Map<number, Solution[]>();
  candidates.forEach(({ left, merged }, at) => {
    if (verdicts[at]) byLeft.set(left, [...(byLeft.get(left) ?? []), merged]);
  });
  return a.flatMap((left, at) => byLeft.get(at) ?? [left]);
}

/** Drops the left solutions that agree with a right one in at least one common variable. */
export function minus(a: readonly Solution[], b: readonly Solution[], budget: Budget): Solution[] {
  const find = partners(a, b);
  return a.filter((left) => !find(left).some((right) => {
    budget.spend();
    return compatible(left, right) && [...right.keys()].some((name) => left.has(name));
  }));
}

/** For each left solution whether there is a compatible right one. */
export function semiJoin(a: readonly Solution[], b: readonly Solution[], budget: Budget): boolean[] {
  const find = partners(a, b);
  return a.map((left) => find(left).some((right) => {
    budget.spend();
    return compatible(left, right);
  }));
}
