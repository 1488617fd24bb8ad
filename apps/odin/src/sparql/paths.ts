import { iri, keyOf, sameTerm, type Term } from '../graph/term.js';
import type { Budget } from './budget.js';
import type { StatementSource } from './source.js';
import type { Path, PropertyPath } from './syntax.js';

export type Pair = readonly [from: Term, to: Term];
type Ends = readonly Term[] | undefined;

/** Walks property paths over one graph; closures step by step from the end that is known, never all of the graph if avoidable. */
export class Paths {
  constructor(private readonly source: StatementSource, private readonly graph: string | undefined, private readonly budget: Budget) {}

  /** All pairs the path connects, with `from` and `to` limiting its ends. */
  async pairs(path: Path, from: Ends, to: Ends): Promise<Pair[]> {
    this.budget.checkTime();
    if (!('pathType' in path)) return this.step([iri(path.value)], from, to);
    const [first, ...rest] = path.items;
    switch (path.pathType) {
      case '^': return flip(await this.pairs(first as Path, to, from));
      case '/': return this.sequence(path.items, from, to);
      case '|': return (await this.each(path.items, from, to)).flat();
      case '!': return this.negated(path, from, to);
      case '?': return distinct([...(await this.zero(from, to)), ...(await this.pairs(first as Path, from, to))]);
      case '+': return this.closure(first as Path, from, to, false);
      case '*': return this.closure(first as Path, from, to, true);
      default: throw new Error(`unknown path ${String(rest)}`);
    }
  }

  private async each(items: readonly Path[], from: Ends, to: Ends): Promise<Pair[][]> {
    const all: Pair[][] = [];
    for (const item of items) all.push(await this.pairs(item, from, to));
    return all;
  }

  private async step(predicates: readonly Term[] | undefined, from: Ends, to: Ends): Promise<Pair[]> {
    const found = await this.source.match({ ...(from && { s: from }), ...(predicates && { p: predicates }), ...(to && { o: to }) }, this.graph);
    this.budget.spend(found.length);
    return found.map(({ s, o }) => [s, o]);
  }

  private async sequence(items: readonly Path[], from: Ends, to: Ends): Promise<Pair[]> {
    const [head, ...tail] = items;
    if (head === undefined) return [];
    if (tail.length === 0) return this.pairs(head, from, to);
    if (from === undefined && to !== undefined) {
      const right = await this.sequence(tail, undefined, to);
      return this.compose(await this.pairs(head, undefined, unique(right.map(([a]) => a))), right);
    }
    const left = await this.pairs(head, from, undefined);
    return this.compose(left, left.length === 0 ? [] : await this.sequence(tail, unique(left.map(([, b]) => b)), to));
  }

  private compose(left: readonly Pair[], right: readonly Pair[]): Pair[] {
    const next = Map.groupBy(right, ([a]) => keyOf(a));
    return left.flatMap(([a, b]) => {
      const hits = next.get(keyOf(b)) ?? [];
      this.budget.spend(hits.length);
      return hits.map(([, c]): Pair => [a, c]);
    });
  }

  private async negated({ items }: PropertyPath, from: Ends, to: Ends): Promise<Pair[]> {
    const flat = items.flatMap((item) => ('pathType' in item && item.pathType === '|' ? item.items : [item]));
    const inverse = flat.flatMap((item) => ('pathType' in item && item.pathType === '^' ? item.items : []));
    const forward = flat.filter((item) => !('pathType' in item));
    const but = async (excluded: readonly Path[], s: Ends, o: Ends): Promise<Pair[]> => {
      const names = new Set(excluded.map((item) => ('pathType' in item ? '' : item.value)));
      const found = await this.source.match({ ...(s && { s }), ...(o && { o }) }, this.graph);
      this.budget.spend(found.length);
      return found.filter(({ p }) => !names.has(p.value)).map(({ s: a, o: b }) => [a, b]);
    };
    const ahead = forward.length > 0 || inverse.length === 0 ? await but(forward, from, to) : [];
    return inverse.length === 0 ? ahead : [...ahead, ...flip(await but(inverse, to, from))];
  }

  /** Every known end connected with itself; every node of the graph where no end is known. */
  private async zero(from: Ends, to: Ends): Promise<Pair[]> {
    if (from !== undefined && to !== undefined) return from.filter((a) => to.some((b) => sameTerm(a, b))).map((a) => [a, a]);
    const nodes = from ?? to ?? unique((await this.step(undefined, undefined, undefined)).flat());
    return nodes.map((node) => [node, node]);
  }

  private async closure(path: Path, from: Ends, to: Ends, reflexive: boolean): Promise<Pair[]> {
    const zero = reflexive ? await this.zero(from, to) : [];
    if (from === undefined && to !== undefined) return distinct([...zero, ...flip(await this.reach((nodes) => this.pairs(path, undefined, nodes).then(flip), to))]);
    const starts = from ?? unique((await this.pairs(path, undefined, undefined)).map(([a]) => a));
    const reached = await this.reach((nodes) => this.pairs(path, nodes, undefined), starts);
    const ends = to === undefined ? undefined : new Set(to.map(keyOf));
    return distinct([...zero, ...(ends === undefined ? reached : reached.filter(([, b]) => ends.has(keyOf(b))))]);
  }

  /** Everything reached from each start in one or more steps; each node is looked up once, all nodes of a level together. */
  private async reach(next: (nodes: readonly Term[]) => Promise<Pair[]>, starts: readonly Term[]): Promise<Pair[]> {
    const edges = new Map<string, Term[]>();
    let frontier = unique(starts);
    while (frontier.length > 0) {
      for (const node of frontier) edges.set(keyOf(node), []);
      for (const [a, b] of await next(frontier)) edges.get(keyOf(a))?.push(b);
      frontier = unique(frontier.flatMap((node) => edges.get(keyOf(node)) ?? [])).filter((node) => !edges.has(keyOf(node)));
    }
    return unique(starts).flatMap((start) => this.from(start, edges));
  }

  private from(start: Term, edges: ReadonlyMap<string, readonly Term[]>): Pair[] {
    const seen = new Map<string, Term>();
    const waiting = [...(edges.get(keyOf(start)) ?? [])];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      this.budget.spend();
      if (seen.has(keyOf(node))) continue;
      seen.set(keyOf(node), node);
      waiting.push(...(edges.get(keyOf(node)) ?? []));
    }
    return [...seen.values()].map((end): Pair => [start, end]);
  }
}

const flip = (pairs: readonly Pair[]): Pair[] => pairs.map(([a, b]) => [b, a]);
const unique = (terms: readonly Term[]): Term[] => [...new Map(terms.map((term) => [keyOf(term), term])).values()];
const distinct = (pairs: readonly Pair[]): Pair[] => [...new Map(pairs.map((pair) => [`${keyOf(pair[0])}\u0002${keyOf(pair[1])}`, pair])).values()];
