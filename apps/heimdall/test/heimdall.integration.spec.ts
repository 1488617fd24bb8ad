import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heimdallAccess, type heimdallApi } from '@dataos/contracts-heimdall';
import { schemaDrift } from '@dataos/kit';
import { problemOf, problemsOf, startTestService, type TestService } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { service } from '../src/service.js';
import { hashOf } from '../src/tokens/identities.js';

const KEYS = { olivia: 'key-olivia-0123456789', amir: 'key-amir-0123456789', otto: 'key-otto-0123456789', poros: 'key-poros-0123456789', metis: 'key-metis-0123456789' };
const person = (id: 'olivia' | 'amir' | 'otto', tags: string[]) => ({ id, name: id, email: `${id}@air.example`, type: 'person', tags: [...tags, 'roles:id:user'], apikey: KEYS[id] });
const application = (id: 'poros' | 'metis') => ({ id, name: id, type: 'application', tags: ['roles:id:service', `services:id:${id}`], apikey: KEYS[id] });
const users = [person('olivia', ['roles:id:operator']), person('amir', ['roles:id:analyst']), person('otto', []), application('poros'), application('metis')];

const folder = mkdtempSync(join(tmpdir(), 'heimdall-'));
const config = { HEIMDALL_KEY_FILE: join(folder, 'key'), HEIMDALL_BOOTSTRAP_FILE: join(folder, 'bootstrap.json') };
let one: TestService<typeof heimdallApi>;
let two: TestService<typeof heimdallApi>;

const start = (databaseUrl?: string) => startTestService(service, AppModule, { config: { ...config, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) } }) as unknown as Promise<TestService<typeof heimdallApi>>;
const authorize = async (body: unknown, base = one.url) => {
  const answer = await fetch(`${base}/heimdall/api/v1/authorize`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> & { decision: string; result: { id: string; tags?: string[] }; error: { message: string } } };
};
const ask = (token: string, predicate: string, path: string, base?: string) => authorize({ token, context: { predicate, object: { tags: null, paths: [path] }, metadata: null }, pep_context: null }, base);
const access = (tags: string[], predicates: string[], paths: string[], allow = true) => ({ layer: 'user' as const, policy: { access: { subjects: { tags }, predicates, objects: { paths }, allow } } });
const passengers = { address: 'dataos://crm:public/passengers', columns: [{ name: 'id', type: 'integer' }, { name: 'email', type: 'varchar', tags: ['PII.Email'] }, { name: 'state', type: 'varchar' }] };

