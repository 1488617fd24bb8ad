import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobFolder } from '../src/runtime/job.folder.js';
import { type LocalJob, type LocalObservation, LocalRuntime, type LocalRuntimeOptions } from '../src/runtime/local.runtime.js';
import { identify, isAlive } from '../src/runtime/process.identity.js';

// Jobs of this test run from the sources: imports of `x.js` fall back to `x.ts`.
const hook = `import { registerHooks } from 'node:module'; registerHooks({ resolve(name, at, next) { try { return next(name, at); } catch (error) { if (name.endsWith('.js')) return next(name.slice(0, -3) + '.ts', at); throw error; } } });`;
const nodeOptions = ['--experimental-transform-types', '--no-warnings', '--conditions=@dataos/source', '--import', `data:text/javascript,${encodeURIComponent(hook)}`];

let folder: string;
let metis: Server;
/** What the fake catalog says of every scan. */
let scanState: 'running' | 'succeeded' | 'failed' = 'succeeded';
const scans: string[] = [];
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runtime-'));
  metis = createServer((request, response) => {
    if (request.method === 'POST') scans.push(String(request.headers.authorization));
    const counts = { created: 2, changed: 0, unchanged: 0, vanished: 0, skipped: 0, failed: 0 };
    const scan = { id: '0199f000-0000-7000-8000-000000000000', depot: 'crm', state: scanState, requestedBy: 'olivia', createdAt: new Date().toISOString(), attempt: 1, counts, faults: [], cause: 'the source is down' };
    setTimeout(() => response.writeHead(request.method === 'POST' ? 202 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(scan)), 20);
  });
  await new Promise<void>((resolve) => metis.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  metis.close();
  metis.closeAllConnections();
  await rm(folder, { recursive: true });
});

const runtime = (options: Partial<LocalRuntimeOptions> = {}) =>
  new LocalRuntime({ folder, entry: join(import.meta.dirname, '../src/stacks/job-main.ts'), supervisorPid: process.pid, nodeOptions, stopTimeoutMs: 2_000, ...options });
const aJob = (changes: Partial<LocalJob> = {}): LocalJob => ({
  id: `job-${count += 1}`, stack: 'scanner:2.0', stackSpec: { depot: 'dataos://crm' }, token: 'secret-token',
  services: { METIS_URL: `http://127.0.0.1:${(metis.address() as AddressInfo).port}` }, ...changes,
});

async function until(id: string, phases: LocalObservation['phase'][], at = runtime()): Promise<LocalObservation> {
  for (const end = Date.now() + 15_000; Date.now() < end; await delay(50)) {
    const observation = await at.observe(id);
    if (observation !== undefined && phases.includes(observation.phase)) return observation;
  }
  throw new Error(`the job ${id} never became ${phases.join(' or ')}: ${(await at.log(id))?.text}`);
}
async function running(id: string): Promise<{ pid: number }> {
  const observation = await until(id, ['running']);
  if (observation.phase !== 'running') throw new Error('not running');
  return observation;
}

