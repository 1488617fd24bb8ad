import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { Admission, LIGHT, type Waiting } from './admission.js';
import { PipeReader } from './pipe-reader.js';
import { type EnginePage, type FromEngine, readsNothing, type ToEngine } from './protocol.js';
import type { ExtensionOrder } from './extensions.js';
import { EngineFailure, type EngineRun, type EngineStatus, type Order, type RunPage } from './query-engine.js';

export interface LaneOptions {
  readonly memory: string;
  readonly threads: number;
  readonly concurrency: number;
  readonly perUser: number;
  /** Folder for what does not fit into memory. */
  readonly spill: string;
  /** Its priority among the processes of this machine. */
  readonly niceness: number;
  readonly extensions?: ExtensionOrder;
  onStarted(pid: number, restarts: number): void;
  onStopped(pid: number, reason: string, expected: boolean): void;
  /** What became of the extensions that were ordered, each time the process starts. */
  onExtensions?(extensions: Extract<FromEngine, { type: 'ready' }>['extensions']): void;
}

const KILL_AFTER_MS = 10_000;
const MAX_QUEUE = 200;
const MAX_BACK_OFF_MS = 30_000;
/** From sources (tests) the child needs the type-stripping resolver; built code runs as it is. */
const RESOLVER = `import{registerHooks}from'node:module';registerHooks({resolve(s,c,n){try{return n(s,c)}catch(e){if(s.startsWith('.')&&s.endsWith('.js'))return n(s.slice(0,-3)+'.ts',c);throw e}}})`;

/** DuckDB in a child process: a crash or a full memory ends the queries there, not the gateway, and the process is started again. */
export class EngineLane {
  private child: ChildProcess | undefined;
  private state: EngineStatus['state'] = 'stopped';
  private restarts = 0;
  private startedAt: Date | undefined;
  private lastExit: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly runs = new Map<string, Run>();
  private readonly admission: Admission<Run>;

  constructor(private readonly options: LaneOptions) {
    const { concurrency, perUser } = options;
    this.admission = new Admission({ concurrency, perUser, queue: MAX_QUEUE });
  }

  status(): EngineStatus {
    const { state, restarts, startedAt, lastExit } = this;
    const pid = this.child?.pid;
    return { state, restarts, running: this.runs.size + this.admission.waits, ...(pid === undefined ? {} : { pid }), ...(startedAt === undefined ? {} : { startedAt }), ...(lastExit === undefined ? {} : { lastExit }) };
  }

  get isReady(): boolean {
    return this.state === 'running';
  }

  /** Whether it takes queries, though they may have to wait for its process. */
  get isOpen(): boolean {
    return this.state !== 'stopped';
  }

  /** Whether it runs a query that reads data. */
  get isBusy(): boolean {
    return [...this.runs.values()].some(({ light }) => !light);
  }