beforeAll(async () => {
  writeFileSync(config.HEIMDALL_BOOTSTRAP_FILE, JSON.stringify({ users }));
  one = await start();
  two = await start(one.databaseUrl);
});
afterAll(async () => {
  await two?.close({ keepDatabase: true });
  await one?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('has migrations that fit its entities', async () => expect(await schemaDrift(one.get(DataSource))).toEqual([]));

describe('authorize on the wire', () => {
  it('tells who a token belongs to', async () => {
    const { body, status } = await authorize({ token: KEYS.amir });
    expect(status).toBe(200);
    expect(body).toMatchObject({ allow: true, valid: true, result: { id: 'amir', tags: ['roles:id:analyst', 'roles:id:user', 'users:id:amir'] } });
  });
  it('answers a denial with 403 and the JSON body, without tags', async () => {
    const { body, status } = await ask(KEYS.otto, 'delete', '/metis/api/v1/x');
    expect(status).toBe(403);
    expect(body).toMatchObject({ allow: false, valid: true, result: { id: 'otto' } });
    expect(body.result.tags).toBeUndefined();
  });
  it.each(['unknown', '', 'a.b.c', 'x'.repeat(16_000)])('does not know the token %#', async (token) => {
    expect(await authorize({ token })).toMatchObject({ status: 401, body: { allow: false, valid: false } });
  });
  it('denies data by default, and otto may look around', async () => {
    expect((await ask(KEYS.amir, 'read', 'dataos://crm:public/passengers')).status).toBe(403);
    expect((await ask(KEYS.otto, 'get', '/metis/api/v1/assets/dataos%3A%2F%2Fcrm%3Apublic%2Fpassengers')).status).toBe(200);
    expect((await ask(KEYS.otto, 'get', '/metis/../heimdall/api/v1/users')).status).toBe(403);
    expect((await ask(KEYS.olivia, 'read', 'dataos://crm:public/passengers')).status).toBe(200);
  });
  it('keeps 200 for a mixed batch', async () => {
    const get = { predicate: 'get', object: { paths: ['/odin/x'] } };
    const answer = await one.client().authorizeBatch({ body: { token: KEYS.otto, contexts: { yes: get, no: { ...get, predicate: 'delete' } } } });
    expect(answer).toMatchObject({ id: 'otto', results: { yes: { allow: true, valid: true }, no: { allow: false, valid: true } } });
  });
  it('serves the access port of the other services', async () => {
    const port = heimdallAccess({ url: one.url, apikey: KEYS.metis });
    const principal = await port.authenticate(KEYS.amir);
    expect(principal).toMatchObject({ id: 'amir', type: 'person' });
    await expect(port.authorize({ token: KEYS.amir, principal: principal ?? { id: '', type: 'person', tags: [] }, predicate: 'get', paths: ['/heimdall/api/v1/users'] })).resolves.toMatchObject({ allow: false, ask: ['roles:id:operator'] });
  });
});

describe('decisions', () => {
  it('are readable by their subject and operators, and by nobody else', async () => {
    const { body } = await ask(KEYS.otto, 'read', 'dataos://crm:public/bookings');
    const view = await one.client(KEYS.otto).getDecision({ params: { id: body.decision } });
    expect(view).toMatchObject({ subject: 'otto', allow: false, explanation: 'otto may not read dataos://crm:public/bookings: no policy allows it. Ask an operator for access.' });
    expect((await two.client(KEYS.olivia).getDecision({ params: { id: body.decision } })).id).toBe(body.decision);
    expect((await problemOf(one.client(KEYS.amir).getDecision({ params: { id: body.decision } }))).status).toBe(404);
    expect((await problemOf(one.client(KEYS.otto).getDecision({ params: { id: "' OR 1=1" } }))).status).toBe(404);
  });
  it('name the policy that denied and its owner', async () => {
    await one.client(KEYS.olivia).putPolicy({ params: { name: 'no-hr' }, body: { ...access(['roles:id:analyst'], ['**'], ['dataos://hr:**'], false), owner: 'olivia' } });
    const { body } = await ask(KEYS.amir, 'read', 'dataos://hr:public/salaries');
    expect(body.error.message).toBe('amir may not read dataos://hr:public/salaries: the policy no-hr denies it. Ask olivia, who answers for this rule.');
  });
});

describe('policies', () => {
  it('are in force on every replica at the next decision', async () => {
    const path = 'dataos://lake:a/t';
    expect((await ask(KEYS.amir, 'read', path, two.url)).status).toBe(403);
    await one.client(KEYS.olivia).putPolicy({ params: { name: 'lake' }, body: access(['roles:id:analyst'], ['read'], ['dataos://lake:**']) });
    expect((await ask(KEYS.amir, 'read', path, one.url)).status).toBe(200);
    expect((await ask(KEYS.amir, 'read', path, two.url)).status).toBe(200);
    await two.client(KEYS.olivia).deletePolicy({ params: { name: 'lake' } });
    expect((await ask(KEYS.amir, 'read', path, one.url)).status).toBe(403);
  });
  it('applied twice change nothing', async () => {
    const put = () => one.client(KEYS.olivia).putPolicy({ params: { name: 'same' }, body: access(['x'], ['read'], ['dataos://x:**']) });
    const first = await put();
    expect((await put()).revision).toBe(first.revision);
  });
  it('are refused with a pointer when malformed, and keep unknown keys with a warning', async () => {
    const bad = await problemOf(one.client(KEYS.olivia).putPolicy({ params: { name: 'bad' }, body: access([], ['read'], ['x']) }));
    expect(bad).toMatchObject({ status: 400, extra: { errors: [{ pointer: '/body/policy/access/subjects/tags' }] } });
    const odd = access(['x'], ['read'], ['dataos://x:**']);
    const view = await one.client(KEYS.olivia).putPolicy({ params: { name: 'odd' }, body: { ...odd, policy: { access: { ...odd.policy.access, priority: 3 } } } });
    expect(view.warnings).toEqual(['/policy/access/priority is not known here and has no effect']);
    expect(view.policy.access).toMatchObject({ priority: 3 });
  });
  it('refuses bombs quickly', async () => {
    const started = Date.now();
    const bomb = await problemOf(one.client(KEYS.olivia).putPolicy({ params: { name: 'bomb' }, body: access(['{a,'.repeat(100)], ['read'], ['x']) }));
    const huge = await problemOf(one.client(KEYS.olivia).putPolicy({ params: { name: 'huge' }, body: access(Array.from({ length: 90_000 }, (_, i) => `t${i}`), ['read'], ['x']) }));
    expect([bomb.status, huge.status]).toEqual([400, 400]);
    expect(Date.now() - started).toBeLessThan(3_000);
  });
  it('cannot be written by others, and the platform\'s own by nobody', async () => {
    expect((await problemOf(one.client(KEYS.amir).putPolicy({ params: { name: 'mine' }, body: access(['**'], ['**'], ['**']) }))).code).toBe('policy-denied');
    expect((await problemOf(one.client(KEYS.olivia).deletePolicy({ params: { name: 'system-operator-data' } }))).code).toBe('system-policy');
  });
  it('refuses another content type', async () => {
    const answer = await fetch(`${one.url}/heimdall/api/v1/authorize`, { method: 'POST', headers: { 'content-type': 'application/xml' }, body: '<a/>' });
    expect(answer.status).toBe(415);
  });
});

describe('data decisions', () => {
  beforeAll(async () => {
    const olivia = one.client(KEYS.olivia);
    await olivia.putPolicy({ params: { name: 'crm-read' }, body: access(['roles:id:analyst'], ['select'], ['dataos://crm:public/*']) });
    await olivia.putPolicy({ params: { name: 'mask-email' }, body: { policy: { data: { type: 'mask', priority: 40, selector: { user: { match: 'any', tags: ['roles:id:analyst'] }, column: { tags: ['PII.Email'] } }, mask: { operator: 'hash', hash: { algo: 'sha256' } } } } } });
    await olivia.putDataPolicy({ params: { name: 'rows-ny' }, body: { type: 'filter', priority: 20, dataset_id: 'crm.public.passengers', selector: { user: { match: 'any', tags: ['roles:id:analyst'] } }, filters: [{ column: 'state', operator: 'equals', value: 'NY' }], mask: null } });
  });
  it('mask and filter for the analyst, and nothing for the operator', async () => {
    const amir = await two.client(KEYS.amir).decideData({ body: { tables: [passengers] } });
    expect(amir).toMatchObject({ subject: 'amir', allow: true, tables: [{ allow: true, masks: [{ column: 'email', operator: 'hash', policy: 'mask-email' }], filters: [{ column: 'state', value: 'NY', policy: 'rows-ny' }] }] });
    const olivia = await one.client(KEYS.olivia).decideData({ body: { tables: [passengers] } });
    expect(olivia.tables[0]).toMatchObject({ allow: true, masks: [], filters: [] });
  });
  it('refuse the outsider, name the table and can be asked about', async () => {
    const answer = await one.client(KEYS.poros).decideData({ body: { subject: { user: 'otto' }, tables: [passengers] } });
    expect(answer).toMatchObject({ subject: 'otto', allow: false, tables: [{ allow: false, masks: [], filters: [] }] });
    expect((await one.client(KEYS.otto).getDecision({ params: { id: answer.decision } })).explanation).toContain('dataos://crm:public/passengers: no policy allows it');
  });
  it('are not made for others without the right to impersonate', async () => {
    expect((await problemOf(one.client(KEYS.otto).decideData({ body: { subject: { user: 'olivia' }, tables: [passengers] } }))).code).toBe('policy-denied');
  });
  it('show data policies in the flat form of the clients', async () => {
    const policies = await one.client(KEYS.olivia).listDataPolicies({});
    expect(policies.map((policy) => policy.name)).toEqual(['mask-email', 'rows-ny']);
    expect(policies[0]).toMatchObject({ dataset_id: '**.**.**', filters: null, mask: { operator: 'hash' } });
  });
});

describe('keys and tokens', () => {
  it('are shown once, work, and are refused after revocation on every replica', async () => {
    const made = await one.client(KEYS.amir).createToken({ params: { user: 'amir' }, body: { name: 'laptop' } });
    const apikey = made.data['apikey'] ?? '';
    expect((await authorize({ token: apikey }, two.url)).status).toBe(200);
    expect(JSON.stringify(await one.client(KEYS.amir).listTokens({ params: { user: 'amir' } }))).not.toContain(apikey);
    expect(await one.get(DataSource).query('SELECT hash FROM api_keys WHERE name = $1', ['laptop'])).toEqual([{ hash: hashOf(apikey) }]);
    await one.client(KEYS.amir).revokeToken({ params: { user: 'amir', name: 'laptop' } });
    expect((await authorize({ token: apikey }, two.url)).status).toBe(401);
  });
  it('expire', async () => {
    const made = await one.client(KEYS.amir).createToken({ params: { user: 'amir' }, body: { name: 'short', duration: 1 } });
    expect((await authorize({ token: made.data['apikey'] })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await authorize({ token: made.data['apikey'] })).status).toBe(401);
  });
  it('belong to their owner', async () => {
    expect((await problemOf(one.client(KEYS.otto).listTokens({ params: { user: 'amir' } }))).status).toBe(403);
    expect((await problemOf(one.client(KEYS.otto).createToken({ params: { user: 'olivia' }, body: {} }))).status).toBe(403);
  });
  it('lets a service act for a user for a while, and nobody else', async () => {
    const { token } = await one.client(KEYS.poros).issueToken({ body: { user: 'amir', ttlSeconds: 60 } });
    const { token: brief } = await one.client(KEYS.poros).issueToken({ body: { user: 'amir', ttlSeconds: 1 } });
    expect((await authorize({ token }, two.url)).body).toMatchObject({ valid: true, result: { id: 'amir' } });
    expect((await problemOf(one.client(token).createToken({ params: { user: 'amir' }, body: {} }))).status).toBe(403);
    expect((await problemOf(one.client(KEYS.otto).issueToken({ body: { user: 'amir' } }))).code).toBe('policy-denied');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await authorize({ token: brief }, two.url)).status).toBe(401);
    const { keys } = await one.client().jwks({});
    expect(keys[0]).toMatchObject({ crv: 'Ed25519', alg: 'EdDSA' });
    expect(keys[0]).not.toHaveProperty('d');
  });
  it('gives nobody but operators a hand in users and tags', async () => {
    const otto = one.client(KEYS.otto);
    const tries = [
      otto.deleteUser({ params: { user: 'amir' } }), otto.deleteUser({ params: { user: 'otto' } }), otto.listUsers({ query: {} }), otto.getUser({ params: { user: 'amir' } }),
      otto.addUserTags({ params: { user: 'otto' }, body: { tags: ['roles:id:operator'] } }), otto.updateUser({ params: { user: 'otto' }, body: { tags: ['roles:id:operator'] } }),
      otto.createUser({ body: { id: 'eve', name: 'Eve', type: 'person', tags: ['roles:id:operator'] } }), otto.putSecret({ params: { secret: 's' }, body: { data: { a: 'b' } } }),
    ];
    for (const refused of await problemsOf(tries)) expect(refused.code).toBe('policy-denied');
    expect((await otto.getUser({ params: { user: 'otto' } })).id).toBe('otto');
  });
  it('lose a role at the next request', async () => {
    await one.client(KEYS.olivia).createUser({ body: { id: 'tess', name: 'Tess', type: 'person', tags: ['roles:id:operator'] } });
    const made = await one.client(KEYS.olivia).createToken({ params: { user: 'tess' }, body: { name: 'k' } });
    const key = made.data['apikey'] ?? '';
    expect((await ask(key, 'read', 'dataos://crm:public/x')).status).toBe(200);
    await one.client(KEYS.olivia).removeUserTag({ params: { user: 'tess', tag: 'roles:id:operator' } });
    expect((await ask(key, 'read', 'dataos://crm:public/x', two.url)).status).toBe(403);
  });
});

