import path from 'node:path';
import { EngineLane, type LaneOptions } from './engine-lane.js';
import { readsNothing } from './protocol.js';
import type { EngineRun, EngineStatus, Order, QueryEngine } from './query-engine.js';

export type DuckdbEngineOptions = Omit<LaneOptions, 'niceness'>;

/** Far below the gateway: a busy engine must not keep pages and new clients waiting, and it is busy with several threads for each query. */
const NICENESS = 15;

/**
 * DuckDB in a process of its own, and a second one for queries that read no data (SELECT 1, metadata), with one thread a query: a tool
 * never waits behind a report, neither in a queue nor for a processor.
 */
export class DuckdbEngine implements QueryEngine<'duckdb', Order> {
  readonly kind = 'duckdb';
  private readonly main: EngineLane;
  private readonly fast: EngineLane;

  constructor(options: DuckdbEngineOptions) {
    // What reads no data needs no extension.
    const { extensions: _extensions, onExtensions: _onExtensions, ...plain } = options;
    this.main = new EngineLane({
      ...options, niceness: NICENESS, spill: path.join(options.spill, 'main'),
      onStarted: (pid, restarts) => {
        options.onStarted(pid, restarts);
        this.fast.start();
      },
    });
    this.fast = new EngineLane({
      ...plain, threads: 1, niceness: 0, spill: path.join(options.spill, 'fast'), onStarted: () => undefined,
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
    if (!readsNothing(order)) return this.main.run(order);
    // In the first second there may be one process only.
    return this.fast.isReady || (this.fast.isOpen && this.main.isBusy) ? this.fast.run(order) : this.main.run(order);
  }
}
