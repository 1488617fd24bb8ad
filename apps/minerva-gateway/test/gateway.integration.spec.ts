import { DomainError, NotFound, type Principal } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import type { minervaApi } from '@dataos/contracts-minerva';
import { createTestDatabase, eventually, type FakePeer, problemOf, startFakePeer, startTestService, type TestDatabase, type TestService } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { BasicAuth, Trino, type QueryResult } from 'trino-client';
import { AppModule } from '../src/app.module.js';
import { service } from '../src/service.js';
import { TrinoListener } from '../src/statements/trino-listener.js';
import { runAll } from './support/tables.js';

const person = (id: string, role: string): Principal => ({ id, type: 'person', tags: ['roles:id:user', `roles:id:${role}`, `users:id:${id}`] });
const users = { 'key-olivia': person('olivia', 'operator'), 'key-amir': person('amir', 'analyst'), 'key-otto': person('otto', 'user') };

let crm: TestDatabase;
let peers: FakePeer[];
let gateway: TestService<typeof minervaApi>;
let root: string;
let heimdall: FakePeer;

const columns = {
  'dataos://crm:public/passengers': [
    ['id', 'bigint'], ['name', 'varchar'], ['email', 'varchar'], ['card_number', 'varchar'], ['birth_date', 'date'], ['state', 'char(2)'], ['spent', 'decimal(12,2)'],
    ['score', 'double'], ['active', 'boolean'], ['seen', 'timestamp(6) with time zone'],
  ],
  'dataos://flights:air/flights': [['flight', 'varchar'], ['passenger_id', 'bigint'], ['delay', 'integer']],
} as Record<string, [string, string][]>;

beforeAll(async () => {
  crm = await createTestDatabase('crm');
  const client = new pg.Client({ connectionString: crm.url });
  await client.connect();
  await client.query(`CREATE TABLE passengers (id bigint, name text, email text, card_number text, birth_date date, state char(2), spent numeric(12,2), score double precision, active boolean, seen timestamptz)`);
  await client.query(`INSERT INTO passengers SELECT i, 'P' || i, 'p' || i || '@example.org', '41111111111' || (10000 + i), DATE '1980-05-17' + i::int, CASE WHEN i % 2 = 0 THEN 'CA' ELSE 'NY' END, i * 1.25, i / 3.0, i % 3 = 0, TIMESTAMPTZ '2026-01-02 03:04:05.678+00' FROM generate_series(1, 5000) i`);
  await client.query(`INSERT INTO passengers (id, name) VALUES (9999, '')`);
  await client.end();
  root = mkdtempSync(path.join(tmpdir(), 'minerva-flights-'));
  mkdirSync(path.join(root, 'air'));
  await runAll(`COPY (SELECT 'F' || (i % 5) AS flight, i::BIGINT AS passenger_id, (i % 60)::INTEGER AS delay FROM range(1, 5001) t(i)) TO '${path.join(root, 'air/flights.parquet')}' (FORMAT parquet)`);
  peers = await startPeers();
  gateway = await startGateway();
  await gateway.client('key-olivia').putCluster({ params: { name: 'air' }, body: { spec: { minerva: { depots: [{ address: 'dataos://crm' }, { address: 'dataos://flights' }] } } } });
}, 60_000);

afterAll(async () => {
  await gateway?.close();
  await Promise.all((peers ?? []).map((peer) => peer.close()));
  await crm?.drop();
});

