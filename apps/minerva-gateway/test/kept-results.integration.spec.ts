import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { ask, managed, type Outcome, startWorld, stopWorld, world } from './support/gateway.js';

beforeAll(async () => {
  managed.lake = true;
  await startWorld({ RESULT_CACHE_SIZE: '8MB' });
  for (const sql of ['CREATE SCHEMA lake.olivia', 'CREATE TABLE lake.olivia.filtered AS SELECT n, CAST(n AS varchar) AS label FROM (VALUES 1, 2, 3, 4) AS v (n)', "CREATE TABLE lake.olivia.people AS SELECT id, email FROM crm.public.passengers WHERE id <= 3"]) expect((await ask('olivia', sql)).error).toBeUndefined();
}, 120_000);
afterAll(stopWorld);
jest.setTimeout(120_000);

const numbers = 'SELECT n FROM lake.olivia.filtered ORDER BY n';
const people = 'SELECT email FROM lake.olivia.people ORDER BY id';
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const addresses = [1, 2, 3].map((id) => `p${id}@example.org`);
async function cachedOf({ id }: Outcome): Promise<boolean> {
  return (await world.gateway.client('key-olivia').getQuery({ params: { id } })).cached ?? false;
}
async function twice(user: string, sql: string): Promise<{ rows: unknown[][]; cached: boolean[] }> {
  const [first, second] = [await ask(user, sql), await ask(user, sql)];
  expect(second.rows).toEqual(first.rows);
  expect(second.columns).toEqual(first.columns);
  return { rows: first.rows, cached: [await cachedOf(first), await cachedOf(second)] };
}

beforeEach(() => { world.heimdall.revision = `${Number(world.heimdall.revision) + 1}`; });

describe('an answer', () => {
  it('is given again where nothing has changed; its record says so, and names what was decided and read', async () => {
    expect(await twice('olivia', numbers)).toEqual({ rows: [[1], [2], [3], [4]], cached: [false, true] });
    const { id } = await ask('olivia', numbers);
    expect(await world.gateway.client('key-olivia').getQuery({ params: { id } })).toMatchObject({ cached: true, state: 'FINISHED', rows: 4, decision: 'decision-olivia', tables: [{ address: 'dataos://lake:olivia/filtered', columns: ['n'] }], cluster: 'air' });
    const envelopes = await world.gateway.get(DataSource).query('SELECT envelope FROM event_log UNION SELECT envelope FROM outbox') as { envelope: { subject: string; type: string; data: object } }[];
    expect(envelopes.filter(({ envelope }) => envelope.subject === id && envelope.type === 'query.finished').map(({ envelope }) => envelope.data)).toMatchObject([{ cached: true }]);
  });

  it('that is large comes back whole', async () => {
    const sql = 'SELECT a.n, b.n, c.label FROM lake.olivia.filtered a CROSS JOIN lake.olivia.filtered b CROSS JOIN lake.olivia.filtered c CROSS JOIN lake.olivia.filtered d CROSS JOIN lake.olivia.filtered e CROSS JOIN lake.olivia.filtered f CROSS JOIN lake.olivia.filtered g CROSS JOIN lake.olivia.filtered h';
    const { rows, cached } = await twice('olivia', sql);
    expect([rows.length, cached]).toEqual([65_536, [false, true]]);
  });

  it('is computed anew when rows were added, or the table is another of the same name', async () => {
    for (const sql of ['CREATE TABLE lake.olivia.moving AS SELECT 1 AS n']) await ask('olivia', sql);
    const read = 'SELECT n FROM lake.olivia.moving ORDER BY n';
    expect((await twice('olivia', read)).rows).toEqual([[1]]);
    await ask('olivia', 'INSERT INTO lake.olivia.moving VALUES (2)');
    expect(await twice('olivia', read)).toEqual({ rows: [[1], [2]], cached: [false, true] });
    await ask('olivia', 'DROP TABLE lake.olivia.moving');
    expect((await ask('olivia', read)).error?.errorName).toBe('TABLE_NOT_FOUND');
    await ask('olivia', 'CREATE TABLE lake.olivia.moving AS SELECT 3 AS n');
    expect((await twice('olivia', read)).rows).toEqual([[3]]);
    await ask('olivia', 'DROP TABLE lake.olivia.moving');
  });

  it.each([
    ['a database', 'SELECT count(*) FROM crm.public.passengers'], ['files that may change', 'SELECT count(*) FROM flights.air.flights'], ['one of them among others', 'SELECT count(*) FROM flights.air.flights f JOIN lake.olivia.filtered n ON n.n = f.passenger_id'],
    ['the moment', 'SELECT n, now() FROM lake.olivia.filtered'], ['metadata', "SELECT table_name FROM lake.information_schema.tables WHERE table_schema = 'olivia'"], ['nothing', 'SELECT 1'],
  ])('that depends on %s is never kept', async (_what, sql) => {
    const [first, second] = [await ask('olivia', sql), await ask('olivia', sql)];
    expect([first.error, await cachedOf(first), await cachedOf(second)]).toEqual([undefined, false, false]);
  });

  it('of a query that failed is none', async () => {
    const sql = 'SELECT 1 / (n - 1) FROM lake.olivia.filtered';
    for (let times = 0; times < 2; times += 1) {
      const outcome = await ask('olivia', sql);
      expect([outcome.error?.errorName, await cachedOf(outcome)]).toEqual(['DIVISION_BY_ZERO', false]);
    }
  });
});