describe('the local runtime', () => {
  it('runs a job once, however often it is submitted, and tells its result and log', async () => {
    scanState = 'succeeded';
    const before = scans.length;
    const job = aJob();
    await Promise.all([runtime().submit(job), runtime().submit(job), runtime().submit(job)]);
    expect(await until(job.id, ['succeeded'])).toMatchObject({ phase: 'succeeded', facts: { created: 2 } });
    await runtime().submit(job);
    await delay(300);
    expect(scans.slice(before)).toEqual(['Bearer secret-token']);
    let log = '';
    for await (const part of runtime().follow(job.id, AbortSignal.timeout(5_000))) log += part;
    expect(log).toContain('scanned depot crm');
  });

  it('tells a failed job with its reason, and a faulty spec with its pointer', async () => {
    scanState = 'failed';
    const [failed, faulty, unknown] = [aJob(), aJob({ stackSpec: { depot: 'dataos://crm', sourceConfig: { config: { ingestSampleData: true } } } }), aJob({ stack: 'soda:1.0' })];
    for (const job of [failed, faulty, unknown]) await runtime().submit(job);
    expect(await until(failed.id, ['failed'])).toMatchObject({ reason: expect.stringContaining('the source is down') });
    expect(await until(faulty.id, ['failed'])).toMatchObject({ reason: expect.stringContaining('/stackSpec/sourceConfig/config') });
    expect(await until(unknown.id, ['failed'])).toMatchObject({ reason: expect.stringContaining('"soda:1.0" is not available') });
  });

  it('keeps the token in a private file only, and only while the job runs', async () => {
    scanState = 'running';
    const job = aJob();
    await runtime().submit(job);
    const { pid } = await running(job.id);
    const request = join(folder, job.id, 'request.json');
    expect((await stat(request)).mode & 0o077).toBe(0);
    if (process.platform === 'linux') {
      for (const part of ['cmdline', 'environ']) expect(await readFile(`/proc/${pid}/${part}`, 'utf8')).not.toContain('secret-token');
    }
    await runtime().stop(job.id);
    expect(await readFile(request, 'utf8')).not.toContain('secret-token');
  });

  it('adopts a running job by its folder, and stops it with all it started', async () => {
    scanState = 'running';
    const job = aJob();
    await runtime().submit(job);
    const { pid } = await running(job.id);
    const later = runtime();
    expect(await later.observe(job.id)).toMatchObject({ phase: 'running', pid });
    await later.stop(job.id);
    expect(await later.observe(job.id)).toMatchObject({ phase: 'stopped', reason: 'stopped on request' });
    expect(await identify(pid)).toBeUndefined();
    await later.stop(job.id);
  });

  it('reports a killed job as failed and never starts it again', async () => {
    scanState = 'running';
    const job = aJob();
    await runtime().submit(job);
    const { pid } = await running(job.id);
    const before = scans.length;
    process.kill(pid, 'SIGKILL');
    expect(await until(job.id, ['failed'])).toMatchObject({ reason: 'the process of the job died' });
    await runtime().submit(job);
    await delay(300);
    expect(scans.length).toBeLessThanOrEqual(before + 1);
    expect(await runtime().observe(job.id)).toMatchObject({ phase: 'failed' });
  });

  it('is not fooled by a process that got the dead one\'s id', async () => {
    const job = aJob();
    const jobFolder = new JobFolder(join(folder, job.id));
    await jobFolder.create(job);
    await jobFolder.takeLock({ pid: process.pid, startedAt: 'another time', at: new Date().toISOString() });
    expect(await runtime().observe(job.id)).toMatchObject({ phase: 'failed' });
    await runtime().stop(job.id);
    expect(await isAlive({ pid: process.pid, startedAt: 'another time' })).toBe(false);
  });

  it('starts a job whose submitter died before it could, and gives up one that never starts', async () => {
    scanState = 'succeeded';
    const [early, late] = [aJob(), aJob()];
    for (const job of [early, late]) await new JobFolder(join(folder, job.id)).create({ ...job, submittedAt: new Date().toISOString() });
    expect(await runtime().observe(early.id)).toEqual({ phase: 'pending' });
    await runtime().submit(early);
    await until(early.id, ['succeeded']);
    expect(await runtime({ startTimeoutMs: 0 }).observe(late.id)).toMatchObject({ phase: 'failed', reason: 'the process of the job did not start' });
    await runtime().submit(late);
    expect(await runtime().observe(late.id)).toMatchObject({ phase: 'failed' });
  });

  it('leaves no orphan when the launcher is gone', async () => {
    scanState = 'running';
    const launcher = spawn('sleep', ['60']);
    const job = aJob();
    await runtime({ supervisorPid: launcher.pid ?? 0 }).submit(job);
    const { pid } = await running(job.id);
    launcher.kill('SIGKILL');
    expect(await until(job.id, ['stopped'])).toMatchObject({ reason: 'the platform that started the job has ended' });
    for (const end = Date.now() + 3_000; Date.now() < end && (await identify(pid)) !== undefined;) await delay(50);
    expect(await identify(pid)).toBeUndefined();
  });

  it('knows nothing of other ids and refuses ids that are paths', async () => {
    expect(await runtime().observe('never')).toBeUndefined();
    expect(existsSync(join(folder, 'never'))).toBe(false);
    await expect(runtime().submit(aJob({ id: '../escape' }))).rejects.toThrow('not a job id');
    expect((await readdir(folder)).every((name) => name.startsWith('job-'))).toBe(true);
  });
});
