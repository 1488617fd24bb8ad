/** Something flowed from one node to another; nodes are assets, or columns. */
export interface Link { readonly from: string; readonly to: string }
export type Way = 'upstream' | 'downstream';

/** A walk in one direction: which nodes were reached at which distance, and from which the next step starts. */
export interface Walk {
  readonly way: Way;
  readonly distances: ReadonlyMap<string, number>;
  readonly frontier: readonly string[];
  /** `true` when nodes were left out because there were too many. */
  readonly cut: boolean;
}

export const startWalk = (root: string, way: Way): Walk => ({ way, distances: new Map([[root, 0]]), frontier: [root], cut: false });

/**
 * One step: from the frontier over the given links to nodes not reached before. A node keeps its first, shortest distance, so
 * cycles end by themselves.
 */
export function step(walk: Walk, links: Iterable<Link>, mostNodes: number): Walk {
  const from = new Set(walk.frontier);
  const distances = new Map(walk.distances);
  const distance = Math.max(...walk.frontier.map((node) => walk.distances.get(node) ?? 0)) + 1;
  const frontier: string[] = [];
  let cut = walk.cut;
  for (const link of links) {
    const [start, end] = walk.way === 'downstream' ? [link.from, link.to] : [link.to, link.from];
    if (!from.has(start) || distances.has(end)) continue;
    if (distances.size >= mostNodes) {
      cut = true;
      continue;
    }
    distances.set(end, distance);
    frontier.push(end);
  }
  return { way: walk.way, distances, frontier, cut };
}

/** The nodes of walks from one root: upstream distances are negative; a node reached both ways keeps the nearer one. */
export function mergeDistances(walks: readonly Walk[]): Map<string, number> {
  const merged = new Map<string, number>();
  for (const walk of walks) {
    for (const [node, distance] of walk.distances) {
      const signed = walk.way === 'upstream' ? 0 - distance : distance;
      const known = merged.get(node);
      if (known === undefined || Math.abs(signed) < Math.abs(known)) merged.set(node, signed);
    }
  }
  return merged;
}

/** The links that were walked: both ends reached, seen from the side the walk came from. */
export function walkedLinks<L extends Link>(walk: Walk, links: Iterable<L>): L[] {
  return [...links].filter((link) => walk.distances.has(link.from) && walk.distances.has(link.to));
}
