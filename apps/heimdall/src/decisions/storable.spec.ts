import { expect, it } from '@jest/globals';
import { storable } from './storable.js';

it('replaces what no record can hold, wherever it stands, and nothing else', () => {
  expect(storable({ a: ['x\0y', '\ud800'], b: { c: 'z\udfff!' } })).toEqual({ a: ['x\ufffdy', '\ufffd'], b: { c: 'z\ufffd!' } });
  const plain = { a: '\u{1f600} caf\u00e9 \\u0000', b: 1, c: null };
  expect(storable(plain)).toEqual(plain);
  expect(storable(null)).toBeNull();
});
