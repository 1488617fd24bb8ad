import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { minervaApi } from '@dataos/contracts-minerva';
import { schemaDrift } from '@dataos/kit';
import type { TestService } from '@dataos/testkit';
import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { request as secureRequest } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { DataSource } from 'typeorm';
import { TrinoListener } from '../src/statements/trino-listener.js';
import { startGateway, startWorld, stopWorld, users, world } from './support/gateway.js';
import { type Issuer, startIssuer } from './support/issuer.js';

const run = promisify(execFile);
const here = path.join(import.meta.dirname, 'clients');
const client = { TRINO_OIDC_CLIENT_ID: 'minerva', TRINO_OIDC_CLIENT_SECRET: 'a-secret-of-minerva' };
const openssl = spawnSync('openssl', ['version']).status === 0;
const python = ['python3', 'python', process.env['DATAOS_TEST_PYTHON'] ?? 'python3'].find((command) => openssl && spawnSync(command, ['-c', 'import trino']).status === 0);
const jar = process.env['DATAOS_TEST_TRINO_JDBC'];
const java = jar !== undefined && openssl && spawnSync('java', ['-version']).status === 0;

let issuer: Issuer;
/** Two copies of a gateway with an identity provider, on one database; the gateway of the world has none. */
let one: TestService<typeof minervaApi>;
let two: TestService<typeof minervaApi>;
const issued: string[] = [];
/** Users whom the platform does not know. */
const strangers = new Set<string>();

beforeAll(async () => {
  await startWorld();
  issuer = await startIssuer({ clientId: client.TRINO_OIDC_CLIENT_ID, secret: client.TRINO_OIDC_CLIENT_SECRET, onToken: (token, user) => {
    issued.push(token);
    if (!strangers.has(user)) (users as Record<string, object>)[token] = { ...users['key-olivia'], id: user };
  } });
  one = await startGateway({ ...client, TRINO_OIDC_ISSUER: issuer.url });
  two = await startGateway({ ...client, TRINO_OIDC_ISSUER: issuer.url, DATABASE_URL: one.databaseUrl });
}, 300_000);
afterAll(async () => {
  await two?.close({ keepDatabase: true });
  await one?.close();
  await issuer?.close();
  await stopWorld();
});
beforeEach(() => {
  issuer.next = { user: 'olivia' };
  issuer.visits.length = 0;
});

const statement = (base: string, authorization?: string, sql = 'SELECT 1'): Promise<Response> => fetch(`${base}/v1/statement`, { method: 'POST', body: sql, headers: authorization === undefined ? {} : { authorization } });

async function challenge(base: string, authorization?: string): Promise<{ redirect: string; token: string; all: string }> {
  const { status, headers } = await statement(base, authorization);
  expect(status).toBe(401);
  const all = headers.get('www-authenticate') ?? '';
  const found = /Bearer x_redirect_server="([^"]+)", x_token_server="([^"]+)"/.exec(all);
  return { redirect: found?.[1] ?? '', token: found?.[2] ?? '', all };
}

/** What a browser does: it keeps cookies for the gateway and follows. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async visit(url: string, method = 'GET'): Promise<Response> {
    const answer = await fetch(url, { method, redirect: 'manual', headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }, ...(method === 'POST' ? { body: new URLSearchParams() } : {}) });
    for (const line of answer.headers.getSetCookie()) this.cookies.set(line.split('=')[0] ?? '', line.split(';')[0]?.split('=').slice(1).join('=') ?? '');
    return answer;
  }

  /** Presses the button, and is sent to the provider and back. */
  async signIn(url: string): Promise<{ status: number; text: string; callback: string }> {
    expect((await this.visit(url)).status).toBe(200);
    const away = await this.visit(url, 'POST');
    expect(away.status).toBe(303);
    const callback = (await this.visit(away.headers.get('location') ?? '')).headers.get('location') ?? '';
    const answer = await this.visit(callback);
    return { status: answer.status, text: await answer.text(), callback };
  }
}

const poll = async (url: string): Promise<{ token?: string; error?: string; nextUri?: string }> => (await fetch(url)).json() as Promise<{ token?: string }>;

/** Whether there is no answer for longer than one that is ready takes. */
async function isWaiting(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(() => false, (error: Error) => error.name === 'TimeoutError');
}

it('has migrations that fit its entities', async () => expect(await schemaDrift(one.get(DataSource))).toEqual([]));

