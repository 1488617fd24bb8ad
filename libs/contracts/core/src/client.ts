import type { ApiDefinition, CallOf, OutputOf, RouteDefinition } from './route.js';
import { commonProblems, DependencyUnavailable, DomainError, Problem, type ProblemDefinition, Unexpected } from './problem.js';

/** The part of `fetch` that the client needs; any implementation will do. */
export type FetchLike = (url: string, init: {
  method: string; headers: Record<string, string>; body?: string; signal?: AbortSignal;
}) => Promise<{ ok: boolean; status: number; headers: { get(name: string): string | null }; text(): Promise<string> }>;

export interface ClientOptions {
  /** Origin of the service, such as `http://127.0.0.1:8081`. */
  readonly baseUrl: string;
  /** API key or JWT, sent as `Authorization: Bearer`. */
  readonly token?: string | (() => string | undefined);
  readonly fetch?: FetchLike;
  /** Headers added to every request, such as trace context. */
  readonly headers?: Record<string, string> | (() => Record<string, string>);
  readonly timeoutMs?: number;
}

export interface CallOptions {
  /** Overrides the client's token for this call. */
  readonly token?: string;
  readonly signal?: AbortSignal;
  readonly headers?: Record<string, string>;
}

type Call<R> = unknown extends CallOf<R>
  ? (input?: Record<string, never>, options?: CallOptions) => Promise<OutputOf<R>>
  : (input: CallOf<R>, options?: CallOptions) => Promise<OutputOf<R>>;

export type Client<A extends ApiDefinition> = { [K in keyof A['routes']]: Call<A['routes'][K]> };

type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

/**
 * A typed client over a contract. Answers are parsed by the contract's schema; a problem is thrown as the `DomainError`
 * it was on the other side; no answer at all is `dependency-unavailable`.
 */
export function createClient<A extends ApiDefinition>(api: A, options: ClientOptions): Client<A> {
  const call = (route: RouteDefinition) => (input: Parts = {}, callOptions: CallOptions = {}) => send(api.service, route, input, options, callOptions);
  return Object.fromEntries(Object.entries(api.routes).map(([name, route]) => [name, call(route)])) as unknown as Client<A>;
}

async function send(service: string, route: RouteDefinition, input: Parts, options: ClientOptions, call: CallOptions): Promise<unknown> {
  const fetch = options.fetch ?? (globalThis.fetch as unknown as FetchLike);
  const init = {
    method: route.method,
    headers: headersOf(route, input, options, call),
    ...(input.body === undefined ? {} : { body: typeof input.body === 'string' ? input.body : JSON.stringify(input.body) }),
    signal: call.signal ?? AbortSignal.timeout(options.timeoutMs ?? 30_000),
  };
  let answer;
  let text;
  try {
    answer = await fetch(options.baseUrl + pathOf(route, input), init);
    text = await answer.text();
  } catch (error) {
    throw new DomainError(DependencyUnavailable, `${service} does not answer: ${reasonOf(error)}`, { service, retry: true });
  }
  const body = parse(text, answer.headers.get('content-type') ?? '');
  if (!answer.ok) throw problemFrom(service, route, answer.status, body);
  return route.response === undefined ? undefined : route.response.parse(body);
}

function headersOf(route: RouteDefinition, input: Parts, options: ClientOptions, call: CallOptions): Record<string, string> {
  const token = call.token ?? (typeof options.token === 'function' ? options.token() : options.token);
  const shared = typeof options.headers === 'function' ? options.headers() : options.headers;
  return {
    accept: `${route.contentType ?? 'application/json'}, application/problem+json`,
    ...(input.body === undefined ? {} : { 'content-type': route.consumes?.[0] ?? 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...shared, ...call.headers,
  };
}

function pathOf(route: RouteDefinition, input: Parts): string {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input.params?.[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined) query.append(name, String(item));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

function parse(text: string, contentType: string): unknown {
  if (!/[/+]json/.test(contentType)) return text;
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

function problemFrom(service: string, route: RouteDefinition, status: number, body: unknown): DomainError {
  const problem = Problem.safeParse(body);
  if (!problem.success) return new DomainError({ ...Unexpected, status }, `${service} answered ${status}`);
  const known = [...(route.problems ?? []), ...commonProblems].find((definition) => definition.code === problem.data.code);
  const { type: _type, title, status: _status, detail, code, ...extra } = problem.data;
  const definition: ProblemDefinition = known ?? { ...Unexpected, code, status, title };
  return new DomainError(definition, detail ?? title, extra);
}

function reasonOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error));
}
