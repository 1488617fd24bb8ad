import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ask as asked, managed, type Outcome, startWorld, stopWorld, world } from './support/gateway.js';

beforeAll(async () => {
  managed.lake = true;
  await startWorld({ RESULT_CACHE_SIZE: '8MB' });
  for (const sql of ['CREATE SCHEMA lake.olivia', "CREATE TABLE lake.olivia.moments AS SELECT * FROM (VALUES (1, TIMESTAMP '2024-07-15 22:30:00.000 UTC', TIMESTAMP '2024-07-15 22:30:00.000')) AS v (n, at, local)"]) expect((await asked('olivia', sql)).error).toBeUndefined();
}, 120_000);
afterAll(stopWorld);
jest.setTimeout(60_000);

interface Page { nextUri?: string; data?: unknown[][]; columns?: Outcome['columns']; error?: { errorName: string; message: string } }
/** What a client of this time zone gets, and the headers that change its session. */
async function ask(zone: string, sql: string, more: Record<string, string> = {}): Promise<{ rows: unknown[][]; error?: string; headers: Record<string, string> }> {
  const headers = { apikey: 'key-olivia', 'x-trino-time-zone': zone, 'x-trino-client-capabilities': 'PARAMETRIC_DATETIME', ...more };
  const [rows, told]: [unknown[][], Record<string, string>] = [[], {}];
  for (let answer = await fetch(`${world.gateway.url}/v1/statement`, { method: 'POST', body: sql, headers }); ; ) {
    for (const name of ['x-trino-set-session', 'x-trino-clear-session']) if (answer.headers.has(name)) told[name] = answer.headers.get(name) ?? '';
    const page = await answer.json() as Page;
    rows.push(...(page.data ?? []));
    if (page.error !== undefined) return { rows, headers: told, error: `${page.error.errorName}: ${page.error.message}` };
    if (page.nextUri === undefined) return { rows, headers: told };
    answer = await fetch(page.nextUri, { headers });
  }
}

describe('a client of another time zone', () => {
  it('gets local times as moments there, and what is stored as the moment it is', async () => {
    const sql = 'SELECT current_timezone(), CAST(local AS timestamp(3) with time zone), at, local < at FROM lake.olivia.moments';
    expect((await ask('Europe/Berlin', sql)).rows).toEqual([['Europe/Berlin', '2024-07-15 22:30:00.000 Europe/Berlin', '2024-07-15 22:30:00.000 UTC', true]]);
    expect((await ask('America/New_York', sql)).rows).toEqual([['America/New_York', '2024-07-15 22:30:00.000 America/New_York', '2024-07-15 22:30:00.000 UTC', false]]);
    expect((await ask('UTC', sql)).rows).toEqual([['UTC', '2024-07-15 22:30:00.000 UTC', '2024-07-15 22:30:00.000 UTC', false]]);
  });

  it('is told of today as it is there', async () => {
    const { rows } = await ask('Asia/Kolkata', "SELECT CAST(now() AS date) = current_date, CAST(localtimestamp AS timestamp with time zone) = now(), CAST(now() AS varchar) LIKE '% Asia/Kolkata', date_diff('minute', CAST(now() AT TIME ZONE 'UTC' AS timestamp), localtimestamp)");
    expect(rows).toEqual([[true, true, true, 330]]);
  });

  it('never gets an answer kept for a client of another one', async () => {
    const sql = "SELECT n, CAST(TIMESTAMP '2024-01-01 00:00:00' AS timestamp with time zone) FROM lake.olivia.moments";
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Europe/Berlin', 'UTC', 'America/New_York']) expect((await ask(zone, sql)).rows).toEqual([[1, `2024-01-01 00:00:00.000 ${zone}`]]);
    const filter = "SELECT count(*) FROM lake.olivia.moments WHERE at = TIMESTAMP '2024-07-16 00:30:00'";
    expect([(await ask('Europe/Berlin', filter)).rows, (await ask('UTC', filter)).rows, (await ask('Europe/Berlin', filter)).rows]).toEqual([[[1]], [[0]], [[1]]]);
  });

  it('of none that there is gets a clean error, whatever it asks', async () => {
    for (const sql of ['SELECT 1', 'SHOW CATALOGS', 'COMMIT']) expect((await ask('Nowhere/Land', sql)).error).toBe('NOT_SUPPORTED: Time zone not supported: Nowhere/Land');
  });
});

describe('SET TIME ZONE', () => {
  it('has the client tell another zone from then on, which goes before its own', async () => {
    const { headers } = await ask('UTC', "SET TIME ZONE 'Asia/Tokyo'");
    expect(headers).toEqual({ 'x-trino-set-session': 'time_zone_id=Asia%2FTokyo' });
    expect((await ask('Europe/Berlin', 'SELECT from_unixtime(0)', { 'x-trino-session': headers['x-trino-set-session'] ?? '' })).rows).toEqual([['1970-01-01 09:00:00.000 Asia/Tokyo']]);
    expect((await ask('UTC', 'SET TIME ZONE INTERVAL -\'3\' HOUR')).headers).toEqual({ 'x-trino-set-session': 'time_zone_id=-03%3A00' });
    expect((await ask('UTC', "SET SESSION time_zone_id = 'Etc/GMT+3'")).headers).toEqual({ 'x-trino-set-session': 'time_zone_id=-03%3A00' });
  });

  it('LOCAL and RESET SESSION have it tell its own again', async () => {
    for (const sql of ['SET TIME ZONE LOCAL', 'RESET SESSION time_zone_id']) expect((await ask('UTC', sql)).headers).toEqual({ 'x-trino-clear-session': 'time_zone_id' });
  });

  it('refuses a zone that there is not', async () => {
    expect(await ask('UTC', "SET TIME ZONE 'Nowhere'")).toMatchObject({ error: 'NOT_SUPPORTED: Time zone not supported: Nowhere', headers: {} });
  });
});

