import { DepotArchived, DepotRegistered } from '@dataos/contracts-depot';
import { AssetChanged, AssetCreated, AssetDeleted } from '@dataos/contracts-metis';
import { EVENT_BUS, type EventBus, schemaDrift } from '@dataos/kit';
import { eventually, problemOf } from '@dataos/testkit';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { crm, eventsOf, type House, scanCrm, startHouse } from './fixtures.js';

const passengers = 'dataos://crm:public/passengers';
let house: House;
beforeEach(async () => {
  house = await startHouse();
});
afterEach(() => house.close());

describe('a scan', () => {
  it('catalogues every table with columns, types, owner and tags, and tells of each once', async () => {
    const scan = await scanCrm(house.client());
    expect(scan).toMatchObject({ state: 'succeeded', depot: 'crm', requestedBy: 'olivia', attempt: 1, counts: { created: 4, changed: 0, unchanged: 0, vanished: 0, failed: 0 } });
    expect(await house.client().getAsset({ params: { id: passengers } })).toMatchObject({
      id: passengers, kind: 'table', name: 'passengers', description: 'People who fly', depot: 'crm', collection: 'public', parent: 'dataos://crm:public', generation: 1, columnCount: 3,
      columns: [{ id: `${passengers}#id`, name: 'id', type: 'bigint', ordinal: 1, tags: [] }, { name: 'email', tags: ['PII.Email'] }, { name: 'home_state', ordinal: 3 }],
    });
    expect(await house.client().getAsset({ params: { id: 'dataos://crm' } })).toMatchObject({ kind: 'depot', owner: 'olivia', description: 'Customers' });
    const created = (await eventsOf(house)).filter(({ type }) => type === AssetCreated.type).map(({ subject }) => subject).sort();
    expect(created).toEqual(['dataos://crm', 'dataos://crm:audit', 'dataos://crm:audit/log', 'dataos://crm:public', 'dataos://crm:public/bookings', passengers, 'dataos://crm:public/tmp_load']);
  });

  it('of an unchanged source changes nothing', async () => {
    await scanCrm(house.client());
    const before = (await eventsOf(house)).length;
    expect(await scanCrm(house.client())).toMatchObject({ state: 'succeeded', counts: { created: 0, changed: 0, unchanged: 4, vanished: 0 } });
    expect(await eventsOf(house)).toHaveLength(before);
    expect(await house.client().getAsset({ params: { id: passengers } })).toMatchObject({ generation: 1 });
  });

  it('tells what changed', async () => {
    await scanCrm(house.client());
    house.world.source['public']!['bookings']!.columns.push({ name: 'phone' });
    expect(await scanCrm(house.client())).toMatchObject({ counts: { changed: 1, unchanged: 3 } });
    const changed = (await eventsOf(house)).filter(({ type }) => type === AssetChanged.type);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ subject: 'dataos://crm:public/bookings', data: { changed: ['columns'], generation: 2 } });
  });

  it('marks what vanished, once, and welcomes it back with its tags', async () => {
    await scanCrm(house.client());
    await house.client().putAssetTags({ params: { id: passengers }, body: { columns: { home_state: ['PII.Address'] } } });
    const { passengers: table } = house.world.source['public']!;
    delete house.world.source['public']!['passengers'];
    expect(await scanCrm(house.client())).toMatchObject({ counts: { vanished: 1, unchanged: 3 } });
    expect(await scanCrm(house.client())).toMatchObject({ counts: { vanished: 0, unchanged: 3 } });
    expect((await eventsOf(house)).filter(({ type }) => type === AssetDeleted.type).map(({ subject }) => subject)).toEqual([passengers]);
    expect((await house.client().searchAssets({ query: { q: 'passengers' } })).total).toBe(0);
    expect((await house.client().searchAssets({ query: { q: 'passengers', vanished: 'true' } })).items).toMatchObject([{ id: passengers, vanishedAt: expect.any(String) }]);
    house.world.source['public']!['passengers'] = table!;
    expect(await scanCrm(house.client())).toMatchObject({ counts: { created: 1 } });
    const back = await house.client().getAsset({ params: { id: passengers } });
    expect(back.vanishedAt).toBeUndefined();
    expect(back.columns.find(({ name }) => name === 'home_state')?.tags).toEqual(['PII.Address']);
  });

  it('does not judge what its filters left out', async () => {
    await scanCrm(house.client());
    house.world.source = { public: { bookings: crm()['public']!['bookings']! } };
    const filters = { schemaFilter: { includes: ['^public$'] }, tableFilter: { excludes: ['tmp_'] } };
    expect(await scanCrm(house.client(), filters)).toMatchObject({ counts: { vanished: 1, unchanged: 1 } });
    const { items } = await house.client().searchAssets({ query: {} });
    expect(items.map(({ name }) => name).sort()).toEqual(['audit', 'bookings', 'crm', 'log', 'public', 'tmp_load']);
  });

  it('takes only what its filters let through', async () => {
    expect(await scanCrm(house.client(), { schemaFilter: { includes: ['public'] }, tableFilter: { excludes: ['tmp_'] } })).toMatchObject({ counts: { created: 2, skipped: 1 } });
    expect(await problemOf(house.client().getAsset({ params: { id: 'dataos://crm:audit/log' } }))).toMatchObject({ code: 'asset-not-found', status: 404 });
  });

  it('leaves user edits alone', async () => {
    await scanCrm(house.client());
    await house.client().putAsset({ params: { id: passengers }, body: { description: 'Ours', owner: 'amir' } });
    await house.client().putAssetTags({ params: { id: passengers }, body: { tags: ['Tier.Gold'], columns: { email: [] } } });
    house.world.source['public']!['passengers']!.description = 'Theirs';
    expect(await scanCrm(house.client())).toMatchObject({ counts: { changed: 0, unchanged: 4 } });
    const asset = await house.client().getAsset({ params: { id: passengers } });
    expect(asset).toMatchObject({ description: 'Ours', owner: 'amir', tags: ['Tier.Gold'] });
    expect(asset.columns.find(({ name }) => name === 'email')?.tags).toEqual([]);
  });

  it('names the owner of the depot as the owner of what it holds, unless a user names another', async () => {
    await scanCrm(house.client());
    const { items } = await house.client().searchAssets({ query: {} });
    expect(items.map(({ owner }) => owner)).toEqual(items.map(() => 'olivia'));
  });

  it('of a source that does not answer fails and names the cause; nothing vanishes', async () => {
    await scanCrm(house.client());
    house.world.down = true;
    expect(await scanCrm(house.client())).toMatchObject({ state: 'failed', cause: 'crm does not answer: connection refused at 127.0.0.1:5432' });
    expect((await eventsOf(house)).filter(({ type }) => type === AssetDeleted.type)).toEqual([]);
  });

  it('of an unknown depot fails at once and names it', async () => {
    const { id } = await house.client().scan({ body: { depot: 'nowhere' } });
    expect(await house.client().getScan({ params: { scan: id }, query: { wait: 10 } })).toMatchObject({ state: 'failed', cause: 'There is no depot nowhere.' });
  });

  it('goes on when one table cannot be described, and does not call it vanished', async () => {
    await scanCrm(house.client());
    house.world.onDescribe = (dataset) => {
      if (dataset === 'bookings') throw new Error('boom');
    };
    const scan = await scanCrm(house.client());
    expect(scan).toMatchObject({ state: 'succeeded', counts: { unchanged: 3, failed: 1, vanished: 0 }, faults: [{ address: 'dataos://crm:public/bookings' }] });
  });

  it('refuses filters that are no expressions, and stops those that never end', async () => {
    expect(await problemOf(house.client().scan({ body: { depot: 'crm', tableFilter: { includes: ['('] } } }))).toMatchObject({ code: 'scan-filter-refused', status: 400 });
    house.world.source['public']![`${'a'.repeat(60)}b`] = { columns: [] };
    expect(await scanCrm(house.client(), { tableFilter: { includes: ['^(a+)+$'] } })).toMatchObject({ state: 'failed', cause: expect.stringContaining('(a+)+') });
  });
});

