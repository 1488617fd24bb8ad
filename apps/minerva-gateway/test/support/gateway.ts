import { DomainError, NotFound, type Principal } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import type { minervaApi } from '@dataos/contracts-minerva';
import { createTestDatabase, type FakePeer, startFakePeer, startTestService, type TestDatabase, type TestService } from '@dataos/testkit';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { BasicAuth, Trino, type QueryResult } from 'trino-client';
import { AppModule } from '../../src/app.module.js';
import { service } from '../../src/service.js';
import { TrinoListener } from '../../src/statements/trino-listener.js';
import { runAll } from './tables.js';


const person = (id: string, role: string): Principal => ({ id, type: 'person', tags: ['roles:id:user', `roles:id:${role}`, `users:id:${id}`] });
export const users = { 'key-olivia': person('olivia', 'operator'), 'key-amir': person('amir', 'analyst'), 'key-otto': person('otto', 'user') };

let crm: TestDatabase;
let peers: FakePeer[];
let gateway: TestService<typeof minervaApi>;
let root: string;
let heimdall: FakePeer;
const mood = { failing: false, denied: new Set<string>() };

/** Tables beside the two, for tests that need many. */
export const extraTables: string[] = [];

const columns = {
  'dataos://crm:public/passengers': [
    ['id', 'bigint'], ['name', 'varchar'], ['email', 'varchar'], ['card_number', 'varchar'], ['birth_date', 'date'], ['state', 'char(2)'], ['spent', 'decimal(12,2)'],
    ['score', 'double'], ['active', 'boolean'], ['seen', 'timestamp(6) with time zone'],
  ],
  'dataos://flights:air/flights': [['flight', 'varchar'], ['passenger_id', 'bigint'], ['delay', 'integer']],
  'dataos://memory:air/flights': [['flight', 'varchar'], ['passenger_id', 'bigint'], ['delay', 'integer']],
} as Record<string, [string, string][]>;

export let world: { gateway: TestService<typeof minervaApi>; heimdall: { readonly calls: FakePeer['calls']; failing: boolean; denied: Set<string> } };

/** A gateway with its peers played, a database `crm` and a folder of files `flights`; olivia sees all, amir masked, otto nothing. */
export async function startWorld(config: Record<string, string> = {}): Promise<void> {
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
  gateway = await startGateway(config);
  await gateway.client('key-olivia').putCluster({ params: { name: 'air' }, body: { spec: { minerva: { depots: [{ address: 'dataos://crm' }, { address: 'dataos://flights' }] } } } });
  world = { gateway, heimdall: Object.assign(mood, { calls: heimdall.calls }) };
}

export async function stopWorld(): Promise<void> {
  await gateway?.close();
  await Promise.all((peers ?? []).map((peer) => peer.close()));
  await crm?.drop();
}

async function startPeers(): Promise<FakePeer[]> {
  heimdall = await startFakePeer(heimdallApi, {
    decideData: ({ body }) => {
      if (mood.failing) throw new Error('heimdall is down');
      const user = Object.entries(users).find(([key]) => key === body.subject?.token)?.[1].id ?? body.subject?.user ?? '';
      const tables = body.tables.map(({ address }) => ({ address, allow: user !== 'otto' && !mood.denied.has(user), policies: [{ name: `reads-${user}`, effect: 'allow' as const }], dataPolicies: user === 'amir' ? ['hide-email'] : [], ...policyOf(user, address) }));
      return { decision: `decision-${user}`, subject: user, allow: user !== 'otto' && !mood.denied.has(user), revision: '1', tables };
    },
  });
  const metis = await startFakePeer(metisApi, {
    describeTables: ({ body }) => ({
      tables: body.addresses.map((address) => {
        const extra = extraTables.some((name) => address.endsWith(`/${name}`)) ? [['id', 'bigint'], ['label', 'varchar'], ['at', 'timestamp(6)']] as [string, string][] : undefined;
        const known = address.includes('passengers') || address.startsWith('dataos://memory') ? columns[address] : extra;
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
    listDatasets: ({ params }) => (params.depot === 'crm' ? ['passengers', ...extraTables] : ['flights']),
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

export const startGateway = async (config: Record<string, string> = {}): Promise<TestService<typeof minervaApi>> => (await startTestService(service, AppModule, {
  users, allow: ({ predicate, principal }) => !['audit', 'impersonate', 'delete'].includes(predicate) || principal.id === 'olivia',
  config: {
    HEIMDALL_URL: peers[0]?.url ?? '', METIS_URL: peers[1]?.url ?? '', DEPOT_SERVICE_URL: peers[2]?.url ?? '', TRINO_PORT: '0',
    DATA_DIR: mkdtempSync(path.join(tmpdir(), 'minerva-data-')), QUERY_ABANDONED_SECONDS: '60', ...config,
  },
})) as unknown as TestService<typeof minervaApi>;

export interface Outcome { rows: unknown[][]; columns: { name: string; type: string }[]; error?: { errorName: string; message: string }; id: string }

export async function ask(user: string, sql: string, options: { catalog?: string; schema?: string } = {}): Promise<Outcome> {
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

