import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { judge } from './back-off.ts';
import { lastLines, openLog } from './log-file.ts';
import type { LastExit, Phase, ProcessEntry } from './process-file.ts';

export interface ServiceCommand { name: string; args: string[]; env: Record<string, string>; cwd: string; logFile: string; readyUrl: string }

export interface ServiceListener { changed(entry: ProcessEntry): void; crashed(name: string, exit: LastExit, wait: number, lines: string[]): void }

const pollEvery = 150;
const startLimit = 90_000;
const drainLimit = 12_000;

const killGroup = (pid: number): void => {
  try { process.kill(-pid, 'SIGKILL'); } catch { /* no one is left in the group */ }
};

async function answersReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(3000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** One service as a process group of its own: started, watched, started again with back-off, drained. */
export class ServiceProcess {
  readonly #command: ServiceCommand;
  readonly #listener: ServiceListener;
  #child: ChildProcess | undefined;
  #restarts = 0;
  #crashes = 0;
  #startedAt = 0;
  #wasReady = false;
  #stopping = false;
  #failure: string | undefined;
  #lastExit: LastExit | undefined;
  #restartTimer: NodeJS.Timeout | undefined;

  constructor(command: ServiceCommand, listener: ServiceListener) {
    this.#command = command;
    this.#listener = listener;
  }

  get name(): string { return this.#command.name; }

  /** Starts the process and waits until it says that it is ready. */
  async start(): Promise<void> {
    this.#spawn();
    const deadline = Date.now() + startLimit;
    while (!this.#stopping) {
      if (this.#failure !== undefined) throw new Error(this.#failure);
      if (await answersReady(this.#command.readyUrl)) break;
      if (Date.now() > deadline) throw new Error(`${this.name} was not ready within ${startLimit / 1000} s; its last lines (${this.#command.logFile}):\n${this.#tail()}`);
      await sleep(pollEvery);
    }
    this.#wasReady = true;
    this.#report('running');
  }

  /** Asks the process to drain, waits, and then ends whatever is left of its group. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restartTimer);
    const child = this.#child;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    this.#report('stopping');
    const gone = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
    child.kill('SIGTERM');
    const late = setTimeout(() => killGroup(child.pid ?? 0), drainLimit);
    await gone;
    clearTimeout(late);
  }

  /** Ends the group at once. */
  kill(): void {
    this.#stopping = true;
    clearTimeout(this.#restartTimer);
    if (this.#child?.pid !== undefined) killGroup(this.#child.pid);
  }

  #spawn(): void {
    const { args, env, cwd, logFile } = this.#command;
    if (env.DATA_DIR !== undefined) mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 });
    const log = openLog(logFile);
    // The channel tells the service when this process is gone, however it ended.
    const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ['ignore', log, log, 'ipc'] });
    closeSync(log);
    this.#child = child;
    this.#startedAt = Date.now();
    child.once('error', (error) => { this.#failure = `${this.name} cannot be started: ${error.message}`; });
    child.once('exit', (code, signal) => this.#ended(child.pid ?? 0, { code, signal, at: new Date().toISOString() }));
    this.#report(this.#restarts > 0 ? 'restarting' : 'pending');
  }

  #ended(pid: number, exit: LastExit): void {
    this.#lastExit = exit;
    killGroup(pid);
    if (this.#stopping) return this.#report('stopped');
    const verdict = judge({ code: exit.code, ranFor: Date.now() - this.#startedAt, crashes: this.#crashes, wasReady: this.#wasReady });
    this.#crashes = verdict.crashes;
    if (verdict.action === 'give-up') {
      this.#failure = `${this.name} does not start (exit ${exit.code ?? exit.signal}); its last lines (${this.#command.logFile}):\n${this.#tail()}`;
      return this.#report('failed');
    }
    this.#report('restarting');
    this.#listener.crashed(this.name, exit, verdict.after, lastLines(this.#command.logFile, 5));
    this.#restartTimer = setTimeout(() => void this.#restart(), verdict.after);
  }

  async #restart(): Promise<void> {
    this.#restarts += 1;
    this.#spawn();
    const child = this.#child;
    while (!this.#stopping && child === this.#child && child?.exitCode === null && child.signalCode === null) {
      if (await answersReady(this.#command.readyUrl)) return this.#report('running');
      await sleep(pollEvery);
    }
  }

  #tail(): string {
    return lastLines(this.#command.logFile).map((line) => `    ${line}`).join('\n');
  }

  #report(phase: Phase): void {
    const entry = { name: this.name, pid: this.#child?.pid ?? 0, restarts: this.#restarts, startedAt: new Date(this.#startedAt).toISOString(), phase };
    this.#listener.changed(this.#lastExit === undefined ? entry : { ...entry, lastExit: this.#lastExit });
  }
}
