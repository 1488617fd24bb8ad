import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccessRequest } from '@dataos/contracts-core';
import { EngineStarted, EngineStopped } from '@dataos/contracts-minerva';
import type { operationsApi } from '@dataos/contracts-operations';
import { RunFinished, RunStarted } from '@dataos/contracts-poros';
import { EVENT_BUS, type EventBus, schemaDrift } from '@dataos/kit';
import { eventually, problemOf, startTestService, type TestService } from '@dataos/testkit';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { Poller } from '../src/sampling/poller.js';
import { service } from '../src/service.js';

const operator = { id: 'olivia', type: 'person' as const, tags: ['roles:id:operator'] };
const people = { users: { 'key-olivia': operator, 'key-otto': { ...operator, id: 'otto' } }, allow: ({ principal }: AccessRequest) => principal?.id !== 'otto' };
const now = (): string => new Date().toISOString();

describe('operations', () => {
  let operations: TestService<typeof operationsApi>;
  let folder: string;
  let file: string;
  let peer: Server;
  const children: ChildProcess[] = [];
  const client = () => operations.client('key-olivia');
  const start = async (): Promise<ChildProcess & { pid: number }> => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    children.push(child);
    await once(child, 'spawn');
    return child as ChildProcess & { pid: number };
  };
  const write = async (entries: unknown): Promise<void> => {
    await writeFile(`${file}.new`, JSON.stringify(entries));
    await rename(`${file}.new`, file);
  };
  const send = (type: { type: string; topic: string }, subject: string, data: object): Promise<void> => operations.get<EventBus>(EVENT_BUS).publish([{
    topic: type.topic, key: subject, envelope: { specversion: '1.0', id: randomUUID(), source: 'test', type: type.type, subject, time: now(), data },
  }]);
  const podsOf = async (name: string, history: 'true' | 'false' = 'true') => (await client().listPods({ query: { name, history } })).items;
  const settings = (): Record<string, string> => ({
    SUPERVISOR_FILE: file, SAMPLE_EVERY_MS: '200', HEIMDALL_URL: `http://127.0.0.1:${(peer.address() as AddressInfo).port}`, METIS_URL: 'http://127.0.0.1:9',
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'operations-'));
    file = join(folder, 'processes.json');
    await write([]);
    peer = createServer((_, response) => {
      response.writeHead(503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'not-ready', service: 'heimdall', version: '1.2.3', startedAt: now(), dependencies: { database: { ok: false, message: 'refused', ms: 2 } } }));
    }).listen(0, '127.0.0.1');
    await once(peer, 'listening');
    operations = (await startTestService(service, AppModule, { ...people, config: settings() })) as unknown as typeof operations;
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await operations.close();
    peer.close();
    await rm(folder, { recursive: true });
  });

  it('follows a service whose process is killed and started again', async () => {
    const first = await start();
    const startedAt = now();
    await write([{ name: 'metis', pid: first.pid, restarts: 0, startedAt, phase: 'running' }]);
    const known = await eventually(async () => {
      const [pod] = await podsOf('metis', 'false');
      expect(pod).toMatchObject({ kind: 'service', phase: 'running', pid: first.pid, restarts: 0, startedAt });
      expect(pod?.usage?.memory).toBeGreaterThan(1_000_000);
      return pod;
    });
    await eventually(async () => expect((await client().getPod({ params: { id: known?.id ?? '' } })).samples.length).toBeGreaterThan(1));

    first.kill('SIGKILL');
    await once(first, 'exit');
    const lastExit = { code: null, signal: 'SIGKILL', at: now() };
    const second = await start();
    await write([{ name: 'metis', pid: second.pid, restarts: 1, startedAt: now(), phase: 'running', lastExit }]);
    await eventually(async () => expect(await podsOf('metis', 'false')).toMatchObject([{ pid: second.pid, phase: 'running', restarts: 1, lastExit }]));
    expect(await podsOf('metis')).toMatchObject([
      { pid: second.pid, phase: 'running' },
      { pid: first.pid, phase: 'failed', restarts: 0, finishedAt: lastExit.at, lastExit, reason: 'it was ended by SIGKILL' },
    ]);
    const samples = (await client().getPod({ params: { id: known?.id ?? '' } })).samples;
    expect(samples.every(({ at }) => at <= lastExit.at)).toBe(true);
    expect(await client().listPods({ query: { phase: 'failed', kind: 'service', name: 'metis' } })).toMatchObject({ total: 1 });
    expect(await client().listPods({ query: { history: 'true', name: 'metis', size: 1, page: 2 } })).toMatchObject({ total: 2, items: [{ pid: first.pid }] });
    expect(await client().listPods({ query: { kind: 'engine', history: 'true' } })).toMatchObject({ total: 0, items: [] });
  });

  it('keeps what it knows while the file cannot be understood, and says so', async () => {
    const before = await podsOf('metis');
    await write([{ name: 'metis', pid: 'seven' }]);
    await operations.get<Poller>(Poller).tick();
    expect((await podsOf('metis')).map(({ id, phase }) => [id, phase])).toEqual(before.map(({ id, phase }) => [id, phase]));
    const ready = await fetch(`${operations.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ dependencies: { supervisor: { ok: false }, database: { ok: true } } });
    await write([]);
  });

  it('follows engines by their events', async () => {
    const engine = await start();
    await send(EngineStarted, 'air', { cluster: 'air', kind: 'duckdb', pid: engine.pid, restarts: 0 });
    await eventually(async () => expect((await podsOf('air', 'false'))[0]).toMatchObject({ kind: 'engine', pid: engine.pid, phase: 'running', usage: { memory: expect.any(Number) as unknown } }));
    await send(EngineStopped, 'air', { cluster: 'air', kind: 'duckdb', pid: engine.pid, reason: 'out of memory', expected: false });
    await eventually(async () => expect(await podsOf('air')).toMatchObject([{ phase: 'failed', reason: 'out of memory' }]));
    expect(await podsOf('air', 'false')).toEqual([]);
  });

  it('follows jobs by the events of their runs, and makes no pod of the run itself', async () => {
    const process = await start();
    const id = 'workflow:v1:load-crm:public';
    const facts = { run: 'run-1', resource: id, runAs: 'olivia', generation: 1, startedAt: now() };
    await send(RunStarted, id, facts);
    await send(RunStarted, id, { ...facts, job: 'load', attempt: 1, pid: process.pid });
    await eventually(async () => expect((await podsOf('load'))[0]).toMatchObject({ kind: 'job', phase: 'running', usage: { cpu: expect.any(Number) as unknown } }));
    await send(RunFinished, id, { ...facts, job: 'load', attempt: 1, pid: process.pid, phase: 'succeeded', finishedAt: now(), inputs: [], outputs: [], columns: [] });
    await eventually(async () => expect(await podsOf('load')).toMatchObject([{ phase: 'succeeded', run: 'run-1', resource: id }]));
    expect((await client().listPods({ query: { kind: 'job', history: 'true' } })).total).toBe(1);
  });

  it('takes no sample twice when replicas look at the same time', async () => {
    const child = await start();
    await write([{ name: 'odin', pid: child.pid, restarts: 0, startedAt: now(), phase: 'running' }]);
    const replica = await startTestService(service, AppModule, { ...people, config: { ...settings(), DATABASE_URL: operations.databaseUrl, EVENTS_URL: operations.databaseUrl } });
    try {
      const [ours, theirs] = [operations.get<Poller>(Poller), replica.get<Poller>(Poller)];
      const until = Date.now() + 1_500;
      while (Date.now() < until) await Promise.all([ours.tick(), theirs.tick()]);
    } finally {
      await replica.close({ keepDatabase: true });
    }
    const [pod] = await podsOf('odin', 'false');
    const times = (await client().getPod({ params: { id: pod?.id ?? '' } })).samples.map(({ at }) => Date.parse(at));
    expect(times.length).toBeGreaterThan(2);
    for (const [i, time] of times.slice(1).entries()) expect(time - (times[i] ?? 0)).toBeGreaterThanOrEqual(160);
  });

  it('forgets samples and finished pods after their time, and nothing that lives', async () => {
    const database = operations.get<DataSource>(DataSource);
    await database.query(`INSERT INTO pod (id, kind, name, phase, restarts, started_at, finished_at) VALUES
      ('old', 'job', 'old', 'failed', 0, now() - interval '40 days', now() - interval '31 days'), ('long', 'job', 'long', 'running', 0, now() - interval '40 days', NULL)`);
    await database.query(`INSERT INTO sample VALUES ('long', now() - interval '25 hours', 1, 1), ('long', now() - interval '23 hours', 2, 2)`);
    await eventually(async () => expect((await problemOf(client().getPod({ params: { id: 'old' } }))).code).toBe('not-found'));
    await eventually(async () => expect(await client().getPod({ params: { id: 'long' } })).toMatchObject({ phase: 'running', samples: [{ cpu: 2, memory: 2 }] }));
  });

  it('tells how each service is, with what it lacks', async () => {
    const services = Object.fromEntries((await client().listServices()).map((health) => [health.name, health]));
    expect(Object.keys(services).sort()).toEqual(['heimdall', 'metis', 'operations']);
    expect(services['heimdall']).toMatchObject({ status: 'not-ready', version: '1.2.3', message: 'database: refused', dependencies: { database: { ok: false } } });
    expect(services['metis']).toMatchObject({ status: 'unreachable', dependencies: {}, message: expect.any(String) as unknown });
    expect(services['operations']).toMatchObject({ status: 'ready', dependencies: { database: { ok: true }, supervisor: { ok: true } } });
  });

  it('answers nobody unknown, nobody whom policy denies, and refuses filters it does not know', async () => {
    expect(await problemOf(operations.client().listPods({ query: {} }))).toMatchObject({ status: 401 });
    expect(await problemOf(operations.client('key-otto').listServices())).toMatchObject({ status: 403 });
    expect(await problemOf(client().getPod({ params: { id: 'nobody' } }))).toMatchObject({ status: 404 });
    expect((await fetch(`${operations.url}/operations/api/v1/pods?phase=dancing`, { headers: { authorization: 'Bearer key-olivia' } })).status).toBe(400);
  });

  it('keeps its tables as the entities say', async () => {
    expect(await schemaDrift(operations.get(DataSource))).toEqual([]);
  });
});
