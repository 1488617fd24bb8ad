import { eventually } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { managed, startGateway, startWorld, stopWorld, world } from './support/gateway.js';

beforeAll(async () => {
  managed.lake = true;
  await startWorld();
  ({ url } = world.gateway);
  expect((await say('olivia', 'CREATE SCHEMA lake.olivia')).error).toBeUndefined();
}, 120_000);
afterAll(stopWorld);
jest.setTimeout(60_000);

let url: string;
interface Said { rows: unknown[][]; error?: string; message?: string; started?: string; cleared: boolean; id: string }

/** A statement as a client sends it that is in the transaction `transaction`; without one a client that could be in one. */
async function say(user: string, sql: string, transaction: string | undefined = 'NONE', headers: Record<string, string> = {}): Promise<Said> {
  const auth = { apikey: `key-${user}`, ...headers };
  let answer = await fetch(`${url}/v1/statement`, { method: 'POST', body: sql, headers: { ...auth, ...(transaction === '' ? {} : { 'x-trino-transaction-id': transaction }) } });
  const said: Said = { rows: [], cleared: false, id: '' };
  for (;;) {
    const page = await answer.json() as { id: string; nextUri?: string; data?: unknown[][]; error?: { errorName: string; message: string } };
    said.id = page.id;
    said.rows.push(...(page.data ?? []));
    const started = answer.headers.get('x-trino-started-transaction-id');
    if (started !== null) said.started = started;
    if (answer.headers.get('x-trino-clear-transaction-id') !== null) said.cleared = true;
    if (page.error !== undefined) Object.assign(said, { error: page.error.errorName, message: page.error.message });
    if (page.nextUri === undefined) return said;
    answer = await fetch(page.nextUri, { headers: auth });
  }
}
const begin = async (user: string, modes = ''): Promise<string> => (await say(user, `START TRANSACTION ${modes}`)).started ?? '';
const flights = 'SELECT count(*) FROM flights.air.flights';
const passengers = 'SELECT count(*) FROM crm.public.passengers';

