/** A node with what must come before it. */
export interface GraphNode { readonly id: string; readonly dependencies: readonly string[] }

export type Ordering = { readonly order: string[] } | { readonly cycle: string[] };

/** The ids so that each follows all it depends on, otherwise in the order given; or the ids on cycles. Unknown dependencies are ignored. */
export function orderOf(nodes: readonly GraphNode[]): Ordering {
  const known = new Set(nodes.map(({ id }) => id));
  const waiting = new Map(nodes.map(({ id, dependencies }) => [id, new Set(dependencies.filter((dependency) => known.has(dependency)))]));
  const order: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, dependencies]) => dependencies.size === 0).map(([id]) => id);
    if (free.length === 0) return { cycle: cycleIn(waiting) };
    for (const id of free) waiting.delete(id);
    for (const dependencies of waiting.values()) for (const id of free) dependencies.delete(id);
    order.push(...free);
  }
  return { order };
}

/** One cycle among nodes that all wait for another. */
function cycleIn(waiting: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const path: string[] = [];
  let [at = ''] = waiting.keys();
  while (!path.includes(at)) {
    path.push(at);
    [at = ''] = waiting.get(at) ?? [];
  }
  return [...path.slice(path.indexOf(at)), at];
}

/** Faults of the names in a graph: doubles, unknown dependencies, cycles. `pointer` names the list. */
export function graphFaults(nodes: readonly GraphNode[], pointer: string): { pointer: string; message: string }[] {
  const ids = nodes.map(({ id }) => id);
  const faults = nodes.flatMap(({ id, dependencies }, index) => [
    ...(ids.indexOf(id) < index ? [{ pointer: `${pointer}/${index}`, message: `the name "${id}" is used twice` }] : []),
    ...dependencies.filter((dependency) => !ids.includes(dependency)).map((dependency) => ({ pointer: `${pointer}/${index}/dependencies`, message: `there is no "${dependency}" here` })),
  ]);
  const ordering = orderOf(nodes);
  return 'cycle' in ordering ? [...faults, { pointer, message: `these wait for each other: ${ordering.cycle.join(' -> ')}` }] : faults;
}
