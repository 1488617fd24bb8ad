import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkFilter, keepNames } from './filter.js';

const names = ['FREIGHT', 'FREIGHT_2', 'freight', 'OLD_FREIGHT', 'tmp_a', 'users'];
const filter = (includes: string[], excludes: string[] = []) => ({ includes, excludes });

describe('scan filter', () => {
  it.each([
    ['no filter', undefined, names],
    ['empty lists', filter([]), names],
    ['a plain name is a prefix, in the source\'s case', filter(['FREIGHT']), ['FREIGHT', 'FREIGHT_2']],
    ['an exact name', filter(['^FREIGHT$']), ['FREIGHT']],
    ['an expression matches from the start', filter(['a']), []],
    ['alternatives are kept together', filter(['users|tmp_.*']), ['tmp_a', 'users']],
    ['excludes only', filter([], ['^tmp_.*', 'OLD']), ['FREIGHT', 'FREIGHT_2', 'freight', 'users']],
    ['both: exclusion does not override inclusion', filter(['tmp_a'], ['tmp_', 'FREIGHT']), ['freight', 'OLD_FREIGHT', 'tmp_a', 'users']],
  ])('%s', (_, given, kept) => expect(keepNames(names, given)).toEqual(kept));

  it.each(['(', '[a', 'a{2,1}', '(?i)a', '\\', '*'])('refuses %j when asked for', (pattern) => {
    expect(() => checkFilter(filter([pattern]))).toThrow(expect.objectContaining({ code: 'scan-filter-refused', extra: { pattern } }));
  });

  it.each(['^(a+)+$', '^(a|a)*$', '^(.*a){20}$'])('stops the regex bomb %s', (pattern) => {
    checkFilter(filter([pattern]));
    const start = Date.now();
    expect(() => keepNames([`${'a'.repeat(60)}!`], filter([pattern]))).toThrow(expect.objectContaining({ code: 'scan-filter-refused' }));
    expect(Date.now() - start).toBeLessThan(2_000);
  });

  it('gives each name to exactly one of includes and the same excludes', () => {
    const name = fc.stringMatching(/^[a-z_]{1,8}$/);
    fc.assert(fc.property(fc.uniqueArray(name, { maxLength: 20 }), fc.array(name, { minLength: 1, maxLength: 3 }), (all, patterns) => {
      const kept = keepNames(all, filter(patterns));
      const dropped = keepNames(all, filter([], patterns));
      expect([...kept, ...dropped].sort()).toEqual([...all].sort());
    }), { numRuns: 50 });
  });
});
