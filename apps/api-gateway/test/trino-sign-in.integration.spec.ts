import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestService } from '@dataos/testkit';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppModule } from '../src/app.module.js';
import { openDoor } from '../src/door.js';
import { service } from '../src/service.js';

const down = 'http://127.0.0.1:9';
const secret = 'a'.repeat(43);
let gateway: Awaited<ReturnType<typeof startTestService>>;
let minerva: Server;
let offered: string[] = [];
const calls: { url: string; headers: IncomingHttpHeaders }[] = [];

beforeAll(async () => {
  minerva = createServer((request, response) => {
    calls.push({ url: `${request.method} ${request.url}`, headers: request.headers });
    response.writeHead(request.url?.startsWith('/v1/oauth2/') ? 200 : 401, { 'www-authenticate': offered }).end('{}');
    request.resume();
  });
  await new Promise<void>((resolve) => { minerva.listen(0, '127.0.0.1', resolve); });
  gateway = await startTestService(service, AppModule, {
    users: { 'key-ada': { id: 'ada', type: 'person', tags: [] } }, extend: openDoor,
    config: { HEIMDALL_URL: down, DEPOT_SERVICE_URL: down, METIS_URL: down, ODIN_URL: down, MINERVA_GATEWAY_URL: `http://127.0.0.1:${(minerva.address() as AddressInfo).port}`, POROS_URL: down, OPERATIONS_URL: down },
  });
});
afterAll(async () => {
  await gateway.close();
  minerva.close();
});

const refused = async (headers: Record<string, string> = {}): Promise<string | null> => {
  const answer = await fetch(`${gateway.url}/v1/statement`, { method: 'POST', body: 'SELECT secret', headers });
  expect(answer.status).toBe(401);
  return answer.headers.get('www-authenticate');
};

it('asks a Trino client for a password where there is no identity provider', async () => {
  offered = ['Basic realm="Trino"', 'Bearer realm="Trino", token_type="JWT"'];
  expect(await refused()).toBe('Basic realm="Trino"');
});

it('says where to sign in as Minerva says it, to whom sends no token and to whom sends one that is over; of the request nothing reaches Minerva', async () => {
  offered = ['Basic realm="Trino"', `Bearer x_redirect_server="https://data.example/v1/oauth2/token/initiate/${secret}", x_token_server="https://data.example/v1/oauth2/token/${secret}"`];
  for (const headers of [{}, { authorization: 'Bearer over', 'x-forwarded-host': 'evil.example' }] as Record<string, string>[]) {
    expect(await refused(headers)).toBe(offered.join(', '));
    const seen = calls.at(-1)?.headers ?? ({} as IncomingHttpHeaders);
    expect([seen.authorization, seen['x-forwarded-host'], seen['content-length']]).toEqual([undefined, new URL(gateway.url).host, String('SELECT 1'.length)]);
  }
});

it.each(['/v1/oauth2/callback?state=x', `/v1/oauth2/token/${secret}`, `/v1/oauth2/token/initiate/${secret}`])('lets %s through without a token', async (path) => {
  expect((await fetch(gateway.url + path)).status).toBe(200);
  expect(calls.at(-1)?.url).toBe(`GET ${path}`);
});

it.each(['/v1/oauth2', '/v1/oauth2/callback/../../statement', `/v1/oauth2/token/${secret}/more`, '/v1/oauth2/token/initiate/..%2f..%2f..%2fstatement', '/v1/oauth2/other', '/v1/query/1'])('and nothing else: %s', async (path) => {
  expect((await fetch(gateway.url + path)).status).toBe(401);
});

it('is a door to queries for nobody whose Minerva does not answer', async () => {
  const alone = await startTestService(service, AppModule, {
    users: {}, extend: openDoor, config: { HEIMDALL_URL: down, DEPOT_SERVICE_URL: down, METIS_URL: down, ODIN_URL: down, MINERVA_GATEWAY_URL: down, POROS_URL: down, OPERATIONS_URL: down },
  });
  try {
    const answer = await fetch(`${alone.url}/v1/statement`, { method: 'POST', body: 'SELECT 1' });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="Trino"']);
  } finally {
    await alone.close();
  }
});
