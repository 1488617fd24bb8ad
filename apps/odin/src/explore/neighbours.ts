import type { GraphEdge, Neighbourhood, NeighboursQuery } from '@dataos/contracts-odin';
import type { Iris } from '../graph/iris.js';
import { iri, type Iri, type Term } from '../graph/term.js';
import { RDF_TYPE } from '../graph/vocabulary.js';
import type { Budget } from '../sparql/budget.js';
import type { Statement, StatementSource } from '../sparql/source.js';
import { describeNodes, isRelation } from './nodes.js';

export interface View { readonly iris: Iris; readonly source: StatementSource; readonly budget: Budget }

/** Whether a statement connects two nodes; classes are told with each node instead. */
const connects = ({ p, o }: Statement): boolean => o.termType === 'NamedNode' && p.value !== RDF_TYPE.value;

/** The statements that connect `nodes` with others. */
export async function edgesOf({ iris, source, budget }: View, nodes: readonly Term[], { direction, relation }: Pick<NeighboursQuery, 'direction' | 'relation'>): Promise<Statement[]> {
  const out = direction === 'in' ? [] : await source.match({ s: nodes });
  const back = direction === 'out' ? [] : await source.match({ o: nodes });
  budget.spend(out.length + back.length);
  return [...out, ...back].filter((statement) => connects(statement) && isRelation(iris, relation, statement.p.value));
}

/** What lies around a node, level by level, up to a number of nodes. */
export async function neighboursOf(view: View, root: Iri, query: NeighboursQuery): Promise<Neighbourhood> {
  const found = new Set([root.value]);
  const edges = new Map<string, GraphEdge & { s: string; o: string }>();
  let frontier = [root.value];
  let truncated = false;
  for (let level = 0; level < query.depth && frontier.length > 0; level += 1) {
    const next = new Set<string>();
    for (const { s, p, o } of await edgesOf(view, frontier.map(iri), query)) {
      const fresh = [s.value, o.value].filter((value) => !found.has(value));
      if (found.size + fresh.length > query.limit) {
        truncated = true;
        continue;
      }
      for (const value of fresh) {
        found.add(value);
        next.add(value);
      }
      edges.set(`${s.value} ${p.value} ${o.value}`, { s: s.value, o: o.value, from: view.iris.idOf(s.value), to: view.iris.idOf(o.value), relation: view.iris.compact(p.value) });
    }
    frontier = [...next];
  }
  const nodes = await describeNodes(view.iris, view.source, [...found]);
  return {
    root: view.iris.idOf(root.value), properties: await propertiesOf(view, root), nodes: [...nodes.values()],
    edges: [...edges.values()].map(({ from, to, relation }) => ({ from, to, relation })), truncated,
  };
}

async function propertiesOf({ iris, source }: View, root: Iri): Promise<Record<string, string[]>> {
  const facts = (await source.match({ s: [root] })).filter(({ o }) => o.termType === 'Literal');
  return Object.fromEntries([...Map.groupBy(facts, ({ p }) => iris.compact(p.value))].map(([name, all]) => [name, all.map(({ o }) => o.value).sort()]));
}
