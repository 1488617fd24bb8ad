import { DomainError, NotFound, type Principal } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import type { minervaApi } from '@dataos/contracts-minerva';
import { createTestDatabase, type FakePeer, startFakePeer, startTestService, type TestDatabase, type TestService } from '@dataos/testkit';
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
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
/** The folder of the managed depot `lake`. */
export let lake: string;
/** The file of `flights.air.flights`. */
export const flightsFile = (): string => path.join(root, 'air/flights.parquet');
let heimdall: FakePeer;
/** `frozen`: who may change nothing; `meanwhile`: what happens while the next decision is made; `kept`: tags of columns, by address, that only heimdall keeps; `few`: what the filter of tables named `filtered` compares with. */
const mood = { failing: false, denied: new Set<string>(), frozen: new Set<string>(), revision: '1', few: 3, meanwhile: undefined as (() => Promise<void>) | undefined, kept: {} as Record<string, Record<string, string[]>> };

/** Tables beside the two, for tests that need many. */
export const extraTables: string[] = [];

const columns = {
  'dataos://crm:public/passengers': [
    ['id', 'bigint'], ['name', 'varchar'], ['email', 'varchar'], ['card_number', 'varchar'], ['birth_date', 'date'], ['state', 'char(2)'], ['spent', 'decimal(12,2)'],
    ['score', 'double'], ['active', 'boolean'], ['seen', 'timestamp(6) with time zone'],
  ],
  // An enumeration reads as a text.
  'dataos://crm:public/passengers_docs': [['id', 'bigint'], ['doc', 'json'], ['raw', 'json']],
  'dataos://crm:public/passengers_by_kind': [['id', 'bigint'], ['kind', 'varchar']],
  'dataos://flights:air/flights': [['flight', 'varchar'], ['passenger_id', 'bigint'], ['delay', 'integer']],
  'dataos://memory:air/flights': [['flight', 'varchar'], ['passenger_id', 'bigint'], ['delay', 'integer']],
} as Record<string, [string, string][]>;

export let world: { gateway: TestService<typeof minervaApi>; heimdall: { readonly calls: FakePeer['calls']; failing: boolean; denied: Set<string>; frozen: Set<string>; revision: string; few: number; meanwhile: (() => Promise<void>) | undefined; kept: Record<string, Record<string, string[]>> } };

/** A gateway with its peers played, a database `crm` and a folder of files `flights`; olivia sees all, amir masked, otto nothing. */
export async function startWorld(config: Record<string, string> = {}): Promise<void> {
  crm = await createTestDatabase('crm');
  const client = new pg.Client({ connectionString: crm.url });
  await client.connect();
  await client.query(`CREATE TABLE passengers (id bigint, name text, email text, card_number text, birth_date date, state char(2), spent numeric(12,2), score double precision, active boolean, seen timestamptz)`);
  await client.query(`INSERT INTO passengers SELECT i, 'P' || i, 'p' || i || '@example.org', '41111111111' || (10000 + i), DATE '1980-05-17' + i::int, CASE WHEN i % 2 = 0 THEN 'CA' ELSE 'NY' END, i * 1.25, i / 3.0, i % 3 = 0, TIMESTAMPTZ '2026-01-02 03:04:05.678+00' FROM generate_series(1, 5000) i`);
  await client.query(`INSERT INTO passengers (id, name) VALUES (9999, '')`);
  await client.query("CREATE TYPE kind AS ENUM ('F1', 'infant'); CREATE TABLE passengers_by_kind AS SELECT i::bigint AS id, CASE WHEN i > 2 THEN 'infant' ELSE 'F1' END::kind AS kind FROM generate_series(1, 5) i");
  await client.query(`CREATE TABLE passengers_docs AS SELECT i::bigint AS id, CASE i WHEN 1 THEN '{"b": 1, "a": {"x": [1, 2.50]}}'::jsonb WHEN 2 THEN '[1, 2, 3]' END AS doc, CASE i WHEN 1 THEN '{"z": 1,  "z": 2}'::json END AS raw FROM generate_series(1, 3) i`);
  await client.end();
  root = mkdtempSync(path.join(tmpdir(), 'minerva-flights-'));
  mkdirSync(path.join(root, 'air'));
  lake = mkdtempSync(path.join(tmpdir(), 'minerva-lake-'));
  await runAll(`COPY (SELECT 'F' || (i % 5) AS flight, i::BIGINT AS passenger_id, (i % 60)::INTEGER AS delay FROM range(1, 5001) t(i)) TO '${path.join(root, 'air/flights.parquet')}' (FORMAT parquet)`);
  peers = await startPeers();
  gateway = await startGateway(config);
  await gateway.client('key-olivia').putCluster({ params: { name: 'air' }, body: { spec: { minerva: { depots: [{ address: 'dataos://crm' }, { address: 'dataos://flights' }, ...(managed.lake ? [{ address: 'dataos://lake' }] : [])] } } } });
  world = { gateway, heimdall: Object.assign(mood, { calls: heimdall.calls }) };
}

