import { describe, expect, it } from '@jest/globals';
import { sessionOf, zoneOfSession } from './session.js';

describe('the time zone of a session', () => {
  it.each([
    [{}, 'UTC'], [{ 'x-trino-time-zone': 'Europe/Berlin' }, 'Europe/Berlin'], [{ 'x-presto-time-zone': 'Asia/Kolkata' }, 'Asia/Kolkata'], [{ 'x-trino-time-zone': ' ' }, 'UTC'], [{ 'x-trino-time-zone': 'Etc/GMT+3' }, '-03:00'],
    [{ 'x-trino-time-zone': 'Europe/Berlin', 'x-trino-session': 'time_zone_id=Asia%2FTokyo' }, 'Asia/Tokyo'], [{ 'x-trino-session': 'query_max_run_time=5m,time_zone_id=%2B05%3A30' }, '+05:30'],
  ] as [Record<string, string>, string][])('%j: %s', (headers, zone) => expect(zoneOfSession(sessionOf(headers))).toBe(zone));

  it.each([[{ 'x-trino-time-zone': 'Nowhere/Land' }], [{ 'x-trino-time-zone': "UTC'" }], [{ 'x-trino-time-zone': 'Europe/Berlin', 'x-trino-session': 'time_zone_id=Nowhere' }]] as [Record<string, string>][])('%j is none', (headers) =>
    expect(() => zoneOfSession(sessionOf(headers))).toThrow('Time zone not supported: '));
});
