import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_BUS, type EventBus, schemaDrift } from '@dataos/kit';
import { eventually, problemOf, problemsOf } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { DataSource } from 'typeorm';
import { AuditService } from '../src/audit/audit.service.js';
import { GrantsService } from '../src/grants/grants.service.js';
import { type Heimdall, keyOf, may, Replicas, send } from './fixture.js';

const replicas = new Replicas();
const AUDIENCE = 'dataos-test';
let one: Heimdall;
let two: Heimdall;
let provider: Server;
let issuer: string;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let strangers: Awaited<ReturnType<typeof generateKeyPair>>;

/** A provider as any that follows the standard: a discovery document and a key set. */
async function startProvider(): Promise<void> {
  keys = await generateKeyPair('ES256', { extractable: true });
  strangers = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
  provider = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const found = request.url === '/.well-known/openid-configuration' ? { issuer, jwks_uri: `${issuer}/keys` } : request.url === '/keys' ? { keys: [jwk] } : undefined;
    response.statusCode = found ? 200 : 404;
    response.end(JSON.stringify(found ?? {}));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
}

function signed(claims: Record<string, unknown>, { key = keys.privateKey, alg = 'ES256', from = issuer, audience = AUDIENCE, ends = '5m' } = {}): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, kid: 'k1' }).setIssuer(from).setAudience(audience).setIssuedAt().setExpirationTime(ends).sign(key);
}

const olivia = (base = one) => base.client(keyOf('olivia'));
const access = (tags: string[], predicates: string[], paths: string[], allow = true) => ({ policy: { access: { subjects: { tags }, predicates, objects: { paths }, allow } } });
const who = async (token: string, base = one.url) => (await send(base, 'POST', '/heimdall/api/v1/authorize', { type: 'application/json', body: JSON.stringify({ token }) })).body as { valid: boolean; result?: { id: string; tags: string[] } };
const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => one.get(DataSource).query(text, values);

beforeAll(async () => {
  await startProvider();
  const file = join(replicas.folder, 'oidc.json');
  writeFileSync(file, JSON.stringify({ issuers: [{ id: 'corp', issuer, audience: AUDIENCE, groups: { admins: ['roles:id:operator'] } }] }));
  one = await replicas.add({ HEIMDALL_OIDC_FILE: file });
  two = await replicas.add({ HEIMDALL_OIDC_FILE: file });
  await olivia().putProvider({ body: { id: 'payroll', name: 'Payroll', authorization_atoms: [
    { id: 'pay-tab', predicate: 'open_tab', paths: ['/payroll/tabs/${tab}'] }, { id: 'pay-read', predicate: 'read', tags: ['dataos:system:payroll:region:${region}'] },
  ] } });
  await olivia().putUseCase({ body: { id: 'pay-tabs', authorization_atoms: ['pay-tab'], values: [{ authorization_atom_id: 'pay-tab', variable_values: [{ tab: 'salaries' }] }] } });
  await olivia().putUseCase({ body: { id: 'pay-clerk', authorization_atoms: ['pay-read'], use_cases: ['pay-tabs'] } });
});
afterAll(async () => {
  await replicas.close();
  provider?.close();
});

it('has migrations that fit its entities', async () => expect(await schemaDrift(one.get(DataSource))).toEqual([]));

