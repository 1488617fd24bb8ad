import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, eventually, type TestDatabase } from '@dataos/testkit';
import { type ServiceName, services } from '../local/services.ts';
import { freePort } from '../test/test-postgres.ts';

const root = path.resolve(import.meta.dirname, '../..');
const stateful = services.filter(({ database }) => database !== undefined).map(({ name }) => name);
const running: ChildProcess[] = [];
afterEach(() => { for (const child of running.splice(0)) child.kill('SIGKILL'); });

interface Started { ended: Promise<number | null>; output: () => string; child: ChildProcess }

/** The built service as a process of its own, with these settings and no others. */
function start(name: ServiceName, settings: Record<string, string>): Started {
  const child = spawn(process.execPath, [path.join(root, 'apps', name, 'dist/main.js')], { env: settings, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  return { child, output: () => output, ended: new Promise((resolve) => child.once('close', resolve)) };
}

describe('bad settings', () => {
  it.each(services.map(({ name }) => name))('%s without any names all that are missing and ends with 78', async (name) => {
    const { ended, output } = start(name, {});
    expect(await ended).toBe(78);
    const missing = ['PORT', ...(stateful.includes(name) ? ['DATABASE_URL'] : []), ...(name === 'heimdall' ? ['HEIMDALL_KEY_FILE'] : ['HEIMDALL_URL'])];
    for (const variable of missing) expect(output()).toContain(`  ${variable}: `);
  }, 60_000);

  it('malformed ones are all named, their values not told', async () => {
    const { ended, output } = start('metis', { PORT: 'many', DATABASE_URL: 'mysql://u:hunter2@h/d', HEIMDALL_URL: 'there', DEPOT_SERVICE_URL: 'http://depot', SERVICE_APIKEY_FILE: '/nowhere/apikey' });
    expect(await ended).toBe(78);
    for (const variable of ['PORT', 'DATABASE_URL', 'HEIMDALL_URL', 'SERVICE_APIKEY_FILE']) expect(output()).toContain(`  ${variable}: `);
    expect(output()).not.toMatch(/hunter2|DEPOT_SERVICE_URL/);
  }, 60_000);
});

/** A door in front of the database that can be shut: connections end, new ones are refused. */
class Door {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  constructor(readonly port: number, private readonly target: URL) {}

  async open(): Promise<void> {
    this.server = createServer((client) => {
      const upstream = connect(Number(this.target.port || 5432), this.target.hostname);
      for (const socket of [client, upstream]) this.sockets.add(socket.on('error', () => undefined));
      client.pipe(upstream).on('close', () => client.destroy());
      upstream.pipe(client).on('close', () => upstream.destroy());
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
  }

  async shut(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

describe('a service whose database or broker is away', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'start-up-'));
  let database: TestDatabase;
  beforeAll(async () => { database = await createTestDatabase('start_up'); });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  async function startMetis(more: Record<string, string>): Promise<Started & { ask: (path: string) => Promise<{ status: number; body: { dependencies: Record<string, { ok: boolean; message?: string }> } }> }> {
    const port = await freePort();
    const started = start('metis', { PORT: String(port), SERVICE_APIKEY: 'k', HEIMDALL_URL: 'http://127.0.0.1:1', DEPOT_SERVICE_URL: 'http://127.0.0.1:1', LOG_LEVEL: 'warn', ...more });
    const ask = async (what: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}/health/${what}`).catch((error: Error) => {
        throw new Error(`${error.message}; exit code ${started.child.exitCode}: ${started.output().slice(-2_000)}`);
      });
      return { status: answer.status, body: (await answer.json()) as never };
    };
    return { ...started, ask };
  }

  it('is live, not ready, and says which; starts by itself when it comes, and lives through its going and coming', async () => {
    const url = new URL(database.url);
    const door = new Door(await freePort(), new URL(database.url));
    url.host = `127.0.0.1:${door.port}`;
    const file = path.join(folder, 'database-url');
    writeFileSync(file, `${url.toString()}\n`);
    const { ask, child, output } = await startMetis({ DATABASE_URL_FILE: file });
    await eventually(async () => expect(await ask('live')).toMatchObject({ status: 200 }), { timeoutMs: 30_000 });
    expect(await ask('ready')).toMatchObject({ status: 503, body: { status: 'not-ready', service: 'metis', dependencies: { database: { ok: false, message: expect.stringContaining('ECONNREFUSED') } } } });
    await door.open();
    await eventually(async () => expect(await ask('ready')).toMatchObject({ status: 200, body: { dependencies: { database: { ok: true }, events: { ok: true } } } }), { timeoutMs: 40_000 });
    await door.shut();
    await eventually(async () => expect(await ask('ready')).toMatchObject({ status: 503, body: { dependencies: { database: { ok: false } } } }), { timeoutMs: 20_000 });
    expect(await ask('live')).toMatchObject({ status: 200 });
    await door.open();
    await eventually(async () => expect(await ask('ready')).toMatchObject({ status: 200 }), { timeoutMs: 40_000 });
    for (let cut = 0; cut < 10; cut += 1) {
      await door.shut();
      await delay(100 * cut);
      await door.open();
      await eventually(async () => expect(await ask('ready')).toMatchObject({ status: 200 }), { timeoutMs: 40_000 });
      await delay(30 * cut);
    }
    expect([child.exitCode, output().includes(url.password)]).toEqual([null, url.password === '']);
    await door.shut();
  }, 150_000);

  it('names the broker where that is what is missing, and ends when asked to', async () => {
    const { ask, child, ended } = await startMetis({ DATABASE_URL: database.url, KAFKA_BROKERS: '127.0.0.1:1' });
    await eventually(async () => expect((await ask('ready')).body.dependencies).toMatchObject({ database: { ok: true }, events: { ok: false } }), { timeoutMs: 30_000 });
    expect(await ask('live')).toMatchObject({ status: 200 });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 90_000);
});
