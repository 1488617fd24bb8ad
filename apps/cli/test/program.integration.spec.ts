import { deadLetterRoutes, defineApi, defineRoute, DependencyUnavailable, DomainError, NotFound, PolicyDenied, Readiness } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { minervaApi } from '@dataos/contracts-minerva';
import { operationsApi } from '@dataos/contracts-operations';
import { ManifestInvalid, porosApi, ResourceNeeded } from '@dataos/contracts-poros';
import { type FakePeer, startFakePeer } from '@dataos/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEnvironment } from '../src/environment.js';
import { run } from '../src/program.js';

const api = defineApi({
  service: 'api-gateway', title: 'All of it',
  routes: {
    ready: defineRoute({ method: 'GET', path: '/health/ready', summary: '', response: Readiness }),
    ...heimdallApi.routes, ...depotApi.routes, ...metisApi.routes, ...minervaApi.routes, ...porosApi.routes, ...operationsApi.routes,
    ...deadLetterRoutes('metis'),
  },
});
const links = { self: null, tags: null, tokens: null, avatars: null, download_avatars: null, grants: null, policies: null, changes: null, user: null };
const olivia = { id: 'olivia', name: 'Olivia', type: 'person' as const, email: 'o@example.org', cid: 'c', properties: [], federated_user_id: null, federated_connector_id: null, tags: ['roles:id:operator'], tokens: null, _links: links };
const signature = { rawType: 'varchar', arguments: [] };
const resource = (type: string, name: string, status = 'active', workspace?: string) => ({
  id: `${type}:v1:${name}`, name, version: 'v1', type, tags: [], owner: 'olivia', layer: 'user', generation: 1, uid: '7b0f4c0e-4f0b-4f43-9e0e-0d6d2a1a3b11', created: '2031-01-01T00:00:00Z', updated: '2031-01-01T00:00:00Z', stamp: 's',
  ...(workspace === undefined ? {} : { workspace }),
  status: { aggregateStatus: status, builderState: { stage: 'complete', numberOfWantedResources: '1', numberOfProcessedResources: '1', info: status === 'error' ? 'no such host' : '' }, runtimeState: { status: workspace === undefined ? '' : 'succeeded' }, conditions: [] },
});
const page = { id: 'q1', infoUri: 'http://x/q1', stats: { state: 'RUNNING', queued: false, scheduled: true, nodes: 1 }, warnings: [] };

const letter = { id: '7', handler: 'Graph.onRun', type: 'run.finished', subject: 'workflow:v1:load', dataversion: 2, reason: 'newer version: 2, this service knows 1', parkedAt: '2031-01-01T00:00:00.000Z', event: {} };

let gateway: FakePeer;
let folder: string;
let config: string;
let databaseDown = false;
let operationsUp = false;
let metisState: 'up' | 'hidden' = 'up';

