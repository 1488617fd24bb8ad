import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { createTestDatabase, type FakePeer, problemOf, startFakePeer, startTestService, type TestDatabase, type TestService } from '@dataos/testkit';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { AppModule } from '../src/app.module.js';
import { service } from '../src/service.js';

const noLinks = { self: null, tags: null, tokens: null, avatars: null, download_avatars: null, grants: null, policies: null, changes: null, user: null };
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('what sources and declarations may do wrong', () => {
  let depots: TestService<typeof depotApi>;
  let source: TestDatabase;
  let heimdall: FakePeer;
  let root: string;
  let proxy: Server;
  let stalled = false;
  const sockets = new Set<Socket>();
  const client = () => depots.client('key-olivia');
  const url = () => new URL(source.url);
  const postgres = (more: object = {}, connection: object = {}): never => ({
    type: 'POSTGRESQL', secrets: [{ name: 'crm-r' }, { name: 'crm-rw' }], ...more,
    postgresql: { host: url().hostname, port: Number(url().port), database: url().pathname.slice(1), ...connection },
  }) as never;

  beforeAll(async () => {
    source = await createTestDatabase('source');
    const { username, password } = url();
    const admin = new Client({ connectionString: source.url });
    await admin.connect();
    await admin.query(`CREATE DOMAIN age AS smallint; CREATE TABLE odd (years age, big numeric(50,2), neg numeric(3,-2), tags text[]);
      CREATE VIEW slow AS SELECT 1 AS n FROM pg_sleep(60); CREATE VIEW broken AS SELECT 1 AS n WHERE 1/(SELECT count(*) FROM odd) > 0`);
    await admin.end();
    root = await mkdtemp(join(tmpdir(), 'depot-'));
    await mkdir(join(root, 'air'));
    await writeFile(join(root, 'air', 'bad.parquet'), 'this is not parquet');
    proxy = createServer((socket) => {
      sockets.add(socket);
      const up = connect(Number(url().port), url().hostname);
      sockets.add(up);
      socket.on('data', (data) => { if (data.toString('latin1').includes('pg_namespace')) stalled = true; if (!stalled) up.write(data); });
      up.on('data', (data) => { if (!stalled) socket.write(data); });
      for (const one of [socket, up]) one.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
    heimdall = await startFakePeer(heimdallApi, {
      getSecret: ({ params }) => ({
        id: params.secret, _links: noLinks,
        data: params.secret === 'empty-r' ? [{ key: 'x', base64Value: base64('y') }] : [{ key: 'crm', base64Value: base64(`username=${username}\npassword=${params.secret === 'wrong-r' ? 'hunter2' : decodeURIComponent(password)}\n`) }],
      }),
    });
    depots = (await startTestService(service, AppModule, {
      users: { 'key-olivia': { id: 'olivia', type: 'person', tags: [] }, 'key-otto': { id: 'otto', type: 'person', tags: [] } }, config: { HEIMDALL_URL: heimdall.url, SOURCE_TIMEOUT_MS: '1000' },
      allow: ({ principal }) => principal.id === 'olivia',
    })) as unknown as typeof depots;
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
    await depots.close();
    await heimdall.close();
    await source.drop();
    await rm(root, { recursive: true });
  });

  it('P1 connectionSecret kept?', async () => {
    const problem = await problemOf(client().putDepot({ params: { depot: 'inline' }, body: { ...(postgres() as object), connectionSecret: [{ acl: 'r', data: { password: 'hunter2' } }] } as never }));
    expect(problem).toMatchObject({ status: 400 });
  });
  it('P2 only rw', async () => {
    expect(await problemOf(client().putDepot({ params: { depot: 'onlyrw' }, body: postgres({ secrets: [{ name: 'crm-rw' }] }) }))).toMatchObject({ status: 400 });
  });
  it('P3 outsider connection of secretless depot', async () => {
    await client().putDepot({ params: { depot: 'files' }, body: { type: 'FILE', file: { path: root } } as never });
    expect(await problemOf(depots.client('key-otto').resolveConnection({ query: { address: 'dataos://files' } }))).toMatchObject({ status: 403 });
  });
  it('P4 acl of address', async () => {
    await client().putDepot({ params: { depot: 'crm' }, body: postgres() });
    expect((await client().resolveConnection({ query: { address: 'dataos://crm?acl=rw' } })).acl).toBe('rw');
    expect(await problemOf(client().resolveConnection({ query: { address: 'dataos://crm?acl=all' } }))).toMatchObject({ status: 400 });
  });
  it('P5 stalls', async () => {
    await client().putDepot({ params: { depot: 'stall' }, body: postgres({}, { host: '127.0.0.1', port: (proxy.address() as AddressInfo).port }) });
    const begun = Date.now();
    expect(await problemOf(client().listCollections({ params: { depot: 'stall' } }))).toMatchObject({ status: 503, code: 'source-unavailable' });
    expect(Date.now() - begun).toBeLessThan(5000);
  }, 40_000);
  it('P6 slow view', async () => {
    expect((await client().describeDataset({ params: { depot: 'crm', collection: 'public', dataset: 'slow' } })).columns).toHaveLength(1);
  });
  it('P7 broken view', async () => {
    expect((await client().describeDataset({ params: { depot: 'crm', collection: 'public', dataset: 'broken' } })).columns).toHaveLength(1);
  });
  it('P8 types', async () => {
    expect((await client().describeDataset({ params: { depot: 'crm', collection: 'public', dataset: 'odd' } })).columns.map(({ type }) => type)).toEqual(['smallint', 'varchar', 'decimal(5,0)', 'array(varchar)']);
  });
  it('P9 secret without password', async () => {
    await client().putDepot({ params: { depot: 'empty' }, body: postgres({ secrets: [{ name: 'empty-r' }] }) });
    expect(await problemOf(client().listCollections({ params: { depot: 'empty' } }))).toMatchObject({ code: 'credentials-refused' });
  });
  it('P10 username told', async () => {
    await client().putDepot({ params: { depot: 'wrong' }, body: postgres({ secrets: [{ name: 'wrong-r' }] }) });
    const problem = await problemOf(client().listCollections({ params: { depot: 'wrong' } }));
    expect(problem.detail).not.toContain(url().username);
  });
  it('P11 nulls', async () => {
    await client().putDepot({ params: { depot: 'nulls' }, body: postgres({ source: null, meta: null, description: null, s3: null, secrets: null }) });
  });
  it('P12 bad parquet', async () => {
    expect(await problemOf(client().describeDataset({ params: { depot: 'files', collection: 'air', dataset: 'bad' } }))).toMatchObject({ status: 503 });
  });
  it('P13 scheme twice, upper-case', async () => {
    expect((await client().resolve({ query: { address: 'dataos://dataos://CRM:public/x' } })).depot).toBe('crm');
  });
  it('P14 sslmode', async () => {
    expect(await problemOf(client().putDepot({ params: { depot: 'ssl' }, body: postgres({}, { params: { sslmode: 'sometimes' } }) }))).toMatchObject({ status: 400 });
  });
});
