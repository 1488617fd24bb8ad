import type { Budget } from './budget.js';
import { aggregateOf } from './aggregates.js';
import { aggregatesIn, evaluate, isTerm } from './expressions.js';
import type { FunctionContext } from './functions.js';
import { Groups, OUTERMOST, type Scope, toRow } from './groups.js';
import { join, NOTHING, rowKey, type Solution } from './solutions.js';
import type { StatementSource } from './source.js';
import type { Aggregate, Expression, Projected, Query } from './syntax.js';
import { sortOrder, type Value } from './values.js';
import { selected } from './variables.js';

export type Answer = { readonly kind: 'rows'; readonly variables: string[]; readonly rows: Solution[] } | { readonly kind: 'truth'; readonly value: boolean };

/** A row on its way to the answer: a solution, and for a grouped query the solutions it stands for. */
interface Row { readonly solution: Solution; readonly members?: readonly Solution[] }

/** Evaluates a query over a source, within a budget. */
export async function evaluateQuery(query: Query, source: StatementSource, options: { budget: Budget; now: Date; base: string }): Promise<Answer> {
  const evaluator = new QueryEvaluator(source, { ...options, base: query.base ?? options.base });
  const rows = await evaluator.select(query, OUTERMOST);
  if (query.queryType === 'ASK') return { kind: 'truth', value: rows.length > 0 };
  options.budget.checkRows(rows.length);
  return { kind: 'rows', variables: selected(query), rows };
}

class QueryEvaluator {
  private readonly groups: Groups;

  constructor(source: StatementSource, private readonly context: FunctionContext) {
    this.groups = new Groups(source, context, (query, scope) => this.select(query, { ...scope, bound: NOTHING }));
  }

  async select(query: Query, scope: Scope): Promise<Solution[]> {
    let solutions = await this.groups.group(query.where ?? [], scope);
    if (query.values !== undefined) solutions = join(solutions, query.values.map(toRow), this.context.budget);
    if (query.queryType === 'ASK') return solutions;
    const projected = (query.variables ?? []).filter((item): item is Projected => !('termType' in item));
    let rows: Row[] = this.isGrouped(query, projected) ? await this.grouped(query, solutions, scope) : solutions.map((solution) => ({ solution }));
    for (const having of query.having ?? []) rows = rows.filter((row) => evaluateTruth(this.value(having, row)));
    for (const { variable, expression } of projected) rows = await this.extended(rows, variable.value, expression, scope);
    if (query.order !== undefined) rows = await this.sorted(rows, query.order, scope);
    return this.sliced(query, this.projected(query, rows));
  }

  private isGrouped(query: Query, projected: readonly Projected[]): boolean {
    const others = [...projected, ...(query.order ?? [])].map(({ expression }) => expression);
    return query.group !== undefined || [...others, ...(query.having ?? [])].some((expression) => aggregatesIn(expression).length > 0);
  }

  private async grouped(query: Query, solutions: readonly Solution[], scope: Scope): Promise<Row[]> {
    const keys = (query.group ?? []).map(({ expression, variable }, at) => ({ expression, name: variable?.value ?? (isTerm(expression) && expression.termType === 'Variable' ? expression.value : `_:key${at}`) }));
    if (keys.length === 0) return [{ solution: NOTHING, members: solutions }];
    const scene = await this.groups.scenes(solutions, keys.map(({ expression }) => expression), scope);
    const groups = new Map<string, { solution: Solution; members: Solution[] }>();
    solutions.forEach((solution, at) => {
      this.context.budget.spend();
      const key: Solution = new Map(keys.flatMap(({ expression, name }) => {
        const value = evaluate(expression, scene(solution, at));
        return value === undefined ? [] : [[name, value] as const];
      }));
      const text = rowKey(key, keys.map(({ name }) => name));
      const known = groups.get(text);
      if (known === undefined) groups.set(text, { solution: key, members: [solution] });
      else known.members.push(solution);
    });
    return [...groups.values()];
  }

  private value(expression: Expression, { solution, members }: Row): Value {
    const aggregate = (node: Aggregate): Value => {
      this.context.budget.spend(members?.length ?? 0);
      return aggregateOf(node, members ?? [], (inner, row) => evaluate(inner, { ...this.context, solution: row }));
    };
    return evaluate(expression, { ...this.context, solution, ...(members && { aggregate }) });
  }

  private async extended(rows: readonly Row[], name: string, expression: Expression, scope: Scope): Promise<Row[]> {
    const scene = await this.groups.scenes(rows.map(({ solution }) => solution), [expression], scope);
    return rows.map((row, at) => {
      const value = row.members === undefined ? evaluate(expression, scene(row.solution, at)) : this.value(expression, row);
      return value === undefined ? row : { ...row, solution: new Map([...row.solution, [name, value]]) };
    });
  }

  private async sorted(rows: readonly Row[], order: NonNullable<Query['order']>, scope: Scope): Promise<Row[]> {
    const scene = await this.groups.scenes(rows.map(({ solution }) => solution), order.map(({ expression }) => expression), scope);
    const keyed = rows.map((row, at) => ({ row, keys: order.map(({ expression }) => (row.members === undefined ? evaluate(expression, scene(row.solution, at)) : this.value(expression, row))) }));
    keyed.sort((a, b) => {
      for (const [at, { descending }] of order.entries()) {
        const compared = sortOrder(a.keys[at], b.keys[at]);
        if (compared !== 0) return descending ? -compared : compared;
      }
      return 0;
    });
    return keyed.map(({ row }) => row);
  }

  private projected(query: Query, rows: readonly Row[]): Solution[] {
    const names = selected(query);
    const solutions = rows.map(({ solution }): Solution => new Map(names.flatMap((name) => {
      const value = solution.get(name);
      return value === undefined ? [] : [[name, value] as const];
    })));
    if (!query.distinct && !query.reduced) return solutions;
    return [...new Map(solutions.map((solution) => [rowKey(solution, names), solution])).values()];
  }

  private sliced({ offset = 0, limit }: Query, solutions: readonly Solution[]): Solution[] {
    return solutions.slice(offset, limit === undefined ? undefined : offset + limit);
  }
}

const evaluateTruth = (value: Value): boolean => value?.termType === 'Literal' && (value.value === 'true' || value.value === '1');
