import { z } from 'zod';

/** Names of clusters, as resources are named. */
export const ClusterName = z.string().regex(/^[a-z]([a-z0-9-]{0,46}[a-z0-9])?$/, 'must be 1-48 of a-z 0-9 - and begin with a letter');

const Globs = z.array(z.string().min(1).max(256)).max(256);

/** Whom and which client a cluster serves; an empty list selects nothing by itself. */
export const ClusterSelector = z.looseObject({
  users: Globs.default([]),
  tags: Globs.default([]),
  sources: Globs.default([]),
  match: z.enum(['any', 'all']).default('any'),
  /** The lower number is preferred. */
  priority: z.number().int().min(1).max(5_000).default(10),
});
export type ClusterSelector = z.infer<typeof ClusterSelector>;

const Quantity = z.string().regex(/^\d+(\.\d+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/, 'must be a quantity such as 500m, 2 or 1Gi');
const Resources = z.looseObject({ cpu: Quantity.optional(), memory: Quantity.optional() });

/** How much of a cluster some users may take, each of them or all together. What is not given is not limited. */
export const QueueLimit = z.strictObject({
  name: z.string().regex(/^[a-z]([a-z0-9-]{0,46}[a-z0-9])?$/, 'must be 1-48 of a-z 0-9 - and begin with a letter'),
  /** Whose queries it is about; globs as in the selector of a cluster. */
  users: Globs.default([]),
  tags: Globs.default([]),
  sources: Globs.default([]),
  match: z.enum(['any', 'all']).default('any'),
  /** `user`: each of them by himself; `group`: all of them together. */
  per: z.enum(['user', 'group']).default('user'),
  /** Queries that read or write data and run at once; others wait. */
  concurrency: z.number().int().min(1).max(10_000).optional(),
  /** So many queries at once and, on average, in each interval; one more is refused. */
  rate: z.strictObject({ queries: z.number().int().min(1).max(1_000_000), every: z.string().regex(/^[1-9]\d{0,5}(s|m|h)$/, 'must be like 30s, 1m or 1h') }).optional(),
  /** What running queries may hold together; others wait. */
  memory: Quantity.optional(),
  /** Queries that may wait for this limit; one more is refused. */
  queue: z.number().int().min(0).max(10_000).default(100),
}).refine(({ users, tags, sources }) => users.length + tags.length + sources.length > 0, { message: 'names nobody: give users, tags or sources (users: ["**"] is everybody)', path: ['users'] })
  .refine(({ concurrency, rate, memory }) => concurrency !== undefined || rate !== undefined || memory !== undefined, { message: 'limits nothing: give concurrency, rate or memory' });
export type QueueLimit = z.output<typeof QueueLimit>;

/** A depot mounted as a catalog of the same name. */
export const ClusterDepot = z.looseObject({ address: z.string().min(1), properties: z.record(z.string(), z.unknown()).default({}) });

/** The block `minerva` of a cluster. */
export const MinervaSpec = z.looseObject({
  /** The embedded engine is one process; the number is kept for engines that scale. */
  replicas: z.number().int().min(1).max(4).default(1),
  resources: z.looseObject({ requests: Resources.optional(), limits: Resources.optional() }).optional(),
  spillOverVolume: Quantity.optional(),
  selector: ClusterSelector.default({ users: ['**'], tags: [], sources: [], match: 'any', priority: 10 }),
  /** Empty: every depot may be asked. */
  depots: z.array(ClusterDepot).max(256).default([]),
  /** Limits of users and groups; all that are about a query hold for it. By copy of the gateway. */
  limits: z.array(QueueLimit).max(64).refine((limits) => new Set(limits.map(({ name }) => name)).size === limits.length, { message: 'two limits have one name' }).optional(),
});

/** A Trino cluster that runs queries for this gateway. Its catalogs are named like the depots they mount. */
export const TrinoSpec = z.looseObject({
  /** Everybody may look at a cluster, and a request to such a URL would be refused. */
  url: z.url({ protocol: /^https?$/ }).refine((url) => !/^[a-z]+:\/\/[^/?#]*@/i.test(url), { message: 'holds a credential, which everybody who may look at clusters would see' }),
  /** As whom the cluster is asked; absent: as the user who asks, which the cluster must allow this gateway. */
  user: z.string().min(1).max(256).optional(),
});

/** The block `cluster` of a manifest. `themis` is documented but has no engine here. */
export const ClusterSpec = z.looseObject({
  compute: z.string().default('query-default'),
  type: z.enum(['minerva', 'trino']).default('minerva'),
  /** `false`: what runs runs on, and nothing new is sent here. */
  active: z.boolean().default(true),
  runAsUser: z.string().optional(),
  /** Limits, depots and whom it serves; for clusters of type `trino` too. */
  minerva: MinervaSpec.default(() => MinervaSpec.parse({})),
  trino: TrinoSpec.optional(),
}).refine(({ type, trino }) => (type === 'trino') === (trino !== undefined), { message: 'a cluster of type trino, and only such a one, has a block trino', path: ['trino'] });
export type ClusterSpec = z.output<typeof ClusterSpec>;

/** What the engine of a cluster is doing. */
export const EngineState = z.enum(['starting', 'running', 'restarting', 'stopped']);
export type EngineState = z.infer<typeof EngineState>;

export const ClusterView = z.object({
  name: ClusterName,
  spec: ClusterSpec,
  owner: z.string().optional(),
  engine: z.object({
    kind: z.enum(['duckdb', 'trino']),
    state: EngineState,
    pid: z.number().int().optional(),
    restarts: z.number().int(),
    startedAt: z.iso.datetime().optional(),
    lastExit: z.string().optional(),
    running: z.number().int(),
    /** Queries that wait for a limit of the cluster. */
    waiting: z.number().int().optional(),
  }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ClusterView = z.output<typeof ClusterView>;

/** What a cluster is declared as. */
export const ClusterRequest = z.looseObject({ spec: ClusterSpec, owner: z.string().max(256).optional() });
