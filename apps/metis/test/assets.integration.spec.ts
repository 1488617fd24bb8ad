import { problemOf } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventsOf, type House, scanCrm, startHouse } from './fixtures.js';

const passengers = 'dataos://crm:public/passengers';
let house: House;
beforeAll(async () => {
  house = await startHouse();
  await scanCrm(house.client());
});
afterAll(() => house.close());

const found = async (query: object, token?: string) => (await house.client(token).searchAssets({ query })).items.map(({ name }) => name);

describe('search', () => {
  it.each([
    ['a name', { q: 'passengers', kind: 'table' }, ['passengers']],
    ['the beginning of a name', { q: 'passen', kind: 'table' }, ['passengers', 'bookings']],
    ['a column', { q: 'home_state' }, ['passengers']],
    ['the beginning of a column', { q: 'ema' }, ['passengers']],
    ['a word of the description', { q: 'people' }, ['passengers']],
    ['a tag', { q: 'PII.Email' }, ['passengers']],
    ['several words, all of them', { q: 'people booking' }, []],
    ['an address', { q: passengers }, ['passengers']],
    ['a kind', { kind: 'depot' }, ['crm']],
    ['a column\'s tag as filter', { tag: 'PII.Email' }, ['passengers']],
    ['a tag nobody has', { tag: 'PII.None' }, []],
    ['an owner, who owns what the depot holds', { owner: 'olivia' }, ['audit', 'bookings', 'crm', 'log', 'passengers', 'public', 'tmp_load']], ['nobody', { owner: 'amir' }, []],
    ['another depot', { depot: 'other' }, []],
  ])('finds by %s', async (_, query, names) => expect(await found(query)).toEqual(names));

  it('puts a name before a column, and names the matching columns', async () => {
    const { items } = await house.client().searchAssets({ query: { q: 'passenger' } });
    expect(items.map(({ name, matchedColumns }) => [name, matchedColumns])).toEqual([['passengers', []], ['bookings', ['passenger_id']]]);
  });

  it('pages without losing or repeating', async () => {
    const pages = [];
    for (let page = 1; page <= 7; page += 1) pages.push(...(await found({ page, size: 1 })));
    expect(pages).toEqual(await found({}));
    expect((await house.client().searchAssets({ query: { size: 1 } })).total).toBe(7);
  });

  it.each(["'; DROP TABLE asset; --", "' | 'zzz':*", '&&& !!! ((', ':*', '\\', "a' OR '1'='1", '%', '💥', '<script>'])('finds nothing and breaks nothing for %j', async (q) => {
    expect(await found({ q })).toEqual([]);
    expect(await found({ tag: q, depot: 'crm' })).toEqual([]);
  });

  it.each([{ tag: '\u0000' }, { owner: 'a\u0000' }])('refuses the NUL character in %j', async (query) => {
    expect(await problemOf(house.client().searchAssets({ query }))).toMatchObject({ status: 400 });
  });

  it('refuses what is too long', async () => expect(await problemOf(house.client().searchAssets({ query: { q: 'x'.repeat(501) } }))).toMatchObject({ status: 400, code: 'validation-failed' }));
});

describe('row estimates', () => {
  const estimate = async (token: string) => (await house.client(token).getAsset({ params: { id: passengers } })).rowEstimate;

  it('are shown only to those who may read every row', async () => {
    house.world.readers.set('key-olivia', { filtered: false });
    house.world.readers.set('key-otto', { filtered: true });
    expect(await estimate('key-olivia')).toBe('100000');
    expect(await estimate('key-otto')).toBeUndefined();
    house.world.readers.clear();
    expect(await estimate('key-olivia')).toBeUndefined();
    expect(await house.client('key-otto').getAsset({ params: { id: passengers } })).toMatchObject({ columnCount: 3 });
  });
});