describe('an answer that is kept', () => {
  it('is never shown to whom less is shown, and not at all to whom nothing is', async () => {
    expect((await twice('olivia', people)).rows).toEqual(addresses.map((one) => [one]));
    expect(await twice('amir', people)).toEqual({ rows: addresses.map((one) => [hash(one)]), cached: [false, true] });
    expect((await ask('otto', people)).error?.errorName).toBe('PERMISSION_DENIED');
    expect((await ask('olivia', people)).rows).toEqual(addresses.map((one) => [one]));
  });

  it('is not given without a decision: to none while policy cannot be asked, nor after access was taken', async () => {
    await twice('amir', numbers);
    world.heimdall.failing = true;
    const unanswered = await ask('amir', numbers);
    world.heimdall.failing = false;
    expect([unanswered.rows, unanswered.error === undefined]).toEqual([[], false]);
    world.heimdall.denied = new Set(['amir']);
    const denied = await ask('amir', numbers);
    world.heimdall.denied = new Set();
    expect([denied.rows, denied.error?.errorName]).toEqual([[], 'PERMISSION_DENIED']);
  });

  it('goes with a change of the policies, also one that changes nothing here', async () => {
    expect((await twice('olivia', numbers)).cached).toEqual([false, true]);
    world.heimdall.revision += '0';
    expect((await twice('olivia', numbers)).cached).toEqual([false, true]);
  });

  it('equals what a fresh one would be, whoever asks after whatever was changed', async () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ user: fc.constantFrom('olivia', 'amir', 'otto'), sql: fc.constantFrom('n', 'count') }) }, { weight: 1, arbitrary: fc.record({ few: fc.integer({ min: 1, max: 6 }), revision: fc.boolean() }) },
      { weight: 1, arbitrary: fc.record({ denied: fc.subarray(['olivia', 'amir']) }) }, { weight: 1, arbitrary: fc.record({ insert: fc.integer({ min: 1, max: 6 }) }) },
    );
    const rows = [1, 2, 3, 4];
    let kept = 0;
    for (const next of fc.sample(step, { numRuns: 120, seed: 26 })) {
      if ('insert' in next) {
        rows.push(next.insert);
        world.heimdall.denied = new Set();
        expect((await ask('olivia', `INSERT INTO lake.olivia.filtered (n) VALUES (${next.insert})`)).error).toBeUndefined();
      } else if ('denied' in next) world.heimdall.denied = new Set(next.denied);
      else if ('few' in next) {
        // A filter whose value is an attribute of the user may change without a new revision.
        world.heimdall.few = next.few;
        if (next.revision) world.heimdall.revision += '1';
      } else {
        const seen = next.user === 'amir' ? rows.filter((n) => n < world.heimdall.few) : rows;
        const outcome = await ask(next.user, next.sql === 'n' ? numbers : 'SELECT count(*) FROM lake.olivia.filtered');
        if (next.user === 'otto' || world.heimdall.denied.has(next.user)) expect([outcome.error?.errorName, outcome.rows]).toEqual(['PERMISSION_DENIED', []]);
        else expect(outcome.rows).toEqual(next.sql === 'n' ? seen.toSorted((a, b) => a - b).map((n) => [n]) : [[seen.length]]);
        if (await cachedOf(outcome)) kept += 1;
      }
    }
    expect(kept).toBeGreaterThan(10);
  });
});