export async function stopWorld(): Promise<void> {
  await gateway?.close();
  await Promise.all((peers ?? []).map((peer) => peer.close()));
  await crm?.drop();
}

const userOf = (subject: { token?: string | undefined; user?: string | undefined } | undefined): string => Object.entries(users).find(([key]) => key === subject?.token)?.[1].id ?? subject?.user ?? '';
const mayRead = (user: string): boolean => user !== 'otto' && !mood.denied.has(user);

async function startPeers(): Promise<FakePeer[]> {
  heimdall = await startFakePeer(heimdallApi, {
    visibleTables: ({ body }) => {
      if (mood.failing) throw new Error('heimdall is down');
      const user = userOf(body.subject);
      return { subject: user, revision: mood.revision, visible: mayRead(user) ? body.tables.map(({ address }) => address) : [] };
    },
    decideData: async ({ body }) => {
      const { meanwhile } = mood;
      mood.meanwhile = undefined;
      await meanwhile?.();
      if (mood.failing) throw new Error('heimdall is down');
      const user = userOf(body.subject);
      const tables = body.tables.map(({ address, columns: given }) => ({ address, allow: mayRead(user), policies: [{ name: `reads-${user}`, effect: 'allow' as const }], dataPolicies: user === 'amir' ? ['hide-email'] : [], ...policyOf(user, address, given), ...(mood.kept[address] === undefined ? {} : { columnTags: mood.kept[address] }) }));
      return { decision: `decision-${user}`, subject: user, allow: mayRead(user), revision: mood.revision, tables };
    },
  });
  const metis = await startFakePeer(metisApi, {
    describeTables: ({ body }) => ({
      tables: body.addresses.map((address) => {
        const extra = extraTables.some((name) => address.endsWith(`/${name}`)) ? [['id', 'bigint'], ['label', 'varchar'], ['at', 'timestamp(6)']] as [string, string][] : undefined;
        if (address.startsWith('dataos://lake')) return { address, found: catalogued.has(address), vanished: false, tags: [], columns: [], columnTags: Object.fromEntries(lakeColumns(address).map(({ name, tags }) => [name, tags])) };
        const known = address.includes('passengers') || address.startsWith('dataos://memory') ? columns[address] : extra;
        return {
          address, found: known !== undefined, vanished: false, tags: [], columnTags: tagged[address] ?? (known === undefined ? {} : { email: ['PII.Email'] }),
          columns: (known ?? []).map(([name, type], index) => ({ id: `${address}#${name}`, name, type, nullable: true, tags: [], ordinal: index + 1 })),
        };
      }),
    }),
    scan: ({ body }) => {
      if (catalog.down) throw new Error('metis is down');
      catalog.scans.push(`${body.depot} ${body.schemaFilter?.includes?.[0] ?? ''} ${body.tableFilter?.includes?.[0] ?? ''}`);
      return scanned;
    },
    getScan: () => scanned,
    getAsset: ({ params }) => ({
      id: params.id, kind: 'file', name: 't', tags: [], columnCount: 1, generation: 1, firstSeen: '2026-01-01T00:00:00.000Z', lastSeen: '2026-01-01T00:00:00.000Z', changedAt: '2026-01-01T00:00:00.000Z',
      columns: ['email', 'mail', 'who'].map((name, index) => ({ id: `${params.id}#${name}`, name, type: 'varchar', nullable: true, tags: [], ordinal: index + 1 })),
    }),
    putAssetTags: ({ params, body }) => {
      catalogued.set(params.id, body.columns ?? {});
      return { id: params.id, kind: 'file', name: 't', tags: [], columnCount: 0, generation: 1, firstSeen: '2026-01-01T00:00:00.000Z', lastSeen: '2026-01-01T00:00:00.000Z', changedAt: '2026-01-01T00:00:00.000Z', columns: [] };
    },
  });
  return [heimdall, metis, await startDepots()];
}

