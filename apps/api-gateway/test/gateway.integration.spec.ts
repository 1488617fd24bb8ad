import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { type FakePeer, startFakePeer, startTestService } from '@dataos/testkit';
import { AppModule } from '../src/app.module.js';
import { openDoor } from '../src/door.js';
import { service } from '../src/service.js';
import { upstreams } from '../src/upstreams.js';

const down = 'http://127.0.0.1:9';

describe('the api-gateway', () => {
  let gateway: Awaited<ReturnType<typeof startTestService>>;
  let metis: FakePeer;
  let heimdall: FakePeer;
  beforeAll(async () => {
    metis = await startFakePeer(metisApi, { searchAssets: () => ({ items: [], total: 0, page: 1, size: 50 }) });
    heimdall = await startFakePeer(heimdallApi, { authorize: () => ({ allow: true, valid: true }), listGatewayPolicies: () => [] });
    gateway = await startTestService(service, AppModule, {
      users: { 'key-ada': { id: 'ada', type: 'person', tags: [] } }, allow: ({ paths }) => !paths.some((path) => path.startsWith('/ds')), extend: openDoor,
      config: { HEIMDALL_URL: heimdall.url, DEPOT_SERVICE_URL: down, METIS_URL: metis.url, ODIN_URL: down, MINERVA_GATEWAY_URL: down, POROS_URL: down, OPERATIONS_URL: down },
    });
  });
  afterAll(async () => {
    await gateway.close();
    await metis.close();
    await heimdall.close();
  });
  const ask = (path: string, headers: Record<string, string> = { apikey: 'key-ada' }): Promise<Response> => fetch(gateway.url + path, { headers });

  it('forwards by prefix, path and query unchanged', async () => {
    const answer = await ask('/metis/api/v1/assets?q=passengers', { apikey: 'key-ada', 'x-forwarded-for': '6.6.6.6' });
    expect([answer.status, await answer.json()]).toEqual([200, { items: [], total: 0, page: 1, size: 50 }]);
    expect(metis.calls.at(-1)).toMatchObject({ route: 'searchAssets', input: { query: { q: 'passengers' } } });
  });

  it.each([
    ['a call without a token', '/metis/api/v1/assets', {}, 401, 'unauthenticated'],
    ['a call with a wrong token', '/metis/api/v1/assets', { apikey: 'nope' }, 401, 'unauthenticated'],
    ['an unknown route', '/nowhere/at/all', { apikey: 'key-ada' }, 404, 'not-found'],
    ['a prefix that only begins alike', '/metisx/api', { apikey: 'key-ada' }, 404, 'not-found'],
    ['what policy refuses', '/ds/api/v2/depots', { apikey: 'key-ada' }, 403, 'policy-denied'],
    ['a service that is down', '/gateway/api/v1/queries', { apikey: 'key-ada' }, 503, 'dependency-unavailable'],
  ])('answers %s by a problem', async (_what, path, headers, status, code) => {
    const before = metis.calls.length;
    const answer = await ask(path, headers as Record<string, string>);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
    expect(metis.calls.length).toBe(before);
  });

  it('sends the data policies below the gateway prefix to who keeps them, and lets the question in whose token is in its body', async () => {
    expect([(await ask('/gateway/api/v1/datapolicy')).status, heimdall.calls.at(-1)?.route]).toEqual([200, 'listGatewayPolicies']);
    const body = JSON.stringify({ token: 'somebody' });
    const answer = await fetch(`${gateway.url}/heimdall/api/v1/authorize`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect([answer.status, heimdall.calls.at(-1)?.route]).toEqual([200, 'authorize']);
  });

  it('names the service that is down', async () => {
    expect(await (await ask('/gateway/api/v1/queries')).json()).toMatchObject({ service: 'minerva-gateway', retry: true });
  });

  it('shows every service in one document and in Swagger UI', async () => {
    const document = (await (await ask('/openapi/dataos.json', {})).json()) as { paths: object; tags: { name: string }[] };
    for (const { api } of upstreams) for (const route of Object.values(api.routes)) expect(document.paths).toHaveProperty([route.path.replaceAll(/:(\w+)/g, '{$1}'), route.method.toLowerCase()]);
    expect(new Set(document.tags.map(({ name }) => name)).size).toBe(document.tags.length);
    expect((await ask('/docs', {})).status).toBe(200);
    expect(await (await ask('/docs/swagger-ui-init.js', {})).text()).toContain('/openapi/services/metis.json');
    expect((await ask('/problems/policy-denied', {})).status).toBe(200);
  });
});
