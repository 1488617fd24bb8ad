import { type Client, DependencyUnavailable, DomainError, NotFound, type Principal } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { minervaApi } from '@dataos/contracts-minerva';
import type { porosApi } from '@dataos/contracts-poros';
import { createTestDatabase, type FakePeer, startFakePeer, startTestService, type TestService } from '@dataos/testkit';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { service } from '../src/service.js';

// Jobs of this test run from the sources: imports of `x.js` fall back to `x.ts`.
const hook = `import { registerHooks } from 'node:module'; registerHooks({ resolve(name, at, next) { try { return next(name, at); } catch (error) { if (name.endsWith('.js')) return next(name.slice(0, -3) + '.ts', at); throw error; } } });`;
const nodeOptions = ['--experimental-transform-types', '--no-warnings', '--conditions=@dataos/source', '--import', `data:text/javascript,${encodeURIComponent(hook)}`];

export const olivia: Principal = { id: 'olivia', type: 'person', tags: ['roles:id:operator'] };
const amir: Principal = { id: 'amir', type: 'person', tags: ['roles:id:data-dev'] };
const at = '2026-01-01T00:00:00.000Z';

/** What the fake peers know, and how they misbehave. */
export class World {
  readonly secrets = new Map<string, unknown>();
  readonly policies = new Map<string, unknown>();
  readonly depots = new Map<string, Record<string, unknown>>();
  readonly clusters = new Map<string, unknown>();
  readonly products = new Map<string, unknown>();
  /** Everything that was declared at a peer, in order. */
  readonly declared: string[] = [];
  /** What heimdall says of the next policies it is asked to try. */
  broken: { policy: string; expectation: string; got: string }[] = [];
  hints: { policy: string; pointer: string; message: string }[] = [];
  readonly scans: string[] = [];
  readonly down = new Set<string>();
  readonly unreachable = new Set<string>();
  scanState: 'running' | 'succeeded' | 'failed' = 'succeeded';

  answer(peer: string): void {
    if (this.down.has(peer)) throw new DomainError(DependencyUnavailable, `${peer} is away`, { service: peer, retry: true });
  }
}

const missing = (what: string) => new DomainError(NotFound, `There is no ${what}.`);
const drop = (from: Map<string, unknown>, name: string): void => {
  if (!from.delete(name)) throw missing(name);
};

function startHeimdall(world: World): Promise<FakePeer> {
  return startFakePeer(heimdallApi, {
    putSecret: ({ params, body }) => {
      world.answer('heimdall');
      world.secrets.set(params.secret, body);
      return { id: params.secret, kind: 'key-value', acl: 'r', description: '', owner: '', keys: [], updatedAt: at };
    },
    getSecret: ({ params }) => {
      if (!world.secrets.has(params.secret)) throw missing(`secret ${params.secret}`);
      world.declared.push(`secret ${params.secret}`);
      return { id: params.secret, data: [], _links: { self: null, tags: null, tokens: null, avatars: null, download_avatars: null, grants: null, policies: null, changes: null, user: null } };
    },
    deleteSecret: ({ params }) => drop(world.secrets, params.secret),
    putPolicy: ({ params, body }) => {
      world.answer('heimdall');
      world.policies.set(params.name, body);
      world.declared.push(`policy ${params.name}`);
      return { name: params.name, kind: 'access', layer: 'user', description: '', owner: '', tags: [], policy: {}, revision: 1, updatedAt: at, updatedBy: 'poros', warnings: [] };
    },
    deletePolicy: ({ params }) => drop(world.policies, params.name),
    checkPolicies: () => ({ checked: 0, broken: world.broken, hints: world.hints }),
    issueToken: ({ body }) => ({ token: `token-of-${body.user}`, expiresAt: at }),
  });
}

function startDepots(world: World): Promise<FakePeer> {
  return startFakePeer(depotApi, {
    putDepot: ({ params, body }) => {
      world.answer('depot-service');
      world.depots.set(params.depot, body as Record<string, unknown>);
      world.declared.push(`depot ${params.depot}`);
      return { name: params.depot, ...body, isArchived: false, archivalMessage: null, generation: 1, createdAt: at, updatedAt: at };
    },
    checkDepot: ({ params }) => (world.unreachable.has(params.depot) ? { ok: false, message: 'connect ECONNREFUSED 127.0.0.1:9', at } : { ok: true, at }),
    deleteDepot: ({ params }) => drop(world.depots, params.depot),
  });
}