/** Tags that the catalog was given for columns of lake tables, by address. */
export const catalogued = new Map<string, Record<string, string[]>>();
/** Tags that the catalog has for columns of other tables. */
export const tagged: Record<string, Record<string, string[]>> = {};
/** Whether the catalog answers scans. */
export const catalog = { scans: [] as string[], down: false };
/** Set before the world starts, there is a managed depot as well. */
export const managed = { lake: false };

function lakeColumns(address: string): { name: string; tags: string[] }[] {
  return Object.entries(catalogued.get(address) ?? {}).map(([name, tags]) => ({ name, tags }));
}

function policyOf(user: string, address: string, given: readonly { name: string; tags?: readonly string[] | undefined }[]): { filters: object[]; masks: object[] } {
  if (user === 'amir' && address.startsWith('dataos://lake')) {
    return { filters: address.endsWith('/filtered') ? [{ column: 'n', operator: 'less_than', value: mood.few, policy: 'few' }] : [], masks: given.filter(({ tags }) => tags?.includes('PII.Email')).map(({ name }) => ({ column: name, operator: 'hash', config: { algo: 'sha256' }, policy: 'hide-email' })) };
  }
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

const scanned = {
  id: '019a0000-0000-7000-8000-000000000001', depot: 'lake', state: 'succeeded' as const, requestedBy: 'minerva-gateway', createdAt: '2026-01-01T00:00:00.000Z', attempt: 1,
  counts: { created: 1, changed: 0, unchanged: 0, vanished: 0, skipped: 0, failed: 0 }, faults: [],
};

const folders = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name).toSorted();

function startDepots(): Promise<FakePeer> {
  const target = new URL(crm.url);
  const at = '2026-01-01T00:00:00.000Z';
  const depot = (name: string, type: string) => ({ name, type, external: true, owners: [], description: '', meta: {}, secrets: [], isArchived: false, archivalMessage: null, generation: 1, createdAt: at, updatedAt: at });
  const info = (address: string) => {
    if (address.startsWith('dataos://lake')) return { address, depot: 'lake', type: 'FILE', collection: null, dataset: null, format: null, external: false, isArchived: false, source: 'lake', connection: { path: lake } };
    const postgres = address.startsWith('dataos://crm');
    return {
      address, depot: postgres ? 'crm' : 'flights', type: postgres ? 'POSTGRESQL' : 'FILE', collection: null, dataset: null, format: null, external: true, isArchived: false, source: 's',
      connection: postgres ? { host: target.hostname, port: target.port, database: target.pathname.slice(1) } : { path: root },
    };
  };
  return startFakePeer(depotApi, {
    listDepots: () => ({ crm: depot('crm', 'POSTGRESQL'), flights: depot('flights', 'FILE'), ...(managed.lake ? { lake: { ...depot('lake', 'FILE'), external: false } } : {}) }),
    getDepot: ({ params }) => {
      if (params.depot !== 'crm' && params.depot !== 'flights' && params.depot !== 'lake') throw new DomainError(NotFound, 'no such depot');
      return depot(params.depot, params.depot === 'crm' ? 'POSTGRESQL' : 'FILE');
    },
    listCollections: ({ params }) => (params.depot === 'lake' ? folders(lake) : params.depot === 'crm' ? ['public'] : ['air']),
    listDatasets: ({ params }) => (params.depot === 'lake' ? folders(path.join(lake, params.collection)).filter((name) => readdirSync(path.join(lake, params.collection, name)).length > 0) : params.depot === 'crm' ? ['passengers', ...extraTables] : ['flights']),
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
  users, allow: ({ predicate, principal, paths }) => !(mood.frozen.has(principal.id) && ['create', 'write', 'delete'].includes(predicate)) && ((!['audit', 'impersonate'].includes(predicate) && (predicate !== 'delete' || paths.some((one) => one.includes(`lake:${principal.id}`))) && !paths.some((one) => one.startsWith('dataos://lake:closed')))
    || principal.id === 'olivia'),
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

