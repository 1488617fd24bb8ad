import { patternFault } from '@dataos/contracts-heimdall';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { patternOracle } from '../../test/pattern-oracle.js';
import { compileGlob, PATH_DELIMITERS, TAG_DELIMITERS } from './glob.js';

const TAGS: readonly (readonly [string, string, boolean])[] = [
  ['?at', 'cat', true], ['?at', 'at', false],
  ['foo:*:bar', 'foo:x:bar', true], ['foo:*:bar', 'foo:bar', false], ['foo:*:bar', 'foo:x:y:bar', false],
  ['foo:**:bar', 'foo:bar', true], ['foo:**:bar', 'foo:x:y:bar', true], ['foo:**:bar', 'foobar', false], ['foo:**:bar', 'foo:baz', false],
  ['[cb]at', 'bat', true], ['[cb]at', 'mat', false], ['[!cb]at', 'bat', false], ['[!cb]at', 'mat', true],
  ['[a-c]at', 'bat', true], ['[a-c]at', 'mat', false], ['[!a-c]at', 'bat', false], ['[!a-c]at', 'mat', true],
  ['{cat,bat,[mt]at}', 'tat', true], ['{cat,bat,[mt]at}', 'rat', false], ['{cat,bat,[mt]at}', 'cat', true],
  ['foo\\*bar', 'foo*bar', true], ['foo\\*bar', 'fooxbar', false],
  ['roles:id:*', 'roles:id:data-dev', true], ['roles:id:*', 'roles:id:a:b', false], ['roles:id:**', 'roles:id:a:b', true],
  ['users:id:collector**', 'users:id:collector-07', true], ['**', 'get', true], ['', 'x', false],
  ['a:**:**:b', 'a:b', true], ['{a:**:b,c}', 'a:x:b', true], ['x{,y}z', 'xz', true], ['x{,y}z', 'xyz', true], ['x{,y}z', 'xyyz', false],
];
const PATHS: readonly (readonly [string, string, boolean])[] = [
  ['dataos://crm**', 'dataos://crm', true], ['dataos://crm**', 'dataos://crm:x/y', true], ['dataos://crm**', 'dataos://crm2:x/y', true],
  ['/ds/api/v2**', '/ds/api/v2/depots/d1', true],
  ['dataos://books:ledger/*', 'dataos://books:ledger/t', true], ['dataos://books:ledger/*', 'dataos://books:other/t', false],
  ['dataos://books:ledger/*', 'dataos://books:ledger/a/b', false], ['dataos://books:*', 'dataos://books:ledger/t', false],
  ['dataos://******', 'dataos://d:c/t', true],
  ['dataos://**:secret/t', 'dataos://d:secret/t', true], ['dataos://**:secret/t', 'dataos://d:foo/secret/t', false],
  ['/a/**/z', '/a/z', true], ['/a/**/z', '/a/b/c/z', true], ['/a/**/z', '/az', false],
  ['/svc/api/v1/things/*', '/svc/api/v1/things/a', true], ['/svc/api/v1/things/*', '/svc/api/v1/things/a/b', false],
  ['/metis/**', '/metis/api/v1/tables', true], ['/metis/**', '/metis', false],
  ['/app/**', '/app/**', true], ['/a?b', '/a/b', false], ['/a[!x]b', '/a/b', false],
];

describe('documented vectors', () => {
  it.each(TAGS)('tag %s on %s: %s', (pattern, value, expected) => expect(compileGlob(pattern, TAG_DELIMITERS)(value)).toBe(expected));
  it.each(PATHS)('path %s on %s: %s', (pattern, value, expected) => expect(compileGlob(pattern, PATH_DELIMITERS)(value)).toBe(expected));
});

it('stays fast on patterns made to stall a matcher', () => {
  const started = process.cpuUsage();
  for (const pattern of ['**a'.repeat(100) + 'b', '{a,**}'.repeat(40) + 'b', '*'.repeat(3) + '?a*'.repeat(150) + 'b']) {
    expect(patternFault(pattern)).toBeUndefined();
    expect(compileGlob(pattern, PATH_DELIMITERS)('a'.repeat(4000))).toBe(false);
  }
  expect(process.cpuUsage(started).user).toBeLessThan(2_500_000);
});

it('agrees with the documented regular expression on random patterns', () => {
  const token = fc.constantFrom('a', 'b', ':', '/', '?', '*', '**', '[ab]', '[!a]', '{a,b:}', '.');
  const texts = fc.array(fc.constantFrom('a', 'b', ':', '/', '.'), { maxLength: 9 });
  fc.assert(fc.property(fc.array(token, { maxLength: 7 }), texts, fc.constantFrom(':', ':/'), (tokens, text, delimiters) => {
    const pattern = tokens.join('');
    expect(compileGlob(pattern, delimiters)(text.join(''))).toBe(patternOracle(pattern, delimiters)(text.join('')));
  }), { numRuns: 2000 });
});
