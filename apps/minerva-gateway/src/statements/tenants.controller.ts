import { type AnswerOf, type Caller as CallerType, DomainError, type InputOf, NotFound } from '@dataos/contracts-core';
import { type ClusterView, minervaApi, type TenantCluster, type TenantQuery, type TenantReply } from '@dataos/contracts-minerva';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { ClustersService } from '../clusters/clusters.service.js';
import { Listing } from '../metadata/listing.service.js';
import { QueriesService } from '../queries/queries.service.js';
import type { QueryRow } from '../queries/query.entity.js';
import { wrap } from './wrapped-token.js';

const { routes } = minervaApi;
type Place = { tenant: string; workspace: string };
const DEFAULT_WORKSPACE = 'public';

/** The tenanted surface of the newest official client. There is one tenant here; its name is taken as given and said back. */
@Controller()
export class TenantsController {
  constructor(private readonly clusters: ClustersService, private readonly queries: QueriesService, private readonly listing: Listing) {}

  @Endpoint(routes.tenantClusters)
  clustersOfTenant(@Input() { params }: InputOf<typeof routes.tenantClusters>): AnswerOf<typeof routes.tenantClusters> {
    return this.clusters.list().map((cluster) => shown(cluster, { ...params, workspace: DEFAULT_WORKSPACE }));
  }

  @Endpoint(routes.tenantDistribution)
  distribution(@Caller() caller: CallerType): Promise<AnswerOf<typeof routes.tenantDistribution>> {
    return this.queries.distribution(caller);
  }

  @Endpoint(routes.tenantQueries)
  async queriesOfTenant(@Input() { params, query }: InputOf<typeof routes.tenantQueries>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.tenantQueries>> {
    const { limit, offset, sort } = query;
    const rows = await this.queries.slice(caller, { limit, offset, ascending: /asc$/i.test(sort) });
    return { queries: rows.map((row) => toQuery(row, params.tenant)), limit, offset, sort };
  }

  @Endpoint(routes.tenantQuery)
  async query(@Input() { params }: InputOf<typeof routes.tenantQuery>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.tenantQuery>> {
    return toQuery(await this.queries.row(params.query, caller), params.tenant);
  }

  @Endpoint(routes.activeClusters)
  active(@Input() { params }: InputOf<typeof routes.activeClusters>): AnswerOf<typeof routes.activeClusters> {
    return this.clusters.list().filter(({ spec, engine }) => spec.active && engine.state === 'running').map((cluster) => shown(cluster, params));
  }

  @Endpoint(routes.workspaceClusters)
  clustersOfWorkspace(@Input() { params, query }: InputOf<typeof routes.workspaceClusters>): AnswerOf<typeof routes.workspaceClusters> {
    return this.clusters.list().map((cluster) => shown(cluster, params))
      .filter(({ protocol, dialect }) => (query.protocol === undefined || query.protocol === protocol) && (query.dialect === undefined || query.dialect === dialect));
  }

  @Endpoint(routes.workspaceCluster)
  cluster(@Input() { params }: InputOf<typeof routes.workspaceCluster>): AnswerOf<typeof routes.workspaceCluster> {
    return shown(this.clusters.get(params.cluster), params);
  }

  @Endpoint(routes.clusterCatalogs)
  async catalogs(@Input() { params }: InputOf<typeof routes.clusterCatalogs>): Promise<AnswerOf<typeof routes.clusterCatalogs>> {
    this.clusters.get(params.cluster);
    return reply('Catalog', await this.listing.catalogs(), 'SHOW CATALOGS');
  }

  @Endpoint(routes.catalogSchemas)
  async schemas(@Input() { params }: InputOf<typeof routes.catalogSchemas>, @Caller() { token, ...principal }: CallerType): Promise<AnswerOf<typeof routes.catalogSchemas>> {
    await this.known(params.cluster, params.catalog);
    const pairs = await this.listing.schemas({ principal, subject: { token } }, { catalog: params.catalog });
    return reply('Schema', pairs.map(([, schema]) => schema), `SHOW SCHEMAS FROM ${params.catalog}`);
  }

  @Endpoint(routes.schemaTables)
  async tables(@Input() { params }: InputOf<typeof routes.schemaTables>, @Caller() { token, ...principal }: CallerType): Promise<AnswerOf<typeof routes.schemaTables>> {
    await this.known(params.cluster, params.catalog);
    const entries = await this.listing.tables({ principal, subject: { token } }, { catalog: params.catalog, schema: params.schema });
    return reply('Table', entries.map(({ name }) => name), `SHOW TABLES FROM ${params.catalog}.${params.schema}`);
  }

  @Endpoint(routes.wrappedToken)
  wrapped(@Input() { query }: InputOf<typeof routes.wrappedToken>, @Caller() { token }: CallerType): AnswerOf<typeof routes.wrappedToken> {
    return wrap(token, query.cluster);
  }

  private async known(cluster: string, catalog: string): Promise<void> {
    this.clusters.get(cluster);
    if (!(await this.listing.catalogs()).includes(catalog)) throw new DomainError(NotFound, `There is no catalog ${catalog}.`);
  }
}

const shown = ({ name, spec }: ClusterView, { tenant, workspace }: Place): TenantCluster => ({
  name, tenant, workspace, description: '', proxyTo: '', protocol: 'http', dialect: spec.type === 'trino' ? 'trino' : 'minerva',
});

const reply = (column: string, names: readonly string[], queryText: string): TenantReply => ({ columns: [{ name: column, type: 'varchar' }], rows: names.toSorted().map((name) => [name]), queryText });

const toQuery = (row: QueryRow, tenant: string): TenantQuery => ({
  tenant, workspace: DEFAULT_WORKSPACE, queryId: row.id, queryHash: createHash('sha256').update(row.sql).digest('hex'), queryText: row.sql, originalQuery: row.sql,
  proxyToCluster: row.cluster, proxyToClusterDialect: 'trino', proxyTo: '', userName: row.user, source: row.source ?? '', createdAt: row.createdAt.getTime(), correlationId: row.id, lenses: [],
});
