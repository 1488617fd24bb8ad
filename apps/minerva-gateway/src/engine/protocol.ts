import type { ExtensionFault, ExtensionOrder } from './extensions.js';
import type { Narrowed } from '../sql/emit/scan.js';
import type { ColumnEncoding } from './output.js';

/** A database the engine process reads from. */
export interface LoadTarget { readonly host: string; readonly port: number; readonly database: string; readonly user?: string; readonly password?: string; readonly ssl?: boolean }

/** Rows to fetch into a temporary table before the query runs. */
export interface LoadOrder {
  readonly table: string;
  readonly source: string;
  readonly connection: LoadTarget;
  readonly copy: string;
  readonly columns: readonly ('bigint' | 'double' | 'boolean' | 'text')[];
  /** Only rows with these keys will be of use: a statement that finds them, and what stands before and after their list. It reads `reads`. */
  readonly narrowed?: Narrowed;
}

/** Rows the gateway has at hand, put into a temporary table before the query runs. */
export interface RowsOrder {
  readonly table: string;
  readonly columns: LoadOrder['columns'];
  readonly rows: readonly (readonly (string | number | bigint | boolean | null)[])[];
}

/** One query, ready to run: the text is ours, written by the rewriter. */
export interface EngineOrder {
  readonly id: string;
  readonly sql: string;
  readonly files: readonly string[];
  readonly loads: readonly LoadOrder[];
  readonly tables?: readonly RowsOrder[];
  /** What was decided to be read: these files, and tables loaded for this query. The engine looks whether the text agrees. */
  readonly reads: { readonly files: readonly string[]; readonly tables: readonly string[] };
  readonly columns: readonly ColumnEncoding[];
  /** Rows go into this new file instead of to a client, which gets their number; columns in order, `from` counts from 1. */
  readonly write?: { readonly file: string; readonly columns: readonly { readonly name: string; readonly type: string; readonly from?: number }[] };
}

/** Whether a query reads no source (SELECT 1, metadata): what it lists, the gateway had at hand. */
export const readsNothing = ({ files, loads, write }: EngineOrder): boolean => files.length === 0 && loads.length === 0 && write === undefined;

/** What one query may use. */
export interface EngineLimits { readonly memory: string; readonly threads: number; readonly spill: string; readonly extensions?: ExtensionOrder }

export type ToEngine = { type: 'run'; order: EngineOrder } | { type: 'more'; id: string } | { type: 'cancel'; id: string } | { type: 'taken'; id: string };

/** `json` holds rows of JSON text without the outer brackets: a page is never parsed on its way to the client. `last`: no other follows. */
export interface EnginePage { readonly json: Uint8Array; readonly rows: number; readonly last?: boolean }
export type EngineFailureKind = 'query' | 'source' | 'died' | 'canceled';
export type FromEngine =
  /** Takes queries; with what became of the extensions it was told to load. */
  | { type: 'ready'; extensions: { readonly loaded: readonly string[]; readonly faults: readonly ExtensionFault[] } }
  | { type: 'page'; id: string; page: EnginePage }
  /** The rest of the result is in the pipe at `path`, after the bytes in `rest`; `taken` tells that it was opened. */
  | { type: 'pipe'; id: string; path: string; rest: Uint8Array }
  /** `page`: the last one, which comes with the end. `piped`: rows that went through the pipe, where it was handed over. */
  | { type: 'done'; id: string; rowsRead: number; page?: EnginePage; piped?: number }
  | { type: 'failed'; id: string; kind: EngineFailureKind; message: string };