function answerQuery({ body, token }: { body: string; token?: string }): unknown {
  if (token === 'key-otto') throw new DomainError(PolicyDenied, 'otto may not ask.', { decision: 'd-otto-1' });
  if (body.includes('secret')) {
    return { ...page, error: { message: 'Access Denied: otto may not select x. (decision d-12345678)', errorCode: 4, errorName: 'PERMISSION_DENIED', errorType: 'USER_ERROR' } };
  }
  return { ...page, nextUri: `${gateway.url}/v1/statement/executing/q1/s/1` };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dataos-cli-'));
  config = path.join(folder, 'deep/config.json');
  gateway = await startFakePeer(api, {
    ready: () => ({ status: databaseDown ? 'not-ready' : 'ready', service: 'api-gateway', version: '1', startedAt: new Date().toISOString(), dependencies: { database: { ok: !databaseDown, ms: 1 } } }),
    authorize: ({ token }) => ({ allow: token === 'key-olivia', valid: token === 'key-olivia', ...(token === 'key-olivia' || token === 'key-otto' ? { result: { id: token.slice(4) } } : {}) }),
    listUsers: () => [olivia],
    getDecision: ({ params }) => {
      if (params.id !== 'd-1') throw new DomainError(NotFound, `There is no decision ${params.id}.`);
      return { id: 'd-1', time: '2031-01-01T00:00:00Z', kind: 'access', subject: 'otto', allow: false, predicate: 'select', objects: ['dataos://crm:public/passengers'], policies: [{ name: 'no-crm', effect: 'deny' }], explanation: 'otto may not select dataos://crm:public/passengers: the policy no-crm denies it.', ask: ['olivia'] };
    },
    listServices: () => {
      if (!operationsUp) throw new DomainError(DependencyUnavailable, 'operations does not answer', { service: 'operations', retry: true });
      const at = '2031-01-01T00:00:00Z';
      return [{ name: 'odin', status: 'ready', latencyMs: 3, checkedAt: at, dependencies: {} }, { name: 'metis', status: 'unreachable', message: 'ECONNREFUSED', latencyMs: 1, checkedAt: at, dependencies: {} }];
    },
    listDeadLetters: () => ({ items: [letter], total: 1, page: 1, size: 500 }),
    replayDeadLetters: ({ body }) => (body.ids?.[0] === '8' ? { replayed: 1, failed: [], left: 0 } : { replayed: 0, failed: [{ id: '7', reason: '2, this service knows 1' }], left: 1 }),
    discardDeadLetter: () => undefined,
    jwks: () => ({ keys: [] }),
    listDepots: () => ({}),
    searchAssets: () => {
      if (metisState === 'hidden') throw new DomainError(PolicyDenied, 'Not for you.');
      return { items: [], total: 0, page: 1, size: 1 };
    },
    info: () => ({ nodeVersion: { version: '1' }, environment: 'x', coordinator: true, starting: false, uptime: '1m' }),
    listWorkspaces: () => [],
    apply: (({ body }: { body: { name: string }[] }) => {
      const bad = body.findIndex(({ name }) => name === 'bad');
      if (bad >= 0) throw new DomainError(ManifestInvalid, 'One fault.', { errors: [{ pointer: `/${bad}/depot/type`, message: 'unknown' }] });
      return { results: body.map(({ name }, index) => ({ id: `depot:v1:${name}`, type: 'depot', version: 'v1', name, outcome: 'created', generation: 1, warnings: [{ pointer: `/${index}/odd`, message: 'not understood' }] })) };
    }) as never,
    validate: () => ({ results: [] }),
    listResources: ({ params }) => (params.type === 'depot' ? [resource('depot', 'crm'), resource('depot', 'flights', 'error')] : []),
    listWorkspaceResources: ({ params }) => [resource(params.type, 'one', 'active', params.ws)],
    getWorkspaceResource: ({ params }) => resource(params.type, params.name, 'active', params.ws),
    deleteResource: ({ query }) => {
      if (query.force !== 'true') throw new DomainError(ResourceNeeded, 'crm is needed.', { id: 'depot:v1:crm', dependants: ['cluster:v1:air:public'] });
      return resource('depot', 'crm', 'deleting');
    },
    getLog: ({ query }) => `run ${query.run ?? 'newest'}`,
    submit: answerQuery as never,
    page: () => ({ ...page, columns: [{ name: 'origin', type: 'varchar', typeSignature: signature }, { name: 'delay', type: 'double', typeSignature: signature }], data: [['SFO', 12.5], [null, 3]] }),
  });
});
afterAll(async () => {
  await gateway.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  gateway.calls.length = 0;
  databaseDown = false;
  metisState = 'up';
  operationsUp = false;
});

async function dataos(args: string[], variables: Record<string, string> = { DATAOS_URL: gateway.url, DATAOS_APIKEY: 'key-olivia' }): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const terminal = { out: (text: string) => { out += text; }, err: (text: string) => { err += text; }, colour: { out: false, err: false } };
  const code = await run(args, readEnvironment({ DATAOS_CONFIG: config, ...variables }), terminal);
  return { code, out, err };
}

