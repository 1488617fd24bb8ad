import { eventually } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { catalog, catalogued, lake, stopWorld, world } from './support/gateway.js';
import { amir, done, failed, hash, olivia, startWriting } from './support/writers.js';

beforeAll(startWriting, 180_000);
afterAll(stopWorld);
jest.setTimeout(120_000);

const query = <T>(sql: string, values: unknown[] = []): Promise<T[]> => world.gateway.get(DataSource).query<T[]>(sql, values);
const columnsOf = async (name: string): Promise<unknown[]> => (await done(olivia(`DESCRIBE ${name}`))).map(([column]) => column);

describe('a table that is replaced', () => {
  it('has other rows and other columns from then on, in one file; where there was none, it is made', async () => {
    expect(await done(olivia('CREATE OR REPLACE TABLE t AS SELECT * FROM (VALUES 1, 2, 3) AS v (a)'))).toEqual([[3]]);
    await done(olivia('INSERT INTO t VALUES 4'));
    expect(await done(olivia("CREATE OR REPLACE TABLE t (x, y) AS SELECT 'one', DATE '2026-01-01'"))).toEqual([[1]]);
    expect([await done(olivia('SELECT * FROM t')), await done(olivia('DESCRIBE t'))]).toEqual([[['one', '2026-01-01']], [['x', 'varchar', '', ''], ['y', 'date', '', '']]]);
    expect(readdirSync(path.join(lake, 'olivia', 't')).length).toBe(1);
    await done(olivia("INSERT INTO t VALUES ('two', NULL)"));
    await done(olivia("UPDATE t SET y = DATE '2026-01-02' WHERE x = 'two'"));
    expect(await done(olivia('SELECT x, y FROM t ORDER BY x'))).toEqual([['one', '2026-01-01'], ['two', '2026-01-02']]);
    await done(olivia('CREATE OR REPLACE TABLE t (n bigint)'));
    expect([await columnsOf('t'), await done(olivia('SELECT count(*) FROM t'))]).toEqual([['n'], [[0]]]);
    await done(olivia('CREATE OR REPLACE TABLE t AS SELECT 1 AS n WITH NO DATA'));
    expect(await done(olivia('SELECT count(*) FROM t'))).toEqual([[0]]);
    await done(olivia('ALTER TABLE t RENAME TO u'));
    expect(await columnsOf('u')).toEqual(['n']);
    await done(olivia('DROP TABLE u'));
    expect(readdirSync(path.join(lake, 'olivia'))).toEqual([]);
  });

  it('may be made from itself, once: not from rows that were other ones by then', async () => {
    await done(olivia('CREATE TABLE t AS SELECT n FROM (VALUES 1, 2, 3) AS v (n)'));
    await done(olivia('CREATE OR REPLACE TABLE t AS SELECT n * 10 AS n, n AS old FROM t WHERE n > 1'));
    expect(await done(olivia('SELECT n, old FROM t ORDER BY 1'))).toEqual([[20, 2], [30, 3]]);
    world.heimdall.meanwhile = async () => { await done(olivia('CREATE TABLE other AS SELECT 1 AS x')); };
    await done(olivia('CREATE OR REPLACE TABLE t AS SELECT n + 1 AS n FROM t'));
    expect(await done(olivia('SELECT n FROM t ORDER BY 1'))).toEqual([[21], [31]]);
    const both = await Promise.all([olivia('CREATE OR REPLACE TABLE t AS SELECT n + 1 AS n FROM t'), olivia('CREATE OR REPLACE TABLE t AS SELECT n + 1 AS n FROM t'), olivia('CREATE OR REPLACE TABLE t AS SELECT n + 1 AS n FROM t')]);
    const won = both.filter(({ error }) => error === undefined).length;
    expect(both.flatMap(({ error }) => (error === undefined || ['TRANSACTION_CONFLICT', 'GENERIC_EXTERNAL'].includes(error.errorName) ? [] : [error]))).toEqual([]);
    expect(await done(olivia('SELECT n FROM t ORDER BY 1'))).toEqual([[21 + won], [31 + won]]);
    for (const name of ['t', 'other']) await done(olivia(`DROP TABLE ${name}`));
  });

  it('stays as it is where the statement fails, is refused, or would replace something else', async () => {
    await done(olivia('CREATE TABLE t AS SELECT 1 AS a'));
    await done(olivia('CREATE VIEW v AS SELECT 1 AS a'));
    await done(olivia('CREATE TABLE closed.t AS SELECT 1 AS a'));
    await done(olivia('CREATE TABLE amir.filtered AS SELECT n FROM (VALUES 1, 2, 3) AS v (n)'));
    expect(await failed(olivia('CREATE OR REPLACE TABLE t AS SELECT 1 / 0 AS b'))).toBe('DIVISION_BY_ZERO');
    expect(await failed(olivia('CREATE OR REPLACE TABLE t AS SELECT 1'))).toBe('MISSING_COLUMN_NAME');
    expect(await failed(olivia('CREATE OR REPLACE TABLE v AS SELECT 1 AS b'))).toBe('TABLE_ALREADY_EXISTS');
    expect(await failed(olivia('CREATE OR REPLACE VIEW t AS SELECT 1 AS b'))).toBe('TABLE_ALREADY_EXISTS');
    expect(await failed(amir('CREATE OR REPLACE TABLE closed.t AS SELECT 2 AS a'))).toBe('PERMISSION_DENIED');
    expect(await failed(amir('CREATE OR REPLACE TABLE olivia.t AS SELECT 2 AS a'))).toBe('PERMISSION_DENIED');
    // Rows that policy hides would be lost to a copy of what is shown.
    expect(await amir('CREATE OR REPLACE TABLE filtered AS SELECT * FROM filtered')).toMatchObject({ error: { errorName: 'NOT_SUPPORTED', message: expect.stringContaining('of which policy hides something from you') } });
    expect(await done(olivia('SELECT a FROM t UNION ALL SELECT a FROM v UNION ALL SELECT a FROM closed.t'))).toEqual([[1], [1], [1]]);
    expect([await columnsOf('t'), await done(olivia('SELECT count(*) FROM amir.filtered'))]).toEqual([['a'], [[3]]]);
    expect(readdirSync(path.join(lake, 'olivia'))).toEqual(['t']);
    await done(amir('CREATE OR REPLACE TABLE filtered AS SELECT 7 AS n'));
    for (const name of ['t', 'closed.t', 'amir.filtered']) await done(olivia(`DROP TABLE ${name}`));
    await done(olivia('DROP VIEW v'));
  });

  it('takes no rows of a statement that was made for its former columns', async () => {
    await done(olivia('CREATE TABLE t AS SELECT 1 AS a'));
    await done(olivia('CREATE TABLE plain AS SELECT 5 AS z'));
    for (const late of ['INSERT INTO t SELECT z FROM plain', 'UPDATE t SET a = 9', 'DELETE FROM t WHERE a = 1', 'TRUNCATE TABLE t']) {
      await done(olivia('CREATE OR REPLACE TABLE t AS SELECT 1 AS a'));
      // What is asked ahead is asked about these columns then, and waited for.
      await done(olivia('SELECT * FROM t'));
      world.heimdall.meanwhile = async () => { await done(olivia("CREATE OR REPLACE TABLE t AS SELECT 'x' AS b")); };
      expect([late, await failed(olivia(late))]).toEqual([late, expect.stringMatching(/^(TRANSACTION_CONFLICT|COLUMN_NOT_FOUND|GENERIC_EXTERNAL)$/)]);
      expect([await columnsOf('t'), await done(olivia('SELECT * FROM t'))]).toEqual([['b'], [['x']]]);
    }
    for (const name of ['t', 'plain']) await done(olivia(`DROP TABLE ${name}`));
  });

  it('carries the tags of what its columns are made from, also for who was about to read it, and keeps those of columns that keep their name', async () => {
    catalog.down = true;
    await done(olivia("CREATE TABLE amir.plain AS SELECT 3 AS n, CAST('x' AS varchar) AS mail, CAST('y' AS varchar) AS who"));
    world.heimdall.meanwhile = async () => { await done(olivia('CREATE OR REPLACE TABLE amir.plain AS SELECT id AS n, email AS mail FROM crm.public.passengers WHERE id = 3')); };
    expect(await done(amir('SELECT * FROM plain'))).toEqual([[3, hash('p3@example.org')]]);
    await done(olivia("CREATE OR REPLACE TABLE amir.plain AS SELECT 'z' AS mail, 'w' AS more"));
    expect(await done(amir('SELECT * FROM plain'))).toEqual([[hash('z'), 'w']]);
    catalog.down = false;
    await eventually(async () => expect(catalogued.get('dataos://lake:amir/plain')).toEqual({ mail: ['PII.Email'] }), { timeoutMs: 45_000 });
    await done(olivia('DROP TABLE amir.plain'));
  });

  it('is on record, and forgets what came into the former one', async () => {
    await done(olivia('CREATE TABLE t AS SELECT passenger_id AS id FROM flights.air.flights WHERE passenger_id < 3'));
    const { id } = await olivia('CREATE OR REPLACE TABLE t AS SELECT id AS key FROM crm.public.passengers WHERE id < 3');
    const record = await world.gateway.client('key-olivia').getQuery({ params: { id } });
    expect(record).toMatchObject({ statement: 'create-table-as', state: 'FINISHED', writes: [{ address: 'dataos://lake:olivia/t', columns: ['key'] }], tables: [{ address: 'dataos://crm:public/passengers' }], trace: { output: { address: 'dataos://lake:olivia/t', change: 'create' } } });
    await done(olivia('DROP TABLE t'));
  });
});

