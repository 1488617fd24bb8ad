import { expect, it } from '@jest/globals';
import { Coalesced } from './coalesced.js';

/** A load that answers with what `world` held when it was sent, once it is let go. */
function slow(world: Map<string, number>) {
  const sent: string[][] = [];
  const go: (() => void)[] = [];
  const coalesced = new Coalesced<string, number>(async (keys) => {
    sent.push(keys);
    const seen = new Map(world);
    await new Promise<void>((resolve) => go.push(resolve));
    return seen;
  });
  return { coalesced, sent, next: async () => { while (go.length === 0) await new Promise((resolve) => setImmediate(resolve)); go.shift()?.(); } };
}

it('joins what is asked together into one load, each key once', async () => {
  const { coalesced, next, sent } = slow(new Map([['a', 1], ['b', 2]]));
  const answers = Promise.all(['a', 'b', 'a', 'c'].map((key) => coalesced.get(key)));
  await next();
  expect(await answers).toEqual([1, 2, 1, undefined]);
  expect(sent).toEqual([['a', 'b', 'c']]);
});

it('never answers with what was loaded before the question', async () => {
  const world = new Map([['a', 1]]);
  const { coalesced, next } = slow(world);
  const loads = [coalesced.get('a')];
  await new Promise((resolve) => setTimeout(resolve, 10));
  loads.push(coalesced.get('a'));
  await new Promise((resolve) => setTimeout(resolve, 10));
  // Two loads are on their way with the old state; this question has to wait for a third.
  world.set('a', 2);
  const after = coalesced.get('a');
  await next();
  await next();
  await next();
  expect([await Promise.all(loads), await after]).toEqual([[1, 1], 2]);
});

it('fails all who waited for a load that failed, and nobody after', async () => {
  let broken = true;
  const coalesced = new Coalesced<string, number>(async () => {
    if (broken) throw new Error('no database');
    return new Map([['a', 1]]);
  });
  expect(await Promise.allSettled([coalesced.get('a'), coalesced.get('b')])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  broken = false;
  expect(await coalesced.get('a')).toBe(1);
});
