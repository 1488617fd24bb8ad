import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError, PolicyDenied } from '@dataos/contracts-core';
import type { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { type FakePeer, problemOf, startFakePeer, startTestService, startTestStore, type TestService, type TestStore } from '@dataos/testkit';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../src/app.module.js';
import { ObjectStore } from '../src/drivers/object-store.js';
import { service } from '../src/service.js';

const noLinks = { self: null, tags: null, tokens: null, avatars: null, download_avatars: null, grants: null, policies: null, changes: null, user: null };
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe(`depots of the type S3, at ${process.env['DATAOS_TEST_S3'] === undefined ? 'the minimal store of these tests' : 'the store that DATAOS_TEST_S3 names'}`, () => {
  let depots: TestService<typeof depotApi>;
  let heimdall: FakePeer;
  let store: TestStore;
  const client = () => depots.client('key-olivia');
  const declare = (depot: string, block: object = {}, secret = 'lake-r') => client().putDepot({
    params: { depot }, body: { type: 'S3', external: true, secrets: [{ name: secret, allkeys: true }], s3: { scheme: 's3a', bucket: store.bucket, relativePath: '/lake/', endpoint: store.endpoint, ...block } } as never,
  });
  const described = (dataset: string, depot = 'lake') => client().describeDataset({ params: { depot, collection: 'air', dataset } });

  beforeAll(async () => {
    store = await startTestStore();
    heimdall = await startFakePeer(heimdallApi, {
      getSecret: ({ params, token }) => {
        if (token === 'key-amir') throw new DomainError(PolicyDenied, 'not for amir', { decision: 'd', policies: [] });
        const pairs = { 'lake-r': { accesskeyid: store.accessKeyId, secretkey: store.secretAccessKey }, 'wrong-r': { awsaccesskeyid: store.accessKeyId, awssecretaccesskey: 'hunter2hunter2' }, 'half-r': { awsaccesskeyid: store.accessKeyId, region: 'x' } }[params.secret] ?? {};
        return { id: params.secret, data: Object.entries(pairs).map(([key, value]) => ({ key, base64Value: base64(value) })), _links: noLinks };
      },
    });
    depots = (await startTestService(service, AppModule, {
      users: { 'key-olivia': { id: 'olivia', type: 'person', tags: ['roles:id:operator'] }, 'key-amir': { id: 'amir', type: 'person', tags: [] } }, config: { HEIMDALL_URL: heimdall.url, SOURCE_TIMEOUT_MS: '4000' },
    })) as unknown as typeof depots;
    await fill(store);
    await declare('lake');
  });
  afterAll(async () => {
    await depots.close();
    await heimdall.close();
    await store.close();
  });

  it('lists folders, objects and folders of parts as tables', async () => {
    expect(await client().listCollections({ params: { depot: 'lake' } })).toEqual(['air', 'many']);
    expect(await client().listDatasets({ params: { depot: 'lake', collection: 'air' } })).toEqual(['airports', 'flights', 'large', 'parts']);
    expect(await client().checkDepot({ params: { depot: 'lake' } })).toMatchObject({ ok: true });
    for (const collection of ['nowhere', '..', 'beside']) expect(await problemOf(client().listDatasets({ params: { depot: 'lake', collection } }))).toMatchObject({ status: 404 });
  });

  it('follows a listing over its pages', async () => {
    expect(await client().listDatasets({ params: { depot: 'lake', collection: 'many' } })).toHaveLength(1_005);
  }, 30_000);

  it('describes Parquet by its footer and CSV by its first rows', async () => {
    expect(await described('flights')).toMatchObject({ kind: 'file', format: 'parquet', files: ['air/flights.parquet'], rowEstimate: '7', columns: [{ name: 'n', type: 'bigint' }, { name: 'origin', type: 'varchar' }] });
    expect(await described('airports')).toMatchObject({ format: 'csv', rowEstimate: '2', columns: [{ name: 'iata', type: 'varchar' }, { name: 'elevation', type: 'bigint' }] });
    expect(await described('parts')).toMatchObject({ files: ['air/parts/1.parquet', 'air/parts/2.parquet'], rowEstimate: '5' });
    const before = store.requests.length;
    expect(await described('large')).toMatchObject({ rowEstimate: '200000' });
    expect(store.requests.slice(before).filter((request) => !request.includes('list-type'))).toEqual([`GET /${store.bucket}/lake/air/large.parquet`]);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('depot-s3-'))).toEqual([]);
  });

  it('tells the objects of a dataset with their versions, of an object store only', async () => {
    const listed = await client().listObjects({ params: { depot: 'lake', collection: 'air', dataset: 'parts' } });
    expect(listed).toMatchObject({ address: 'dataos://lake:air/parts', format: 'parquet', objects: [{ key: 'lake/air/parts/1.parquet', etag: expect.stringMatching(/^[0-9a-f]{32}/) }, { key: 'lake/air/parts/2.parquet' }] });
    await client().putDepot({ params: { depot: 'files' }, body: { type: 'FILE', file: { path: '/tmp' } } as never });
    expect(await problemOf(client().listObjects({ params: { depot: 'files', collection: 'air', dataset: 'x' } }))).toMatchObject({ status: 404 });
    expect(await problemOf(described('elsewhere'))).toMatchObject({ status: 404 });
  });

  it('tells versions, which may be digests of the data, to nobody who may not read the secret', async () => {
    const ask = () => depots.client('key-amir').listObjects({ params: { depot: 'lake', collection: 'air', dataset: 'parts' } });
    expect(await problemOf(ask())).toMatchObject({ status: 422, code: 'secret-missing' });
    expect((await client().getDepot({ params: { depot: 'lake' } })).lastCheck).toMatchObject({ ok: true });
  });

  it('reads only what the declared format says, and keeps a depot of a table format without reading it', async () => {
    await declare('pq', { format: 'PARQUET' });
    expect(await client().listDatasets({ params: { depot: 'pq', collection: 'air' } })).toEqual(['flights', 'large', 'parts']);
    expect(await declare('iceberg', { format: 'ICEBERG', icebergCatalogType: 'HADOOP', bucket: '$S3_BUCKET', endpoint: null })).toMatchObject({ type: 'S3' });
    expect(await problemOf(client().listCollections({ params: { depot: 'iceberg' } }))).toMatchObject({ status: 422, code: 'driver-not-available', detail: expect.stringContaining('format ICEBERG') });
  });

  it.each([
    ['a bucket that is not there', { bucket: 'no-such-bucket-here' }, 'lake-r', 503, /NoSuchBucket.*correct the bucket/],
    ['a store that is away', { endpoint: 'http://127.0.0.1:9' }, 'lake-r', 503, /127\.0\.0\.1:9 cannot be reached: (?!fetch failed)/],
    ['a wrong key', {}, 'wrong-r', 422, /secret wrong-r.*SignatureDoesNotMatch|secret wrong-r.*403/],
    ['half a key', {}, 'half-r', 422, /secret half-r.*awssecretaccesskey/],
  ])('tells of %s what to do, and no key', async (_what, block, secret, status, message) => {
    await declare('odd', block, secret);
    const problem = await problemOf(client().listCollections({ params: { depot: 'odd' } }));
    expect(problem).toMatchObject({ status, detail: expect.stringMatching(message) });
    expect(problem.detail).toContain('odd');
    const shown = JSON.stringify([problem.toProblem(), await client().getDepot({ params: { depot: 'odd' } }), await client().checkDepot({ params: { depot: 'odd' } })]);
    for (const value of [store.accessKeyId, store.secretAccessKey, 'hunter2', 'Signature=', 'Credential=']) expect(shown).not.toContain(value);
  });

  it('follows no redirect: the other host hears nothing', async () => {
    const other = await startTestStore(undefined);
    store.instead = (request, response) => {
      response.writeHead(307, { location: `${other.endpoint}${request.url}` }).end();
      return true;
    };
    const heard = other.requests.length;
    const problem = await problemOf(client().listCollections({ params: { depot: 'lake' } }));
    store.instead = undefined;
    expect(problem).toMatchObject({ status: 503, detail: expect.stringMatching(/307.*no redirect is followed/) });
    expect(other.requests).toHaveLength(heard);
    await other.close();
  });

  it.each([['{"inner":"hunter2"}', /does not speak S3/], ['<html><Key>hunter2</Key></html>', /does not speak S3|no collection/], ['<Error><Code>hunter2 it is</Code></Error>', /./]])('tells nothing of what another server answers: %s', async (text, message) => {
    store.instead = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(text);
      return true;
    };
    const answers = await Promise.all([client().listCollections({ params: { depot: 'lake' } }), client().listDatasets({ params: { depot: 'lake', collection: 'air' } })].map((call) => call.catch((error: unknown) => (error as DomainError).toProblem())));
    store.instead = undefined;
    expect(JSON.stringify(answers)).not.toContain('hunter2');
    expect(JSON.stringify(answers)).toMatch(message);
  });

  it('gives up a store that lists nothing for ever', async () => {
    store.instead = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/xml' }).end('<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>again</NextContinuationToken></ListBucketResult>');
      return true;
    };
    const impatient = new ObjectStore({ endpoint: store.endpoint, bucket: store.bucket, prefix: '', region: 'x', accessKeyId: 'a', secretAccessKey: 'b' }, 100);
    await expect(impatient.list('', { flat: true })).rejects.toThrow(/cannot be reached/);
    store.instead = undefined;
  });

  it('refuses a broken Parquet object by its key, and goes on with the others', async () => {
    await store.put('lake/air/broken.parquet', 'PAR1 this is nothing of the sort');
    expect(await problemOf(described('broken'))).toMatchObject({ status: 503, detail: expect.stringContaining('lake/air/broken.parquet is no Parquet file') });
    await store.remove('lake/air/broken.parquet');
    expect(await described('flights')).toMatchObject({ rowEstimate: '7' });
  });

  it.each([
    ['/body/s3/bucket', { bucket: 'a/b' }], ['/body/s3/endpoint', { endpoint: 'http://169.254.169.254' }], ['/body/s3/endpoint', { endpoint: 'http://u:p@host' }], ['/body/s3/relativePath', { relativePath: '../x' }], ['/body/s3/secretKey', { secretKey: 'hunter2' }],
  ])('refuses a declaration at %s', async (pointer, block) => {
    const problem = await problemOf(declare('bad', block));
    expect(problem).toMatchObject({ status: 400, extra: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) } });
    expect(JSON.stringify(problem.toProblem())).not.toContain('hunter2');
  });
});

async function fill(store: TestStore): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parts-'));
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const parquet = async (key: string, query: string): Promise<void> => {
    await duck.run(`COPY (${query}) TO '${join(folder, 'x.parquet')}' (FORMAT parquet)`);
    await store.put(key, await readFile(join(folder, 'x.parquet')));
  };
  await parquet('lake/air/flights.parquet', `SELECT range AS n, 'x' AS origin FROM range(7)`);
  await parquet('lake/air/parts/1.parquet', 'SELECT range AS n FROM range(2)');
  await parquet('lake/air/parts/2.parquet', 'SELECT range AS n FROM range(3)');
  await parquet('lake/air/large.parquet', 'SELECT range AS n, hash(range) AS h FROM range(200000)');
  await store.put('lake/air/airports.csv', 'iata,elevation\nSFO,13\nLAX,125\n');
  await store.put('beside/secret.csv', 'never,shown\n1,2\n');
  for (let start = 0; start < 1_005; start += 50) await Promise.all(Array.from({ length: Math.min(50, 1_005 - start) }, (_, index) => store.put(`lake/many/t${start + index}.csv`, 'a\n1\n')));
  duck.closeSync();
  await rm(folder, { recursive: true });
}
