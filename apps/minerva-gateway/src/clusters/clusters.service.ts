import { DomainError, NotFound } from '@dataos/contracts-core';
import { type ClusterSpec, type ClusterView, EngineStarted, EngineStopped } from '@dataos/contracts-minerva';
import { CONFIG, type Logger, LOGGER, Outbox } from '@dataos/kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DataSource } from 'typeorm';
import type { MinervaConfig } from '../config.js';
import { DuckdbEngine } from '../engine/duckdb.engine.js';
import { TrinoEngine } from '../engine/trino.engine.js';
import { ClusterRow } from './cluster.entity.js';
import { engineSize } from './engine-size.js';
import { selectCluster, type Wish } from './select-cluster.js';

type Engine = DuckdbEngine | TrinoEngine;
interface Cluster { row: ClusterRow; engine: Engine }

/** The declared clusters and the engine of each. */
@Injectable()
export class ClustersService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly clusters = new Map<string, Cluster>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: MinervaConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const row of await this.dataSource.getRepository(ClusterRow).find()) this.launch(row);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.clusters.values()].map(({ engine }) => engine.stop()));
  }

  list(): ClusterView[] {
    return [...this.clusters.values()].map(toView).toSorted((a, b) => a.name.localeCompare(b.name));
  }

  get(name: string): ClusterView {
    return toView(this.find(name));
  }

  /** Declares a cluster. What is already so stays as it runs; a change starts a new engine. */
  async put(name: string, spec: ClusterSpec, owner: string | undefined): Promise<ClusterView> {
    const known = this.clusters.get(name);
    if (known !== undefined && isDeepStrictEqual(known.row.spec, spec) && known.row.owner === (owner ?? null)) return toView(known);
    const now = new Date();
    const row: ClusterRow = { name, spec, owner: owner ?? null, createdAt: known?.row.createdAt ?? now, updatedAt: now };
    await this.dataSource.getRepository(ClusterRow).save(row);
    // To take a cluster out of service, or back, ends nothing that runs on it.
    if (known !== undefined && isDeepStrictEqual({ ...known.row.spec, active: spec.active }, spec)) return toView(Object.assign(known, { row }));
    this.clusters.delete(name);
    await known?.engine.stop();
    return toView(this.launch(row));
  }

  async delete(name: string): Promise<void> {
    const { engine } = this.find(name);
    await this.dataSource.getRepository(ClusterRow).delete({ name });
    this.clusters.delete(name);
    await engine.stop();
  }

  /** The cluster that serves this wish, and its engine. */
  select(wish: Wish): { name: string; engine: Engine } {
    const candidates = [...this.clusters.values()].map(({ row, engine }) => ({ name: row.name, spec: row.spec, load: engine.status().running, healthy: engine.kind === 'duckdb' || engine.status().state === 'running' }));
    const { name } = selectCluster(candidates, wish);
    return { name, engine: this.find(name).engine };
  }

  private find(name: string): Cluster {
    const cluster = this.clusters.get(name);
    if (cluster === undefined) throw new DomainError(NotFound, `There is no cluster ${name}.`);
    return cluster;
  }

  private launch(row: ClusterRow): Cluster {
    const { name } = row;
    const engine = row.spec.trino === undefined ? this.embedded(row) : this.remote(name, row.spec.trino);
    const cluster = { row, engine };
    this.clusters.set(name, cluster);
    engine.start();
    return cluster;
  }

  private embedded({ name, spec }: ClusterRow): DuckdbEngine {
    return new DuckdbEngine({
      ...engineSize(spec, this.config), spill: path.join(this.config.DATA_DIR, 'spill', name),
      onStarted: (pid, restarts) => this.tell(name, () => this.dataSource.transaction((tx) => this.outbox.append(tx, EngineStarted, name, { cluster: name, kind: 'duckdb', pid, restarts }))),
      onStopped: (pid, reason, expected) => this.tell(name, () => this.dataSource.transaction((tx) => this.outbox.append(tx, EngineStopped, name, { cluster: name, kind: 'duckdb', pid, reason, expected }))),
    });
  }

  private remote(name: string, { url, user }: NonNullable<ClusterSpec['trino']>): TrinoEngine {
    const { TRINO_CLUSTER_AUTHORIZATION: authorization } = this.config;
    return new TrinoEngine({
      url, headers: authorization === undefined ? {} : { authorization }, ...(user === undefined ? {} : { user }),
      onStarted: () => this.tell(name, () => this.dataSource.transaction((tx) => this.outbox.append(tx, EngineStarted, name, { cluster: name, kind: 'trino', pid: 0, restarts: 0 }))),
      onStopped: (reason) => this.tell(name, () => this.dataSource.transaction((tx) => this.outbox.append(tx, EngineStopped, name, { cluster: name, kind: 'trino', pid: 0, reason, expected: false }))),
    });
  }

  /** An event that cannot be written (the gateway is stopping) is no reason to fail. */
  private tell(cluster: string, write: () => Promise<void>): void {
    if (!this.dataSource.isInitialized) return;
    write().catch((error: unknown) => this.logger.warn({ err: error, cluster }, 'the state of an engine could not be told'));
  }
}

function toView({ row, engine }: Cluster): ClusterView {
  const { state, pid, restarts, startedAt, lastExit, running } = engine.status();
  return {
    name: row.name, spec: row.spec, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(), ...(row.owner === null ? {} : { owner: row.owner }),
    engine: {
      kind: engine.kind, state, restarts, running, ...(pid === undefined ? {} : { pid }), ...(startedAt === undefined ? {} : { startedAt: startedAt.toISOString() }),
      ...(lastExit === undefined ? {} : { lastExit }),
    },
  };
}
