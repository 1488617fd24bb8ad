import { createTestDatabase, eventually, problemOf } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { copyFileSync, renameSync } from 'node:fs';
import pg from 'pg';
import { BasicAuth, Trino, type QueryResult } from 'trino-client';
import { TrinoListener } from '../src/statements/trino-listener.js';
import { ask, extraTables, flightsFile, startGateway, startWorld, stopWorld, tagged, world } from './support/gateway.js';
import { runAll } from './support/tables.js';

beforeAll(() => startWorld(), 120_000);
afterAll(stopWorld);

const passengers = 'crm.public.passengers';

describe('a Trino client through the gateway', () => {
  it('shows an operator clear values, typed as Trino types them', async () => {
    const { rows, columns: shown } = await ask('olivia', `SELECT * FROM ${passengers} WHERE id = 2`);
    expect(rows).toEqual([[2, 'P2', 'p2@example.org', '4111111111110002', '1980-05-19', 'CA', '2.50', 2 / 3, false, '2026-01-02 03:04:05.678 UTC']]);
    expect(shown.map(({ type }) => type)).toEqual(['bigint', 'varchar', 'varchar', 'varchar', 'date', 'varchar', 'decimal(12,2)', 'double', 'boolean', 'timestamp with time zone']);
  });

  it('shows JSON of a database as Trino writes it, and looks into it', async () => {
    const { rows, columns: shown } = await ask('olivia', 'SELECT * FROM crm.public.passengers_docs ORDER BY id');
    expect([rows, shown.map(({ type }) => type)]).toEqual([[[1, '{"a":{"x":[1,2.5]},"b":1}', '{"z":2}'], [2, '[1,2,3]', null], [3, null, null]], ['bigint', 'json', 'json']]);
    expect((await ask('olivia', "SELECT id, json_extract_scalar(doc, '$.a.x[1]'), json_array_length(doc) FROM crm.public.passengers_docs WHERE doc <> JSON '[1, 2]' ORDER BY id")).rows).toEqual([[1, '2.5', null], [2, null, 3]]);
  });

  it('shows an analyst masked values of the rows policy leaves', async () => {
    const { rows } = await ask('amir', `SELECT id, email, card_number, birth_date, state FROM ${passengers} ORDER BY id LIMIT 2`);
    expect(rows).toEqual([
      [2, createHash('sha256').update('p2@example.org').digest('hex'), '************0002', '1980-01-01', 'CA'],
      [4, expect.stringMatching(/^[0-9a-f]{64}$/), '************0004', '1980-01-01', 'CA'],
    ]);
    expect((await ask('amir', `SELECT count(*) FROM ${passengers}`)).rows).toEqual([[2500]]);
  });

  it.each([
    `SELECT id FROM ${passengers} WHERE email = 'p2@example.org'`,
    `SELECT id FROM ${passengers} WHERE birth_date = DATE '1980-05-19'`,
    `SELECT id FROM (SELECT * FROM ${passengers}) t WHERE card_number LIKE '4111%'`,
    `SELECT id FROM ${passengers} WHERE state = 'NY'`,
    `SELECT id FROM flights.air.flights f JOIN ${passengers} p ON p.id = f.passenger_id WHERE p.state <> 'CA'`,
  ])('a predicate sees what the analyst may see: %s', async (sql) => {
    const { rows, error } = await ask('amir', sql);
    expect({ rows, error }).toEqual({ rows: [] });
  });

  it('denies an outsider, naming the decision', async () => {
    const { error, rows, id } = await ask('otto', `SELECT count(*) FROM ${passengers}`);
    expect(error).toMatchObject({ errorName: 'PERMISSION_DENIED', message: expect.stringContaining('dataos why decision-otto') });
    expect(rows).toEqual([]);
    expect(await world.gateway.client('key-olivia').getQuery({ params: { id } })).toMatchObject({ state: 'FAILED', user: 'otto', decision: 'decision-otto', error: { name: 'PERMISSION_DENIED' } });
  });

  it('joins a database with files, pushing the filter to the database', async () => {
    const { rows, id } = await ask('amir', `SELECT f.flight, count(*) AS n FROM flights.air.flights f JOIN ${passengers} p ON p.id = f.passenger_id WHERE p.id <= 100 GROUP BY f.flight ORDER BY f.flight`);
    expect(rows).toEqual([['F0', 10], ['F1', 10], ['F2', 10], ['F3', 10], ['F4', 10]]);
    const record = await world.gateway.client('key-olivia').getQuery({ params: { id } });
    expect(record).toMatchObject({
      user: 'amir', state: 'FINISHED', cluster: 'air', source: 'test', decision: 'decision-amir', rows: 5, rowsRead: 50,
      tables: expect.arrayContaining([{ address: 'dataos://crm:public/passengers', columns: ['id'] }, { address: 'dataos://flights:air/flights', columns: ['flight', 'passenger_id'] }]),
      filters: [{ table: 'dataos://crm:public/passengers', column: 'state', operator: 'equals', policy: 'only-california' }],
      rewritten: expect.stringContaining('COPY (SELECT "id"::int8'), policies: expect.arrayContaining(['reads-amir', 'hide-email']),
    });
    expect(record.rewritten).not.toContain('email');
    expect(record.bytes).toBeGreaterThan(0);
  });

  it.each([
    ['olivia', `SELECT * FROM ${passengers} LIMIT 10`, 10, 10], ['olivia', `SELECT id, name FROM ${passengers} WHERE id > 10 AND birth_date > DATE '1980-01-01' OFFSET 5 LIMIT 5`, 5, 10],
    // What the database might judge differently, and what looks at every row, is fetched whole.
    ['olivia', `SELECT id FROM ${passengers} WHERE name <> 'P1' LIMIT 3`, 3, 5_001], ['olivia', `SELECT id FROM ${passengers} WHERE state = 'CA' LIMIT 3`, 3, 2_500],
    ['olivia', `SELECT count(*), sum(id + 1) FROM ${passengers} LIMIT 1`, 1, 5_001], ['olivia', `SELECT id FROM ${passengers} ORDER BY id LIMIT 1`, 1, 5_001], ['olivia', `SELECT state, id FROM ${passengers} WHERE id < 100 ORDER BY state LIMIT 1`, 1, 99],
    ['amir', `SELECT id FROM ${passengers} LIMIT 10`, 10, 2_500],
  ])('%s asks %s: %d rows, %d of them fetched', async (user, sql, rows, rowsRead) => {
    const answer = await ask(user, sql);
    expect(answer.rows).toHaveLength(rows);
    expect(await world.gateway.client('key-olivia').getQuery({ params: { id: answer.id } })).toMatchObject({ rows, rowsRead });
  });

  it('asks for one decision per query, with all tables, columns and tags', async () => {
    const before = world.heimdall.calls.length;
    await ask('amir', `SELECT 1 FROM ${passengers} a, ${passengers} b, flights.air.flights c LIMIT 1`);
    const calls = world.heimdall.calls.slice(before);
    expect(calls).toHaveLength(1);
    const { tables } = calls[0]?.input.body as { tables: { address: string; columns: { name: string; tags: string[] }[] }[] };
    expect(tables.map(({ address }) => address).toSorted()).toEqual(['dataos://crm:public/passengers', 'dataos://flights:air/flights']);
    expect(tables.find(({ address }) => address.includes('crm'))?.columns.find(({ name }) => name === 'email')?.tags).toEqual(['PII.Email']);
  });

  it('streams more than a page', async () => {
    const { rows } = await ask('olivia', `SELECT p.id, f.delay FROM ${passengers} p JOIN flights.air.flights f ON f.passenger_id = p.id ORDER BY 1`);
    expect(rows).toHaveLength(5_000);
    expect(rows[4_999]?.[0]).toBe(5_000);
  });

  it('keeps NULL and the empty text apart', async () => {
    expect((await ask('olivia', `SELECT name, email, spent FROM ${passengers} WHERE id = 9999`)).rows).toEqual([['', null, null]]);
  });

  it.each([
    ['SELECT * FROM crm.public.nothing', 'TABLE_NOT_FOUND'], ['SELECT * FROM nowhere.public.t', 'CATALOG_NOT_FOUND'], [`SELECT nothing FROM ${passengers}`, 'COLUMN_NOT_FOUND'],
    ['SELEC 1', 'SYNTAX_ERROR'], ['SELECT 1 1', 'SYNTAX_ERROR'], ['ANALYZE x', 'NOT_SUPPORTED'], ['TRUNCATE TABLE crm.public.passengers', 'NOT_SUPPORTED'], ['DROP TABLE crm.public.x', 'NOT_SUPPORTED'], ["SELECT * FROM read_text('/etc/passwd')", 'SYNTAX_ERROR'],
    ['SELECT 1/0', 'DIVISION_BY_ZERO'], [`SELECT CAST(name AS integer) FROM ${passengers}`, 'INVALID_CAST_ARGUMENT'], ['SELECT * FROM crm.information_schema.nothing', 'TABLE_NOT_FOUND'],
  ])('refuses %s with %s, and records it', async (sql, errorName) => {
    const { error, id } = await ask('olivia', sql);
    expect(error?.errorName).toBe(errorName);
    expect(await world.gateway.client('key-olivia').getQuery({ params: { id } })).toMatchObject({ sql, state: 'FAILED', error: { name: errorName } });
  });

  it.each([
    ['SELECT *\nFROM crm.public.nothing', "line 2:6: Table 'crm.public.nothing' does not exist", 2, 6], ['SELECT 1 FROM nowhere.public.t', "line 1:15: Catalog 'nowhere' not found", 1, 15],
    [`WITH t AS (SELECT id FROM ${passengers}) SELECT (SELECT max(id) FROM t), a.x FROM t JOIN flights.air.none a ON true`, "line 1:98: Table 'flights.air.none' does not exist", 1, 98],
    ['SELECT 1\nFROM crm.nowhere.t', "line 2:6: Schema 'nowhere' does not exist", 2, 6], [`SELECT 1 FROM ${passengers} p, flights.nowhere.t`, "line 1:40: Schema 'nowhere' does not exist", 1, 40],
    ['SELECT 1 FROM crm.information_schema.nothing', "line 1:15: Table 'crm.information_schema.nothing' does not exist", 1, 15], ['SELECT 1,\n  nosuch(2)', "line 2:3: Function 'nosuch' not registered", 2, 3],
  ])('says where in %s', async (sql, message, lineNumber, columnNumber) => {
    expect((await ask('olivia', sql)).error).toMatchObject({ message, errorLocation: { lineNumber, columnNumber } });
  });

  it.each([['EXPLAIN (TYPE IO, FORMAT JSON) SELECT 1', /EXPLAIN is not supported: plans and estimates tell of rows that policy hides/], [`SHOW STATS FOR ${passengers}`, /SHOW STATS is not supported: statistics tell/]])('refuses %s and says what there is instead', async (sql, message) => {
    expect((await ask('olivia', sql)).error).toMatchObject({ errorName: 'NOT_SUPPORTED', message: expect.stringMatching(message) });
  });

  it('says of a schema that is hidden from a user what it says of one that does not exist', async () => {
    const said = async (user: string, schema: string, sql: string): Promise<string> => JSON.stringify((await ask(user, sql.replaceAll('SCHEMA', schema))).error).replaceAll(schema, 'SCHEMA');
    for (const sql of ['SELECT * FROM crm.SCHEMA.nothing', 'DESCRIBE crm.SCHEMA.nothing', 'SHOW TABLES FROM crm.SCHEMA', 'USE crm.SCHEMA', 'SELECT 1 WHERE EXISTS (SELECT 1 FROM crm.SCHEMA.nothing)']) {
      const hidden = await said('otto', 'public', sql);
      expect(hidden).toContain('SCHEMA_NOT_FOUND');
      expect(hidden).toBe(await said('otto', 'secret', sql));
    }
    expect((await ask('amir', 'SELECT * FROM crm.public.nothing')).error?.errorName).toBe('TABLE_NOT_FOUND');
  });

  it('names a catalog that is missing before the schema in it', async () => {
    expect((await ask('amir', 'SELECT * FROM nowhere.nowhere.t')).error).toMatchObject({ errorName: 'CATALOG_NOT_FOUND', message: "line 1:15: Catalog 'nowhere' not found" });
    expect((await ask('amir', 'SELECT * FROM t', { catalog: 'crm', schema: 'nowhere' })).error).toMatchObject({ errorName: 'SCHEMA_NOT_FOUND', message: "line 1:15: Schema 'nowhere' does not exist" });
  });

  it('tells no hidden value in an error', async () => {
    const { error } = await ask('amir', `SELECT CAST(name AS date) FROM ${passengers}`);
    expect(error?.message).not.toMatch(/P\d/);
  });
});

