import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { openApiOf } from '@dataos/kit';
import { createTestDatabase, type FakePeer, problemOf, startFakePeer, startTestService, type TestDatabase, type TestService } from '@dataos/testkit';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { AppModule } from '../src/app.module.js';
import { service } from '../src/service.js';

const noLinks = { self: null, tags: null, tokens: null, avatars: null, download_avatars: null, grants: null, policies: null, changes: null, user: null };
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const logins: Record<string, string> = { 'empty-r': 'x=y\n', 'wrong-r': 'username=nobody-here\npassword=hunter2\n' };

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
      CREATE VIEW slow AS SELECT 1 AS n FROM pg_sleep(60); CREATE VIEW broken AS SELECT 1 AS n WHERE 1/(SELECT count(*) FROM odd) > 0;
      CREATE FUNCTION leave_a_mark() RETURNS SETOF integer LANGUAGE sql AS 'INSERT INTO odd (years) VALUES (1) RETURNING 1'; CREATE VIEW writing AS SELECT n FROM leave_a_mark() AS n`);
    await admin.end();
    root = await mkdtemp(join(tmpdir(), 'depot-'));
    await mkdir(join(root, 'air'));
    await writeFile(join(root, 'air', 'bad.parquet'), 'this is not parquet');
    proxy = createServer((socket) => {
      sockets.add(socket);
      const up = connect(Number(url().port), url().hostname);
      sockets.add(up);
      socket.on('data', (data) => {
        // Falls silent once the first question about the catalog comes by.
        stalled ||= data.includes('pg_namespace');
        if (!stalled) up.write(data);
      });
      up.on('data', (data) => {
        if (!stalled) socket.write(data);
      });
      for (const one of [socket, up]) one.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
    heimdall = await startFakePeer(heimdallApi, {
      getSecret: ({ params }) => ({
        id: params.secret, _links: noLinks,
        data: [{ key: 'crm', base64Value: base64(logins[params.secret] ?? `username=${username}\npassword=${decodeURIComponent(password)}\n`) }],
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

  describe('a declaration', () => {
    it.each([
      ['credentials of the v1 grammar', { connectionSecret: [{ acl: 'r', data: { password: 'hunter2' } }] }, '/body/connectionSecret'],
      ['a password beside the host', { postgresql: { host: 'db', database: 'x', password: 'hunter2' } }, '/body/postgresql/password'],
      ['a secret for writing only', { secrets: [{ name: 'crm-rw' }] }, '/body/secrets'],
      ['a socket for a host', { postgresql: { host: '/var/run', database: 'x' } }, '/body/postgresql/host'],
      ['a protection nobody knows', { postgresql: { host: 'db', database: 'x', params: { sslmode: 'sometimes' } } }, '/body/postgresql/params/sslmode'],
      ['the whole machine as a folder', { type: 'FILE', file: { path: '/tmp/..' } }, '/body/file/path'],
      ['a pattern for a folder', { type: 'FILE', file: { path: '/tmp/*' } }, '/body/file/path'],
    ])('with %s is refused at the field, and kept nowhere', async (_what, more, pointer) => {
      const problem = await problemOf(client().putDepot({ params: { depot: 'refused' }, body: { ...(postgres() as object), ...more } as never }));
      expect(problem).toMatchObject({ status: 400, extra: { errors: [{ pointer }] } });
      expect(JSON.stringify(problem.toProblem())).not.toContain('hunter2');
      expect(await problemOf(client().getDepot({ params: { depot: 'refused' } }))).toMatchObject({ status: 404 });
    });

    it('may say null for what it does not say, as the published clients do', async () => {
      const given = await client().putDepot({ params: { depot: 'crm' }, body: postgres({ source: null, meta: null, description: null, s3: null }) });
      expect(given).toMatchObject({ generation: 1, description: '', meta: {} });
      expect(given).not.toHaveProperty('s3');
    });

    it('can be printed as OpenAPI', () => expect(Object.keys(openApiOf(depotApi).paths ?? {})).toContain('/ds/api/v2/depots/{depot}'));
  });

  describe('an address', () => {
    it('leads to the same place however a client writes it', async () => {
      for (const address of ['dataos://dataos://CRM:public/odd', 'crm:public/odd', 'dataos://crm/public/odd?purpose=r']) {
        expect(await client().resolve({ query: { address } })).toMatchObject({ address: 'dataos://crm:public/odd', depot: 'crm', isArchived: false, is_archived: false });
      }
      const answer = await fetch(`${depots.url}/ds/api/v2/resolve?address=crm`, { headers: { apikey: 'key-olivia' } });
      expect(await answer.json()).toMatchObject({ type: 'postgresql' });
    });

    it('says which credentials are meant, and is refused when it contradicts the request', async () => {
      const acl = async (address: string, wanted?: 'r' | 'rw') => (await client().resolveConnection({ query: { address, ...(wanted === undefined ? {} : { acl: wanted }) } })).acl;
      expect([await acl('dataos://crm'), await acl('dataos://crm?acl=rw'), await acl('dataos://crm', 'rw')]).toEqual(['r', 'rw', 'rw']);
      expect(await problemOf(acl('dataos://crm?acl=r', 'rw'))).toMatchObject({ status: 400, extra: { errors: [{ pointer: '/query/acl' }] } });
      expect(await problemOf(acl('dataos://crm?acl=all'))).toMatchObject({ status: 400, extra: { errors: [{ pointer: '/query/address' }] } });
    });

    it('of a depot without secrets leads nowhere for whom the path is refused', async () => {
      await client().putDepot({ params: { depot: 'files' }, body: { type: 'FILE', file: { path: root } } as never });
      const problem = await problemOf(depots.client('key-otto').resolveConnection({ query: { address: 'dataos://files' } }));
      expect(problem).toMatchObject({ status: 403 });
      expect(JSON.stringify(problem.toProblem())).not.toContain(root);
    });
  });

  describe('a source', () => {
    it('that falls silent in the middle is given up', async () => {
      await client().putDepot({ params: { depot: 'silent' }, body: postgres({}, { host: '127.0.0.1', port: (proxy.address() as AddressInfo).port }) });
      const begun = Date.now();
      expect(await problemOf(client().listCollections({ params: { depot: 'silent' } }))).toMatchObject({ status: 503, code: 'source-unavailable' });
      expect(Date.now() - begun).toBeLessThan(5_000);
    });

    it.each(['slow', 'broken'])('shows the columns of a %s view, without an estimate', async (dataset) => {
      const found = await client().describeDataset({ params: { depot: 'crm', collection: 'public', dataset } });
      expect(found).toMatchObject({ kind: 'view', columns: [{ name: 'n', type: 'integer' }] });
      expect(found.rowEstimate).toBeUndefined();
    });

    it('cannot be changed by being counted', async () => {
      expect((await client().describeDataset({ params: { depot: 'crm', collection: 'public', dataset: 'writing' } })).rowEstimate).toBeUndefined();
      expect((await client().describeDataset({ params: { depot: 'crm', collection: 'public', dataset: 'odd' } })).rowEstimate).toBe('0');
    });

    it('has only types that Trino knows', async () => {
      const { columns } = await client().describeDataset({ params: { depot: 'crm', collection: 'public', dataset: 'odd' } });
      expect(columns.map(({ type }) => type)).toEqual(['smallint', 'varchar', 'decimal(5,0)', 'array(varchar)']);
    });

    it('is not opened as whoever runs this service when the secret holds no login', async () => {
      for (const [depot, secrets, code] of [['empty', [{ name: 'empty-r' }], 'credentials-refused'], ['bare', [], 'secret-missing']] as const) {
        await client().putDepot({ params: { depot }, body: postgres({ secrets }) });
        expect(await problemOf(client().listCollections({ params: { depot } }))).toMatchObject({ code });
      }
    });

    it('that refuses a login tells neither name nor password', async () => {
      await client().putDepot({ params: { depot: 'wrong' }, body: postgres({ secrets: [{ name: 'wrong-r' }] }) });
      const problem = await problemOf(client().listCollections({ params: { depot: 'wrong' } }));
      expect(problem).toMatchObject({ code: 'credentials-refused', extra: { secret: 'wrong-r' } });
      const told = JSON.stringify([problem.toProblem(), await client().getDepot({ params: { depot: 'wrong' } })]);
      expect(told).not.toContain('hunter2');
      expect(told).not.toContain('nobody-here');
    });

    it('that holds a file of another kind is told as such, not as a fault of this service', async () => {
      expect(await problemOf(client().describeDataset({ params: { depot: 'files', collection: 'air', dataset: 'bad' } }))).toMatchObject({ status: 503, code: 'source-unavailable' });
    });
  });
});