  start(): void {
    if (this.child !== undefined) return;
    this.state = this.restarts === 0 ? 'starting' : 'restarting';
    const { memory, threads, spill, extensions } = this.options;
    rmSync(spill, { recursive: true, force: true });
    mkdirSync(spill, { recursive: true });
    const typescript = import.meta.filename.endsWith('.ts');
    const child = fork(path.join(import.meta.dirname, `engine.process.${typescript ? 'ts' : 'js'}`), [JSON.stringify({ memory, threads, spill, extensions })], {
      // Pages are bytes; the default channel would make JSON of them.
      serialization: 'advanced',
      execArgv: typescript ? ['--disable-warning=ExperimentalWarning', '--import', `data:text/javascript,${encodeURIComponent(RESOLVER)}`] : [],
      env: { UV_THREADPOOL_SIZE: String(this.options.concurrency + LIGHT.concurrency + 8) }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child = child;
    prioritise(child.pid, this.options.niceness);
    child.on('message', (message) => this.receive(message as FromEngine));
    child.on('error', (error) => this.gone(child, error.message));
    child.on('exit', (code, signal) => this.gone(child, signal ?? `exit code ${code}`));
  }

  /** Ends the process; running queries fail. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.state = 'stopped';
    for (const run of this.admission.clear()) run.fail(new EngineFailure('died', 'the cluster was stopped'));
    const { child } = this;
    if (child === undefined) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  }

  run(order: Order): EngineRun {
    const run = new Run(order, (message) => this.send(message), () => this.cancel(run));
    if (!this.admission.mayWait(run.light)) run.fail(new EngineFailure('query', 'TRINO:QUERY_QUEUE_FULL:Too many queries are waiting'));
    else if (this.state === 'stopped') run.fail(new EngineFailure('died', 'the cluster was stopped'));
    else this.admission.add(run);
    this.begin();
    return run;
  }

  private begin(): void {
    while (this.state === 'running') {
      const run = this.admission.next();
      if (run === undefined) return;
      this.runs.set(run.order.id, run);
      const { user: _user, ...order } = run.order;
      this.send({ type: 'run', order });
    }
  }

  private send(message: ToEngine): void {
    if (this.child?.connected === true) this.child.send(message, () => undefined);
  }

  private receive(message: FromEngine): void {
    if (message.type === 'ready') {
      this.state = 'running';
      this.startedAt = new Date();
      this.options.onStarted(this.child?.pid ?? 0, this.restarts);
      this.options.onExtensions?.(message.extensions);
      return this.begin();
    }
    const run = this.runs.get(message.id);
    if (message.type === 'page') return run?.push(message.page);
    if (message.type === 'pipe') return run?.readOn(message.path, message.rest);
    if (run === undefined) return;
    this.left(run);
    if (message.type === 'done') run.finish(message);
    else run.fail(new EngineFailure(message.kind, message.message));
    this.begin();
  }

  /** A query that does not stop when told takes its process with it: nothing may run on unseen. */
  private cancel(run: Run): void {
    if (this.admission.remove(run)) return run.fail(new EngineFailure('canceled', 'canceled before it began'));
    if (!this.runs.has(run.order.id)) return;
    this.send({ type: 'cancel', id: run.order.id });
    const { child } = this;
    setTimeout(() => {
      if (this.runs.get(run.order.id) !== run || this.child !== child) return;
      run.fail(new EngineFailure('canceled', 'canceled; the process did not stop and was ended'));
      child?.kill('SIGKILL');
    }, KILL_AFTER_MS).unref();
  }

  private left(run: Run): void {
    this.runs.delete(run.order.id);
    this.admission.leave(run);
  }

  private gone(child: ChildProcess, reason: string): void {
    if (this.child !== child) return;
    this.child = undefined;
    this.lastExit = reason;
    const expected = this.state === 'stopped';
    for (const run of this.runs.values()) {
      this.left(run);
      run.fail(new EngineFailure('died', `the engine process ended: ${reason}`));
    }
    this.options.onStopped(child.pid ?? 0, reason, expected);
    if (expected) return;
    const lived = this.startedAt === undefined ? 0 : Date.now() - this.startedAt.getTime();
    this.restarts += 1;
    this.state = 'restarting';
    this.timer = setTimeout(() => this.start(), lived > 60_000 ? 100 : Math.min(100 * 2 ** Math.min(this.restarts, 9), MAX_BACK_OFF_MS));
  }
}

/** The gateway's side of one running query. */
class Run implements EngineRun, Waiting {
  rowsRead = 0;
  readonly user: string;
  readonly light: boolean;
  private readonly pages: EnginePage[] = [];
  private outcome: { failure?: EngineFailure } | undefined;
  private wake: () => void = () => undefined;
  private pipe: PipeReader | undefined;
  private isCanceled = false;

  constructor(readonly order: Order, private readonly send: (message: ToEngine) => void, private readonly onCancel: () => void) {
    this.user = order.user;
    this.light = readsNothing(order);
  }

  push(page: EnginePage): void {
    this.pages.push(page);
    this.wake();
  }

  /** The rest of the result is read here, not by the engine process. */
  readOn(path: string, rest: Uint8Array): void {
    try {
      this.pipe = new PipeReader(path, rest);
    } catch (error) {
      this.onCancel();
      return this.fail(this.broken(error));
    }
    this.send({ type: 'taken', id: this.order.id });
    this.wake();
  }

  finish({ page, piped = 0, rowsRead }: Extract<FromEngine, { type: 'done' }>): void {
    if (page !== undefined) this.pages.push(page);
    this.rowsRead = rowsRead;
    this.outcome ??= {};
    this.pipe?.expect(piped);
    this.wake();
  }

  fail(failure: EngineFailure): void {
    this.outcome ??= { failure };
    this.pipe?.close();
    this.wake();
  }

  async next(): Promise<RunPage | undefined> {
    for (;;) {
      if (this.outcome?.failure !== undefined) throw this.outcome.failure;
      const page = this.pages.shift();
      if (page !== undefined) {
        if (page.last !== true) this.send({ type: 'more', id: this.order.id });
        return page;
      }
      if (this.pipe !== undefined) return this.piped(this.pipe);
      if (this.outcome !== undefined) return undefined;
      await new Promise<void>((resolve) => { this.wake = resolve; });
    }
  }

  cancel(): void {
    this.isCanceled = true;
    // The engine's word that it stopped is waited for; only then is the pipe let go.
    if (this.outcome === undefined) this.onCancel();
    else this.pipe?.close();
  }

  /** Who stops the writer sees the pipe break, perhaps before the writer's word comes. */
  private broken(error: unknown): EngineFailure {
    return new EngineFailure(this.isCanceled ? 'canceled' : 'died', error instanceof Error ? error.message : String(error));
  }

  private async piped(pipe: PipeReader): Promise<RunPage | undefined> {
    const page = await pipe.next().catch((error: unknown) => {
      throw this.outcome?.failure ?? this.broken(error);
    });
    if (this.outcome?.failure !== undefined) throw this.outcome.failure;
    return page;
  }
}

function prioritise(pid: number | undefined, niceness: number): void {
  try {
    if (pid !== undefined) setPriority(pid, niceness);
  } catch {
    // Not allowed here, or already gone: it runs as it is.
  }
}
