import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Heimdall, keyOf, Replicas, send } from './fixture.js';

const replicas = new Replicas();
const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';
const H = '/heimdall/api/v1';
const DP = '/heimdall/dp/api/v1/policies';
const GW = '/gateway/api/v1/datapolicy';
let one: Heimdall;

beforeAll(async () => {
  one = await replicas.add();
});
afterAll(() => replicas.close());

const nothing = { self: null, tags: null, tokens: null, avatars: null, download_avatars: null, grants: null, policies: null };
/** What the newest Python client dumps: attribute names instead of aliases, every member it was not given as an explicit null. */
const user = { email: 'p@x.example', federated_connector_id: null, federated_user_id: null, id: 'pia', name: 'Pia', properties: [{ key: 'region', value: 'EU' }], tokens: null, type: 'person', user_id: null };
const mask = {
  bucket_date: null, bucket_number: null, hash: { algo: 'sha256' }, operator: 'hash', pass_through: null, rand_pattern: null, rand_regexify: null, redact: null, regex_replace: null, supported_data_types: null,
};
const selector = { column: { names: null, tags: ['PII.Email'] }, user: { match: 'any', tags: ['roles:id:user'] } };
const dataPolicy = { collection: null, dataset_id: 'crm.public.passengers', description: null, filters: null, mask, name: 'wire-mask', owner: null, priority: 40, selector, type: 'mask' };
const rowPolicy = { ...dataPolicy, name: 'wire-rows', mask: null, type: 'filter', filters: [{ column: 'state', operator: 'equals', supported_data_types: null, value: null, value_from_attribute: { user_attribute: 'region' } }] };
const policy = { field_links: nothing, allow: true, collection: 'default', conditions: null, description: null, name: 'wire-access', objects: { paths: ['dataos://crm:public/*'], tags: null }, predicates: ['select'], subjects: { tags: [['roles:id:user', 'users:id:amir']] } };
const links = expect.objectContaining({ self: expect.anything(), tags: null, avatars: null, download_avatars: null, grants: null, policies: null });

