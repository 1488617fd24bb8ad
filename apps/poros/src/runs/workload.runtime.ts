/** Injection token of the `WorkloadRuntime`; bound by `RuntimeModule`. */
export const WORKLOAD_RUNTIME = Symbol('WORKLOAD_RUNTIME');

/** One job to run, with everything it needs; what runs it asks Poros for nothing more. */
export interface JobRequest {
  /** Chosen by Poros and never used twice: letters, digits, `_`, `.` and `-`, at most 128 of them. */
  readonly id: string;
  /** Name of the job in its workflow, for people. */
  readonly name: string;
  /** `name[+flavor][:version]` */
  readonly stack: string;
  readonly stackSpec: unknown;
  /** The job acts as this user; the token is short-lived. */
  readonly runAs: { readonly user: string; readonly token: string };
  readonly env: Readonly<Record<string, string>>;
  readonly resources?: unknown;
}

/** Where a column of an output comes from; both sides are `<address>#<column>`. */
export interface JobColumn {
  readonly output: string;
  readonly inputs: readonly string[];
}

export interface JobResult {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly columns: readonly JobColumn[];
  readonly rows?: number;
}

export type JobPhase = 'pending' | 'running' | 'succeeded' | 'failed';

export interface JobObservation {
  readonly phase: JobPhase;
  readonly pid?: number;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly exitCode?: number;
  /** Why the job failed, in words meant for its owner. */
  readonly message?: string;
  readonly result?: JobResult;
}

/** What runs jobs: processes of this machine, or pods of a cluster. */
export interface WorkloadRuntime {
  /** Starts a job; submitting the same id again changes nothing. */
  submit(job: JobRequest): Promise<void>;
  /** How the job is doing; `undefined` when it was never submitted here. */
  observe(id: string): Promise<JobObservation | undefined>;
  /** Ends the job if it runs; it is then observed as failed. */
  stop(id: string): Promise<void>;
  /** What the job has written so far; ends when the job has ended. */
  log(id: string): AsyncIterable<string>;
}
