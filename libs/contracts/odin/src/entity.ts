import { z } from 'zod';

/** Text that names one thing of the graph: an address, `address#column`, a resource id, `users:id:<user>`, `tag:<tag>` or an IRI. */
export const EntityId = z.string().min(1).max(1_500).regex(/^[^\u0000-\u0020<>"{}|\\^`]*$/, 'must not contain blanks, quotes or brackets');

/** One thing of the graph as answers show it. */
export const GraphNode = z.object({
  /** As other services call it: address, column, resource id, `users:id:…`; the IRI where there is no such name. */
  id: z.string(),
  iri: z.string(),
  label: z.string(),
  /** Local names of its classes, such as `Dataset` or `Column`. */
  types: z.array(z.string()),
});
export type GraphNode = z.infer<typeof GraphNode>;

/** One relation between two nodes, named by prefix, such as `prov:wasDerivedFrom`. */
export const GraphEdge = z.object({ from: z.string(), to: z.string(), relation: z.string() });
export type GraphEdge = z.infer<typeof GraphEdge>;

/** A relation as filter: prefixed (`prov:wasDerivedFrom`), local (`wasDerivedFrom`) or a whole IRI. */
const Relation = z.string().min(1).max(300).regex(/^[A-Za-z][\w.:/#-]*$/, 'must be a relation such as prov:wasDerivedFrom');
export const Relations = z.union([Relation, z.array(Relation).max(20)]).transform((value) => (Array.isArray(value) ? value : [value]));

export const NeighboursQuery = z.object({
  depth: z.coerce.number().int().min(1).max(4).default(1),
  relation: Relations.optional(),
  /** `out` follows relations as they are written, `in` against it. */
  direction: z.enum(['in', 'out', 'both']).default('both'),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});
export type NeighboursQuery = z.output<typeof NeighboursQuery>;

/** What is around a node; the node itself comes first. `properties` are the plain values the graph holds about it. */
export const Neighbourhood = z.object({
  root: z.string(),
  properties: z.record(z.string(), z.array(z.string())),
  nodes: z.array(GraphNode),
  edges: z.array(GraphEdge),
  /** `true`: there is more than `limit` nodes. */
  truncated: z.boolean(),
});
export type Neighbourhood = z.infer<typeof Neighbourhood>;

export const PathQuery = z.object({ from: EntityId, to: EntityId, maxHops: z.coerce.number().int().min(1).max(8).default(6), relation: Relations.optional() });
export type PathQuery = z.output<typeof PathQuery>;

/** The shortest connection of two nodes, from the first to the second; empty when there is none within `maxHops`. */
export const GraphPath = z.object({ found: z.boolean(), hops: z.number().int(), nodes: z.array(GraphNode), edges: z.array(GraphEdge) });
export type GraphPath = z.infer<typeof GraphPath>;
