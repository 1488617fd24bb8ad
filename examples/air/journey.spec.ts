import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { minervaApi } from '@dataos/contracts-minerva';
import { odinApi } from '@dataos/contracts-odin';
import { operationsApi } from '@dataos/contracts-operations';
import { porosApi } from '@dataos/contracts-poros';
import { type CommandResult, eventually, problemOf, removePlatform, runCli, startPlatform, type TestPlatform } from '@dataos/testkit';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BasicAuth, Trino } from 'trino-client';

type Person = 'OPERATOR' | 'ANALYST' | 'OUTSIDER';
const passengers = 'dataos://crm:public/passengers';
const booked = 'dataos://flights:derived/booked_flights';

const brokers = process.env['DATAOS_TEST_KAFKA'];
const logs: [string, Record<string, string>][] = [['the log in PostgreSQL', {}]];
if (brokers !== undefined) logs.push(['Apache Kafka', { KAFKA_BROKERS: brokers, KAFKA_PREFIX: `journey-${process.pid}.` }]);
else describe.skip('the journey on Apache Kafka (not run: DATAOS_TEST_KAFKA names no broker)', () => it('tells the same story', () => undefined));

/** The story of the README, told by real processes through the one public door. */
describe.each(logs)('the journey of examples/air, its events on %s', (_log, env) => {
  let platform: TestPlatform;
  const user = (name: Person): string => platform.environment[`DATAOS_${name}_APIKEY`] ?? '';
  const url = (): string => platform.environment['DATAOS_URL'] ?? '';
  const heimdall = (token: string) => createClient(heimdallApi, { baseUrl: url(), token });
  const depots = (token: string) => createClient(depotApi, { baseUrl: url(), token });
  const metis = (token: string) => createClient(metisApi, { baseUrl: url(), token });
  const odin = (token: string) => createClient(odinApi, { baseUrl: url(), token });
  const poros = (token: string) => createClient(porosApi, { baseUrl: url(), token });
  const minerva = (token: string) => createClient(minervaApi, { baseUrl: url(), token });
  const operations = (token: string) => createClient(operationsApi, { baseUrl: url(), token });
  const dataos = (name: Person, ...args: string[]): Promise<CommandResult> => runCli(args, { ...platform.environment, DATAOS_APIKEY: user(name) });

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dataos-journey-'));
    const killed = killPorosInTheBundle(folder);
    platform = await startPlatform({ folder, env });
    await killed;
  }, 300_000);

  afterAll(async () => {
    const pids = Object.values(platform.processes());
    await platform.stop();
    // npm's own exit code after Ctrl-C is not ours; what counts is that everything drained and nobody is left.
    await eventually(() => expect(platform.output()).toContain('✓ stopped'), { timeoutMs: 20_000 });
    await eventually(() => expect(pids.filter(isAlive)).toEqual([]));
    await removePlatform(platform.folder);
  }, 60_000);

  describe('the one door', () => {
    it('is open for nobody: no token 401, unknown route 404, not allowed 403, problems all', async () => {
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

    it('describes every service in one document and in Swagger UI', async () => {
      const { paths } = await (await fetch(`${url()}/openapi/dataos.json`)).json() as { paths: Record<string, unknown> };
      for (const prefix of ['/heimdall/', '/ds/', '/metis/', '/odin/', '/gateway/', '/v1/statement', '/poros/', '/operations/']) expect(Object.keys(paths).filter((path) => path.startsWith(prefix))).not.toEqual([]);
      const page = await (await fetch(`${url()}/docs`, { redirect: 'follow' })).text();
      expect(page).toContain('swagger-ui');
      const script = await (await fetch(`${url()}/docs/swagger-ui-init.js`)).text();
      for (const service of ['heimdall', 'depot-service', 'metis', 'odin', 'minerva-gateway', 'poros', 'operations']) expect(script).toContain(`/openapi/services/${service}.json`);
    });
  });

  describe('Poros', () => {
    it('finished the bundle in whose middle it was killed, and ran nothing twice', async () => {
      expect(platform.output()).toContain('! poros ended unexpectedly (SIGKILL)');
      const [bundle] = await poros(user('OPERATOR')).listResources({ params: { type: 'bundle' } });
      expect(bundle).toMatchObject({ name: 'air', generation: 1, status: { aggregateStatus: 'active' } });
      const workflows = await poros(user('OPERATOR')).listWorkspaceResources({ params: { ws: 'public', type: 'workflow' } });
      expect(workflows.map(({ name, status }) => [name, status.runtimeState.status]).sort()).toEqual([['booked-flights', 'succeeded'], ['load-crm', 'succeeded'], ['scan-air', 'succeeded']]);
      const runtime = await poros(user('OPERATOR')).getRuntime({ params: { ws: 'public', type: 'workflow', name: 'load-crm' } });
      expect(runtime.runs.map(({ phase }) => phase)).toEqual(['succeeded']);
    });

    it('refuses a broken manifest with a pointer, and stores none of its neighbours', async () => {
      const broken = await problemOf(poros(user('OPERATOR')).apply({ query: {}, body: 'name: ok-name\nversion: v1\ntype: policy\nlayer: user\npolicy: { data: { type: mask, mask: { operator: no_such } } }\n---\nname: Bad Name\nversion: v1\ntype: policy\n' }));
      expect(broken).toMatchObject({ status: 400 });
      expect(JSON.stringify(broken.toProblem())).toContain('"pointer":"');
      expect(await problemOf(poros(user('OPERATOR')).getResource({ params: { type: 'policy', name: 'ok-name' } }))).toMatchObject({ status: 404 });
      expect(await problemOf(poros(user('OPERATOR')).apply({ query: {}, body: 'a: [' }))).toMatchObject({ status: 400 });
    });

    it('keeps a depot whose source is away, tells the driver’s message, and lets it go', async () => {
      const manifest = 'name: faraway\nversion: v2alpha\ntype: depot\nlayer: user\ndepot:\n  type: POSTGRESQL\n  secrets: [{ name: crm-r, allkeys: true }]\n  postgresql: { host: 127.0.0.1, port: 9, database: x }\n';
      expect((await poros(user('OPERATOR')).apply({ query: {}, body: manifest })).results[0]).toMatchObject({ name: 'faraway' });
      await eventually(async () => {
        const depot = await poros(user('OPERATOR')).getResource({ params: { type: 'depot', name: 'faraway' } });
        expect(depot).toMatchObject({ generation: 1, status: { aggregateStatus: 'error', builderState: { info: expect.stringMatching(/ECONNREFUSED|refused|connect/i) } } });
      }, { timeoutMs: 30_000 });
      await poros(user('OPERATOR')).deleteResource({ params: { type: 'depot', name: 'faraway' }, query: {} });
      await eventually(async () => expect(await problemOf(poros(user('OPERATOR')).getResource({ params: { type: 'depot', name: 'faraway' } }))).toMatchObject({ status: 404 }), { timeoutMs: 30_000 });
    }, 90_000);
  });

  describe('the depot service', () => {
    it('resolves addresses and introspects both depots', async () => {
      const operator = depots(user('OPERATOR'));
      expect(await operator.resolve({ query: { address: passengers } })).toMatchObject({ depot: 'crm', collection: 'public', dataset: 'passengers' });
      expect(await operator.listDatasets({ params: { depot: 'flights', collection: 'air' } })).toEqual(['airports', 'flights']);
      expect(await operator.describeDataset({ params: { depot: 'flights', collection: 'air', dataset: 'flights' } })).toMatchObject({ rowEstimate: '3000000' });
      const { columns } = await operator.describeDataset({ params: { depot: 'crm', collection: 'public', dataset: 'passengers' } });
      expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['email', 'phone', 'birth_date', 'card_number', 'home_state', 'salary_band']));
    });

    it('gives nobody but whom policy names the credentials', async () => {
      const refused = await problemOf(depots(user('ANALYST')).resolveConnection({ query: { address: passengers } }));
      expect(refused).toMatchObject({ status: 422, code: 'secret-missing' });
      expect(JSON.stringify(refused.toProblem())).not.toContain(crmPassword(platform));
    });
  });

  it('Metis has every table and file with columns, types, owner and tags, finds them by text, and knows the lineage to both inputs', async () => {
    const operator = metis(user('OPERATOR'));
    for (const id of [passengers, 'dataos://crm:public/bookings', 'dataos://flights:air/flights', 'dataos://flights:air/airports', booked]) {
      const asset = await operator.getAsset({ params: { id } });
      expect([id, asset.owner, asset.columns.length > 3, asset.columns.every(({ type }) => type !== '')]).toEqual([id, 'olivia', true, true]);
    }
    const { columns, description } = await operator.getAsset({ params: { id: passengers } });
    expect(description).toBe('People who booked a flight; made up');
    expect(columns.find(({ name }) => name === 'email')?.tags).toContain('PII.Email');
    const found = await metis(user('ANALYST')).searchAssets({ query: { q: 'birth_date' } });
    expect(found.items.map(({ id }) => id)).toContain(passengers);
    const lineage = await operator.getLineage({ params: { id: booked }, query: { direction: 'upstream', depth: 1 } });
    expect(lineage.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining([passengers, 'dataos://flights:air/flights']));
  });

  it('Odin draws what is around a table, what feels a change of an e-mail column, and answers SPARQL', async () => {
    const near = await odin(user('OPERATOR')).neighbours({ params: { id: passengers }, query: {} });
    expect(near.edges).toEqual(expect.arrayContaining([
      { from: passengers, to: `${passengers}#email`, relation: 'dos:hasColumn' }, { from: booked, to: passengers, relation: 'prov:wasDerivedFrom' }, { from: passengers, to: 'users:id:olivia', relation: 'dct:creator' },
    ]));
    const impact = await odin(user('ANALYST')).impact({ query: { of: `${passengers}#email` } });
    expect(impact.columns.map(({ id }) => id)).toEqual([`${booked}#email`]);
    expect(impact.datasets.map(({ id }) => id)).toContain(booked);
    expect(impact.products.map(({ id }) => id)).toEqual(['data:v1beta:air-travel']);
    const { results } = await odin(user('ANALYST')).sparql({ query: { query: 'SELECT ?title WHERE { ?output prov:wasDerivedFrom/dct:title "passengers" ; dct:title ?title }' } });
    expect(results?.bindings.map((row) => row['title']?.value)).toContain('booked_flights');
  });

  describe('Minerva', () => {
    const sql = `SELECT p.passenger_id, p.email, p.home_state, f.distance
      FROM crm.public.passengers p JOIN crm.public.bookings b ON b.passenger_id = p.passenger_id
      JOIN flights.air.flights f ON f.date = b.departure AND f.origin = b.origin AND f.destination = b.destination WHERE p.passenger_id < 200`;

    it('answers one question differently to two people through the unmodified Trino client, and keeps both texts of each', async () => {
      const operator = await ask(platform, user('OPERATOR'), sql);
      const analyst = await ask(platform, user('ANALYST'), sql);
      expect(operator.rows.length).toBeGreaterThan(300);
      expect(operator.rows.every(([, email]) => String(email).includes('@'))).toBe(true);
      expect(new Set(operator.rows.map(([, , state]) => state)).size).toBeGreaterThan(5);
      expect(new Set(analyst.rows.map(([, , state]) => state))).toEqual(new Set(['CA']));
      expect(analyst.rows.every(([, email]) => /^[0-9a-f]{64}$/.test(String(email)))).toBe(true);
      expect(analyst.rows.length).toBe(operator.rows.filter(([, , state]) => state === 'CA').length);
      const { items } = await minerva(user('OPERATOR')).listQueries({ query: { user: 'amir', table: passengers } });
      const record = await minerva(user('OPERATOR')).getQuery({ params: { id: items[0]?.id ?? '' } });
      expect(record).toMatchObject({ user: 'amir', state: 'FINISHED', sql, rows: analyst.rows.length, rewritten: expect.stringContaining('SELECT'), policies: expect.arrayContaining(['air-hash-email', 'air-passengers-of-california']) });
      expect((await minerva(user('ANALYST')).getQuery({ params: { id: record.id } })).rewritten).toBeUndefined();
    }, 60_000);

    it('refuses the third, names the decision, and the decision tells the refused person why and whom to ask', async () => {
      const refused = await ask(platform, user('OUTSIDER'), sql);
      expect(refused).toMatchObject({ rows: [], error: expect.stringContaining('Access Denied') });
      const decision = /decision ([0-9a-f-]{36})/.exec(refused.error ?? '')?.[1] ?? '';
      const why = await dataos('OUTSIDER', 'why', decision);
      expect(why).toMatchObject({ code: 0, out: expect.stringContaining('otto') });
      expect(why.out).toMatch(/olivia|operator/);
      expect(await problemOf(heimdall(user('ANALYST')).getDecision({ params: { id: decision } }))).toMatchObject({ status: 404 });
      const own = await minerva(user('ANALYST')).listQueries({ query: {} });
      expect(own.items.every(({ user: who }) => who === 'amir')).toBe(true);
    });

    it.each(['DELETE FROM crm.public.passengers', 'SELECT * FROM crm.public.passengers FOR VERSION AS OF 1', "SELECT * FROM TABLE(crm.system.query(query => 'SELECT * FROM passengers'))"])('runs nothing it does not understand: %s', async (text) => {
      expect((await ask(platform, user('OPERATOR'), text)).error).toBeDefined();
      expect((await ask(platform, user('OPERATOR'), 'SELECT count(*) FROM crm.public.passengers')).rows).toEqual([[100_000]]);
    });
  });

  it('Heimdall decides per person: clear, masked and filtered, refused; and says why', async () => {
    const tables = [{ address: passengers, columns: ['id', 'email', 'birth_date', 'home_state'].map((name) => ({ name, ...(name === 'email' ? { tags: ['PII.Email'] } : {}) })) }];
    const decide = (name: Person) => heimdall(user(name)).decideData({ body: { tables } });
    expect((await decide('OPERATOR')).tables[0]).toMatchObject({ allow: true, filters: [], masks: [] });
    const analyst = await decide('ANALYST');
    expect(analyst.tables[0]).toMatchObject({ allow: true, filters: [{ column: 'home_state', operator: 'equals', value: 'CA' }] });
    expect(analyst.tables[0]?.masks.map(({ column, operator }) => [column, operator]).sort()).toEqual([['birth_date', 'bucket_date'], ['email', 'hash']]);
    const outsider = await decide('OUTSIDER');
    expect(outsider).toMatchObject({ allow: false, subject: 'otto' });
    const why = await heimdall(user('OUTSIDER')).getDecision({ params: { id: outsider.decision } });
    expect(why.explanation).toMatch(/no policy|not allowed|denied/i);
    expect(why.ask.length).toBeGreaterThan(0);
  });

  it('Operations shows every service, engine and job as a pod; the finished ones stay', async () => {
    await eventually(async () => {
      const { items } = await operations(user('OPERATOR')).listPods({ query: { history: 'true', size: 100 } });
      const running = items.filter(({ phase }) => phase === 'running');
      expect(running.filter(({ kind }) => kind === 'service').map(({ name }) => name).sort()).toEqual(['api-gateway', 'depot-service', 'heimdall', 'metis', 'minerva-gateway', 'odin', 'operations', 'poros', 'postgres']);
      expect(running.find(({ kind }) => kind === 'engine')).toMatchObject({ name: 'air' });
      expect(running.every(({ usage }) => usage !== undefined && usage.memory > 1_000_000)).toBe(true);
      expect(items.filter(({ kind, phase }) => kind === 'job' && phase === 'succeeded').map(({ name }) => name).sort()).toEqual(['join', 'load', 'scan', 'scan-crm', 'scan-flights']);
      expect(running.find(({ name }) => name === 'poros')?.restarts).toBe(1);
    }, { timeoutMs: 30_000 });
  }, 40_000);

  describe('the command line', () => {
    it('leads the refused analyst from the message to the rule, the tag it matched, who gave that, and whom to ask', async () => {
      expect(await dataos('OPERATOR', 'apply', '-f', join(import.meta.dirname, 'more'))).toMatchObject({ code: 0 });
      const query = 'SELECT count(*) FROM crm.public.bookings';
      const refused = await eventually(async () => {
        const answer = await dataos('ANALYST', 'query', query);
        expect(answer).toMatchObject({ code: 1, out: '' });
        return answer.err;
      }, { timeoutMs: 15_000 });
      const why = await dataos('ANALYST', 'why', /dataos why ([0-9a-f-]{36})/.exec(refused)?.[1] ?? '');
      for (const part of ['the policy air-bookings-closed denies it', 'Ask olivia', 'air-bookings-closed denies it on dataos://crm:public/bookings (olivia answers for it)']) expect(why.out).toContain(part);
      expect(why.out).toMatch(/amir has roles:id:analyst, given by \S+ on \d{4}-\d\d-\d\d/);
      expect(await dataos('OPERATOR', 'query', query)).toMatchObject({ code: 0 });
      expect(await dataos('OPERATOR', 'delete', 'policy', 'air-bookings-closed')).toMatchObject({ code: 0 });
      await eventually(async () => expect(await dataos('ANALYST', 'query', query)).toMatchObject({ code: 0 }), { timeoutMs: 15_000 });
    }, 60_000);

    it('applies a file, shows it, changes nothing the second time, and deletes it', async () => {
      const file = join(platform.folder, 'hide-phone.yaml');
      await writeFile(file, 'name: hide-phone\nversion: v1\ntype: policy\nlayer: user\ndescription: Nobody but operators sees a phone number\npolicy:\n  data:\n    type: mask\n    priority: 30\n    selector:\n      user: { match: any, tags: [roles:id:analyst] }\n      column: { names: [phone] }\n    mask: { operator: redact }\n');
      expect(await dataos('OPERATOR', 'apply', '-f', file)).toMatchObject({ code: 0, out: expect.stringContaining('hide-phone') });
      await eventually(async () => {
        const rows = JSON.parse((await dataos('ANALYST', '-o', 'json', 'query', 'SELECT DISTINCT phone FROM crm.public.passengers')).out) as unknown;
        expect(JSON.stringify(rows)).toMatch(/REDACTED/);
      }, { timeoutMs: 15_000 });
      expect(await dataos('OPERATOR', 'apply', '-f', file)).toMatchObject({ code: 0 });
      expect(JSON.parse((await dataos('OPERATOR', '-o', 'json', 'get', 'policy', 'hide-phone')).out)).toMatchObject({ name: 'hide-phone', generation: 1 });
      expect(await dataos('OPERATOR', 'delete', 'policy', 'hide-phone')).toMatchObject({ code: 0 });
      await eventually(async () => expect(await dataos('OPERATOR', 'get', 'policy', 'hide-phone')).toMatchObject({ code: 1 }), { timeoutMs: 15_000 });
    }, 60_000);

    it('lets nobody but operators declare, and shows tables, logs and health', async () => {
      expect(await dataos('OUTSIDER', 'apply', '-f', join(platform.folder, 'hide-phone.yaml'))).toMatchObject({ code: 1, err: expect.stringContaining('Error') });
      expect((await dataos('ANALYST', 'query', 'SELECT home_state, count(*) FROM crm.public.passengers GROUP BY home_state')).out).toMatch(/CA\s+\d+/);
      expect((await dataos('OPERATOR', 'logs', 'workflow', 'load-crm')).out).not.toBe('');
      expect(await dataos('OPERATOR', 'health')).toMatchObject({ code: 0, out: expect.stringContaining('minerva-gateway') });
    }, 60_000);
  });

  it('names the service that is down, and forgets no change when a service is killed', async () => {
    process.kill(platform.processes()['metis'] ?? 0, 'SIGKILL');
    await eventually(async () => {
      const answer = await fetch(`${url()}/metis/api/v1/assets`, { headers: { apikey: user('OPERATOR') } });
      expect([answer.status, await answer.json()]).toEqual([503, expect.objectContaining({ code: 'dependency-unavailable', service: 'metis' })]);
    }, { timeoutMs: 10_000 });
    process.kill(platform.processes()['heimdall'] ?? 0, 'SIGKILL');
    await eventually(async () => expect((await heimdall(user('OPERATOR')).listPolicies({ query: { kind: 'data' } })).length).toBe(5), { timeoutMs: 60_000 });
    await eventually(async () => expect((await metis(user('OPERATOR')).getAsset({ params: { id: passengers } })).owner).toBe('olivia'), { timeoutMs: 60_000 });
  }, 140_000);
});

/** While `npm start` waits for the sample: kills Poros as soon as the first workflow of the bundle runs. */
async function killPorosInTheBundle(folder: string): Promise<void> {
  const settings = join(folder, 'dev.env');
  await eventually(async () => {
    if (!existsSync(settings)) throw new Error('not started yet');
    const [, baseUrl = ''] = /DATAOS_URL='([^']+)'/.exec(readFileSync(settings, 'utf8')) ?? [];
    const [, token = ''] = /DATAOS_OPERATOR_APIKEY='([^']+)'/.exec(readFileSync(settings, 'utf8')) ?? [];
    const workflow = await createClient(porosApi, { baseUrl, token }).getWorkspaceResource({ params: { ws: 'public', type: 'workflow', name: 'load-crm' } });
    expect(workflow.status.runtimeState.status).toBe('running');
  }, { timeoutMs: 200_000 });
  const { pid } = (JSON.parse(readFileSync(join(folder, 'run/processes.json'), 'utf8')) as { name: string; pid: number }[]).find(({ name }) => name === 'poros') ?? { pid: 0 };
  process.kill(pid, 'SIGKILL');
}

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
