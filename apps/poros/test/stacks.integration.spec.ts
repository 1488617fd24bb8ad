import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@dataos/testkit';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DatasetVerdict, Platform, Source, StackContext, StackResult } from '../src/stacks/stack.js';
import { prepareStack } from '../src/stacks/stack.registry.js';

let database: TestDatabase;
let folder: string;
let client: pg.Client;
const lines: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase('stacks');
  folder = await mkdtemp(join(tmpdir(), 'stacks-'));
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await mkdir(join(folder, 'files/air'), { recursive: true });
  await connection.run(`COPY (SELECT TIMESTAMP '2001-01-01' + INTERVAL (i) MINUTE AS date, i % 60 AS delay, 'A' || (i % 7) AS origin, 'B' || (i % 5) AS destination FROM range(1000) t(i)) TO '${folder}/files/air/flights.parquet'`);
});
afterAll(async () => {
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

function context(verdict: Partial<DatasetVerdict> = {}, changes: Partial<Platform> = {}): StackContext {
  const url = new URL(database.url);
  const crm: Source = { kind: 'postgres', host: url.hostname, port: Number(url.port), database: url.pathname.slice(1), user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const platform: Platform = {
    connect: async (address) => (address.startsWith('dataos://crm') ? crm : { kind: 'file', root: join(folder, 'files') }),
    describe: async () => new Map(),
    decide: async (tables) => tables.map(({ address }) => ({ address, allow: true, policies: [], filters: [], masks: [], ...verdict })),
    requireWrite: async () => undefined,
    passTags: async () => undefined,
    scan: async () => ({}),
    ...changes,
  };
  return { jobId: 'job', workFolder: join(folder, 'work'), platform, signal: new AbortController().signal, log: (line) => void lines.push(line) };
}

async function run(stack: string, spec: unknown, at = context()): Promise<StackResult> {
  const prepared = prepareStack(stack, spec);
  return prepared.stack.run(prepared.spec, at);
}

const load = (rows = 500) => ({
  seed: 7, output: 'dataos://crm:public?acl=rw',
  references: { flights: { dataset: 'dataos://flights:air/flights', columns: ['date', 'origin', 'destination'], rows: 100 } },
  tables: [
    { name: 'passengers', rows, primaryKey: 'id', columns: { id: { sequence: { start: 1 } }, first: { faker: 'person.firstName' }, email: { template: '{first}.{id}@example.com' }, note: { oneOf: ['', 'a\tb\\c', 'x,"y"'], nulls: 0.3 } } },
    { name: 'bookings', rows: rows * 2, primaryKey: 'id', columns: { id: { sequence: {} }, passenger: { foreignKey: { table: 'passengers' } }, departure: { reference: { name: 'flights', column: 'date' } }, origin: { reference: { name: 'flights', column: 'origin' } }, price: { number: { min: 1, max: 9, decimals: 2 } } } },
  ],
});
const checksum = async () => (await client.query<{ sum: string }>(`SELECT md5(string_agg(p::text, '|' ORDER BY p.id)) || (SELECT md5(string_agg(b::text, '|' ORDER BY b.id)) FROM bookings b) AS sum FROM passengers p`)).rows[0]?.sum;

const join3 = (sql: string) => ({ job: {
  inputs: [{ name: 'b', dataset: 'dataos://crm:public/bookings' }, { name: 'p', dataset: 'dataos://crm:public/passengers' }, { name: 'f', dataset: 'dataos://flights:air/flights' }],
  steps: [{ sequence: [{ name: 'out', sql }] }],
  outputs: [{ name: 'out', dataset: 'dataos://flights:derived/out?acl=rw', format: 'parquet' }],
} });
const good = 'SELECT b.id, b.departure, f.delay, p.email, upper(p.note) AS note FROM b JOIN p ON p.id = b.passenger JOIN f ON f.date = b.departure';

describe('datagen', () => {
  it('writes the same rows from the same seed, and other rows from another', async () => {
    await run('datagen:1.0', load());
    const first = await checksum();
    await run('datagen:1.0', load());
    expect(await checksum()).toBe(first);
    await run('datagen:1.0', { ...load(), seed: 8 });
    expect(await checksum()).not.toBe(first);
    const { rows } = await client.query(`SELECT count(*)::int AS n, count(note)::int AS notes FROM passengers`);
    expect(rows[0]).toMatchObject({ n: 500 });
    expect(rows[0].notes).toBeLessThan(450);
  });

  it('leaves the old table when it is stopped half-way', async () => {
    await run('datagen:1.0', load());
    const before = await checksum();
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('stop')), 150);
    await expect(run('datagen:1.0', { ...load(2_000_000), seed: 9 }, { ...context(), signal: controller.signal })).rejects.toThrow();
    expect(await checksum()).toBe(before);
    expect((await client.query(`SELECT to_regclass('public.passengers__staging') AS staging`)).rows[0].staging).toBeNull();
  });

  it('writes nothing where the user may not write, nor reads a filtered reference', async () => {
    const denied = context({}, { requireWrite: async () => { throw new Error('may not write'); } });
    await expect(run('datagen:1.0', { ...load(), seed: 10 }, denied)).rejects.toThrow('may not write');
    await expect(run('datagen:1.0', { ...load(), seed: 10 }, context({ filters: [{ column: 'origin' }] }))).rejects.toThrow('rows are filtered by origin');
  });
});

describe('flare', () => {
  it('joins Postgres and files, keeps NULL and empty text apart, and knows where columns come from', async () => {
    await run('datagen:1.0', load());
    const result = await run('flare:6.0', join3(good));
    expect(result.inputs).toEqual(['dataos://crm:public/bookings', 'dataos://crm:public/passengers', 'dataos://flights:air/flights']);
    expect(result.outputs).toEqual(['dataos://flights:derived/out']);
    expect(result.columns.find(({ output }) => output.endsWith('#email'))?.inputs).toEqual(['dataos://crm:public/passengers#email']);
    expect(result.columns.find(({ output }) => output.endsWith('#note'))?.inputs).toEqual(['dataos://crm:public/passengers#note']);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const got = (await connection.runAndReadAll(`SELECT count(*)::INT AS n, count(note)::INT AS notes, count(*) FILTER (note = '')::INT AS blank FROM '${folder}/files/derived/out.parquet'`)).getRowObjectsJson()[0];
    const want = (await client.query(`SELECT count(*)::int AS n, count(p.note)::int AS notes, (count(*) FILTER (WHERE note = ''))::int AS blank FROM bookings b JOIN passengers p ON p.id = b.passenger`)).rows[0];
    expect(got).toEqual(want);
    expect(await readdir(join(folder, 'files/derived'))).toEqual(['out.parquet']);
  });

  it('protects a copy before it can be found, and leaves the old one where that fails', async () => {
    const derived = join(folder, 'files/derived');
    await rm(derived, { recursive: true, force: true });
    const there: string[][] = [];
    const told: string[] = [];
    await run('flare:6.0', join3(good), context({}, { passTags: async (columns) => {
      there.push((await readdir(derived)).filter((name) => !name.startsWith('.')));
      told.push(...columns.map(({ output, inputs }) => `${output} ${inputs.join(' ')}`));
    } }));
    expect(there).toEqual([[]]);
    expect(told).toContain('dataos://flights:derived/out#email dataos://crm:public/passengers#email');
    const { mtimeMs } = await stat(join(derived, 'out.parquet'));
    await expect(run('flare:6.0', join3(good), context({}, { passTags: async () => { throw new Error('the catalog does not answer'); } }))).rejects.toThrow('the catalog does not answer');
    expect(await readdir(derived)).toEqual(['out.parquet']);
    expect((await stat(join(derived, 'out.parquet'))).mtimeMs).toBe(mtimeMs);
  });

  it.each([
    ['denied', { allow: false, reason: 'no policy allows it' }, 'no policy allows it'],
    ['masked', { masks: [{ column: 'email', operator: 'hash', policy: 'm1' }] }, 'column email is masked (policy m1)'],
    ['filtered', { filters: [{ column: 'state', policy: 'f1' }] }, 'rows are filtered by state (policy f1)'],
  ] as const)('refuses a %s input and writes nothing', async (_name, verdict, reason) => {
    await rm(join(folder, 'files/derived'), { recursive: true, force: true });
    await expect(run('flare:6.0', join3(good), context(verdict))).rejects.toThrow(reason);
    expect(await readdir(join(folder, 'files/derived')).catch(() => [])).toEqual([]);
  });

  it.each([
    ['a file beside the inputs', `SELECT * FROM '${'/etc/passwd'}'`, 'is not an input'],
    ['a reader', `SELECT * FROM read_parquet('x.parquet')`, 'table function read_parquet'],
    ['dynamic SQL', `SELECT * FROM query('SELECT 1')`, 'table function query'],
    ['an undeclared table', 'SELECT * FROM duckdb_settings', 'is not an input'],
    ['a file in a subquery', `SELECT (SELECT count(*) FROM read_text('/etc/passwd')) AS n`, 'table function read_text'],
    ['another statement', `COPY p TO '/tmp/leak.csv'`, 'one SELECT'],
    ['two statements', 'SELECT 1; SELECT 2', 'one SELECT'],
  ])('refuses %s', async (_name, sql, message) => {
    await expect(run('flare:6.0', join3(sql))).rejects.toThrow(message);
  });
});
