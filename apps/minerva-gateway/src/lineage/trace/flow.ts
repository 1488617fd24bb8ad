/** How a column of a table came into something: as it is, computed, summed up; or only by deciding about it. The words are OpenLineage's. */
export const USES = ['IDENTITY', 'TRANSFORMATION', 'AGGREGATION', 'CONDITIONAL', 'WINDOW', 'FILTER', 'JOIN', 'GROUP_BY', 'SORT'] as const;
export type Use = (typeof USES)[number];

/** By `catalog.schema.table#column`, each way in which it was used. */
export type Flow = ReadonlyMap<string, ReadonlySet<Use>>;

const RANK: Partial<Record<Use, number>> = { IDENTITY: 0, TRANSFORMATION: 1, AGGREGATION: 2 };
/** Whether a value is made of it, as opposed to only deciding which value. */
export const isDirect = (use: Use): boolean => RANK[use] !== undefined;

export const NOTHING: Flow = new Map();

export function union(all: Iterable<Flow>): Flow {
  const flows = [...all].filter(({ size }) => size > 0);
  if (flows.length < 2) return flows[0] ?? NOTHING;
  const merged = new Map<string, Set<Use>>();
  for (const flow of flows) {
    for (const [origin, uses] of flow) {
      const known = merged.get(origin);
      if (known === undefined) merged.set(origin, new Set(uses));
      else for (const use of uses) known.add(use);
    }
  }
  return merged;
}

/** What `flow` becomes where the thing it made is used in the way `as`: the more an origin was changed on its way, the more it stays changed. */
export function used(flow: Flow, as: Use): Flow {
  return new Map([...flow].map(([origin, uses]) => [origin, new Set([...uses].map((use) => further(use, as)))]));
}

function further(before: Use, as: Use): Use {
  const [rank, then] = [RANK[before], RANK[as]];
  if (then === undefined) return as;
  if (rank === undefined) return before;
  return rank >= then ? before : as;
}

/** Grows as a flow grows; tells when a repetition adds nothing. */
export const weightOf = (flows: Iterable<Flow>): number => [...flows].reduce((sum, flow) => sum + [...flow.values()].reduce((uses, { size }) => uses + size, 0), 0);
