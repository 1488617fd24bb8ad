import { eventually } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { ask, catalog, catalogued, lake, type Outcome, stopWorld, world } from './support/gateway.js';
import { amir, done, failed, hash, olivia, startWriting } from './support/writers.js';

beforeAll(startWriting, 180_000);
afterAll(stopWorld);
// Each write is flushed to the disk, which takes its time on a busy machine.
jest.setTimeout(120_000);

describe('a managed depot', () => {
  it('takes a table from a query, more rows, another name, and lets it go', async () => {
    expect(await done(olivia("CREATE TABLE t AS SELECT passenger_id AS id, flight, CAST(delay AS decimal(10,2)) AS late, TIMESTAMP '2026-01-02 03:04:05.678' AS seen FROM flights.air.flights WHERE passenger_id <= 100"))).toEqual([[100]]);
    const { rows, columns } = await olivia('SELECT count(*), max(late), min(seen), max(id) FROM t');
    expect([rows, columns.map(({ type }) => type)]).toEqual([[[100, '59.00', '2026-01-02 03:04:05.678', 100]], ['bigint', 'decimal(10,2)', 'timestamp', 'bigint']]);
    expect(await done(olivia("INSERT INTO t (flight, id) VALUES ('X', 1), ('Y', 2)"))).toEqual([[2]]);
    expect(await done(olivia('SELECT id, flight, late FROM t WHERE late IS NULL ORDER BY id'))).toEqual([[1, 'X', null], [2, 'Y', null]]);
    expect(await done(olivia('INSERT INTO t SELECT * FROM t'))).toEqual([[102]]);
    await done(olivia('ALTER TABLE t RENAME TO u'));
    expect(await failed(olivia('SELECT * FROM t'))).toBe('TABLE_NOT_FOUND');
    expect(await done(olivia('SELECT count(*) FROM u'))).toEqual([[204]]);
    expect(await done(olivia("SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = 'olivia'"))).toEqual([['u', 'BASE TABLE']]);
    expect(await done(olivia("SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'olivia' AND table_name = 'u' ORDER BY ordinal_position"))).toEqual([['id', 'bigint'], ['flight', 'varchar'], ['late', 'decimal(10,2)'], ['seen', 'timestamp(3)']]);
    expect(await failed(olivia('DROP SCHEMA olivia'))).toBe('SCHEMA_NOT_EMPTY');
    await done(olivia('DROP TABLE u'));
    await done(olivia('DROP TABLE IF EXISTS u'));
    expect([await failed(olivia('DROP TABLE u')), await failed(olivia('SELECT * FROM u'))]).toEqual(['TABLE_NOT_FOUND', 'TABLE_NOT_FOUND']);
    expect(readdirSync(path.join(lake, 'olivia'))).toEqual([]);
  });

  it('makes an empty table with its types, and seeds it by a prepared statement', async () => {
    await done(olivia('CREATE TABLE seed (id integer, name varchar, score double, born date)'));
    expect(await done(olivia('SELECT count(*) FROM seed'))).toEqual([[0]]);
    expect(await done(olivia("EXECUTE IMMEDIATE 'INSERT INTO seed VALUES (?, ?, ?, ?), (2, ''b'', 2.5, DATE ''2024-01-02'')' USING 1, 'it''s', DECIMAL '1.5', DATE '2024-01-01'"))).toEqual([[2]]);
    expect(await done(olivia('SELECT * FROM seed ORDER BY id'))).toEqual([[1, "it's", 1.5, '2024-01-01'], [2, 'b', 2.5, '2024-01-02']]);
    expect(await done(olivia("INSERT INTO seed (id, score) VALUES (DECIMAL '2.6', DECIMAL '601.25')"))).toEqual([[1]]);
    expect(await done(olivia('SELECT id, score FROM seed WHERE name IS NULL'))).toEqual([[3, 601.25]]);
    expect([await failed(olivia("INSERT INTO seed (score) VALUES ('x')")), await failed(olivia('INSERT INTO seed (id) VALUES (2.5e0)')), await failed(olivia('INSERT INTO seed (id) VALUES (3000000000)'))]).toEqual(['TYPE_MISMATCH', 'NOT_SUPPORTED', 'INVALID_CAST_ARGUMENT']);
    await done(olivia('CREATE TABLE IF NOT EXISTS seed AS SELECT 1 AS x'));
    expect(await done(olivia('SELECT count(*) FROM seed'))).toEqual([[3]]);
    await done(olivia('DROP TABLE seed'));
  });

  it.each([
    ['CREATE TABLE a AS SELECT 1', 'MISSING_COLUMN_NAME'], ['CREATE TABLE a AS SELECT 1 AS x, 2 AS X', 'DUPLICATE_COLUMN_NAME'], ['CREATE TABLE a AS SELECT NULL AS x', 'COLUMN_TYPE_UNKNOWN'], ['CREATE TABLE nowhere.a AS SELECT 1 AS x', 'SCHEMA_NOT_FOUND'],
    ['CREATE OR REPLACE TABLE IF NOT EXISTS a AS SELECT 1 AS x', 'SYNTAX_ERROR'], ['CREATE OR REPLACE TABLE flights.air.flights AS SELECT 1 AS x', 'NOT_SUPPORTED'], ['CREATE TABLE a (x integer NOT NULL)', 'NOT_SUPPORTED'], ["CREATE TABLE a WITH (format = 'ORC') AS SELECT 1 AS x", 'NOT_SUPPORTED'], ['CREATE TABLE flights.air.a AS SELECT 1 AS x', 'NOT_SUPPORTED'], ['CREATE TABLE crm.public.a AS SELECT 1 AS x', 'NOT_SUPPORTED'],
    ['CREATE TABLE "../a" AS SELECT 1 AS x', 'NOT_SUPPORTED'], ['CREATE TABLE ".stage-a" AS SELECT 1 AS x', 'NOT_SUPPORTED'], ['CREATE SCHEMA lake."..".x', 'SYNTAX_ERROR'], ['CREATE SCHEMA lake.".."', 'NOT_SUPPORTED'], ['CREATE TABLE information_schema.a AS SELECT 1 AS x', 'PERMISSION_DENIED'],
    ['DELETE FROM a', 'TABLE_NOT_FOUND'], ['UPDATE a SET x = 1', 'TABLE_NOT_FOUND'], ['TRUNCATE TABLE a', 'TABLE_NOT_FOUND'], ['MERGE INTO a USING a b ON true WHEN MATCHED THEN DELETE', 'TABLE_NOT_FOUND'], ['MERGE INTO flights.air.flights USING (VALUES 1) b (x) ON true WHEN MATCHED THEN DELETE', 'NOT_SUPPORTED'], ['DELETE FROM flights.air.flights', 'NOT_SUPPORTED'], ['UPDATE crm.public.passengers SET id = 1', 'NOT_SUPPORTED'], ['INSERT INTO nothing VALUES (1)', 'TABLE_NOT_FOUND'], ['CREATE TABLE a AS SELECT 1 / 0 AS x', 'DIVISION_BY_ZERO'], ['CREATE TABLE a AS SELECT x FROM missing', 'TABLE_NOT_FOUND'],
  ])('refuses %s', async (sql, error) => {
    const before = readdirSync(path.join(lake, 'olivia'));
    expect(await failed(olivia(sql))).toBe(error);
    expect(readdirSync(path.join(lake, 'olivia'))).toEqual(before);
  });

  it('gives one name to one of two that want it', async () => {
    const both = await Promise.all([1, 2, 3].map((n) => olivia(`CREATE TABLE race AS SELECT ${n} AS n`)));
    expect(both.map(({ error }) => error?.errorName ?? 'made').toSorted()).toEqual(['TABLE_ALREADY_EXISTS', 'TABLE_ALREADY_EXISTS', 'made']);
    expect(await failed(olivia('CREATE VIEW race AS SELECT 1 AS x'))).toBe('TABLE_ALREADY_EXISTS');
    expect(await failed(olivia("INSERT INTO race VALUES ('text')"))).toBe('TYPE_MISMATCH');
    expect(await failed(olivia('INSERT INTO race (nope) VALUES (1)'))).toBe('COLUMN_NOT_FOUND');
    await done(olivia('DROP TABLE race'));
  });

  it('asks policy for what is changed', async () => {
    await done(olivia('CREATE TABLE closed.t AS SELECT 1 AS x'));
    expect(await failed(amir('CREATE TABLE closed.a AS SELECT 1 AS x'))).toBe('PERMISSION_DENIED');
    expect(await failed(amir('INSERT INTO closed.t VALUES (1)'))).toBe('PERMISSION_DENIED');
    expect(await failed(amir('DROP TABLE closed.t'))).toBe('PERMISSION_DENIED');
    expect(await failed(amir('ALTER TABLE closed.t RENAME TO amir.t'))).toBe('PERMISSION_DENIED');
    expect(await failed(amir('CREATE VIEW closed.v AS SELECT 1 AS x'))).toBe('PERMISSION_DENIED');
    expect(await failed(amir('CREATE SCHEMA lake.other'))).toBe('went through');
    expect(await failed(ask('otto', 'CREATE TABLE amir.o AS SELECT * FROM crm.public.passengers', { catalog: 'lake', schema: 'amir' }))).toBe('PERMISSION_DENIED');
    await done(olivia('DROP TABLE closed.t'));
  });
});

