import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.ts';
import type { ServerUser } from './user.ts';

export interface ServerOptions {
  binaries: Binaries;
  user: ServerUser | undefined;
  dataFolder: string;
  port: number;
  password: string;
  logFile: string;
  settings?: Record<string, string>;
  /** False: the server outlives this process (the shared server for tests). */
  guarded?: boolean;
}

export interface Server { pid: number; url: string; exited: Promise<number>; stop(): Promise<void> }

const superuser = 'dataos';
const locale = { LC_ALL: 'C', LC_MESSAGES: 'C' };
const inherited = ({ PATH, TZ }: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ PATH, TZ, ...locale });

/** Connection string of the superuser; only tools use it, never a service. */
export function superuserUrl(port: number, password: string, database = 'postgres'): string {
  return `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Creates the data folder (owner: the server's user) unless it holds a cluster already. */
export function initialise(options: Pick<ServerOptions, 'binaries' | 'user' | 'dataFolder' | 'password'>): void {
  const { binaries, user, dataFolder, password } = options;
  if (existsSync(path.join(dataFolder, 'PG_VERSION'))) return;
  rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (user) chownSync(dataFolder, user.uid, user.gid);
  const passwordFile = path.join(path.dirname(dataFolder), `.password-${process.pid}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    const result = spawnSync(binaries.initdb, [
      `--pgdata=${dataFolder}`, `--username=${superuser}`, `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions',
    ], { ...user, cwd: path.dirname(dataFolder), env: inherited(process.env), encoding: 'utf8' });
    if (result.status !== 0) {
      rmSync(dataFolder, { recursive: true, force: true });
      throw new Error(`initdb failed: ${result.error?.message ?? result.stderr.trim()}`);
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

// The shell ends the server when its input closes, which happens however the launcher dies.
const guard = 'exec 3<&0; "$@" </dev/null 3<&- & server=$!; (read -r _ <&3; kill -INT $server) 2>/dev/null & guard=$!; exec 3<&-; echo $server; wait $server; code=$?; kill $guard 2>/dev/null; exit $code';

function launch({ binaries, user, dataFolder, port, logFile, settings, guarded = true }: ServerOptions): ChildProcess {
  const flags = Object.entries({ listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const args = ['-D', dataFolder, '-p', String(port), ...flags];
  const log = openSync(logFile, 'a', 0o600);
  const options = { ...user, cwd: dataFolder, detached: true, env: inherited(process.env) };
  try {
    return guarded
      ? spawn('/bin/sh', ['-c', guard, 'postgres', binaries.postgres, ...args], { ...options, stdio: ['pipe', 'pipe', log] })
      : spawn(binaries.postgres, args, { ...options, stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const chunk of child.stdout ?? []) return String(chunk).trim();
  return '';
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const lastLines = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n') : '');

/** Starts the server and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const child = launch(options);
  let ended: number | undefined;
  const exited = new Promise<number>((resolve) => {
    child.on('error', () => resolve((ended = 1)));
    child.on('exit', (code) => resolve((ended = code ?? 1)));
  });
  const pid = options.guarded === false ? child.pid ?? 0 : Number(await firstLine(child));
  const url = superuserUrl(options.port, options.password);
  const deadline = Date.now() + 60_000;
  while (!(await accepts(url))) {
    if (ended !== undefined || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`PostgreSQL did not start on port ${options.port}; its last lines:\n${lastLines(options.logFile)}`);
    }
    await sleep(60);
  }
  const stop = async (): Promise<void> => {
    if (ended !== undefined) return;
    // SIGINT is the server's "fast" stop: open sessions end, nothing committed is lost.
    if (options.guarded === false) process.kill(pid, 'SIGINT');
    else child.stdin?.end();
    const late = setTimeout(() => { try { process.kill(pid, 'SIGQUIT'); } catch { /* gone */ } }, 15_000);
    await exited;
    clearTimeout(late);
  };
  return { pid, url, exited, stop };
}
