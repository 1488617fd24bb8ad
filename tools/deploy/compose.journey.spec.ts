import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@dataos/contracts-core';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { odinApi } from '@dataos/contracts-odin';
import { porosApi } from '@dataos/contracts-poros';
import { eventually } from '@dataos/testkit';
import { DockerComposeEnvironment } from 'testcontainers';
import { BasicAuth, Trino } from 'trino-client';
import { serviceNames } from '../local/services.ts';
import { freePort } from '../test/test-postgres.ts';

const root = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const answers = (...args: string[]): boolean => spawnSync('docker', args, { stdio: 'ignore', timeout: 20_000 }).status === 0;
/** What the images stand on, by the recipe's own words. */
const base = /^ARG NODE=(\S+)$/m.exec(readFileSync(path.join(root, 'Dockerfile'), 'utf8'))?.[1] ?? '';
const engine = answers('version') && answers('compose', 'version');

(engine ? describe : describe.skip)(engine ? 'docker compose up' : 'not run: no container engine answers', () => {
  const project = `dataos-journey-${process.pid}`;
  const settings: Record<string, string> = { COMPOSE_PROJECT_NAME: project };
  const folder = mkdtempSync(path.join(tmpdir(), 'compose-'));
  const environment = () => ({ ...process.env, ...settings });
  const compose = async (...args: string[]): Promise<string> => (await run('docker', ['compose', ...args], { cwd: root, env: environment(), maxBuffer: 1 << 26 })).stdout;
  const script = async (name: string, ...args: string[]): Promise<string> => (await run(path.join(root, 'deploy', name), args, { env: environment(), maxBuffer: 1 << 26 })).stdout;
  const url = (): string => `http://127.0.0.1:${settings['DATAOS_PORT']}`;
  let keys: Record<string, string> = {};
  const as = (role: string) => ({ baseUrl: url(), token: keys[role] ?? '' });

  /** The first run applies the example and asks one question; its last lines say that all is up. */
  const untilSampleIsThere = () => eventually(async () => {
    const log = await compose('logs', '--no-log-prefix', 'sample');
    if (log.includes('dataos is up')) return log;
    const state = await compose('ps', '--all', '--format', '{{.Service}} {{.State}} {{.Health}} {{.ExitCode}}');
    throw new Error(`${state}\n${log.slice(-2_000)}`);
  }, { timeoutMs: 240_000, everyMs: 1_000 });

  beforeAll(async () => {
    settings['DATAOS_PORT'] = String(await freePort());
    settings['DATAOS_TRINO_PORT'] = String(await freePort());
    await new DockerComposeEnvironment(root, 'docker-compose.yml').withProjectName(project).withEnvironment(environment() as Record<string, string>).withBuild().withStartupTimeout(240_000).up();
    await untilSampleIsThere();
    keys = Object.fromEntries([...(await compose('run', '--rm', '-T', '--no-deps', 'dataos', 'keys')).matchAll(/DATAOS_(\w+)_APIKEY='([^']+)'/g)].map(([, role = '', key = '']) => [role, key]));
  }, 900_000);

  afterAll(async () => {
    await compose('down', '--volumes', '--remove-orphans', '--timeout', '5');
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  const question = 'SELECT passenger_id, email, home_state FROM crm.public.passengers WHERE passenger_id < 200 ORDER BY passenger_id';

  /** By the official Trino client through the published port, as anybody's program would. */
  async function ask(role: string): Promise<{ rows: unknown[][]; error?: string }> {
    const trino = Trino.create({ server: `http://127.0.0.1:${settings['DATAOS_TRINO_PORT']}`, auth: new BasicAuth('', keys[role] ?? '') });
    const rows: unknown[][] = [];
    for await (const page of await trino.query(question)) {
      if (page.error) return { rows: [], error: page.error.message };
      rows.push(...(page.data ?? []));
    }
    return { rows };
  }

  async function expectTwoAnswersAndARefusal(): Promise<void> {
    const operator = await ask('OPERATOR');
    const analyst = await ask('ANALYST');
    expect(operator.rows.length).toBe(199);
    expect(operator.rows.every(([, email]) => String(email).includes('@'))).toBe(true);
    expect(analyst.rows.map(([id]) => id)).toEqual(operator.rows.filter(([, , state]) => state === 'CA').map(([id]) => id));
    expect(analyst.rows.length).toBeGreaterThan(0);
    expect(analyst.rows.every(([, email]) => /^[0-9a-f]{64}$/.test(String(email)))).toBe(true);
    expect(await ask('OUTSIDER')).toMatchObject({ rows: [], error: expect.stringContaining('Access Denied') });
  }

  it('gives the first answer within two minutes, and prints how long it took', async () => {
    const seconds = Number(/first answer ([\d.]+) s after/.exec(await compose('logs', '--no-log-prefix', 'sample'))?.[1]);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(120);
    process.stdout.write(`compose: first answer ${seconds} s after up\n`);
  });

  it('has the example applied, and gives one question two answers and one refusal', async () => {
    const [bundle] = await createClient(porosApi, as('OPERATOR')).listResources({ params: { type: 'bundle' } });
    expect(bundle).toMatchObject({ name: 'air', status: { aggregateStatus: 'active' } });
    await expectTwoAnswersAndARefusal();
  }, 60_000);

  it('serves the console and lets nobody in without a key', async () => {
    expect(await (await fetch(`${url()}/`)).text()).toContain('<div id="root">');
    expect((await fetch(`${url()}/heimdall/api/v1/users`)).status).toBe(401);
  });

  it.each(serviceNames)('%s is small, without rights, and cannot write its root file system', async (name) => {
    const { stdout } = await run('docker', ['image', 'inspect', '--format', '{{.Size}}', base, `${process.env['DATAOS_IMAGES'] ?? 'dataos'}/${name}:${process.env['DATAOS_VERSION'] ?? 'latest'}`]);
    const [below = 0, all = 0] = stdout.trim().split('\n').map(Number);
    expect((all - below) / 1_000_000).toBeGreaterThan(1);
    expect((all - below) / 1_000_000).toBeLessThanOrEqual(150);
    const tried = await compose('exec', '-T', name, 'bash', '-c', 'id -u; grep CapEff /proc/self/status; touch /app/planted /etc/planted 2>&1; touch /tmp/planted && echo /tmp');
    expect(tried).toMatch(/^1000\nCapEff:\t0+\n.*\/app\/planted.*Read-only file system\n.*\/etc\/planted.*Read-only file system\n\/tmp\n$/);
  }, 60_000);

  it('names every missing or malformed setting and ends the container with 78', async () => {
    const faulty = compose('run', '--rm', '-T', '--no-deps', '-e', 'PORT=many', '-e', 'DATABASE_URL_FILE=/nowhere', '-e', 'HEIMDALL_URL=there', 'metis');
    const { code, stdout, stderr } = await faulty.then(() => ({ code: 0, stdout: '', stderr: '' }), (error: { code: number; stdout: string; stderr: string }) => error);
    expect(code).toBe(78);
    for (const variable of ['PORT', 'DATABASE_URL_FILE', 'HEIMDALL_URL']) expect(stdout + stderr).toContain(`  ${variable}: `);
  }, 60_000);

  it('stays live without its broker, not ready, and says so where `docker inspect` shows it', async () => {
    const health = async (): Promise<{ Status: string; Log: { Output: string }[] }> => {
      const id = (await compose('ps', '--quiet', 'metis')).trim();
      return JSON.parse((await run('docker', ['inspect', '--format', '{{json .State.Health}}', id])).stdout) as { Status: string; Log: { Output: string }[] };
    };
    await compose('stop', 'kafka');
    await eventually(async () => expect((await health()).Log.at(-1)?.Output).toMatch(/events/), { timeoutMs: 60_000, everyMs: 1_000 });
    const live = 'fetch("http://127.0.0.1:8080/health/live").then(({ status }) => console.log(status))';
    expect((await compose('exec', '-T', 'metis', 'node', '-e', live)).trim()).toBe('200');
    await compose('start', 'kafka');
    await eventually(async () => expect((await health()).Status).toBe('healthy'), { timeoutMs: 90_000, everyMs: 1_000 });
  }, 180_000);

  it('lets no role of the database server into another\'s database', async () => {
    const select = (role: string, database: string): Promise<string> => compose('exec', '-T', 'postgres', 'psql', '-h', '127.0.0.1', '-U', role, '-d', database, '-tAc', 'SELECT current_user');
    expect((await select('metis', 'metis')).trim()).toBe('metis');
    for (const database of ['heimdall', 'crm', 'postgres', 'template1']) await expect(select('metis', database)).rejects.toThrow('permission denied for database');
  }, 60_000);

  it('loses nothing when a container is killed under load: what was accepted is there, and told to the others once', async () => {
    const heimdall = createClient(heimdallApi, as('OPERATOR'));
    const accepted: string[] = [];
    let refused = 0;
    let next = 0;
    let killed = false;
    const until = Date.now() + 20_000;
    const worker = async (): Promise<void> => {
      while (Date.now() < until) {
        const id = `load-${(next += 1)}`;
        try {
          await heimdall.createUser({ body: { id, name: id, email: `${id}@load.example`, type: 'person', tags: ['roles:id:user'] } });
          accepted.push(id);
        } catch {
          refused += 1;
          await delay(100);
        }
      }
    };
    const kill = async (): Promise<void> => {
      await eventually(() => expect(accepted.length).toBeGreaterThan(30), { timeoutMs: 15_000 });
      await compose('kill', '--signal', 'SIGKILL', 'heimdall');
      killed = true;
      await compose('up', '--detach', '--no-build', '--no-recreate', '--no-deps', '--wait', 'heimdall');
    };
    await Promise.all([worker(), worker(), worker(), worker(), kill()]);
    expect([killed, refused > 0]).toEqual([true, true]);
    const known = new Set(await eventually(async () => (await heimdall.listUsers({ query: {} })).map(({ id }) => id), { timeoutMs: 60_000 }));
    expect(accepted.filter((id) => !known.has(id))).toEqual([]);
    const odin = createClient(odinApi, as('OPERATOR'));
    await eventually(async () => {
      const { results } = await odin.sparql({ query: { query: 'SELECT ?mail { ?u foaf:mbox ?mail }' } });
      const mails = (results?.bindings ?? []).map(({ mail }) => mail?.value ?? '').filter((mail) => mail.includes('@load.example')).map((mail) => mail.replace('mailto:', ''));
      expect(new Set(mails).size).toBe(mails.length);
      expect(accepted.filter((id) => !mails.includes(`${id}@load.example`))).toEqual([]);
    }, { timeoutMs: 60_000, everyMs: 500 });
    process.stdout.write(`compose: heimdall killed under load: ${accepted.length} accepted, ${refused} refused meanwhile, 0 lost\n`);
  }, 180_000);

  it('comes back from a backup after everything was destroyed', async () => {
    const file = path.join(folder, 'backup.tar.gz');
    await script('backup', file);
    await compose('down', '--volumes', '--timeout', '10');
    await script('restore', file);
    await compose('up', '--detach', '--no-build', '--wait', ...readServices());
    await expectTwoAnswersAndARefusal();
    const users = await createClient(heimdallApi, as('OPERATOR')).listUsers({ query: {} });
    expect(users.some(({ id }) => id === 'load-1')).toBe(true);
  }, 300_000);
});

/** The long-running services of the file; jobs that end would fail `--wait`. */
const readServices = (): string[] => [...readFileSync(path.join(root, 'docker-compose.yml'), 'utf8').matchAll(/target: (?:service|api-gateway), args: \{ SERVICE: ([\w-]+) \}/g)].map(([, name = '']) => name);