describe('rows that are changed', () => {
  const all = (name = 'olivia.numbers'): Promise<unknown[][]> => done(olivia(`SELECT n, mail FROM ${name} ORDER BY n`));
  const made = 'CREATE TABLE olivia.numbers AS SELECT n, mail FROM (VALUES (1, CAST(NULL AS varchar)), (2, \'b\'), (3, \'c\')) AS v (n, mail)';

  it('are removed, set and emptied, with their number as the answer; the table stays what it is', async () => {
    await done(olivia(made));
    await done(olivia("INSERT INTO numbers VALUES (4, 'd'), (5, 'e')"));
    expect(await done(olivia('DELETE FROM numbers WHERE n > 3 AND mail <> \'e\''))).toEqual([[1]]);
    expect(await done(olivia("UPDATE numbers SET mail = coalesce(mail, 'none') || '!', n = n + 10 WHERE n IN (SELECT passenger_id FROM flights.air.flights WHERE passenger_id < 3)"))).toEqual([[2]]);
    expect(await all()).toEqual([[3, 'c'], [5, 'e'], [11, 'none!'], [12, 'b!']]);
    expect(await done(olivia('UPDATE numbers SET n = (SELECT min(id) FROM crm.public.passengers) WHERE mail = \'e\''))).toEqual([[1]]);
    expect(await done(olivia('DELETE FROM numbers WHERE mail IS NULL'))).toEqual([[0]]);
    await done(olivia("EXECUTE IMMEDIATE 'DELETE FROM numbers WHERE n = ?' USING 1"));
    expect(await all()).toEqual([[3, 'c'], [11, 'none!'], [12, 'b!']]);
    await done(olivia('INSERT INTO numbers SELECT * FROM numbers WHERE n = 3'));
    expect(await done(olivia('SELECT count(*) FROM numbers'))).toEqual([[4]]);
    await done(olivia('TRUNCATE TABLE numbers'));
    expect([await all(), await done(olivia('DESCRIBE numbers'))]).toEqual([[], [['n', 'integer', '', ''], ['mail', 'varchar', '', '']]]);
    expect(readdirSync(path.join(lake, 'olivia', 'numbers')).length).toBe(1);
    await done(olivia('DROP TABLE numbers'));
  });

  it.each([
    ["UPDATE numbers SET n = 'x'", 'TYPE_MISMATCH'], ['UPDATE numbers SET m = 1', 'COLUMN_NOT_FOUND'], ['UPDATE numbers SET n = 1, n = 2', 'SYNTAX_ERROR'], ['DELETE FROM numbers WHERE m = 1', 'COLUMN_NOT_FOUND'], ['UPDATE numbers SET n = 3000000000', 'INVALID_CAST_ARGUMENT'],
    ['UPDATE numbers SET n = 1 / (n - 1)', 'DIVISION_BY_ZERO'], ['UPDATE numbers SET n = max(n)', 'EXPRESSION_NOT_AGGREGATE'], ['DELETE FROM numbers WHERE n IN (SELECT x FROM olivia.missing)', 'TABLE_NOT_FOUND'],
  ])('are all as before where %s fails', async (sql, error) => {
    await done(olivia(made));
    const before = await all();
    const folders = readdirSync(path.join(lake, 'olivia'));
    expect(await failed(olivia(sql))).toBe(error);
    expect([await all(), readdirSync(path.join(lake, 'olivia'))]).toEqual([before, folders]);
    await done(olivia('DROP TABLE numbers'));
  });

  it('are never lost to another statement at the same time: it adds to what is there, or is told to try again', async () => {
    await done(olivia('CREATE TABLE olivia.shared AS SELECT CAST(0 AS bigint) AS n'));
    const results = await Promise.all(Array.from({ length: 8 }, async (_, index) => (index % 2 === 0
      ? { added: index + 1, error: (await olivia(`INSERT INTO shared VALUES (${index + 1})`)).error?.errorName }
      : { raised: 100, error: (await olivia('UPDATE shared SET n = n + 100 WHERE n < 100000')).error?.errorName })));
    const rows = (await done(olivia('SELECT n FROM shared'))).map(([n]) => Number(n));
    expect(rows.map((n) => n % 100).toSorted((a, b) => a - b)).toEqual([0, ...results.flatMap((one) => ('added' in one && one.error === undefined ? [one.added] : []))].toSorted((a, b) => Number(a) - Number(b)));
    expect(results.filter((one) => 'added' in one).map(({ error }) => error)).toEqual([undefined, undefined, undefined, undefined]);
    const raised = results.filter((one) => 'raised' in one);
    expect(raised.every(({ error }) => error === undefined || error === 'TRANSACTION_CONFLICT' || error === 'GENERIC_EXTERNAL')).toBe(true);
    // The first row was raised by each that went through, and by no other.
    expect(rows.filter((n) => n % 100 === 0)).toEqual([100 * raised.filter(({ error }) => error === undefined).length]);
    await done(olivia('DROP TABLE shared'));
  });

  it('are only those of whom nothing is hidden, and who may write and delete: all others change nothing', async () => {
    await done(olivia('CREATE TABLE amir.filtered AS SELECT n, CAST(n AS varchar) AS mail FROM (VALUES 1, 2, 3) AS v (n)'));
    await done(olivia('CREATE TABLE amir.masked AS SELECT id AS n, email AS mail FROM crm.public.passengers WHERE id < 3'));
    await done(olivia('CREATE TABLE closed.numbers AS SELECT 1 AS n, CAST(2 AS varchar) AS mail'));
    for (const name of ['filtered', 'masked']) {
      const before = await all(`amir.${name}`);
      for (const sql of [`DELETE FROM ${name} WHERE n = 1`, `DELETE FROM ${name}`, `TRUNCATE TABLE ${name}`, `UPDATE ${name} SET n = 1 WHERE n = 2`, `UPDATE ${name} SET mail = 'x'`]) {
        expect([sql, (await amir(sql)).error]).toEqual([sql, expect.objectContaining({ errorName: 'NOT_SUPPORTED', message: expect.stringMatching(/of a table of which policy hides something from you is not supported$/) })]);
      }
      expect(await all(`amir.${name}`)).toEqual(before);
    }
    for (const sql of ['DELETE FROM closed.numbers', 'TRUNCATE TABLE closed.numbers', "UPDATE closed.numbers SET mail = 'x'"]) expect(await failed(amir(sql))).toBe('PERMISSION_DENIED');
    expect(await failed(ask('otto', 'DELETE FROM lake.amir.filtered'))).toBe('PERMISSION_DENIED');
    expect(await all('closed.numbers')).toEqual([[1, '2']]);
    for (const name of ['amir.filtered', 'amir.masked', 'closed.numbers']) await done(olivia(`DROP TABLE ${name}`));
  });

  it('see masked values in what else they read, and carry its tags', async () => {
    await done(amir('CREATE TABLE mine AS SELECT CAST(id AS bigint) AS n, CAST(NULL AS varchar) AS mail FROM crm.public.passengers WHERE id IN (2, 4)'));
    expect(await done(amir("DELETE FROM mine WHERE n IN (SELECT id FROM crm.public.passengers WHERE email = 'p2@example.org')"))).toEqual([[0]]);
    expect(await done(amir('UPDATE mine SET mail = (SELECT max(email) FROM crm.public.passengers p WHERE p.id = n) WHERE n = 2'))).toEqual([[1]]);
    expect(await done(olivia('SELECT mail FROM amir.mine WHERE n = 2'))).toEqual([[hash('p2@example.org')]]);
    await done(olivia("UPDATE amir.mine SET mail = (SELECT max(email) FROM crm.public.passengers p WHERE p.id = n)"));
    expect(await done(amir('SELECT mail FROM mine ORDER BY n'))).toEqual([2, 4].map((id) => [hash(`p${id}@example.org`)]));
    await done(olivia('DROP TABLE amir.mine'));
  });

  it('are on record, refused or not', async () => {
    await done(olivia(made));
    const recordOf = async (outcome: Promise<Outcome>): Promise<object> => world.gateway.client('key-olivia').getQuery({ params: { id: (await outcome).id } });
    const address = 'dataos://lake:olivia/numbers';
    expect(await recordOf(olivia("UPDATE numbers SET Mail = 'x' WHERE n = 1"))).toMatchObject({ statement: 'update', state: 'FINISHED', writes: [{ address, columns: ['mail'] }], tables: [{ address }] });
    expect(await recordOf(olivia('DELETE FROM numbers WHERE n = 1'))).toMatchObject({ statement: 'delete', state: 'FINISHED', writes: [{ address, columns: [] }] });
    expect(await recordOf(olivia('TRUNCATE TABLE numbers'))).toMatchObject({ statement: 'truncate', state: 'FINISHED', writes: [{ address, columns: [] }] });
    expect(await recordOf(amir('DELETE FROM closed.t'))).toMatchObject({ state: 'FAILED', error: { name: 'PERMISSION_DENIED' }, writes: [{ address: 'dataos://lake:closed/t', columns: [] }] });
    await done(olivia('DROP TABLE numbers'));
  });
});