describe('a transaction on the embedded engine', () => {
  it('begins, reads what its user may see, and ends', async () => {
    const id = await begin('amir');
    expect(await say('amir', passengers, id)).toMatchObject({ rows: [[2_500]], cleared: false });
    expect(await say('amir', 'SHOW CATALOGS', id)).toMatchObject({ cleared: false });
    expect(await say('amir', 'COMMIT', id)).toMatchObject({ rows: [], cleared: true });
    expect(await say('amir', passengers, id)).toMatchObject({ error: 'UNKNOWN_TRANSACTION', rows: [] });
    const other = await begin('amir', 'READ ONLY');
    expect(await say('amir', 'ROLLBACK', other)).toMatchObject({ cleared: true });
  });

  it('stands in system.runtime.transactions, for who began it, until it ends', async () => {
    const listed = async (user: string, headers: Record<string, string> = {}): Promise<unknown[][]> => (await say(user, 'SELECT transaction_id, isolation_level, read_only, auto_commit_context, idle_time_secs, written_catalog, create_time > current_timestamp - INTERVAL \'1\' MINUTE FROM system.runtime.transactions', 'NONE', headers)).rows;
    const id = await begin('amir', 'ISOLATION LEVEL READ COMMITTED, READ ONLY');
    await say('amir', passengers, id);
    expect(await listed('amir')).toEqual([[id, 'READ COMMITTED', true, false, 0, null, true]]);
    expect(await say('amir', 'SELECT catalogs FROM system.runtime.transactions')).toMatchObject({ rows: [[[expect.any(String)]]] });
    expect([await listed('olivia'), await listed('olivia', { 'x-trino-user': 'amir' })]).toEqual([[], []]);
    await say('amir', 'COMMIT', id);
    expect(await listed('amir')).toEqual([]);
  });

  it('is of who began it: with its id nobody else reads, ends it or learns that it is there', async () => {
    const id = await begin('amir');
    const never = '00000000-0000-4000-8000-000000000000';
    for (const sql of [flights, 'COMMIT']) {
      const [theirs, none] = [await say('olivia', sql, id), await say('olivia', sql, never)];
      expect({ ...theirs, id: '', message: theirs.message?.replace(id, never) }).toEqual({ ...none, id: '' });
      expect(theirs.error).toBe('UNKNOWN_TRANSACTION');
    }
    expect(await say('olivia', 'ROLLBACK', id)).toMatchObject({ cleared: true });
    // Olivia may act for Amir, but this is the transaction of Amir's own key.
    expect(await say('olivia', flights, id, { 'x-trino-user': 'amir' })).toMatchObject({ error: 'UNKNOWN_TRANSACTION' });
    expect(await say('amir', flights, id)).toMatchObject({ rows: [[5_000]] });
    await say('amir', 'COMMIT', id);
  });

  it('refuses by name what cannot be taken back, and what would promise more than is kept', async () => {
    const tables = async (): Promise<unknown[][]> => (await say('olivia', "SELECT table_name FROM lake.information_schema.tables WHERE table_schema = 'olivia'")).rows;
    for (const sql of ['CREATE TABLE lake.olivia.t AS SELECT 1 AS x', 'CREATE VIEW lake.olivia.v AS SELECT 1 AS x', 'CREATE SCHEMA lake.more', 'DROP TABLE lake.olivia.t']) {
      const id = await begin('olivia');
      expect(await say('olivia', sql, id)).toMatchObject({ error: 'AUTOCOMMIT_WRITE_CONFLICT' });
      await say('olivia', 'ROLLBACK', id);
    }
    const readOnly = await begin('olivia', 'READ ONLY');
    expect(await say('olivia', 'CREATE TABLE lake.olivia.t AS SELECT 1 AS x', readOnly)).toMatchObject({ error: 'READ_ONLY_VIOLATION' });
    await say('olivia', 'ROLLBACK', readOnly);
    expect(await tables()).toEqual([]);
    for (const level of ['SERIALIZABLE', 'REPEATABLE READ']) {
      const id = await begin('olivia', `ISOLATION LEVEL ${level}`);
      expect(await say('olivia', 'SELECT 1', id)).toMatchObject({ rows: [[1]] });
      expect(await say('olivia', flights, id)).toMatchObject({ error: 'UNSUPPORTED_ISOLATION_LEVEL', message: expect.stringContaining(`supports READ COMMITTED, not ${level}`) });
      await say('olivia', 'ROLLBACK', id);
    }
  });

  it('that a statement failed in does nothing more, and cannot be committed', async () => {
    const id = await begin('amir');
    expect(await say('amir', 'SELECT * FROM flights.air.nothing', id)).toMatchObject({ error: 'TABLE_NOT_FOUND' });
    expect(await say('amir', flights, id)).toMatchObject({ error: 'TRANSACTION_ALREADY_ABORTED', rows: [] });
    expect(await say('amir', 'COMMIT', id)).toMatchObject({ error: 'TRANSACTION_ALREADY_ABORTED', cleared: true });
    const other = await begin('otto');
    expect(await say('otto', flights, other)).toMatchObject({ error: 'PERMISSION_DENIED' });
    expect(await say('otto', 'ROLLBACK', other)).toMatchObject({ cleared: true });
  });

  it('that is left is rolled back; to roll it back again is no fault, to commit it is', async () => {
    const gateway = await startGateway({ TRANSACTION_IDLE_SECONDS: '2' });
    ({ url } = gateway);
    const [left, used] = [await begin('amir'), await begin('amir')];
    for (let times = 0; times < 10; times += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect((await say('amir', 'SHOW CATALOGS', used)).error).toBeUndefined();
    }
    expect(await say('amir', 'COMMIT', left)).toMatchObject({ error: 'UNKNOWN_TRANSACTION', cleared: true });
    expect(await say('amir', 'ROLLBACK', left)).toMatchObject({ cleared: true });
    expect((await say('amir', 'COMMIT', used)).error).toBeUndefined();
    ({ url } = world.gateway);
    await gateway.close();
  });

  it('is not begun in another, nor for a client that cannot be in one, nor ended where there is none', async () => {
    expect(await say('amir', 'START TRANSACTION', '')).toMatchObject({ error: 'INCOMPATIBLE_CLIENT' });
    const id = await begin('amir');
    expect(await say('amir', 'START TRANSACTION', id)).toMatchObject({ error: 'NOT_SUPPORTED' });
    expect(await say('amir', flights, id)).toMatchObject({ rows: [[5_000]] });
    for (const none of ['', 'NONE']) for (const sql of ['COMMIT', 'ROLLBACK']) expect(await say('amir', sql, none)).toMatchObject({ error: 'NOT_IN_TRANSACTION' });
    await say('amir', 'ROLLBACK', id);
  });

  it('keeps to the cluster of its first query, whatever is preferred or asked for later', async () => {
    const client = world.gateway.client('key-olivia');
    const clusterOf = async ({ id }: Said): Promise<string | undefined> => (await client.getQuery({ params: { id } })).cluster;
    const id = await begin('amir');
    expect(await clusterOf(await say('amir', flights, id))).toBe('air');
    await client.putCluster({ params: { name: 'files' }, body: { spec: { minerva: { depots: [{ address: 'dataos://flights' }], selector: { users: ['**'], priority: 1 } } } } });
    expect(await clusterOf(await say('amir', flights))).toBe('files');
    expect(await clusterOf(await say('amir', flights, id))).toBe('air');
    const elsewhere = await begin('amir');
    expect(await clusterOf(await say('amir', flights, elsewhere))).toBe('files');
    expect(await say('amir', passengers, elsewhere)).toMatchObject({ error: 'QUERY_REJECTED', message: "The transaction keeps to the cluster files: No cluster mounts the depot 'crm'" });
    expect(await say('amir', flights, id, { 'cluster-name': 'files' })).toMatchObject({ error: 'QUERY_REJECTED', message: 'The transaction keeps to the cluster air; its queries cannot run on files' });
    for (const one of [id, elsewhere]) await say('amir', 'ROLLBACK', one);
    await client.deleteCluster({ params: { name: 'files' } });
  });
});

