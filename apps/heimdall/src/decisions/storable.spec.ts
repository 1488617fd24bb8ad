import { expect, it } from '@jest/globals';
import { storable } from './storable.js';

const REPAIRED = { a: ['x\ufffdy', '\ufffd'], b: { c: 'z\ufffd!' } };

it.each([
  [{ a: ['x\0y', '\ud800'], b: { c: 'z\udfff!' } }, REPAIRED],
  [{ a: '\u{1f600} caf\u00e9 \\u0000', b: 1, c: null }, { a: '\u{1f600} caf\u00e9 \\u0000', b: 1, c: null }],
  [null, null],
])('replaces what no record can hold, wherever it stands, and nothing else: %j', (given, stored) => {
  const { text, value } = storable<unknown>(given);
  expect(value).toEqual(stored);
  expect(JSON.parse(text)).toEqual(stored);
});
