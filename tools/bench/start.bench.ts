/** `npm start` as a stranger meets it: a fresh clone, a warm npm cache. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from './figure.ts';
import { memoryOf, processorOf } from './memory.ts';

const root = path.resolve(import.meta.dirname, '../..');
const portBase = 31_200;
/** Until what the sample's jobs left to do is done. */
const settleFor = 20_000;
const idleFor = 30_000;
const atMost = 900_000;

interface Started { child: ChildProcess; seconds: number; output: string }

/** What runs now; nothing of it may outlive the measurement. */
const running = new Set<ChildProcess>();

/** `npm start` in the clone, until its banner. */
async function start(clone: string, since: number): Promise<Started> {
  const { DATAOS_STATE_DIR: _, NODE_OPTIONS: __, ...env } = process.env;
  const child = spawn('npm', ['start', '--', '--port-base', String(portBase)], { cwd: clone, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.on('close', () => running.delete(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  while (!output.includes('dataos is up')) {
    if (child.exitCode !== null || Date.now() - since > atMost) throw new Error(`npm start did not come up:\n${output}`);
    await sleep(50);
  }
  return { child, seconds: (Date.now() - since) / 1000, output };
}

/** Ctrl-C, until the last process of the group is gone. */
function stop(child: ChildProcess): Promise<void> {
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  return closed;
}

/** The processes of an installation: the launcher's, and those it wrote down, which the database server's are among. */
function heads(clone: string, { pid = 0 }: ChildProcess): number[] {
  const written = JSON.parse(readFileSync(path.join(clone, '.dataos/run/processes.json'), 'utf8')) as { pid: number }[];
  return [pid, ...written.map((entry) => entry.pid)];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

async function measure(clone: string, report: (figure: Figure) => void): Promise<void> {
  const began = Date.now();
  execFileSync('git', ['clone', '--quiet', '--no-local', root, clone]);
  const first = await start(clone, began);
  report({ name: 'start: clone to banner', value: tenth(first.seconds), unit: 's' });
  const installed = /dependencies installed \(([\d.]+) s\)/.exec(first.output)?.[1];
  if (installed !== undefined) report({ name: 'start: of that, npm ci', value: Number(installed), unit: 's' });
  await sleep(settleFor);
  const before = processorOf(heads(clone, first.child));
  await sleep(idleFor);
  const after = processorOf(heads(clone, first.child));
  if (before !== undefined && after !== undefined) report({ name: 'start: processor when idle', value: tenth((after - before) / (idleFor / 1_000) * 100), unit: '% of a core' });
  const { processes, rss, proportional } = memoryOf(heads(clone, first.child));
  report({ name: 'start: processes when idle', value: processes, unit: 'processes' });
  report({ name: 'start: memory when idle, RSS summed', value: rss, unit: 'MB' });
  if (proportional !== undefined) report({ name: 'start: memory when idle, shared pages counted once', value: proportional, unit: 'MB' });
  await stop(first.child);
  const second = await start(clone, Date.now());
  report({ name: 'start: second start to banner', value: tenth(second.seconds), unit: 's' });
  await stop(second.child);
}

export async function bench(report: (figure: Figure) => void): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dataos-bench-'));
  // The database server may run as another user, who must be able to pass through.
  chmodSync(folder, 0o755);
  const clone = path.join(folder, 'dataos');
  try {
    await measure(clone, report);
  } finally {
    await Promise.all([...running].map(stop));
    try {
      rmSync(realpathSync(path.join(clone, '.dataos/postgres')), { recursive: true, force: true });
    } catch {
      // The database lies within the clone unless this user is root, or was never made.
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
