import type { DecisionView } from '@dataos/contracts-heimdall';
import type { Outbox } from '@dataos/kit';
import { expect, it } from '@jest/globals';
import { DecisionLog } from './decision-log.js';

const view = (id: string, allow = false): DecisionView => ({ id, time: '2026-11-25T10:00:00.000Z', kind: 'access', subject: 's', allow, predicate: 'read', objects: ['/x'], policies: [], explanation: '', ask: [] });

/** A database that knows which ids it was given together, and will not take some. */
function database(refuse: (ids: string[]) => unknown = () => undefined) {
  const committed: string[][] = [];
  const told: string[] = [];
  const outbox = {
    prepare: (_: unknown, key: string) => ({ key }),
    appendWith: async (_: string, [ids = []]: readonly string[][], events: readonly { key: string }[]) => {
      const error = refuse(ids);
      if (error !== undefined) throw error;
      committed.push(ids);
      told.push(...events.map(({ key }) => key));
    },
  } as unknown as Outbox;
  return { log: new DecisionLog(outbox), committed, told };
}

it('writes what waits at the same moment in one statement, and tells of refusals only', async () => {
  const { committed, log, told } = database();
  await Promise.all([log.write(view('a')), log.write(view('b', true)), log.write(view('c'))]);
  expect(committed).toEqual([['a', 'b', 'c']]);
  expect(told).toEqual(['a', 'c']);
  await log.write(view('d'));
  expect(committed.at(-1)).toEqual(['d']);
});

it('fails the one that the database will not take, and no other', async () => {
  const { committed, log } = database((ids) => (ids.includes('bad') ? Object.assign(new Error('invalid'), { code: '22P05' }) : undefined));
  const ends = await Promise.allSettled([log.write(view('a')), log.write(view('bad')), log.write(view('c'))]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(committed.flat()).toEqual(['a', 'c']);
});

it('fails all where the database is away, once and at once', async () => {
  let tried = 0;
  const { committed, log } = database(() => {
    tried += 1;
    return Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
  });
  const ends = await Promise.allSettled([log.write(view('a')), log.write(view('b'))]);
  expect([ends.map(({ status }) => status), tried, committed]).toEqual([['rejected', 'rejected'], 1, []]);
});
