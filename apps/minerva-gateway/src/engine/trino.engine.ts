import { fetch } from 'undici';
import type { TrinoColumn } from '@dataos/contracts-minerva';
import { jsonParts } from './json-parts.js';
import type { EnginePage } from './protocol.js';
import { EngineFailure, type EngineRun, type EngineStatus, type QueryEngine } from './query-engine.js';

/** A governed statement in Trino's own words. */
export interface TrinoOrder {
  readonly id: string;
  readonly sql: string;
  readonly user: string;
  readonly source?: string;
  readonly clientTags: readonly string[];
  /** The time zone of the session. */
  readonly zone?: string;
  /** Told again and again how many bytes of memory the query has held at most. */
  readonly onMemory?: (bytes: number) => void;
  /** The cluster's own name of the transaction it is part of; `NONE` begins one. */
  readonly transaction?: string;
}

type Statement = Pick<TrinoOrder, 'id' | 'user' | 'sql' | 'transaction'>;

export interface TrinoEngineOptions {
  readonly url: string;
  /** As whom the cluster is asked; absent: as the user who asks. */
  readonly user?: string;
  readonly headers: Readonly<Record<string, string>>;
  onStarted(): void;
  onStopped(reason: string): void;
}

/** A query on a Trino cluster; it tells its columns with the first page. */
export interface TrinoRun extends EngineRun {
  readonly columns: readonly TrinoColumn[] | undefined;
  /** The transaction that the statement began, by the cluster's own name. */
  readonly begun: string | undefined;
}

const HEALTH_MS = 5_000;
const TIMEOUT_MS = 30_000;
const BUSY = new Set([429, 502, 503, 504]);
const MAX_TRIES = 8;

/** A Trino cluster, spoken to over the direct protocol: no client ever reaches it, nor any address of it a client. */
export class TrinoEngine implements QueryEngine<'trino', TrinoOrder, TrinoRun> {
  readonly kind = 'trino';
  private state: EngineStatus['state'] = 'stopped';
  private startedAt: Date | undefined;
  private lastExit: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly runs = new Set<Run>();

  constructor(private readonly options: TrinoEngineOptions) {}

  status(): EngineStatus {
    const { state, startedAt, lastExit } = this;
    return { state, restarts: 0, running: this.runs.size, ...(startedAt === undefined ? {} : { startedAt }), ...(lastExit === undefined ? {} : { lastExit }) };
  }

  start(): void {
    this.state = 'starting';
    void this.watch();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.state = 'stopped';
    for (const run of this.runs) run.cancel();
  }

  run(order: TrinoOrder): TrinoRun {
    const run = new Run(order, this.options, () => this.runs.delete(run));
    this.runs.add(run);
    return run;
  }

  /** Begins a transaction, and answers what the cluster calls it. */
  async begin(order: Statement): Promise<string> {
    const { begun } = await this.say({ ...order, transaction: 'NONE' });
    if (begun === undefined) throw new EngineFailure('died', 'the cluster began no transaction');
    return begun;
  }

  /** Has a statement done that answers nothing. */
  async say(order: Statement): Promise<TrinoRun> {
    const run = this.run({ clientTags: [], ...order });
    for (let page = await run.next(); page !== undefined; page = await run.next());
    return run;
  }

  /** Asks now and again whether the cluster takes queries. */
  private async watch(): Promise<void> {
    const fault = await this.fault();
    if (this.state === 'stopped') return;
    if (fault === undefined && this.state !== 'running') {
      this.startedAt = new Date();
      this.state = 'running';
      this.options.onStarted();
    } else if (fault !== undefined) {
      if (this.state === 'running') this.options.onStopped(fault);
      this.lastExit = fault;
      this.state = 'restarting';
    }
    this.timer = setTimeout(() => void this.watch(), HEALTH_MS).unref();
  }

