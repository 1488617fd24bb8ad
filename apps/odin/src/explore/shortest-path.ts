import type { GraphPath, PathQuery } from '@dataos/contracts-odin';
import { iri, type Iri } from '../graph/term.js';
import type { Statement } from '../sparql/source.js';
import { edgesOf, type View } from './neighbours.js';
import { describeNodes } from './nodes.js';

type Steps = Map<string, Statement | undefined>;
const otherEnd = ({ s, o }: Statement, node: string): string => (s.value === node ? o.value : s.value);

/** The shortest connection of two nodes, whichever way its relations point; searched from both ends at once. */
export async function pathBetween(view: View, from: Iri, to: Iri, { maxHops, relation }: Pick<PathQuery, 'maxHops' | 'relation'>): Promise<GraphPath> {
  const sides: [Steps, Steps] = [new Map([[from.value, undefined]]), new Map([[to.value, undefined]])];
  let frontiers: [string[], string[]] = [[from.value], [to.value]];
  let meeting = from.value === to.value ? from.value : undefined;
  for (let hop = 0; hop < maxHops && meeting === undefined; hop += 1) {
    const side = frontiers[0].length <= frontiers[1].length ? 0 : 1;
    const next = await grow(view, frontiers[side], sides[side], relation);
    meeting = next.find((node) => sides[1 - side as 0 | 1].has(node));
    frontiers = side === 0 ? [next, frontiers[1]] : [frontiers[0], next];
    if (next.length === 0) break;
  }
  if (meeting === undefined) return { found: false, hops: 0, nodes: [], edges: [] };
  const before = trace(sides[0], meeting).reverse();
  const after = trace(sides[1], meeting);
  const values = [from.value];
  const statements = [...before, ...after];
  for (const statement of statements) values.push(otherEnd(statement, values.at(-1) ?? ''));
  const nodes = await describeNodes(view.iris, view.source, values);
  return {
    found: true, hops: statements.length, nodes: values.flatMap((value) => nodes.get(value) ?? []),
    edges: statements.map(({ s, p, o }) => ({ from: view.iris.idOf(s.value), to: view.iris.idOf(o.value), relation: view.iris.compact(p.value) })),
  };
}

async function grow(view: View, frontier: readonly string[], steps: Steps, relation: readonly string[] | undefined): Promise<string[]> {
  const fresh = new Set<string>();
  const here = new Set(frontier);
  for (const statement of await edgesOf(view, frontier.map(iri), { direction: 'both', ...(relation && { relation: [...relation] }) })) {
    for (const value of [statement.s.value, statement.o.value]) {
      if (steps.has(value) || !here.has(otherEnd(statement, value))) continue;
      steps.set(value, statement);
      fresh.add(value);
    }
  }
  return [...fresh];
}

/** The statements from `node` back to where its side began. */
function trace(steps: Steps, node: string): Statement[] {
  const taken: Statement[] = [];
  for (let at = node, step = steps.get(at); step !== undefined; step = steps.get(at)) {
    taken.push(step);
    at = otherEnd(step, at);
  }
  return taken;
}
