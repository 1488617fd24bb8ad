import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, defineApi, DependencyUnavailable, DomainError, NotFound } from '@dataos/contracts-core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { peerFetch } from './peer-fetch.js';

const api = defineApi({
  service: 'peer', title: 'A peer', routes: {
    put: { method: 'PUT', path: '/things/:id', summary: 'Puts a thing', params: z.object({ id: z.string() }), body: z.object({ text: z.string() }), response: z.object({ text: z.string(), key: z.string() }), problems: [NotFound], access: 'public' },
  },
});

describe('the way services ask each other', () => {
  let server: Server;
  const peer = async (answer: (request: IncomingMessage, body: string, response: ServerResponse) => void, timeoutMs = 5_000) => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (piece: string) => { body += piece; }).on('end', () => answer(request, body, response));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return createClient(api, { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'secret', fetch: peerFetch, timeoutMs });
  };
  const json = (response: ServerResponse, status: number, body: unknown, type = 'application/json; charset=utf-8'): void => void response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
  const asked = (client: Awaited<ReturnType<typeof peer>>): Promise<unknown> => client.put({ params: { id: 'ä/1' }, body: { text: 'täxt' } }).catch((error: unknown) => error);

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('carries method, path, key and body there, and the answer back', async () => {
    const client = await peer(({ headers, method, url }, body, response) => json(response, 200, { text: `${method} ${url} ${body}`, key: headers.authorization }));
    expect(await asked(client)).toEqual({ text: 'PUT /things/%C3%A4%2F1 {"text":"täxt"}', key: 'Bearer secret' });
  });

  it('throws the problem that the peer answered with', async () => {
    const client = await peer((_request, _body, response) => json(response, 404, { type: 'about:blank', title: 'Not found', status: 404, code: NotFound.code, detail: 'There is no thing.' }, 'application/problem+json'));
    expect(DomainError.is(await asked(client), NotFound)).toBe(true);
  });

  it.each([
    ['that takes too long', () => undefined],
    ['that hangs up', (_request: IncomingMessage, _body: string, response: ServerResponse) => void response.destroy()],
    ['that breaks off', (_request: IncomingMessage, _body: string, response: ServerResponse) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' }).write('{"text":');
      setTimeout(() => response.destroy(), 20);
    }],
  ])('calls a peer %s away', async (_title, answer) => {
    const error = await asked(await peer(answer, 300));
    expect(DomainError.is(error, DependencyUnavailable)).toBe(true);
    expect((error as Error).message).toContain('peer does not answer');
  });

  it('calls nobody a peer that is away', async () => {
    const client = await peer(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    expect(DomainError.is(await asked(client), DependencyUnavailable)).toBe(true);
  });

  it('follows no redirect: a key goes to the peer it is for', async () => {
    const client = await peer((_request, _body, response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/elsewhere' }).end());
    expect(await asked(client)).toMatchObject({ message: 'peer answered 307' });
  });
});
