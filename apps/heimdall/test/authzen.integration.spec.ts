import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { heimdallApi } from '@dataos/contracts-heimdall';
import { problemOf, startTestService, type TestService } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppModule } from '../src/app.module.js';
import { service } from '../src/service.js';

/*
 * The certification scenario of the OpenID AuthZEN Authorization API 1.0, from its own tables: the subjects alice and bob (role
 * admin), the records record-1 (active) and record-2 (archived), the actions read, write and delete (soft or not); eight mandated
 * decisions, six mandated search results, and the structure of everything else.
 */
const PEP = 'key-pep-0123456789';
const ALICE = 'key-alice-0123456789';
const OPERATOR = 'key-olivia-0123456789';
const users = [
  { id: 'pep', name: 'A door', type: 'application', tags: ['roles:id:app-user'], apikey: PEP },
  { id: 'alice', name: 'Alice', type: 'person', tags: [], apikey: ALICE },
  { id: 'bob', name: 'Bob', type: 'person', tags: [], apikey: 'key-bob-0123456789' },
  { id: 'olivia', name: 'Olivia', type: 'person', tags: ['roles:id:operator'], apikey: OPERATOR },
];
const folder = mkdtempSync(join(tmpdir(), 'authzen-'));
let pdp: TestService<typeof heimdallApi>;

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${pdp.url}/access/v1/${path}`, {
    method: 'POST', headers: { 'content-type': 'application/json', apikey: PEP, ...headers }, ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, type: answer.headers.get('content-type'), id: answer.headers.get('x-request-id'), body: (text ? JSON.parse(text) : {}) as { decision?: boolean; context?: Record<string, unknown>; evaluations?: { decision: boolean; context?: Record<string, unknown> }[]; results?: Record<string, string>[]; page?: { next_token: string } } };
};
const subject = (id: string, properties?: object) => ({ type: 'user', id, ...(properties ? { properties } : {}) });
const action = (name: string, properties?: object) => ({ name, ...(properties ? { properties } : {}) });
const record = (id: string, properties?: object) => ({ type: 'record', id, ...(properties ? { properties } : {}) });
const archived = record('record-2', { status: 'archived' });
const admin = subject('bob', { role: 'admin' });
const readRecord = { subject: subject('alice'), action: action('read'), resource: record('record-1') };
const decisions = (answer: Awaited<ReturnType<typeof post>>) => answer.body.evaluations?.map(({ decision }) => decision);

beforeAll(async () => {
  writeFileSync(join(folder, 'bootstrap.json'), JSON.stringify({ users }));
  pdp = (await startTestService(service, AppModule, { config: { HEIMDALL_KEY_FILE: join(folder, 'key'), HEIMDALL_BOOTSTRAP_FILE: join(folder, 'bootstrap.json') } })) as unknown as typeof pdp;
  const olivia = pdp.client(OPERATOR);
  const put = (name: string, tags: string[][], predicates: string[], objects: object, allow = true) => olivia.putPolicy({ params: { name }, body: { policy: { access: { subjects: { tags }, predicates, objects, allow } } } } as never);
  const any = { paths: ['authzen://record/*'] };
  await put('records-read', [['users:id:alice'], ['users:id:bob']], ['read'], any);
  await put('records-write', [['users:id:alice']], ['write'], any);
  await put('records-archived', [['users:id:alice']], ['write'], { ...any, tags: [['authzen:resource:status:archived']] }, false);
  await put('records-admin', [['authzen:subject:role:admin']], ['write'], { ...any, tags: [['authzen:resource:status:archived']] });
  await put('records-soft-delete', [['users:id:alice']], ['delete'], { ...any, tags: [['authzen:action:soft:true']] });
  await olivia.updateUser({ params: { user: 'bob' }, body: { properties: [{ key: 'role', value: 'admin' }] } });
  await olivia.putResource({ body: { ...record('record-1'), properties: { status: 'active' } } });
  await olivia.putResource({ body: { ...record('record-2'), properties: { status: 'archived' } } });
});
afterAll(async () => {
  await pdp?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('evaluation, core', () => {
  it.each([
    [1, 'alice', 'read', true], [2, 'alice', 'write', true], [3, 'bob', 'read', true], [4, 'bob', 'write', false],
  ])('rule %i: %s %s record-1 is %s', async (_, who, what, decision) => {
    const answer = await post('evaluation', { subject: subject(who), action: action(what), resource: record('record-1') });
    expect(answer).toMatchObject({ status: 200, body: { decision } });
    expect(answer.type).toContain('application/json');
  });
  it('takes a context, properties beyond need and unknown members', async () => {
    for (const more of [{ context: { time: '2025-06-27T18:03-07:00', ip: '192.168.1.1' } }, { foo: 'bar', futureField: { nested: true } }, {
      subject: subject('alice', { department: 'Sales', role: 'manager' }), action: action('read', { method: 'GET' }), resource: record('record-1', { status: 'active', owner: 'bob' }),
    }]) expect(await post('evaluation', { ...readRecord, ...more })).toMatchObject({ status: 200, body: { decision: true } });
  });
  it('answers alike again and again, and gives an object as context', async () => {
    for (let i = 0; i < 3; i += 1) expect((await post('evaluation', readRecord)).body).toMatchObject({ decision: true, context: {} });
  });
});

it.each([
  [5, subject('alice'), action('write'), archived, false], [6, admin, action('write'), archived, true],
  [7, subject('alice'), action('delete', { soft: true }), record('record-1'), true], [8, subject('alice'), action('delete', { soft: false }), record('record-1'), false],
])('evaluation, properties: rule %i', async (_, who, what, which, decision) => {
  expect(await post('evaluation', { subject: who, action: what, resource: which })).toMatchObject({ status: 200, body: { decision } });
});

describe('errors of a whole payload are 400', () => {
  it.each([
    ['no subject', { ...readRecord, subject: undefined }], ['no action', { ...readRecord, action: undefined }], ['no resource', { ...readRecord, resource: undefined }],
    ['no subject type', { ...readRecord, subject: { id: 'alice' } }], ['no subject id', { ...readRecord, subject: { type: 'user' } }], ['no action name', { ...readRecord, action: {} }],
    ['no resource type', { ...readRecord, resource: { id: 'record-1' } }], ['no resource id', { ...readRecord, resource: { type: 'record' } }],
    ['a text for a subject', { ...readRecord, subject: 'alice' }], ['a number for a name', { ...readRecord, action: { name: 123 } }], ['no JSON', '{'], ['nothing', ''], ['no body', undefined],
  ])('%s', async (_, body) => {
    expect((await post('evaluation', body)).status).toBe(400);
    expect((await post('evaluations', body)).status).toBe(400);
  });
  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])('the content type %s', async (type) => {
    expect((await post('evaluation', JSON.stringify(readRecord), { 'content-type': type })).status).toBe(400);
  });
  it('gives back the id of a request, also with an error', async () => {
    expect((await post('evaluation', readRecord, { 'x-request-id': 'r-1' })).id).toBe('r-1');
    expect((await post('evaluation', '{', { 'x-request-id': 'r-2' })).id).toBe('r-2');
    expect((await post('evaluation', readRecord)).status).toBe(200);
  });
  it('an unknown door is told 401', async () => expect((await post('evaluation', readRecord, { apikey: 'unknown' })).status).toBe(401));
});

describe('evaluations', () => {
  it('fill in the defaults and keep the order', async () => {
    expect(decisions(await post('evaluations', { subject: subject('alice'), action: action('read'), evaluations: [{ resource: record('record-1') }, { resource: record('record-2') }] }))).toEqual([true, true]);
    expect(decisions(await post('evaluations', { subject: subject('bob'), resource: record('record-1'), evaluations: [{ action: action('read') }, { action: action('write') }] }))).toEqual([true, false]);
  });
  it('take whole items and a context of their own', async () => {
    expect(decisions(await post('evaluations', { evaluations: [readRecord, { subject: subject('bob'), action: action('write'), resource: record('record-1') }] }))).toEqual([true, false]);
    const timed = { subject: subject('alice'), action: action('read'), context: { time: 't' }, evaluations: [{ resource: record('record-1') }, { resource: record('record-2'), context: { source: 'x' } }] };
    expect(decisions(await post('evaluations', timed))).toHaveLength(2);
  });
  it('see the properties of each item', async () => {
    expect(decisions(await post('evaluations', { subject: subject('alice'), action: action('write'), evaluations: [{ resource: record('record-1', { status: 'active' }) }, { resource: archived }] }))).toEqual([true, false]);
    expect(decisions(await post('evaluations', { action: action('write'), resource: archived, evaluations: [{ subject: subject('alice') }, { subject: admin }] }))).toEqual([false, true]);
  });
  it('replace a default as a whole, and complete what must be there', async () => {
    const merged = { subject: subject('alice'), action: action('write'), resource: { type: 'record' }, evaluations: [{ resource: { id: 'record-1', properties: { status: 'active' } } }, { resource: archived }] };
    expect(decisions(await post('evaluations', merged))).toEqual([true, false]);
    const whole = { subject: subject('alice'), action: action('delete', { soft: true }), resource: record('record-1'), evaluations: [{}, { action: action('delete') }] };
    expect(decisions(await post('evaluations', whole))).toEqual([true, false]);
  });
  it('answer a faulty item with no, and the others none the worse', async () => {
    const answer = await post('evaluations', { subject: subject('alice'), action: action('read'), evaluations: [{ resource: record('record-1') }, {}, { resource: 7 }, null] });
    expect(answer.status).toBe(200);
    expect(decisions(answer)).toEqual([true, false, false, false]);
    expect(answer.body.evaluations?.[1]?.context).toMatchObject({ error: { status: 400 } });
  });
  it.each([undefined, []])('without items (%j) answer like a single question', async (evaluations) => {
    const { body } = await post('evaluations', { ...readRecord, evaluations });
    expect(body).toMatchObject({ decision: true });
    expect(body.evaluations).toBeUndefined();
  });
  it.each([
    ['execute_all', [true, false, true]], ['deny_on_first_deny', [true, false]], ['permit_on_first_permit', [true]], [undefined, [true, false, true]],
  ])('%s', async (semantic, expected) => {
    const items = ['read', 'delete', 'write'].map((name) => ({ action: action(name) }));
    const options = semantic === undefined ? {} : { options: { evaluations_semantic: semantic } };
    expect(decisions(await post('evaluations', { subject: subject('alice'), resource: record('record-1'), evaluations: items, ...options }))).toEqual(expected);
  });
  it('refuse a semantic that is none', async () => {
    expect((await post('evaluations', { ...readRecord, evaluations: [{}], options: { evaluations_semantic: 'guess' } })).status).toBe(400);
  });
  it('leave one record of what they refused, readable by its subject', async () => {
    const { body } = await post('evaluations', { subject: subject('alice'), action: action('delete'), evaluations: ['a', 'b'].map((id) => ({ resource: record(id) })) });
    const [one, two] = body.evaluations ?? [];
    expect(one?.context?.['id']).toBe(two?.context?.['id']);
    expect(await pdp.client(ALICE).getDecision({ params: { id: String(one?.context?.['id']) } })).toMatchObject({ subject: 'alice', allow: false, objects: ['authzen://record/a', 'authzen://record/b'], items: [{ predicate: 'delete', objects: ['authzen://record/a', 'authzen://record/b'] }] });
  });
});

describe('searches', () => {
  const ids = (answer: Awaited<ReturnType<typeof post>>) => answer.body.results?.map(({ id }) => id);
  it('find subjects', async () => {
    const answer = await post('search/subject', { subject: { type: 'user' }, action: action('read'), resource: record('record-1'), context: { ip: '::1' } });
    expect(answer).toMatchObject({ status: 200, body: { results: [{ type: 'user', id: 'alice' }, { type: 'user', id: 'bob' }] } });
    expect(ids(await post('search/subject', { subject: { type: 'user' }, action: action('write'), resource: archived }))).toEqual(['bob']);
  });
  it('find resources', async () => {
    expect(ids(await post('search/resource', { subject: subject('alice'), action: action('read'), resource: { type: 'record' } }))).toEqual(['record-1', 'record-2']);
    expect(ids(await post('search/resource', { subject: admin, action: action('write'), resource: { type: 'record' } }))).toEqual(['record-2']);
  });
  it('find actions', async () => {
    const names = async (body: unknown) => (await post('search/action', body)).body.results?.map(({ name }) => name);
    expect(await names({ subject: subject('alice'), resource: record('record-1'), context: {} })).toEqual(['read', 'write']);
    expect(await names({ subject: admin, resource: archived })).toEqual(['read', 'write']);
  });
  it('are walked page by page', async () => {
    const question = { subject: { type: 'user' }, action: action('read'), resource: record('record-1') };
    const first = await post('search/subject', { ...question, page: { limit: 1 } });
    expect(ids(first)).toEqual(['alice']);
    const second = await post('search/subject', { ...question, page: { limit: 1, token: first.body.page?.next_token } });
    expect(ids(second)).toEqual(['bob']);
    const last = await post('search/subject', { ...question, page: { token: second.body.page?.next_token } });
    expect([ids(last) ?? [], last.body.page?.next_token]).toEqual([[], '']);
  });
  it('find nothing where nobody and nothing is known', async () => {
    for (const [path, body] of [
      ['search/action', { subject: subject('nobody'), resource: record('record-1') }], ['search/subject', { subject: { type: 'spaceship' }, action: action('read'), resource: record('record-1') }],
      ['search/resource', { subject: subject('alice'), action: action('read'), resource: { type: 'spaceship' } }], ['search/action', { subject: { type: 'constructor', id: 'x' }, resource: record('record-1') }],
    ] as const) expect(await post(path, body)).toMatchObject({ status: 200, body: { results: [] } });
  });
  it.each([
    ['search/subject', { subject: { type: 'user' }, resource: record('record-1') }], ['search/resource', { action: action('read'), resource: { type: 'record' } }],
    ['search/action', { subject: subject('alice') }], ['search/subject', { subject: { type: 'user' }, action: action('read'), resource: { type: 'record' } }],
    ['search/resource', { subject: { type: 'user' }, action: action('read'), resource: { type: 'record' } }],
  ])('%s is refused without what it needs', async (path, body) => expect((await post(path, body)).status).toBe(400));
  it('agree with the evaluations', async () => {
    for (const name of ['read', 'write', 'delete']) {
      const found = ids(await post('search/subject', { subject: { type: 'user' }, action: action(name), resource: archived })) ?? [];
      for (const who of ['alice', 'bob', 'olivia']) expect((await post('evaluation', { subject: subject(who), action: action(name), resource: archived })).body.decision).toBe(found.includes(who));
    }
  });
});

describe('discovery', () => {
  it('names the address it was asked at', async () => {
    const answer = await fetch(`${pdp.url}/.well-known/authzen-configuration`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('application/json')]);
    expect(await answer.json()).toEqual({
      policy_decision_point: pdp.url, access_evaluation_endpoint: `${pdp.url}/access/v1/evaluation`, access_evaluations_endpoint: `${pdp.url}/access/v1/evaluations`,
      search_subject_endpoint: `${pdp.url}/access/v1/search/subject`, search_resource_endpoint: `${pdp.url}/access/v1/search/resource`, search_action_endpoint: `${pdp.url}/access/v1/search/action`,
    });
  });
  it('names the public address behind a proxy', async () => {
    const answer = await fetch(`${pdp.url}/.well-known/authzen-configuration`, { headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'pdp.example' } });
    expect(await answer.json()).toMatchObject({ policy_decision_point: 'https://pdp.example', access_evaluation_endpoint: 'https://pdp.example/access/v1/evaluation' });
  });
});

describe('what this must not become', () => {
  it('a way to ask about others', async () => {
    expect((await post('evaluation', { ...readRecord, subject: subject('bob') }, { apikey: ALICE })).status).toBe(403);
    expect((await post('evaluation', readRecord, { apikey: ALICE })).body.decision).toBe(true);
    const mixed = await post('evaluations', { action: action('read'), resource: record('record-1'), evaluations: [{ subject: subject('alice') }, { subject: subject('bob') }] }, { apikey: ALICE });
    expect(mixed.body.evaluations).toMatchObject([{ decision: true }, { decision: false, context: { error: { status: 403 } } }]);
    const found = await post('search/subject', { subject: { type: 'user' }, action: action('read'), resource: record('record-1') }, { apikey: ALICE });
    expect(found.body.results).toEqual([{ type: 'user', id: 'alice' }]);
  });
  it('a way to claim a role', async () => {
    const claim = subject('alice', { tags: ['roles:id:operator'], roles: 'roles:id:operator' });
    expect((await post('evaluation', { subject: claim, action: action('read'), resource: { type: 'dataset', id: 'dataos://crm:public/t' } })).body.decision).toBe(false);
  });
  it('a way past a rule by spelling', async () => {
    for (const id of ['../record/record-1', 'record-1/../record-1', 'record%2D1', '']) {
      const { body, status } = await post('evaluation', { ...readRecord, action: action('delete', { soft: true }), resource: record(id, { status: 'active' }) });
      expect(status === 400 || body.decision === false || id === 'record%2D1').toBe(true);
    }
  });
  it('a place for endless properties', async () => {
    const endless = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i]));
    expect((await post('evaluation', { ...readRecord, resource: record('record-1', endless) })).status).toBe(400);
    expect(decisions(await post('evaluations', { subject: subject('alice'), action: action('read'), evaluations: [{ resource: record('record-1', endless) }, { resource: record('record-1') }] }))).toEqual([false, true]);
  });
  it('a door for everybody to make resources known', async () => {
    expect((await problemOf(pdp.client(ALICE).putResource({ body: { ...record('record-3'), properties: {} } }))).status).toBe(403);
  });
});
