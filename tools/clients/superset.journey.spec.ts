import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { eventually, removePlatform, runCli, startPlatform, type TestPlatform } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const python = process.env['DATAOS_TEST_SUPERSET'];
const [story, title] = python === undefined
  ? [describe.skip, 'Apache Superset (not run: DATAOS_TEST_SUPERSET names no python that has apache-superset and trino)'] : [describe, 'Apache Superset, unmodified, beside npm start'];

/** A folder that is the platform's own, and a cluster that mounts it beside what the sample has. */
const desk = (folder: string): string => JSON.stringify({
  name: 'lake', version: 'v2alpha', type: 'depot', layer: 'user', depot: { type: 'FILE', external: false, file: { path: folder } },
}) + '\n---\n' + JSON.stringify({
  name: 'desk', version: 'v1', type: 'cluster', cluster: { compute: 'query-default', type: 'minerva', minerva: { selector: { users: ['**'], tags: [], sources: ['**'], match: 'any', priority: 20 }, depots: ['flights', 'crm', 'lake'].map((name) => ({ address: `dataos://${name}` })) } },
});

const day = (text: string): number => Date.parse(`${text}Z`);
const refusal = (name: string, ...words: string[]): unknown => [500, expect.stringMatching(new RegExp([`name=${name}`, ...words].join('.*'), 's'))];