async function startPeers(): Promise<FakePeer[]> {
  heimdall = await startFakePeer(heimdallApi, {
    decideData: ({ body }) => {
      const user = Object.entries(users).find(([key]) => key === body.subject?.token)?.[1].id ?? body.subject?.user ?? '';
      const tables = body.tables.map(({ address }) => ({ address, allow: user !== 'otto', policies: [{ name: `reads-${user}`, effect: 'allow' as const }], dataPolicies: user === 'amir' ? ['hide-email'] : [], ...policyOf(user, address) }));
      return { decision: `decision-${user}`, subject: user, allow: user !== 'otto', revision: '1', tables };
    },
  });
  const metis = await startFakePeer(metisApi, {
    describeTables: ({ body }) => ({
      tables: body.addresses.map((address) => {
        const known = address.includes('passengers') ? columns[address] : undefined;
        return {
          address, found: known !== undefined, vanished: false, tags: [], columnTags: known === undefined ? {} : { email: ['PII.Email'] },
          columns: (known ?? []).map(([name, type], index) => ({ id: `${address}#${name}`, name, type, nullable: true, tags: [], ordinal: index + 1 })),
        };
      }),
    }),
  });
  return [heimdall, metis, await startDepots()];
}

function policyOf(user: string, address: string): { filters: object[]; masks: object[] } {
  if (user !== 'amir' || !address.includes('passengers')) return { filters: [], masks: [] };
  return {
    filters: [{ column: 'state', operator: 'equals', value: 'CA', policy: 'only-california' }],
    masks: [
      { column: 'email', operator: 'hash', config: { algo: 'sha256' }, policy: 'hide-email' },
      { column: 'card_number', operator: 'regex_replace', config: { pattern: '[0-9](?=.{4})', replacement: '*' }, policy: 'last-four' },
      { column: 'birth_date', operator: 'bucket_date', config: { precision: 'year' }, policy: 'year-of-birth' },
    ],
  };
}

function startDepots(): Promise<FakePeer> {
  const target = new URL(crm.url);
  const at = '2026-01-01T00:00:00.000Z';
  const depot = (name: string, type: string) => ({ name, type, external: true, owners: [], description: '', meta: {}, secrets: [], isArchived: false, archivalMessage: null, generation: 1, createdAt: at, updatedAt: at });
  const info = (address: string) => {
    const postgres = address.startsWith('dataos://crm');
    return {
      address, depot: postgres ? 'crm' : 'flights', type: postgres ? 'POSTGRESQL' : 'FILE', collection: null, dataset: null, format: null, external: true, isArchived: false, source: 's',
      connection: postgres ? { host: target.hostname, port: target.port, database: target.pathname.slice(1) } : { path: root },
    };
  };
  return startFakePeer(depotApi, {
    listDepots: () => ({ crm: depot('crm', 'POSTGRESQL'), flights: depot('flights', 'FILE') }),
    getDepot: ({ params }) => {
      if (params.depot !== 'crm' && params.depot !== 'flights') throw new DomainError(NotFound, 'no such depot');
      return depot(params.depot, params.depot === 'crm' ? 'POSTGRESQL' : 'FILE');
    },
    listCollections: ({ params }) => (params.depot === 'crm' ? ['public'] : ['air']),
    listDatasets: ({ params }) => (params.depot === 'crm' ? ['passengers'] : ['flights']),
    resolve: ({ query }) => info(query.address),
    resolveConnection: ({ query }) => ({ ...info(query.address), acl: 'r', credentials: { username: decodeURIComponent(target.username), password: decodeURIComponent(target.password) } }),
    describeDataset: ({ params }) => {
      const address = `dataos://${params.depot}:${params.collection}/${params.dataset}`;
      if (columns[address] === undefined) throw new DomainError(NotFound, 'no such dataset');
      return {
        address, ...params, kind: 'file', format: 'parquet', files: ['air/flights.parquet'],
        columns: columns[address].map(([name, type], index) => ({ name, type, nativeType: type, nullable: true, ordinal: index + 1, primaryKey: false })),
      };
    },
  });
}

const startGateway = async (config: Record<string, string> = {}): Promise<TestService<typeof minervaApi>> => (await startTestService(service, AppModule, {
  users, allow: ({ predicate, principal }) => (predicate !== 'audit' && predicate !== 'impersonate') || principal.id === 'olivia',
  config: {
    HEIMDALL_URL: peers[0]?.url ?? '', METIS_URL: peers[1]?.url ?? '', DEPOT_SERVICE_URL: peers[2]?.url ?? '', TRINO_PORT: '0',
    DATA_DIR: mkdtempSync(path.join(tmpdir(), 'minerva-data-')), QUERY_ABANDONED_SECONDS: '60', ...config,
  },
})) as unknown as TestService<typeof minervaApi>;