  private async fault(): Promise<string | undefined> {
    try {
      const answer = await fetch(new URL('/v1/info', this.options.url), { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!answer.ok) return `answers ${answer.status}`;
      return ((await answer.json()) as { starting?: boolean }).starting === false ? undefined : 'is starting';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}

class Run implements TrinoRun {
  readonly rowsRead = 0;
  columns: readonly TrinoColumn[] | undefined;
  private nextUri: string | undefined;
  begun: string | undefined;
  private answered = false;
  private readonly abort = new AbortController();

  constructor(private readonly order: TrinoOrder, private readonly options: TrinoEngineOptions, private readonly over: () => void) {}

  async next(): Promise<EnginePage | undefined> {
    try {
      while (!this.answered || this.nextUri !== undefined) {
        const page = this.read(await this.fetch());
        if (page !== undefined) return page;
      }
    } catch (error) {
      this.over();
      if (this.abort.signal.aborted) throw new EngineFailure('canceled', 'canceled');
      throw error instanceof EngineFailure ? error : new EngineFailure('died', error instanceof Error ? error.message : String(error));
    }
    this.over();
    return undefined;
  }

  cancel(): void {
    this.over();
    if (this.abort.signal.aborted) return;
    const { nextUri } = this;
    this.abort.abort();
    if (nextUri !== undefined) void fetch(nextUri, { method: 'DELETE', headers: this.headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined);
  }

  private async fetch(): Promise<string> {
    for (let tries = 1; ; tries += 1) {
      const signal = AbortSignal.any([this.abort.signal, AbortSignal.timeout(TIMEOUT_MS)]);
      const answer = this.nextUri === undefined
        ? await fetch(new URL('/v1/statement', this.options.url), { method: 'POST', body: this.order.sql, headers: this.headers, redirect: 'error', signal })
        : await fetch(this.nextUri, { headers: this.headers, redirect: 'error', signal });
      const text = await answer.text();
      this.begun ??= answer.headers.get('x-trino-started-transaction-id') ?? undefined;
      if (answer.ok) return text;
      if (!BUSY.has(answer.status) || tries === MAX_TRIES) throw new EngineFailure('died', `the cluster answered ${answer.status}: ${text.slice(0, 500)}`);
      await new Promise((resolve) => { setTimeout(resolve, 50 * 2 ** tries); });
    }
  }

  private read(text: string): EnginePage | undefined {
    const parts = jsonParts(text);
    this.answered = true;
    this.nextUri = this.checked(parts.get('nextUri'));
    const error = parts.get('error');
    if (error !== undefined && error !== 'null') throw failureOf(JSON.parse(error) as ClusterError);
    this.order.onMemory?.((JSON.parse(parts.get('stats') ?? '{}') as { peakMemoryBytes?: number }).peakMemoryBytes ?? 0);
    const columns = parts.get('columns');
    if (this.columns === undefined && columns !== undefined) this.columns = JSON.parse(columns) as TrinoColumn[];
    const data = parts.get('data')?.trim();
    const rows = data === undefined ? 0 : (JSON.parse(data) as unknown[]).length;
    return data === undefined || rows === 0 ? undefined : { json: Buffer.from(data.slice(1, -1)), rows };
  }

  /** A cluster that sends us elsewhere is not followed. */
  private checked(part: string | undefined): string | undefined {
    if (part === undefined || part === 'null') return undefined;
    const uri = new URL(JSON.parse(part) as string);
    const home = new URL(this.options.url);
    if (uri.host !== home.host) throw new EngineFailure('died', `the cluster sent us to ${uri.host}`);
    return new URL(uri.pathname + uri.search, home).href;
  }

  /** Ours alone: no credential, role, path or encoding of the client goes along. */
  private get headers(): Record<string, string> {
    const { user, source, clientTags, transaction, zone } = this.order;
    return {
      ...this.options.headers, 'x-trino-user': this.options.user ?? user, 'x-trino-client-capabilities': 'PARAMETRIC_DATETIME', 'x-trino-client-info': `minerva query ${this.order.id}`,
      ...(zone === undefined ? {} : { 'x-trino-time-zone': zone }), ...(transaction === undefined ? {} : { 'x-trino-transaction-id': transaction }), ...(source === undefined ? {} : { 'x-trino-source': source }), ...(clientTags.length === 0 ? {} : { 'x-trino-client-tags': clientTags.join(',') }), 'content-type': 'text/plain',
    };
  }
}

interface ClusterError { readonly message: string; readonly errorName: string; readonly errorType: string }

/**
 * A failure in words of our own: the cluster's may quote a value that a mask hides or the predicate of a policy. Those stay in the
 * audit. Only the name, which says nothing about values, goes on.
 */
function failureOf({ message, errorName, errorType }: ClusterError): EngineFailure {
  const name = /^[A-Z_]{1,60}$/.test(errorName) ? errorName : 'GENERIC_INTERNAL_ERROR';
  const fault = errorType === 'USER_ERROR' ? 'Query failed on its cluster' : 'The cluster could not finish the query';
  return new EngineFailure('query', `TRINO:${name}:${fault} (${name})\n${message}`);
}
