import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { eventually, problemOf, removePlatform, startPlatform, type TestPlatform } from '@dataos/testkit';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { parse } from 'yaml';

/** The story of the README, told by real processes through the one public door. */
describe('the journey of examples/air', () => {
  let platform: TestPlatform;
  const user = (name: 'OPERATOR' | 'ANALYST' | 'OUTSIDER'): string => platform.environment[`DATAOS_${name}_APIKEY`] ?? '';
  const url = (): string => platform.environment['DATAOS_URL'] ?? '';
  const heimdall = (token: string) => createClient(heimdallApi, { baseUrl: url(), token });
  const depots = (token: string) => createClient(depotApi, { baseUrl: url(), token });
  const metis = (token: string) => createClient(metisApi, { baseUrl: url(), token });

  beforeAll(async () => {
    platform = await startPlatform();
    await givenCustomers(platform);
  }, 180_000);

  afterAll(async () => {
    const pids = Object.values(platform.processes());
    await platform.stop();
    // npm's own exit code after Ctrl-C is not ours; what counts is that everything drained and nobody is left.
    await eventually(() => expect(platform.output()).toContain('✓ stopped'), { timeoutMs: 20_000 });
    await eventually(() => expect(pids.filter(isAlive)).toEqual([]));
    await removePlatform(platform.folder);
  }, 60_000);

  it('begins with an open door for nobody: no token 401, unknown route 404, problems all', async () => {
    for (const [path, headers, status, code] of [
      ['/heimdall/api/v1/users', {}, 401, 'unauthenticated'],
      ['/heimdall/api/v1/users', { apikey: 'made-up' }, 401, 'unauthenticated'],
      ['/nowhere', { apikey: user('OPERATOR') }, 404, 'not-found'],
      ['/heimdall/api/v1/policies', { apikey: user('OUTSIDER') }, 403, 'policy-denied'],
    ] as const) {
      const answer = await fetch(url() + path, { headers });
      expect([path, answer.status, answer.headers.get('content-type'), ((await answer.json()) as { code: string }).code]).toEqual([path, status, expect.stringContaining('application/problem+json'), code]);
    }
  });

  it('lets three people in, each as who they are', async () => {
    const answers = await Promise.all((['OPERATOR', 'ANALYST', 'OUTSIDER'] as const).map((name) => heimdall(user(name)).authorize({ body: { token: user(name) } })));
    expect(answers.map((answer) => (answer as { result?: { id: string } }).result?.id)).toEqual(['olivia', 'amir', 'otto']);
  });

  it('keeps the sample’s secrets, policies and depots', async () => {
    const operator = user('OPERATOR');
    for (const acl of ['r', 'rw'] as const) {
      await heimdall(operator).putSecret({ params: { secret: `crm-${acl}` }, body: { kind: 'key-value-properties', acl, data: { username: 'crm', password: crmPassword(platform) } } });
    }
    for (const { name, layer, description, policy } of await policiesOfTheSample()) {
      await heimdall(operator).putPolicy({ params: { name }, body: { layer, description, policy } });
    }
    const root = join(platform.folder, 'sample/flights');
    await depots(operator).putDepot({ params: { depot: 'flights' }, body: { type: 'FILE', file: { path: root } } });
    await depots(operator).putDepot({
      params: { depot: 'crm' },
      body: { type: 'POSTGRESQL', secrets: [{ name: 'crm-r' }, { name: 'crm-rw' }], postgresql: { host: '127.0.0.1', port: platform.portBase + 10, database: 'crm' } },
    });
  });

  it('resolves addresses and introspects both depots', async () => {
    const operator = depots(user('OPERATOR'));
    expect(await operator.resolve({ query: { address: 'dataos://crm:public/passengers' } })).toMatchObject({ depot: 'crm', collection: 'public', dataset: 'passengers' });
    expect(await operator.listDatasets({ params: { depot: 'flights', collection: 'air' } })).toEqual(['airports', 'flights']);
    expect(await operator.describeDataset({ params: { depot: 'flights', collection: 'air', dataset: 'flights' } })).toMatchObject({ rowEstimate: '3000000' });
    expect(await operator.describeDataset({ params: { depot: 'crm', collection: 'public', dataset: 'passengers' } })).toMatchObject({
      rowEstimate: '3', columns: expect.arrayContaining([expect.objectContaining({ name: 'email', type: 'varchar' })]),
    });
  });

  it('gives nobody but whom policy names the credentials', async () => {
    const refused = await problemOf(depots(user('ANALYST')).resolveConnection({ query: { address: 'dataos://crm:public/passengers' } }));
    expect(JSON.stringify(refused.toProblem())).not.toContain(crmPassword(platform));
  });

  it('scans both depots into the catalog, where text search finds tables by their columns', async () => {
    const operator = metis(user('OPERATOR'));
    for (const depot of ['crm', 'flights']) {
      const { id } = await operator.scan({ body: { depot } });
      await eventually(async () => expect((await operator.getScan({ params: { scan: id }, query: { wait: 5 } })).state).toBe('succeeded'), { timeoutMs: 30_000 });
    }
    const passengers = await operator.getAsset({ params: { id: 'dataos://crm:public/passengers' } });
    expect(passengers.columns.find(({ name }) => name === 'email')?.tags).toContain('PII.Email');
    const found = await metis(user('ANALYST')).searchAssets({ query: { q: 'birth_date' } });
    expect(found.items.map(({ id }) => id)).toEqual(['dataos://crm:public/passengers']);
  });

  it('decides per person: clear, masked and filtered, refused; and says why', async () => {
    const tables = [{ address: 'dataos://crm:public/passengers', columns: ['id', 'email', 'birth_date', 'home_state'].map((name) => ({ name, ...(name === 'email' ? { tags: ['PII.Email'] } : {}) })) }];
    const decide = (name: 'OPERATOR' | 'ANALYST' | 'OUTSIDER') => heimdall(user(name)).decideData({ body: { tables } });
    expect((await decide('OPERATOR')).tables[0]).toMatchObject({ allow: true, filters: [], masks: [] });
    const analyst = await decide('ANALYST');
    expect(analyst.tables[0]).toMatchObject({ allow: true, filters: [{ column: 'home_state', operator: 'equals', value: 'CA' }] });
    expect(analyst.tables[0]?.masks.map(({ column, operator }) => [column, operator]).sort()).toEqual([['birth_date', 'bucket_date'], ['email', 'hash']]);
    const outsider = await decide('OUTSIDER');
    expect(outsider).toMatchObject({ allow: false, subject: 'otto' });
    const why = await heimdall(user('OUTSIDER')).getDecision({ params: { id: outsider.decision } });
    expect(why.explanation).toMatch(/no policy|not allowed|denied/i);
    expect(why.ask.length).toBeGreaterThan(0);
    expect(await problemOf(heimdall(user('ANALYST')).getDecision({ params: { id: outsider.decision } }))).toMatchObject({ status: 404 });
  });

  it('lets a policy speak in the other services within a second, and forgets no change when a service is killed', async () => {
    process.kill(platform.processes()['heimdall'] ?? 0, 'SIGKILL');
    await eventually(async () => expect((await fetch(`${url()}/heimdall/api/v1/users`, { headers: { apikey: user('OPERATOR') } })).status).toBe(200), { timeoutMs: 30_000 });
    expect((await heimdall(user('OPERATOR')).listPolicies({ query: { kind: 'data' } })).length).toBeGreaterThan(3);
  }, 60_000);
});

interface PolicyManifest { name: string; layer: 'user'; description: string; policy: { access?: never; data?: never } }

async function policiesOfTheSample(): Promise<PolicyManifest[]> {
  const folder = join(import.meta.dirname, 'resources');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.policy.yaml'));
  return Promise.all(files.map(async (file) => parse(await readFile(join(folder, file), 'utf8')) as PolicyManifest));
}

const secretsOf = (platform: TestPlatform): { databases: Record<string, string> } => JSON.parse(readFileSync(join(platform.folder, 'secrets.json'), 'utf8')) as never;
const crmPassword = (platform: TestPlatform): string => secretsOf(platform).databases['crm'] ?? '';

async function givenCustomers(platform: TestPlatform): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port: platform.portBase + 10, database: 'crm', user: 'crm', password: crmPassword(platform) });
  await client.connect();
  await client.query(`CREATE TABLE public.passengers (id bigint PRIMARY KEY, email text NOT NULL, birth_date date, home_state text)`);
  await client.query(`INSERT INTO public.passengers VALUES (1, 'ada@example.org', '1990-02-03', 'CA'), (2, 'bob@example.org', '1985-06-07', 'NY'), (3, 'eve@example.org', '2001-11-12', 'CA')`);
  await client.end();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