describe('login', () => {
  it('keeps a proven key for its owner only, which later commands use', async () => {
    const answer = await dataos(['login', '--url', `${gateway.url}/console`, '--apikey', 'key-olivia'], {});
    expect(answer).toMatchObject({ code: 0, out: expect.stringContaining('as olivia') });
    expect((await stat(config)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(config, 'utf8'))).toEqual({ url: gateway.url, apikey: 'key-olivia', user: 'olivia' });
    expect((await dataos(['users'], {})).code).toBe(0);
  });
  it('does not send the kept key to another installation', async () => {
    const answer = await dataos(['users'], { DATAOS_URL: 'http://127.0.0.1:9' });
    expect(answer).toMatchObject({ code: 2, err: expect.stringContaining('Not logged in') });
  });
  it('keeps nothing when the key is refused', async () => {
    const other = path.join(folder, 'none.json');
    const answer = await dataos(['login', '--url', gateway.url, '--apikey', 'wrong'], { DATAOS_CONFIG: other });
    expect(answer).toMatchObject({ code: 1, err: expect.stringContaining('does not accept this API key') });
    await expect(stat(other)).rejects.toThrow();
  });
  it.each([[['login']], [['login', '--url', 'ftp://x', '--apikey', 'k']], [['login', '--url', 'http://u:p@x', '--apikey', 'k']]])('refuses %j as wrong usage', async (args) => {
    expect((await dataos(args, {})).code).toBe(2);
  });
});

describe('query', () => {
  const sql = 'SELECT origin, delay FROM x';
  it('shows a table, as the user of the key', async () => {
    expect(await dataos(['query', sql])).toEqual({ code: 0, out: 'origin  delay\nSFO     12.5\n        3\n(2 rows)\n', err: '' });
    expect(gateway.calls.find(({ route }) => route === 'submit')?.input).toMatchObject({ body: sql, token: 'key-olivia' });
  });
  it('shows records to programs', async () => {
    expect(JSON.parse((await dataos(['-o', 'json', 'query', sql])).out)).toEqual([{ origin: 'SFO', delay: 12.5 }, { origin: null, delay: 3 }]);
    expect((await dataos(['query', sql, '-o', 'yaml'])).out).toContain('- origin: SFO');
  });
  it('ends a refused query with the reason and its decision', async () => {
    const answer = await dataos(['query', 'SELECT secret']);
    expect(answer).toMatchObject({ code: 1, out: '' });
    expect(answer.err).toContain('PERMISSION_DENIED: Access Denied');
    expect(answer.err).toContain('dataos why d-12345678');
  });
  it('shows a problem at the door like any other', async () => {
    const answer = await dataos(['query', sql], { DATAOS_URL: gateway.url, DATAOS_APIKEY: 'key-otto' });
    expect(answer).toMatchObject({ code: 1, err: expect.stringContaining('Decision d-otto-1: dataos why d-otto-1') });
  });
  it('says who does not answer', async () => {
    const answer = await dataos(['query', sql], { DATAOS_URL: gateway.url, DATAOS_APIKEY: 'key-olivia', DATAOS_TRINO_URL: 'http://127.0.0.1:9' });
    expect(answer).toMatchObject({ code: 1, err: 'Error: http://127.0.0.1:9 does not answer (ECONNREFUSED).\n' });
  });
});

