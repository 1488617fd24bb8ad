import type { EngineFailureKind, EngineOrder, EnginePage } from './protocol.js';

/** A governed query: written by the rewriter alone, with every mask and filter inside. `user` is whose share of the engine it takes. */
export interface Order extends EngineOrder { readonly user: string }

/** The engine failed a query; `message` is its own text and may quote data. */
export class EngineFailure extends Error {
  constructor(readonly kind: EngineFailureKind, message: string) {
    super(message);
    this.name = 'EngineFailure';
  }
}

/** A page as it is handed on; `release` is called when nobody will read it any more, so that its memory serves another one. */
export interface RunPage extends EnginePage { release?(this: void): void }

/** A query that runs: pages come one after another, then `undefined`. */
export interface EngineRun {
  next(): Promise<RunPage | undefined>;
  cancel(): void;
  /** Rows fetched from databases; known at the end. */
  readonly rowsRead: number;
}

export interface EngineStatus {
  readonly state: 'starting' | 'running' | 'restarting' | 'stopped';
  readonly pid?: number;
  readonly restarts: number;
  readonly startedAt?: Date;
  readonly lastExit?: string;
  readonly running: number;
}

/** What runs governed queries: DuckDB in a child process, or a Trino cluster. Each takes them in its own words. */
export interface QueryEngine<Kind extends 'duckdb' | 'trino' = 'duckdb' | 'trino', Taken = never, Running extends EngineRun = EngineRun> {
  readonly kind: Kind;
  status(): EngineStatus;
  start(): void;
  stop(): Promise<void>;
  run(order: Taken): Running;
}