describe('metadata', () => {
  it('lists what the user may see', async () => {
    expect((await ask('amir', 'SHOW CATALOGS')).rows).toEqual([['crm'], ['flights'], ['system']]);
    expect((await ask('amir', 'SHOW SCHEMAS FROM crm')).rows).toEqual([['information_schema'], ['public']]);
    expect((await ask('otto', 'SHOW SCHEMAS FROM crm')).rows).toEqual([['information_schema']]);
    expect((await ask('amir', 'SHOW TABLES FROM crm.public LIKE \'pass%\'')).rows).toEqual([['passengers']]);
    expect((await ask('otto', 'SHOW TABLES FROM crm.public')).error).toMatchObject({ errorName: 'SCHEMA_NOT_FOUND', message: "Schema 'public' does not exist" });
    expect((await ask('amir', 'DESCRIBE passengers', { catalog: 'crm', schema: 'public' })).rows[0]).toEqual(['id', 'bigint', '', '']);
    expect((await ask('otto', `DESCRIBE ${passengers}`)).error?.errorName).toBe('PERMISSION_DENIED');
  });
});

describe('the doors', () => {
  const door = (): string => `http://127.0.0.1:${world.gateway.get<TrinoListener>(TrinoListener).port}`;
  const post = (headers: Record<string, string>, body = 'SELECT 1', base = door()): Promise<Response> => fetch(`${base}/v1/statement`, { method: 'POST', headers, body });

  it('asks who it is, in the words of the protocol', async () => {
    const answer = await post({});
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Basic realm="Trino"');
  });

  it.each([['apikey', 'key-amir'], ['authorization', 'Bearer key-amir'], ['authorization', `Basic ${btoa('amir:key-amir')}`]])('takes %s %s on both doors', async (name, value) => {
    for (const base of [door(), world.gateway.url]) expect((await post({ [name]: value }, 'SELECT 1', base)).status).toBe(200);
  });

  it('refuses a key under another user’s name, unless it may act for that user', async () => {
    expect((await post({ authorization: `Basic ${btoa('olivia:key-amir')}` })).status).toBe(403);
    expect((await post({ apikey: 'key-olivia', 'x-trino-user': 'amir' })).status).toBe(200);
    const [latest] = (await world.gateway.client('key-olivia').listQueries({ query: { size: 1 } })).items;
    expect(latest).toMatchObject({ user: 'amir' });
  });

  it('serves nothing but the protocol on the second door', async () => {
    expect((await fetch(`${door()}/gateway/api/v1/clusters`, { headers: { apikey: 'key-olivia' } })).status).toBe(404);
    expect((await fetch(`${door()}/v1/info`)).status).toBe(200);
    expect((await fetch(`${door()}/v1/statement`, { method: 'HEAD' })).status).toBe(200);
  });

  it.each([
    ['Trino Python Client/0.336.0', true], ['Trino JDBC Driver/476', true], ['Go-http-client/1.1', false], ['trino-js-client', false],
  ])('gives %s its rows in the first answer: %s; and all of them in either case', async (agent, atOnce) => {
    const headers = { apikey: 'key-olivia', 'user-agent': agent };
    const server = `http://127.0.0.1:${world.gateway.get<TrinoListener>(TrinoListener).port}`;
    const first = await (await fetch(`${server}/v1/statement`, { method: 'POST', body: 'SELECT 1', headers })).json() as QueryResult & { id: string };
    // It is on record, with its end, before anything is answered.
    expect((await world.gateway.client('key-olivia').getQuery({ params: { id: first.id } })).state).toBe('FINISHED');
    expect(first.data !== undefined).toBe(atOnce);
    expect(first.nextUri === undefined).toBe(atOnce);
    const last = atOnce ? first : await (await fetch(first.nextUri ?? '', { headers })).json() as QueryResult;
    expect(last.data).toEqual([[1]]);
  });

  it('answers a page again, but not an older one, and nobody else’s', async () => {
    const long = 'SELECT a.flight, b.flight FROM flights.air.flights a CROSS JOIN flights.air.flights b LIMIT 200000';
    const first = await (await post({ apikey: 'key-amir' }, long)).json() as { nextUri: string };
    const get = async (uri: string, key = 'key-amir'): Promise<{ status: number; body: { data?: unknown[]; nextUri?: string } }> => {
      const answer = await fetch(uri, { headers: { apikey: key } });
      return { status: answer.status, body: await answer.json() as never };
    };
    const page = await eventually(async () => {
      const answer = await get(first.nextUri);
      expect(answer.body.data?.length).toBeGreaterThan(0);
      return answer;
    });
    expect((await get(first.nextUri)).body.data).toEqual(page.body.data);
    expect((await get(first.nextUri, 'key-otto')).status).toBe(404);
    expect((await get(first.nextUri.replace(/\/[0-9a-f]{32}\//, `/${'0'.repeat(32)}/`))).status).toBe(404);
    let rows = page.body.data?.length ?? 0;
    for (let uri = page.body.nextUri; uri !== undefined;) {
      const { body } = await get(uri);
      rows += body.data?.length ?? 0;
      uri = body.nextUri;
    }
    expect(rows).toBe(200_000);
    expect((await get(first.nextUri)).status).toBe(410);
  });

  it('cancels', async () => {
    const slow = 'SELECT count(*) FROM flights.air.flights a, flights.air.flights b, flights.air.flights c WHERE a.delay + b.delay + c.delay % 7 = 3';
    const { id, nextUri } = await (await post({ apikey: 'key-amir' }, slow)).json() as { id: string; nextUri: string };
    expect((await fetch(nextUri, { method: 'DELETE', headers: { apikey: 'key-otto' } })).status).toBe(404);
    expect((await fetch(nextUri, { method: 'DELETE', headers: { apikey: 'key-amir' } })).status).toBe(204);
    await eventually(async () => expect(await world.gateway.client('key-amir').getQuery({ params: { id } })).toMatchObject({ state: 'FAILED', error: { name: 'USER_CANCELED' } }));
  });

  it('refuses a text that is too long', async () => {
    expect((await ask('olivia', `SELECT '${'x'.repeat(2_100_000)}'`)).error?.errorName).toBe('QUERY_TEXT_TOO_LARGE');
  });
});

describe('the audit', () => {
  it('shows everybody their own queries only, without what policy compares with', async () => {
    const { id } = await ask('amir', `SELECT count(*) FROM ${passengers}`);
    const mine = await world.gateway.client('key-amir').getQuery({ params: { id } });
    expect(mine.rewritten).toBeUndefined();
    expect((await world.gateway.client('key-amir').listQueries({ query: {} })).items.every(({ user }) => user === 'amir')).toBe(true);
    expect((await world.gateway.client('key-amir').listQueries({ query: { user: 'olivia' } })).items).toEqual([]);
    expect((await problemOf(world.gateway.client('key-otto').getQuery({ params: { id } }))).status).toBe(404);
  });
});

describe('what a query would show', () => {
  const sql = `SELECT email, state FROM ${passengers} p JOIN flights.air.flights f ON f.passenger_id = p.id`;
  it('is explained without running it, in SQL and by REST', async () => {
    const before = (await world.gateway.client('key-olivia').listQueries({ query: { user: 'amir' } })).total;
    const explained = await world.gateway.client('key-amir').explainAccess({ body: { sql } });
    expect((await world.gateway.client('key-olivia').listQueries({ query: { user: 'amir' } })).total).toBe(before);
    expect(explained).toMatchObject({ allow: true, decision: 'decision-amir' });
    expect(explained.tables.find(({ name }) => name === passengers)).toMatchObject({
      allow: true, filters: [{ column: 'state', operator: 'equals', policy: 'only-california' }],
      columns: [{ name: 'id', shown: 'clear' }, { name: 'email', shown: 'masked', operator: 'hash', policy: 'hide-email' }, { name: 'state', shown: 'clear' }],
    });
    expect((await ask('amir', `EXPLAIN ACCESS ${sql}`)).rows).toContainEqual([passengers, 'email', 'masked', 'hash', 'hide-email', null, '']);
  });

  it('tells an outsider that it is denied, and no column', async () => {
    const { allow, tables } = await world.gateway.client('key-otto').explainAccess({ body: { sql } });
    expect({ allow, columns: tables.flatMap(({ columns }) => columns) }).toEqual({ allow: false, columns: [] });
  });

  // What must not happen: that an error tells a column, its type or how many there are to who may not know the table.
  it('answers an outsider alike whatever he guesses of the columns', async () => {
    const guesses = ['email', 'no_such_column', 'email + 1', 'p.*, q.nothing', 'CAST(email AS row(x integer))'].map((guess) => `SELECT ${guess} FROM ${passengers} p`);
    const answers = await Promise.all(guesses.map((guess) => world.gateway.client('key-otto').explainAccess({ body: { sql: guess } })));
    expect(new Set(answers.map((answer) => JSON.stringify({ ...answer, decision: '' }))).size).toBe(1);
    const asked = await Promise.all(guesses.map((guess) => ask('otto', `EXPLAIN ACCESS ${guess}`)));
    expect(new Set(asked.map(({ rows, error }) => JSON.stringify({ rows, error }))).size).toBe(1);
  });

  it('tells what is wrong with a query that is none', async () => {
    expect(await problemOf(world.gateway.client('key-amir').explainAccess({ body: { sql: 'SELECT 1 1' } }))).toMatchObject({ status: 400, code: 'query-not-understood', extra: { errorName: 'SYNTAX_ERROR', line: 1 } });
  });
});

describe('a running query', () => {
  const slow = 'SELECT count(*) FROM flights.air.flights a, flights.air.flights b, flights.air.flights c WHERE a.delay + b.delay + c.delay % 7 = 3';
  const begin = async (): Promise<{ id: string; outcome: ReturnType<typeof ask> }> => {
    const list = async () => (await world.gateway.client('key-amir').listQueries({ query: { state: 'RUNNING' } })).items;
    // The record of a query that was just killed may still say that it runs.
    const before = new Set((await list()).map(({ id }) => id));
    const outcome = ask('amir', slow);
    const running = await eventually(async () => {
      const latest = (await list()).find(({ id }) => !before.has(id));
      expect(latest).toBeDefined();
      return latest;
    });
    // It is shown as running a moment before the engine has it; a query that the engine never had is begun by the next one.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { id: running?.id ?? '', outcome };
  };

  it('is killed by its user, by one who may, and by nobody else; its client is told', async () => {
    const own = await begin();
    expect((await problemOf(world.gateway.client('key-otto').killQuery({ params: { id: own.id } }))).status).toBe(404);
    await world.gateway.client('key-amir').killQuery({ params: { id: own.id } });
    expect((await own.outcome).error?.errorName).toBe('USER_CANCELED');
    const other = await begin();
    expect((await ask('otto', `CALL system.runtime.kill_query(query_id => '${other.id}', message => 'no')`)).error?.errorName).toBe('NOT_FOUND');
    expect((await ask('olivia', `CALL system.runtime.kill_query(query_id => '${other.id}', message => 'too slow')`)).error).toBeUndefined();
    expect((await other.outcome).error).toMatchObject({ errorName: 'ADMINISTRATIVELY_KILLED', message: 'Query killed. Message: too slow' });
    expect((await problemOf(world.gateway.client('key-amir').killQuery({ params: { id: other.id } }))).status).toBe(409);
  });

  it('fails when its engine is killed, and the next one works', async () => {
    const { outcome } = await begin();
    process.kill((await world.gateway.client('key-olivia').getCluster({ params: { name: 'air' } })).engine.pid ?? 0, 'SIGKILL');
    expect((await outcome).error).toMatchObject({ errorName: 'GENERIC_INTERNAL_ERROR', message: expect.stringContaining('engine') });
    expect((await ask('amir', 'SELECT 1')).rows).toEqual([[1]]);
  });
});

describe('Heimdall down, or not answering for a table', () => {
  it('refuses every query that reads data, and none of its rows come out', async () => {
    world.heimdall.failing = true;
    const { rows, error } = await ask('olivia', `SELECT * FROM ${passengers}`);
    expect({ rows, failed: error !== undefined }).toEqual({ rows: [], failed: true });
    world.heimdall.failing = false;
    expect((await ask('olivia', `SELECT count(*) FROM ${passengers}`)).rows).toEqual([[5_001]]);
  });

  it('a policy that changes while a query runs holds for the next query', async () => {
    const first = ask('amir', `SELECT p.id FROM ${passengers} p CROSS JOIN flights.air.flights f LIMIT 200000`);
    world.heimdall.denied = new Set(['amir']);
    const next = await ask('amir', `SELECT count(*) FROM ${passengers}`);
    expect(next.error?.errorName).toBe('PERMISSION_DENIED');
    const { rows, error } = await first;
    expect(error === undefined ? rows.length : error.errorName).toEqual(error === undefined ? 200_000 : 'PERMISSION_DENIED');
    world.heimdall.denied = new Set();
  });
});

describe('the tenanted client', () => {
  const get = async (path: string, key = 'key-amir'): Promise<unknown> => {
    const answer = await fetch(`${world.gateway.url}/gateway/api/v2/tenants/acme${path}`, { headers: { apikey: key } });
    const text = await answer.text();
    return answer.headers.get('content-type')?.includes('json') === true ? JSON.parse(text) : text;
  };

  it('reads clusters, catalogs, schemas and tables in its shapes', async () => {
    const air = { name: 'air', tenant: 'acme', workspace: 'public', description: '', proxyTo: '', protocol: 'http', dialect: 'minerva' };
    expect(await get('/clusters')).toEqual([air]);
    for (const path of ['', '/active']) expect(await get(`/workspaces/public/clusters${path}`)).toEqual([air]);
    expect(await get('/workspaces/public/clusters?dialect=trino')).toEqual([]);
    expect(await get('/workspaces/public/clusters/air')).toEqual(air);
    expect(await get('/workspaces/public/clusters/air/catalogs')).toMatchObject({ rows: [['crm'], ['flights']] });
    expect(await get('/workspaces/public/clusters/air/catalogs/crm/schemas')).toMatchObject({ rows: [['public']] });
    expect(await get('/workspaces/public/clusters/air/catalogs/crm/schemas/public/tables')).toMatchObject({ columns: [{ name: 'Table', type: 'varchar' }], rows: [['passengers']] });
    expect(await get('/workspaces/public/clusters/air/catalogs/crm/schemas/public/tables', 'key-otto')).toMatchObject({ rows: [] });
    expect(await get('/workspaces/public/clusters/nothing/catalogs')).toMatchObject({ status: 404 });
  });

  it('reads queries: its own', async () => {
    const { id } = await ask('amir', `SELECT count(*) FROM ${passengers}`);
    const list = await get('/queries?limit=1&offset=0&sort=created_at+desc') as { queries: { queryId: string; userName: string }[] };
    expect(list).toMatchObject({ queries: [{ queryId: id, userName: 'amir', proxyToCluster: 'air', createdAt: expect.any(Number) }], limit: 1, offset: 0, sort: 'created_at desc' });
    expect(await get(`/queries/${id}`)).toMatchObject({ queryId: id });
    expect(await get(`/queries/${id}`, 'key-otto')).toMatchObject({ status: 404 });
    expect(await get('/queries/distribution')).toMatchObject({ air: expect.any(Number) });
  });

  it('gets a token with the cluster in it, which is a password for the Trino door', async () => {
    const wrapped = String(await get('/wrapped-token?workspace=public&cluster=air&apikey=somebody-elses'));
    expect(JSON.parse(Buffer.from(wrapped, 'base64').toString())).toEqual({ token: 'key-amir', cluster: 'air' });
    const answer = await fetch(`${world.gateway.url}/v1/statement`, { method: 'POST', body: 'SELECT 1', headers: { authorization: `Basic ${btoa(`amir:${wrapped}`)}` } });
    expect(answer.status).toBe(200);
  });
});

describe('metadata tables', () => {
  it('list what the user may know, and can be asked like any other table', async () => {
    expect((await ask('amir', "SELECT table_schema, table_name, table_type FROM crm.information_schema.tables")).rows).toEqual([['public', 'passengers', 'BASE TABLE']]);
    expect((await ask('otto', 'SELECT * FROM crm.information_schema.tables')).rows).toEqual([]);
    expect((await ask('otto', 'SELECT * FROM crm.information_schema.columns')).rows).toEqual([]);
    expect((await ask('amir', "SELECT column_name, data_type FROM crm.information_schema.columns WHERE table_name = 'passengers' ORDER BY ordinal_position LIMIT 2")).rows).toEqual([['id', 'bigint'], ['name', 'varchar']]);
    expect((await ask('amir', "SELECT count(*) FROM system.jdbc.columns WHERE table_cat = 'flights' AND table_schem LIKE 'a%' ESCAPE '!'")).rows).toEqual([[3]]);
    expect((await ask('amir', 'SELECT * FROM nowhere.information_schema.tables')).error?.errorName).toBe('CATALOG_NOT_FOUND');
    const { rows } = await ask('amir', 'SELECT DISTINCT "user" FROM system.runtime.queries');
    expect(rows).toEqual([['amir']]);
  });

  it('of ten thousand tables answer quickly once they are known', async () => {
    extraTables.push(...Array.from({ length: 10_000 }, (_, index) => `t${index}`));
    await eventually(async () => expect({ ...(await ask('amir', 'SELECT count(*) FROM crm.information_schema.tables')), id: '', columns: [] }).toEqual({ rows: [[10_001]], id: '', columns: [] }), { timeoutMs: 30_000 });
    extraTables.length = 0;
  }, 60_000);
});

describe('clusters', () => {
  it('are started, listed with their process, and mount only their depots', async () => {
    const client = world.gateway.client('key-olivia');
    await client.putCluster({ params: { name: 'files' }, body: { spec: { minerva: { depots: [{ address: 'dataos://flights' }], selector: { users: ['**'], priority: 5 } } } } });
    await eventually(async () => expect((await client.getCluster({ params: { name: 'files' } })).engine).toMatchObject({ state: 'running', pid: expect.any(Number) }));
    const { id } = await ask('amir', 'SELECT count(*) FROM flights.air.flights');
    expect((await client.getQuery({ params: { id } })).cluster).toBe('files');
    const joined = await ask('amir', `SELECT count(*) FROM ${passengers}`);
    expect((await client.getQuery({ params: { id: joined.id } })).cluster).toBe('air');
    await client.deleteCluster({ params: { name: 'files' } });
    expect((await client.listClusters({})).map(({ name }) => name)).toEqual(['air']);
  });
});

describe('a client that vanishes, and a gateway that was killed', () => {
  it('end what they left, and the gateway knows its clusters when it starts again', async () => {
    const database = await createTestDatabase('minerva_restart');
    const first = await startGateway({ DATABASE_URL: database.url, EVENTS_URL: database.url, QUERY_ABANDONED_SECONDS: '1' });
    await first.client('key-olivia').putCluster({ params: { name: 'one' }, body: { spec: {} } });
    // A client that vanishes: nobody fetches, so the query is ended and its engine free again.
    const vanished = await fetch(`${first.url}/v1/statement`, { method: 'POST', headers: { apikey: 'key-amir' }, body: 'SELECT a.flight FROM flights.air.flights a CROSS JOIN flights.air.flights b' });
    const { id } = await vanished.json() as { id: string };
    await eventually(async () => expect(await first.client('key-amir').getQuery({ params: { id } })).toMatchObject({ state: 'FAILED', error: { name: 'ABANDONED_QUERY' } }), { timeoutMs: 20_000 });
    await eventually(async () => expect((await first.client('key-olivia').getCluster({ params: { name: 'one' } })).engine.running).toBe(0), { timeoutMs: 20_000 });
    await first.close();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`INSERT INTO query (id, "user", gateway, state, sql, client_tags, tables, policies, masks, filters, rows, bytes, rows_read, created_at) VALUES ('left', 'amir', '127.0.0.1:0', 'RUNNING', 'SELECT 1', '{}', '[]', '{}', '[]', '[]', 0, 0, 0, now())`);
    await client.end();
    const second = await startGateway({ DATABASE_URL: database.url, EVENTS_URL: database.url });
    expect(await second.client('key-olivia').getQuery({ params: { id: 'left' } })).toMatchObject({ state: 'FAILED', finishedAt: expect.any(String) });
    expect((await second.client('key-olivia').listClusters({})).map(({ name }) => name)).toEqual(['one']);
    await second.close();
    await database.drop();
  });
});

describe('a file that takes the place of another while a query is decided', () => {
  const address = 'dataos://flights:air/flights';
  // Names that were not asked about together before are decided when the catalog has answered.
  const first = (others: string) => ask('olivia', `SELECT min(flight), max(delay) FROM ${['flights.air.flights', ...others.split(' ').map((name) => `(SELECT count(*) AS n FROM crm.public.${name})`)].join(' CROSS JOIN ')}`);
  const replaced = async (flight: string, tags?: Record<string, string[]>): Promise<void> => {
    const next = `${flightsFile()}.tmp`;
    await runAll(`COPY (SELECT '${flight}' AS flight, 1::BIGINT AS passenger_id, 2::INTEGER AS delay) TO '${next}' (FORMAT parquet)`);
    world.heimdall.meanwhile = async () => {
      if (tags !== undefined) tagged[address] = tags;
      renameSync(next, flightsFile());
    };
  };
  beforeAll(() => copyFileSync(flightsFile(), `${flightsFile()}.old`));
  afterAll(() => {
    delete tagged[address];
    renameSync(`${flightsFile()}.old`, flightsFile());
  });

  it('shows its rows where the catalog says of them what it said', async () => {
    await replaced('plain');
    expect((await first('passengers')).rows).toEqual([['plain', 2]]);
  });

  it('shows nothing where the catalog protects it more, and what policy leaves the next time', async () => {
    await replaced('secret', { flight: ['PII.Email'] });
    const { error, rows } = await first('passengers_by_kind');
    expect({ rows, error }).toMatchObject({ rows: [], error: { errorName: 'TRANSACTION_CONFLICT', message: expect.stringContaining("'flights.air.flights'") } });
    expect((await first('passengers_by_kind')).rows).toEqual([['secret', 2]]);
  });
});

const trino = process.env['DATAOS_TEST_TRINO'];
(trino === undefined ? describe.skip : describe)(trino === undefined ? 'not run: DATAOS_TEST_TRINO names no Trino' : 'a real Trino cluster behind the gateway', () => {
  // Trino's memory catalog holds the table `passengers` of a schema `public`, as `crm` of the gateway's catalog holds it.
  const direct = Trino.create({ server: trino ?? '', auth: new BasicAuth('test') });
  const run = async (sql: string): Promise<void> => {
    for await (const page of await direct.query(sql) as AsyncIterable<QueryResult>) if (page.error !== undefined) throw new Error(page.error.message);
  };

  it('gives the same masked and filtered answers as the embedded engine, and neither its address nor its words', async () => {
    await run('CREATE SCHEMA IF NOT EXISTS memory.air');
    await run('DROP TABLE IF EXISTS memory.air.flights');
    await run("CREATE TABLE memory.air.flights AS SELECT 'F' || CAST(i % 5 AS varchar) AS flight, i AS passenger_id, CAST(i % 60 AS integer) AS delay FROM UNNEST(sequence(1, 5000)) t(i)");
    const client = world.gateway.client('key-olivia');
    await client.putCluster({ params: { name: 'remote' }, body: { spec: { type: 'trino', trino: { url: trino ?? '' }, minerva: { depots: [{ address: 'dataos://memory' }], selector: { users: ['**'], priority: 1 } } } } });
    await eventually(async () => expect((await client.getCluster({ params: { name: 'remote' } })).engine).toMatchObject({ kind: 'trino', state: 'running' }));
    const sql = 'SELECT flight, count(*), max(delay) FROM memory.air.flights WHERE delay > 10 GROUP BY flight ORDER BY flight';
    const [remote, embedded] = [await ask('olivia', sql), await ask('olivia', sql.replace('memory.', 'flights.'))];
    expect(remote.rows).toEqual(embedded.rows);
    expect((await client.getQuery({ params: { id: remote.id } }))).toMatchObject({ cluster: 'remote', state: 'FINISHED', rewritten: expect.stringContaining('"memory"."air"."flights"') });
    const failed = await ask('olivia', 'SELECT CAST(flight AS integer) FROM memory.air.flights');
    expect(failed.error).toMatchObject({ errorName: 'INVALID_CAST_ARGUMENT', message: expect.not.stringContaining('F1') });
    expect((await ask('otto', sql)).error?.errorName).toBe('PERMISSION_DENIED');
    await client.putCluster({ params: { name: 'remote' }, body: { spec: { type: 'trino', active: false, trino: { url: trino ?? '' }, minerva: { depots: [{ address: 'dataos://memory' }], selector: { users: ['**'], priority: 1 } } } } });
    expect((await ask('olivia', 'SELECT 1 FROM memory.air.flights', {})).error).toMatchObject({ errorName: 'QUERY_REJECTED', message: expect.stringContaining('out of service') });
    await client.deleteCluster({ params: { name: 'remote' } });
  }, 60_000);
});
