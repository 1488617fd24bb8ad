/** Heimdall over HTTP: the service as it is shipped, on a real PostgreSQL, two replicas behind one database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import pg from 'pg';
import { sharedPostgres } from '../test/shared-postgres.ts';
import type { Figure } from './figure.ts';
import { workload, type Workload } from './heimdall-workload.ts';

const OPERATOR = 'key-operator-0123456789';
const ASKER = 'key-asker-0123456789';
const POLICIES = 1_000;
const SECONDS = 6;
/** Node's options as the service is deployed with. */
const [, NODE_OPTIONS = ''] = /^NODE_OPTIONS=(.*)$/m.exec(readFileSync(path.resolve(import.meta.dirname, '../../k8s/base/heimdall/settings.env'), 'utf8')) ?? [];

type Report = (figure: Figure) => void;
interface Place { readonly url: string; readonly child: ChildProcess }

export async function measureHttp(report: Report): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'heimdall-bench-'));
  const admin = new pg.Client({ connectionString: process.env.DATAOS_TEST_POSTGRES ?? await sharedPostgres() });
  await admin.connect();
  const name = `heimdall_bench_${process.pid}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const database = new URL(process.env.DATAOS_TEST_POSTGRES ?? await sharedPostgres());
  database.pathname = `/${name}`;
  const places: Place[] = [];
  try {
    const work = workload(POLICIES, 1_000);
    bootstrap(folder, work);
    for (let i = 0; i < 2; i += 1) places.push(await startHeimdall(folder, database.toString()));
    const [one, two] = places as [Place, Place];
    await load(database.toString(), work);
    await measureRates(one.url, work, report);
    await measureEffect(one.url, two.url, report);
  } finally {
    for (const { child } of places) child.kill('SIGTERM');
    await Promise.all(places.map(({ child }) => new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(undefined)))));
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function bootstrap(folder: string, { subjects }: Workload): void {
  const users = [
    { id: 'operator', name: 'Operator', type: 'person', tags: ['roles:id:operator'], apikey: OPERATOR },
    { id: 'asker', name: 'Asker', type: 'person', tags: [...(subjects[0]?.tags ?? []).filter((tag) => !tag.startsWith('users:')), 'roles:id:bench'], apikey: ASKER },
  ];
  writeFileSync(path.join(folder, 'bootstrap.json'), JSON.stringify({ users }));
}

async function startHeimdall(folder: string, database: string): Promise<Place> {
  const port = await freePort();
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../apps/heimdall/dist/main.js')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env, NODE_OPTIONS, NODE_ENV: 'production', PORT: String(port), LOG_LEVEL: 'warn', DATABASE_URL: database, EVENTS_URL: database, SERVICE_APIKEY: OPERATOR,
      SUPERVISOR_PID: String(process.pid), HEIMDALL_KEY_FILE: path.join(folder, 'key'), HEIMDALL_BOOTSTRAP_FILE: path.join(folder, 'bootstrap.json'),
    },
  });
  const url = `http://127.0.0.1:${port}`;
  for (let waited = 0; waited < 180_000; waited += 100) {
    if (await fetch(`${url}/health/ready`).then((answer) => answer.ok, () => false)) return { url, child };
    await sleep(100);
  }
  throw new Error('heimdall did not start');
}

/** Puts the policies where a thousand calls of the API would have put them. */
async function load(database: string, { policies }: Workload): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const all = [...policies, { name: 'bench-read', owner: 'operator', rule: { subjects: { tags: [['roles:id:bench']] }, predicates: ['read'], objects: { paths: ['dataos://bench:**'] }, allow: true } }];
  await client.query(
    `INSERT INTO policies (name, kind, layer, built_in, owner, description, tags, policy, revision, updated_at, updated_by)
     SELECT p->>'name', 'access', 'user', false, p->>'owner', '', '[]', jsonb_build_object('access', p->'rule'), 1, now(), 'bench' FROM jsonb_array_elements($1::jsonb) AS p`,
    [JSON.stringify(all)],
  );
  await client.query('UPDATE policy_set SET revision = revision + 1');
  await client.end();
}

async function measureRates(url: string, { objects }: Workload, report: Report): Promise<void> {
  const answer = { headers: { 'content-type': 'application/json', apikey: ASKER }, method: 'POST' as const };
  const single = { url: `${url}/heimdall/api/v1/authorize`, ...answer, body: JSON.stringify({ token: ASKER, context: { predicate: 'read', object: { paths: ['dataos://bench:public/t'] } } }) };
  const items = Array.from({ length: 1_000 }, (_, i) => ({ resource: { type: 'dataset', id: i % 2 === 0 ? `dataos://bench:c${i % 50}/t${i}` : objects[i]?.path } }));
  const batch = { url: `${url}/access/v1/evaluations`, ...answer, body: JSON.stringify({ subject: { type: 'user', id: 'asker' }, action: { name: 'read' }, evaluations: items }) };
  const nothing = await shoot({ url: `${url}/health/live` }, 50);
  const one = await shoot(single, 50);
  report({ name: 'http.single', value: one, unit: 'decisions/s', against: `a route that does nothing, ${nothing} requests/s`, ratio: Number((one / nothing).toFixed(3)) });
  report({ name: 'http.batch.1000', value: Math.round((await shoot(batch, 8)) * 1_000), unit: 'decisions/s' });
}

/** Answers per second; anything but 200 is a fault of the measurement. */
async function shoot(options: { url: string; method?: 'POST'; body?: string; headers?: Record<string, string> }, connections: number): Promise<number> {
  await autocannon({ ...options, connections, duration: 2 });
  const result = await autocannon({ ...options, connections, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${options.url}: ${result.non2xx} answers were refusals, ${result.errors} failed`);
  return Math.round(result.requests.total / result.duration);
}

/** From the moment a change of policy is sent to one replica until the other one decides by it. */
async function measureEffect(one: string, two: string, report: Report): Promise<void> {
  const took: number[] = [];
  const ask = async (): Promise<number> => (await fetch(`${two}/heimdall/api/v1/authorize`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: ASKER, context: { predicate: 'read', object: { paths: ['dataos://effect:public/t'] } } }),
  })).status;
  for (let round = 0; round < 20; round += 1) {
    const allow = round % 2 === 0;
    const policy = { policy: { access: { subjects: { tags: ['roles:id:bench'] }, predicates: ['read'], objects: { paths: ['dataos://effect:**'] }, allow } } };
    const started = performance.now();
    const put = await fetch(`${one}/heimdall/api/v1/policies/bench-effect`, { method: 'PUT', headers: { 'content-type': 'application/json', apikey: OPERATOR }, body: JSON.stringify(policy) });
    if (!put.ok) throw new Error(`the policy was refused: ${await put.text()}`);
    while ((await ask()) !== (allow ? 200 : 403)) await sleep(1);
    took.push(performance.now() - started);
  }
  report({ name: 'policy.effect', value: Math.round(Math.max(...took)), unit: 'ms, the slowest of 20, written by one replica and decided by another' });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
