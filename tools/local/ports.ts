import { createServer } from 'node:net';
import type { ServiceName } from './services.ts';

export interface PortPlan { services: Record<ServiceName, number>; postgres: number; trino: number }

const defaultBase = 8080;
const defaultTrino = 7432;

/** Where everything listens. Without a base of one's own, Trino keeps the port its clients know. */
export function planPorts(base?: number): PortPlan {
  const from = base ?? defaultBase;
  return {
    services: {
      'api-gateway': from, heimdall: from + 1, 'depot-service': from + 2, metis: from + 3,
      odin: from + 4, 'minerva-gateway': from + 5, poros: from + 6, operations: from + 7,
    },
    postgres: from + 10,
    trino: base === undefined ? defaultTrino : from + 11,
  };
}

/** Each port with the name of what wants it. */
export function wantedPorts(plan: PortPlan): { name: string; port: number }[] {
  return [
    ...Object.entries(plan.services).map(([name, port]) => ({ name, port })),
    { name: 'PostgreSQL', port: plan.postgres },
    { name: 'the Trino door', port: plan.trino },
  ];
}

/** Whether nobody listens on this loopback port. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Throws one error that names every taken port and the way out. */
export async function requireFreePorts(plan: PortPlan): Promise<void> {
  const wanted = wantedPorts(plan);
  const free = await Promise.all(wanted.map(({ port }) => isFree(port)));
  const taken = wanted.filter((_, index) => !free[index]);
  if (taken.length === 0) return;
  const list = taken.map(({ name, port }) => `port ${port} (wanted by ${name})`).join(', ');
  throw new Error(`Already in use on 127.0.0.1: ${list}.\nStop what listens there, or move everything: npm start -- --port-base 9080`);
}
