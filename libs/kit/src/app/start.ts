import 'reflect-metadata';
import { DomainError, UnsupportedMediaType } from '@dataos/contracts-core';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Socket } from 'node:net';
import { ConfigError, type BaseConfig } from '../config/config.js';
import { HealthRegistry } from '../health/health.registry.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { type Logger, nestLogger } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { endTracing, type Span, startSpan, traceTo, withinSpan } from '../observability/trace.js';
import { migrateService } from './migrate.js';
import { configOf, type ServiceDefinition } from './service.js';
import { watchSupervisor } from './supervisor.js';
import { CONFIG, LOGGER } from './tokens.js';
import { dependenciesOf } from './waiting.js';

/** Exit codes of sysexits: called wrongly, and configured wrongly. */
const EX_USAGE = 64;
const EX_CONFIG = 78;
const DRAIN_MS = 10_000;

/** What a service adds to its HTTP server beyond controllers, such as a second listener. */
export type Extend = (app: NestFastifyApplication) => Promise<void> | void;

/** Builds the Nest application of a service, not yet listening; tests use it as the process does. */
export async function createApplication<C extends BaseConfig>(service: ServiceDefinition<C>, module: Type<object>, extend?: Extend): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: service.bodyLimit ?? 1_048_576, routerOptions: { maxParamLength: 2_000 }, trustProxy: false });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { bufferLogs: true, abortOnError: false });
  const logger = app.get<Logger>(LOGGER);
  app.useLogger(nestLogger(logger));
  app.useGlobalFilters(new ProblemFilter(logger));
  acceptDeclaredTypes(app, service);
  await traceTo(app.get<BaseConfig>(CONFIG).OTEL_EXPORTER_OTLP_ENDPOINT, service.name);
  observe(app);
  endUnusedConnections(app);
  await extend?.(app);
  return app;
}

/** What Nest parses by itself, and only where nobody else does. */
const parsedByNest = new Set(['application/json', 'application/x-www-form-urlencoded']);

/** JSON and forms, and as text whatever else the contract's routes declare to consume; the rest is answered 415. */
function acceptDeclaredTypes(app: NestFastifyApplication, service: Pick<ServiceDefinition, 'api'>): void {
  const fastify = app.getHttpAdapter().getInstance();
  const declared = new Set(Object.values(service.api.routes).flatMap(({ consumes }) => consumes ?? []));
  for (const type of declared) {
    if (parsedByNest.has(type)) continue;
    fastify.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  }
  fastify.addHook('preParsing', (request, _reply, _payload, done) => {
    const type = request.headers['content-type'];
    // A proxy's routes take every type: it is for the service behind them to judge.
    const anyType = (request.routeOptions.config as { anyContentType?: boolean }).anyContentType === true;
    const known = type === undefined || anyType || fastify.hasContentTypeParser(type.split(';')[0]?.trim().toLowerCase() ?? '');
    done(known ? null : new DomainError(UnsupportedMediaType, `The content type ${type} is not understood here.`));
  });
}

function observe(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics);
  const fastify = app.getHttpAdapter().getInstance();
  const spans = new WeakMap<object, Span>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const span = startSpan(`${request.method} ${request.routeOptions.url ?? 'unknown'}`, 'server', request.headers['traceparent'] as string | undefined);
    spans.set(request, span);
    withinSpan(span, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const [route, status] = [request.routeOptions.url ?? 'unknown', reply.statusCode];
    metrics.requestDuration.observe({ method: request.method, route, status: String(status) }, reply.elapsedTime / 1_000);
    spans.get(request)?.end({ 'http.request.method': request.method, 'http.route': route, 'http.response.status_code': status }, status >= 500);
    done();
  });
  fastify.addHook('onClose', () => endTracing());
}

/** Connections over which nothing was ever asked, such as browsers open ahead, would keep a service from ending: Node takes them for busy ones. */
function endUnusedConnections(app: NestFastifyApplication): void {
  const open = new Set<Socket>();
  app.getHttpServer().on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  app.getHttpAdapter().getInstance().addHook('preClose', (done) => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    done();
  });
}

/** Runs a service as a process, or the one command it knows beside that: `migrate`. */
export async function startService<C extends BaseConfig>(service: ServiceDefinition<C>, module: Type<object>, extend?: Extend): Promise<void> {
  const [command, ...more] = process.argv.slice(2);
  if (command === undefined) return attempt(service.name, 'start', () => serve(service, module, extend));
  if (command === 'migrate' && more.length === 0) return attempt(service.name, 'migrate', () => migrateService(service as unknown as ServiceDefinition));
  process.stderr.write(`${service.name} knows the command migrate and no other; without a command it serves\n`);
  process.exit(EX_USAGE);
}

/** Parse settings, wait for database and broker, open the database, listen, and drain on SIGTERM or when the supervisor is gone. */
async function serve<C extends BaseConfig>(service: ServiceDefinition<C>, module: Type<object>, extend?: Extend): Promise<void> {
  await dependenciesOf(service, configOf(service));
  const app = await createApplication(service, module, extend);
  const config = app.get<BaseConfig>(CONFIG);
  drainOnSignal(app, config);
  await app.listen(config.PORT, config.HOST);
  app.get<Logger>(LOGGER).info({ url: await app.getUrl() }, 'listening');
}

async function attempt(name: string, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const configFault = error instanceof ConfigError;
    process.stderr.write(`${name} cannot ${what}: ${configFault ? error.message : (error as Error).stack}\n`);
    process.exit(configFault ? EX_CONFIG : 1);
  }
}

function drainOnSignal(app: NestFastifyApplication, config: BaseConfig): void {
  let draining = false;
  const drain = (): void => {
    if (draining) return;
    draining = true;
    app.get(HealthRegistry).drain();
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    void app.close().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGTERM', drain);
  process.on('SIGINT', drain);
  process.on('disconnect', drain);
  if (config.SUPERVISOR_PID !== undefined) watchSupervisor(config.SUPERVISOR_PID, drain);
}
