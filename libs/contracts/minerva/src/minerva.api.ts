import { DeadLetter, deadLetterRoutes, defineApi, defineRoute, NotFound, PayloadTooLarge, ReplayResult, Unauthenticated } from '@dataos/contracts-core';
import { z } from 'zod';
import { ClusterDepot, ClusterName, ClusterRequest, ClusterSelector, ClusterSpec, ClusterView, MinervaSpec, QueueLimit } from './cluster.js';
import { AccessExplanation, ExplainRequest } from './explain.js';
import { externalAuthRoutes } from './external-auth.js';
import { QueryGone, QueryNotUnderstood, QueryOver } from './minerva.problems.js';
import { AppliedFilter, AppliedMask, QueryFailure, QueryListQuery, QueryPage, QueryRecord, QuerySummary, QueryTable } from './query.js';
import { tenantRoutes } from './tenant.js';
import { StatementPage, TrinoColumn, TrinoError, TrinoInfo, TrinoResults, TrinoStats, TrinoTypeSignature } from './trino.js';

const cluster = z.object({ name: ClusterName });
const query = z.object({ id: z.string().max(64) });
const page = { params: StatementPage, access: 'authenticated', tags: ['trino'], problems: [NotFound, QueryGone, Unauthenticated] } as const;

const trino = {
  submit: defineRoute({
    method: 'POST', path: '/v1/statement', summary: 'Submit one statement; a fault of the query answers 200 with `error`', tags: ['trino'],
    description: 'The Trino client protocol. The body is the statement; session and client are told in X-Trino-* headers.',
    consumes: ['text/plain'], example: 'SELECT 1', body: z.string().min(1), response: TrinoResults, problems: [Unauthenticated, PayloadTooLarge],
  }),
  probeStatement: defineRoute({ method: 'HEAD', path: '/v1/statement', access: 'public', summary: 'Health check of load balancers', tags: ['trino'] }),
  queuedPage: defineRoute({ method: 'GET', path: '/v1/statement/queued/:id/:slug/:token', summary: 'Wait for the query to begin', response: TrinoResults, ...page }),
  page: defineRoute({ method: 'GET', path: '/v1/statement/executing/:id/:slug/:token', summary: 'The next page; the same token answers again', response: TrinoResults, ...page }),
  cancelQueued: defineRoute({ method: 'DELETE', path: '/v1/statement/queued/:id/:slug/:token', summary: 'Cancel', status: 204, ...page }),
  cancelPage: defineRoute({ method: 'DELETE', path: '/v1/statement/executing/:id/:slug/:token', summary: 'Cancel', status: 204, ...page }),
  cancelQuery: defineRoute({ method: 'DELETE', path: '/v1/query/:id', access: 'authenticated', summary: 'Cancel a query of one\'s own', tags: ['trino'], params: query, status: 204, problems: [NotFound] }),
  queryInfo: defineRoute({ method: 'GET', path: '/v1/query/:id', access: 'authenticated', summary: 'State of a query of one\'s own', tags: ['trino'], params: query, response: z.looseObject({ queryId: z.string(), state: z.string() }), problems: [NotFound] }),
  info: defineRoute({ method: 'GET', path: '/v1/info', access: 'public', summary: 'Version and readiness, as Trino\'s clients ask for it', tags: ['trino'], response: TrinoInfo }),
};

const clusters = {
  listClusters: defineRoute({ method: 'GET', path: '/gateway/api/v1/clusters', summary: 'All clusters with the state of their engines', tags: ['clusters'], response: z.array(ClusterView) }),
  getCluster: defineRoute({ method: 'GET', path: '/gateway/api/v1/clusters/:name', summary: 'One cluster', tags: ['clusters'], params: cluster, response: ClusterView, problems: [NotFound] }),
  putCluster: defineRoute({
    method: 'PUT', path: '/gateway/api/v1/clusters/:name', summary: 'Declare a cluster; its engine is started', tags: ['clusters'],
    description: 'The same declaration again changes nothing. A changed one restarts the engine.',
    params: cluster, body: ClusterRequest, response: ClusterView,
  }),
  deleteCluster: defineRoute({ method: 'DELETE', path: '/gateway/api/v1/clusters/:name', summary: 'Remove a cluster and stop its engine', tags: ['clusters'], params: cluster, status: 204, problems: [NotFound] }),
};

const queries = {
  listQueries: defineRoute({
    method: 'GET', path: '/gateway/api/v1/queries', access: 'authenticated', summary: 'Queries, newest first', tags: ['queries'],
    description: 'One\'s own; everybody\'s for whom policy lets read `/gateway/api/v1/queries`.',
    query: QueryListQuery, response: QueryPage,
  }),
  getQuery: defineRoute({ method: 'GET', path: '/gateway/api/v1/queries/:id', access: 'authenticated', summary: 'The audit record of a query', tags: ['queries'], params: query, response: QueryRecord, problems: [NotFound] }),
  killQuery: defineRoute({
    method: 'DELETE', path: '/gateway/api/v1/queries/:id', access: 'authenticated', summary: 'Kill a running query', tags: ['queries'],
    description: 'One\'s own; anybody\'s for whom policy lets delete `/gateway/api/v1/queries`. Its client is told so.',
    params: query, status: 204, problems: [NotFound, QueryOver],
  }),
  explainAccess: defineRoute({
    method: 'POST', path: '/gateway/api/v1/queries/explain-access', access: 'authenticated', summary: 'What would be hidden from the caller if this query ran, by which policy, and whom to ask', tags: ['queries'],
    description: 'Nothing of the query runs. The same answer in SQL: `EXPLAIN ACCESS <query>`.',
    body: ExplainRequest, response: AccessExplanation, problems: [QueryNotUnderstood],
  }),
};

export const minervaApi = defineApi({
  service: 'minerva-gateway',
  title: 'Minerva gateway',
  description: 'Ask it: one governed SQL door over all depots, by the Trino client protocol. Every query is decided, rewritten and audited.',
  tags: { trino: 'The Trino client protocol', clusters: 'Engines that answer queries', queries: 'What was asked: the audit of every query' },
  schemas: {
    AppliedFilter, AppliedMask, ClusterDepot, ClusterRequest, ClusterSelector, ClusterSpec, ClusterView, MinervaSpec, QueueLimit, QueryFailure, QueryPage,
    QueryRecord, QuerySummary, QueryTable, TrinoColumn, TrinoError, TrinoInfo, TrinoResults, TrinoStats, TrinoTypeSignature, DeadLetter,
    ReplayResult,
  },
  routes: { ...trino, ...externalAuthRoutes, ...clusters, ...queries, ...tenantRoutes, ...deadLetterRoutes('minerva-gateway') },
});
