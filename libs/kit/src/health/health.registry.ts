import { Readiness } from '@dataos/contracts-core';
import { Inject, Injectable } from '@nestjs/common';
import { SERVICE } from '../app/tokens.js';
import type { ServiceDefinition } from '../app/service.js';

export type Probe = () => Promise<void>;

/** Collects what a service needs to be useful; each probe throws with the reason when it is not there. */
@Injectable()
export class HealthRegistry {
  private readonly probes = new Map<string, Probe>();
  private readonly startedAt = new Date().toISOString();
  private draining = false;

  constructor(@Inject(SERVICE) private readonly service: ServiceDefinition) {}

  register(name: string, probe: Probe): void {
    this.probes.set(name, probe);
  }

  /** From now on the service says not-ready, so that no new work is sent to it. */
  drain(): void {
    this.draining = true;
  }

  async readiness(): Promise<Readiness> {
    const results = await Promise.all([...this.probes].map(async ([name, probe]) => [name, await check(probe)] as const));
    const ready = !this.draining && results.every(([, result]) => result.ok);
    return {
      status: ready ? 'ready' : 'not-ready', service: this.service.name, version: this.service.version ?? '0.1.0', startedAt: this.startedAt,
      dependencies: Object.fromEntries(results),
    };
  }
}

/** Whether a dependency answers, within what time, or why it does not. */
export async function check(probe: Probe): Promise<Readiness['dependencies'][string]> {
  const start = performance.now();
  const ms = (): number => Math.round(performance.now() - start);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer within 3 s')), 3_000);
  });
  try {
    await Promise.race([probe(), late]);
    return { ok: true, ms: ms() };
  } catch (error) {
    return { ok: false, message: reasonOf(error), ms: ms() };
  } finally {
    clearTimeout(timer);
  }
}

/** A host with several addresses fails with several errors and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
