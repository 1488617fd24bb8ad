import { keyOf, sameTerm, type Term } from '../graph/term.js';
import type { Budget } from './budget.js';
import { toTerm } from './expressions.js';
import { type Pair, Paths } from './paths.js';
import { certain, type Hints, hintsOf, join, type Solution } from './solutions.js';
import type { StatementSource } from './source.js';
import type { Triple, TermOrVariable } from './syntax.js';

/** Blank nodes of a pattern are variables nobody can name: the sign cannot be part of a variable's name. */
const nameOf = (part: Triple['subject'] | Triple['predicate']): string | undefined => {
  if (!('termType' in part)) return undefined;
  return part.termType === 'Variable' ? part.value : part.termType === 'BlankNode' ? `_:${part.value}` : undefined;
};

/**
 * Matches the triples of one basic graph pattern, joined with `solutions`. The most bound triple comes first, and what earlier
 * ones found limits what is read for later ones.
 */
export async function matchTriples(triples: readonly Triple[], solutions: readonly Solution[], outer: Hints, { source, graph, budget }: { source: StatementSource; graph: string | undefined; budget: Budget }): Promise<Solution[]> {
  let current = [...solutions];
  let waiting = [...triples];
  while (waiting.length > 0 && current.length > 0) {
    const hints = new Map([...outer, ...hintsOf(current)]);
    const next = cheapest(waiting, hints, certain(current));
    waiting = waiting.filter((triple) => triple !== next);
    const rows = await matchOne(next, hints, source, graph, budget);
    current = join(current, rows, budget);
  }
  return current.length === 0 ? [] : current.map(withoutBlanks);
}

function cheapest(triples: readonly Triple[], hints: Hints, bound: ReadonlySet<string>): Triple {
  const cost = ({ subject, predicate, object }: Triple): number => {
    const price = (part: Triple['subject'] | Triple['predicate'], free: number): number => {
      const name = nameOf(part);
      if (name === undefined) return 0;
      return hints.has(name) ? 1 : bound.has(name) ? free / 2 : free;
    };
    return price(subject, 10) + price(object, 8) + price(predicate, 3) + ('termType' in predicate ? 0 : 4);
  };
  return triples.reduce((best, triple) => (cost(triple) < cost(best) ? triple : best));
}

async function matchOne({ subject, predicate, object }: Triple, hints: Hints, source: StatementSource, graph: string | undefined, budget: Budget): Promise<Solution[]> {
  budget.checkTime();
  const [s, o] = [ends(subject, hints), ends(object, hints)];
  const names = [nameOf(subject), nameOf(predicate), nameOf(object)] as const;
  if (!('termType' in predicate)) {
    const found = await new Paths(source, graph, budget).pairs(predicate, s, o);
    const pairs = names[0] === undefined || names[2] === undefined ? found : await ofTheGraph(found, source, graph);
    return pairs.flatMap(([from, to]) => bind([names[0], undefined, names[2]], [from, from, to]));
  }
  const p = ends(predicate, hints);
  const found = await source.match({ ...(s && { s }), ...(p && { p }), ...(o && { o }) }, graph);
  budget.spend(found.length);
  return found.flatMap((statement) => bind(names, [statement.s, statement.p, statement.o]));
}

/** A path of no steps connects a node of the graph with itself; a value that came from elsewhere is none. */
async function ofTheGraph(pairs: readonly Pair[], source: StatementSource, graph: string | undefined): Promise<Pair[]> {
  const loops = pairs.filter(([a, b]) => sameTerm(a, b)).map(([a]) => a);
  if (loops.length === 0) return [...pairs];
  const nodes = new Set([...(await source.match({ s: loops }, graph)).map(({ s }) => keyOf(s)), ...(await source.match({ o: loops }, graph)).map(({ o }) => keyOf(o))]);
  return pairs.filter(([a, b]) => !sameTerm(a, b) || nodes.has(keyOf(a)));
}

function ends(part: TermOrVariable, hints: Hints): readonly Term[] | undefined {
  const name = nameOf(part);
  return name === undefined ? [toTerm(part as Exclude<TermOrVariable, { termType: 'Variable' }>)] : hints.get(name);
}

/** One solution, or none when a name would need two values. */
function bind(names: readonly (string | undefined)[], terms: readonly Term[]): Solution[] {
  const solution = new Map<string, Term>();
  for (const [at, name] of names.entries()) {
    const term = terms[at];
    if (name === undefined || term === undefined) continue;
    const known = solution.get(name);
    if (known !== undefined && (known.termType !== term.termType || known.value !== term.value)) return [];
    solution.set(name, term);
  }
  return [solution];
}

function withoutBlanks(solution: Solution): Solution {
  for (const name of solution.keys()) {
    if (name.startsWith('_:')) return new Map([...solution].filter(([key]) => !key.startsWith('_:')));
  }
  return solution;
}
