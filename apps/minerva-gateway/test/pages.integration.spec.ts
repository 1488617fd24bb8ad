import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorld, stopWorld, world } from './support/gateway.js';

beforeAll(() => startWorld(), 120_000);
afterAll(stopWorld);

type Manner = 'plain' | 'asks twice' | 'cuts off' | 'leaves';
interface Page { nextUri?: string; data?: [number, string][]; error?: { message: string } }
const ROWS = 240_000;
const headers = { apikey: 'key-olivia' };
const fetched = async (url: string, init: RequestInit = {}): Promise<Page> => (await fetch(url, { ...init, headers })).json() as Promise<Page>;

/** Asks for a page and hangs up while it comes. */
async function cutOff(url: string): Promise<void> {
  const hangUp = new AbortController();
  const begun = fetch(url, { headers, signal: hangUp.signal }).then((answer) => answer.body?.getReader().read()).catch(() => undefined);
  await Promise.race([begun, sleep(20)]);
  hangUp.abort();
}

async function next(url: string, manner: Manner): Promise<Page> {
  if (manner === 'cuts off') await cutOff(url);
  if (manner !== 'asks twice') return fetched(url);
  const [one, other] = await Promise.all([fetched(url), fetched(url)]);
  if (one.data !== undefined && other.data !== undefined) expect(other.data).toEqual(one.data);
  return one.data === undefined ? other : one;
}

/** Every row of a long result must be of this query: what was masked for one user would else be seen by another. */
async function readAll(tag: string, manner: Manner): Promise<{ rows: number; foreign: number; sum: number }> {
  const sql = `SELECT x * 2000 + y, concat('${tag} ', CAST(x AS varchar)) FROM UNNEST(sequence(1, ${ROWS / 2_000})) a(x) CROSS JOIN UNNEST(sequence(1, 2000)) b(y)`;
  let page = await fetched(`${world.gateway.url}/v1/statement`, { method: 'POST', body: sql });
  let [rows, foreign, sum] = [0, 0, 0];
  for (let pages = 0; ; pages += 1) {
    if (page.error !== undefined) throw new Error(page.error.message);
    for (const [id, name] of page.data ?? []) {
      rows += 1;
      sum += id;
      if (name !== `${tag} ${Math.ceil(id / 2_000) - 1}`) foreign += 1;
    }
    if (page.nextUri === undefined || (manner === 'leaves' && pages === 3)) return { rows, foreign, sum };
    page = await next(page.nextUri, manner);
  }
}

describe('long results of many clients at once', () => {
  it('reach each client whole and unmixed, whoever asks twice, hangs up or leaves', async () => {
    const manners: Manner[] = ['plain', 'asks twice', 'cuts off', 'leaves', 'plain', 'cuts off', 'asks twice'];
    const results = await Promise.all(manners.map((manner, index) => readAll(`tag${index}`, manner)));
    const sum = ROWS * 2_000 + (ROWS * (ROWS + 1)) / 2;
    for (const [index, { rows, foreign, sum: told }] of results.entries()) {
      expect({ manner: manners[index], foreign }).toEqual({ manner: manners[index], foreign: 0 });
      if (manners[index] !== 'leaves') expect({ rows, told }).toEqual({ rows: ROWS, told: sum });
    }
  }, 240_000);
});

describe('a query answered at once', () => {
  const at = (id: string, user: string, init: RequestInit = {}): Promise<Response> => fetch(`${world.gateway.url}/v1/query/${id}`, { ...init, headers: { apikey: `key-${user}` } });
  /** On a busy machine a query may take longer than its first answer waits; that one is not meant. */
  const atOnce = async (): Promise<string> => {
    for (;;) {
      const sent = await fetch(`${world.gateway.url}/v1/statement`, { method: 'POST', body: 'SELECT 1', headers: { ...headers, 'user-agent': 'Trino Python Client/0' } });
      const { id, nextUri } = (await sent.json()) as { id: string; nextUri?: string };
      if (nextUri === undefined) return id;
    }
  };

  it('can be asked about by who sent it, and by nobody else', async () => {
    const id = await atOnce();
    expect(await (await at(id, 'olivia')).json()).toMatchObject({ queryId: id, state: 'FINISHED', queryStats: { outputPositions: 1 } });
    expect((await at(id, 'amir')).status).toBe(404);
  });

  it('bears to be cancelled, as clients do that close what they read, and cannot be killed any more', async () => {
    const id = await atOnce();
    expect((await at(id, 'olivia', { method: 'DELETE' })).status).toBe(204);
    await expect(world.gateway.client('key-olivia').killQuery({ params: { id } })).rejects.toMatchObject({ status: 409 });
    expect(await (await at(id, 'olivia')).json()).toMatchObject({ state: 'FINISHED' });
  });
});
