import type { ColumnEncoding } from './encode.js';

/** A database the engine process reads from. */
export interface LoadTarget { readonly host: string; readonly port: number; readonly database: string; readonly user?: string; readonly password?: string; readonly ssl?: boolean }

/** Rows to fetch into a temporary table before the query runs. */
export interface LoadOrder {
  readonly table: string;
  readonly source: string;
  readonly connection: LoadTarget;
  readonly copy: string;
  readonly columns: readonly ('bigint' | 'double' | 'boolean' | 'text')[];
}

/** One query, ready to run: the text is ours, written by the rewriter. */
export interface EngineOrder {
  readonly id: string;
  readonly sql: string;
  readonly files: readonly string[];
  readonly loads: readonly LoadOrder[];
  readonly columns: readonly ColumnEncoding[];
  readonly memory: string;
  readonly threads: number;
  readonly spill: string;
}

export type ToEngine = { type: 'run'; order: EngineOrder } | { type: 'more'; id: string } | { type: 'cancel'; id: string };

/** `rows` is JSON text without the outer brackets, so that a page is never parsed on its way to the client. */
export interface EnginePage { readonly json: string; readonly rows: number }
export type EngineFailureKind = 'query' | 'source' | 'died' | 'canceled';
export type FromEngine =
  | { type: 'ready' }
  | { type: 'page'; id: string; page: EnginePage }
  | { type: 'done'; id: string; rowsRead: number }
  | { type: 'failed'; id: string; kind: EngineFailureKind; message: string };