describe('grants', () => {
  const grant = (more: Record<string, unknown> = {}) => olivia().createGrant({ body: { policy_use_case_id: 'pay-clerk', subjects: ['users:id:amir'], values: { 'pay-read': [{ region: 'eu' }] }, ...more } });
  const region = (name: string) => ({ tags: [`dataos:system:payroll:region:${name}`] });

  it('allow exactly what they bind, at once and on every replica, and nothing once revoked', async () => {
    expect(await may(one.url, keyOf('amir'), 'read', region('eu'))).toBe(false);
    const given = await grant();
    for (const base of [one.url, two.url]) {
      expect(await may(base, keyOf('amir'), 'read', region('eu'))).toBe(true);
      expect(await may(base, keyOf('amir'), 'open_tab', { paths: ['/payroll/tabs/salaries'] })).toBe(true);
      expect(await may(base, keyOf('amir'), 'read', region('us'))).toBe(false);
      expect(await may(base, keyOf('otto'), 'read', region('eu'))).toBe(false);
    }
    await two.client(keyOf('olivia')).deleteGrant({ params: { id: given.id } });
    expect(await may(one.url, keyOf('amir'), 'read', region('eu'))).toBe(false);
    expect((await olivia().listUserChanges({ params: { user: 'amir' } })).map((change) => change.what).slice(0, 2)).toEqual(['grant:delete', 'grant:add']);
  });
  it('end by themselves, without anybody doing anything', async () => {
    const given = await grant({ duration: '1s' });
    expect(await may(two.url, keyOf('amir'), 'read', region('eu'))).toBe(true);
    // The clean-up is kept from running: the end must not depend on it.
    await sql('SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    for (const base of [one.url, two.url]) expect(await may(base, keyOf('amir'), 'read', region('eu'))).toBe(false);
    expect(given.expires_at).not.toBeNull();
    await one.get(GrantsService).sweep();
    expect((await problemOf(olivia().getGrant({ params: { id: given.id } }))).status).toBe(404);
  });
  it('are cleared away after their end, and a later change is still seen by every replica', async () => {
    const given = await grant({ duration: 1 });
    await eventually(async () => expect((await problemOf(olivia().getGrant({ params: { id: given.id } }))).status).toBe(404), { timeoutMs: 20_000 });
    await olivia().putPolicy({ params: { name: 'after-expiry' }, body: access(['users:id:amir'], ['read'], ['dataos://after:x/**']) });
    for (const base of [one.url, two.url]) expect(await may(base, keyOf('amir'), 'read', { paths: ['dataos://after:x/y'] })).toBe(true);
  });
  it('follow a change of the use-case', async () => {
    const given = await grant();
    await olivia().putUseCase({ body: { id: 'pay-tabs', authorization_atoms: ['pay-tab'], values: [{ authorization_atom_id: 'pay-tab', variable_values: [{ tab: 'absences' }] }] } });
    expect(await may(two.url, keyOf('amir'), 'open_tab', { paths: ['/payroll/tabs/salaries'] })).toBe(false);
    expect(await may(two.url, keyOf('amir'), 'open_tab', { paths: ['/payroll/tabs/absences'] })).toBe(true);
    const unfit = await problemOf(olivia().putUseCase({ body: { id: 'pay-tabs', authorization_atoms: ['pay-tab'] } }));
    expect(unfit).toMatchObject({ status: 400, detail: expect.stringContaining(`the grant ${given.id} would no longer fit: the atom pay-tab needs a value for tab`) });
    expect((await problemOf(olivia().deleteUseCase({ params: { id: 'pay-tabs' } }))).code).toBe('in-use');
    expect((await problemOf(olivia().deletePolicy({ params: { name: given.policies[0]?.id ?? '' } }))).code).toBe('system-policy');
    await olivia().deleteGrant({ params: { id: given.id } });
  });
  it('name the atom and the variable that are missing, and refuse use-cases that hold themselves', async () => {
    expect(await problemOf(grant({ values: null }))).toMatchObject({ status: 400, extra: { errors: [{ pointer: '/body/values', message: 'the atom pay-read needs a value for region' }] } });
    expect(await problemOf(olivia().putUseCase({ body: { id: 'pay-tabs', authorization_atoms: ['pay-tab'], use_cases: ['pay-clerk'] } }))).toMatchObject({ status: 400, extra: { errors: [{ pointer: '/body/use_cases', message: expect.stringContaining('holds itself') }] } });
    expect(await problemOf(olivia().putUseCase({ body: { id: 'x', authorization_atoms: ['none'] } }))).toMatchObject({ status: 400, extra: { errors: [{ pointer: '/body/authorization_atoms/0' }] } });
    expect((await problemOf(olivia().putProvider({ body: { id: 'thief', name: 'T', authorization_atoms: [{ id: 'pay-tab', predicate: 'x', paths: ['/x'] }] } }))).code).toBe('in-use');
  });
  it('can be asked for, and are given by somebody else, once', async () => {
    const asked = await one.client(keyOf('otto')).createGrantRequest({ body: { policy_use_case_id: 'pay-clerk', values: [{ region: 'eu' }], notes: 'please', duration: '1h' } });
    expect(asked).toMatchObject({ state: 'requested', requester: 'otto', subjects: ['users:id:otto'], duration: 3_600 });
    expect(await may(one.url, keyOf('otto'), 'read', region('eu'))).toBe(false);
    const id = { params: { id: asked.id } };
    expect((await problemOf(one.client(keyOf('amir')).getGrantRequest(id))).status).toBe(404);
    expect((await problemOf(one.client(keyOf('otto')).approveGrantRequest(id))).status).toBe(403);
    const given = await olivia().approveGrantRequest(id);
    expect(await may(two.url, keyOf('otto'), 'read', region('eu'))).toBe(true);
    expect(await one.client(keyOf('otto')).getGrantRequest(id)).toMatchObject({ state: 'approved', decision: 'olivia', policy_use_case_grant_id: given.id });
    expect((await problemOf(olivia().rejectGrantRequest(id))).code).toBe('decided-request');
    await olivia().deleteGrant({ params: { id: given.id } });
  });
  it('are not given by who asked for them, and stay refused', async () => {
    const own = await olivia().createGrantRequest({ body: { policy_use_case_id: 'pay-clerk', values: [{ region: 'eu' }] } });
    expect((await problemOf(olivia().approveGrantRequest({ params: { id: own.id } }))).code).toBe('policy-denied');
    expect(await one.client(keyOf('oscar')).rejectGrantRequest({ params: { id: own.id } })).toMatchObject({ state: 'rejected', decision: 'oscar', policies: [], values: [{ authorization_atom_id: 'pay-read', variable_values: [{ region: 'eu' }] }] });
    expect((await problemOf(one.client(keyOf('oscar')).approveGrantRequest({ params: { id: own.id } }))).code).toBe('decided-request');
  });
  it('of what the platform ships open a table to who asked for it', async () => {
    const table = { address: 'dataos://shipped:public/t', columns: [{ name: 'a', type: 'integer' }] };
    const amir = one.client(keyOf('amir'));
    expect((await amir.decideData({ body: { tables: [table] } })).allow).toBe(false);
    const asked = await amir.createGrantRequest({ body: { policy_use_case_id: 'read-specific-dataset', values: [{ depot: 'shipped', collection: 'public', dataset: 't' }], duration: '1h' } });
    await olivia().approveGrantRequest({ params: { id: asked.id } });
    expect((await two.client(keyOf('amir')).decideData({ body: { tables: [table] } })).allow).toBe(true);
    expect((await two.client(keyOf('amir')).decideData({ body: { tables: [{ ...table, address: 'dataos://shipped:public/u' }] } })).allow).toBe(false);
    expect((await problemOf(olivia().deleteUseCase({ params: { id: 'read-specific-dataset' } }))).code).toBe('in-use');
  });
  it('do not pass to a later user of the same id, nor to a later role of the same name', async () => {
    await olivia().createUser({ body: { id: 'vera', name: 'Vera', type: 'person' } });
    await olivia().createRole({ body: { id: 'clerk', name: 'Clerk' } });
    await olivia().addUserTags({ params: { user: 'vera' }, body: { tags: ['roles:id:clerk'] } });
    const given = await grant({ subjects: ['users:id:vera', 'roles:id:clerk'] });
    await olivia().deleteUser({ params: { user: 'vera' } });
    expect((await olivia().getGrant({ params: { id: given.id } })).subjects).toEqual(['roles:id:clerk']);
    await olivia().deleteRole({ params: { id: 'clerk' } });
    expect((await problemOf(olivia().getGrant({ params: { id: given.id } }))).status).toBe(404);
  });
});

describe('sign-in elsewhere', () => {
  it('makes a person of the first token, with the roles of the groups', async () => {
    await olivia().createRole({ body: { id: 'finance', name: 'Finance' } });
    const token = await signed({ sub: 's-1', preferred_username: 'ada', email: 'ada@x.example', name: 'Ada', groups: ['finance', 'operator', 'bowling'] });
    expect(await who(token)).toMatchObject({ valid: true, result: { id: 'ada', tags: ['roles:id:finance', 'roles:id:user', 'users:id:ada'] } });
    expect(await olivia().getUser({ params: { user: 'ada' } })).toMatchObject({ federated_user_id: 's-1', federated_connector_id: 'corp', email: 'ada@x.example' });
    expect(await olivia().listHeldTags({ params: { user: 'ada' } })).toContainEqual({ tag: 'roles:id:finance', assigner: 'oidc:corp', assigned_at: expect.any(String) });
  });
  it('follows the groups at the next token and leaves alone what people gave', async () => {
    await olivia().addUserTags({ params: { user: 'ada' }, body: { tags: ['roles:id:pii-reader'] } });
    expect((await who(await signed({ sub: 's-1', groups: ['admins'] }), two.url)).result?.tags).toEqual(['roles:id:operator', 'roles:id:pii-reader', 'roles:id:user', 'users:id:ada']);
    expect((await who(await signed({ sub: 's-1', groups: [] }))).result?.tags).toEqual(['roles:id:pii-reader', 'roles:id:user', 'users:id:ada']);
  });
  it('never becomes somebody who was there before', async () => {
    const { result } = await who(await signed({ sub: 's-2', preferred_username: 'olivia', email: 'olivia@air.example' }));
    expect(result?.id).toMatch(/^olivia-[0-9a-f]{8}$/);
    expect(result?.tags).not.toContain('roles:id:operator');
    await olivia().putPolicy({ params: { name: 'awaits-hedy' }, body: access(['users:id:hedy'], ['read'], ['dataos://hedy:x/**']) });
    expect((await who(await signed({ sub: 's-4', email: 'hedy@elsewhere.example' }))).result?.id).toMatch(/^hedy-[0-9a-f]{8}$/);
  });
  it('makes one person of many first tokens at once', async () => {
    const token = await signed({ sub: 's-3', preferred_username: 'grace' });
    const ids = await Promise.all(Array.from({ length: 8 }, (_, index) => who(token, index % 2 ? one.url : two.url)));
    expect(new Set(ids.map((answer) => answer.result?.id))).toEqual(new Set(['grace']));
  });
  it.each<[string, () => Promise<string>]>([
    ['signed by a stranger', () => signed({ sub: 's-1' }, { key: strangers.privateKey })], ['for another audience', () => signed({ sub: 's-1' }, { audience: 'other' })],
    ['of another issuer', () => signed({ sub: 's-1' }, { from: 'http://127.0.0.1:1' })], ['that is over', () => signed({ sub: 's-1' }, { ends: '-1m' })], ['without a person', () => signed({})],
    ['that says it was issued here', () => signed({ sub: 'olivia' }, { from: 'heimdall', audience: 'dataos' })],
    ['signed with a secret', () => new SignJWT({ sub: 's-1' }).setProtectedHeader({ alg: 'HS256' }).setIssuer(issuer).setAudience(AUDIENCE).setExpirationTime('5m').sign(new TextEncoder().encode('x'.repeat(32)))],
    ['not signed at all', async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: issuer, sub: 's-1', aud: AUDIENCE, exp: 9e9 })).toString('base64url')}.x`],
  ])('does not take a token %s', async (_, make) => expect(await who(await make())).toMatchObject({ valid: false }));
});

describe('users', () => {
  it('refuse tags outside all namespaces, roles that do not exist and lists without end, quickly', async () => {
    const tag = (tags: string[]) => problemOf(olivia().addTags({ body: { user_id: 'amir', tags } }));
    expect((await tag(['outside:all'])).code).toBe('unknown-tag');
    expect((await tag(['roles:id:nobody'])).code).toBe('unknown-tag');
    expect((await tag(['users:id:olivia'])).code).toBe('protected-tag');
    const started = Date.now();
    const megabyte = JSON.stringify({ user_id: 'amir', tags: Array.from({ length: 65_000 }, (_, index) => `roles:${index}`) });
    expect((await send(one.url, 'POST', '/heimdall/api/v1/tags', { token: keyOf('olivia'), type: 'application/json', body: megabyte })).status).toBe(400);
    expect((await send(one.url, 'POST', '/heimdall/api/v1/tags', { token: keyOf('olivia'), type: 'application/json', body: megabyte.repeat(2) })).status).toBe(413);
    expect(Date.now() - started).toBeLessThan(3_000);
  });
  it('do not raise themselves, even where they manage the tags of others', async () => {
    await olivia().putPolicy({ params: { name: 'tag-manager' }, body: access(['users:id:otto'], ['post', 'delete', 'put'], ['/heimdall/api/v1/tags', '/heimdall/api/v1/tags/**', '/heimdall/api/v1/users/*', '/heimdall/api/v1/grants']) });
    await olivia().createTagNamespace({ body: { name: 'testers', glob: 'testers:**', type: 'subject' } });
    const otto = one.client(keyOf('otto'));
    expect(await otto.addTags({ body: { user_id: 'amir', tags: ['testers:beta'] } })).toMatchObject({ user_id: 'amir' });
    for (const refused of await problemsOf([
      otto.addTags({ body: { user_id: 'otto', tags: ['testers:beta'] } }), otto.addTags({ body: { user_id: 'otto', tags: ['roles:id:operator'] } }), otto.addTags({ body: { user_id: 'amir', tags: ['roles:id:operator'] } }),
      otto.updateUser({ params: { user: 'otto' }, body: { tags: ['roles:id:operator'] } }), otto.clearTags({ params: { user: 'otto' } }), otto.removeTag({ params: { user: 'amir', tag: 'roles:id:analyst' } }),
      otto.createGrant({ body: { policy_use_case_id: 'pay-clerk', subjects: ['users:id:amir'], values: [{ region: '**' }] } }),
      otto.createGrant({ body: { policy_use_case_id: 'pay-clerk', subjects: ['roles:id:u*'], values: [{ region: 'eu' }] } }),
    ])) expect(refused.code).toBe('policy-denied');
    await olivia().deletePolicy({ params: { name: 'tag-manager' } });
  });
  it('have keys that rotate: the old text is refused from then on', async () => {
    const amir = one.client(keyOf('amir'));
    const old = (await amir.createToken({ params: { user: 'amir' }, body: { name: 'nightly', duration: '7d' } })).data['apikey'] ?? '';
    const rotated = await amir.rotateToken({ body: { token: old } });
    expect(await who(old, two.url)).toMatchObject({ valid: false });
    expect((await who(rotated.data['apikey'] ?? '', two.url)).result?.id).toBe('amir');
    expect(Date.parse(rotated.expiration) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    expect((await problemOf(one.client(keyOf('otto')).rotateToken({ body: { token: 'nightly', user_id: 'amir' } }))).status).toBe(403);
    expect((await problemOf(one.client(keyOf('otto')).findToken({ query: { token: keyOf('amir') } }))).status).toBe(404);
  });
  it('act for others by decision only', async () => {
    const asking = (key: string) => send(one.url, 'POST', '/heimdall/api/v1/authorize/user', { token: keyOf(key), type: 'application/json', body: JSON.stringify({ user_id: 'olivia', context: { predicate: 'get', object: { paths: ['/x'] } } }) });
    expect((await asking('minerva-gateway')).status).toBe(200);
    expect((await asking('otto')).body).toMatchObject({ code: 'policy-denied' });
  });
});

describe('expectations', () => {
  it('refuse a change that breaks them, and say which', async () => {
    const read = access(['roles:id:analyst'], ['read'], ['dataos://exp:public/**']);
    await olivia().putPolicy({ params: { name: 'exp-read' }, body: { policy: { ...read.policy, expect: [{ subject: 'amir', predicate: 'read', path: 'dataos://exp:public/t', allow: true }, { subject: { tags: ['roles:id:user'] }, predicate: 'read', path: 'dataos://exp:public/t', allow: false }] } } });
    const deny = access(['users:id:amir'], ['**'], ['dataos://exp:**'], false);
    const broken = await problemOf(olivia().putPolicy({ params: { name: 'exp-deny' }, body: deny }));
    expect(broken).toMatchObject({ code: 'expectation-broken', status: 409, extra: { broken: [{ policy: 'exp-read', expectation: 'amir may read dataos://exp:public/t', got: 'refused by exp-deny (deny), exp-read (allow)' }] } });
    expect((await problemOf(olivia().getPolicy({ params: { name: 'exp-deny' } }))).status).toBe(404);
    expect(await may(two.url, keyOf('amir'), 'read', { paths: ['dataos://exp:public/t'] })).toBe(true);
    const draft = { put: { 'exp-open': { ...access(['**'], ['read'], ['dataos://exp:**']), layer: 'user' as const } }, delete: [] };
    expect(await olivia().checkPolicies({ body: draft })).toMatchObject({ checked: 2, broken: [{ policy: 'exp-read', got: 'allowed by exp-open (allow)' }] });
    await olivia().deletePolicy({ params: { name: 'exp-read' } });
    await olivia().putPolicy({ params: { name: 'exp-deny' }, body: deny });
  });
});

describe('asset tags', () => {
  it('count in the next data decision of every replica', async () => {
    await olivia().putPolicy({ params: { name: 'ats-read' }, body: access(['roles:id:analyst'], ['select'], ['dataos://ats:public/*']) });
    await olivia().putPolicy({ params: { name: 'ats-mask' }, body: { policy: { data: { type: 'mask', selector: { user: { match: 'any', tags: ['roles:id:analyst'] }, column: { tags: ['PII.Email'] } }, mask: { operator: 'hash', hash: { algo: 'sha256' } } } } } });
    const body = { tables: [{ address: 'dataos://ats:public/people', columns: [{ name: 'Email', type: 'varchar' }] }] };
    expect((await two.client(keyOf('amir')).decideData({ body })).tables[0]?.masks).toEqual([]);
    await olivia().putAssetTag({ body: { assetType: 'column', assetFqn: 'ats.public.people.email', tagFqn: 'PII.Email', groupId: 'PII' } });
    expect((await two.client(keyOf('amir')).decideData({ body })).tables[0]?.masks).toEqual([expect.objectContaining({ column: 'Email', operator: 'hash', policy: 'ats-mask' })]);
    const near = (tag: string) => ({ layer: 'user' as const, policy: { data: { type: 'mask' as const, selector: { user: { match: 'any' as const, tags: ['**'] }, column: { tags: [tag] } }, mask: { operator: 'redact' as const } } } });
    const { hints } = await olivia().checkPolicies({ body: { put: { 'ats-near': near('pii.email'), 'ats-exact': near('PII.Email') }, delete: [] } });
    expect(hints).toEqual([{ policy: 'ats-near', pointer: '/policy/data/selector/column/tags/0', message: expect.stringContaining('PII.Email') }]);
    expect((await problemOf(one.client(keyOf('otto')).deleteAssetTag({ query: { assetFqn: 'ats.public.people.email', tagFqn: 'PII.Email' } }))).status).toBe(403);
  });
});

describe('lists of tables', () => {
  const tables = ['dataos://ats:public/people', 'dataos://hr:public/salaries', 'no address'].map((address) => ({ address, columns: [{ name: 'Email' }] }));
  const recorded = async (): Promise<number> => {
    const { checked, unsealed } = await olivia().verifyAudit({ query: {} });
    return checked + unsealed;
  };
  it('show what the reader may read, and leave no record: nothing was read', async () => {
    const before = await recorded();
    expect(await two.client(keyOf('amir')).visibleTables({ body: { tables } })).toMatchObject({ subject: 'amir', visible: ['dataos://ats:public/people'] });
    expect((await one.client(keyOf('otto')).visibleTables({ body: { tables } })).visible).toEqual([]);
    expect(await recorded()).toBe(before);
  });
  it('are for others only where one may act for them', async () => {
    expect((await problemOf(one.client(keyOf('otto')).visibleTables({ body: { subject: { user: 'amir' }, tables } }))).status).toBe(403);
  });
});

describe('replay', () => {
  it('tells whom, what and which columns a draft would change, and writes nothing', async () => {
    const draft = { 'ats-mask': { layer: 'user' as const, policy: { data: { type: 'mask' as const, selector: { user: { match: 'any' as const, tags: ['roles:id:operator'] }, column: { tags: ['PII.Email'] } }, mask: { operator: 'hash' as const, hash: { algo: 'sha256' } } } } } };
    const report = await olivia().replayPolicies({ body: { put: draft, delete: ['after-expiry'] } });
    expect(report).toMatchObject({ users: ['amir'], objects: ['dataos://ats:public/people'], columns: ['dataos://ats:public/people#Email'] });
    expect(report.changes[0]).toMatchObject({ count: 2, before: { masks: { Email: 'hash by ats-mask' } }, after: { masks: {} } });
    const opened = await olivia().replayPolicies({ body: { put: { open: { ...access(['roles:id:user'], ['**'], ['**']), layer: 'user' } } } });
    expect(opened.users).toEqual(expect.arrayContaining(['amir', 'otto']));
    expect((await problemOf(olivia().getPolicy({ params: { name: 'open' } }))).status).toBe(404);
  });
});

describe('asset tags of what is copied', () => {
  it('are told with the decision, but for those that were brought, and not of what may not be read', async () => {
    const tagsTold = async (user: 'amir' | 'olivia' | 'otto', brought: string[] = []) => (await two.client(keyOf(user)).decideData({ body: { tables: [{ address: 'dataos://ats:public/people', columns: [{ name: 'Email', type: 'varchar', tags: brought }, { name: 'id' }] }] } })).tables[0]?.columnTags;
    expect([await tagsTold('olivia'), await tagsTold('amir', ['x']), await tagsTold('amir', ['PII.Email']), await tagsTold('otto')]).toEqual([{ Email: ['PII.Email'] }, { Email: ['PII.Email'] }, undefined, undefined]);
  });
});

describe('the audit log', () => {
  const verified = () => olivia().verifyAudit({ query: {} });
  beforeAll(async () => {
    await may(one.url, keyOf('otto'), 'read', { paths: ['dataos://x:y/z'] });
    await eventually(async () => expect((await verified()).unsealed).toBe(0));
  });
  it('is linked within seconds and holds', async () => {
    const report = await verified();
    expect(report).toMatchObject({ ok: true, unsealed: 0 });
    expect(report.checked).toBeGreaterThan(5);
    expect(report.checkpoints).toBeGreaterThan(0);
    expect(await olivia().verifyAudit({ query: { head: report.head } })).toMatchObject({ ok: true });
    expect(await olivia().verifyAudit({ query: { head: 'f'.repeat(64) } })).toMatchObject({ ok: false });
  });
  it('keeps its order when replicas link at the same time', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => may(index % 2 ? one.url : two.url, keyOf('otto'), 'read', { paths: [`dataos://many:t/${index}`] })));
    await Promise.all([one, two, one, two].map((replica) => replica.get(AuditService).seal()));
    await eventually(async () => expect(await verified()).toMatchObject({ ok: true, unsealed: 0 }));
  });
  it('counts a record once while it is being linked', async () => {
    const total = ({ checked, unsealed }: { checked: number; unsealed: number }): number => checked + unsealed;
    let written = total(await verified());
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(Array.from({ length: 5 }, (_, index) => may(one.url, keyOf('otto'), 'read', { paths: [`dataos://once:t/${index}`] })));
      written += 5;
      const [, ...reports] = await Promise.all([one.get(AuditService).seal(), ...Array.from({ length: 20 }, () => two.get(AuditService).verify())]);
      expect(new Set(reports.map(total))).toEqual(new Set([written]));
    }
  });
  it.each<[string, string, string, string]>([
    ['a changed answer', `UPDATE decisions SET view = jsonb_set(view, '{allow}', 'true') WHERE position = 3`, `UPDATE decisions SET view = jsonb_set(view, '{allow}', 'false') WHERE position = 3`, 'changed'],
    ['a record taken out', `CREATE TABLE stolen AS SELECT * FROM decisions WHERE position = 4; DELETE FROM decisions WHERE position = 4`, `INSERT INTO decisions SELECT * FROM stolen; DROP TABLE stolen`, 'missing'],
    ['an end cut off', `CREATE TABLE stolen AS SELECT * FROM decisions WHERE position = (SELECT max(position) FROM decisions); DELETE FROM decisions WHERE position = (SELECT max(position) FROM decisions)`, `INSERT INTO decisions SELECT * FROM stolen; DROP TABLE stolen`, 'ends here'],
  ])('tells %s', async (_, forge, mend, reason) => {
    const before = await sql<{ allow: string }>(`SELECT view->>'allow' AS allow FROM decisions WHERE position = 3`);
    expect(before[0]?.allow).toBe('false');
    await sql(forge);
    expect(await verified()).toMatchObject({ ok: false, fault: { reason: expect.stringContaining(reason) } });
    await sql(mend);
    expect((await verified()).ok).toBe(true);
  });
});