describe('secrets', () => {
  it('are handed out by decision only and sealed at rest', async () => {
    const info = await one.client(KEYS.olivia).putSecret({ params: { secret: 'crm_r' }, body: { kind: 'key-value-properties', data: { username: 'crm', password: 'swordfish-17' } } });
    expect(JSON.stringify(info)).not.toContain('swordfish-17');
    const view = await two.client(KEYS.poros).getSecret({ params: { secret: 'crm_r' } });
    expect(Buffer.from(view.data[0]?.base64Value ?? '', 'base64').toString()).toBe('username=crm\npassword=swordfish-17\n');
    for (const key of [KEYS.otto, KEYS.amir, KEYS.metis]) expect((await problemOf(one.client(key).getSecret({ params: { secret: 'crm_r' } }))).status).toBe(404);
    const rows = JSON.stringify(await one.get(DataSource).query('SELECT * FROM secrets, (SELECT json_agg(envelope) FROM outbox) o'));
    expect(rows).not.toContain('swordfish-17');
    expect(rows).not.toContain(Buffer.from('swordfish-17').toString('base64').slice(0, 12));
  });
});

it('keeps everything over a restart', async () => {
  await two.close({ keepDatabase: true });
  two = await start(one.databaseUrl);
  const amir = await two.client(KEYS.amir).decideData({ body: { tables: [passengers] } });
  expect(amir.tables[0]?.masks).toHaveLength(1);
  expect((await two.client(KEYS.poros).getSecret({ params: { secret: 'crm_r' } })).id).toBe('crm_r');
  const { token } = await one.client(KEYS.poros).issueToken({ body: { user: 'amir' } });
  expect((await authorize({ token }, two.url)).status).toBe(200);
});