describe('what a view and a written table hold', () => {
  it('a view keeps the zone its query names, and takes that of whoever reads it', async () => {
    expect((await ask('UTC', "CREATE VIEW lake.olivia.shown AS SELECT at AT TIME ZONE 'Asia/Tokyo' AS there, CAST(local AS timestamp(3) with time zone) AS here FROM lake.olivia.moments")).error).toBeUndefined();
    expect((await ask('Europe/Berlin', 'SELECT there, here, hour(there) FROM lake.olivia.shown')).rows).toEqual([['2024-07-16 07:30:00.000 Asia/Tokyo', '2024-07-15 22:30:00.000 Europe/Berlin', 7]]);
  });

  it('moments are kept as such; a local time is not put in as one of UTC', async () => {
    expect((await ask('Europe/Berlin', "CREATE TABLE lake.olivia.kept AS SELECT CAST(TIMESTAMP '2024-07-15 12:00:00' AS timestamp(3) with time zone) AS at")).error).toBeUndefined();
    expect((await ask('Europe/Berlin', 'SELECT at FROM lake.olivia.kept')).rows).toEqual([['2024-07-15 10:00:00.000 UTC']]);
    expect((await ask('Europe/Berlin', "INSERT INTO lake.olivia.kept VALUES TIMESTAMP '2024-07-15 12:00:00.000'")).error).toMatch(/^NOT_SUPPORTED: INSERT of timestamp\(3\) into a column of the type timestamp\(3\) with time zone in a session of another time zone/);
    expect((await ask('Europe/Berlin', "UPDATE lake.olivia.kept SET at = TIMESTAMP '2024-07-15 13:00:00.000'")).error).toBeUndefined();
    expect((await ask('UTC', 'SELECT at FROM lake.olivia.kept')).rows).toEqual([['2024-07-15 11:00:00.000 UTC']]);
  });
});

describe('what depends on a zone, anywhere in a query', () => {
  it.each([
    ["SELECT date_trunc('day', at AT TIME ZONE 'US/Pacific'), count(*) FROM lake.olivia.moments GROUP BY 1 ORDER BY 1", ['2024-07-15 00:00:00.000 US/Pacific', 1]],
    ["SELECT date_trunc('month', at AT TIME ZONE 'US/Pacific') FROM lake.olivia.moments GROUP BY date_trunc('month', at AT TIME ZONE 'US/Pacific') HAVING count(*) > 0 ORDER BY date_trunc('month', at AT TIME ZONE 'US/Pacific')", ['2024-07-01 00:00:00.000 US/Pacific']],
    ['SELECT CAST(max(local) AS timestamp(3) with time zone), max(CAST(local AS timestamp(3) with time zone)) FROM lake.olivia.moments', ['2024-07-15 22:30:00.000 Europe/Berlin', '2024-07-15 22:30:00.000 Europe/Berlin']],
    ["SELECT date_trunc('day', max(CAST(local AS timestamp(3) with time zone)) OVER (PARTITION BY n ORDER BY CAST(local AS timestamp(3) with time zone))) FROM lake.olivia.moments", ['2024-07-15 00:00:00.000 Europe/Berlin']],
    ["SELECT date_add('month', 1, (SELECT max(CAST(local AS timestamp(3) with time zone)) FROM lake.olivia.moments))", ['2024-08-15 22:30:00.000 Europe/Berlin']],
    ['SELECT a.n FROM lake.olivia.moments a JOIN lake.olivia.moments b ON a.local < b.at WHERE a.local IN (SELECT at - INTERVAL \'2\' HOUR FROM lake.olivia.moments) ORDER BY CAST(a.local AS timestamp(3) with time zone)', [1]],
    ['SELECT local FROM lake.olivia.moments WHERE (SELECT min(CAST(m.local AS timestamp(3) with time zone)) FROM lake.olivia.moments m WHERE m.local < moments.at) < at', ['2024-07-15 22:30:00.000']],
    ['SELECT transform(ARRAY[local], x -> date_add(\'day\', 1, CAST(x AS timestamp(3) with time zone))) FROM lake.olivia.moments', [['2024-07-16 22:30:00.000 Europe/Berlin']]],
    ['SELECT at FROM lake.olivia.moments UNION SELECT at FROM lake.olivia.moments', ['2024-07-15 22:30:00.000 UTC']],
    ["SELECT count(*) FROM (SELECT local FROM lake.olivia.moments UNION SELECT at FROM lake.olivia.moments UNION SELECT TIMESTAMP '2024-07-16 00:30:00.000')", [2]],
  ] as [string, unknown[]][])('%s', async (sql, row) => expect(await ask('Europe/Berlin', sql)).toMatchObject({ rows: [row] }));
});