type Case = [what: string, method: string, path: string, body: unknown, status: number, answer: unknown, type?: string];
const any = expect.anything();
const cases: Case[] = [
  ['users', 'GET', `${H}/users?limit=1000`, undefined, 200, expect.arrayContaining([expect.objectContaining({ id: 'amir', email: 'amir@air.example', cid: any, properties: [], federated_user_id: null, federated_connector_id: null, tags: any, _links: any })])],
  ['users of v2', 'GET', '/heimdall/api/v2/users', undefined, 200, expect.objectContaining({ page: 0, size: 100, total_pages: 1, total_records: 7, users: any })],
  ['create user', 'POST', `${H}/users`, user, 201, expect.objectContaining({ id: 'pia', properties: user.properties, tags: ['roles:id:user', 'users:id:pia'], tokens: null })],
  ['update user', 'PUT', `${H}/users/pia`, { ...user, name: 'Pia P.' }, 200, expect.objectContaining({ name: 'Pia P.' })],
  ['filter users', 'POST', `${H}/users/user-filters`, { cid: null, id: null, tag: 'roles:id:analyst' }, 200, [expect.objectContaining({ id: 'amir' })]],
  ['user changes', 'GET', `${H}/users/pia/changes`, undefined, 200, expect.arrayContaining([{ id: any, subject_id: 'olivia', object_id: 'pia', object_type: 'user', what: 'user:create', details: '', created_at: any }])],
  ['create key', 'POST', `${H}/users/pia/tokens`, { description: null, duration: '24h', name: 'wire', type: 'apikey', use_existing: null, user_id: 'pia' }, 201, expect.objectContaining({ name: 'wire', type: 'apikey', data: { apikey: any }, user_id: 'pia', expiration: any, _links: any })],
  ['keys', 'GET', `${H}/users/pia/tokens`, undefined, 200, [expect.objectContaining({ name: 'wire', data: {}, description: '' })]],
  ['key', 'GET', `${H}/users/pia/tokens/wire`, undefined, 200, expect.objectContaining({ name: 'wire', data: {} })],
  ['rotate key', 'POST', `${H}/tokens`, { duration: null, token: 'wire', user_id: 'pia' }, 200, expect.objectContaining({ name: 'wire', data: { apikey: any } })],
  ['key by text', 'GET', `${H}/tokens?token=${keyOf('olivia')}`, undefined, 200, expect.objectContaining({ name: 'bootstrap', user_id: 'olivia', data: {} })],
  ['key by name', 'GET', `${H}/tokens/bootstrap`, undefined, 200, expect.objectContaining({ user_id: 'olivia' })],
  ['delete key', 'DELETE', `${H}/users/pia/tokens/wire`, undefined, 204, undefined],
  ['tags', 'GET', `${H}/tags`, undefined, 200, expect.arrayContaining(['roles:id:operator'])],
  ['give tags', 'POST', `${H}/tags`, { tags: ['roles:id:pii-reader'], user_id: 'pia' }, 200, { user_id: 'pia', tags: ['roles:id:pii-reader', 'roles:id:user', 'users:id:pia'] }],
  ['tags of user', 'GET', `${H}/tags/pia`, undefined, 200, { user_id: 'pia', tags: any }],
  ['take one tag', 'DELETE', `${H}/tags/pia/tag/roles%3Aid%3Apii-reader`, undefined, 200, { user_id: 'pia', tags: ['roles:id:user', 'users:id:pia'] }],
  ['take all tags', 'DELETE', `${H}/tags/pia`, undefined, 204, undefined],
  ['tag groups', 'GET', `${H}/tag-groups?tag=roles:id:analyst`, undefined, 200, [{ name: 'roles', tags: [{ label: 'roles:id:analyst' }] }]],
  ['namespace by a form that calls itself JSON', 'POST', `${H}/tag-namespaces`, 'name=testers&glob=testers%3A%2A%2A&type=subject&description=Testers', 200, { name: 'testers', glob: 'testers:**', type: 'subject', description: 'Testers' }],
  ['namespaces', 'GET', `${H}/tag-namespaces`, undefined, 200, expect.arrayContaining([expect.objectContaining({ name: 'users' }), expect.objectContaining({ name: 'testers' })])],
  ['namespace', 'GET', `${H}/tag-namespaces/testers`, undefined, 200, expect.objectContaining({ type: 'subject' })],
  ['tags within', 'GET', `${H}/tag-namespaces/roles/tags`, undefined, 200, expect.arrayContaining([{ label: 'roles:id:user', type: 'subject' }])],
  ['delete namespace', 'DELETE', `${H}/tag-namespaces/testers`, undefined, 204, undefined],
  ['role by a form that calls itself JSON', 'POST', `${H}/roles`, 'id=r1&name=Role+One&description=of+a+form', 200, { id: 'r1', name: 'Role One', description: 'of a form', tag: 'roles:id:r1', built_in: false }],
  ['roles', 'GET', `${H}/roles`, undefined, 200, expect.arrayContaining([expect.objectContaining({ tag: 'roles:id:operator' })])],
  ['role', 'GET', `${H}/roles/r1`, undefined, 200, expect.objectContaining({ name: 'Role One' })],
  ['role changes', 'GET', `${H}/roles/r1/changes`, undefined, 200, [expect.objectContaining({ what: 'role:create' })]],
  ['delete role', 'DELETE', `${H}/roles/r1`, undefined, 204, undefined],
  ['delete a role of the platform', 'DELETE', `${H}/roles/operator`, undefined, 409, expect.objectContaining({ code: 'permanent-role' })],
  ['collections', 'GET', '/heimdall/api/v2/collections', undefined, 200, [expect.objectContaining({ name: 'default', access_policy_config: { default_allow: false } })]],
  ['collection', 'GET', '/heimdall/api/v2/collections/default', undefined, 200, expect.objectContaining({ flavor: 'default' })],
  ['another collection', 'POST', '/heimdall/api/v2/collections', 'name=other', 400, expect.objectContaining({ code: 'one-collection' })],
  ['delete collection', 'DELETE', '/heimdall/api/v2/collections/default', undefined, 400, expect.objectContaining({ code: 'one-collection' })],
  ['create policy', 'POST', `${H}/policies`, policy, 200, expect.objectContaining({ name: 'wire-access', allow: true, collection: 'default', subjects: policy.subjects, predicates: ['select'], objects: { paths: ['dataos://crm:public/*'], tags: null }, _links: links })],
  ['policy by form', 'POST', `${H}/policies`, 'name=x&allow=True&subjects=tags&objects=paths', 400, expect.objectContaining({ errors: expect.arrayContaining([expect.objectContaining({ pointer: '/body/subjects' })]) }), FORM],
  ['update policy by form', 'PUT', `${H}/policies/wire-access`, 'name=x&subjects=tags', 400, expect.objectContaining({ code: 'validation-failed' }), FORM],
  ['policies', 'GET', `${H}/policies`, undefined, 200, expect.arrayContaining([expect.objectContaining({ name: 'wire-access', _links: links })])],
  ['policies of v2', 'GET', '/heimdall/api/v2/policies', undefined, 200, expect.objectContaining({ page: 0, policies: expect.arrayContaining([{ name: 'wire-access', description: '', collection: 'default', _links: links }]) })],
  ['policy', 'GET', `${H}/policies/wire-access`, undefined, 200, expect.objectContaining({ conditions: null })],
  ['provider', 'POST', `${H}/policy-provider`, { id: 'pep', name: 'PEP', version: '1', description: 'd', authorization_atoms: [{ conditions: null, description: 'open', id: 'open', paths: ['/app/${tab}'], predicate: 'open', tags: null }] }, 200, expect.objectContaining({ id: 'pep', authorization_atoms: [expect.objectContaining({ variables: ['tab'], policy_enforcement_provider_id: 'pep' })] })],
  ['provider by a form that calls itself JSON', 'POST', `${H}/policy-provider`, 'id=p&name=P&authorization_atoms=id', 400, expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/body/authorization_atoms' })] })],
  ['providers', 'GET', `${H}/providers`, undefined, 200, expect.arrayContaining([expect.objectContaining({ id: 'pep', created_at: any, updated_at: any, _links: links })])],
  ['provider', 'GET', `${H}/providers/pep`, undefined, 200, expect.objectContaining({ version: '1' })],
  ['atoms', 'GET', `${H}/atoms`, undefined, 200, expect.arrayContaining([expect.objectContaining({ id: 'open', tags: [], paths: ['/app/${tab}'], conditions: null })])],
  ['atom', 'GET', `${H}/atoms/open`, undefined, 200, expect.objectContaining({ predicate: 'open' })],
  ['use-case', 'POST', `${H}/use-cases`, { id: 'open-tabs', name: 'Open tabs', description: null, category: null, authorization_atoms: ['open'], values: null }, 200, expect.objectContaining({ unbound: { open: ['tab'] } })],
  ['grant', 'POST', `${H}/grants`, { collection: null, notes: null, policy_use_case_id: 'open-tabs', requester: null, source: null, subjects: ['users:id:amir'], values: { open: [{ tab: 'a' }] } }, 200, expect.objectContaining({ policies: [{ id: any }], subjectGranters: { 'users:id:amir': 'olivia' }, values: [{ authorization_atom_id: 'open', variable_values: [{ tab: 'a' }] }] })],
  ['grant by a form that calls itself JSON', 'POST', `${H}/grants`, 'policy_use_case_id=open-tabs&subjects=users%3Aid%3Aamir&values=open', 400, expect.objectContaining({ code: 'validation-failed' })],
  ['grants', 'GET', `${H}/grants`, undefined, 200, [expect.objectContaining({ policy_use_case_id: 'open-tabs', _links: any })]],
  ['grants of a subject', 'GET', `${H}/grants/subjects/users%3Aid%3Aamir`, undefined, 200, [expect.objectContaining({ subjects: ['users:id:amir'] })]],
  ['grant requests', 'GET', `${H}/grant-requests?use_case_id=open-tabs`, undefined, 200, []],
  ['grant request by a form that calls itself JSON', 'POST', `${H}/grant-requests`, 'policy_use_case_id=open-tabs', 400, expect.objectContaining({ errors: [expect.objectContaining({ message: 'the atom open needs a value for tab' })] })],
  ['secret', 'POST', `${H}/secrets`, { field_links: null, data: [{ base64Value: 'c2VjcmV0', key: 'password' }], id: 'wire_r' }, 200, expect.objectContaining({ id: 'wire_r', data: [{ key: 'password', base64Value: null }] })],
  ['secrets', 'GET', `${H}/secrets?secret=wire_r`, undefined, 200, [{ id: 'wire_r' }]],
  ['delete secret', 'DELETE', `${H}/secrets/wire_r`, undefined, 204, undefined],
  ['data policy', 'POST', DP, dataPolicy, 200, expect.objectContaining({ name: 'wire-mask', collection: 'default', owner: 'olivia', priority: 40, dataset_id: 'crm.public.passengers' })],
  ['row policy', 'POST', DP, rowPolicy, 200, expect.objectContaining({ filters: [expect.objectContaining({ valueFrom: { user_attribute: 'region', userAttribute: 'region' }, value_from_attribute: { user_attribute: 'region', userAttribute: 'region' }, value: null })] })],
  ['data policy by a form that calls itself JSON', 'POST', DP, 'priority=40&type=mask&selector=column&selector=user&mask=operator&name=x', 400, expect.objectContaining({ errors: expect.arrayContaining([expect.objectContaining({ pointer: '/body/selector' })]) })],
  ['data policy by form', 'PUT', `${DP}/wire-mask`, 'priority=40&type=mask&selector=user', 400, expect.objectContaining({ code: 'validation-failed' }), FORM],
  ['update data policy', 'PUT', `${DP}/wire-mask`, { ...dataPolicy, priority: 41 }, 200, expect.objectContaining({ priority: 41, mask: expect.objectContaining({ operator: 'hash', hash: { algo: 'sha256' }, passThrough: null, supported_data_types: null }) })],
  ['data policies', 'GET', DP, undefined, 200, [expect.objectContaining({ name: 'wire-mask' }), expect.objectContaining({ name: 'wire-rows', mask: null })]],
  ['data policies of a dataset', 'GET', `${DP}/dataset/crm.public.passengers`, undefined, 200, [any, any]],
  ['data policies of another dataset', 'GET', `${DP}/dataset/crm.public.other`, undefined, 200, []],
  ['decision with the context of the asker', 'POST', `${DP}/decisionExternalTruth`, { id: 'crm.public.passengers', tags: null, columns: [{ data_type: 'varchar', name: 'email', tags: ['PII.Email'] }, { data_type: 'varchar', name: 'state', tags: null }], userId: '' }, 200, expect.objectContaining({ id: 'crm.public.passengers', masks: any, table: any, user: expect.objectContaining({ id: 'olivia' }) })],
  ['decision by a form that calls itself JSON', 'POST', `${DP}/decisionExternalTruth`, 'id=crm.public.passengers&columns=name&columns=tags', 400, expect.objectContaining({ errors: any })],
  ['decision without the catalogue', 'GET', `${DP}/decision/crm/public/passengers`, undefined, 503, expect.objectContaining({ code: 'dependency-unavailable' })],
  ['gateway policies', 'GET', GW, undefined, 200, expect.arrayContaining([expect.objectContaining({ name: 'wire-rows', actions: ['read'], condition: '', mask: false, filter: true, version: 'v1', type: 'policy', tags: [], description: '', owner: 'olivia', layer: 'user', policy: { data: expect.objectContaining({ filters: [expect.objectContaining({ name: 'wire-rows', owner: 'olivia', priority: 40 })] }) } })])],
  ['gateway put by form', 'PUT', GW, 'name=x&policy=data', 400, expect.objectContaining({ code: 'validation-failed' }), FORM],
  ['gateway put', 'PUT', GW, { name: 'gw', policy: { data: { ...dataPolicy, name: null } } }, 200, expect.objectContaining({ name: 'gw', mask: true })],
  ['gateway get', 'GET', `${GW}/gw`, undefined, 200, expect.objectContaining({ policy: { data: expect.objectContaining({ mask: expect.objectContaining({ supportedDataTypes: null }), selector: { user: selector.user, column: expect.objectContaining({ column: null, policyName: null, masks: null }) } }) } })],
  ['gateway decision before a policy of that name', 'GET', `${GW}/decision?depot=crm&collection=public&dataset=passengers&queryId=q&predicate=read`, undefined, 503, expect.objectContaining({ code: 'dependency-unavailable' })],
  ['gateway delete answers with what it deleted', 'DELETE', `${GW}/gw`, undefined, 200, expect.objectContaining({ name: 'gw' })],
  ['asset tag', 'PUT', '/ats/api/v1/asset-tags', { assetType: 'column', assetFqn: 'crm.public.passengers.email', tagFqn: 'PII.Email', groupId: 'PII' }, 200, { assigned: 1, removed: 0 }],
  ['asset tag again', 'PUT', '/ats/api/v1/asset-tags', { assetType: 'column', assetFqn: 'crm.public.passengers.email', tagFqn: 'PII.Email', groupId: 'PII' }, 200, { assigned: 0, removed: 0 }],
  ['asset tags in bulk', 'PUT', '/ats/api/v1/asset-tags/bulk', { assign: [{ assetType: 'table', assetFqn: 'crm.public.passengers', tagFqn: 'Tier.One', groupId: 'Tier' }], remove: null }, 200, { assigned: 1, removed: 0 }],
  ['tags of an asset', 'GET', '/ats/api/v1/asset-tags?assetFqn=crm.public.passengers.email', undefined, 200, [{ assetFqn: 'crm.public.passengers.email', tags: [{ assetType: 'column', assetFqn: 'crm.public.passengers.email', tagFqn: 'PII.Email', groupId: 'PII', createdAt: expect.any(String), updatedAt: expect.any(String) }] }]],
  ['tags of a group, ungrouped', 'GET', '/ats/api/v1/asset-tags?group=false&groupId=Tier', undefined, 200, [expect.objectContaining({ tagFqn: 'Tier.One' })]],
  ['tags of nothing', 'GET', '/ats/api/v1/asset-tags', undefined, 400, any],
  ['take an asset tag as an older client spells it', 'DELETE', '/ats/api/v1/asset-tags/?assetFqdn=crm.public.passengers&tagFqdn=Tier.One', undefined, 200, { assigned: 0, removed: 1 }],
  ['take an asset tag', 'DELETE', '/ats/api/v1/asset-tags?assetFqn=crm.public.passengers.email&tagFqn=PII.Email', undefined, 200, { assigned: 0, removed: 1 }],
  ['authorize for a user', 'POST', `${H}/authorize/user`, { context: { collection: 'default', metadata: null, object: { paths: ['dataos://crm:public/passengers'], tags: null }, predicate: 'select' }, pep_context: null, user_id: 'amir' }, 200, expect.objectContaining({ allow: true, valid: true, result: expect.objectContaining({ id: 'amir' }) })],
  ['authorize for a user who may not: 403 with the body', 'POST', `${H}/authorize/user`, { context: { object: { paths: ['dataos://hr:x/y'], tags: null }, predicate: 'select' }, pep_context: null, user_id: 'amir' }, 403, expect.objectContaining({ allow: false, valid: true, result: { id: 'amir' } })],
  ['delete user', 'DELETE', `${H}/users/pia`, undefined, 204, undefined],
];

describe('requests of the official clients, in order', () => {
  it.each(cases)('%s', async (_, method, path, body, status, answer, type = JSON_TYPE) => {
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const got = await send(one.url, method, path, { token: keyOf('olivia'), ...(text === undefined ? {} : { type, body: text }), headers: { 'dataos-correlation-id': '3b241101-e2bb-4255-8caf-4136c566a962' } });
    expect([got.status, got.text === '' ? undefined : got.body]).toEqual([status, answer]);
  });
});

describe('habits of the clients', () => {
  it('an empty body that calls itself JSON is no body', async () => {
    expect((await send(one.url, 'POST', `${H}/grant-requests/none/approve`, { token: keyOf('olivia'), type: JSON_TYPE, headers: { 'content-length': '0' } })).status).toBe(404);
    expect((await send(one.url, 'DELETE', `${H}/policies/none`, { token: keyOf('olivia'), type: JSON_TYPE })).status).toBe(404);
    expect((await send(one.url, 'POST', `${H}/roles`, { token: keyOf('olivia'), type: JSON_TYPE, body: '' })).status).toBe(400);
  });
  it.each(['{"a":', 'null', '[]', '"x"', '{"__proto__":{"x":1}}', '=&=', '%zz=1'])('a body of %s is the fault of the sender', async (body) => {
    expect((await send(one.url, 'POST', `${H}/users`, { token: keyOf('olivia'), type: JSON_TYPE, body })).status).toBe(400);
  });
  it('is described by an OpenAPI document that names them all', async () => {
    const { body, status } = await send(one.url, 'GET', '/openapi.json');
    expect(status).toBe(200);
    const paths = (body as { paths: Record<string, Record<string, unknown>> }).paths;
    for (const [, method, path] of cases) {
      const plain = path.split('?')[0] ?? '';
      const found = Object.entries(paths).some(([template, operations]) => method.toLowerCase() in operations && new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`).test(plain));
      expect([method, plain, found]).toEqual([method, plain, true]);
    }
  });
  it('the key comes in any of three headers', async () => {
    const spellings: Record<string, string>[] = [{ apikey: keyOf('amir') }, { Apikey: keyOf('amir') }, { authorization: `Bearer ${keyOf('amir')}` }];
    for (const headers of spellings) expect((await send(one.url, 'GET', `${H}/users/amir`, { headers })).status).toBe(200);
    expect((await send(one.url, 'GET', `${H}/users/amir`)).status).toBe(401);
  });
  it('reads work for everybody where nothing is secret, and writes are refused with 403 and a JSON body', async () => {
    for (const path of ['roles', 'tag-namespaces', 'atoms', 'providers', 'use-cases']) expect((await send(one.url, 'GET', `${H}/${path}`, { token: keyOf('otto') })).status).toBe(200);
    for (const path of [GW, DP]) expect((await send(one.url, 'GET', path, { token: keyOf('otto') })).status).toBe(403);
    for (const [method, path] of [['POST', 'roles'], ['POST', 'grants'], ['POST', 'policy-provider'], ['DELETE', 'roles/r1'], ['GET', 'grants'], ['GET', 'tags'], ['GET', 'policies'], ['GET', 'audit/verify'], ['POST', 'policies/replay'], ['POST', 'secrets/rotate-key']] as const) {
      const { body, status } = await send(one.url, method, `${H}/${path}`, { token: keyOf('otto'), ...(method === 'POST' ? { type: JSON_TYPE, body: '{}' } : {}) });
      expect([path, status, (body as { code: string }).code]).toEqual([path, 403, 'policy-denied']);
    }
  });
});
