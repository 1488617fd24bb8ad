import { DomainError, type Principal } from '@dataos/contracts-core';
import { type DatasetDescription, depotApi, SourceUnavailable } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { type Client, NotFound } from '@dataos/contracts-core';
import { type FakePeer, startFakePeer, startTestService, type TestService } from '@dataos/testkit';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { service } from '../src/service.js';

const person = (id: string, ...tags: string[]): Principal => ({ id, type: 'person', tags: ['roles:id:user', `users:id:${id}`, ...tags] });
export const users = { 'key-olivia': person('olivia', 'roles:id:operator'), 'key-otto': person('otto'), 'key-dora': person('dora', 'roles:id:data-dev') };

export type Column = { name: string; type?: string; description?: string };
export type Source = Record<string, Record<string, { columns: Column[]; rows?: string; description?: string; kind?: 'table' | 'view' | 'file' }>>;

/** The depot `crm` as a source whose content a test may change at will. */
export interface World {
  source: Source;
  /** Called before each description; may throw. */
  onDescribe: (dataset: string) => void | Promise<void>;
  down: boolean;
  /** Users (by token) who may read all rows, and tags that only heimdall keeps. */
  readers: Map<string, { filtered: boolean; kept?: Record<string, string[]> }>;
}

export const crm = (): Source => ({
  public: {
    passengers: { description: 'People who fly', rows: '100000', columns: [{ name: 'id', type: 'bigint' }, { name: 'email' }, { name: 'home_state' }] },
    bookings: { rows: '400000', columns: [{ name: 'id', type: 'bigint' }, { name: 'passenger_id', type: 'bigint' }] },
    tmp_load: { columns: [{ name: 'x' }] },
  },
  audit: { log: { columns: [{ name: 'at', type: 'timestamp(6)' }] } },
});

export interface House { readonly world: World; readonly metis: TestService<typeof metisApi>; readonly depot: FakePeer; client(token?: string): Client<typeof metisApi>; close(): Promise<void> }

/** Metis on a real database between a fake depot-service and a fake heimdall. */
export async function startHouse(world: World = { source: crm(), onDescribe: () => undefined, down: false, readers: new Map() }, config: Record<string, string> = {}): Promise<House> {
  const depot = await startDepot(world);
  const heimdall = await startHeimdall(world);
  const settings = { HEIMDALL_URL: heimdall.url, DEPOT_SERVICE_URL: depot.url, SCAN_ATTEMPTS: '1', ...config };
  const metis = await startTestService(service, AppModule, {
    users, config: settings, allow: ({ paths, principal, predicate }) => predicate === 'get' || principal.tags.includes('roles:id:operator') || (principal.id === 'dora' && (predicate === 'post' || paths.every((path) => path.startsWith('dataos://lake:dora/')))),
  }) as unknown as TestService<typeof metisApi>;
  const close = async () => {
    await metis.close();
    await Promise.all([depot.close(), heimdall.close()]);
  };
  return { world, metis, depot, client: (token = 'key-olivia') => metis.client(token), close };
}

function startDepot(world: World): Promise<FakePeer> {
  const up = <T>(answer: T): T => {
    if (world.down) throw new DomainError(SourceUnavailable, 'crm does not answer: connection refused at 127.0.0.1:5432', { depot: 'crm', retry: true });
    return answer;
  };
  return startFakePeer(depotApi, {
    getDepot: ({ params }) => {
      if (params.depot !== 'crm') throw new DomainError(NotFound, `There is no depot ${params.depot}.`);
      const at = '2026-01-01T00:00:00.000Z';
      return { name: 'crm', type: 'POSTGRESQL', description: 'Customers', owners: ['olivia'], isArchived: false, archivalMessage: null, generation: 1, createdAt: at, updatedAt: at };
    },
    listCollections: () => up(Object.keys(world.source)),
    listDatasets: ({ params }) => up(Object.keys(world.source[params.collection] ?? {})),
    describeDataset: async ({ params }) => {
      await world.onDescribe(params.dataset);
      return up(describe(world.source, params.collection, params.dataset));
    },
  });
}

function describe(source: Source, collection: string, dataset: string): DatasetDescription {
  const found = source[collection]?.[dataset];
  if (found === undefined) throw new DomainError(NotFound, `There is no ${dataset}.`);
  return {
    address: `dataos://crm:${collection}/${dataset}`, depot: 'crm', collection, dataset, kind: found.kind ?? 'table',
    ...(found.description === undefined ? {} : { description: found.description }), ...(found.rows === undefined ? {} : { rowEstimate: found.rows }),
    columns: found.columns.map(({ name, type = 'varchar', description }, index) => ({
      name, type, nativeType: type, nullable: true, ordinal: index + 1, primaryKey: false, ...(description === undefined ? {} : { description }),
    })),
  };
}

function startHeimdall(world: World): Promise<FakePeer> {
  return startFakePeer(heimdallApi, {
    decideData: ({ body, token }) => {
      const reader = world.readers.get(token ?? '');
      const filters = reader?.filtered ? [{ column: 'home_state', operator: 'equals', value: 'CA', policy: 'p' }] : [];
      const tables = body.tables.map(({ address }) => ({ address, allow: reader !== undefined, policies: [], dataPolicies: [], filters, masks: [], ...(reader?.kept === undefined ? {} : { columnTags: reader.kept }) }));
      return { decision: 'd', subject: 's', allow: reader !== undefined, revision: '1', tables };
    },
  });
}

/** Scans `crm` and waits for the end. */
export async function scanCrm(client: Client<typeof metisApi>, more: object = {}) {
  const { id } = await client.scan({ body: { depot: 'crm', ...more } });
  return client.getScan({ params: { scan: id }, query: { wait: 20 } });
}

/** Every event written so far, by type and subject, whether published already or not. */
export async function eventsOf(house: House): Promise<{ type: string; subject: string; data: Record<string, unknown> }[]> {
  const rows = await house.metis.get(DataSource).query(
    `SELECT envelope FROM event_log UNION SELECT envelope FROM outbox`) as { envelope: { type: string; subject: string; data: Record<string, unknown> } }[];
  return rows.map(({ envelope }) => envelope);
}