const trino = process.env['DATAOS_TEST_TRINO'];
(trino === undefined ? describe.skip : describe)(trino === undefined ? 'not run: DATAOS_TEST_TRINO names no Trino' : 'a transaction on a real Trino cluster', () => {
  const direct = async (sql: string): Promise<unknown[][]> => {
    let page = await (await fetch(`${trino}/v1/statement`, { method: 'POST', body: sql, headers: { 'x-trino-user': 'test' } })).json() as { nextUri?: string; data?: unknown[][]; error?: { message: string } };
    const rows = [...(page.data ?? [])];
    while (page.nextUri !== undefined) {
      page = await (await fetch(page.nextUri)).json() as typeof page;
      rows.push(...(page.data ?? []));
    }
    if (page.error !== undefined) throw new Error(page.error.message);
    return rows;
  };
  const open = async (): Promise<string[]> => (await direct("SELECT transaction_id FROM system.runtime.transactions WHERE NOT auto_commit_context")).map(([id]) => String(id));

  beforeAll(async () => {
    await direct('CREATE SCHEMA IF NOT EXISTS memory.air');
    await direct('DROP TABLE IF EXISTS memory.air.flights');
    await direct("CREATE TABLE memory.air.flights AS SELECT 'F' AS flight, i AS passenger_id, CAST(i AS integer) AS delay FROM UNNEST(sequence(1, 10)) t(i)");
    const client = world.gateway.client('key-olivia');
    for (const [name, priority] of [['first', 1], ['second', 2]] as const) {
      await client.putCluster({ params: { name }, body: { spec: { type: 'trino', trino: { url: trino ?? '' }, minerva: { depots: [{ address: 'dataos://memory' }], selector: { users: ['**'], priority } } } } });
      await eventually(async () => expect((await client.getCluster({ params: { name } })).engine).toMatchObject({ state: 'running' }));
    }
  }, 60_000);

  it('begins there with the first query that reads there, under a name of its own, and ends there', async () => {
    const before = await open();
    const id = await begin('olivia', 'READ ONLY');
    expect(await say('olivia', 'SELECT 1', id)).toMatchObject({ rows: [[1]] });
    expect(await open()).toEqual(before);
    expect(await say('olivia', 'SELECT count(*) FROM memory.air.flights', id)).toMatchObject({ rows: [[10]] });
    expect(await say('olivia', 'SELECT max(delay) FROM memory.air.flights', id)).toMatchObject({ rows: [[10]] });
    const during = (await open()).filter((one) => !before.includes(one));
    expect(during).toHaveLength(1);
    expect(during).not.toContain(id);
    expect(await say('olivia', 'COMMIT', id)).toMatchObject({ cleared: true });
    expect(await open()).toEqual(before);
  });

  it('is rolled back there: when its user says so, when a statement failed, when it is left', async () => {
    const before = await open();
    const [said, failed] = [await begin('olivia'), await begin('olivia')];
    for (const id of [said, failed]) expect(await say('olivia', 'SELECT count(*) FROM memory.air.flights', id)).toMatchObject({ rows: [[10]] });
    expect((await open()).length).toBe(before.length + 2);
    expect(await say('olivia', 'ROLLBACK', said)).toMatchObject({ cleared: true });
    expect(await say('olivia', 'SELECT delay / 0 FROM memory.air.flights', failed)).toMatchObject({ error: 'DIVISION_BY_ZERO' });
    expect(await say('olivia', 'COMMIT', failed)).toMatchObject({ error: 'TRANSACTION_ALREADY_ABORTED', cleared: true });
    await eventually(async () => expect(await open()).toEqual(before), { timeoutMs: 20_000 });
    const gateway = await startGateway({ TRANSACTION_IDLE_SECONDS: '2' });
    await gateway.client('key-olivia').putCluster({ params: { name: 'first' }, body: { spec: { type: 'trino', trino: { url: trino ?? '' } } } });
    await eventually(async () => expect((await gateway.client('key-olivia').getCluster({ params: { name: 'first' } })).engine).toMatchObject({ state: 'running' }));
    ({ url } = gateway);
    for (const _left of [1, 2]) expect(await say('olivia', 'SELECT count(*) FROM memory.air.flights', await begin('olivia'))).toMatchObject({ rows: [[10]] });
    ({ url } = world.gateway);
    expect((await open()).length).toBe(before.length + 2);
    await eventually(async () => expect(await open()).toEqual(before), { timeoutMs: 20_000 });
    await gateway.close();
  });

  it('keeps to its cluster while another is preferred, and fails by name where the cluster forgot it', async () => {
    const client = world.gateway.client('key-olivia');
    const id = await begin('olivia');
    const { id: first } = await say('olivia', 'SELECT count(*) FROM memory.air.flights', id);
    await client.putCluster({ params: { name: 'second' }, body: { spec: { type: 'trino', trino: { url: trino ?? '' }, minerva: { depots: [{ address: 'dataos://memory' }], selector: { users: ['**'], priority: 1 } } } } });
    await client.putCluster({ params: { name: 'first' }, body: { spec: { type: 'trino', trino: { url: trino ?? '' }, minerva: { depots: [{ address: 'dataos://memory' }], selector: { users: ['**'], priority: 9 } } } } });
    await eventually(async () => expect((await client.getCluster({ params: { name: 'second' } })).engine).toMatchObject({ state: 'running' }));
    await eventually(async () => expect((await client.getCluster({ params: { name: 'first' } })).engine).toMatchObject({ state: 'running' }));
    const [inside, outside] = [await say('olivia', 'SELECT count(*) FROM memory.air.flights', id), await say('olivia', 'SELECT count(*) FROM memory.air.flights')];
    expect(await Promise.all([first, inside.id, outside.id].map(async (one) => (await client.getQuery({ params: { id: one } })).cluster))).toEqual(['first', 'first', 'second']);
    await client.deleteCluster({ params: { name: 'first' } });
    expect(await say('olivia', 'SELECT count(*) FROM memory.air.flights', id)).toMatchObject({ error: 'QUERY_REJECTED', message: expect.stringContaining('keeps to the cluster first') });
    await say('olivia', 'ROLLBACK', id);
    await client.deleteCluster({ params: { name: 'second' } });
  });
});
