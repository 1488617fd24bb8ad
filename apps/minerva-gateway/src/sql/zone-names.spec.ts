import { describe, expect, it } from '@jest/globals';
import { zoneNamed } from './zone-names.js';

/** As Trino 476 answered to `current_timezone()` of a session that names its zone so; where it refused there is nothing. */
describe('the names of time zones', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'], ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'], ['Asia/Calcutta', 'Asia/Calcutta'], ['US/Pacific', 'US/Pacific'], ['PST8PDT', 'PST8PDT'], ['CET', 'CET'],
    ['UTC', 'UTC'], ['Z', 'UTC'], ['GMT', 'UTC'], ['UT', 'UTC'], ['Etc/UTC', 'UTC'], ['Etc/GMT0', 'UTC'], ['-00:00', 'UTC'], ['+05:30', '+05:30'], ['+0530', '+05:30'], ['+05', '+05:00'], ['UTC+2', '+02:00'], ['GMT+05:30', '+05:30'],
    ['Etc/GMT+3', '-03:00'], ['Etc/GMT-5', '+05:00'], ['-14:00', '-14:00'],
    ['Nowhere/Land', undefined], ['europe/berlin', undefined], ['utc', undefined], ['EST', undefined], ['SystemV/PST8', undefined], ['+5:30', undefined], ['+15:00', undefined], ['+14:01', undefined], ['', undefined], ["Europe/Berlin'", undefined],
  ])('%s is %s', (name, zone) => expect(zoneNamed(name)).toBe(zone));
});
