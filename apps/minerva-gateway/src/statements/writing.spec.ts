import { describe, expect, it } from '@jest/globals';
import { parseType, UNKNOWN } from '../sql/types/type.js';
import { matched } from './writing.js';

describe('rows for a table', () => {
  const put = (given: string, wanted: string, zone = 'Europe/Berlin'): unknown =>
    matched({ columns: [{ name: 'a', named: true, type: given === 'NULL' ? UNKNOWN : parseType(given).type, origins: [] }], zone }, [{ name: 'a', type: wanted }], undefined);
  const [local, moment] = ['timestamp(3)', 'timestamp(3) with time zone'];

  it.each([
    [local, moment], ['date', moment], [`array(${local})`, `array(${moment})`],
    // A moment beside a local time does not make it one.
    [`map(${local},${moment})`, `map(${moment},${moment})`], [`map(varchar,array(${local}))`, `map(varchar,array(${moment}))`],
  ])('%s is no %s in a session of another zone than the engine\'s', (given, wanted) => {
    expect(() => put(given, wanted)).toThrow('in a session of another time zone than UTC');
    expect(put(given, wanted, 'UTC')).toEqual(new Map([['a', 1]]));
  });

  it.each([[moment, moment], [local, local], ['NULL', moment], ['timestamp(0) with time zone', moment], [`map(varchar,${moment})`, `map(varchar,${moment})`]])('%s is put into %s in any zone', (given, wanted) => {
    expect(put(given, wanted)).toEqual(new Map([['a', 1]]));
  });
});
