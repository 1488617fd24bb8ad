import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryTraced } from '@dataos/contracts-minerva';
import { schemaDrift } from '@dataos/kit';
import { eventually } from '@dataos/testkit';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { ask, managed, type Outcome, startGateway, startWorld, stopWorld, world } from './support/gateway.js';

interface Told { eventType: string; run: { runId: string; facets: { dataos_query: { queryId: string; user: string }; errorMessage?: { message: string }; dataos_resultLineage?: { fields: Record<string, unknown> } } }; job: { name: string; facets: { sql?: { query: string } } }; inputs: { namespace: string; name: string; facets: { schema?: { fields: object[] } } }[]; outputs: { namespace: string; name: string; facets: { columnLineage?: { fields: Record<string, unknown>; dataset: object[] } } }[] }

/** A consumer of OpenLineage that can be out of order. */
const consumer = { status: 201, heard: [] as Told[], keys: new Set<string | undefined>() };
let server: Server;
let url: string;
const passengers = 'dataos://crm:public/passengers';
const place = { catalog: 'lake', schema: 'olivia' };

jest.setTimeout(120_000);
beforeAll(async () => {
  managed.lake = true;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => { body += chunk.toString(); }).on('end', () => {
      if (consumer.status === 201) consumer.heard.push(JSON.parse(body) as Told);
      consumer.keys.add(request.headers.authorization);
      response.writeHead(consumer.status).end();
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/lineage`;
  await startWorld({ OPENLINEAGE_URL: url, OPENLINEAGE_API_KEY: 'key-of-the-consumer' });
  for (const schema of ['olivia', 'amir']) await done(ask(schema, `CREATE SCHEMA IF NOT EXISTS lake.${schema}`));
}, 120_000);
afterAll(async () => {
  await stopWorld();
  server.close();
});
beforeEach(() => { consumer.status = 201; });

async function done(outcome: Promise<Outcome>): Promise<string> {
  const { id, error } = await outcome;
  expect(error).toBeUndefined();
  return id;
}
const heardOf = (id: string): Told[] => consumer.heard.filter(({ run }) => run.facets.dataos_query.queryId === id);
async function told(id: string): Promise<Told> {
  await eventually(async () => expect(heardOf(id).map(({ eventType }) => eventType)).toEqual(['START', expect.stringMatching(/COMPLETE|FAIL|ABORT/)]), { timeoutMs: 30_000 });
  return heardOf(id)[1] as Told;
}
const events = async (id: string): Promise<{ subject: string; data: { columns: object[]; output: { address: string; change: string } } }[]> =>
  ((await world.gateway.get(DataSource).query(`SELECT envelope FROM event_log WHERE envelope ->> 'type' = $1 AND envelope -> 'data' ->> 'id' = $2 UNION SELECT envelope FROM outbox WHERE envelope ->> 'type' = $1 AND envelope -> 'data' ->> 'id' = $2`, [QueryTraced.type, id])) as { envelope: never }[]).map(({ envelope }) => envelope);

it('has migrations that fit its entities', async () => expect(await schemaDrift(world.gateway.get(DataSource))).toEqual([]));

describe('what was made of what', () => {
  it('is told of a table made by a query, with what was masked for who made it', async () => {
    const id = await done(ask('amir', "CREATE TABLE lake.amir.mails AS SELECT upper(email) AS mail, name, count(*) AS n FROM crm.public.passengers WHERE name <> 'P2' GROUP BY email, name"));
    const [event, ...more] = await events(id);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      subject: 'dataos://lake', data: {
        user: 'amir', statement: 'create-table-as', output: { address: 'dataos://lake:amir/mails', kind: 'table', change: 'create', columns: [{ name: 'mail', type: 'varchar' }, { name: 'name', type: 'varchar' }, { name: 'n', type: 'bigint' }] },
        inputs: [{ address: passengers, columns: [{ name: 'name', type: 'varchar' }, { name: 'email', type: 'varchar' }, { name: 'state', type: 'char(2)' }] }],
        columns: [{ column: 'mail', from: [{ table: passengers, column: 'email', uses: ['TRANSFORMATION'], masked: true }] }, { column: 'name', from: [{ table: passengers, column: 'name', uses: ['IDENTITY'], masked: false }] }, { column: 'n', from: [] }],
        rows: [{ column: 'state', uses: ['FILTER'], masked: false }, { column: 'name', uses: ['FILTER', 'GROUP_BY'], masked: false }, { column: 'email', uses: ['GROUP_BY'], masked: true }],
      },
    });
    // The text is not among the events: it may hold data.
    expect(JSON.stringify(event)).not.toContain('P2');
    const end = await told(id);
    expect(end).toMatchObject({
      eventType: 'COMPLETE', job: { name: 'create-table-as.amir.mails', facets: { sql: { query: 'CREATE TABLE lake.amir.mails AS SELECT upper(email) AS mail, name, count(*) AS n FROM crm.public.passengers WHERE name <> ? GROUP BY email, name' } } },
      inputs: [{ namespace: 'dataos://crm', name: 'public/passengers' }], run: { facets: { dataos_query: { user: 'amir' } } },
      outputs: [{ namespace: 'dataos://lake', name: 'amir/mails', facets: { columnLineage: { fields: { mail: { inputFields: [{ field: 'email', transformations: [{ type: 'DIRECT', subtype: 'TRANSFORMATION', masking: true }] }] } } } } }],
    });
    expect([...consumer.keys]).toEqual(['Bearer key-of-the-consumer']);
    expect((await world.gateway.client('key-amir').getQuery({ params: { id } })).trace).toMatchObject({ columns: [{ column: 'mail' }, { column: 'name' }, { column: 'n' }] });
  });

  it('is told of views, of rows that are added, and of other names', async () => {
    const view = await done(ask('olivia', 'CREATE VIEW w AS SELECT id, name AS who FROM crm.public.passengers', place));
    const made = await done(ask('olivia', 'CREATE TABLE t AS SELECT who FROM w', place));
    const added = await done(ask('olivia', 'INSERT INTO t (who) SELECT flight FROM flights.air.flights WHERE delay > 58', place));
    const renamed = await done(ask('olivia', 'ALTER TABLE t RENAME TO u', place));
    const data = async (id: string): Promise<object | undefined> => (await events(id))[0]?.data;
    expect(await data(view)).toMatchObject({ output: { address: 'dataos://lake:olivia/w', kind: 'view', change: 'create' }, columns: [{ column: 'id', from: [{ column: 'id' }] }, { column: 'who', from: [{ table: passengers, column: 'name', uses: ['IDENTITY'] }] }] });
    expect(await data(made)).toMatchObject({ output: { change: 'create' }, columns: [{ column: 'who', from: expect.arrayContaining([expect.objectContaining({ table: passengers, column: 'name' }), expect.objectContaining({ table: 'dataos://lake:olivia/w', column: 'who' })]) }] });
    expect(await data(added)).toMatchObject({ output: { address: 'dataos://lake:olivia/t', change: 'append' }, columns: [{ column: 'who', from: [{ table: 'dataos://flights:air/flights', column: 'flight' }] }], rows: [{ column: 'delay' }] });
    expect(await data(renamed)).toMatchObject({ inputs: [{ address: 'dataos://lake:olivia/t' }], output: { address: 'dataos://lake:olivia/u', change: 'rename' }, columns: [{ column: 'who' }] });
    expect((await told(renamed)).outputs).toMatchObject([{ facets: { lifecycleStateChange: { lifecycleStateChange: 'RENAME', previousIdentifier: { namespace: 'dataos://lake', name: 'olivia/t' } } } }]);
    expect(heardOf(view)[1]?.outputs).toMatchObject([{ name: 'olivia/w', facets: { datasetType: { datasetType: 'VIEW' } } }]);
  });

  it('is told of a question too, to the consumer alone, and of one that failed or was ended', async () => {
    const asked = await done(ask('amir', "SELECT email AS mail, id FROM crm.public.passengers WHERE name = 'P4'"));
    expect(await told(asked)).toMatchObject({ eventType: 'COMPLETE', outputs: [], run: { facets: { dataos_resultLineage: { fields: { mail: { inputFields: [{ field: 'email', transformations: [{ masking: true }] }] } } } } } });
    expect(await events(asked)).toEqual([]);
    const failing = await ask('olivia', 'CREATE TABLE bad AS SELECT 1 / (id - id) AS x FROM crm.public.passengers', place);
    expect(failing.error?.errorName).toBe('DIVISION_BY_ZERO');
    const { id } = failing;
    expect(await told(id)).toMatchObject({ eventType: 'FAIL', outputs: [{ name: 'olivia/bad', facets: {} }], run: { facets: { errorMessage: { message: 'DIVISION_BY_ZERO' } } } });
    expect(await events(id)).toEqual([]);
    const long = ask('olivia', 'SELECT count(*) FROM flights.air.flights a, flights.air.flights b, flights.air.flights c WHERE a.delay + b.delay + c.delay = 17');
    const running = await eventually(async () => {
      const { items: [query] } = await world.gateway.client('key-olivia').listQueries({ query: { state: 'RUNNING', text: 'a.delay + b.delay' } });
      if (query === undefined) throw new Error('not running yet');
      return query.id;
    });
    await world.gateway.client('key-olivia').killQuery({ params: { id: running } });
    await long;
    expect((await told(running)).eventType).toBe('ABORT');
  });

  it.each([
    ['a query that reads nothing', 'olivia', 'SELECT 1'], ['metadata', 'olivia', 'SELECT * FROM crm.information_schema.tables'], ['a statement about names', 'olivia', 'SHOW CATALOGS'], ['what was refused', 'otto', 'SELECT * FROM crm.public.passengers'], ['what is no SQL', 'olivia', 'SELEC 1'],
  ])('is nothing for %s', async (_, user, sql) => {
    const { id } = await ask(user, sql);
    expect(await world.gateway.get(DataSource).query('SELECT trace, trace_due FROM query WHERE id = $1', [id])).toEqual([{ trace: null, trace_due: null }]);
  });
});

describe('a consumer', () => {
  const due = async (): Promise<number> => Number((await world.gateway.get(DataSource).query('SELECT count(*)::int AS n FROM query WHERE trace_due IS NOT NULL') as { n: number }[])[0]?.n);

  it.each([503, 400])('that answers %s is told later, by whichever gateway is there', async (status) => {
    await eventually(async () => expect(await due()).toBe(0));
    consumer.status = status;
    const id = await done(ask('olivia', 'SELECT max(id) FROM crm.public.passengers'));
    // Tried, and put off.
    await eventually(async () => expect(await world.gateway.get(DataSource).query("SELECT trace_due > finished_at + interval '1.5 seconds' AS later FROM query WHERE id = $1", [id])).toEqual([{ later: true }]), { timeoutMs: 20_000 });
    expect(heardOf(id)).toEqual([]);
    consumer.status = 201;
    const other = await startGateway({ OPENLINEAGE_URL: url, OPENLINEAGE_API_KEY: 'key-of-the-consumer', DATABASE_URL: world.gateway.databaseUrl });
    try {
      await world.gateway.get(DataSource).query('UPDATE query SET trace_due = now() WHERE trace_due IS NOT NULL');
      await done(ask('olivia', 'SELECT min(id) FROM crm.public.passengers'));
      expect((await told(id)).eventType).toBe('COMPLETE');
      await eventually(async () => expect(await due()).toBe(0));
    } finally {
      await other.close({ keepDatabase: true });
    }
  });

  it('that nobody named costs nothing: a question leaves no trace, a table made does', async () => {
    const silent = await startGateway({});
    try {
      await silent.client('key-olivia').putCluster({ params: { name: 'air' }, body: { spec: { minerva: { depots: [{ address: 'dataos://crm' }, { address: 'dataos://lake' }] } } } });
      const send = async (sql: string): Promise<void> => {
        let page = await (await fetch(`${silent.url}/v1/statement`, { method: 'POST', body: sql, headers: { authorization: 'Bearer key-olivia' } })).json() as { nextUri?: string; error?: object };
        while (page.nextUri !== undefined) page = await (await fetch(page.nextUri, { headers: { authorization: 'Bearer key-olivia' } })).json() as typeof page;
        expect(page.error).toBeUndefined();
      };
      await send('SELECT max(id) FROM crm.public.passengers');
      await send('CREATE TABLE lake.olivia.quiet AS SELECT id FROM crm.public.passengers');
      expect(await silent.get(DataSource).query('SELECT trace IS NULL AS none, trace_due FROM query ORDER BY created_at')).toEqual([{ none: true, trace_due: null }, { none: false, trace_due: null }]);
    } finally {
      await silent.close();
    }
  });
});
