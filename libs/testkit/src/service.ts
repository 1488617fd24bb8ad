import { type AccessControl, type AccessRequest, type ApiDefinition, type Client, createClient, DomainError, type Principal } from '@dataos/contracts-core';
import { type BaseConfig, createApplication, type Extend, type ServiceDefinition } from '@dataos/kit';
import type { InjectionToken, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase } from './database.js';

export interface TestServiceOptions {
  /** Token to principal: who a request with that token is. */
  readonly users?: Record<string, Principal>;
  /** What the decision point answers; everything is allowed where absent. */
  readonly allow?: (request: AccessRequest) => boolean;
  /** Settings over the defaults of a test; `DATABASE_URL` of an earlier test service continues its state. */
  readonly config?: Record<string, string>;
  readonly extend?: Extend;
}

export interface TestService<A extends ApiDefinition> {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly databaseUrl: string;
  client(token?: string): Client<A>;
  get<T>(token: InjectionToken<T>): T;
  /** Stops the application and drops its database, unless `keepDatabase`. */
  close(options?: { keepDatabase?: boolean }): Promise<void>;
}

/** A decision point for tests: knows the given tokens, allows what `allow` allows. */
export function fakeAccess({ users = {}, allow = () => true }: TestServiceOptions): AccessControl {
  return {
    authenticate: async (token) => users[token],
    authorize: async (request) => (allow(request) ? { allow: true } : { allow: false, decision: 'test-decision', policies: ['test-policy'] }),
  };
}

/** A whole service on a real database, listening on a free loopback port; only the decision point is replaced. */
export async function startTestService<C extends BaseConfig>(service: ServiceDefinition<C>, module: Type<object>, options: TestServiceOptions = {}): Promise<TestService<ServiceDefinition<C>['api']>> {
  const database = options.config?.['DATABASE_URL'] === undefined ? await createTestDatabase(service.name.replaceAll('-', '_')) : undefined;
  const databaseUrl = options.config?.['DATABASE_URL'] ?? database?.url ?? '';
  const settings: Record<string, string> = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: databaseUrl, EVENTS_URL: databaseUrl, SERVICE_APIKEY: 'key-service', ...options.config };
  const useFakeAccess = service.accessFrom === undefined && (options.users !== undefined || options.allow !== undefined);
  if (useFakeAccess) (service as { access?: unknown }).access = () => fakeAccess(options);
  const app = await withEnvironment(settings, () => createApplication(service, module, options.extend));
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    url, app, databaseUrl,
    client: (token) => createClient(service.api, { baseUrl: url, ...(token === undefined ? {} : { token }) }),
    get: (token) => app.get(token, { strict: false }),
    close: async ({ keepDatabase = false } = {}) => {
      await app.close();
      if (!keepDatabase) await database?.drop();
    },
  };
}

/** Settings are read when the application is built; they are taken back right after, so tests do not meet each other's. */
async function withEnvironment<T>(settings: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, settings);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(settings)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** The problem a call was refused with; fails when the call went through. */
export async function problemOf(call: Promise<unknown>): Promise<DomainError> {
  try {
    await call;
  } catch (error) {
    if (DomainError.is(error)) return error;
    throw error;
  }
  throw new Error('expected the call to be refused, but it went through');
}

/** The refusals of calls that are already under way: all are listened to at once, so none can fail unheard while another is awaited. */
export const problemsOf = (calls: Promise<unknown>[]): Promise<DomainError[]> => Promise.all(calls.map(problemOf));
