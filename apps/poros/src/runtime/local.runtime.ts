import { spawn } from 'node:child_process';
import { mkdir, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { JobFolder, type JobResult } from './job.folder.js';
import { identify, isAlive, type ProcessIdentity } from './process.identity.js';

/** What a job is started with; the whole of it goes into a private file, nothing into the arguments or the environment. */
export interface LocalJob {
  readonly id: string;
  readonly stack: string;
  readonly stackSpec: unknown;
  /** Token of the run-as user. */
  readonly token: string;
  /** Origins of the platform's services, such as `HEIMDALL_URL`. */
  readonly services: Readonly<Record<string, string>>;
}

export type LocalObservation =
  | { readonly phase: 'pending' }
  | { readonly phase: 'running'; readonly pid: number; readonly startedAt: string }
  | ({ readonly phase: JobResult['state'] } & Omit<JobResult, 'state'>);

export interface LocalRuntimeOptions {
  /** `<DATA_DIR>/jobs`. */
  readonly folder: string;
  /** The built `stacks/job-main.js`. */
  readonly entry: string;
  /** The process whose end ends every job (the launcher); by default the parent of this process. */
  readonly supervisorPid?: number;
  /** Options of node for jobs, such as a memory limit. */
  readonly nodeOptions?: readonly string[];
  readonly startTimeoutMs?: number;
  readonly stopTimeoutMs?: number;
}

const idPattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;

/**
 * Runs jobs as processes of this machine. All truth is in the job's folder: a job goes on when this process ends, and the
 * next one finds it again by its id. A job's lock is taken once, so a job never runs twice.
 */
export class LocalRuntime {
  constructor(private readonly options: LocalRuntimeOptions) {}

  /** Starts a job; submitting the same id again changes nothing, except that a job nobody started yet is started. */
  async submit(job: LocalJob): Promise<void> {
    const folder = this.folderOf(job.id);
    await mkdir(this.options.folder, { recursive: true, mode: 0o700 });
    const supervisor = await identify(this.options.supervisorPid ?? process.ppid);
    await folder.create({ ...job, supervisor, submittedAt: new Date().toISOString() });
    if ((await folder.readLock()) === undefined && (await folder.readResult()) === undefined) await this.start(folder);
  }

  /** How a job is doing; `undefined` when it was never submitted. */
  async observe(id: string): Promise<LocalObservation | undefined> {
    const folder = this.folderOf(id);
    const ended = await folder.readResult();
    if (ended !== undefined) return endOf(ended);
    if ((await folder.readRequest()) === undefined) return undefined;
    const lock = await folder.readLock();
    if (lock === undefined) return this.observeUnstarted(folder);
    if (await isAlive(lock)) return { phase: 'running', pid: lock.pid, startedAt: lock.at };
    // The process may have written its result and ended between the two looks; the first writer of the result wins.
    const stopped = await folder.wantsStop();
    await folder.finish(resultOf(stopped ? 'stopped' : 'failed', stopped ? 'stopped on request' : 'the process of the job died'));
    await folder.tidy();
    return this.observe(id);
  }

  /** Ends a job: asks it to stop, and kills it when it does not. Returns once it has ended. */
  async stop(id: string): Promise<void> {
    const folder = this.folderOf(id);
    if ((await folder.readRequest()) === undefined || (await folder.readResult()) !== undefined) return;
    await folder.requestStop();
    const lock = await this.lockOrClaim(folder);
    if (lock === undefined) {
      await folder.finish(resultOf('stopped', 'stopped before it started'));
      return;
    }
    await endProcess(lock, this.options.stopTimeoutMs ?? 5_000);
    await this.observe(id);
  }

  /** The log from `offset` (bytes) on, at most `limit` bytes, and where to go on. */
  async log(id: string, { offset = 0, limit = 1_048_576 }: { offset?: number; limit?: number } = {}): Promise<{ text: string; next: number } | undefined> {
    const file = await open(this.folderOf(id).logFile, 'r').catch(() => undefined);
    if (file === undefined) return undefined;
    try {
      const buffer = Buffer.alloc(Math.max(0, Math.min(limit, (await file.stat()).size - offset)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
      return { text: buffer.toString('utf8', 0, bytesRead), next: offset + bytesRead };
    } finally {
      await file.close();
    }
  }

  /** Follows the log until the job has ended. */
  async *follow(id: string, signal: AbortSignal): AsyncGenerator<string> {
    for (let offset = 0; !signal.aborted;) {
      const observation = await this.observe(id);
      const part = await this.log(id, { offset });
      if (part !== undefined && part.text !== '') yield part.text;
      const moved = part !== undefined && part.next > offset;
      offset = part?.next ?? offset;
      const active = observation?.phase === 'pending' || observation?.phase === 'running';
      if (!active && !moved) return;
      if (!moved) await delay(200, undefined, { signal }).catch(() => undefined);
    }
  }

  /** The ids of all jobs this machine knows. */
  async list(): Promise<string[]> {
    return (await readdir(this.options.folder).catch(() => [])).filter((name) => idPattern.test(name)).sort();
  }

  private async start(folder: JobFolder): Promise<void> {
    const log = await open(folder.logFile, 'a', 0o600);
    try {
      // A bare environment: nothing of the service's own configuration reaches the job.
      const child = spawn(process.execPath, [...(this.options.nodeOptions ?? []), this.options.entry, folder.path], {
        cwd: folder.workFolder, detached: true, stdio: ['ignore', log.fd, log.fd], env: { TZ: 'UTC', UV_THREADPOOL_SIZE: '8' },
      });
      await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
      child.unref();
    } finally {
      await log.close();
    }
  }

  private async observeUnstarted(folder: JobFolder): Promise<LocalObservation> {
    const submitted = (await stat(join(folder.path, 'request.json'))).mtimeMs;
    if (Date.now() - submitted < (this.options.startTimeoutMs ?? 30_000)) return { phase: 'pending' };
    // Whoever takes the lock decides: with it taken here the job can no longer start late.
    if ((await this.lockOrClaim(folder)) !== undefined) return { phase: 'pending' };
    const result = resultOf('failed', 'the process of the job did not start');
    await folder.finish(result);
    return endOf((await folder.readResult()) ?? result);
  }

  /** The job's lock, or `undefined` after taking it for good so that nobody runs the job. */
  private async lockOrClaim(folder: JobFolder): Promise<ProcessIdentity | undefined> {
    const claimed = await folder.takeLock({ pid: 0, startedAt: 'never', at: new Date().toISOString() });
    return claimed ? undefined : folder.readLock();
  }

  private folderOf(id: string): JobFolder {
    if (!idPattern.test(id)) throw new RangeError(`"${id}" is not a job id`);
    return new JobFolder(join(this.options.folder, id));
  }
}

const resultOf = (state: JobResult['state'], reason: string): JobResult => ({ state, reason, finishedAt: new Date().toISOString(), inputs: [], outputs: [], columns: [] });

function endOf({ state, ...rest }: JobResult): LocalObservation {
  return { phase: state, ...rest };
}

async function endProcess(identity: ProcessIdentity, patienceMs: number): Promise<void> {
  for (const [signal, patience] of [['SIGTERM', patienceMs], ['SIGKILL', 5_000]] as const) {
    if (!(await isAlive(identity))) return;
    try {
      // The job leads its own process group, so what it started ends with it.
      process.kill(-identity.pid, signal);
    } catch {
      return;
    }
    for (const until = Date.now() + patience; Date.now() < until && (await isAlive(identity));) await delay(25);
  }
}
