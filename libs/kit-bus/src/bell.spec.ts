import { describe, expect, it } from '@jest/globals';
import { Bell } from './bell.js';

const took = async (work: Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work;
  return performance.now() - began;
};

describe('Bell', () => {
  it('ends a wait when rung', async () => {
    const bell = new Bell();
    setTimeout(() => bell.ring(), 20);
    expect(await took(bell.wait(5_000))).toBeLessThan(2_000);
  });
  it('keeps a ring that nobody waited for, once', async () => {
    const bell = new Bell();
    bell.ring();
    bell.ring();
    expect(await took(bell.wait(5_000))).toBeLessThan(2_000);
    expect(await took(bell.wait(100))).toBeGreaterThan(90);
  });
  it('ends a wait when its time is over', async () => {
    expect(await took(new Bell().wait(100))).toBeGreaterThan(90);
  });
  it('tells a ring from the end of the time', async () => {
    const bell = new Bell();
    expect(await bell.wait(1)).toBe(false);
    bell.ring();
    expect(await bell.wait(5_000)).toBe(true);
    setTimeout(() => bell.ring(), 20);
    expect(await bell.wait(5_000)).toBe(true);
  });
});
