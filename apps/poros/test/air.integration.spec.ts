import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { DepotRequest } from '@dataos/contracts-depot';
import { AccessRule, DataRule } from '@dataos/contracts-heimdall';
import { createTestDatabase, type TestDatabase } from '@dataos/testkit';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { parse } from 'yaml';
import type { Platform, StackContext, StackResult } from '../src/stacks/stack.js';
import { checkStackSpec, prepareStack } from '../src/stacks/stack.registry.js';

const root = join(import.meta.dirname, '../../..');
const resources = join(root, 'examples/air/resources');
interface Job { name: string; spec: { stack: string; stackSpec: unknown } }
const jobsOf = (workflow: string): Job[] => (parse(readFileSync(join(resources, `${workflow}.workflow.yaml`), 'utf8')) as { workflow: { dag: Job[] } }).workflow.dag;

let database: TestDatabase;
let folder: string;
let client: pg.Client;
const lines: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase('air');
  folder = await mkdtemp(join(tmpdir(), 'air-'));
  await mkdir(join(folder, 'files/air'), { recursive: true });
  await copyFile(join(root, 'node_modules/vega-datasets/data/flights-3m.parquet'), join(folder, 'files/air/flights.parquet'));
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function run({ spec }: Job): Promise<StackResult> {
  const url = new URL(database.url);
  const crm = { kind: 'postgres', host: url.hostname, port: Number(url.port), database: url.pathname.slice(1), user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } as const;
  const platform: Platform = {
    connect: async (address) => (address.startsWith('dataos://crm') ? crm : { kind: 'file', root: join(folder, 'files') }),
    describe: async () => new Map(),
    decide: async (tables) => tables.map(({ address }) => ({ address, allow: true, policies: [], filters: [], masks: [] })),
    requireWrite: async () => undefined,
    passTags: async () => undefined,
    scan: async () => ({}),
  };
  const context: StackContext = { jobId: 'air', workFolder: join(folder, 'work'), platform, signal: new AbortController().signal, log: (line) => void lines.push(line) };
  const prepared = prepareStack(spec.stack, spec.stackSpec);
  return prepared.stack.run(prepared.spec, context);
}

describe('the air example', () => {
  it('has only jobs that this build can run', () => {
    const jobs = ['load-crm', 'scan-air', 'booked-flights'].flatMap(jobsOf);
    expect(jobs.flatMap(({ name, spec }) => checkStackSpec(spec.stack, spec.stackSpec).map((fault) => ({ name, ...fault })))).toEqual([]);
  });

  it('has depots and policies that their services take', () => {
    const manifests = readdirSync(resources).map((file) => parse(readFileSync(join(resources, file), 'utf8')) as Record<string, never> & { name: string });
    const faults = manifests.flatMap(({ name, depot, policy }) => {
      const { access, data } = (policy ?? {}) as { access?: unknown; data?: unknown };
      const checks = ([[DepotRequest, depot], [AccessRule, access], [DataRule, data]] as const).flatMap(([schema, value]) => (value === undefined ? [] : [schema.safeParse(value)]));
      return checks.flatMap((check) => (check.success ? [] : [{ name, error: check.error.message }]));
    });
    expect(faults).toEqual([]);
    expect(manifests.filter(({ policy }) => policy)).toHaveLength(8);
  });

  it('bundles every resource of the folder, once', () => {
    const bundle = parse(readFileSync(join(root, 'examples/air/air.bundle.yaml'), 'utf8')) as { bundle: { resources: { file: string }[] } };
    const files = bundle.bundle.resources.map(({ file }) => file.replace('resources/', ''));
    expect([...files].sort()).toEqual(readdirSync(resources).sort());
  });

  it('loads the CRM and joins it with three million flights, one row for each booking, fast enough', async () => {
    const [load] = jobsOf('load-crm');
    const [join3] = jobsOf('booked-flights');
    if (load === undefined || join3 === undefined) throw new Error('the workflows have no jobs');
    const started = performance.now();
    await run(load);
    const loaded = performance.now();
    const result = await run(join3);
    const joined = performance.now();
    process.stdout.write(`air: load ${Math.round(loaded - started)} ms, join ${Math.round(joined - loaded)} ms (${lines.join('; ')})\n`);
    const { rows } = await client.query('SELECT (SELECT count(*) FROM passengers)::int AS passengers, (SELECT count(*) FROM bookings)::int AS bookings');
    expect(rows).toEqual([{ passengers: 100_000, bookings: 400_000 }]);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const counted = await connection.runAndReadAll(`SELECT count(*)::INT AS n, count(DISTINCT booking_id)::INT AS ids FROM '${folder}/files/derived/booked_flights.parquet'`);
    expect(counted.getRowObjectsJson()).toEqual([{ n: 400_000, ids: 400_000 }]);
    const origins = Object.fromEntries(result.columns.map(({ output, inputs }) => [output.split('#')[1], inputs]));
    expect(origins['email']).toEqual(['dataos://crm:public/passengers#email']);
    expect(origins['delay']).toEqual(['dataos://flights:air/flights#delay']);
  }, 120_000);
});
