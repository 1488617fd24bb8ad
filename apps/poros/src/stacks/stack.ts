import type { z } from 'zod';

/** Where a dataset lives, with what is needed to open it; comes from the depot service for the run-as user. */
export type Source =
  | { readonly kind: 'file'; readonly root: string; readonly format?: string }
  | { readonly kind: 'postgres'; readonly host: string; readonly port: number; readonly database: string; readonly user: string; readonly password: string };

/** A column as the catalog knows it. */
export interface GuardedColumn {
  readonly name: string;
  readonly type?: string;
  readonly tags?: readonly string[];
}

/** A dataset as the catalog knows it. */
export interface GuardedTable {
  readonly tags: readonly string[];
  readonly columns: readonly GuardedColumn[];
  /** Tags by column, also of columns that no scan has seen or that were gone: one of that name is protected when it comes. */
  readonly columnTags: Readonly<Record<string, readonly string[]>>;
}

/** What policy says about one dataset for the run-as user. */
export interface DatasetVerdict {
  readonly address: string;
  readonly allow: boolean;
  readonly reason?: string;
  readonly policies: readonly string[];
  readonly filters: readonly { readonly column: string; readonly policy?: string }[];
  readonly masks: readonly { readonly column: string; readonly operator: string; readonly policy?: string }[];
}

export interface ScanRequest {
  readonly depot: string;
  readonly filters: Readonly<Record<string, unknown>>;
}

/** The platform as a job sees it, always acting as the run-as user. A failed call throws; nothing is assumed allowed. */
export interface Platform {
  connect(address: string, acl: 'r' | 'rw'): Promise<Source>;
  /** What the catalog says of each address; a dataset it does not know has nothing. */
  describe(addresses: readonly string[]): Promise<ReadonlyMap<string, GuardedTable>>;
  decide(tables: readonly { readonly address: string; readonly tags: readonly string[]; readonly columns: readonly GuardedColumn[] }[]): Promise<readonly DatasetVerdict[]>;
  /** Whether the run-as user may write the dataset; throws with the reason otherwise. */
  requireWrite(address: string): Promise<void>;
  /** Puts the tags of what columns are computed from on them; to be waited for before anybody can read the columns. */
  passTags(columns: readonly ColumnLineage[]): Promise<void>;
  scan(request: ScanRequest, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>>;
}

export interface StackContext {
  readonly jobId: string;
  /** A private folder of this job for intermediate files. */
  readonly workFolder: string;
  readonly platform: Platform;
  readonly signal: AbortSignal;
  log(message: string): void;
}

export interface ColumnLineage {
  readonly output: string;
  readonly inputs: readonly string[];
}

/** What a job read and wrote. */
export interface StackResult {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly columns: readonly ColumnLineage[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A job executor: a name, a version, the schema of its `stackSpec` and what it does. */
export interface Stack<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly versions: readonly string[];
  readonly schema: Schema;
  run(spec: z.output<Schema>, context: StackContext): Promise<StackResult>;
}

/** Keeps the type of the schema for `run`. */
export const defineStack = <Schema extends z.ZodType>(stack: Stack<Schema>): Stack<Schema> => stack;

/** A failure whose text is meant for the owner of the job: bad spec, policy, missing data. */
export class JobFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JobFailure';
  }
}