describe('user words', () => {
  it('are refused for what does not exist', async () => {
    expect(await problemOf(house.client().putAsset({ params: { id: 'dataos://crm:public/none' }, body: { owner: 'x' } }))).toMatchObject({ code: 'asset-not-found' });
    const problem = await problemOf(house.client().putAssetTags({ params: { id: passengers }, body: { tags: ['A.B'], columns: { nope: ['PII.Email'] } } }));
    expect(problem).toMatchObject({ code: 'column-not-found', extra: expect.objectContaining({ columns: ['nope'] }) });
    expect((await house.client().getAsset({ params: { id: passengers } })).tags).toEqual([]);
  });

  it('need a decision of policy', async () => {
    expect(await problemOf(house.client('key-otto').putAssetTags({ params: { id: passengers }, body: { columns: { email: [] } } }))).toMatchObject({ status: 403 });
    expect((await house.client().getAsset({ params: { id: passengers } })).columns[1]?.tags).toEqual(['PII.Email']);
  });

  it('are told of once', async () => {
    const before = (await eventsOf(house)).length;
    const put = () => house.client().putAssetTags({ params: { id: passengers }, body: { columns: { home_state: ['PII.Address'] } } });
    await put();
    expect((await put()).generation).toBe(2);
    expect((await eventsOf(house)).slice(before).length + before).toBe(before + 1);
    expect(await found({ q: 'address' })).toEqual(['passengers']);
  });
});

describe('describing tables for the gateway', () => {
  it('answers in the order asked, with tags', async () => {
    const { tables } = await house.client().describeTables({ body: { addresses: ['dataos://crm:public/none', `${passengers}?acl=r`] } });
    expect((await house.client().describeTables({ body: { addresses: ['dataos://crm:public/none', `${passengers}?acl=r`], omitUnknown: true } })).tables).toEqual(tables.slice(1));
    expect(tables).toMatchObject([
      { address: 'dataos://crm:public/none', found: false, columns: [] },
      { address: `${passengers}?acl=r`, found: true, vanished: false, columns: [{ name: 'id', type: 'bigint' }, { name: 'email', tags: ['PII.Email'] }, { name: 'home_state' }], columnTags: { email: ['PII.Email'] } },
    ]);
  });

  it('still tells the tags of what has vanished', async () => {
    const { audit } = house.world.source;
    await house.client().putAssetTags({ params: { id: 'dataos://crm:audit/log' }, body: { columns: { at: ['PII.Time'] } } });
    delete house.world.source['audit'];
    await scanCrm(house.client());
    const { tables } = await house.client().describeTables({ body: { addresses: ['dataos://crm:audit/log'] } });
    expect(tables).toMatchObject([{ found: true, vanished: true, columnTags: { at: ['PII.Time'] } }]);
    house.world.source['audit'] = audit!;
  });
});

describe('data products', () => {
  const params = { product: 'air-travel' };
  const body = { description: 'Who flies where', owner: 'olivia', tags: ['DPDomain.Travel'], inputs: [{ dataset: passengers }], outputs: [{ dataset: 'dataos://flights:derived/booked_flights' }] };

  it('are created, found, kept and deleted', async () => {
    expect(await house.client().putProduct({ params, body })).toMatchObject({ id: 'data:v1beta:air-travel', generation: 1, ...body });
    expect(await house.client().putProduct({ params, body })).toMatchObject({ generation: 1 });
    expect(await house.client().putProduct({ params, body: { ...body, purpose: 'Plan' } })).toMatchObject({ generation: 2, purpose: 'Plan' });
    expect(await found({ q: 'flies', kind: 'product' })).toEqual(['air-travel']);
    expect(await house.client().listProducts({ query: { tag: 'DPDomain.Travel', owner: 'olivia' } })).toMatchObject({ total: 1, items: [{ name: 'air-travel' }] });
    expect((await house.client().listProducts({ query: { tag: 'Other.Tag' } })).total).toBe(0);
    const events = (await eventsOf(house)).filter(({ subject }) => subject === 'data:v1beta:air-travel');
    expect(events.map(({ type }) => type).sort()).toEqual(['asset.changed', 'asset.created']);
    expect(events[0]?.data).toMatchObject({ inputs: [passengers], outputs: ['dataos://flights:derived/booked_flights'] });
    await house.client().deleteProduct({ params });
    await house.client().deleteProduct({ params });
    expect(await problemOf(house.client().getProduct({ params }))).toMatchObject({ code: 'product-not-found' });
  });
});
