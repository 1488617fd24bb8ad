import { DomainError, NotFound, type Principal } from '@dataos/contracts-core';
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
import { bytesOf, engineSize, extensionsOf } from './engine-size.js';
import { isSelected, selectCluster, type Wish } from './select-cluster.js';
import { type Turn, Turnstile } from './turnstile.js';

type Engine = DuckdbEngine | TrinoEngine;
/** `memory`: bytes that one query may take; 0 where only the engine tells. */
interface Cluster { row: ClusterRow; engine: Engine; memory: number }
interface Visit { readonly principal: Principal; readonly source?: string; readonly light: boolean; readonly signal: AbortSignal }

/** The declared clusters and the engine of each. */
@Injectable()
export class ClustersService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly clusters = new Map<string, Cluster>();
  private readonly turnstile = new Turnstile();

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
    return [...this.clusters.values()].map((cluster) => this.view(cluster)).toSorted((a, b) => a.name.localeCompare(b.name));
  }

  get(name: string): ClusterView {
    return this.view(this.find(name));
  }

  /** Declares a cluster. What is already so stays as it runs; a change starts a new engine. */
  async put(name: string, spec: ClusterSpec, owner: string | undefined): Promise<ClusterView> {
    const known = this.clusters.get(name);
    if (known !== undefined && isDeepStrictEqual(known.row.spec, spec) && known.row.owner === (owner ?? null)) return this.view(known);
    const now = new Date();
    const row: ClusterRow = { name, spec, owner: owner ?? null, createdAt: known?.row.createdAt ?? now, updatedAt: now };
    await this.dataSource.getRepository(ClusterRow).save(row);
    this.turnstile.redefine(name, spec.minerva.limits ?? []);
    // To take a cluster out of service, or back, or to limit its users otherwise, ends nothing that runs on it.
    if (known !== undefined && isDeepStrictEqual(engineOf(known.row.spec), engineOf(spec))) return this.view(Object.assign(known, { row }));
    this.clusters.delete(name);
    await known?.engine.stop();
    return this.view(this.launch(row));
  }

  async delete(name: string): Promise<void> {
    const { engine } = this.find(name);
    await this.dataSource.getRepository(ClusterRow).delete({ name });
    this.clusters.delete(name);
    this.turnstile.redefine(name, []);
    await engine.stop();
  }

  /** The cluster that serves this wish, and its engine. */
  select(wish: Wish): { name: string; engine: Engine } {
    const candidates = [...this.clusters.values()].map(({ row, engine }) => ({ name: row.name, spec: row.spec, load: engine.status().running + this.turnstile.waitingFor(row.name), healthy: engine.kind === 'duckdb' || engine.status().state === 'running' }));
    const { name } = selectCluster(candidates, wish);
    return { name, engine: this.find(name).engine };
  }

  /** The right of a query to run on a cluster: at once, or a promise of it; nothing where no limit is about its user. */
  enter(name: string, { principal, source, light, signal }: Visit): Turn | Promise<Turn> | undefined {
    const { row: { spec: { minerva: { limits = [] } } }, memory } = this.find(name);
    const asker = { principal, ...(source === undefined ? {} : { source }) };
    const bounds = limits.filter((limit) => isSelected(limit, asker)).map((limit) => ({ limit, cluster: name, user: principal.id }));
    return bounds.length === 0 ? undefined : this.turnstile.enter({ user: principal.id, light, memory, bounds, signal });
  }

  /** The engine of a cluster, where there is one of this name. */
  engineOf(name: string): Engine | undefined {
    return this.clusters.get(name)?.engine;
  }

  private find(name: string): Cluster {
    const cluster = this.clusters.get(name);
    if (cluster === undefined) throw new DomainError(NotFound, `There is no cluster ${name}.`);
    return cluster;
  }

  private launch(row: ClusterRow): Cluster {
    const { name } = row;
    const engine = row.spec.trino === undefined ? this.embedded(row) : this.remote(name, row.spec.trino);
    const cluster = { row, engine, memory: row.spec.trino === undefined ? bytesOf(engineSize(row.spec, this.config).memory) : 0 };
    this.clusters.set(name, cluster);
    engine.start();
    return cluster;
  }

  private embedded({ name, spec }: ClusterRow): DuckdbEngine {
    return new DuckdbEngine({
      ...engineSize(spec, this.config), spill: path.join(this.config.DATA_DIR, 'spill', name), ...extensionsOf(this.config),
      onExtensions: ({ loaded, faults }) => {
        for (const { name: extension, reason } of faults) this.logger.error({ cluster: name, extension, reason }, `the DuckDB extension ${extension} was not loaded: ${reason}`);
        if (loaded.length > 0) this.logger.info({ cluster: name, loaded }, 'DuckDB extensions loaded');
      },
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

  private view({ row, engine }: Cluster): ClusterView {
    const { state, pid, restarts, startedAt, lastExit, running } = engine.status();
    return {
      name: row.name, spec: row.spec, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(), ...(row.owner === null ? {} : { owner: row.owner }),
      engine: {
        kind: engine.kind, state, restarts, running, ...(row.spec.minerva.limits === undefined ? {} : { waiting: this.turnstile.waitingFor(row.name) }), ...(pid === undefined ? {} : { pid }),
        ...(startedAt === undefined ? {} : { startedAt: startedAt.toISOString() }), ...(lastExit === undefined ? {} : { lastExit }),
      },
    };
  }
}

/** What of a declaration is about the engine itself. */
const engineOf = ({ active: _active, minerva: { limits: _limits, ...minerva }, ...spec }: ClusterSpec): object => ({ ...spec, minerva });
