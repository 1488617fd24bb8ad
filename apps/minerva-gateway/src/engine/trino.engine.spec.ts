import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@dataos/testkit';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EngineFailure } from './query-engine.js';
import { TrinoEngine, type TrinoOrder, type TrinoRun } from './trino.engine.js';

const engineAt = (url: string, headers: Record<string, string> = { authorization: 'Basic c2VydmljZQ==' }): TrinoEngine => new TrinoEngine({ url, headers, onStarted: () => undefined, onStopped: () => undefined });
const order = (sql: string): TrinoOrder => ({ id: 'q1', sql, user: 'amir', source: 'test', clientTags: ['a', 'b'], zone: 'Europe/Berlin' });
async function all(run: TrinoRun): Promise<string> {
  const pages: string[] = [];
  for (let page = await run.next(); page !== undefined; page = await run.next()) pages.push(Buffer.from(page.json).toString());
  return `[${pages.join(',')}]`;
}
const failureOf = (run: TrinoRun): Promise<EngineFailure> => all(run).then(() => { throw new Error('it went through'); }, (error: EngineFailure) => error);

describe('a cluster', () => {
  let server: Server;
  let seen: { method: string; url: string; headers: Record<string, unknown>; body: string }[];
  let answers: ((url: string) => [number, object])[];
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const page = (rest: object): object => ({ id: 'x', infoUri: `${url()}/ui`, stats: { state: 'RUNNING' }, warnings: [], ...rest });

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => {
        seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
        const [status, answer] = answers.shift()?.(request.url ?? '') ?? [500, {}];
        response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end(status === 204 ? undefined : JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  }));
  const play = (...script: typeof answers): TrinoRun => {
    [seen, answers] = [[], script];
    return engineAt(url()).run(order('SELECT 1'));
  };

  it('is asked as the user, with nothing of the client but source, tags and time zone, and through a busy moment', async () => {
    const columns = [{ name: 'x', type: 'bigint', typeSignature: { rawType: 'bigint', arguments: [] } }];
    const run = play(() => [200, page({ nextUri: `${url()}/v1/statement/queued/1` })], () => [503, {}], () => [200, page({ columns, data: [[1], [2]], nextUri: `${url()}/v1/statement/executing/2` })], () => [200, page({ columns })]);
    expect(await all(run)).toBe('[[1],[2]]');
    expect(run.columns).toEqual(columns);
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/v1/statement', body: 'SELECT 1', headers: { 'x-trino-user': 'amir', 'x-trino-source': 'test', 'x-trino-time-zone': 'Europe/Berlin', 'x-trino-client-tags': 'a,b', authorization: 'Basic c2VydmljZQ==' } });
    expect(seen[0]?.headers).not.toHaveProperty('x-trino-role');
  });

  it('tells how much memory a query holds, to whom counts it', async () => {
    const told: number[] = [];
    [seen, answers] = [[], [() => [200, page({ nextUri: `${url()}/v1/statement/queued/1` })], () => [200, page({ stats: { state: 'FINISHED', peakMemoryBytes: 4_096 } })]]];
    await all(engineAt(url()).run({ ...order('SELECT 1'), onMemory: (bytes) => told.push(bytes) }));
    expect(told).toEqual([0, 4_096]);
  });

  it('says by name only what went wrong; its own words are kept for the audit', async () => {
    const failure = await failureOf(play(() => [200, page({ error: { message: "Cannot cast 'secret@example.org' to bigint", errorName: 'INVALID_CAST_ARGUMENT', errorType: 'USER_ERROR', errorCode: 9 } })]));
    expect(failure.message.split('\n')[0]).toBe('TRINO:INVALID_CAST_ARGUMENT:Query failed on its cluster (INVALID_CAST_ARGUMENT)');
    expect(failure.message).toContain('secret@example.org');
  });

  it.each([
    ['sends us elsewhere', () => [200, page({ nextUri: 'http://127.0.0.1:1/v1/statement/1' })]], ['redirects', () => [302, {}]], ['answers nonsense', () => [200, []]], ['refuses us', () => [401, {}]],
  ] as [string, () => [number, object]][])('that %s fails the query', async (_what, answer) => expect((await failureOf(play(answer))).kind).toBe('died'));

  it('is told when a query is canceled', async () => {
    const run = play(() => [200, page({ nextUri: `${url()}/v1/statement/queued/1`, columns: [], data: [[1]] })], () => [204, {}]);
    await run.next();
    run.cancel();
    await eventually(() => expect(seen.at(-1)).toMatchObject({ method: 'DELETE', url: '/v1/statement/queued/1' }));
    expect((await failureOf(run)).kind).toBe('canceled');
  });
});

const real = process.env['DATAOS_TEST_TRINO'];
(real === undefined ? describe.skip : describe)(real === undefined ? 'not run: DATAOS_TEST_TRINO names no Trino' : 'a real Trino', () => {
  it('answers exactly, page after page', async () => {
    expect(await all(engineAt(real ?? '', {}).run(order("SELECT 9223372036854775807, DECIMAL '1.10', 'a\"b' || U&'\\263A'")))).toBe('[[9223372036854775807,"1.10","a\\"b☺"]]');
    const rows = JSON.parse(await all(engineAt(real ?? '', {}).run(order('SELECT orderkey FROM tpch.tiny.lineitem')))) as unknown[];
    expect(rows).toHaveLength(60_175);
  }, 60_000);

  it('becomes healthy, and cancels', async () => {
    const engine = engineAt(real ?? '', {});
    engine.start();
    await eventually(() => expect(engine.status().state).toBe('running'));
    const run = engine.run(order('SELECT count(*) FROM tpch.sf1.lineitem a CROSS JOIN tpch.sf1.lineitem b'));
    setTimeout(() => run.cancel(), 500);
    expect((await failureOf(run)).kind).toBe('canceled');
    await engine.stop();
  }, 60_000);
});
