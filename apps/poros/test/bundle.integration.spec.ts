import { eventually, problemOf } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, startHouse } from './house.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());

const secret = { name: 'crm-r', version: 'v1', type: 'instance-secret', 'instance-secret': { acl: 'r', data: { password: 'hunter2' } } };
const depot = { name: 'crm', version: 'v2alpha', type: 'depot', depot: { type: 'FILE', secrets: [{ name: 'crm-r' }], file: { path: '/tmp' } } };
const cluster = { name: 'air', version: 'v1', type: 'cluster', cluster: { minerva: { depots: [{ address: 'dataos://crm' }] } } };
const scan = (name: string) => ({ name, version: 'v1', type: 'workflow', workflow: { dag: [{ name: 'scan', spec: { stack: 'scanner:2.0', stackSpec: { depot: 'dataos://crm' } } }] } });
const bundle = (more: object[] = []) => ({
  name: 'air', version: 'v1beta', type: 'bundle', tags: ['air'],
  bundle: {
    resources: [
      { id: 'second', spec: scan('second'), workspace: 'public', dependencies: ['first'], dependencyConditions: [{ resourceId: 'first', status: { is: ['active'] }, runtime: { is: ['succeeded'] } }] },
      { id: 'first', spec: scan('first'), workspace: 'public', dependencies: ['cluster'] },
      { id: 'cluster', resource: cluster, dependencies: ['crm'] },
      { id: 'crm', spec: depot, dependencies: ['secret'] },
      { id: 'secret', spec: secret },
      ...more,
    ],
  },
});
const product = { name: 'air-travel', version: 'v1beta', entity: 'product', type: 'data', v1beta: { data: { meta: { title: 'Air' }, resource: { refType: 'dataos', ref: 'bundle:v1beta:air' }, inputs: [{ refType: 'dataos', ref: 'dataset:crm:public:passengers' }], outputs: [] } } };
const apply = (body: object) => house.client().apply({ body: body as never, query: {} });
const get = (type: string, name: string) => house.client().getResource({ params: { type, name } });
const firsts = () => [...new Set(house.world.declared)];

describe('a bundle', () => {
  it('is refused when its members wait for each other, or for nobody', async () => {
    const cyclic = bundle([{ id: 'a', spec: { ...secret, name: 'a' }, dependencies: ['b'] }, { id: 'b', spec: { ...secret, name: 'b' }, dependencies: ['a'] }]);
    expect(await problemOf(apply(cyclic))).toMatchObject({ extra: { errors: [{ pointer: '/0/bundle/resources', message: expect.stringContaining('a -> b -> a') }] } });
    expect(await problemOf(apply(bundle([{ id: 'a', spec: { ...secret, name: 'a' }, dependencies: ['nobody'] }])))).toMatchObject({ extra: { errors: [{ pointer: '/0/bundle/resources/5/dependencies' }] } });
    expect(await problemOf(apply(bundle([{ id: 'a', file: 'a.yaml' }])))).toMatchObject({ extra: { errors: [{ pointer: '/0/bundle/resources/5/spec' }] } });
    expect(house.world.secrets.size).toBe(0);
  });

  it('makes its members in the order they need each other, and goes on after a restart in the middle', async () => {
    house.world.down.add('minerva-gateway');
    await apply(bundle());
    await eventually(async () => expect((await get('bundle', 'air')).status).toMatchObject({ aggregateStatus: 'error', builderState: { info: expect.stringContaining('minerva-gateway is away') } }), { timeoutMs: 20_000 });
    expect(house.world.scans).toEqual([]);
    await house.restart();
    house.world.down.clear();
    await eventually(async () => expect((await get('bundle', 'air')).status.aggregateStatus).toBe('active'), { timeoutMs: 25_000 });
    expect(firsts()).toEqual(['secret crm-r', 'depot crm', 'cluster air', 'scan crm']);
    await eventually(async () => expect((await house.client().listWorkspaceResources({ params: { ws: 'public', type: 'workflow' } })).map(({ name, madeBy: by, status }) => [name, by, status.runtimeState.status])).toEqual([['first', 'bundle:v1beta:air', 'succeeded'], ['second', 'bundle:v1beta:air', 'succeeded']]), { timeoutMs: 20_000 });
    expect(house.world.scans).toHaveLength(2);
  }, 60_000);

  it('changes nothing when it is applied again, and shows no secret', async () => {
    const { results } = await apply(bundle());
    expect(results).toMatchObject([{ outcome: 'unchanged', generation: 1 }]);
    expect((await get('depot', 'crm')).generation).toBe(1);
    expect(JSON.stringify(await get('bundle', 'air'))).not.toMatch(/hunter2|hmac/);
  });

  it('puts a member back that somebody changed by itself, who is told so', async () => {
    const { results } = await apply({ ...cluster, cluster: { minerva: { depots: [{ address: 'dataos://crm' }, { address: 'dataos://sales' }] } } });
    expect(results).toMatchObject([{ outcome: 'updated', generation: 2, warnings: [{ pointer: '/0', message: expect.stringContaining('bundle:v1beta:air declares this resource and will put it back') }] }]);
    await eventually(async () => {
      expect(await house.client().getWorkspaceResource({ params: { ws: 'public', type: 'cluster', name: 'air' } })).toMatchObject({ generation: 3, status: { aggregateStatus: 'active' }, madeBy: 'bundle:v1beta:air' });
      expect(house.world.clusters.get('air')).toMatchObject({ spec: cluster.cluster });
    }, { timeoutMs: 20_000 });
    // What it declares itself is no change, and nothing to warn of.
    expect((await apply(cluster)).results).toMatchObject([{ outcome: 'unchanged', warnings: [] }]);
  }, 40_000);

  it('cannot go while a data product needs it; then goes with all it made', async () => {
    await apply(product);
    await eventually(() => expect(house.world.products.get('air-travel')).toMatchObject({ inputs: [{ dataset: 'dataos://crm:public/passengers' }], resource: 'bundle:v1beta:air', owner: 'olivia' }));
    const refused = await problemOf(house.client().deleteResource({ params: { type: 'bundle', name: 'air' }, query: {} }));
    expect(refused).toMatchObject({ code: 'resource-needed', extra: { dependants: ['data:v1beta:air-travel'] } });
    expect(await problemOf(house.client().deleteResource({ params: { type: 'depot', name: 'crm' }, query: {} }))).toMatchObject({ code: 'resource-needed' });
    await house.client().deleteResource({ params: { type: 'data', name: 'air-travel' }, query: {} });
    await eventually(async () => expect(await problemOf(get('data', 'air-travel'))).toMatchObject({ status: 404 }));
    await house.client().deleteResource({ params: { type: 'bundle', name: 'air' }, query: {} });
    expect(await problemOf(apply(bundle()))).toMatchObject({ status: 409, code: 'resource-deleting' });
    await eventually(async () => expect(await problemOf(get('bundle', 'air'))).toMatchObject({ status: 404 }), { timeoutMs: 20_000 });
    expect([house.world.secrets.size, house.world.depots.size, house.world.clusters.size]).toEqual([0, 0, 0]);
    expect(await house.client().listResources({ params: { type: 'workflow' } })).toEqual([]);
  }, 40_000);
});