describe('secrets', () => {
  it('are sealed anew by a rotation, and the old key is gone', async () => {
    await olivia().putSecret({ params: { secret: 'rotating' }, body: { data: { password: 'swordfish-18' } } });
    const before = await sql<{ sealed: string; key_id: string }>(`SELECT sealed, key_id FROM secrets WHERE name = 'rotating'`);
    const { key, sealed } = await olivia().rotateSecretKey();
    expect(sealed).toBeGreaterThan(0);
    const after = await sql<{ sealed: string; key_id: string }>(`SELECT sealed, key_id FROM secrets WHERE name = 'rotating'`);
    expect(after[0]).toMatchObject({ key_id: key });
    expect(after[0]?.sealed).not.toBe(before[0]?.sealed);
    expect(await sql('SELECT id FROM data_keys')).toEqual([{ id: key }]);
    for (const replica of [one, two]) {
      const view = await replica.client(keyOf('poros')).getSecret({ params: { secret: 'rotating' } });
      expect(Buffer.from(view.data[0]?.base64Value ?? '', 'base64').toString()).toBe('swordfish-18');
    }
  });
  it('survive rotations while others write', async () => {
    await Promise.all([
      ...Array.from({ length: 6 }, (_, index) => (index % 2 ? one : two).client(keyOf('olivia')).putSecret({ params: { secret: `busy-${index}` }, body: { data: { v: `value-${index}` } } })),
      olivia(one).rotateSecretKey(), olivia(two).rotateSecretKey(),
    ]);
    for (let index = 0; index < 6; index += 1) {
      const view = await two.client(keyOf('poros')).getSecret({ params: { secret: `busy-${index}` } });
      expect(Buffer.from(view.data[0]?.base64Value ?? '', 'base64').toString()).toBe(`value-${index}`);
    }
  });
  it('outlive the key file: the one before is named once, then it is not needed', async () => {
    const [present, previous] = [join(replicas.folder, 'key-next'), join(replicas.folder, 'key-before')];
    copyFileSync(join(replicas.folder, 'key'), previous);
    const changed = await replicas.add({ HEIMDALL_KEY_FILE: present, HEIMDALL_PREVIOUS_KEY_FILE: previous });
    expect((await changed.client(keyOf('poros')).getSecret({ params: { secret: 'rotating' } })).id).toBe('rotating');
    rmSync(previous);
    const later = await replicas.add({ HEIMDALL_KEY_FILE: present });
    expect((await later.client(keyOf('poros')).getSecret({ params: { secret: 'rotating' } })).id).toBe('rotating');
  });
  it('leave no value in events or in the change logs', async () => {
    const everything = JSON.stringify(await sql(`SELECT (SELECT json_agg(o) FROM outbox o) AS a, (SELECT json_agg(c) FROM changes c) AS b, (SELECT json_agg(d) FROM decisions d) AS c, (SELECT json_agg(s) FROM secrets s) AS d`));
    expect(everything).not.toContain('swordfish-18');
    expect(everything).not.toContain(Buffer.from('swordfish-18').toString('base64').slice(0, 12));
  });
});

