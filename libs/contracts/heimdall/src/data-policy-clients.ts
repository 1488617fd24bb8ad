import { z } from 'zod';

const Tags = z.array(z.string().max(256)).max(256).nullish();

/** A table as the REST clients describe it: `id` is `depot.collection.dataset`. An empty `userId` means the caller. */
export const TableContext = z.looseObject({
  id: z.string().min(1).max(1024), userId: z.string().max(64).nullish(), tags: Tags,
  columns: z.array(z.looseObject({ name: z.string().min(1).max(256), data_type: z.string().max(1024).nullish(), type: z.string().max(1024).nullish(), tags: Tags })).max(10_000).nullish(),
});
export type TableContext = z.infer<typeof TableContext>;

const ClientFilter = z.looseObject({ column: z.string(), operator: z.string(), value: z.string().nullable() });
const named = { name: z.string(), owner: z.string() };

/** One decision in the shape of the older REST clients: one mask a column, all filters ANDed. It is a table too, as the newest client reads it. */
export const ClientDecision = z.looseObject({
  id: z.string(), tags: z.array(z.string()), columns: z.array(z.looseObject({ name: z.string(), data_type: z.string(), tags: z.array(z.string()) })),
  table: z.looseObject({ id: z.string() }), user: z.object({ id: z.string(), tags: z.array(z.string()), data: z.null() }),
  masks: z.record(z.string(), z.object({ ...named, mask: z.looseObject({ operator: z.string() }) })),
  filter: z.object({ ...named, filters: z.array(ClientFilter) }).nullable(),
  decision: z.string(),
});
export type ClientDecision = z.infer<typeof ClientDecision>;

/** The gateway's spelling: priorities beside names. */
export const GatewayDecision = z.looseObject({
  user: z.object({ match: z.null(), name: z.string(), tags: z.array(z.string()) }),
  masks: z.record(z.string(), z.object({ ...named, priority: z.int(), mask: z.looseObject({ operator: z.string() }) })),
  filter: z.object({ ...named, priority: z.int(), filters: z.array(ClientFilter) }).nullable(),
  decision: z.string(),
});
export type GatewayDecision = z.infer<typeof GatewayDecision>;

/** A data policy as a resource; the gateway's clients need every member. */
export const GatewayPolicy = z.looseObject({
  actions: z.array(z.string()), priority: z.int(), condition: z.string(), mask: z.boolean(), filter: z.boolean(), name: z.string(), version: z.string(), type: z.string(),
  tags: z.array(z.string()), description: z.string(), owner: z.string(), layer: z.string(),
  policy: z.object({ data: z.looseObject({ priority: z.int(), type: z.string(), selector: z.unknown(), mask: z.unknown(), filters: z.unknown() }) }),
});
export type GatewayPolicy = z.infer<typeof GatewayPolicy>;
