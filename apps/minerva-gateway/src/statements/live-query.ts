import type { TrinoColumn } from '@dataos/contracts-minerva';
import type { Trail } from '../queries/trail.js';
import type { TrinoFailure } from '../sql/failure.js';

/** One step of a query towards its client. The last one has `done` or `failure`. */
export interface Step {
  /** Rows as JSON text without the outer brackets. */
  readonly json?: Uint8Array | string;
  readonly rows?: number;
  readonly done?: boolean;
  readonly failure?: TrinoFailure;
  readonly updateType?: string;
  readonly updateCount?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Called once the step can no longer be fetched: the memory of its rows serves others from then on. */
  release?(this: void): void;
}

export type PageAnswer<Rendered> = { kind: 'step'; rendered: Rendered } | { kind: 'wait' } | { kind: 'gone' };

/** A query while its client may still ask for pages: one page at a time, the last one again for a client that lost it. */
export class LiveQuery {
  columns: readonly TrinoColumn[] | undefined;
  state: 'QUEUED' | 'PLANNING' | 'RUNNING' | 'FINISHED' | 'FAILED' = 'QUEUED';
  rows = 0;
  bytes = 0;
  lastSeen = Date.now();
  readonly startedAt = Date.now();
  readonly abort = new AbortController();
  private token = 0;
  private served: Step | undefined;
  private offered: Step | undefined;
  private taken: () => void = () => undefined;
  private arrived: () => void = () => undefined;

  /** `owner` sent it and may fetch it; `user` is as whom it runs. */
  constructor(readonly id: string, readonly slug: string, readonly owner: string, readonly user: string, readonly trail: Trail) {}

  /** Counts what a step brings; apart from `offer`, since the audit is written before the last one is handed out. */
  count(step: Step): Step {
    this.rows += step.rows ?? 0;
    this.bytes += step.json?.length ?? 0;
    return step;
  }

  /** Hands a step to the client; resolves when it has been fetched, or at once after a cancel. */
  async offer(step: Step): Promise<void> {
    this.offered = step;
    this.arrived();
    if (step.done || step.failure !== undefined || this.abort.signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.taken = resolve;
      this.abort.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** Resolves when there is something to hand out, or after `waitMs`. */
  async ready(waitMs: number): Promise<void> {
    if (this.offered === undefined) await this.arrival(waitMs);
  }

  /**
   * The page `token`; waits a little for it. The page before it can no longer be fetched afterwards. `render` makes the answer of it at
   * once: the rows are not there any more when somebody else has fetched the next page.
   */
  async page<Rendered>(token: number, waitMs: number, render: (step: Step) => Rendered): Promise<PageAnswer<Rendered>> {
    this.lastSeen = Date.now();
    if (token === this.token && this.served !== undefined) return { kind: 'step', rendered: render(this.served) };
    if (token !== this.token + 1 || this.isServed) return { kind: 'gone' };
    if (this.offered === undefined) await this.arrival(waitMs);
    if (token === this.token && this.served !== undefined) return { kind: 'step', rendered: render(this.served) };
    if (this.offered === undefined) return { kind: 'wait' };
    this.token = token;
    this.served?.release?.();
    this.served = this.offered;
    this.offered = undefined;
    const rendered = render(this.served);
    this.taken();
    return { kind: 'step', rendered };
  }

  /** Whether its client was handed the last page. */
  get isServed(): boolean {
    return this.served?.done === true || this.served?.failure !== undefined;
  }

  get isOver(): boolean {
    return this.state === 'FINISHED' || this.state === 'FAILED';
  }

  private arrival(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      const before = this.arrived;
      this.arrived = () => {
        clearTimeout(timer);
        before();
        resolve();
      };
    });
  }
}
