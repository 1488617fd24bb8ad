import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { TrinoListener } from '../src/statements/trino-listener.js';
import { startWorld, stopWorld, world } from './support/gateway.js';

const run = promisify(execFile);
const here = path.join(import.meta.dirname, 'clients');
const openssl = spawnSync('openssl', ['version']).status === 0;
const python = ['python3', 'python'].find((command) => openssl && spawnSync(command, ['-c', 'import trino, sqlalchemy']).status === 0);
const jar = process.env['DATAOS_TEST_TRINO_JDBC'];
const java = jar !== undefined && openssl && spawnSync('java', ['-version']).status === 0;
let trusted: Record<string, string> = {};
const port = (): string => String(world.gateway.get<TrinoListener>(TrinoListener).port);

beforeAll(async () => {
  if (python === undefined && !java) return;
  // The clients send a key over TLS only, so the door speaks it here, with a certificate of the day.
  const folder = mkdtempSync(path.join(tmpdir(), 'minerva-tls-'));
  const [cert, key] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
  await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert]);
  trusted = { REQUESTS_CA_BUNDLE: cert, CURL_CA_BUNDLE: cert };
  await startWorld({ TRINO_TLS_CERT: cert, TRINO_TLS_KEY: key });
}, 300_000);
afterAll(stopWorld);

(python === undefined ? describe.skip : describe)(python === undefined ? 'not run: python3 with the packages trino and sqlalchemy, or openssl, is not here' : 'the Python client and SQLAlchemy', () => {
  const ask = async (user: string): Promise<Record<string, unknown>> => JSON.parse((await run(python ?? '', [path.join(here, 'client.py'), '127.0.0.1', port(), `key-${user}`, user], { env: { ...process.env, ...trusted, TZ: 'UTC' } })).stdout) as Record<string, unknown>;

  it('work unmodified', async () => {
    expect(await ask('olivia')).toEqual({
      types: ['2', 'P2', '1980-05-19', '2.50', '0.6666666666666666', 'False', '2026-01-02 03:04:05.678000+00:00'],
      zoned: ['Europe/Berlin', '1970-01-01 01:00:00+01:00', '1980-05-19 00:00:00+02:00', '2026-01-02 03:04:05.678000+00:00'],
      description: [['id', 'bigint'], ['spent', 'decimal(12,2)'], ['seen', 'timestamp(6) with time zone']],
      paged: 25_005, parameters: [[4]], legacy: [[6]],
      errors: [['TABLE_NOT_FOUND', 46, 'USER_ERROR'], ['COLUMN_NOT_FOUND', 47, 'USER_ERROR'], [expect.stringMatching(/SYNTAX_ERROR|NOT_SUPPORTED/), expect.any(Number), 'USER_ERROR'], ['DIVISION_BY_ZERO', 8, 'USER_ERROR']],
      transaction: [[5_001]], cancelled: true, schemas: ['information_schema', 'public'], tables: ['passengers'], views: [], has: [true, false],
      columns: [['id', 'BIGINT'], ['name', 'VARCHAR'], ['email', 'VARCHAR'], ['card_number', 'VARCHAR']], comment: { text: null }, pk: { constrained_columns: [], name: null },
      indexes: expect.anything(), bound: [[8, '10.00']], reflected: 10,
    });
  }, 300_000);

  it('show an analyst what policy lets through', async () => {
    expect(await ask('amir')).toMatchObject({ transaction: [[2_500]], bound: [[8, '10.00']], reflected: 5 });
  }, 300_000);
});

(java ? describe : describe.skip)(java ? 'the JDBC driver' : 'not run: DATAOS_TEST_TRINO_JDBC does not name the jar of trino-jdbc, or there is no java or openssl', () => {
  it.each(['true', 'false'])('works unmodified with explicitPrepare=%s', async (explicit) => {
    const { stdout } = await run('java', ['-Duser.timezone=UTC', '-cp', jar ?? '', path.join(here, 'JdbcClient.java'), `jdbc:trino://127.0.0.1:${port()}`, 'key-olivia', 'olivia', explicit]);
    expect(Object.fromEntries(stdout.trim().split('\n').map((line) => line.split('=', 2)))).toEqual({
      product: 'dataos-minerva', catalogs: 'crm flights system', schemas: 'public', tables: 'passengers', tabletypes: 'TABLE VIEW', keys: '',
      columns: expect.stringContaining('id:-5:19 name:12:2147483647'), types: '2 P2 1980-05-19 2.50 false 2026-01-02T03:04:05.678Z', meta: 'decimal(12,2) 12 2', prepared: '4', preparedshow: 'passengers',
      output: 'spent decimal(12,2)', streamed: '500000', error: expect.stringContaining('46 '), transaction: '5000',
    });
  }, 300_000);

  /** Metabase itself is not run here: these are the statements of its driver. */
  it('gets through what Metabase asks', async () => {
    const { stdout } = await run('java', ['-Duser.timezone=UTC', '-cp', jar ?? '', path.join(here, 'MetabaseCalls.java'), `jdbc:trino://127.0.0.1:${port()}`, 'key-olivia', 'olivia']);
    expect(Object.fromEntries(stdout.trim().split('\n').map((line) => line.split(/=(.*)/s, 2)))).toEqual({
      schemas: 'information_schema, public', schema: 'public', tables: 'passengers', privilege: 'passengers', zone: 'UTC', sample: '', rows: '4 CA',
      fields: 'id bigint, name varchar, email varchar, card_number varchar, birth_date date, state char(2), spent decimal(12,2), score double, active boolean, seen timestamp(6) with time zone',
      minute: '2026-01-02 03:04:00.000000 UTC 9', hour: '2026-01-02 03:00:00.000000 UTC 9', day: '2026-01-02 9', week: '2025-12-29 00:00:00.000000 UTC 9', sunday: '2025-12-28 00:00:00.000000 UTC 9',
      month: '2026-01-01 00:00:00.000000 UTC 9', zoned: '2026-01-01 00:00:00.000000 UTC 9', quarter: '2026-01-01 00:00:00.000000 UTC 9', year: '2026-01-01 00:00:00.000000 UTC 9',
      ofminute: '4 9', ofhour: '3 9', ofday: '2 9', ofday_of_year: '2 9', ofmonth: '1 9', ofquarter: '1 9', ofweek: '1 9', weekday: '6 9', bin: '0.0 9', since: '0', offset: '5000', moment: '5000', contains: '110', apart: '10 0',
      measures: '9 2 45 1 9 5 4.00 true', numbers: '2.0 8.0 3.0 1 3.5 42 ab 1970-01-01 00:00:00.000 UTC', page: '11 P11', nested: 'CA 2500',
      elsewhere: '2026-01-01 00:00:00.000000 US/Pacific',
    });
  }, 300_000);

  it('works where it tells another time zone', async () => {
    const { stdout } = await run('java', ['-Duser.timezone=Asia/Kolkata', '-cp', jar ?? '', path.join(here, 'MetabaseCalls.java'), `jdbc:trino://127.0.0.1:${port()}`, 'key-olivia', 'olivia']);
    expect(Object.fromEntries(stdout.trim().split('\n').map((line) => line.split(/=(.*)/s, 2)))).toMatchObject({ zone: 'Asia/Kolkata', hour: '2026-01-02 03:00:00.000000 UTC 9', elsewhere: '2026-01-01 00:00:00.000000 US/Pacific', moment: '5000' });
  }, 300_000);
});
