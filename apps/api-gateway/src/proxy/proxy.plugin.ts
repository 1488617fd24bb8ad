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
/** Signing in a Trino client through a browser: who signs in has no token yet, and the addresses cannot be guessed. */
const SIGN_IN = /^\/v1\/oauth2\/(callback|token\/(initiate\/)?[A-Za-z0-9_-]{43})$/;
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
        try {
          await admit(options.access, request);
        } catch (error) {
          if (isTrino(request) && DomainError.is(error, Unauthenticated)) void reply.header('www-authenticate', await challengeOf(agent, options.origin(upstream), request));
          throw error;
        }
        return forward(agent, upstream, options.origin(upstream), request, reply);
      };
      for (const prefix of upstream.prefixes) {
        for (const url of [prefix, `${prefix}/*`]) scope.route({ method: [...methods], url, handler, bodyLimit: 64 * 1_048_576, exposeHeadRoute: false, config: { anyContentType: true } });
      }
    }
  });
}

const isTrino = (request: FastifyRequest): boolean => request.url.startsWith('/v1/');
const BASIC = 'Basic realm="Trino"';

/**
 * How a Trino client may prove who it is: by a password, and where Minerva has an identity provider also as it says when nobody asks. Of the
 * request nothing goes there but which origin its client knows.
 */
async function challengeOf(agent: Agent, origin: string, { ip, host, protocol }: FastifyRequest): Promise<string | string[]> {
  try {
    const answer = await agent.request({ origin, path: '/v1/statement', method: 'POST', headers: { ...upstreamHeaders({}, { ip, host, protocol }), 'content-type': 'text/plain' }, body: 'SELECT 1', headersTimeout: 5_000 });
    await answer.body.dump();
    const offered = [answer.headers['www-authenticate'] ?? []].flat();
    return answer.statusCode === 401 && offered.some((one) => one.includes('x_token_server=')) ? offered : BASIC;
  } catch {
    return BASIC;
  }
}

async function admit(access: AccessControl, request: FastifyRequest): Promise<void> {
  const path = request.url.split('?')[0] ?? '';
  if (publicPaths.has(path) || SIGN_IN.test(path)) return;
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
  if (problem.status === 401 && !reply.hasHeader('www-authenticate')) void reply.header('www-authenticate', isTrino(request) ? BASIC : 'Bearer realm="DataOS"');
  void reply.code(problem.status).header('content-type', 'application/problem+json').send(problem);
}
