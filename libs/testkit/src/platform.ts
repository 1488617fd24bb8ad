import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestPlatform {
  /** What `npm start` printed so far. */
  readonly output: () => string;
  /** The settings it wrote for people and programs (`dev.env`). */
  readonly environment: Record<string, string>;
  /** State folder of this installation. */
  readonly folder: string;
  readonly portBase: number;
  /** Process ids by name, as the launcher records them. */
  processes(): Record<string, number>;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number>;
}

/** How long a start may take on a machine that tests keep busy. */
const startLimitMs = 400_000;

/**
 * The real `npm start` of this checkout, with a state folder of its own; `folder` continues an earlier installation.
 * A start that fails or takes longer than `withinMs` leaves no process behind.
 */
export async function startPlatform({ folder, args = [], env = {}, withinMs = startLimitMs }: { folder?: string; args?: readonly string[]; env?: Record<string, string>; withinMs?: number } = {}): Promise<TestPlatform> {
  const state = folder ?? (await mkdtemp(join(tmpdir(), 'dataos-journey-')));
  // The database server may run as another user, who must be able to pass through.
  await chmod(state, 0o755);
  const portBase = await freeBase();
  let output = '';
  const child = spawn('npm', ['start', '--silent', '--', '--port-base', String(portBase), ...args], {
    env: { ...process.env, ...env, NODE_OPTIONS: '', DATAOS_STATE_DIR: state }, stdio: ['ignore', 'pipe', 'pipe'], detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  const end = Date.now() + withinMs;
  while (!output.includes('dataos is up')) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${output}`);
    if (Date.now() > end) {
      await interrupt(child, exited);
      throw new Error(`npm start was not up within ${withinMs / 1_000} s:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    output: () => output, folder: state, portBase, environment: parseEnvironment(await readFile(join(state, 'dev.env'), 'utf8')),
    processes: () => processesOf(state),
    stop: () => interrupt(child, exited),
  };
}

/** Deletes what an installation left, the database server's folder elsewhere included. */
export async function removePlatform(folder: string): Promise<void> {
  try {
    await rm(readlinkSync(join(folder, 'postgres')), { recursive: true, force: true });
  } catch {
    // The database lies within the folder itself unless this user is root.
  }
  await rm(folder, { recursive: true, force: true });
}

function interrupt(child: ChildProcess, exited: Promise<number>): Promise<number> {
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
  return exited;
}

function processesOf(folder: string): Record<string, number> {
  const list = JSON.parse(readFileSync(join(folder, 'run/processes.json'), 'utf8')) as { name: string; pid: number }[];
  return Object.fromEntries(list.map(({ name, pid }) => [name, pid]));
}

const parseEnvironment = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, name = '', value = '']) => [name, value]));

/** The first of twelve ports in a row that nobody listens on. */
async function freeBase(): Promise<number> {
  for (let base = 21_000 + (process.pid % 500) * 20; base < 60_000; base += 20) {
    const free = await Promise.all(Array.from({ length: 12 }, (_, i) => isFree(base + i)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('no twelve free ports in a row');
}

const isFree = (port: number): Promise<boolean> => new Promise((resolve) => {
  const server = createServer().once('error', () => resolve(false));
  server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
});
