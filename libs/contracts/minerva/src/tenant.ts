import { defineRoute, NotFound } from '@dataos/contracts-core';
import { z } from 'zod';

/** The names the official clients check: no underscore in tenants and workspaces. */
const Segment = z.string().regex(/^[A-Za-z0-9-]{3,128}$/, 'must be 3-128 of A-Z a-z 0-9 -');
const Name = z.string().min(1).max(256);

/** A cluster as the tenanted clients read it. */
export const TenantCluster = z.object({
  name: z.string(), tenant: z.string(), workspace: z.string(), description: z.string(), proxyTo: z.string(), protocol: z.string(), dialect: z.string(),
});
export type TenantCluster = z.infer<typeof TenantCluster>;

/** A table of texts: these clients take no numbers and no NULL in rows. */
export const TenantReply = z.object({ columns: z.array(z.object({ name: z.string(), type: z.string() })), rows: z.array(z.array(z.string())), queryText: z.string() });
export type TenantReply = z.infer<typeof TenantReply>;

export const TenantQuery = z.object({
  tenant: z.string(), workspace: z.string(), queryId: z.string(), queryHash: z.string(), queryText: z.string(), originalQuery: z.string(),
  /** The key is always there for these clients. */
  proxyToCluster: z.string().nullable(),
  proxyToClusterDialect: z.string(), proxyTo: z.string(), userName: z.string(), source: z.string(),
  /** Milliseconds since 1970. */
  createdAt: z.number().int(), correlationId: z.string(), lenses: z.array(z.string()),
});
export type TenantQuery = z.infer<typeof TenantQuery>;

const base = '/gateway/api/v2/tenants/:tenant';
const within = `${base}/workspaces/:workspace/clusters`;
const tenant = z.object({ tenant: Segment });
const workspace = tenant.extend({ workspace: Segment });
const cluster = workspace.extend({ cluster: Name });
const shared = { tags: ['tenants'], access: 'authenticated' } as const;

/** The surface of the newest official client. Literal segments stand before parameters. */
export const tenantRoutes = {
  tenantClusters: defineRoute({ method: 'GET', path: `${base}/clusters`, summary: 'Clusters of a tenant', params: tenant, response: z.array(TenantCluster), ...shared }),
  tenantQueries: defineRoute({
    method: 'GET', path: `${base}/queries`, summary: 'Queries: one\'s own, or all for auditors', params: tenant,
    query: z.object({ limit: z.coerce.number().int().min(1).max(2_000).default(2_000), offset: z.coerce.number().int().min(0).default(0), sort: z.string().regex(/^created_at[ :](asc|desc)$/i, 'must be created_at desc or created_at asc').default('created_at desc') }),
    response: z.object({ queries: z.array(TenantQuery), limit: z.number().int(), offset: z.number().int(), sort: z.string() }), ...shared,
  }),
  tenantDistribution: defineRoute({ method: 'GET', path: `${base}/queries/distribution`, summary: 'Number of queries by cluster', params: tenant, response: z.record(z.string(), z.number().int()), ...shared }),
  tenantQuery: defineRoute({ method: 'GET', path: `${base}/queries/:query`, summary: 'One query', params: tenant.extend({ query: z.string().max(64) }), response: TenantQuery, problems: [NotFound], ...shared }),
  workspaceClusters: defineRoute({ method: 'GET', path: within, summary: 'Clusters of a workspace', params: workspace, query: z.object({ protocol: Name.optional(), dialect: Name.optional() }), response: z.array(TenantCluster), ...shared }),
  activeClusters: defineRoute({ method: 'GET', path: `${within}/active`, summary: 'Clusters that take queries now', params: workspace, response: z.array(TenantCluster), ...shared }),
  workspaceCluster: defineRoute({ method: 'GET', path: `${within}/:cluster`, summary: 'One cluster', params: cluster, response: TenantCluster, problems: [NotFound], ...shared }),
  clusterCatalogs: defineRoute({ method: 'GET', path: `${within}/:cluster/catalogs`, summary: 'Catalogs of a cluster', params: cluster, response: TenantReply, problems: [NotFound], ...shared }),
  catalogSchemas: defineRoute({ method: 'GET', path: `${within}/:cluster/catalogs/:catalog/schemas`, summary: 'Schemas the caller may know', params: cluster.extend({ catalog: Name }), response: TenantReply, problems: [NotFound], ...shared }),
  schemaTables: defineRoute({ method: 'GET', path: `${within}/:cluster/catalogs/:catalog/schemas/:schema/tables`, summary: 'Tables the caller may read', params: cluster.extend({ catalog: Name, schema: Name }), response: TenantReply, problems: [NotFound], ...shared }),
  wrappedToken: defineRoute({
    method: 'GET', path: `${base}/wrapped-token`, summary: 'The caller\'s own token with a cluster in it, for tools that know only a password', params: tenant,
    description: 'A key in the query string is not read: the caller is who the header says.',
    query: z.object({ cluster: Name.optional(), workspace: Name.optional(), apikey: z.string().optional() }), response: z.string(), contentType: 'text/plain', ...shared,
  }),
};
