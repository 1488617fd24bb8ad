import type { Readiness } from '@dataos/contracts-core';
import { createServer, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { BaseConfig } from '../config/config.js';
import { check, type Probe } from '../health/health.registry.js';
import { createLogger, type Logger } from '../observability/logger.js';
import { createEventBus } from './kit.module.js';
import type { ServiceDefinition } from './service.js';
import { watchSupervisor } from './supervisor.js';

const EVERY_MS = 1_000;

/**
 * Waits until what a service cannot start without answers. Meanwhile its port says live, not ready, and which dependency
 * is missing: a supervisor that restarts what is not live would only add to the trouble.
 */
export async function dependenciesOf<C extends BaseConfig>(service: ServiceDefinition<C>, config: C): Promise<void> {
  if (service.migrations === undefined) return;
  const logger = createLogger(service.name, config.LOG_LEVEL);
  const bus = createEventBus(service.name, config, logger);
  try {
    await waitFor(service, config, { database: () => connect(config.DATABASE_URL ?? ''), events: () => bus.check() }, logger);
  } finally {
    await bus.close();
  }
}

/** Resolves when every probe goes through at once; the listener is opened only if the first look fails. */
async function waitFor(service: Pick<ServiceDefinition, 'name' | 'version'>, config: Pick<BaseConfig, 'HOST' | 'PORT' | 'SUPERVISOR_PID'>, probes: Record<string, Probe>, logger: Logger): Promise<void> {
  let seen = await look(probes);
  if (isReady(seen)) return;
  const startedAt = new Date().toISOString();
  const answer = (): Readiness => ({ status: 'not-ready', service: service.name, version: service.version ?? '0.1.0', startedAt, dependencies: seen });
  const server = await listen(config, service.name, answer);
  const end = (): never => process.exit(0);
  process.on('SIGTERM', end).on('SIGINT', end).on('disconnect', end);
  const unwatch = config.SUPERVISOR_PID === undefined ? undefined : watchSupervisor(config.SUPERVISOR_PID, end);
  for (let told = ''; !isReady(seen); seen = await look(probes)) {
    const missing = Object.entries(seen).filter(([, { ok }]) => !ok).map(([name]) => name).join(' and ');
    if (missing !== told) logger.warn({ dependencies: seen }, `waiting for ${(told = missing)}`);
    await delay(EVERY_MS);
  }
  process.off('SIGTERM', end).off('SIGINT', end).off('disconnect', end);
  unwatch?.();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

const isReady = (seen: Readiness['dependencies']): boolean => Object.values(seen).every(({ ok }) => ok);

const look = async (probes: Record<string, Probe>): Promise<Readiness['dependencies']> =>
  Object.fromEntries(await Promise.all(Object.entries(probes).map(async ([name, probe]) => [name, await check(probe)] as const)));

async function connect(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_500 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    // A server that hangs would hold the goodbye, too.
    void client.end().catch(() => undefined);
  }
}

function listen({ HOST, PORT }: Pick<BaseConfig, 'HOST' | 'PORT'>, service: string, readiness: () => Readiness): Promise<Server> {
  const server = createServer((request, response) => {
    const live = request.url === '/health/live';
    const ready = request.url === '/health/ready';
    const body = live ? { status: 'live', service } : ready ? readiness() : { type: '/problems/not-ready', status: 503, title: 'Not ready', code: 'not-ready', detail: `${service} is waiting for what it needs.` };
    response.writeHead(live ? 200 : 503, { 'content-type': live || ready ? 'application/json' : 'application/problem+json', 'retry-after': '1', connection: 'close' });
    response.end(JSON.stringify(body));
  });
  return new Promise((resolve, reject) => server.once('error', reject).listen(PORT, HOST, () => resolve(server)));
}
