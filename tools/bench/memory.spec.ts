import { describe, expect, it } from '@jest/globals';
import { family, parsePs, processorSeconds } from './memory.ts';

describe('memory of a family of processes', () => {
  const all = parsePs('    1     0  100\n   10     1  200\n   11    10  300\n  12    11 400\n   20     1  500\n');
  it('reads what ps says', () => expect(all[1]).toEqual({ pid: 10, parent: 1, rssKilobytes: 200 }));
  it('has children and theirs', () => expect(family(all, [10]).map(({ pid }) => pid)).toEqual([10, 11, 12]));
  it('may have several heads, one of them below another', () => expect(family(all, [10, 12, 20]).map(({ pid }) => pid)).toEqual([10, 11, 12, 20]));
});

describe('processor time of a process', () => {
  it('is what it took itself and what the system took for it', () => {
    expect(processorSeconds('71 (a (strange) name) S 1 71 71 0 -1 4194304 100 0 0 0 250 50 0 0 20 0 11 0 100 1000 50 0')).toBe(3);
  });
});
