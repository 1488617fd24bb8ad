import { type ApiDefinition, type CallOf, DomainError, type Problem, Unexpected } from '@dataos/contracts-core';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Parts = { params: Record<string, string>; query: Record<string, string>; body: unknown; token?: string };
type Answers<A extends ApiDefinition> = { [K in keyof A['routes']]?: (input: CallOf<A['routes'][K]> & { token?: string }) => unknown };

export interface FakePeer {
  readonly url: string;
  /** Every call received: route name and its parts. */
  readonly calls: { route: string; input: Parts }[];
  close(): Promise<void>;
}

/** A real HTTP server that answers a peer's contract from functions; a route without one answers 500, so no call goes unnoticed. */
export async function startFakePeer<A extends ApiDefinition>(api: A, answers: Answers<A>): Promise<FakePeer> {
  const calls: FakePeer['calls'] = [];
  const server: Server = createServer((request, response) => {
    void serve(api, answers as Record<string, (input: never) => unknown>, calls, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function serve(api: ApiDefinition, answers: Record<string, (input: never) => unknown>, calls: FakePeer['calls'], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://peer');
  const found = match(api, request.method ?? 'GET', url.pathname);
  const token = request.headers.authorization?.replace(/^Bearer /, '');
  const input: Parts = { params: found?.params ?? {}, query: Object.fromEntries(url.searchParams), body: await bodyOf(request), ...(token === undefined ? {} : { token }) };
  const answer = found === undefined ? undefined : answers[found.name];
  calls.push({ route: found?.name ?? url.pathname, input });
  try {
    if (found === undefined || answer === undefined) throw new DomainError(Unexpected, `the fake ${api.service} has no answer for ${request.method} ${url.pathname}`);
    reply(response, api.routes[found.name]?.status ?? 200, 'application/json', await answer(input as never));
  } catch (error) {
    const problem: Problem = DomainError.is(error) ? error.toProblem() : new DomainError(Unexpected, String(error)).toProblem();
    reply(response, problem.status, 'application/problem+json', problem);
  }
}

function match(api: ApiDefinition, method: string, path: string): { name: string; params: Record<string, string> } | undefined {
  for (const [name, route] of Object.entries(api.routes)) {
    const pattern = new RegExp(`^${route.path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    const found = route.method === method ? pattern.exec(path) : null;
    if (found !== null) return { name, params: Object.fromEntries(Object.entries(found.groups ?? {}).map(([key, value]) => [key, decodeURIComponent(value)])) };
  }
  return undefined;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return request.headers['content-type']?.includes('json') && text !== '' ? JSON.parse(text) : text || undefined;
}

function reply(response: ServerResponse, status: number, type: string, body: unknown): void {
  response.writeHead(status, { 'content-type': type });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
