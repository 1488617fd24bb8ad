import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { minervaApi } from '@dataos/contracts-minerva';
import { porosApi } from '@dataos/contracts-poros';
import { eventually, problemOf, removePlatform, startPlatform, type TestPlatform } from '@dataos/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BasicAuth, Trino } from 'trino-client';

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

  it('was applied through the public API, and stands', async () => {
    const poros = createClient(porosApi, { baseUrl: url(), token: user('OPERATOR') });
    const [bundle] = await poros.listResources({ params: { type: 'bundle' } });
    expect(bundle).toMatchObject({ name: 'air', generation: 1, status: { aggregateStatus: 'active' } });
    const workflows = await poros.listWorkspaceResources({ params: { ws: 'public', type: 'workflow' } });
    expect(workflows.map(({ name, status }) => [name, status.runtimeState.status]).sort()).toEqual([['booked-flights', 'succeeded'], ['load-crm', 'succeeded'], ['scan-air', 'succeeded']]);
    expect(await problemOf(poros.apply({ query: {}, body: 'name: Bad Name\nversion: v1\ntype: policy\n' }))).toMatchObject({ status: 400 });
  });

  it('resolves addresses and introspects both depots', async () => {
    const operator = depots(user('OPERATOR'));
    expect(await operator.resolve({ query: { address: 'dataos://crm:public/passengers' } })).toMatchObject({ depot: 'crm', collection: 'public', dataset: 'passengers' });
    expect(await operator.listDatasets({ params: { depot: 'flights', collection: 'air' } })).toEqual(['airports', 'flights']);
    expect(await operator.describeDataset({ params: { depot: 'flights', collection: 'air', dataset: 'flights' } })).toMatchObject({ rowEstimate: '3000000' });
    expect(await operator.describeDataset({ params: { depot: 'crm', collection: 'public', dataset: 'passengers' } })).toMatchObject({
      columns: expect.arrayContaining([expect.objectContaining({ name: 'email' })]),
    });
  });

  it('gives nobody but whom policy names the credentials', async () => {
    const refused = await problemOf(depots(user('ANALYST')).resolveConnection({ query: { address: 'dataos://crm:public/passengers' } }));
    expect(JSON.stringify(refused.toProblem())).not.toContain(crmPassword(platform));
  });

  it('has both depots in the catalog, where text search finds tables by their columns, and lineage to both inputs', async () => {
    const operator = metis(user('OPERATOR'));
    const passengers = await operator.getAsset({ params: { id: 'dataos://crm:public/passengers' } });
    expect(passengers.columns.find(({ name }) => name === 'email')?.tags).toContain('PII.Email');
    const found = await metis(user('ANALYST')).searchAssets({ query: { q: 'birth_date' } });
    expect(found.items.map(({ id }) => id)).toContain('dataos://crm:public/passengers');
    const lineage = await operator.getLineage({ params: { id: 'dataos://flights:derived/booked_flights' }, query: { direction: 'upstream', depth: 1 } });
    expect(lineage.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['dataos://crm:public/passengers', 'dataos://flights:air/flights']));
  });

  it('answers one SQL question differently to two people, refuses the third, and says why', async () => {
    const sql = 'SELECT p.passenger_id, p.email, p.home_state, a.city FROM crm.public.passengers p JOIN crm.public.bookings b ON b.passenger_id = p.passenger_id JOIN flights.air.airports a ON a.iata = b.origin WHERE p.passenger_id < 200';
    const operator = await ask(platform, user('OPERATOR'), sql);
    const analyst = await ask(platform, user('ANALYST'), sql);
    expect(operator.rows.some(([, email]) => String(email).includes('@'))).toBe(true);
    expect(new Set(operator.rows.map(([, , state]) => state)).size).toBeGreaterThan(5);
    expect(new Set(analyst.rows.map(([, , state]) => state))).toEqual(new Set(['CA']));
    expect(analyst.rows.every(([, email]) => /^[0-9a-f]{64}$/.test(String(email)))).toBe(true);
    expect(analyst.rows.length).toBe(operator.rows.filter(([, , state]) => state === 'CA').length);
    const refused = await ask(platform, user('OUTSIDER'), sql);
    const decision = /decision ([0-9a-f-]{36})/.exec(refused.error ?? '')?.[1] ?? '';
    expect(refused).toMatchObject({ rows: [], error: expect.stringContaining('Access Denied') });
    expect((await heimdall(user('OUTSIDER')).getDecision({ params: { id: decision } })).subject).toBe('otto');
    const audit = await createClient(minervaApi, { baseUrl: url(), token: user('ANALYST') }).listQueries({ query: {} });
    expect(audit.items.every(({ user: who }) => who === 'amir')).toBe(true);
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
    expect((await heimdall(user('OPERATOR')).listPolicies({ query: { kind: 'data' } })).length).toBe(5);
  }, 60_000);
});

/** One statement by the official Trino client, as anybody's program would send it. */
async function ask(platform: TestPlatform, key: string, sql: string): Promise<{ rows: unknown[][]; error?: string }> {
  const trino = Trino.create({ server: platform.environment['DATAOS_TRINO_URL'] ?? '', auth: new BasicAuth('', key) });
  const rows: unknown[][] = [];
  for await (const page of await trino.query(sql)) {
    if (page.error) return { rows: [], error: page.error.message };
    rows.push(...(page.data ?? []));
  }
  return { rows };
}

const secretsOf = (platform: TestPlatform): { databases: Record<string, string> } => JSON.parse(readFileSync(join(platform.folder, 'secrets.json'), 'utf8')) as never;
const crmPassword = (platform: TestPlatform): string => secretsOf(platform).databases['crm'] ?? '';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
