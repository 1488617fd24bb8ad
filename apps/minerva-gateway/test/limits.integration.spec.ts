import { eventually } from '@dataos/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ask, managed, startWorld, stopWorld, world } from './support/gateway.js';

beforeAll(() => {
  managed.lake = true;
  return startWorld({ ENGINE_MEMORY: '256MB' });
}, 120_000);
afterAll(stopWorld);
jest.setTimeout(60_000);

const passengers = 'crm.public.passengers';
const short = 'SELECT max(delay) FROM flights.air.flights';
/** Runs until somebody ends it: its client fetches nothing. */
const endless = 'SELECT a.flight FROM flights.air.flights a CROSS JOIN flights.air.flights b';

const limitTo = async (...limits: object[]): Promise<void> => { await world.gateway.client('key-olivia').putCluster({ params: { name: 'air' }, body: { spec: { minerva: { depots: [{ address: 'dataos://crm' }, { address: 'dataos://flights' }, { address: 'dataos://lake' }], limits } } as never } }); };
const begun: [string, string][] = [];
async function begin(user: string, sql = endless): Promise<string> {
  const answer = await fetch(`${world.gateway.url}/v1/statement`, { method: 'POST', body: sql, headers: { apikey: `key-${user}` } });
  const { id } = await answer.json() as { id: string };
  begun.push([user, id]);
  return id;
}
const end = (user: string, id: string): Promise<unknown> => fetch(`${world.gateway.url}/v1/query/${id}`, { method: 'DELETE', headers: { apikey: `key-${user}` } });
const recordOf = (id: string): Promise<{ state: string; error?: { name: string; message: string } | undefined; decision?: string | undefined; tables: { columns: string[] }[] }> => world.gateway.client('key-olivia').getQuery({ params: { id } });
const stateOf = async (id: string): Promise<string> => (await recordOf(id)).error?.name ?? (await recordOf(id)).state;
const becomes = (id: string, state: string): Promise<void> => eventually(async () => expect(await stateOf(id)).toBe(state), { timeoutMs: 20_000 });
const engine = async (): Promise<{ pid?: number | undefined; waiting?: number | undefined }> => (await world.gateway.client('key-olivia').getCluster({ params: { name: 'air' } })).engine;

afterEach(async () => {
  await limitTo();
  await Promise.all(begun.splice(0).map(([user, id]) => end(user, id)));
});

describe('a limit of queries at once', () => {
  it('makes the next query of that user wait, and no other: neither his that read nothing nor those of others', async () => {
    await limitTo({ name: 'one', users: ['**'], concurrency: 1 });
    const first = await begin('amir');
    await becomes(first, 'RUNNING');
    const second = ask('amir', short);
    await eventually(async () => expect(await engine()).toMatchObject({ waiting: 1 }));
    expect((await ask('amir', 'SELECT 1')).rows).toEqual([[1]]);
    expect((await ask('olivia', short)).rows).toEqual([[59]]);
    expect(await engine()).toMatchObject({ waiting: 1 });
    await end('amir', first);
    expect((await second).rows).toEqual([[59]]);
    expect(await engine()).toMatchObject({ waiting: 0 });
  });

  it('counts a group by tag together, whoever of it asks', async () => {
    await limitTo({ name: 'analysts', tags: ['roles:id:analyst', 'roles:id:operator'], per: 'group', concurrency: 1, queue: 0 });
    await becomes(await begin('amir'), 'RUNNING');
    expect((await ask('olivia', short)).error).toMatchObject({ errorName: 'QUERY_QUEUE_FULL', message: "The limit 'analysts' of the cluster air lets its users together run 1 query at once, and 0 more wait; try again when one has ended" });
  });

  it('lets go of who is cancelled while waiting', async () => {
    await limitTo({ name: 'one', users: ['amir'], concurrency: 1 });
    await becomes(await begin('amir'), 'RUNNING');
    const waiting = await begin('amir');
    await eventually(async () => expect(await engine()).toMatchObject({ waiting: 1 }));
    expect(await stateOf(waiting)).toBe('QUEUED');
    await end('amir', waiting);
    await becomes(waiting, 'USER_CANCELED');
    expect(await engine()).toMatchObject({ waiting: 0 });
  });

  it('may be changed while queries run and wait, and ends none', async () => {
    await limitTo({ name: 'one', users: ['**'], concurrency: 1 });
    const { pid } = await engine();
    const first = await begin('amir');
    await becomes(first, 'RUNNING');
    const second = ask('amir', short);
    await eventually(async () => expect(await engine()).toMatchObject({ waiting: 1 }));
    await limitTo({ name: 'one', users: ['**'], concurrency: 2 });
    expect((await second).rows).toEqual([[59]]);
    expect([await stateOf(first), (await engine()).pid]).toEqual(['RUNNING', pid]);
  });
});