interface Outcome { rows: unknown[][]; columns: { name: string; type: string }[]; error?: { errorName: string; message: string }; id: string }

async function ask(user: string, sql: string, options: { catalog?: string; schema?: string } = {}): Promise<Outcome> {
  const server = `http://127.0.0.1:${gateway.get<TrinoListener>(TrinoListener).port}`;
  const trino = Trino.create({ server, auth: new BasicAuth(user, `key-${user}`), source: 'test', ...options });
  const outcome: Outcome = { rows: [], columns: [], id: '' };
  for await (const page of await trino.query(sql) as AsyncIterable<QueryResult>) {
    outcome.id = page.id;
    outcome.rows.push(...(page.data ?? []));
    if (page.columns !== undefined) outcome.columns = page.columns;
    if (page.error !== undefined) outcome.error = page.error as never;
  }
  return outcome;
}

const passengers = 'crm.public.passengers';

describe('a Trino client through the gateway', () => {
  it('shows an operator clear values, typed as Trino types them', async () => {
    const { rows, columns: shown } = await ask('olivia', `SELECT * FROM ${passengers} WHERE id = 2`);
    expect(rows).toEqual([[2, 'P2', 'p2@example.org', '4111111111110002', '1980-05-19', 'CA', '2.50', 2 / 3, false, '2026-01-02 03:04:05.678 UTC']]);
    expect(shown.map(({ type }) => type)).toEqual(['bigint', 'varchar', 'varchar', 'varchar', 'date', 'varchar', 'decimal(12,2)', 'double', 'boolean', 'timestamp with time zone']);
  });

  it('shows an analyst masked values of the rows policy leaves', async () => {
    const { rows } = await ask('amir', `SELECT id, email, card_number, birth_date, state FROM ${passengers} ORDER BY id LIMIT 2`);
    expect(rows).toEqual([
      [2, createHash('sha256').update('p2@example.org').digest('hex'), '************0002', '1980-01-01', 'CA'],
      [4, expect.stringMatching(/^[0-9a-f]{64}$/), '************0004', '1980-01-01', 'CA'],
    ]);
    expect((await ask('amir', `SELECT count(*) FROM ${passengers}`)).rows).toEqual([[2500]]);
  });

  it.each([
    `SELECT id FROM ${passengers} WHERE email = 'p2@example.org'`,
    `SELECT id FROM ${passengers} WHERE birth_date = DATE '1980-05-19'`,
    `SELECT id FROM (SELECT * FROM ${passengers}) t WHERE card_number LIKE '4111%'`,
    `SELECT id FROM ${passengers} WHERE state = 'NY'`,
    `SELECT id FROM flights.air.flights f JOIN ${passengers} p ON p.id = f.passenger_id WHERE p.state <> 'CA'`,
  ])('a predicate sees what the analyst may see: %s', async (sql) => {
    const { rows, error } = await ask('amir', sql);
    expect({ rows, error }).toEqual({ rows: [] });
  });

  it('denies an outsider, naming the decision', async () => {
    const { error, rows, id } = await ask('otto', `SELECT count(*) FROM ${passengers}`);
    expect(error).toMatchObject({ errorName: 'PERMISSION_DENIED', message: expect.stringContaining('dataos why decision-otto') });
    expect(rows).toEqual([]);
    expect(await gateway.client('key-olivia').getQuery({ params: { id } })).toMatchObject({ state: 'FAILED', user: 'otto', decision: 'decision-otto', error: { name: 'PERMISSION_DENIED' } });
  });

  it('joins a database with files, pushing the filter to the database', async () => {
    const { rows, id } = await ask('amir', `SELECT f.flight, count(*) AS n FROM flights.air.flights f JOIN ${passengers} p ON p.id = f.passenger_id WHERE p.id <= 100 GROUP BY f.flight ORDER BY f.flight`);
    expect(rows).toEqual([['F0', 10], ['F1', 10], ['F2', 10], ['F3', 10], ['F4', 10]]);
    const record = await gateway.client('key-olivia').getQuery({ params: { id } });
    expect(record).toMatchObject({
      user: 'amir', state: 'FINISHED', cluster: 'air', source: 'test', decision: 'decision-amir', rows: 5, rowsRead: 50,
      tables: expect.arrayContaining([{ address: 'dataos://crm:public/passengers', columns: ['id'] }, { address: 'dataos://flights:air/flights', columns: ['flight', 'passenger_id'] }]),
      filters: [{ table: 'dataos://crm:public/passengers', column: 'state', operator: 'equals', policy: 'only-california' }],
      rewritten: expect.stringContaining('COPY (SELECT "id"::int8'), policies: expect.arrayContaining(['reads-amir', 'hide-email']),
    });
    expect(record.rewritten).not.toContain('email');
    expect(record.bytes).toBeGreaterThan(0);
  });

  it('asks for one decision per query, with all tables, columns and tags', async () => {
    const before = heimdall.calls.length;
    await ask('amir', `SELECT 1 FROM ${passengers} a, ${passengers} b, flights.air.flights c LIMIT 1`);
    const calls = heimdall.calls.slice(before);
    expect(calls).toHaveLength(1);
    const { tables } = calls[0]?.input.body as { tables: { address: string; columns: { name: string; tags: string[] }[] }[] };
    expect(tables.map(({ address }) => address).toSorted()).toEqual(['dataos://crm:public/passengers', 'dataos://flights:air/flights']);
    expect(tables.find(({ address }) => address.includes('crm'))?.columns.find(({ name }) => name === 'email')?.tags).toEqual(['PII.Email']);
  });

  it('streams more than a page', async () => {
    const { rows } = await ask('olivia', `SELECT p.id, f.delay FROM ${passengers} p JOIN flights.air.flights f ON f.passenger_id = p.id ORDER BY 1`);
    expect(rows).toHaveLength(5_000);
    expect(rows[4_999]?.[0]).toBe(5_000);
  });

  it('keeps NULL and the empty text apart', async () => {
    expect((await ask('olivia', `SELECT name, email, spent FROM ${passengers} WHERE id = 9999`)).rows).toEqual([['', null, null]]);
  });

  it.each([
    ['SELECT * FROM crm.public.nothing', 'TABLE_NOT_FOUND'], ['SELECT * FROM nowhere.public.t', 'CATALOG_NOT_FOUND'], [`SELECT nothing FROM ${passengers}`, 'COLUMN_NOT_FOUND'],
    ['SELEC 1', 'NOT_SUPPORTED'], ['SELECT 1 1', 'SYNTAX_ERROR'], ['DROP TABLE x', 'NOT_SUPPORTED'], ["SELECT * FROM read_text('/etc/passwd')", 'NOT_SUPPORTED'],
    ['SELECT 1/0', 'DIVISION_BY_ZERO'], [`SELECT CAST(name AS integer) FROM ${passengers}`, 'INVALID_CAST_ARGUMENT'], ['SELECT * FROM crm.information_schema.nothing', 'TABLE_NOT_FOUND'],
  ])('refuses %s with %s, and records it', async (sql, errorName) => {
    const { error, id } = await ask('olivia', sql);
    expect(error?.errorName).toBe(errorName);
    expect(await gateway.client('key-olivia').getQuery({ params: { id } })).toMatchObject({ sql, state: 'FAILED', error: { name: errorName } });
  });

  it('tells no hidden value in an error', async () => {
    const { error } = await ask('amir', `SELECT CAST(name AS date) FROM ${passengers}`);
    expect(error?.message).not.toMatch(/P\d/);
  });
});

