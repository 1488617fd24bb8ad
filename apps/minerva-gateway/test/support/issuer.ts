import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface Issuer {
  readonly url: string;
  /** Query of each visit of a browser. */
  readonly visits: URLSearchParams[];
  /** Who signs in next, or what goes wrong. */
  next: { user: string } | { error: string };
  close(): Promise<void>;
}

interface Grant { readonly challenge: string; readonly nonce: string; readonly redirect: string; readonly user: string }

/** A small identity provider: a browser that comes is signed in at once; a code is good once, for who can prove to have asked. */
export async function startIssuer({ clientId, secret, onToken }: { clientId: string; secret: string; onToken: (token: string, user: string) => void }): Promise<Issuer> {
  const keys = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
  const grants = new Map<string, Grant>();
  const issuer: { -readonly [K in keyof Issuer]: Issuer[K] } = { url: '', visits: [], next: { user: 'ada' }, close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }) };

  const authorize = (query: URLSearchParams, response: ServerResponse): void => {
    issuer.visits.push(query);
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('state', query.get('state') ?? '');
    if ('error' in issuer.next) back.searchParams.set('error', issuer.next.error);
    else {
      const code = randomBytes(16).toString('hex');
      grants.set(code, { challenge: query.get('code_challenge') ?? '', nonce: query.get('nonce') ?? '', redirect: query.get('redirect_uri') ?? '', user: issuer.next.user });
      back.searchParams.set('code', code);
    }
    response.writeHead(302, { location: back.href }).end();
  };

  const token = async (form: URLSearchParams, response: ServerResponse): Promise<void> => {
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const proven = grant !== undefined && createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url') === grant.challenge && form.get('redirect_uri') === grant.redirect
      && form.get('client_id') === clientId && form.get('client_secret') === secret;
    if (!proven) return answer(response, 400, { error: 'invalid_grant' });
    const id = await new SignJWT({ nonce: grant.nonce }).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).setIssuer(issuer.url).setSubject(grant.user).setAudience(clientId).setIssuedAt().setExpirationTime('5m').sign(keys.privateKey);
    onToken(id, grant.user);
    answer(response, 200, { access_token: `opaque-${randomBytes(8).toString('hex')}`, token_type: 'Bearer', expires_in: 300, id_token: id });
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer.url);
    if (pathname === '/authorize') return authorize(searchParams, response);
    if (pathname === '/token') return void bodyOf(request).then((body) => token(new URLSearchParams(body), response));
    if (pathname === '/keys') return answer(response, 200, { keys: [jwk] });
    if (pathname !== '/.well-known/openid-configuration') return answer(response, 404, {});
    answer(response, 200, {
      issuer: issuer.url, authorization_endpoint: `${issuer.url}/authorize`, token_endpoint: `${issuer.url}/token`, jwks_uri: `${issuer.url}/keys`, response_types_supported: ['code'],
      subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['ES256'], code_challenge_methods_supported: ['S256'],
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return issuer;
}

const answer = (response: ServerResponse, status: number, body: object): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