describe('the audit', () => {
  const about = async (outcome: Promise<Outcome>): Promise<object> => {
    const { statement, state, tables, writes, error } = await world.gateway.client('key-olivia').getQuery({ params: { id: (await outcome).id } });
    return { statement, state, read: tables.map(({ address }) => address), writes, ...(error === undefined ? {} : { error: error.name }) };
  };
  const table = (name: string, ...columns: string[]): object => ({ address: `dataos://lake:olivia/${name}`, columns });
  const flights = 'dataos://flights:air/flights';

  it('names what each statement wrote, beside what it read', async () => {
    expect(await about(olivia('CREATE TABLE kept AS SELECT passenger_id AS Id, flight FROM flights.air.flights WHERE passenger_id < 3'))).toEqual({ statement: 'create-table-as', state: 'FINISHED', read: [flights], writes: [table('kept', 'id', 'flight')] });
    expect(await about(olivia('INSERT INTO kept (ID) SELECT passenger_id FROM flights.air.flights LIMIT 1'))).toEqual({ statement: 'insert', state: 'FINISHED', read: [flights], writes: [table('kept', 'id')] });
    expect(await about(olivia("INSERT INTO kept VALUES (9, 'x')"))).toEqual({ statement: 'insert', state: 'FINISHED', read: [], writes: [table('kept', 'id', 'flight')] });
    expect(await about(olivia('CREATE VIEW seen AS SELECT flight FROM kept'))).toEqual({ statement: 'create-view', state: 'FINISHED', read: ['dataos://lake:olivia/kept'], writes: [table('seen', 'flight')] });
    expect(await about(olivia('CREATE TABLE bare (a bigint)'))).toEqual({ statement: 'create-table', state: 'FINISHED', read: [], writes: [table('bare', 'a')] });
    expect(await about(olivia('ALTER TABLE bare RENAME TO named'))).toEqual({ statement: 'alter-table', state: 'FINISHED', read: [], writes: [table('bare'), table('named')] });
    expect(await about(olivia('DROP VIEW seen'))).toEqual({ statement: 'drop', state: 'FINISHED', read: [], writes: [table('seen')] });
    expect(await about(olivia('CREATE SCHEMA lake.brief'))).toEqual({ statement: 'create-schema', state: 'FINISHED', read: [], writes: [{ address: 'dataos://lake:brief', columns: [] }] });
    await done(olivia('DROP SCHEMA lake.brief'));
    await done(olivia('DROP TABLE named'));
  });

  it('says that nothing was written where nothing was, and what was meant where it was refused', async () => {
    expect(await about(olivia('CREATE TABLE IF NOT EXISTS kept AS SELECT 1 AS x'))).not.toHaveProperty('writes', expect.anything());
    expect(await about(olivia('DROP TABLE IF EXISTS missing'))).not.toHaveProperty('writes', expect.anything());
    expect(await about(olivia('SELECT * FROM kept'))).not.toHaveProperty('writes', expect.anything());
    expect(await about(amir('INSERT INTO closed.t (x) VALUES (1)'))).toMatchObject({ state: 'FAILED', error: 'PERMISSION_DENIED', writes: [{ address: 'dataos://lake:closed/t', columns: ['x'] }] });
    expect(await about(olivia('DROP TABLE missing'))).toMatchObject({ state: 'FAILED', error: 'TABLE_NOT_FOUND', writes: [table('missing')] });
    expect(await about(olivia('CREATE SCHEMA a.b.c'))).toMatchObject({ state: 'FAILED', error: 'SYNTAX_ERROR' });
  });

  it('is searched by what was written, and tells it in the events', async () => {
    await done(olivia('DROP TABLE kept'));
    const auditor = world.gateway.client('key-olivia');
    const { items } = await auditor.listQueries({ query: { written: 'dataos://lake:olivia/kept' } });
    expect(items.map(({ sql }) => sql.split(' ').slice(0, 2).join(' '))).toEqual(['DROP TABLE', 'INSERT INTO', 'INSERT INTO', 'CREATE TABLE']);
    expect(items[0]?.writes).toEqual([table('kept')]);
    expect((await world.gateway.client('key-amir').listQueries({ query: { written: 'dataos://lake:olivia/kept' } })).items).toEqual([]);
    const envelopes = await world.gateway.get(DataSource).query('SELECT envelope FROM event_log UNION SELECT envelope FROM outbox') as { envelope: { type: string; subject: string; data: { writes?: object } } }[];
    const events = envelopes.map(({ envelope }) => envelope).filter(({ type, subject }) => type === 'query.finished' && subject === items[0]?.id);
    expect(events.map(({ data }) => data.writes)).toEqual([[table('kept')]]);
  });
});

