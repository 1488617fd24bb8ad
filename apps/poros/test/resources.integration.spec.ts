import { schemaDrift } from '@dataos/kit';
import { eventually, problemOf } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type House, startHouse } from './house.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());

const secret = (password = 'hunter2') => ({ name: 'crm-r', version: 'v1', type: 'instance-secret', 'instance-secret': { type: 'key-value-properties', acl: 'r', data: { username: 'crm', password } } });
const depot = (name = 'crm', more: object = {}) => ({ name, version: 'v2alpha', type: 'depot', depot: { type: 'POSTGRESQL', secrets: [{ name: 'crm-r', allkeys: true }], postgresql: { host: 'localhost', port: 5432, database: 'crm' }, ...more } });
const policy = (name: string) => ({ name, version: 'v1', type: 'policy', policy: { access: { subjects: { tags: ['roles:id:analyst'] }, predicates: ['read'], objects: { paths: ['dataos://crm:public/**'] }, allow: true } } });
const scan = (name = 'scan-air', more: object = {}) => ({ name, version: 'v1', type: 'workflow', workflow: { dag: [{ name: 'scan', spec: { stack: 'scanner:2.0', compute: 'runnable-default', stackSpec: { depot: 'dataos://crm' } } }], ...more } });
const apply = (body: object | string, token?: string) => house.client(token).apply({ body: body as never, query: {} });
const get = (type: string, name: string) => house.client().getResource({ params: { type, name } });
const workflow = (name: string) => house.client().getWorkspaceResource({ params: { ws: 'public', type: 'workflow', name } });
const active = (type: string, name: string) => eventually(async () => expect((await get(type, name)).status.aggregateStatus).toBe('active'), { timeoutMs: 20_000 });
const gone = (type: string, name: string) => eventually(async () => expect(await problemOf(get(type, name))).toMatchObject({ status: 404 }), { timeoutMs: 20_000 });

