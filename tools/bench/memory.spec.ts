import { describe, expect, it } from '@jest/globals';
import { family, parsePs } from './memory.ts';

describe('memory of a family of processes', () => {
  const all = parsePs('    1     0  100\n   10     1  200\n   11    10  300\n  12    11 400\n   20     1  500\n');
  it('reads what ps says', () => expect(all[1]).toEqual({ pid: 10, parent: 1, rssKilobytes: 200 }));
  it('has children and theirs', () => expect(family(all, [10]).map(({ pid }) => pid)).toEqual([10, 11, 12]));
  it('may have several heads, one of them below another', () => expect(family(all, [10, 12, 20]).map(({ pid }) => pid)).toEqual([10, 11, 12, 20]));
});
