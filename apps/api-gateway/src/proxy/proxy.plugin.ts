import { type AccessControl, DependencyUnavailable, DomainError, Unauthenticated } from '@dataos/contracts-core';
import { allowPath, currentTraceId, expected, tokenOf, traceHeaders } from '@dataos/kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Agent, errors } from 'undici';
import type { Upstream } from '../upstreams.js';
import { downstreamHeaders, upstreamHeaders } from './headers.js';

export interface ProxyOptions {
  readonly upstreams: readonly Upstream[];
  readonly origin: (upstream: Upstream) => string;
  readonly access: AccessControl;
}

/** Paths behind the gateway that ask for no token: what a client reads before it signs in, and the question whose token is in its body. */
const publicPaths = new Set(['/v1/info', '/heimdall/.well-known/jwks.json', '/.well-known/authzen-configuration', '/heimdall/api/v1/authorize', '/heimdall/api/v1/authorize/batch']);
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;

/** Forwards every prefix to its service, bodies streamed and untouched, after the ingress decision. */
export function registerProxy(fastify: FastifyInstance, options: ProxyOptions): void {
  const agent = new Agent({ connections: 128, connectTimeout: 2_000, headersTimeout: 120_000, bodyTimeout: 120_000 });
  fastify.addHook('onClose', () => agent.close());
  void fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
    for (const upstream of options.upstreams) {
      const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
        await admit(options.access, request);
        return forward(agent, upstream, options.origin(upstream), request, reply);
      };
      for (const prefix of upstream.prefixes) {
        for (const url of [prefix, `${prefix}/*`]) scope.route({ method: [...methods], url, handler, bodyLimit: 64 * 1_048_576, exposeHeadRoute: false, config: { anyContentType: true } });
      }
    }
  });
}

async function admit(access: AccessControl, request: FastifyRequest): Promise<void> {
  if (publicPaths.has(request.url.split('?')[0] ?? '')) return;
  const token = tokenOf(request.headers);
  const principal = token === undefined ? undefined : await access.authenticate(token);
  if (token === undefined || principal === undefined) {
    throw new DomainError(Unauthenticated, 'Send a valid API key or token (`apikey: …` or `Authorization: Bearer …`).');
  }
  await allowPath(access, { ...principal, token }, request.method, request.url);
}

async function forward(agent: Agent, upstream: Upstream, origin: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const headers = { ...upstreamHeaders(request.headers, { ip: request.ip, host: request.host, protocol: request.protocol }), ...traceHeaders() };
  const hasBody = request.body !== undefined && request.body !== null;
  try {
    const answer = await agent.request({
      origin, path: request.url, method: request.method as 'GET', headers, body: hasBody ? (request.body as never) : null,
    });
    return reply.code(answer.statusCode).headers(downstreamHeaders(answer.headers)).send(answer.body);
  } catch (error) {
    throw new DomainError(DependencyUnavailable, `The service ${upstream.api.service} does not answer (${codeOf(error)}); try again shortly.`, {
      service: upstream.api.service, retry: true,
    });
  }
}

const codeOf = (error: unknown): string => (error instanceof errors.UndiciError ? error.code : ((error as { code?: string }).code ?? 'no connection'));

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const traceId = currentTraceId();
  const problem = expected(error).toProblem({ instance: request.url.split('?')[0] ?? '/', ...(traceId === undefined ? {} : { traceId }) });
  // Trino's clients ask for a password where they see Basic; a browser would too, with a window of its own in front of the console and Swagger UI.
  if (problem.status === 401) void reply.header('www-authenticate', request.url.startsWith('/v1/') ? 'Basic realm="Trino"' : 'Bearer realm="DataOS"');
  void reply.code(problem.status).header('content-type', 'application/problem+json').send(problem);
}