describe('metadata', () => {
  it('lists what the user may see', async () => {
    expect((await ask('amir', 'SHOW CATALOGS')).rows).toEqual([['crm'], ['flights'], ['system']]);
    expect((await ask('amir', 'SHOW SCHEMAS FROM crm')).rows).toEqual([['information_schema'], ['public']]);
    expect((await ask('otto', 'SHOW SCHEMAS FROM crm')).rows).toEqual([['information_schema']]);
    expect((await ask('amir', 'SHOW TABLES FROM crm.public LIKE \'pass%\'')).rows).toEqual([['passengers']]);
    expect((await ask('otto', 'SHOW TABLES FROM crm.public')).rows).toEqual([]);
    expect((await ask('amir', 'DESCRIBE passengers', { catalog: 'crm', schema: 'public' })).rows[0]).toEqual(['id', 'bigint', '', '']);
    expect((await ask('otto', `DESCRIBE ${passengers}`)).error?.errorName).toBe('PERMISSION_DENIED');
  });
});

describe('the doors', () => {
  const door = (): string => `http://127.0.0.1:${gateway.get<TrinoListener>(TrinoListener).port}`;
  const post = (headers: Record<string, string>, body = 'SELECT 1', base = door()): Promise<Response> => fetch(`${base}/v1/statement`, { method: 'POST', headers, body });

  it('asks who it is, in the words of the protocol', async () => {
    const answer = await post({});
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Basic realm="Trino"');
  });

  it.each([['apikey', 'key-amir'], ['authorization', 'Bearer key-amir'], ['authorization', `Basic ${btoa('amir:key-amir')}`]])('takes %s %s on both doors', async (name, value) => {
    for (const base of [door(), gateway.url]) expect((await post({ [name]: value }, 'SELECT 1', base)).status).toBe(200);
  });

  it('refuses a key under another user’s name, unless it may act for that user', async () => {
    expect((await post({ authorization: `Basic ${btoa('olivia:key-amir')}` })).status).toBe(403);
    expect((await post({ apikey: 'key-olivia', 'x-trino-user': 'amir' })).status).toBe(200);
    const [latest] = (await gateway.client('key-olivia').listQueries({ query: { size: 1 } })).items;
    expect(latest).toMatchObject({ user: 'amir' });
  });

  it('serves nothing but the protocol on the second door', async () => {
    expect((await fetch(`${door()}/gateway/api/v1/clusters`, { headers: { apikey: 'key-olivia' } })).status).toBe(404);
    expect((await fetch(`${door()}/v1/info`)).status).toBe(200);
    expect((await fetch(`${door()}/v1/statement`, { method: 'HEAD' })).status).toBe(200);
  });

  it('answers a page again, but not an older one, and nobody else’s', async () => {
    const long = 'SELECT a.flight, b.flight FROM flights.air.flights a CROSS JOIN flights.air.flights b LIMIT 200000';
    const first = await (await post({ apikey: 'key-amir' }, long)).json() as { nextUri: string };
    const get = async (uri: string, key = 'key-amir'): Promise<{ status: number; body: { data?: unknown[]; nextUri?: string } }> => {
      const answer = await fetch(uri, { headers: { apikey: key } });
      return { status: answer.status, body: await answer.json() as never };
    };
    const page = await eventually(async () => {
      const answer = await get(first.nextUri);
      expect(answer.body.data?.length).toBeGreaterThan(0);
      return answer;
    });
    expect((await get(first.nextUri)).body.data).toEqual(page.body.data);
    expect((await get(first.nextUri, 'key-otto')).status).toBe(404);
    expect((await get(first.nextUri.replace(/\/[0-9a-f]{32}\//, `/${'0'.repeat(32)}/`))).status).toBe(404);
    let rows = page.body.data?.length ?? 0;
    for (let uri = page.body.nextUri; uri !== undefined;) {
      const { body } = await get(uri);
      rows += body.data?.length ?? 0;
      uri = body.nextUri;
    }
    expect(rows).toBe(200_000);
    expect((await get(first.nextUri)).status).toBe(410);
  });

  it('cancels', async () => {
    const slow = 'SELECT count(*) FROM flights.air.flights a, flights.air.flights b, flights.air.flights c WHERE a.delay + b.delay + c.delay % 7 = 3';
    const { id, nextUri } = await (await post({ apikey: 'key-amir' }, slow)).json() as { id: string; nextUri: string };
    expect((await fetch(nextUri, { method: 'DELETE', headers: { apikey: 'key-otto' } })).status).toBe(404);
    expect((await fetch(nextUri, { method: 'DELETE', headers: { apikey: 'key-amir' } })).status).toBe(204);
    await eventually(async () => expect(await gateway.client('key-amir').getQuery({ params: { id } })).toMatchObject({ state: 'FAILED', error: { name: 'USER_CANCELED' } }));
  });

  it('refuses a text that is too long', async () => {
    expect((await ask('olivia', `SELECT '${'x'.repeat(2_100_000)}'`)).error?.errorName).toBe('QUERY_TEXT_TOO_LARGE');
  });
});

describe('the audit', () => {
  it('shows everybody their own queries only, without what policy compares with', async () => {
    const { id } = await ask('amir', `SELECT count(*) FROM ${passengers}`);
    const mine = await gateway.client('key-amir').getQuery({ params: { id } });
    expect(mine.rewritten).toBeUndefined();
    expect((await gateway.client('key-amir').listQueries({ query: {} })).items.every(({ user }) => user === 'amir')).toBe(true);
    expect((await gateway.client('key-amir').listQueries({ query: { user: 'olivia' } })).items).toEqual([]);
    expect((await problemOf(gateway.client('key-otto').getQuery({ params: { id } }))).status).toBe(404);
  });
});

describe('clusters', () => {
  it('are started, listed with their process, and mount only their depots', async () => {
    const client = gateway.client('key-olivia');
    await client.putCluster({ params: { name: 'files' }, body: { spec: { minerva: { depots: [{ address: 'dataos://flights' }], selector: { users: ['**'], priority: 5 } } } } });
    await eventually(async () => expect((await client.getCluster({ params: { name: 'files' } })).engine).toMatchObject({ state: 'running', pid: expect.any(Number) }));
    const { id } = await ask('amir', 'SELECT count(*) FROM flights.air.flights');
    expect((await client.getQuery({ params: { id } })).cluster).toBe('files');
    const joined = await ask('amir', `SELECT count(*) FROM ${passengers}`);
    expect((await client.getQuery({ params: { id: joined.id } })).cluster).toBe('air');
    await client.deleteCluster({ params: { name: 'files' } });
    expect((await client.listClusters({})).map(({ name }) => name)).toEqual(['air']);
  });
});

describe('a gateway that was killed', () => {
  it('marks what it was running as failed when it starts again, and knows its clusters', async () => {
    const database = await createTestDatabase('minerva_restart');
    const first = await startGateway({ DATABASE_URL: database.url, EVENTS_URL: database.url });
    await first.client('key-olivia').putCluster({ params: { name: 'one' }, body: { spec: {} } });
    await first.close();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`INSERT INTO query (id, "user", gateway, state, sql, client_tags, tables, policies, masks, filters, rows, bytes, rows_read, created_at) VALUES ('left', 'amir', '127.0.0.1:0', 'RUNNING', 'SELECT 1', '{}', '[]', '{}', '[]', '[]', 0, 0, 0, now())`);
    await client.end();
    const second = await startGateway({ DATABASE_URL: database.url, EVENTS_URL: database.url });
    expect(await second.client('key-olivia').getQuery({ params: { id: 'left' } })).toMatchObject({ state: 'FAILED', finishedAt: expect.any(String) });
    expect((await second.client('key-olivia').listClusters({})).map(({ name }) => name)).toEqual(['one']);
    await second.close();
    await database.drop();
  });
});
