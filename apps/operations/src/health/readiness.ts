import { Readiness } from '@dataos/contracts-core';
import type { ServiceHealth } from '@dataos/contracts-operations';

type Asked = Pick<ServiceHealth, 'name' | 'latencyMs' | 'checkedAt'>;

/** What a service's own account of itself says. */
export function healthOf(asked: Asked, { status, version, startedAt, dependencies }: Readiness): ServiceHealth {
  const faults = Object.entries(dependencies).filter(([, { ok }]) => !ok).map(([name, { message }]) => (message === undefined ? name : `${name}: ${message}`));
  const message = faults.length > 0 ? faults.join('; ') : 'it is being stopped';
  return { ...asked, status, version, startedAt, dependencies, ...(status === 'ready' ? {} : { message }) };
}

/** What an answer says; one that is no account of readiness leaves the service unknown, whatever its status. */
export function healthFrom(asked: Asked, status: number, body: unknown): ServiceHealth {
  const parsed = Readiness.safeParse(body);
  if (parsed.success) return healthOf(asked, parsed.data);
  return unreachable(asked, `it answered ${status} without saying whether it is ready`);
}

export const unreachable = (asked: Asked, message: string): ServiceHealth => ({ ...asked, status: 'unreachable', message, dependencies: {} });
