import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../test/test-postgres.ts';
import { takeLock } from './lock.ts';
import { lastLines } from './log-file.ts';
import { planPorts, requireFreePorts } from './ports.ts';
import { endLeftovers, ProcessFile } from './process-file.ts';
import type { ProcessEntry } from './process-file.ts';
import { ServiceProcess } from './service-process.ts';

let folder: string;
let entries: ProcessEntry[];
let crashes: string[][];
let running: ServiceProcess | undefined;
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'launcher-')); entries = []; crashes = []; });
afterEach(() => { running?.kill(); rmSync(folder, { recursive: true, force: true }); });

const alive = (pid: number): boolean => { try { process.kill(pid, 0); return true; } catch { return false; } };
const until = async (condition: () => boolean): Promise<void> => { for (let tries = 0; tries < 200 && !condition(); tries += 1) await sleep(25); expect(condition()).toBe(true); };

const wellBehaved = `
  const server = require('node:http').createServer((request, response) => { if (request.url === '/crash') { console.log('about to fall'); process.exit(9); } response.end('ok'); });
  server.listen(Number(process.env.PORT), '127.0.0.1');
  process.on('SIGTERM', () => { console.log('drained'); process.exit(0); });`;

async function service(code: string): Promise<{ process: ServiceProcess; port: number; log: string }> {
  const script = path.join(folder, 'service.cjs');
  writeFileSync(script, code);
  const port = await freePort();
  const log = path.join(folder, 'service.log');
  running = new ServiceProcess(
    { name: 'sample', args: [script], env: { PORT: String(port) }, cwd: folder, logFile: log, readyUrl: `http://127.0.0.1:${port}/` },
    { changed: (entry) => { entries.push(entry); }, crashed: (_name, _exit, _wait, lines) => { crashes.push(lines); } },
  );
  return { process: running, port, log };
}

describe('a supervised service', () => {
  it('is running once it answers, and drains when stopped', async () => {
    const { process: sample, log } = await service(wellBehaved);
    await sample.start();
    await sample.stop();
    expect(entries.map(({ phase }) => phase)).toEqual(['pending', 'running', 'stopping', 'stopped']);
    expect(readFileSync(log, 'utf8')).toContain('drained');
    expect(alive(entries[0]?.pid ?? 0)).toBe(false);
  });

  it('is started again after a crash, with its last lines shown', async () => {
    const { process: sample, port } = await service(wellBehaved);
    await sample.start();
    await fetch(`http://127.0.0.1:${port}/crash`).catch(() => undefined);
    await until(() => entries.at(-1)?.phase === 'running' && entries.at(-1)?.restarts === 1);
    expect(crashes).toEqual([['about to fall']]);
    expect(entries.at(-1)?.lastExit).toMatchObject({ code: 9 });
    expect(entries.at(-1)?.pid).not.toBe(entries[0]?.pid);
  });

  it('fails the start when its configuration is wrong, without a second try', async () => {
    const { process: sample } = await service("console.log('PORT: wrong'); process.exit(78);");
    await expect(sample.start()).rejects.toThrow('PORT: wrong');
    expect(entries.at(-1)).toMatchObject({ phase: 'failed', restarts: 0 });
  });

  it('takes the children it started along', async () => {
    const { process: sample, log } = await service(`${wellBehaved}\nconsole.log(require('node:child_process').spawn('sleep', ['60']).pid);`);
    await sample.start();
    const child = Number(lastLines(log)[0]);
    expect(alive(child)).toBe(true);
    await sample.stop();
    await until(() => !alive(child));
  });
});

describe('the process file', () => {
  it('holds the newest entry of each process', () => {
    const file = path.join(folder, 'run/processes.json');
    const written = new ProcessFile(file);
    const entry: ProcessEntry = { name: 'a', pid: 1, restarts: 0, startedAt: '', phase: 'pending' };
    written.set(entry);
    written.set({ ...entry, name: 'b' });
    written.set({ ...entry, phase: 'running' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([{ name: 'a', phase: 'running' }, { name: 'b', phase: 'pending' }]);
  });
  it('leaves processes alone that are not of this checkout', () => {
    const file = path.join(folder, 'processes.json');
    writeFileSync(file, JSON.stringify([{ name: 'a', pid: process.pid }]));
    expect(endLeftovers(file, folder)).toEqual([]);
  });
});

describe('the lock', () => {
  it('of a dead launcher is taken over, and given back', () => {
    const file = path.join(folder, 'lock');
    writeFileSync(file, '999999999');
    const release = takeLock(file);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    release();
    expect(() => readFileSync(file)).toThrow();
  });
});

describe('a taken port', () => {
  it('is named with what wants it', async () => {
    const base = 20_000 + Math.floor(Math.random() * 20_000);
    const other = createServer();
    await new Promise<void>((resolve) => { other.listen(base + 3, '127.0.0.1', () => resolve()); });
    await expect(requireFreePorts(planPorts(base))).rejects.toThrow(`port ${base + 3} (wanted by metis)`);
    other.close();
  });
});
