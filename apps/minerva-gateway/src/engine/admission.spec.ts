import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LIGHT, mayWait, nextToRun, type Waiting } from './admission.js';

const heavy = (user: string): Waiting => ({ user, light: false });
const light = (user: string): Waiting => ({ user, light: true });
const limits = { concurrency: 3, perUser: 2, queue: 2 };

describe('nextToRun', () => {
  it.each([
    ['nobody waits', [], [], undefined], ['there is room', [heavy('a')], [], 0], ['all places are taken', [heavy('d')], [heavy('a'), heavy('b'), heavy('c')], undefined],
    ['a user has his share', [heavy('a')], [heavy('a'), heavy('a')], undefined], ['another user is behind one who has his share', [heavy('a'), heavy('b')], [heavy('a'), heavy('a')], 1],
    ['one with less running is behind one with more', [heavy('a'), heavy('b')], [heavy('a')], 1], ['light ones do not wait for heavy ones', [heavy('d'), light('a')], [heavy('a'), heavy('b'), heavy('c')], 1],
  ] as [string, Waiting[], Waiting[], number | undefined][])('when %s', (_when, waiting, running, index) => expect(nextToRun(waiting, running, limits)).toBe(index));

  it('never exceeds a limit and never leaves a place empty that somebody may take', () => {
    const query = fc.record({ user: fc.constantFrom('a', 'b', 'c'), light: fc.boolean() });
    fc.assert(fc.property(fc.array(query, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (queries, concurrency, perUser) => {
      const waiting = [...queries];
      const running: Waiting[] = [];
      for (let next = nextToRun(waiting, running, { concurrency, perUser, queue: 1 }); next !== undefined; next = nextToRun(waiting, running, { concurrency, perUser, queue: 1 })) running.push(...waiting.splice(next, 1));
      const count = (list: Waiting[], isLight: boolean, user?: string): number => list.filter((one) => one.light === isLight && (user === undefined || one.user === user)).length;
      expect(count(running, false)).toBeLessThanOrEqual(concurrency);
      expect(count(running, true)).toBeLessThanOrEqual(LIGHT.concurrency);
      for (const user of ['a', 'b', 'c']) {
        expect(count(running, false, user)).toBeLessThanOrEqual(perUser);
        if (count(waiting, false, user) > 0) expect(count(running, false) === concurrency || count(running, false, user) === perUser).toBe(true);
        if (count(waiting, true, user) > 0) expect(count(running, true)).toBe(LIGHT.concurrency);
      }
    }));
  });
});

describe('mayWait', () => {
  it('counts each lane by itself', () => {
    expect(mayWait([heavy('a'), heavy('b')], false, limits)).toBe(false);
    expect(mayWait([heavy('a'), heavy('b')], true, limits)).toBe(true);
  });
});