describe('a reader in the middle of a replacement', () => {
  it('sees the former table or the new one, whole', async () => {
    const [first, second] = ["CREATE OR REPLACE TABLE t AS SELECT x AS a, 'first' AS kind FROM UNNEST(sequence(1, 1000)) AS u (x)", "CREATE OR REPLACE TABLE t AS SELECT 'second' AS kind, x AS b, x AS c FROM UNNEST(sequence(1, 500)) AS u (x)"];
    await done(olivia(first));
    let over = false;
    const seen = new Map<string, number>();
    const reading = (async () => {
      while (!over) {
        const { rows, columns, error } = await olivia('SELECT * FROM t');
        const what = error?.errorName ?? `${columns.map(({ name }) => name).join()} ${rows.length} ${[...new Set(rows.map((row) => row[columns.findIndex(({ name }) => name === 'kind')]))].join()}`;
        seen.set(what, (seen.get(what) ?? 0) + 1);
      }
    })();
    const whole = ['a,kind 1000 first', 'kind,b,c 500 second'];
    // Where a reader is slower than ten replacements it gets more of them, with time to read in between.
    for (let turn = 0; turn < 10 || (turn < 60 && !whole.every((what) => seen.has(what))); turn += 1) {
      await done(olivia(turn % 2 === 0 ? second : first));
      if (turn > 10) await new Promise((resolve) => setTimeout(resolve, 500));
    }
    over = true;
    await reading;
    // One that had opened none of the former files when they were removed says so, and answers nothing.
    expect([...seen.keys()].filter((what) => ![...whole, 'TRANSACTION_CONFLICT', 'GENERIC_EXTERNAL'].includes(what))).toEqual([]);
    expect(whole.every((what) => seen.has(what))).toBe(true);
    await done(olivia('DROP TABLE t'));
  });

  it('sees the former table where the gateway died before the file was there, and the new one where it died after; the next change goes on from there', async () => {
    await done(olivia('CREATE TABLE t AS SELECT 1 AS a'));
    const announced = "UPDATE lake_relation SET next = $2 WHERE name = $1";
    await query(announced, ['lake.olivia.t', { file: 'never.parquet', columns: [{ name: 'b', type: 'varchar' }] }]);
    expect([await columnsOf('t'), await done(olivia('SELECT * FROM t'))]).toEqual([['a'], [[1]]]);
    await done(olivia('INSERT INTO t VALUES 2'));
    expect(await done(olivia('SELECT a FROM t ORDER BY a'))).toEqual([[1], [2]]);
    await done(olivia("CREATE OR REPLACE TABLE t AS SELECT 'x' AS b"));
    // As it was between the rename and the end of the statement.
    const [file = ''] = readdirSync(path.join(lake, 'olivia', 't'));
    await query('UPDATE lake_relation SET next = $2, columns = $3 WHERE name = $1', ['lake.olivia.t', { file: file.replace(/^g\d+-/, ''), columns: [{ name: 'b', type: 'varchar' }] }, JSON.stringify([{ name: 'a', type: 'integer' }])]);
    expect([await columnsOf('t'), await done(olivia('SELECT * FROM t'))]).toEqual([['b'], [['x']]]);
    await done(olivia("UPDATE t SET b = 'y'"));
    expect([await columnsOf('t'), await done(olivia('SELECT * FROM t'))]).toEqual([['b'], [['y']]]);
    expect(await query('SELECT next, columns FROM lake_relation WHERE name = $1', ['lake.olivia.t'])).toEqual([{ next: null, columns: [{ name: 'b', type: 'varchar' }] }]);
    await done(olivia('DROP TABLE t'));
  });
});