describe('resources', () => {
  it('are created, made true, and left alone when they are applied again', async () => {
    const first = await apply([secret(), depot()]);
    expect(first.results.map(({ id, outcome, generation }) => [id, outcome, generation])).toEqual([['instance-secret:v1:crm-r', 'created', 1], ['depot:v2alpha:crm', 'created', 1]]);
    await active('depot', 'crm');
    await active('instance-secret', 'crm-r');
    const again = await apply([secret(), depot()]);
    expect(again.results.map(({ outcome, generation }) => [outcome, generation])).toEqual([['unchanged', 1], ['unchanged', 1]]);
    const changed = await apply([secret('other'), depot('crm', { description: 'Customers' })]);
    expect(changed.results.map(({ outcome, generation }) => [outcome, generation])).toEqual([['updated', 2], ['updated', 2]]);
    await active('depot', 'crm');
    expect(house.world.depots.get('crm')).toMatchObject({ description: 'Customers', owners: ['olivia'] });
    const shown = await get('depot', 'crm');
    expect(shown).toMatchObject({ owner: 'olivia', generation: 2, depot: { type: 'POSTGRESQL' }, tags: expect.arrayContaining(['dataos:resource:depot']), status: { builderState: { stage: 'complete' } } });
    expect(shown.status.conditions.every(({ observedGeneration }) => observedGeneration >= 1)).toBe(true);
    const told = (await house.events()).filter(({ type, subject }) => type === 'resource.changed' && subject === 'depot:v2alpha:crm').map(({ data }) => data['change']);
    expect(told.filter((change) => change !== 'status').sort()).toEqual(['created', 'updated']);
  });

  it('keep no secret value: not in the answer, not in the database, not in events', async () => {
    expect(house.world.secrets.get('crm-r')).toMatchObject({ data: { password: 'other' }, kind: 'key-value-properties' });
    const [answer, stored, events] = [await get('instance-secret', 'crm-r'), await house.poros().get(DataSource).query('SELECT manifest::text FROM resource'), await house.events()];
    for (const text of [answer, stored, events].map((value) => JSON.stringify(value))) {
      expect(text).not.toContain('hunter2');
      expect(text).not.toContain('"other"');
    }
    expect(JSON.stringify(answer)).not.toContain('hmac');
  });

  it('are refused with the pointer, all or nothing', async () => {
    const problem = await problemOf(apply([policy('fine'), { ...depot('bad'), depot: { type: 'ABACUS' } }, { name: 'x', version: 'v1', type: 'monitor' }]));
    expect(problem).toMatchObject({ status: 400, code: 'manifest-invalid' });
    const { errors } = problem.extra as { errors: { pointer: string; message: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/1/depot/type', '/2/type']);
    expect(errors[1]?.message).toContain('instance-secret, depot, policy, bundle, data, secret, cluster, workflow');
    expect(await problemOf(get('policy', 'fine'))).toMatchObject({ status: 404, code: 'resource-not-found' });
    expect(await problemOf(apply(scan('x', { dag: [{ name: 'j', spec: { stack: 'nope:1.0', stackSpec: {} } }] })))).toMatchObject({ extra: { errors: [{ pointer: '/0/workflow/dag/0/spec/stack' }] } });
    expect(await problemOf(apply(scan('x', { schedule: { cron: 'often' } })))).toMatchObject({ extra: { errors: [{ pointer: '/0/workflow/schedule/cron' }] } });
  });

  it('are refused when policies among them would break what others expect', async () => {
    house.world.broken = [{ policy: 'crm-read', expectation: 'amir may read dataos://crm:public/x', got: 'refused by no-crm (deny)' }];
    expect(await problemOf(apply([depot('beside'), policy('no-crm')]))).toMatchObject({ status: 409, code: 'expectation-broken', detail: 'crm-read expects that amir may read dataos://crm:public/x, but it would be refused by no-crm (deny).' });
    house.world.broken = [];
    expect(await problemOf(get('depot', 'beside'))).toMatchObject({ status: 404 });
  });

  it('are taken with a warning at its place where a policy is probably meant otherwise', async () => {
    house.world.hints = [{ policy: 'near', pointer: '/policy/data/selector/column/tags/0', message: 'no column is known with the tag pii.email, but with PII.Email' }];
    const { results } = await apply([policy('far'), policy('near')]);
    house.world.hints = [];
    expect(results.map(({ warnings }) => warnings)).toEqual([[], [{ pointer: '/1/policy/data/selector/column/tags/0', message: 'no column is known with the tag pii.email, but with PII.Email' }]]);
  });

  it('come as YAML of many documents; its faults name line and column; keys that mean nothing are warned of and kept', async () => {
    const yaml = `name: one\nversion: v1\ntype: policy\ncolour: red\npolicy: { access: { subjects: { tags: [a] }, predicates: [read], objects: { paths: ['dataos://x'] }, allow: true } }\n---\nname: two\nversion: v1\ntype: policy\npolicy: { access: { subjects: { tags: [a] }, predicates: [read], objects: { paths: ['dataos://x'] }, allow: true } }\n`;
    const { results } = await apply(yaml);
    expect(results.map(({ name, outcome, warnings }) => [name, outcome, warnings.map(({ pointer }) => pointer)])).toEqual([['one', 'created', ['/0/colour']], ['two', 'created', []]]);
    expect(await get('policy', 'one')).toMatchObject({ colour: 'red' });
    expect(await problemOf(apply('name: a\nversion: [v1\ntype: x'))).toMatchObject({ status: 400, code: 'manifest-syntax', extra: { line: 3 } });
    expect(await problemOf(apply(`description: "${'x'.repeat(11 * 1024 * 1024)}"`))).toMatchObject({ status: 413 });
    await active('policy', 'one');
    await active('policy', 'two');
    // What policies say is told as heimdall tells it: not to everybody who may look around, neither alone nor inside a bundle.
    const told = async (type: string, name: string) => JSON.stringify([await house.client('key-amir').getResource({ params: { type, name } }), (await house.client('key-amir').listResources({ params: { type } })).find((one) => one.name === name)]);
    await apply({ name: 'pack', version: 'v1beta', type: 'bundle', bundle: { resources: [{ id: 'three', spec: policy('three') }] } });
    for (const [type, name] of [['policy', 'one'], ['bundle', 'pack']] as const) {
      expect(await told(type, name)).not.toMatch(/dataos:\/\/x|crm:public|subjects/);
      expect(await told(type, name)).toContain('whom policy lets get /heimdall/api/v1/policies');
    }
    expect(JSON.stringify(await get('bundle', 'pack'))).toContain('dataos://crm:public/**');
    await house.client().deleteResource({ params: { type: 'bundle', name: 'pack' }, query: {} });
  });

  it('are only declared by whom policy lets change what they change', async () => {
    expect(await problemOf(apply(policy('mine'), 'key-amir'))).toMatchObject({ status: 403, code: 'policy-denied' });
    expect((await house.client('key-amir').validate({ params: { ws: 'public' }, body: policy('mine') as never })).results[0]?.outcome).toBe('valid');
    expect(await problemOf(get('policy', 'mine'))).toMatchObject({ status: 404 });
    expect(house.world.policies.has('mine')).toBe(false);
  });

  it('wait for a source or a peer that is away, say so, and recover by themselves', async () => {
    house.world.unreachable.add('later');
    house.world.down.add('minerva-gateway');
    await apply([depot('later'), { name: 'air', version: 'v1', type: 'cluster', cluster: { type: 'minerva', minerva: { depots: [{ address: 'dataos://later' }] } } }]);
    await eventually(async () => expect((await get('depot', 'later')).status).toMatchObject({ aggregateStatus: 'error', builderState: { info: expect.stringContaining('ECONNREFUSED') } }));
    const cluster = () => house.client().getWorkspaceResource({ params: { ws: 'public', type: 'cluster', name: 'air' } });
    await eventually(async () => expect((await cluster()).status).toMatchObject({ aggregateStatus: 'error', builderState: { info: 'minerva-gateway is away' } }));
    house.world.unreachable.clear();
    house.world.down.clear();
    await active('depot', 'later');
    await eventually(async () => expect((await cluster()).status).toMatchObject({ aggregateStatus: 'active', runtimeState: { status: 'running:1' } }), { timeoutMs: 20_000 });
  });

  it('cannot be deleted while others need them, unless by force; and are not applied while they go', async () => {
    expect(await problemOf(house.client().deleteResource({ params: { type: 'instance-secret', name: 'crm-r' }, query: {} }))).toMatchObject({ status: 409, code: 'resource-needed', extra: { dependants: ['depot:v2alpha:crm', 'depot:v2alpha:later'] } });
    expect(house.world.secrets.has('crm-r')).toBe(true);
    expect(await problemOf(house.client().deleteResource({ params: { type: 'depot', name: 'later' }, query: {} }))).toMatchObject({ code: 'resource-needed' });
    expect((await house.client().deleteResource({ params: { type: 'depot', name: 'later' }, query: { force: 'true' } })).status.aggregateStatus).toBe('deleting');
    await gone('depot', 'later');
    expect(house.world.depots.has('later')).toBe(false);
    expect((await house.events()).some(({ type, subject }) => type === 'resource.deleted' && subject === 'depot:v2alpha:later')).toBe(true);
  });

  it('run a workflow once for each version, as its owner, and tell its log and runs', async () => {
    await apply(scan());
    await eventually(async () => expect((await workflow('scan-air')).status).toMatchObject({ aggregateStatus: 'active', runtimeState: { status: 'succeeded' } }), { timeoutMs: 20_000 });
    expect(house.world.scans).toEqual(['crm token-of-olivia']);
    await apply(scan());
    const runtime = await house.client().getRuntime({ params: { ws: 'public', type: 'workflow', name: 'scan-air' } });
    expect(runtime.runs).toMatchObject([{ phase: 'succeeded', runAs: 'olivia', nodes: [{ name: 'scan', phase: 'succeeded', attempt: 1 }] }]);
    expect(await house.client().getLog({ params: { ws: 'public', type: 'workflow', name: 'scan-air' }, query: {} })).toContain('scanned depot crm');
    // Who may look around may not therefore read what a job wrote of the data that it saw.
    expect(await problemOf(house.client('key-amir').getLog({ params: { ws: 'public', type: 'workflow', name: 'scan-air' }, query: {} }))).toMatchObject({ status: 403, code: 'policy-denied' });
    const told = (await house.events()).filter(({ subject, type }) => subject === 'workflow:v1:scan-air:public' && type.startsWith('run.')).map(({ type, data }) => `${type} ${String(data['job'] ?? '')}`);
    expect(told.sort()).toEqual(['run.finished ', 'run.finished scan', 'run.started ', 'run.started scan']);
  });

  it('tell why a workflow failed', async () => {
    house.world.scanState = 'failed';
    await apply(scan('broken'));
    await eventually(async () => expect((await workflow('broken')).status.runtimeState.status).toBe('failed'), { timeoutMs: 20_000 });
    expect((await workflow('broken')).status.builderState.info).toContain('the source is down');
    house.world.scanState = 'succeeded';
  });

  it('keeps entities and migrations in step', async () => {
    expect(await schemaDrift(house.poros().get(DataSource))).toEqual([]);
  });
});
