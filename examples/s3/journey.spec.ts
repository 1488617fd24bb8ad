import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { metisApi } from '@dataos/contracts-metis';
import { minervaApi } from '@dataos/contracts-minerva';
import { odinApi } from '@dataos/contracts-odin';
import { porosApi } from '@dataos/contracts-poros';
import { type CommandResult, eventually, problemsOf, removePlatform, runCli, startPlatform, startTestStore, type TestPlatform, type TestStore } from '@dataos/testkit';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BasicAuth, Trino } from 'trino-client';
import { fillBucket } from '../../tools/deploy/bucket.ts';

type Person = 'OPERATOR' | 'ANALYST' | 'OUTSIDER';
const complaints = 'dataos://lake:air/complaints';
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** From the manifests of a bucket to two different answers, by real processes. */
describe('the journey of examples/s3', () => {
  let platform: TestPlatform;
  let store: TestStore;
  const user = (name: Person): string => platform.environment[`DATAOS_${name}_APIKEY`] ?? '';
  const client = <A extends Parameters<typeof createClient>[0]>(api: A, name: Person) => createClient(api, { baseUrl: platform.environment['DATAOS_URL'] ?? '', token: user(name) });
  const variables = () => ({ S3_ENDPOINT: store.endpoint, S3_BUCKET: store.bucket, S3_ACCESS_KEY: store.accessKeyId, S3_SECRET_KEY: store.secretAccessKey });
  const dataos = (name: Person, ...args: string[]): Promise<CommandResult> => runCli(args, { ...platform.environment, ...variables(), DATAOS_APIKEY: user(name) });
  const gets = (): string[] => store.requests.filter((request) => request.startsWith('GET') && request.endsWith('complaints.csv'));

  async function ask(name: Person, sql: string): Promise<{ rows: unknown[][]; error?: string; id: string }> {
    const trino = Trino.create({ server: platform.environment['DATAOS_TRINO_URL'] ?? '', auth: new BasicAuth('', user(name)) });
    const answer: { rows: unknown[][]; error?: string; id: string } = { rows: [], id: '' };
    for await (const page of await trino.query(sql)) {
      answer.id = page.id;
      if (page.error) answer.error = page.error.message;
      answer.rows.push(...(page.data ?? []));
    }
    return answer;
  }

  beforeAll(async () => {
    store = await startTestStore();
    expect(await fillBucket(store, join(import.meta.dirname, 'objects'))).toBe(3);
    platform = await startPlatform();
  }, 420_000);
  afterAll(async () => {
    await platform.stop();
    await removePlatform(platform.folder);
    await store.close();
  }, 60_000);

  it('applies the manifests, scans the bucket, and tells the catalog and the graph', async () => {
    const applied = await dataos('OPERATOR', 'apply', '-f', 'examples/s3');
    expect([applied.code, applied.err]).toEqual([0, expect.any(String)]);
    await eventually(async () => {
      expect(await client(porosApi, 'OPERATOR').getResource({ params: { type: 'depot', name: 'lake' } })).toMatchObject({ status: { aggregateStatus: 'active' } });
      expect(await client(porosApi, 'OPERATOR').getRuntime({ params: { ws: 'public', type: 'workflow', name: 'scan-lake' } })).toMatchObject({ runs: [{ phase: 'succeeded' }] });
    }, { timeoutMs: 90_000 });
    const asset = await client(metisApi, 'OPERATOR').getAsset({ params: { id: complaints } });
    expect(asset).toMatchObject({ kind: 'file', columns: expect.arrayContaining([expect.objectContaining({ name: 'email', type: 'varchar' })]) });
    await eventually(async () => {
      const near = await client(odinApi, 'OPERATOR').neighbours({ params: { id: complaints }, query: {} });
      expect(near.edges).toContainEqual({ from: complaints, to: `${complaints}#email`, relation: 'dos:hasColumn' });
    }, { timeoutMs: 30_000 });
  }, 150_000);

  it('shows the operator addresses, the analyst digests, the outsider nothing', async () => {
    const sql = 'SELECT complaint_id, email FROM lake.air.complaints ORDER BY complaint_id';
    const operator = await ask('OPERATOR', sql);
    expect([operator.error, operator.rows.length, operator.rows[0]]).toEqual([undefined, 12, [1, 'ada@example.org']]);
    const analyst = await ask('ANALYST', sql);
    expect(analyst.rows).toEqual(operator.rows.map(([id, email]) => [id, digest(String(email))]));
    expect(JSON.stringify(analyst)).not.toContain('@');
    expect((await ask('ANALYST', "SELECT count(*) FROM lake.air.complaints WHERE email = 'ada@example.org'")).rows).toEqual([[0]]);
    expect(await ask('OUTSIDER', sql)).toMatchObject({ rows: [], error: expect.stringContaining('Access Denied') });
    expect(await client(minervaApi, 'OPERATOR').getQuery({ params: { id: analyst.id } })).toMatchObject({ state: 'FINISHED', tables: [{ address: complaints }], masks: [{ column: 'email', operator: 'hash' }] });
  });

  it('joins parts in the bucket with a database, fetched once for everybody', async () => {
    const before = gets().length;
    const joined = await ask('ANALYST', 'SELECT c.complaint_id, r.amount FROM lake.air.complaints c JOIN lake.air.refunds r ON r.complaint_id = c.complaint_id JOIN crm.public.passengers p ON p.passenger_id = c.complaint_id WHERE p.home_state = \'CA\'');
    expect([joined.error, joined.rows.every(([id]) => [1, 2, 8, 11].includes(Number(id)))]).toEqual([undefined, true]);
    await Promise.all(Array.from({ length: 6 }, () => ask('OPERATOR', 'SELECT count(*) FROM lake.air.complaints')));
    expect(gets()).toHaveLength(before);
  });

  it('answers with a changed object at once, masked as before', async () => {
    await store.put('sample/air/complaints.csv', 'complaint_id,email,home_state,flight,reason\n99,zoe@example.org,CA,AA1,late\n');
    expect((await ask('OPERATOR', 'SELECT complaint_id, email FROM lake.air.complaints')).rows).toEqual([[99, 'zoe@example.org']]);
    expect((await ask('ANALYST', 'SELECT complaint_id, email FROM lake.air.complaints')).rows).toEqual([[99, digest('zoe@example.org')]]);
  });

  it('hands the key of the bucket to nobody but whom policy names', async () => {
    const depots = client(depotApi, 'ANALYST');
    for (const refused of await problemsOf([depots.resolveConnection({ query: { address: complaints } }), depots.listObjects({ params: { depot: 'lake', collection: 'air', dataset: 'complaints' } })])) {
      expect(refused).toMatchObject({ status: 422, code: 'secret-missing' });
      expect(JSON.stringify(refused.toProblem())).not.toMatch(new RegExp(store.accessKeyId));
    }
  });

  it('keeps a depot whose key is wrong, and says what to renew', async () => {
    const depot = readFileSync(join(import.meta.dirname, 'resources/lake.depot.yaml'), 'utf8').replace('name: lake', 'name: wronglake').replace('{ name: lake-r', '{ name: wronglake-r')
      .replaceAll(/\$\{(\w+)\}/g, (_, name: string) => (variables() as Record<string, string>)[name] ?? '');
    const secret = `name: wronglake-r\nversion: v1\ntype: instance-secret\nlayer: user\ninstance-secret: { type: key-value-properties, acl: r, data: { accesskeyid: ${store.accessKeyId}, secretkey: wrong-${store.secretAccessKey.slice(4, 12)} } }\n`;
    await client(porosApi, 'OPERATOR').apply({ query: {}, body: `${secret}---\n${depot}` });
    await eventually(async () => {
      const found = await client(porosApi, 'OPERATOR').getResource({ params: { type: 'depot', name: 'wronglake' } });
      expect(found).toMatchObject({ status: { aggregateStatus: 'error', builderState: { info: expect.stringMatching(/secret wronglake-r.*403/) } } });
      expect(JSON.stringify(found)).not.toContain(store.accessKeyId);
    }, { timeoutMs: 30_000 });
  }, 60_000);

  it('leaves no key in anything that the platform wrote: logs, events, manifests, copies, databases', async () => {
    const found: string[] = [];
    const searched: string[] = [];
    const look = (folder: string): void => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const file = join(folder, entry.name);
        if (entry.isDirectory() || entry.name === 'postgres') look(file);
        else if (entry.isFile()) {
          const bytes = readFileSync(file);
          if ([store.secretAccessKey, encodeURIComponent(store.secretAccessKey), 'AWS4-HMAC'].some((text) => bytes.includes(text))) found.push(file);
          if (bytes.includes(store.endpoint)) searched.push(file);
        }
      }
    };
    look(platform.folder);
    expect(found).toEqual([]);
    // What is no secret is found there, so the search does search.
    expect(searched.some((file) => file.includes('/postgres/'))).toBe(true);
    expect(platform.output()).not.toContain(store.secretAccessKey);
    const logs = readdirSync(join(platform.folder, 'logs')).map((name) => readFileSync(join(platform.folder, 'logs', name), 'utf8')).join('');
    expect(logs).toContain('objects fetched');
    expect(logs).not.toContain(store.accessKeyId);
  });
});
