import { iri } from '../graph/term.js';
import type { Budget } from './budget.js';
import { evaluate, existsIn, type Scene, toTerm } from './expressions.js';
import type { FunctionContext } from './functions.js';
import { compatible, hintsOf, type Hints, join, leftJoin, minus, NOTHING, semiJoin, type Solution } from './solutions.js';
import type { StatementSource } from './source.js';
import type { Expression, Operation, Pattern, Query } from './syntax.js';
import { matchTriples } from './triples.js';
import { truth } from './values.js';

/** Where a group stands: its graph, values worth looking for, and what an enclosing EXISTS has bound. */
export interface Scope { readonly graph: string | undefined; readonly hints: Hints; readonly bound: Solution }

const NO_HINTS: Hints = new Map();
export const OUTERMOST: Scope = { graph: undefined, hints: NO_HINTS, bound: NOTHING };

/** Evaluates graph patterns: the algebra of SPARQL 1.1, group by group. */
export class Groups {
  constructor(
    private readonly source: StatementSource,
    private readonly context: FunctionContext,
    /** Evaluates a nested SELECT. */
    private readonly subselect: (query: Query, scope: Scope) => Promise<Solution[]>,
  ) {}

  private get budget(): Budget {
    return this.context.budget;
  }

  /** The solutions of a group; its filters hold for the group as a whole. */
  async group(patterns: readonly Pattern[], scope: Scope): Promise<Solution[]> {
    const current = await this.unfiltered(patterns, scope);
    return this.keep(current, filtersOf(patterns), scope);
  }

  private async unfiltered(patterns: readonly Pattern[], scope: Scope): Promise<Solution[]> {
    let current: Solution[] = [scope.bound];
    for (const pattern of patterns) {
      if (pattern.type === 'filter') continue;
      if (current.length === 0) return [];
      current = await this.extend(current, pattern, scope);
    }
    return current;
  }

  private async extend(current: readonly Solution[], pattern: Pattern, scope: Scope): Promise<Solution[]> {
    const known = hintsOf(current);
    const inner: Scope = { ...scope, hints: new Map([...scope.hints, ...known]) };
    // Only what is certain here may narrow an optional or negated part: outer values could make its left side look unmatched.
    const apart: Scope = { ...scope, hints: known };
    switch (pattern.type) {
      case 'bgp': return matchTriples(pattern.triples, current, scope.hints, { source: this.source, graph: scope.graph, budget: this.budget });
      case 'group': return join(current, await this.group(pattern.patterns, inner), this.budget);
      case 'union': return join(current, await this.union(pattern.patterns, inner), this.budget);
      case 'optional': return this.optional(current, pattern.patterns, apart);
      case 'minus': return minus(current, await this.group(pattern.patterns, { ...apart, bound: NOTHING }), this.budget);
      case 'graph': return join(current, await this.named(pattern, inner), this.budget);
      case 'values': return join(current, pattern.values.map(toRow), this.budget);
      case 'query': return join(current, await this.subselect(pattern, { ...scope, hints: NO_HINTS }), this.budget);
      case 'bind': return this.bind(current, pattern.variable.value, pattern.expression, scope);
      case 'filter': return [...current];
    }
  }

  private async union(branches: readonly Pattern[], scope: Scope): Promise<Solution[]> {
    const all: Solution[] = [];
    for (const branch of branches) all.push(...(await this.group([branch], scope)));
    return all;
  }

  private async optional(current: readonly Solution[], patterns: readonly Pattern[], scope: Scope): Promise<Solution[]> {
    const right = await this.unfiltered(patterns, scope);
    const filters = filtersOf(patterns);
    return leftJoin(current, right, (merged) => this.verdicts(merged, filters, scope), this.budget);
  }

  private async named({ name, patterns }: Extract<Pattern, { type: 'graph' }>, scope: Scope): Promise<Solution[]> {
    const graphs = this.source.graphs();
    if (name.termType !== 'Variable') return graphs.includes(name.value) ? this.group(patterns, { ...scope, graph: name.value }) : [];
    const all: Solution[] = [];
    for (const graph of graphs) {
      const place: Solution = new Map([[name.value, iri(graph)]]);
      if (compatible(place, scope.bound)) all.push(...join([place], await this.group(patterns, { ...scope, graph }), this.budget));
    }
    return all;
  }

  private async bind(current: readonly Solution[], name: string, expression: Expression, scope: Scope): Promise<Solution[]> {
    const scene = await this.scenes(current, [expression], scope);
    return current.map((solution, at) => {
      const value = evaluate(expression, scene(solution, at));
      return value === undefined ? solution : new Map([...solution, [name, value]]);
    });
  }

  /** The solutions for which every expression holds; an error counts as no. */
  async keep(solutions: readonly Solution[], filters: readonly Expression[], scope: Scope): Promise<Solution[]> {
    if (filters.length === 0) return [...solutions];
    const verdicts = await this.verdicts(solutions, filters, scope);
    return solutions.filter((_, at) => verdicts[at]);
  }

  private async verdicts(solutions: readonly Solution[], filters: readonly Expression[], scope: Scope): Promise<boolean[]> {
    const scene = await this.scenes(solutions, filters, scope);
    return solutions.map((solution, at) => {
      this.budget.spend();
      return filters.every((filter) => truth(evaluate(filter, scene(solution, at))) === true);
    });
  }

  /** Answers each EXISTS for all solutions first, so that expressions themselves need not wait for anything. */
  async scenes(solutions: readonly Solution[], expressions: readonly Expression[], scope: Scope): Promise<(solution: Solution, at: number) => Scene> {
    const answers = new Map<Operation, boolean[]>();
    for (const { operation, pattern } of expressions.flatMap(existsIn)) answers.set(operation, await this.exists(solutions, pattern, scope));
    return (solution, at) => ({ ...this.context, solution, exists: (operation) => answers.get(operation)?.[at] ?? false });
  }

  private async exists(solutions: readonly Solution[], pattern: Pattern, scope: Scope): Promise<boolean[]> {
    if (isPlain(pattern)) return semiJoin(solutions, await this.group([pattern], { ...scope, hints: hintsOf(solutions), bound: NOTHING }), this.budget);
    const found: boolean[] = [];
    for (const solution of solutions) {
      const inner = await this.group([pattern], { ...scope, hints: hintsOf([solution]), bound: solution });
      found.push(inner.some((one) => compatible(one, solution)));
    }
    return found;
  }
}

export const toRow = (row: Record<string, Parameters<typeof toTerm>[0] | undefined>): Solution =>
  new Map(Object.entries(row).flatMap(([name, term]) => (term === undefined ? [] : [[name.slice(1), toTerm(term)] as const])));

const filtersOf = (patterns: readonly Pattern[]): Expression[] => patterns.flatMap((pattern) => (pattern.type === 'filter' ? [pattern.expression] : []));

/** Whether a pattern can be evaluated once for all solutions: nothing in it looks at the solution it is asked for. */
function isPlain(pattern: Pattern): boolean {
  if (pattern.type === 'bgp' || pattern.type === 'values') return true;
  return (pattern.type === 'group' || pattern.type === 'union' || pattern.type === 'graph') && pattern.patterns.every(isPlain);
}
