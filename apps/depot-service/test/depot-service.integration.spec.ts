import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { depotApi } from '@dataos/contracts-depot';
import { DomainError, NotFound } from '@dataos/contracts-core';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { OutboxRow, schemaDrift } from '@dataos/kit';
import { createTestDatabase, type FakePeer, problemOf, startFakePeer, startTestService, type TestDatabase, type TestService } from '@dataos/testkit';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { service } from '../src/service.js';

const operator = { id: 'olivia', type: 'person' as const, tags: ['roles:id:operator'] };
const noLinks = { self: null, tags: null, tokens: null, avatars: null, download_avatars: null, grants: null, policies: null, changes: null, user: null };
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('the depot service', () => {
  let depots: TestService<typeof depotApi>;
  let source: TestDatabase;
  let heimdall: FakePeer;
  let root: string;
  let password: string;
  const client = () => depots.client('key-olivia');
  const postgres = (): Record<string, unknown> => {
    const url = new URL(source.url);
    return { type: 'POSTGRESQL', external: true, secrets: [{ name: 'crm-r', allkeys: true }, { name: 'crm-rw', allkeys: true }], postgresql: { host: url.hostname, port: Number(url.port), database: url.pathname.slice(1) } };
  };

  beforeAll(async () => {
    source = await createTestDatabase('source');
    const { username, password: right } = new URL(source.url);
    password = decodeURIComponent(right);
    const admin = new Client({ connectionString: source.url });
    await admin.connect();
    await admin.query(`CREATE TABLE passengers (id bigint PRIMARY KEY, email varchar(80) NOT NULL, fare numeric(10,2)); COMMENT ON COLUMN passengers.email IS 'where to write'; INSERT INTO passengers VALUES (1, 'a@b.c', 2), (2, 'd@e.f', 3)`);
    await admin.end();
    root = await mkdtemp(join(tmpdir(), 'depot-'));
    await mkdir(join(root, 'files', 'air'), { recursive: true });
    await writeFile(join(root, 'files', 'air', 'airports.csv'), 'iata,elevation\nSFO,13\nLAX,125\n');
    await writeFile(join(root, 'secret.csv'), 'never,shown\n1,2\n');
    await symlink(root, join(root, 'files', 'outside'));
    await symlink(join(root, 'secret.csv'), join(root, 'files', 'air', 'link.csv'));
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    await duck.run(`COPY (SELECT range AS n, 'x' AS origin FROM range(7)) TO '${join(root, 'files', 'air', 'flights.parquet')}' (FORMAT parquet)`);
    heimdall = await startFakePeer(heimdallApi, {
      getSecret: ({ params, token }) => {
        if (params.secret === 'crm-rw' && token !== 'key-olivia') throw new DomainError(NotFound, 'no such secret');
        const given = params.secret === 'wrong-r' ? 'hunter2' : password;
        return { id: params.secret, data: [{ key: 'crm', base64Value: base64(`username=${username}\npassword=${given}\n`) }], _links: noLinks };
      },
    });
    depots = (await startTestService(service, AppModule, {
      users: { 'key-olivia': operator, 'key-amir': { ...operator, id: 'amir' } }, allow: ({ predicate, principal }) => predicate !== 'read-statistics' || principal.id === 'olivia', config: { HEIMDALL_URL: heimdall.url, SOURCE_TIMEOUT_MS: '2000' },
    })) as unknown as typeof depots;
    await mkdir(join(root, 'files', 'torn'));
    // A byte that is no UTF-8: the engine quotes the line before it.
    await writeFile(join(root, 'files', 'torn', 'people.csv'), Buffer.concat([Buffer.from('id,ssn\n1,123-45-6789\n2,'), Buffer.from([0xff, 0xfe]), Buffer.from('\n')]));
    await client().putDepot({ params: { depot: 'crm' }, body: postgres() as never });
    await client().putDepot({ params: { depot: 'flights' }, body: { type: 'FILE', file: { path: join(root, 'files') } } as never });
  });
  afterAll(async () => {
    await depots.close();
    await heimdall.close();
    await source.drop();
    await rm(root, { recursive: true });
  });

  it('introspects a PostgreSQL source', async () => {
    expect(await client().listCollections({ params: { depot: 'crm' } })).toEqual(['public']);
    expect(await client().listDatasets({ params: { depot: 'crm', collection: 'public' } })).toEqual(['passengers']);
    expect(await client().describeDataset({ params: { depot: 'crm', collection: 'public', dataset: 'passengers' } })).toMatchObject({
      address: 'dataos://crm:public/passengers', kind: 'table', rowEstimate: '2',
      columns: [
        { name: 'id', type: 'bigint', nullable: false, primaryKey: true },
        { name: 'email', type: 'varchar(80)', nullable: false, description: 'where to write' },
        { name: 'fare', type: 'decimal(10,2)', nullable: true },
      ],
    });
  });

  it('introspects files, and nothing beyond the depot’s folder', async () => {
    expect(await client().listCollections({ params: { depot: 'flights' } })).toEqual(['air', 'torn']);
    expect(await client().listDatasets({ params: { depot: 'flights', collection: 'air' } })).toEqual(['airports', 'flights']);
    expect(await client().describeDataset({ params: { depot: 'flights', collection: 'air', dataset: 'flights' } })).toMatchObject({
      kind: 'file', format: 'parquet', files: ['air/flights.parquet'], rowEstimate: '7', columns: [{ name: 'n', type: 'bigint' }, { name: 'origin', type: 'varchar' }],
    });
    for (const [collection, dataset] of [['..', 'secret'], ['outside', 'secret'], ['air', 'link'], ['air/..', 'secret'], ['air', '../../secret']] as const) {
      expect(await problemOf(client().describeDataset({ params: { depot: 'flights', collection, dataset } }))).toMatchObject({ status: 404 });
    }
  });

  it('tells how many rows there are only to whom policy lets see statistics: a filter may hide some of them', async () => {
    for (const [depot, collection, dataset] of [['crm', 'public', 'passengers'], ['flights', 'air', 'flights']] as const) {
      const told = await depots.client('key-amir').describeDataset({ params: { depot, collection, dataset } });
      expect(told.columns.length).toBeGreaterThan(1);
      expect(told).not.toHaveProperty('rowEstimate');
    }
  });

  it('quotes nothing of a file that cannot be read, nor where it lies, there and at its depot', async () => {
    const told = await problemOf(client().describeDataset({ params: { depot: 'flights', collection: 'torn', dataset: 'people' } }));
    expect(told).toMatchObject({ status: 503, detail: 'The source of flights cannot be read: the file torn/people.csv cannot be read as csv (Invalid Input Error)' });
    const { lastCheck } = await client().getDepot({ params: { depot: 'flights' } });
    expect(lastCheck).toMatchObject({ ok: false, message: told.detail });
    await client().listCollections({ params: { depot: 'flights' } });
  });

  it('changes nothing and tells nobody when the same is declared again', async () => {
    const outbox = depots.get(DataSource).getRepository(OutboxRow);
    const logged = async (): Promise<number> => Number(((await depots.get(DataSource).query('SELECT count(*) AS n FROM event_log')) as { n: string }[])[0]?.n) + (await outbox.count());
    const before = await logged();
    expect((await client().putDepot({ params: { depot: 'crm' }, body: postgres() as never })).generation).toBe(1);
    expect(await logged()).toBe(before);
    expect((await client().putDepot({ params: { depot: 'crm' }, body: { ...postgres(), description: 'customers' } as never })).generation).toBe(2);
    expect(await logged()).toBe(before + 1);
  });

  it('resolves an address without credentials, and with them only for whom heimdall lets read the secret', async () => {
    const plain = await client().resolve({ query: { address: 'dataos://crm:public/passengers' } });
    expect(plain).toMatchObject({ depot: 'crm', type: 'POSTGRESQL', collection: 'public', dataset: 'passengers' });
    expect(JSON.stringify(plain)).not.toContain(password);
    const open = await client().resolveConnection({ query: { address: 'dataos://crm:public/passengers', acl: 'rw' } });
    expect(open.credentials['password']).toBe(password);
    const refused = await problemOf(depots.client('key-amir').resolveConnection({ query: { address: 'dataos://crm', acl: 'rw' } }));
    expect(refused).toMatchObject({ code: 'secret-missing', status: 422 });
    expect(refused.detail).toContain('crm-rw');
  });

  it('names the secret, never its value, when a source refuses the login', async () => {
    await client().putDepot({ params: { depot: 'wrong' }, body: { ...postgres(), secrets: [{ name: 'wrong-r' }] } as never });
    const problem = await problemOf(client().listCollections({ params: { depot: 'wrong' } }));
    expect(problem).toMatchObject({ code: 'credentials-refused', extra: { secret: 'wrong-r' } });
    expect(JSON.stringify(problem.toProblem())).not.toContain('hunter2');
  });

  it('says that a source is away, keeps it with the depot, and recovers', async () => {
    const away = { ...postgres(), postgresql: { host: '127.0.0.1', port: 9, database: 'x' } };
    await client().putDepot({ params: { depot: 'later' }, body: away as never });
    expect(await problemOf(client().listCollections({ params: { depot: 'later' } }))).toMatchObject({ code: 'source-unavailable', status: 503 });
    expect((await client().checkDepot({ params: { depot: 'later' } })).ok).toBe(false);
    expect((await client().getDepot({ params: { depot: 'later' } })).lastCheck).toMatchObject({ ok: false, message: expect.stringContaining('ECONNREFUSED') });
    await client().putDepot({ params: { depot: 'later' }, body: postgres() as never });
    expect((await client().checkDepot({ params: { depot: 'later' } })).ok).toBe(true);
  });

  it.each([
    ['an unknown type', { type: 'ABACUS' }, '/body/type'],
    ['a PostgreSQL depot without a host', { type: 'POSTGRESQL', postgresql: { database: 'x' } }, '/body/postgresql/host'],
    ['a file depot with a relative path', { type: 'FILE', file: { path: '../x' } }, '/body/file/path'],
  ])('refuses %s and points to the field', async (_what, body, pointer) => {
    const problem = await problemOf(client().putDepot({ params: { depot: 'bad' }, body: body as never }));
    expect(problem).toMatchObject({ status: 400, extra: { errors: [{ pointer }] } });
    expect(await problemOf(client().getDepot({ params: { depot: 'bad' } }))).toMatchObject({ status: 404 });
  });

  it('keeps a depot of a kind no driver reads, and says so when asked for its content', async () => {
    await client().putDepot({ params: { depot: 'topics' }, body: { type: 'kafka', kafka: { brokers: ['x:1'] } } as never });
    expect(await problemOf(client().listCollections({ params: { depot: 'topics' } }))).toMatchObject({ status: 422, code: 'driver-not-available' });
  });

  it('archives once, and refuses what an archived depot held', async () => {
    await client().deleteDepot({ params: { depot: 'topics' } });
    await client().deleteDepot({ params: { depot: 'topics' } });
    expect((await client().getDepot({ params: { depot: 'topics' } })).isArchived).toBe(true);
    expect(await problemOf(client().listCollections({ params: { depot: 'topics' } }))).toMatchObject({ status: 404 });
  });

  it('keeps entities and migrations in step', async () => {
    expect(await schemaDrift(depots.get(DataSource))).toEqual([]);
  });
});