describe('a table made from data under policy', () => {
  it('holds what its maker could see, and nothing more', async () => {
    await done(amir('CREATE TABLE mine AS SELECT id, birth_date, state FROM crm.public.passengers WHERE id <= 4'));
    expect(await done(olivia('SELECT * FROM amir.mine ORDER BY id'))).toEqual([[2, '1980-01-01', 'CA'], [4, '1980-01-01', 'CA']]);
    await done(amir('DROP TABLE mine'));
  });

  it('takes the tags of what its columns were computed from, before anybody can read it, until the catalog has them', async () => {
    catalog.down = true;
    await done(olivia("CREATE TABLE amir.copy AS SELECT id, lower(p.email) AS mail, (SELECT max(q.email) FROM crm.public.passengers q WHERE q.id = p.id) AS who, 'x' AS plain FROM (SELECT * FROM crm.public.passengers WHERE id = 3) p"));
    expect(await done(olivia('SELECT * FROM amir.copy'))).toEqual([[3, 'p3@example.org', 'p3@example.org', 'x']]);
    expect(await done(amir('SELECT * FROM copy'))).toEqual([[3, hash('p3@example.org'), hash('p3@example.org'), 'x']]);
    catalog.down = false;
    await eventually(async () => expect(catalogued.get('dataos://lake:amir/copy')).toEqual({ mail: ['PII.Email'], who: ['PII.Email'] }), { timeoutMs: 45_000 });
    expect(catalog.scans).toContain('lake ^amir$ ^copy$');
    // A query asks catalog and gateway at once: were they taken from here at the moment they come there, an older answer of the one and a newer of the other would show the column.
    await eventually(async () => expect(await world.gateway.get(DataSource).query("SELECT payload ->> 'name' AS name FROM graphile_worker._private_jobs WHERE key = 'lake-handed-over:lake.amir.copy' AND run_at > now() + interval '30 s'")).toEqual([{ name: 'lake.amir.copy' }]));
    expect(await world.gateway.get(DataSource).query("SELECT column_tags FROM lake_relation WHERE name = 'lake.amir.copy'")).toEqual([{ column_tags: { mail: ['PII.Email'], who: ['PII.Email'] } }]);
    await world.gateway.get(DataSource).query("UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key = 'lake-handed-over:lake.amir.copy'");
    await eventually(async () => expect(await world.gateway.get(DataSource).query("SELECT column_tags FROM lake_relation WHERE name = 'lake.amir.copy'")).toEqual([{ column_tags: {} }]), { timeoutMs: 20_000 });
    expect(await done(amir('SELECT mail FROM copy'))).toEqual([[hash('p3@example.org')]]);
  }, 120_000);

  it('takes tags that only heimdall keeps as well, and keeps them under another name', async () => {
    catalog.down = true;
    world.heimdall.kept = { 'dataos://crm:public/passengers': { name: ['PII.Email'] } };
    await done(olivia('CREATE TABLE amir.names AS SELECT id, upper(name) AS who FROM crm.public.passengers WHERE id = 3'));
    expect(await done(amir('SELECT * FROM names'))).toEqual([[3, hash('P3')]]);
    world.heimdall.kept = { 'dataos://lake:amir/plain': { n: ['PII.Email'] } };
    await done(olivia("CREATE TABLE amir.plain AS SELECT 'x' AS n"));
    await done(olivia('ALTER TABLE amir.plain RENAME TO amir.tagged'));
    expect(await done(amir('SELECT * FROM tagged'))).toEqual([[hash('x')]]);
    world.heimdall.kept = { 'dataos://lake:amir/seen': { n: ['PII.Email'] } };
    await done(olivia("CREATE VIEW amir.seen AS SELECT 'x' AS n, 'y' AS m"));
    await done(olivia('ALTER VIEW amir.seen RENAME TO amir.looked'));
    expect(await done(amir('SELECT * FROM looked'))).toEqual([[hash('x'), 'y']]);
    await done(olivia("CREATE OR REPLACE VIEW amir.looked AS SELECT 'z' AS n"));
    expect(await done(amir('SELECT * FROM looked'))).toEqual([[hash('z')]]);
    await done(olivia('DROP VIEW amir.looked'));
    world.heimdall.kept = {};
    catalog.down = false;
    for (const name of ['names', 'tagged']) await done(olivia(`DROP TABLE amir.${name}`));
  });

  it('keeps them under another name, and in rows that are added elsewhere', async () => {
    expect(await failed(amir('ALTER TABLE copy RENAME TO clear'))).toBe('PERMISSION_DENIED');
    await done(olivia('ALTER TABLE amir.copy RENAME TO amir.renamed'));
    expect(await done(amir('SELECT mail FROM renamed'))).toEqual([[hash('p3@example.org')]]);
    await done(olivia('CREATE TABLE amir.plain (n bigint, mail varchar)'));
    await done(olivia('INSERT INTO amir.plain (mail, n) SELECT mail, id FROM amir.renamed'));
    expect(await done(amir('SELECT n, mail FROM plain'))).toEqual([[3, hash('p3@example.org')]]);
    for (const name of ['renamed', 'plain']) await done(olivia(`DROP TABLE amir.${name}`));
  });

  it('shows nobody what is written into it between the decision of his query and its reading', async () => {
    await done(olivia('CREATE TABLE amir.plain AS SELECT CAST(0 AS bigint) AS n, CAST(\'x\' AS varchar) AS mail'));
    world.heimdall.meanwhile = async () => { await done(olivia('INSERT INTO amir.plain SELECT id, email FROM crm.public.passengers WHERE id = 3')); };
    expect(await done(amir('SELECT mail FROM plain WHERE n = 3'))).toEqual([[hash('p3@example.org')]]);
    // Rows that bring no tag are read, whenever they come.
    world.heimdall.meanwhile = async () => { await done(olivia("INSERT INTO amir.plain VALUES (4, 'z')")); };
    expect(await done(olivia('SELECT mail FROM amir.plain WHERE n = 4'))).toEqual([['z']]);
    await done(olivia('DROP TABLE amir.plain'));
  });

  it('takes no rows from whom policy hides some', async () => {
    await done(olivia('CREATE TABLE amir.filtered AS SELECT n FROM (VALUES 1, 2, 3) AS v (n)'));
    expect(await done(amir('SELECT count(*) FROM filtered'))).toEqual([[2]]);
    expect(await failed(amir('INSERT INTO filtered VALUES (9)'))).toBe('NOT_SUPPORTED');
    expect(await failed(amir('ALTER TABLE filtered RENAME TO all_of_it'))).toBe('PERMISSION_DENIED');
    await done(olivia('DROP TABLE amir.filtered'));
  });
});