function startMinerva(world: World): Promise<FakePeer> {
  return startFakePeer(minervaApi, {
    putCluster: ({ params, body }) => {
      world.answer('minerva-gateway');
      world.clusters.set(params.name, body);
      world.declared.push(`cluster ${params.name}`);
      return { name: params.name, spec: body.spec, engine: { kind: 'duckdb', state: 'running', restarts: 0, running: 0 }, createdAt: at, updatedAt: at };
    },
    deleteCluster: ({ params }) => drop(world.clusters, params.name),
  });
}

function startMetis(world: World): Promise<FakePeer> {
  const scan = (depot: string) => ({
    id: '0199f000-0000-7000-8000-000000000000', depot, state: world.scanState, requestedBy: 'olivia', createdAt: at, attempt: 1,
    counts: { created: 2, changed: 0, unchanged: 0, vanished: 0, skipped: 0, failed: 0 }, faults: [], cause: 'the source is down',
  });
  return startFakePeer(metisApi, {
    scan: ({ body, token }) => {
      world.scans.push(`${body.depot} ${token}`);
      world.declared.push(`scan ${body.depot}`);
      return scan(body.depot);
    },
    getScan: () => scan('crm'),
    putProduct: ({ params, body }) => {
      world.products.set(params.product, body);
      return { ...body, tags: [], collaborators: [], refs: [], inputs: [], outputs: [], id: `data:v1beta:${params.product}`, name: params.product, generation: 1, createdAt: at, changedAt: at };
    },
    deleteProduct: ({ params }) => drop(world.products, params.product),
  });
}

export interface House {
  readonly world: World;
  poros(): TestService<typeof porosApi>;
  client(token?: string): Client<typeof porosApi>;
  /** Ends the service and starts another on the same state. */
  restart(): Promise<void>;
  events(): Promise<{ type: string; subject: string; data: Record<string, unknown> }[]>;
  close(): Promise<void>;
}

/** Poros on a real database, with real jobs, between fake peers. */
export async function startHouse(): Promise<House> {
  const world = new World();
  const peers = await Promise.all([startHeimdall(world), startDepots(world), startMinerva(world), startMetis(world)]);
  const [heimdall, depots, minerva, metis] = peers;
  const database = await createTestDatabase('poros');
  const folder = await mkdtemp(join(tmpdir(), 'poros-'));
  const config = {
    DATABASE_URL: database.url, EVENTS_URL: database.url, HEIMDALL_URL: heimdall.url, DEPOT_SERVICE_URL: depots.url, MINERVA_GATEWAY_URL: minerva.url, METIS_URL: metis.url, DATA_DIR: folder,
    JOB_ENTRY: join(import.meta.dirname, '../src/stacks/job-main.ts'), JOB_NODE_OPTIONS: nodeOptions.join(' '), SUPERVISOR_PID: String(process.pid),
  };
  const allow = ({ predicate, principal, paths }: { predicate: string; principal: Principal; paths: readonly string[] }) => principal.id === 'olivia' || (predicate !== 'read-logs' && paths.every((path) => path.startsWith('/poros/')));
  const start = () => startTestService(service, AppModule, { users: { 'key-olivia': olivia, 'key-amir': amir }, allow, config }) as unknown as Promise<TestService<typeof porosApi>>;
  let poros = await start();
  return {
    world, poros: () => poros, client: (token = 'key-olivia') => poros.client(token),
    restart: async () => {
      await poros.close({ keepDatabase: true });
      poros = await start();
    },
    events: async () => ((await poros.get(DataSource).query('SELECT envelope FROM event_log UNION SELECT envelope FROM outbox')) as { envelope: { type: string; subject: string; data: Record<string, unknown> } }[]).map(({ envelope }) => envelope),
    close: async () => {
      await poros.close({ keepDatabase: true });
      await Promise.all(peers.map((peer) => peer.close()));
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
