import { QueueLimit } from '@dataos/contracts-minerva';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Bound, delayOf, hasRoom, intervalOf, isIdle, keyOf, opened, refill, tooOften } from './limit.js';

const limit = (given: object): QueueLimit => QueueLimit.parse({ name: 'few', users: ['**'], ...given });
const bound = (given: object, user = 'amir'): Bound => ({ limit: limit(given), cluster: 'air', user });

describe('a rate', () => {
  it.each([['30s', 30_000], ['1m', 60_000], ['2h', 7_200_000]])('reads %s', (text, ms) => expect(intervalOf(text)).toBe(ms));

  it('lets its number in at once, then one whenever a part of its interval is over', () => {
    const few = limit({ rate: { queries: 2, every: '10s' } });
    const account = opened(few, 0);
    account.tokens -= 2;
    expect(delayOf(account, few)).toBe(5_000);
    refill(account, few, 4_000);
    expect(delayOf(account, few)).toBeCloseTo(1_000);
    refill(account, few, 5_000);
    expect([delayOf(account, few), isIdle(account)]).toEqual([0, false]);
    refill(account, few, 3_600_000);
    expect([account.tokens, isIdle(account)]).toEqual([2, true]);
  });

  it('never lets more in than its number and what came back since, in whatever rhythm', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 120 }), fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }), (queries, seconds, pauses) => {
      const one = limit({ rate: { queries, every: `${seconds}s` } });
      const account = opened(one, 0);
      let [now, admitted] = [0, 0];
      for (const pause of pauses) {
        now += pause;
        refill(account, one, now);
        if (delayOf(account, one) > 0) continue;
        account.tokens -= 1;
        admitted += 1;
        expect(admitted).toBeLessThanOrEqual(queries + now / (seconds * 1_000 / queries) + 1e-6);
      }
      // Who comes back when he was told to is let in.
      refill(account, one, now + Math.ceil(delayOf(account, one) / 1_000) * 1_000);
      expect(delayOf(account, one)).toBe(0);
    }));
  });
});

describe('room', () => {
  it.each([
    [{ concurrency: 2 }, { running: 1, bytes: 0 }, 0, true], [{ concurrency: 2 }, { running: 2, bytes: 0 }, 0, false], [{ memory: '2G' }, { running: 9, bytes: 1e9 }, 1e9, true], [{ memory: '2G' }, { running: 1, bytes: 1e9 + 1 }, 1e9, false],
    [{ memory: '2G' }, { running: 1, bytes: 2e9 - 1 }, 0, true], [{ memory: '2G' }, { running: 1, bytes: 2e9 }, 0, false], [{ rate: { queries: 1, every: '1s' } }, { running: 99, bytes: 1e12 }, 1e9, true],
  ])('of %j with %j held for %d more: %s', (given, held, need, room) => expect(hasRoom({ ...opened(limit(given), 0), ...held }, limit(given), need)).toBe(room));
});

describe('an account', () => {
  it('is of one user, or of all of a group, in one cluster', () => {
    expect(keyOf(bound({ concurrency: 1 }))).not.toBe(keyOf(bound({ concurrency: 1 }, 'olivia')));
    expect(keyOf(bound({ concurrency: 1, per: 'group' }))).toBe(keyOf(bound({ concurrency: 1, per: 'group' }, 'olivia')));
    expect(keyOf(bound({ concurrency: 1 }))).not.toBe(keyOf({ ...bound({ concurrency: 1 }), cluster: 'water' }));
  });

  it('is told in words that name the limit, whose it is and when to come back', () => {
    expect(tooOften(bound({ rate: { queries: 10, every: '1m' } }), 3_001)).toBe("The limit 'few' of the cluster air lets amir send 10 queries in 1m; try again in 4 s");
    expect(tooOften(bound({ per: 'group', rate: { queries: 1, every: '1h' } }), 1)).toBe("The limit 'few' of the cluster air lets its users together send 1 query in 1h; try again in 1 s");
  });
});
