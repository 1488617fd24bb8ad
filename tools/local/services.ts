/**
 * The eight services, what each must find ready when it starts, and the database it owns. `youngMegabytes` is room for what is new: a service that
 * answers hundreds of questions at once needs more of it, or what is soon garbage outlives its collection.
 */
export interface ServicePlan { name: ServiceName; needs: readonly ServiceName[]; database?: string; heapMegabytes: number; youngMegabytes?: number }

export const serviceNames = ['api-gateway', 'heimdall', 'depot-service', 'metis', 'odin', 'minerva-gateway', 'poros', 'operations'] as const;
export type ServiceName = (typeof serviceNames)[number];

export const services: readonly ServicePlan[] = [
  { name: 'heimdall', needs: [], database: 'heimdall', heapMegabytes: 256, youngMegabytes: 16 },
  { name: 'depot-service', needs: ['heimdall'], database: 'depot', heapMegabytes: 256 },
  { name: 'metis', needs: ['heimdall'], database: 'metis', heapMegabytes: 256, youngMegabytes: 16 },
  { name: 'odin', needs: ['heimdall'], database: 'odin', heapMegabytes: 384 },
  { name: 'operations', needs: ['heimdall'], database: 'operations', heapMegabytes: 192 },
  { name: 'minerva-gateway', needs: ['heimdall'], database: 'minerva', heapMegabytes: 384, youngMegabytes: 16 },
  { name: 'poros', needs: ['heimdall'], database: 'poros', heapMegabytes: 256 },
  { name: 'api-gateway', needs: ['depot-service', 'metis', 'odin', 'operations', 'minerva-gateway', 'poros'], heapMegabytes: 192 },
];

/** Databases beside the services' own: the event log, and the sample's source that the depot `crm` reads. */
const extraDatabases = ['events', 'crm'] as const;

export const databaseNames: readonly string[] = [...services.flatMap(({ database }) => database ?? []), ...extraDatabases];

interface Needy<N extends string> { name: N; needs: readonly N[] }

/** Groups to start one after the other; within a group all at once. Throws when the needs form a circle. */
export function startGroups<N extends string, P extends Needy<N>>(plans: readonly P[]): P[][] {
  const groups: P[][] = [];
  const started = new Set<N>();
  let waiting = [...plans];
  while (waiting.length > 0) {
    const group = waiting.filter(({ needs }) => needs.every((need) => started.has(need)));
    if (group.length === 0) throw new Error(`These services wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
    for (const { name } of group) started.add(name);
    waiting = waiting.filter((plan) => !group.includes(plan));
    groups.push(group);
  }
  return groups;
}

/** The plans among `plans` that `present` knows; needs of what is absent fall away. A service joins by having a main module. */
export function presentServices(plans: readonly ServicePlan[], present: (name: ServiceName) => boolean): ServicePlan[] {
  return plans.filter(({ name }) => present(name)).map((plan) => ({ ...plan, needs: plan.needs.filter(present) }));
}
