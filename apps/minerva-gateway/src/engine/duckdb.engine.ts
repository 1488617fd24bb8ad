import path from 'node:path';
import { EngineLane, isLight, type LaneOptions } from './engine-lane.js';
import type { EngineRun, EngineStatus, Order, QueryEngine } from './query-engine.js';

export type DuckdbEngineOptions = Omit<LaneOptions, 'niceness'>;

/** Below the gateway: a busy engine must not keep pages and new clients waiting. */
const NICENESS = 10;

/**
 * DuckDB in a process of its own. While it is busy with data, queries that read none (SELECT 1, metadata) go to a second process
 * with one thread a query: a tool never waits behind a report, neither in a queue nor for a processor. The second process is
 * started when it is first wanted, so that a laptop at rest pays for one.
 */
export class DuckdbEngine implements QueryEngine<'duckdb', Order> {
  readonly kind = 'duckdb';
  private readonly main: EngineLane;
  private readonly fast: EngineLane;

  constructor(options: DuckdbEngineOptions) {
    this.main = new EngineLane({ ...options, niceness: NICENESS, spill: path.join(options.spill, 'main') });
    this.fast = new EngineLane({
      ...options, threads: 1, niceness: 0, spill: path.join(options.spill, 'fast'), onStarted: () => undefined,
      onStopped: (pid, reason, expected) => { if (!expected) options.onStopped(pid, reason, expected); },
    });
  }

  status(): EngineStatus {
    const status = this.main.status();
    return { ...status, running: status.running + this.fast.status().running };
  }

  start(): void {
    this.main.start();
  }

  async stop(): Promise<void> {
    await Promise.all([this.main.stop(), this.fast.stop()]);
  }

  run(order: Order): EngineRun {
    if (!isLight(order)) return this.main.run(order);
    if (this.main.isBusy && this.main.isReady && this.fast.status().state === 'stopped') this.fast.start();
    return this.fast.isReady ? this.fast.run(order) : this.main.run(order);
  }
}