describe('a view', () => {
  const made = 'CREATE OR REPLACE VIEW olivia.people SECURITY DEFINER AS SELECT id, email, state FROM crm.public.passengers WHERE id <= 4';
  it('shows each reader what that reader may see, whoever made it', async () => {
    await done(olivia(made));
    expect(await done(olivia('SELECT id, email FROM people ORDER BY id'))).toEqual([1, 2, 3, 4].map((id) => [id, `p${id}@example.org`]));
    expect(await done(amir('SELECT id, email FROM olivia.people ORDER BY id'))).toEqual([2, 4].map((id) => [id, hash(`p${id}@example.org`)]));
    expect(await done(amir("SELECT count(*) FROM olivia.people WHERE email LIKE 'p%@example.org'"))).toEqual([[0]]);
    expect(await failed(ask('otto', 'SELECT * FROM lake.olivia.people'))).toBe('PERMISSION_DENIED');
  });

  it('tells whom it is refused nothing of what it reads, there or not', async () => {
    await done(olivia('CREATE TABLE olivia.behind AS SELECT 1 AS n'));
    await done(olivia('CREATE VIEW olivia.front AS SELECT n FROM behind'));
    // What another reader was shown of it is foreseen for nobody else.
    await done(olivia('SELECT n FROM front'));
    const told = async (): Promise<string> => JSON.stringify([(await ask('otto', 'SELECT * FROM lake.olivia.front')).error?.message, (await ask('otto', 'EXPLAIN ACCESS SELECT * FROM lake.olivia.front')).rows]);
    expect(await told()).toContain('Cannot select from lake.olivia.front (');
    expect(await told()).not.toContain('behind');
    // Nor does a decision that the reader may look up.
    const asked = world.heimdall.calls.length;
    await told();
    expect(JSON.stringify(world.heimdall.calls.slice(asked))).not.toContain('behind');
    await done(olivia('DROP TABLE olivia.behind'));
    expect(await told()).not.toContain('behind');
    expect((await olivia('SELECT * FROM front')).error).toMatchObject({ errorName: 'TABLE_NOT_FOUND', message: expect.stringContaining('behind') });
    await done(olivia('DROP VIEW olivia.front'));
  });

  it('is decided with all that it reads at once, by whom it was read before', async () => {
    await done(olivia('CREATE TABLE olivia.behind AS SELECT 1 AS n'));
    await done(olivia('CREATE VIEW olivia.middle AS SELECT n FROM behind'));
    await done(olivia('CREATE VIEW olivia.front AS SELECT n FROM middle'));
    const decisionsOf = async (query: Promise<Outcome>): Promise<string[][]> => {
      const before = world.heimdall.calls.length;
      await query;
      return world.heimdall.calls.slice(before).filter(({ route }) => route === 'decideData').map(({ input }) => (input.body as { tables: { address: string }[] }).tables.map(({ address }) => address.split('/').at(-1) ?? ''));
    };
    const all = ['front', 'middle', 'behind'];
    expect(await decisionsOf(amir('SELECT n FROM olivia.front'))).toEqual([['front'], ['front', 'middle'], all]);
    expect(await decisionsOf(amir('SELECT n FROM olivia.front'))).toEqual([all]);
    // What stands behind it now was not foreseen.
    await done(olivia('CREATE OR REPLACE VIEW middle AS SELECT CAST(id AS integer) AS n FROM crm.public.passengers WHERE id = 2'));
    expect(await decisionsOf(amir('SELECT n FROM olivia.front'))).toEqual([all, ['front', 'middle', 'passengers']]);
    world.heimdall.denied.add('amir');
    const refused = amir('SELECT n FROM olivia.front');
    const asked = await decisionsOf(refused);
    world.heimdall.denied.delete('amir');
    expect(asked).toEqual([['front', 'middle', 'passengers'], ['front']]);
    expect((await refused).error?.message).toContain('Cannot select from lake.olivia.front (');
    for (const drop of ['VIEW front', 'VIEW middle', 'TABLE behind']) await done(olivia(`DROP ${drop}`));
  });

  it('may read views, and joins with tables; its own names are looked for where it was made', async () => {
    await done(olivia('CREATE VIEW olivia.nested AS SELECT p.state, count(*) AS n FROM people p JOIN people q ON q.id = p.id GROUP BY p.state'));
    expect(await done(olivia('SELECT * FROM nested ORDER BY 1'))).toEqual([['CA', 2], ['NY', 2]]);
    expect(await done(amir('SELECT n.n, f.flight FROM olivia.nested n JOIN flights.air.flights f ON f.passenger_id = n.n'))).toEqual([[2, 'F2']]);
    expect(await done(amir("SELECT table_name, table_type FROM lake.information_schema.tables WHERE table_schema = 'olivia' AND table_name <> 'seed' ORDER BY 1"))).toEqual([['nested', 'VIEW'], ['people', 'VIEW']]);
  });

  it.each([
    ['(SELECT 1 AS x) UNION ALL (SELECT 2)', 2], ['((SELECT 1 AS x))', 1], ['WITH a AS (SELECT 1 AS x) SELECT * FROM a ORDER BY x LIMIT 1', 1], ["SELECT x /* ) */ FROM (VALUES 1, 2) AS v (x) WHERE '\u{1F600}' <> ''", 2], ['VALUES 1, 2, 3', 0],
  ])('keeps its text as it was sent: %s', async (text, count) => {
    const made = await olivia(`/* \u{1F600} */ CREATE OR REPLACE VIEW shapes AS ${text} ;`);
    if (count === 0) return expect(made.error?.errorName).toBe('MISSING_COLUMN_NAME');
    expect(made.error).toBeUndefined();
    expect(await done(olivia('SELECT count(*) FROM shapes'))).toEqual([[count]]);
    await done(olivia('DROP VIEW shapes'));
  });

  it('cannot be a way to one clear column: not by a table made from it', async () => {
    await done(olivia('CREATE TABLE amir.from_view AS SELECT email AS mail FROM people WHERE id = 1'));
    expect(await done(amir('SELECT mail FROM from_view'))).toEqual([[hash('p1@example.org')]]);
    await done(olivia('DROP TABLE amir.from_view'));
  });

  it('is refused when it reads itself, or what became something else', async () => {
    expect(await failed(olivia('CREATE OR REPLACE VIEW people AS SELECT state, n AS STATE FROM nested'))).toBe('DUPLICATE_COLUMN_NAME');
    await done(olivia('CREATE OR REPLACE VIEW people AS SELECT state, n AS id FROM nested'));
    expect(await failed(olivia('SELECT * FROM people'))).toBe('VIEW_IS_RECURSIVE');
    await done(olivia('CREATE OR REPLACE VIEW people AS SELECT CAST(id AS varchar) AS id, CAST(1 AS integer) AS state FROM crm.public.passengers'));
    expect(await failed(olivia('SELECT * FROM nested'))).toBe('VIEW_IS_STALE');
    expect(await failed(olivia('DROP TABLE nested'))).toBe('TABLE_NOT_FOUND');
    await done(olivia('ALTER VIEW nested RENAME TO other'));
    for (const name of ['other', 'people']) await done(olivia(`DROP VIEW ${name}`));
    expect(await failed(olivia('SELECT * FROM people'))).toBe('TABLE_NOT_FOUND');
  });

  it('takes only what its maker may read', async () => {
    expect(await failed(ask('otto', 'CREATE VIEW lake.amir.v AS SELECT * FROM crm.public.passengers'))).toBe('PERMISSION_DENIED');
    expect(await failed(olivia('CREATE MATERIALIZED VIEW v AS SELECT 1 AS x'))).toBe('NOT_SUPPORTED');
  });
});
