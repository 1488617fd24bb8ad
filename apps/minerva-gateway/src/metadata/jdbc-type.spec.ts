import { describe, expect, it } from '@jest/globals';
import { jdbcType } from './jdbc-type.js';

// Sizes as a real Trino 476 tells them.
describe('jdbcType', () => {
  it.each([
    ['bigint', -5, 19, null], ['integer', 4, 10, null], ['decimal(12,2)', 3, 12, 2], ['varchar', 12, 2_147_483_647, null], ['varchar(25)', 12, 25, null], ['char(2)', 1, 2, null], ['date', 91, 14, null],
    ['timestamp(3)', 93, 25, 3], ['timestamp(0)', 93, 21, 0], ['timestamp(6) with time zone', 2_014, 62, 6], ['time(3)', 92, 12, 3], ['boolean', 16, null, null], ['array(bigint)', 2_003, null, null], ['map(varchar,bigint)', 2_000, null, null],
  ])('%s', (type, code, size, digits) => expect(jdbcType(type)).toMatchObject({ code, size, digits }));
});