describe('without an identity provider', () => {
  it('a client is asked for a password or a token as ever, and there is nowhere to sign in', async () => {
    expect((await challenge(world.gateway.url)).all).toBe('Basic realm="Trino", Bearer realm="Trino", token_type="JWT"');
    const { redirect, token } = await challenge(one.url);
    for (const [url, method] of [[redirect, 'GET'], [redirect, 'POST'], [token, 'GET'], [token, 'DELETE'], [`${one.url}/v1/oauth2/callback?state=x&code=y`, 'GET']] as const) {
      expect((await fetch(url.replace(one.url, world.gateway.url), { method, ...(method === 'POST' ? { body: new URLSearchParams() } : {}) })).status).toBe(404);
    }
  });

  it('settings that say half of it do not start', async () => {
    await expect(startGateway({ TRINO_OIDC_ISSUER: issuer.url })).rejects.toThrow('TRINO_OIDC_ISSUER and TRINO_OIDC_CLIENT_ID must be given together');
    await expect(startGateway({ ...client, TRINO_OIDC_ISSUER: 'http://issuer.example' })).rejects.toThrow('must be https');
  });
});

describe('signing in through a browser', () => {
  it('gives the client that asked a token, which is a token like any other', async () => {
    const { redirect, token, all } = await challenge(one.url);
    expect(all).toMatch(/^Basic realm="Trino", Bearer realm="Trino", token_type="JWT", Bearer x_redirect_server=/);
    const page = await new Browser().visit(redirect);
    expect([page.headers.get('content-type'), page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual(['text/html; charset=utf-8', 'no-store', 'no-referrer']);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    // The client waits at the other copy while the browser is at this one.
    const waiting = poll(token.replace(one.url, two.url));
    const end = await new Browser().signIn(redirect);
    expect([end.status, end.text]).toEqual([200, expect.stringContaining('Your program goes on as olivia.')]);
    const { token: given } = await waiting;
    expect(given).toBe(issued.at(-1));
    expect((await poll(token)).token).toBe(given);
    const answer = await (await statement(two.url, `Bearer ${given}`)).json() as { id: string };
    expect(answer.id).toMatch(/^\d{8}_/);
    expect(issuer.visits[0] && Object.fromEntries(issuer.visits[0])).toMatchObject({
      response_type: 'code', client_id: 'minerva', redirect_uri: `${one.url}/v1/oauth2/callback`, scope: 'openid profile email', code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('leaves passwords and keys what they are', async () => {
    for (const authorization of [`Basic ${Buffer.from('olivia:key-olivia').toString('base64')}`, 'Bearer key-olivia']) expect((await statement(one.url, authorization)).status).toBe(200);
    expect((await challenge(one.url, 'Bearer nonsense')).token).toContain('/v1/oauth2/token/');
  });

  it('says back what the provider refused, and nothing it sent', async () => {
    issuer.next = { error: 'access_denied' };
    const { redirect, token } = await challenge(one.url);
    const end = await new Browser().signIn(redirect);
    expect([end.status, end.text]).toEqual([400, expect.stringContaining('The identity provider did not sign you in (access_denied).')]);
    expect(await poll(token)).toEqual({ error: 'The identity provider did not sign you in (access_denied).' });
  });

  it('gives no token that heimdall does not take', async () => {
    issuer.next = { user: 'eve' };
    strangers.add('eve');
    const { redirect, token } = await challenge(one.url);
    expect((await new Browser().signIn(redirect)).status).toBe(400);
    expect(await poll(token)).toEqual({ error: 'The platform does not accept the token that the identity provider gave.' });
  });

  it('offers each time other addresses, under the origin the client knows', async () => {
    const seen = new Set<string>();
    for (let index = 0; index < 20; index += 1) {
      const { redirect, token } = await challenge(one.url);
      seen.add(redirect).add(token);
      expect(redirect.startsWith(`${one.url}/v1/oauth2/token/initiate/`) && token.startsWith(`${one.url}/v1/oauth2/token/`)).toBe(true);
    }
    expect(seen.size).toBe(40);
    const { headers } = await fetch(`${one.url}/v1/statement`, { method: 'POST', body: 'SELECT 1', headers: { 'x-forwarded-host': 'data.example', 'x-forwarded-proto': 'https' } });
    expect(headers.get('www-authenticate')).toContain('x_redirect_server="https://data.example/v1/oauth2/');
  });
});

describe('what must not happen', () => {
  it('who sees the address of the browser gets nothing', async () => {
    const { redirect } = await challenge(one.url);
    const seen = redirect.split('/').at(-1) ?? '';
    await new Browser().signIn(redirect);
    expect(await isWaiting(`${one.url}/v1/oauth2/token/${seen}`)).toBe(true);
  });

  it('the database shows no token, and no link shows a secret', async () => {
    const { redirect, token } = await challenge(one.url);
    await new Browser().signIn(redirect);
    const rows = JSON.stringify(await one.get(DataSource).query('SELECT * FROM external_sign_in'));
    const given = (await poll(token)).token ?? '';
    expect(rows).toContain(redirect.split('/').at(-1));
    for (const secret of [given, given.split('.')[2] ?? '', token.split('/').at(-1) ?? '']) {
      expect(secret.length).toBeGreaterThan(20);
      expect(rows).not.toContain(secret);
    }
  });

  it('another browser does not end what this one began, and nobody ends it twice', async () => {
    const { redirect, token } = await challenge(one.url);
    const browser = new Browser();
    const away = await browser.visit(redirect, 'POST');
    const callback = (await browser.visit(away.headers.get('location') ?? '')).headers.get('location') ?? '';
    const other = await new Browser().visit(callback);
    expect([other.status, await other.text()]).toEqual([400, expect.stringContaining('begun in another browser')]);
    expect((await browser.visit(callback)).status).toBe(200);
    expect((await browser.visit(callback)).status).toBe(400);
    expect((await browser.visit(redirect, 'POST')).status).toBe(404);
    expect((await poll(token)).token).toBe(issued.at(-1));
  });

  it('a state that nobody gave, or a code of another sign-in, signs nobody in', async () => {
    expect((await new Browser().visit(`${one.url}/v1/oauth2/callback?state=${'x'.repeat(43)}&code=y`)).status).toBe(400);
    expect((await new Browser().visit(`${one.url}/v1/oauth2/callback?code=y`)).status).toBe(400);
    const [mine, theirs] = [await challenge(one.url), await challenge(one.url)];
    const [browser, thief] = [new Browser(), new Browser()];
    const stolen = new URL((await browser.visit((await browser.visit(mine.redirect, 'POST')).headers.get('location') ?? '')).headers.get('location') ?? '').searchParams.get('code') ?? '';
    const own = new URL((await thief.visit((await thief.visit(theirs.redirect, 'POST')).headers.get('location') ?? '')).headers.get('location') ?? '');
    own.searchParams.set('code', stolen);
    expect((await thief.visit(own.href)).status).toBe(400);
    expect(await poll(theirs.token)).toEqual({ error: 'The identity provider did not sign you in (invalid_grant).' });
  });

  it('a token that was fetched and acknowledged is given to nobody again', async () => {
    const { redirect, token } = await challenge(one.url);
    await new Browser().signIn(redirect);
    expect((await poll(token)).token).toBe(issued.at(-1));
    expect((await fetch(token, { method: 'DELETE' })).status).toBe(204);
    expect(await poll(token.replace(one.url, two.url))).toEqual({ error: 'The token of this sign-in was fetched already.' });
    expect(JSON.stringify(await one.get(DataSource).query('SELECT sealed FROM external_sign_in WHERE link = $1', [redirect.split('/').at(-1)]))).toBe('[{"sealed":null}]');
  });

  it('a sign-in does not outlive its time', async () => {
    const { redirect, token } = await challenge(one.url);
    const browser = new Browser();
    const away = await browser.visit(redirect, 'POST');
    const callback = (await browser.visit(away.headers.get('location') ?? '')).headers.get('location') ?? '';
    await one.get(DataSource).query("UPDATE external_sign_in SET expires_at = now() - interval '1 second' WHERE link = $1", [redirect.split('/').at(-1)]);
    expect((await browser.visit(callback)).status).toBe(400);
    expect(await isWaiting(token)).toBe(true);
    await browser.visit((await challenge(one.url)).redirect, 'POST');
    expect(await one.get(DataSource).query('SELECT 1 FROM external_sign_in WHERE link = $1', [redirect.split('/').at(-1)])).toEqual([]);
  });

  it('a client whose user takes long is told to ask again, at the same address', async () => {
    const { token } = await challenge(one.url);
    expect(await poll(token)).toEqual({ nextUri: token });
  }, 60_000);

  it.each(['short', `${'a'.repeat(42)}!`, 'a'.repeat(44)])('the address %s leads nowhere', async (id) => {
    for (const [url, method] of [[`token/${id}`, 'GET'], [`token/initiate/${id}`, 'GET'], [`token/${id}`, 'DELETE']] as const) expect((await fetch(`${one.url}/v1/oauth2/${url}`, { method })).status).toBe(400);
  });

  it('a provider that is away is no way in', async () => {
    const away = await startGateway({ ...client, TRINO_OIDC_ISSUER: 'http://127.0.0.1:9' });
    try {
      const { redirect } = await challenge(away.url);
      expect((await new Browser().visit(redirect, 'POST')).status).toBe(503);
      expect((await statement(away.url, 'Bearer key-olivia')).status).toBe(200);
    } finally {
      await away.close();
    }
  });
});

/** A gateway behind TLS, as these clients demand, and a browser that does what the client prints. */
const secured = python !== undefined || java;
const tls = { cert: '', base: '' };
let third: TestService<typeof minervaApi>;
beforeAll(async () => {
  if (!secured) return;
  const folder = mkdtempSync(path.join(tmpdir(), 'minerva-tls-'));
  const [cert, key] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
  await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert]);
  third = await startGateway({ ...client, TRINO_OIDC_ISSUER: issuer.url, TRINO_TLS_CERT: cert, TRINO_TLS_KEY: key });
  await third.client('key-olivia').putCluster({ params: { name: 'air' }, body: { spec: { minerva: { depots: [{ address: 'dataos://crm' }] } } } });
  Object.assign(tls, { cert, base: `https://127.0.0.1:${third.get<TrinoListener>(TrinoListener).port}` });
}, 300_000);
afterAll(() => third?.close());

/** Runs a client until it ends; at the address it prints, somebody signs in. */
async function withBrowser(command: string, args: string[]): Promise<string> {
  const child = spawn(command, args, { env: { ...process.env, REQUESTS_CA_BUNDLE: tls.cert, CURL_CA_BUNDLE: tls.cert, PYTHONUNBUFFERED: '1' } });
  let output = '';
  let errors = '';
  let visited: Promise<unknown> | undefined;
  const see = (text: string): void => {
    output += text;
    const url = /https:\/\/[^\s"]+\/initiate\/[\w-]{43}/.exec(output)?.[0];
    if (url !== undefined) visited ??= signInOverTls(url);
  };
  child.stdout.on('data', (chunk: Buffer) => see(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString(); });
  const code = await new Promise((resolve) => { child.on('exit', resolve); });
  await visited;
  if (code !== 0) throw new Error(errors);
  return output;
}

const overTls = (url: string, method: string, cookie = ''): Promise<{ location: string; cookie: string; text: string }> => new Promise((resolve, reject) => {
  secureRequest(url, { method, rejectUnauthorized: false, headers: { cookie, ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) } }, (answer) => {
    let text = '';
    answer.on('data', (chunk: Buffer) => { text += chunk.toString(); }).on('end', () => resolve({ location: answer.headers.location ?? '', cookie: answer.headers['set-cookie']?.[0] ?? '', text }));
  }).on('error', reject).end();
});

async function signInOverTls(url: string): Promise<void> {
  const away = await overTls(url, 'POST');
  expect(away.cookie).toContain('; Secure');
  const back = await fetch(away.location, { redirect: 'manual' });
  expect((await overTls(back.headers.get('location') ?? '', 'GET', away.cookie.split(';')[0])).text).toContain('Signed in');
}

(python === undefined ? describe.skip : describe)(python === undefined ? 'not run: python3 with the package trino, or openssl, is not here' : 'the Python client with OAuth2Authentication', () => {
  it('signs in and asks', async () => {
    const output = await withBrowser(python ?? '', [path.join(here, 'oauth2.py'), '127.0.0.1', new URL(tls.base).port]);
    expect(output.trim().split('\n').at(-1)).toBe('[[1, "olivia"]]');
  }, 120_000);
});

(java ? describe : describe.skip)(java ? 'the JDBC driver with externalAuthentication' : 'not run: DATAOS_TEST_TRINO_JDBC does not name the jar of trino-jdbc, or there is no java or openssl', () => {
  it('signs in and asks', async () => {
    const output = await withBrowser('java', ['-cp', jar ?? '', path.join(here, 'JdbcOauth2.java'), `jdbc:trino://127.0.0.1:${new URL(tls.base).port}?SSL=true&SSLVerification=NONE&externalAuthentication=true&externalAuthenticationRedirectHandlers=PRINT`]);
    expect(output.trim().split('\n').at(-1)).toBe('1 olivia');
  }, 120_000);
});