describe('a query whose turn comes later', () => {
  it('is decided anew then: what was taken from its user meanwhile stays hidden', async () => {
    await limitTo({ name: 'one', users: ['**'], concurrency: 1 });
    const first = await begin('amir');
    await becomes(first, 'RUNNING');
    const second = ask('amir', `SELECT email FROM ${passengers}`);
    await eventually(async () => expect(await engine()).toMatchObject({ waiting: 1 }));
    world.heimdall.denied = new Set(['amir']);
    await end('amir', first);
    const { rows, error, id } = await second;
    world.heimdall.denied = new Set();
    expect([rows, error?.errorName]).toEqual([[], 'PERMISSION_DENIED']);
    expect(await recordOf(id)).toMatchObject({ state: 'FAILED', decision: 'decision-amir' });
  });

  it('writes nothing where it may not write any more', async () => {
    expect((await ask('amir', 'CREATE SCHEMA lake.amir')).error).toBeUndefined();
    await limitTo({ name: 'one', users: ['**'], concurrency: 1 });
    const first = await begin('amir');
    await becomes(first, 'RUNNING');
    const made = ask('amir', 'CREATE TABLE lake.amir.late AS SELECT flight FROM flights.air.flights');
    await eventually(async () => expect(await engine()).toMatchObject({ waiting: 1 }));
    world.heimdall.frozen = new Set(['amir']);
    // A permission is remembered for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await end('amir', first);
    expect((await made).error?.errorName).toBe('PERMISSION_DENIED');
    world.heimdall.frozen = new Set();
    expect((await ask('amir', 'SELECT * FROM lake.amir.late')).error?.errorName).toBe('TABLE_NOT_FOUND');
  });

  it('is not run at all where policy cannot be asked then', async () => {
    await limitTo({ name: 'one', users: ['**'], concurrency: 1 });
    const first = await begin('amir');
    await becomes(first, 'RUNNING');
    const second = ask('amir', short);
    await eventually(async () => expect(await engine()).toMatchObject({ waiting: 1 }));
    world.heimdall.failing = true;
    await end('amir', first);
    const { rows, error } = await second;
    world.heimdall.failing = false;
    expect([rows, error === undefined]).toEqual([[], false]);
  });
});

describe('a limit of queries in a time', () => {
  it('refuses one too many in words that say whose limit it is and when to come back; the record keeps it', async () => {
    await limitTo({ name: 'calm', users: ['amir'], rate: { queries: 2, every: '1h' } });
    expect([(await ask('amir', short)).rows, (await ask('amir', 'SELECT 1')).rows]).toEqual([[[59]], [[1]]]);
    const { error, rows, id } = await ask('amir', `SELECT email FROM ${passengers}`);
    expect([rows, error?.errorName]).toEqual([[], 'QUERY_QUEUE_FULL']);
    expect(error?.message).toMatch(/^The limit 'calm' of the cluster air lets amir send 2 queries in 1h; try again in (1[78]\d\d) s$/);
    expect(await recordOf(id)).toMatchObject({ state: 'FAILED', error: { name: 'QUERY_QUEUE_FULL' }, decision: 'decision-amir' });
    expect((await ask('olivia', short)).rows).toEqual([[59]]);
    // Whoever may not see it is told that, and not the limit.
    world.heimdall.denied = new Set(['amir']);
    expect((await ask('amir', short)).error?.errorName).toBe('PERMISSION_DENIED');
    world.heimdall.denied = new Set();
  });

  it('lets in again who waited as long as told', async () => {
    await limitTo({ name: 'brief', users: ['**'], rate: { queries: 1, every: '1s' } });
    expect((await ask('amir', short)).error).toBeUndefined();
    expect((await ask('amir', short)).error?.message).toContain('try again in 1 s');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await ask('amir', short)).error).toBeUndefined();
  });
});

describe('a limit of memory', () => {
  it('lets as many run as may take it together, and refuses what never could', async () => {
    await limitTo({ name: 'small', users: ['**'], memory: '500M', queue: 0 });
    await becomes(await begin('amir'), 'RUNNING');
    expect((await ask('amir', short)).error).toMatchObject({ errorName: 'QUERY_QUEUE_FULL', message: expect.stringContaining('lets amir hold 500M of memory') });
    expect((await ask('olivia', short)).rows).toEqual([[59]]);
    await limitTo({ name: 'tiny', users: ['**'], memory: '100M' });
    expect((await ask('olivia', short)).error).toMatchObject({ errorName: 'QUERY_REJECTED', message: expect.stringContaining('may take 256 MB and would never begin') });
    expect((await ask('olivia', 'SELECT 1')).rows).toEqual([[1]]);
  });
});

describe('a manifest', () => {
  it('with a limit that is about nobody, or limits nothing, is refused', async () => {
    await expect(limitTo({ name: 'nobody', concurrency: 1 })).rejects.toMatchObject({ status: 400 });
    await expect(limitTo({ name: 'nothing', users: ['**'] })).rejects.toMatchObject({ status: 400 });
  });
});