describe('why', () => {
  it('explains in a sentence', async () => {
    expect(await dataos(['why', 'd-1'])).toEqual({ code: 0, err: '', out: 'otto may not select dataos://crm:public/passengers: the policy no-crm denies it.\nAsk: olivia\n' });
  });
  it('fails for what does not exist', async () => {
    expect(await dataos(['why', 'd-2'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('There is no decision d-2.') });
  });
});

describe('health', () => {
  it('shows what operations found, and is 1 when one is down', async () => {
    operationsUp = true;
    const answer = await dataos(['health']);
    expect(answer).toMatchObject({ code: 1, err: 'Error: Not ready: metis.\n' });
    for (const line of [/api-gateway +ready/, /odin +ready/, /metis +down .*ECONNREFUSED/, /operations +ready/]) expect(answer.out).toMatch(line);
    expect(gateway.calls.map(({ route }) => route)).not.toContain('searchAssets');
  });
  it('probes each service when operations is down', async () => {
    const answer = await dataos(['health']);
    expect(answer).toMatchObject({ code: 1, err: 'Error: Not ready: operations.\n' });
    for (const service of ['api-gateway', 'heimdall', 'depot-service', 'metis', 'minerva-gateway', 'poros']) expect(answer.out).toMatch(new RegExp(`${service} +ready`));
  });
  it('tells the trouble of the gateway', async () => {
    databaseDown = true;
    expect((await dataos(['health'])).out).toMatch(/api-gateway +not-ready .*database/);
  });
  it('does not call a service down that it may not see', async () => {
    metisState = 'hidden';
    const answer = await dataos(['health']);
    expect(answer.out).toMatch(/metis +unknown/);
    expect(answer.err).not.toContain('metis');
  });
  it('is 1 when nothing answers', async () => {
    const answer = await dataos(['health'], { DATAOS_URL: 'http://127.0.0.1:9', DATAOS_APIKEY: 'k' });
    expect(answer.code).toBe(1);
    expect(answer.out).toMatch(/heimdall +down/);
  });
});

describe('resources', () => {
  const variables = (): Record<string, string> => ({ DATAOS_URL: gateway.url, DATAOS_APIKEY: 'key-olivia', HOST: 'db' });
  const manifest = async (text: string): Promise<string> => {
    const file = path.join(folder, 'manifest.yaml');
    await writeFile(file, text);
    return file;
  };
  it('applies every document in one request, interpolated, and warns', async () => {
    const file = await manifest('name: a\nhost: ${HOST}\n---\nname: b\n');
    const answer = await dataos(['apply', '-f', file, '-w', 'lab'], variables());
    expect(answer.code).toBe(0);
    expect(answer.out).toBe('RESOURCE    OUTCOME  GENERATION\ndepot:v1:a  created  1\ndepot:v1:b  created  1\n');
    expect(answer.err).toContain(`Warning: ${file}:4 /odd  not understood`);
    expect(gateway.calls).toEqual([{ route: 'apply', input: { params: {}, query: { workspace: 'lab' }, body: [{ name: 'a', host: 'db' }, { name: 'b' }], token: 'key-olivia' } }]);
  });
  it('leads from a fault to file and line', async () => {
    const file = await manifest('name: a\n---\nname: bad\n');
    expect(await dataos(['apply', '-f', file], variables())).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`${file}:3 /depot/type  unknown`) });
  });
  it('sends nothing when a variable is missing', async () => {
    const file = await manifest('host: ${GONE}');
    expect(await dataos(['apply', '-f', file], variables())).toMatchObject({ code: 2, err: expect.stringMatching(/manifest\.yaml needs a variable that is not set: GONE/) });
    expect(gateway.calls).toEqual([]);
  });
  it('only checks for --lint', async () => {
    await dataos(['apply', '--lint', '--disable-interpolation', '-f', await manifest('host: ${GONE}')], variables());
    expect(gateway.calls.map(({ route, input }) => [route, input.params, input.body])).toEqual([['validate', { ws: 'public' }, [{ host: '${GONE}' }]]]);
  });
  it('lists with status, runtime and the reason of what is broken', async () => {
    expect((await dataos(['get', 'depot'])).out).toBe('NAME     VERSION  TYPE   WORKSPACE  STATUS  RUNTIME  OWNER\ncrm      v1       depot             active           olivia\nflights  v1       depot             error            olivia\n\ndepot:v1:flights: no such host\n');
    expect((await dataos(['get'])).out).toContain('flights');
    expect((await dataos(['get', 'workflow', '-w', 'lab'])).out).toMatch(/one +v1 +workflow +lab/);
  });
  it('gets one of the public workspace unless told otherwise', async () => {
    expect(JSON.parse((await dataos(['get', 'workflow', 'load', '-o', 'json'])).out)).toMatchObject({ name: 'load', workspace: 'public' });
    expect((await dataos(['get', 'workflow', 'load', '-w', 'lab'])).out).toMatch(/lab +active +succeeded/);
  });
  it.each([[['get', 'planet']], [['get', 'depot', 'crm', '-w', 'public']], [['logs', 'depot', 'crm']], [['apply']], [['delete', 'depot']]])('%j is wrong usage and asks nobody', async (args) => {
    expect(await dataos(args)).toMatchObject({ code: 2, out: '' });
    expect(gateway.calls).toEqual([]);
  });
  it('deletes what others need only by force', async () => {
    expect(await dataos(['delete', 'depot', 'crm'])).toMatchObject({ code: 1, err: expect.stringContaining('Needed by: cluster:v1:air:public') });
    expect(await dataos(['delete', 'depot', 'crm', '--force'])).toMatchObject({ code: 0, out: 'depot:v1:crm is being deleted.\n' });
  });
  it('shows logs of the newest or a given run', async () => {
    expect((await dataos(['logs', 'workflow', 'load'])).out).toBe('run newest\n');
    expect((await dataos(['logs', 'workflow', 'load', '--run', 'r1'])).out).toBe('run r1\n');
  });
});