story(title, () => {
  let platform: TestPlatform;
  const folder = mkdtempSync(path.join(tmpdir(), 'dataos-superset-'));
  let told: Record<string, unknown>;
  const dataos = (...args: string[]) => runCli(args, { ...platform.environment, DATAOS_APIKEY: platform.environment['DATAOS_OPERATOR_APIKEY'] ?? '' });

  beforeAll(async () => {
    platform = await startPlatform();
    const [home, lake, manifest] = [path.join(folder, 'superset'), path.join(folder, 'lake'), path.join(folder, 'desk.yaml')];
    mkdirSync(home);
    mkdirSync(lake);
    writeFileSync(manifest, desk(lake));
    expect(await dataos('apply', '-f', manifest)).toMatchObject({ code: 0 });
    await eventually(async () => expect(await dataos('query', 'SELECT count(*) FROM lake.information_schema.schemata')).toMatchObject({ code: 0 }), { timeoutMs: 60_000 });
    const keys = JSON.stringify(Object.fromEntries([['olivia', 'OPERATOR'], ['amir', 'ANALYST'], ['otto', 'OUTSIDER']].map(([name, role]) => [name, platform.environment[`DATAOS_${role}_APIKEY`]])));
    const port = new URL(platform.environment['DATAOS_TRINO_URL'] ?? '').port;
    const { stdout } = await promisify(execFile)(python ?? '', [path.join(import.meta.dirname, 'superset_journey.py'), home, port, keys], { maxBuffer: 1 << 26, env: { ...process.env, NODE_OPTIONS: '' } });
    told = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
  }, 1_200_000);

  afterAll(async () => {
    await platform?.stop();
    if (platform !== undefined) await removePlatform(platform.folder);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('connects with an API key, and not with a wrong one', () => expect(told['test']).toEqual([200, 400]));

  it('lists catalogs, schemas, tables and columns, for each user those he may know', () => {
    expect(told).toMatchObject({
      catalogs: ['crm', 'flights', 'lake', 'system'], schemas: { crm: ['information_schema', 'public'], flights: ['air', 'derived', 'information_schema'], system: ['information_schema', 'jdbc', 'metadata', 'runtime'] },
      tables: { olivia: [['table', 'bookings'], ['table', 'passengers']], amir: [['table', 'bookings'], ['table', 'passengers']], otto: [] },
      columns: expect.arrayContaining([['birth_date', 'DATE'], ['email', 'VARCHAR'], ['passenger_id', 'BIGINT']]), star: ['crm.public.passengers', 'LIMIT', '100'], otto: refusal('PERMISSION_DENIED', 'dataos why'),
      functions: ['approx_percentile', 'date_trunc'],
    });
  });

  it('asks for partitions and is told that there are none to see', () => expect([told['indexes'], told['extra']]).toEqual([[], [200, {}]]));

  it('shows three people in SQL Lab what policy lets each of them see', () => {
    expect(told['people']).toEqual({
      olivia: [['Kris', 'kris.bashirian.1@example.com', '4711-5455-1403-4140', '1930-09-22', 'IL'], ['Effie', 'effie.bahringer.2@example.com', '4416-4165-8662-7282', '1955-03-14', 'NY']],
      amir: [['Brendan', expect.stringMatching(/^[0-9a-f]{64}$/), '****-****-****-9403', '1972-01-01', 'CA'], ['Hailey', expect.stringMatching(/^[0-9a-f]{64}$/), '****-****-****-2450', '1938-01-01', 'CA']],
      otto: refusal('PERMISSION_DENIED', 'dataos why'),
    });
  });

  it('keeps types and values, and the limit', () => {
    expect(told).toMatchObject({
      types: [['i', 'INTEGER'], ['d', 'DATE'], ['t', 'TIMESTAMP(3)'], ['b', 'BOOLEAN'], ['x', 'DECIMAL(10,2)'], ['f', 'DOUBLE'], ['n', 'VARCHAR'], ['a', 'ARRAY(INTEGER)']],
      values: [[1, '2024-01-01', '2024-01-01T10:00:00.123000', true, 1.25, 0.5, null, '[1, 2]']], limited: 100,
    });
  });

  it('says what is wrong with a query, and where', () => {
    // Superset writes a text anew before it sends it, each column on a line of its own.
    const at = (name: string, place: string, what: string): unknown => refusal(name, `line ${place}: ${what}`);
    expect(told['errors']).toEqual([
      at('COLUMN_NOT_FOUND', '2:3', "Column 'nothing' cannot be resolved"), at('TABLE_NOT_FOUND', '3:6', "Table 'crm.public.nowhere' does not exist"), at('FUNCTION_NOT_FOUND', '3:3', "Function 'nosuch' not registered"),
      refusal('DIVISION_BY_ZERO', 'Division by zero'), refusal('NOT_SUPPORTED', 'EXPLAIN is not supported: plans and estimates tell of rows that policy hides'),
    ]);
    expect(told['estimate']).toEqual([500, expect.stringContaining('plans and estimates tell of rows that policy hides')]);
  });

  it('stops a query, and it runs no longer', () => expect(told['stopped']).toEqual([200, 'FAILED', true]));

  it('draws charts by every grain of time that it knows', () => {
    const { 'PT0.5H': half, ...grains } = told['grains'] as Record<string, unknown>;
    const at = (first: string, second: string): unknown => [[day(first), 1], [day(second), 1]];
    const both = (moment: string): unknown => [[day(moment), 2]];
    // Superset lists this grain and takes it only by a name that it does not list.
    expect(half).toEqual([400, expect.stringContaining('Must be one of')]);
    expect(grains).toEqual({
      PT1S: at('2024-01-02T03:04:58', '2024-03-31T17:59:31'), PT5S: at('2024-01-02T03:04:55', '2024-03-31T17:59:30'), PT30S: at('2024-01-02T03:04:30', '2024-03-31T17:59:30'), PT1M: at('2024-01-02T03:04:00', '2024-03-31T17:59:00'),
      PT5M: at('2024-01-02T03:00:00', '2024-03-31T17:55:00'), PT10M: at('2024-01-02T03:00:00', '2024-03-31T17:50:00'), PT15M: at('2024-01-02T03:00:00', '2024-03-31T17:45:00'), PT1H: at('2024-01-02T03:00:00', '2024-03-31T17:00:00'),
      PT6H: at('2024-01-02T00:00:00', '2024-03-31T12:00:00'), P1D: at('2024-01-02T00:00:00', '2024-03-31T00:00:00'), P1W: at('2024-01-01T00:00:00', '2024-03-25T00:00:00'), P1M: at('2024-01-01T00:00:00', '2024-03-01T00:00:00'),
      P3M: both('2024-01-01T00:00:00'), P1Y: both('2024-01-01T00:00:00'), '1969-12-28T00:00:00Z/P1W': at('2023-12-31T00:00:00', '2024-03-31T00:00:00'), '1969-12-29T00:00:00Z/P1W': at('2024-01-01T00:00:00', '2024-03-25T00:00:00'),
      'P1W/1970-01-03T00:00:00Z': at('2024-01-06T00:00:00', '2024-04-06T00:00:00'), 'P1W/1970-01-04T00:00:00Z': at('2024-01-07T00:00:00', '2024-03-31T00:00:00'),
    });
    expect(told['grains of days']).toEqual({ P1D: at('2024-01-31T00:00:00', '2024-03-31T00:00:00'), P1M: at('2024-01-01T00:00:00', '2024-03-01T00:00:00'), PT5M: at('2024-01-31T00:00:00', '2024-03-31T00:00:00') });
  });

  it('filters, measures and limits series', () => expect(told).toMatchObject({ chart: [['CA', 2_125, expect.any(Number), 2_125], ['NY', 1_462, expect.any(Number), 1_462]], series: expect.any(Number), choices: ['basic', 'gold', 'silver'], refreshed: 200 }));

  it('draws of each what policy lets him see, also of a virtual dataset', () => {
    expect(told).toMatchObject({ counted: [[[100_000]], [[18_985]]], charted: [['CA', expect.stringMatching(/^\*{4}-\*{4}-\*{4}-\d{4}$/), expect.any(Number)]] });
  });

  it('answers as whoever looks where a database acts for its viewers', () => expect(told['impersonated']).toEqual([['amir', 18_985, 1, 64]]));

  it('makes tables and views, and takes a file, in a depot that is managed', () => {
    expect(told).toMatchObject({
      made: [200, 200, 200], upload: [201, { message: 'OK' }], definition: [200, { view: null }],
      inside: [[['table', 'made_table'], ['table', 'words'], ['view', 'made_view']], [[1, 'x'], [1, 'x']], [[1, 'one'], [2, "it's two"]]],
    });
  });
});
