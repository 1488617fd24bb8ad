import { expect, it } from '@jest/globals';
import { PageBuffers } from './page-buffers.js';

it('gives memory to one page at a time, and again once it was released', () => {
  const buffers = new PageBuffers();
  const [one, two] = [buffers.lease(10), buffers.lease(10)];
  expect(one.bytes).not.toBe(two.bytes);
  one.release();
  const three = buffers.lease(1_000_000);
  expect(three.bytes).toBe(one.bytes);
});

it('takes what is released twice back once: no two pages may ever share memory', () => {
  const buffers = new PageBuffers();
  const one = buffers.lease(10);
  one.release();
  const two = buffers.lease(10);
  one.release();
  expect(buffers.lease(10).bytes).not.toBe(two.bytes);
});

it('keeps a few pages, and none of unusual size', () => {
  const buffers = new PageBuffers();
  const large = buffers.lease(5_000_000);
  expect(large.bytes.length).toBe(5_000_000);
  large.release();
  expect(buffers.lease(5_000_000).bytes).not.toBe(large.bytes);
  const leases = Array.from({ length: 20 }, () => buffers.lease(1));
  for (const { release } of leases) release();
  const again = new Set(Array.from({ length: 20 }, () => buffers.lease(1).bytes));
  expect(leases.filter(({ bytes }) => again.has(bytes))).toHaveLength(12);
});