describe('two replicas', () => {
  it('answer alike while policies change: what a change has promised is seen by whoever asks after it', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [writer, reader] = round % 2 ? [one, two] : [two, one];
      const allow = round % 3 !== 0;
      await Promise.all([
        writer.client(keyOf('olivia')).putPolicy({ params: { name: 'alike' }, body: access(['users:id:otto'], ['read'], ['dataos://alike:x/**'], allow) }),
        ...Array.from({ length: 4 }, () => may(reader.url, keyOf('otto'), 'read', { paths: ['dataos://alike:x/y'] })),
      ]);
      const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => may((index % 2 ? one : two).url, keyOf('otto'), 'read', { paths: ['dataos://alike:x/y'] })));
      expect(answers).toEqual(Array.from({ length: 8 }, () => allow));
    }
  }, 120_000);
});

describe('events', () => {
  it('tell every change of every kind, and no value of a secret', async () => {
    const heard: { type: string; text: string }[] = [];
    await two.get<EventBus>(EVENT_BUS).subscribe({
      group: 'test-follow', topics: ['dataos.heimdall.v1'], from: 'latest',
      handle: async ({ envelope }) => void heard.push({ type: (envelope as { type: string }).type, text: JSON.stringify(envelope) }),
    });
    const boss = olivia();
    const steps: [string, () => Promise<unknown>][] = [
      ['user.changed', () => boss.createUser({ body: { id: 'ed', name: 'Ed', type: 'person' } })], ['tag.changed', () => boss.addTags({ body: { user_id: 'ed', tags: ['roles:id:pii-reader'] } })],
      ['token.changed', () => boss.createToken({ params: { user: 'ed' }, body: { name: 'k' } })], ['policy.changed', () => boss.putPolicy({ params: { name: 'event' }, body: access(['x'], ['read'], ['dataos://x:**']) })],
      ['data-policy.changed', () => boss.putDataPolicy({ params: { name: 'event-data' }, body: { type: 'filter', dataset_id: 'a.b.c', selector: { user: { match: 'any', tags: ['x'] } }, filters: [{ column: 'c', value: 'v' }] } })],
      ['secret.changed', () => boss.putSecret({ params: { secret: 'event' }, body: { data: { v: 'swordfish-19' } } })], ['grant.changed', () => boss.createGrant({ body: { policy_use_case_id: 'pay-clerk', subjects: ['users:id:ed'], values: [{ region: 'eu' }] } })],
      ['grant-request.changed', () => boss.createGrantRequest({ body: { policy_use_case_id: 'pay-clerk', values: [{ region: 'eu' }] } })], ['vocabulary.changed', () => boss.createRole({ body: { id: 'event', name: 'Event' } })],
      ['asset-tags.changed', () => boss.putAssetTag({ body: { assetType: 'table', assetFqn: 'a.b.c', tagFqn: 'T.x', groupId: 'T' } })], ['decision.denied', () => may(one.url, keyOf('otto'), 'read', { paths: ['dataos://event:x/y'] })],
      ['audit.sealed', () => Promise.resolve()],
    ];
    for (const [type, step] of steps) {
      const from = heard.length;
      await step();
      await eventually(() => expect(heard.slice(from).map((one) => one.type).concat(type === 'audit.sealed' ? heard.map((one) => one.type) : [])).toContain(type), { timeoutMs: 5_000, everyMs: 10 });
    }
    expect(heard.map((one) => one.text).join()).not.toContain('swordfish-19');
  });
});