describe('around scans', () => {
  it('lists them newest first and knows no others', async () => {
    const first = await scanCrm(house.client());
    const second = await scanCrm(house.client());
    expect((await house.client().listScans({ query: { depot: 'crm' } })).items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await problemOf(house.client().getScan({ params: { scan: randomUUID() }, query: {} }))).toMatchObject({ code: 'scan-not-found' });
  });

  it('may be started only by those whom policy lets', async () => {
    expect(await problemOf(house.client('key-otto').scan({ body: { depot: 'crm' } }))).toMatchObject({ code: 'policy-denied', status: 403 });
    expect(await problemOf(house.client('nobody').listScans({ query: {} }))).toMatchObject({ code: 'unauthenticated', status: 401 });
    expect((await house.client().listScans({ query: {} })).total).toBe(0);
  });

  it('follows depots as they come and go', async () => {
    const bus = house.metis.get<EventBus>(EVENT_BUS);
    const send = (type: { type: string; topic: string }, data: object) => bus.publish([{
      topic: type.topic, key: 'crm', envelope: { specversion: '1.0', id: randomUUID(), source: 'depot-service', type: type.type, subject: 'crm', time: new Date().toISOString(), data },
    }]);
    await send(DepotRegistered, { name: 'crm', type: 'POSTGRESQL', description: 'Customers', owners: ['olivia'], source: 'crm', generation: 1 });
    await eventually(async () => expect((await house.client().getAsset({ params: { id: 'dataos://crm' } })).owner).toBe('olivia'));
    await scanCrm(house.client());
    expect((await eventsOf(house)).filter(({ subject }) => subject === 'dataos://crm')).toHaveLength(1);
    await send(DepotArchived, { name: 'crm', message: 'done' });
    await eventually(async () => expect((await house.client().searchAssets({ query: { depot: 'crm' } })).total).toBe(0));
  });

  it('keeps its tables as the entities say', async () => {
    expect(await schemaDrift(house.metis.get(DataSource))).toEqual([]);
  });
});
