import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, eventually, type TestDatabase } from '@dataos/testkit';
import { createLogger, PostgresBus } from '@dataos/kit';
import { Pool } from 'pg';
import { eventBusSuite } from './event-bus.suite.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('events');
});
afterAll(() => database.drop());

const open = async (): Promise<PostgresBus> => new PostgresBus(database.url, createLogger('test', 'silent'));
eventBusSuite('PostgreSQL', open);

describe('a broker that is away', () => {
  it('fails the publisher, who keeps the message, instead of swallowing it', async () => {
    const bus = new PostgresBus('postgres://nobody:x@127.0.0.1:9/none', createLogger('test', 'silent'));
    await expect(bus.publish([{ topic: 't', key: 'k', envelope: {} }])).rejects.toThrow();
    await expect(bus.check()).rejects.toThrow();
    await bus.close();
  });

  it('follows from now on when asked for the latest', async () => {
    const bus = await open();
    const got: unknown[] = [];
    await bus.publish([{ topic: 'latest', key: 'k', envelope: { n: 'old' } }]);
    await bus.subscribe({ group: 'latest', topics: ['latest'], from: 'latest', handle: async ({ envelope }) => void got.push(envelope) });
    await bus.publish([{ topic: 'latest', key: 'k', envelope: { n: 'new' } }]);
    await eventually(() => expect(got).toEqual([{ n: 'new' }]));
    await bus.close();
  });
});

describe('an idle consumer', () => {
  it('is told of a message rather than looking for it, and is told again after its session was lost', async () => {
    const bus = await open();
    const got: { n: number; after: number }[] = [];
    await bus.subscribe({ group: 'told', topics: ['told'], from: 'earliest', handle: async ({ envelope }) => void got.push({ n: (envelope as { n: number }).n, after: performance.now() - sentAt }) });
    let sentAt = 0;
    const send = async (n: number): Promise<void> => {
      sentAt = performance.now();
      await bus.publish([{ topic: 'told', key: 'k', envelope: { n } }]);
      await eventually(() => expect(got.at(-1)?.n).toBe(n));
    };
    const listeners = `FROM pg_stat_activity WHERE application_name = 'events-listener' AND datname = current_database()`;
    const pool = new Pool({ connectionString: database.url });
    const listening = (): Promise<unknown> => eventually(async () => expect((await pool.query(`SELECT pid ${listeners} AND state = 'idle'`)).rowCount).toBe(1));
    await listening();
    for (let n = 1; n <= 8; n += 1) await send(n);
    // Looking alone would take a second on average.
    expect(got.filter(({ after }) => after < 500).length).toBeGreaterThanOrEqual(6);
    await pool.query(`SELECT pg_terminate_backend(pid) ${listeners}`);
    await send(9);
    await listening();
    await send(10);
    expect(got.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    await Promise.all([bus.close(), pool.end()]);
  });
});