describe('the command line', () => {
  it.each([[['frobnicate']], [['query']], [['-o', 'xml', 'users']], [['why', 'a', 'b']]])('%j is wrong usage', async (args) => {
    expect(await dataos(args)).toMatchObject({ code: 2, out: '' });
    expect(gateway.calls).toEqual([]);
  });
  it('helps', async () => expect(await dataos(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('dataos') }));
  it('lists users, without any colour where nobody sees it', async () => {
    expect((await dataos(['users'])).out).toBe('ID      NAME    TYPE    EMAIL          TAGS\nolivia  Olivia  person  o@example.org  roles:id:operator\n');
  });
});

describe('events', () => {
  it('lists what a service could not handle, with the reason', async () => {
    const { code, out } = await dataos(['events', 'dead', '--service', 'metis']);
    expect(code).toBe(0);
    expect(out).toMatch(/metis +7 +run\.finished v2 +workflow:v1:load +Graph\.onRun .*newer version: 2, this service knows 1/);
  });

  it('replays, and says with exit code 1 what failed again', async () => {
    expect(await dataos(['events', 'replay', '8', '--service', 'metis'])).toMatchObject({ code: 0, out: expect.stringMatching(/metis +1 +0 +0/) });
    expect(await dataos(['events', 'replay', '--service', 'metis'])).toMatchObject({ code: 1, err: expect.stringContaining('metis 7: 2, this service knows 1') });
    expect(gateway.calls.at(-1)?.input).toMatchObject({ body: {} });
  });

  it('gives one up only where the service is named', async () => {
    expect(await dataos(['events', 'discard', '7', '--service', 'metis'])).toMatchObject({ code: 0 });
    expect(gateway.calls.at(-1)).toMatchObject({ route: 'discardDeadLetter', input: { params: { id: '7' } } });
    expect((await dataos(['events', 'discard', '7'])).code).toBe(2);
    expect((await dataos(['events', 'replay', '7'])).code).toBe(2);
    expect((await dataos(['events', 'dead', '--service', 'nowhere'])).code).toBe(2);
  });
});
