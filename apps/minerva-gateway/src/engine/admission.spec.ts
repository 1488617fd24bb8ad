import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Admission, LIGHT, type Waiting } from './admission.js';

const heavy = (user: string): Waiting => ({ user, light: false });
const light = (user: string): Waiting => ({ user, light: true });
const limits = { concurrency: 3, perUser: 2, queue: 2 };

/** An admission where `running` run, and then `waiting` came. */
function where(running: readonly Waiting[], waiting: readonly Waiting[], of = limits): Admission<Waiting> {
  const admission = new Admission<Waiting>(of);
  for (const query of running) {
    admission.add(query);
    admission.next();
  }
  for (const query of waiting) admission.add(query);
  return admission;
}

describe('Admission', () => {
  it.each([
    ['nobody waits', [], [], undefined], ['there is room', [heavy('a')], [], 0], ['all places are taken', [heavy('d')], [heavy('a'), heavy('b'), heavy('c')], undefined],
    ['a user has his share', [heavy('a')], [heavy('a'), heavy('a')], undefined], ['another user is behind one who has his share', [heavy('a'), heavy('b')], [heavy('a'), heavy('a')], 1],
    ['one with less running is behind one with more', [heavy('a'), heavy('b')], [heavy('a')], 1], ['two have as many running', [heavy('b'), heavy('a')], [], 0],
    ['light ones do not wait for heavy ones', [heavy('d'), light('a')], [heavy('a'), heavy('b'), heavy('c')], 1],
  ] as [string, Waiting[], Waiting[], number | undefined][])('when %s', (_when, waiting, running, index) => expect(where(running, waiting).next()).toBe(index === undefined ? undefined : waiting[index]));

  it('has room again when one leaves, and none for one who went away while he waited', () => {
    const [first, second, third] = [heavy('a'), heavy('a'), heavy('a')];
    const admission = where([first, second], [third]);
    expect(admission.next()).toBeUndefined();
    admission.leave(first);
    expect([admission.remove(third), admission.remove(third), admission.next(), admission.waits]).toEqual([true, false, undefined, 0]);
  });

  it('never exceeds a limit, never leaves a place empty that somebody may take, and takes the queries of a user in their order', () => {
    const step = fc.oneof({ weight: 3, arbitrary: fc.record({ user: fc.constantFrom('a', 'b', 'c'), light: fc.boolean() }) }, fc.nat());
    fc.assert(fc.property(fc.array(step, { maxLength: 80 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (steps, concurrency, perUser) => {
      const admission = new Admission<Waiting>({ concurrency, perUser, queue: 1 });
      const waiting: Waiting[] = [];
      const running: Waiting[] = [];
      const count = (list: Waiting[], isLight: boolean, user?: string): number => list.filter((one) => one.light === isLight && (user === undefined || one.user === user)).length;
      for (const next of steps) {
        if (typeof next === 'number') running.splice(next % Math.max(1, running.length), 1).forEach((query) => admission.leave(query));
        else {
          waiting.push(next);
          admission.add(next);
        }
        for (let query = admission.next(); query !== undefined; query = admission.next()) {
          const { user, light: isLight } = query;
          expect(waiting.find((one) => one.user === user && one.light === isLight)).toBe(query);
          waiting.splice(waiting.indexOf(query), 1);
          running.push(query);
        }
        expect(admission.waits).toBe(waiting.length);
        expect(count(running, false)).toBeLessThanOrEqual(concurrency);
        expect(count(running, true)).toBeLessThanOrEqual(LIGHT.concurrency);
        for (const user of ['a', 'b', 'c']) {
          expect(count(running, false, user)).toBeLessThanOrEqual(perUser);
          if (count(waiting, false, user) > 0) expect(count(running, false) === concurrency || count(running, false, user) === perUser).toBe(true);
          if (count(waiting, true, user) > 0) expect(count(running, true)).toBe(LIGHT.concurrency);
        }
      }
    }));
  });

  it('lets no more wait than may, each lane by itself', () => {
    const admission = where([], [heavy('a'), heavy('b')]);
    expect([admission.mayWait(false), admission.mayWait(true)]).toEqual([false, true]);
    expect(admission.clear()).toHaveLength(2);
    expect(admission.mayWait(false)).toBe(true);
  });
});
