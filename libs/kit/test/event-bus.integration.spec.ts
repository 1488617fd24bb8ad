import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, eventually, type TestDatabase } from '@dataos/testkit';
import { createLogger, PostgresBus } from '@dataos/kit';
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
