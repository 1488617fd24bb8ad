import type { TableDecision } from '@dataos/contracts-heimdall';
import type { Query } from './ast.js';
import type { Defaults } from './names.js';

/** Where rows lie, as the engine reaches them. `version` only where it is known exactly: the same version, the same rows. */
export type Source =
  | { kind: 'parquet' | 'csv' | 'json'; files: readonly string[]; root: string; version?: string }
  /** Metadata: the gateway itself lists the rows. */
  | { kind: 'listing' }
  /** A view: its query as it was written, and where the names in it are looked for. */
  | { kind: 'view'; text: string; query: Query; defaults: Defaults }
  | { kind: 'postgres'; schema: string; table: string; connection: PostgresTarget };

export interface PostgresTarget { readonly host: string; readonly port: number; readonly database: string; readonly user?: string; readonly password?: string; readonly ssl?: boolean }

/** A table as the catalog knows it, with what policy decided for the asking user. */
export interface Table {
  readonly address: string;
  /** `catalog.schema.table`, in lower case. */
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly source: Source;
  readonly decision: Pick<TableDecision, 'filters' | 'masks'>;
}
