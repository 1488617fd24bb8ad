import type { ServiceHealth } from '@dataos/contracts-operations';
import { CONFIG, HealthRegistry } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import type { OperationsConfig } from '../config.js';
import { healthFrom, healthOf, unreachable } from './readiness.js';

/** A service gives its own dependencies 3 s. */
const LIMIT_MS = 5_000;

/** Asks every service how it is. */
@Injectable()
export class ServicesHealth {
  constructor(@Inject(CONFIG) private readonly config: OperationsConfig, private readonly own: HealthRegistry) {}

  async list(): Promise<ServiceHealth[]> {
    const { config } = this;
    const peers: [string, string | undefined][] = [
      ['api-gateway', config.API_GATEWAY_URL], ['heimdall', config.HEIMDALL_URL], ['depot-service', config.DEPOT_SERVICE_URL], ['metis', config.METIS_URL],
      ['odin', config.ODIN_URL], ['minerva-gateway', config.MINERVA_GATEWAY_URL], ['poros', config.POROS_URL],
    ];
    const asked = peers.flatMap(([name, url]) => (url === undefined ? [] : [this.ask(name, url)]));
    return Promise.all([...asked, this.self()]);
  }

  private async ask(name: string, url: string): Promise<ServiceHealth> {
    const clock = stopwatch(name);
    try {
      const answer = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(LIMIT_MS), redirect: 'error' });
      const body: unknown = await answer.json().catch(() => undefined);
      return healthFrom(clock(), answer.status, body);
    } catch (error) {
      return unreachable(clock(), causeOf(error));
    }
  }

  private async self(): Promise<ServiceHealth> {
    const clock = stopwatch('operations');
    const readiness = await this.own.readiness();
    return healthOf(clock(), readiness);
  }
}

function stopwatch(name: string): () => Pick<ServiceHealth, 'name' | 'latencyMs' | 'checkedAt'> {
  const [checkedAt, start] = [new Date().toISOString(), performance.now()];
  return () => ({ name, checkedAt, latencyMs: Math.round(performance.now() - start) });
}

function causeOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return `no answer within ${LIMIT_MS / 1000} s`;
  return cause?.code ?? cause?.message ?? message;
}
