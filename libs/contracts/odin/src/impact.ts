import { z } from 'zod';
import { EntityId, GraphNode } from './entity.js';

export const ImpactQuery = z.object({
  /** A dataset, or one of its columns as `address#column`. */
  of: EntityId,
  depth: z.coerce.number().int().min(1).max(20).default(20),
});
export type ImpactQuery = z.output<typeof ImpactQuery>;

/** Something that a change reaches, with the way it takes. */
export const Affected = GraphNode.extend({
  /** Steps from what changes. */
  distance: z.number().int(),
  /** Ids from what changes to this one, both ends included. */
  path: z.array(z.string()),
  /** `false`: known only table by table, so the change may pass it by. */
  certain: z.boolean(),
  /** User id of the owner, to be warned. */
  owner: z.string().optional(),
});
export type Affected = z.infer<typeof Affected>;

/** What feels a change of `of`, nearest first. */
export const Impact = z.object({
  of: GraphNode,
  columns: z.array(Affected),
  datasets: z.array(Affected),
  products: z.array(Affected),
  resources: z.array(Affected),
  /** `true`: there is more beyond the depth or the largest answer. */
  truncated: z.boolean(),
});
export type Impact = z.infer<typeof Impact>;
