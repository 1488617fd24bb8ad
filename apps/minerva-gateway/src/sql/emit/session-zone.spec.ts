import { describe, expect, it } from '@jest/globals';
import { parseStatement } from '../parse/statement.parser.js';
import { rewrite, type Rewritten } from '../rewrite.js';
import { encodingOf } from '../../statements/trino-type.js';

const now = new Date('2024-07-15T22:30:00.000Z');
function written(text: string, zone?: string): Rewritten {
  const query = parseStatement(text);
  if (query.kind !== 'query') throw new Error('no query');
  return rewrite({ text, query, defaults: {}, user: 'ann', now, seed: 's', tables: new Map(), ...(zone === undefined ? {} : { zone }) });
}

describe('the time zone of the session', () => {
  it('is UTC where none is told, and leaves what is written as it was', () => {
    expect(written('SELECT now()').sql).toBe("SELECT TIMESTAMPTZ '2024-07-15 22:30:00.000+00' AS c1");
    expect(written('SELECT current_date').sql).toBe("SELECT DATE '2024-07-15' AS c1");
    expect(written("SELECT CAST(TIMESTAMP '2024-01-01 00:00:00' AS timestamp with time zone)").sql).not.toContain('timezone');
  });

  it('is part of what tells one answer from another, wherever it matters and only there', () => {
    const key = (text: string, zone: string): string => JSON.stringify([written(text, zone).sql, written(text, zone).columns.map((column) => encodingOf(column, true))]);
    for (const text of ["SELECT CAST(TIMESTAMP '2024-01-01 00:00:00' AS timestamp with time zone)", 'SELECT from_unixtime(0)', "SELECT TIMESTAMP '2024-01-01 00:00:00' < TIMESTAMP '2024-01-01 00:00:00 UTC'", 'SELECT current_timezone()', 'SELECT 1 WHERE current_date = DATE \'2024-07-15\'']) {
      expect(key(text, 'Europe/Berlin')).not.toBe(key(text, 'America/New_York'));
    }
    for (const text of ['SELECT 1', "SELECT TIMESTAMP '2024-01-01 00:00:00'", "SELECT TIMESTAMP '2024-01-01 00:00:00 Asia/Tokyo'", "SELECT hour(TIMESTAMP '2024-01-01 00:00:00 UTC')"]) {
      expect(key(text, 'Europe/Berlin')).toBe(key(text, 'UTC'));
    }
  });

  it('ends with the query it was of, also with one that is refused', () => {
    expect(() => written('SELECT no_such()', 'Europe/Berlin')).toThrow();
    expect(written('SELECT current_timezone()').sql).toContain("'UTC'");
  });

  it('shows a moment in its own zone, and refuses one whose zone is not known', () => {
    const encodings = (text: string): unknown[] => written(text, 'Europe/Berlin').columns.map((column) => encodingOf(column, true));
    expect(encodings("SELECT now(), now() AT TIME ZONE 'Asia/Tokyo', from_unixtime(0, 'UTC')")).toEqual([
      { kind: 'timestamptz', digits: 3, zone: 'Europe/Berlin' }, { kind: 'timestamptz', digits: 3, zone: 'Asia/Tokyo' }, { kind: 'timestamptz', digits: 3 },
    ]);
    expect(() => encodings("SELECT now() UNION ALL SELECT now() AT TIME ZONE 'Asia/Tokyo'")).toThrow('several time zones');
    // Compared, counted and ordered they are moments like any other.
    expect(encodings("SELECT count(DISTINCT t) FROM (SELECT now() UNION ALL SELECT now() AT TIME ZONE 'Asia/Tokyo') AS x (t)")).toEqual([{ kind: 'bigint' }]);
  });
});
