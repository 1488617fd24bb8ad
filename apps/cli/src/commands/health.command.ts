import { DomainError, DependencyUnavailable, PolicyDenied, Readiness, Unauthenticated } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { minervaApi } from '@dataos/contracts-minerva';
import { operationsApi } from '@dataos/contracts-operations';
import { porosApi } from '@dataos/contracts-poros';
import type { Command } from 'commander';
import { Failure } from '../output/failure.js';
import { table } from '../output/table.js';
import type { Session } from '../session/session.js';
import type { Context } from './context.js';

/** `unknown`: policy does not let the caller see whether it runs. */
export interface ServiceHealth { readonly service: string; readonly state: 'ready' | 'not-ready' | 'down' | 'unknown'; readonly message?: string; readonly ms: number }

/** Behind the gateway a service is seen by a small question only it can answer. */
function probes(session: Session): Record<string, () => Promise<unknown>> {
  return {
    [heimdallApi.service]: () => session.client(heimdallApi).jwks(),
    [depotApi.service]: () => session.client(depotApi).listDepots(),
    [metisApi.service]: () => session.client(metisApi).searchAssets({ query: { size: 1 } }),
    [minervaApi.service]: () => session.client(minervaApi).info(),
    [porosApi.service]: () => session.client(porosApi).listWorkspaces(),
  };
}

/** `dataos health`: exit code 1 unless everything is ready. */
export function addHealth(program: Command, context: Context): void {
  program.command('health').description('show whether every service is ready').action(async () => {
    const session = await context.session();
    const services = await allServices(session);
    context.show(services, (options) => table(['SERVICE', 'STATE', 'MS', 'MESSAGE'], services.map(({ service, state, ms, message }) => [service, state, ms, message]), options));
    const bad = services.filter(({ state }) => state === 'down' || state === 'not-ready');
    if (bad.length > 0) throw new Failure(`Not ready: ${bad.map(({ service }) => service).join(', ')}.`);
  });
}

/** Operations asks every service itself; where it cannot be asked, each one is probed. */
async function allServices(session: Session): Promise<ServiceHealth[]> {
  const operations = { told: [] as ServiceHealth[] };
  const itself = await healthOf(operationsApi.service, async () => {
    const services = await session.client(operationsApi).listServices();
    operations.told = services.map(({ name, status, latencyMs, message }) => ({ service: name, state: status === 'unreachable' ? 'down' : status, ...(message === undefined ? {} : { message }), ms: latencyMs }));
  });
  const told = new Set(operations.told.map(({ service }) => service));
  const others = itself.state === 'ready' ? [] : Object.entries(probes(session));
  const more = await Promise.all([
    ...(told.has('api-gateway') ? [] : [gatewayHealth(session.url)]),
    ...others.map(([service, probe]) => healthOf(service, probe)),
  ]);
  return [...more, ...operations.told, ...(told.has(operationsApi.service) ? [] : [itself])];
}

/** What the answer to a probe says about the service. */
export async function healthOf(service: string, probe: () => Promise<unknown>): Promise<ServiceHealth> {
  const started = performance.now();
  const seen = (state: ServiceHealth['state'], message?: string): ServiceHealth =>
    ({ service, state, ...(message === undefined ? {} : { message }), ms: Math.round(performance.now() - started) });
  try {
    await probe();
    return seen('ready');
  } catch (error) {
    if (DomainError.is(error, DependencyUnavailable)) return seen('down', error.detail);
    if (DomainError.is(error, PolicyDenied) || DomainError.is(error, Unauthenticated)) return seen('unknown', error.detail);
    return seen('not-ready', error instanceof Error ? error.message : String(error));
  }
}

/** The gateway itself tells what it lacks. */
async function gatewayHealth(url: string): Promise<ServiceHealth> {
  return healthOf('api-gateway', async () => {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(10_000) }).catch((error: Error & { cause?: { code?: string } }) => {
      throw new DomainError(DependencyUnavailable, `${url} does not answer (${error.cause?.code ?? error.message}).`, { service: 'api-gateway', retry: true });
    });
    const readiness = Readiness.safeParse(await answer.json().catch(() => undefined));
    if (!readiness.success) throw new Failure(`answered ${answer.status} without telling its readiness`);
    const lacking = Object.entries(readiness.data.dependencies).filter(([, { ok }]) => !ok);
    if (lacking.length > 0) throw new Failure(lacking.map(([name, { message }]) => `${name}: ${message ?? 'not ready'}`).join('; '));
    if (readiness.data.status !== 'ready') throw new Failure('says it is not ready');
  });
}
