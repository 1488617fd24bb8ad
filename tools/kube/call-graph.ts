import { serviceNames } from '../local/services.ts';
import type { ServiceName } from '../local/services.ts';

/** One service may call another, and who says so. */
export interface Call { caller: ServiceName; callee: ServiceName; because: string }

/** The parts of heimdall's own policies that tell who may knock at which doors. */
export interface DoorPolicy {
  readonly name: string;
  readonly access: { subjects: { tags?: readonly string[] }; predicates: readonly string[]; objects: { paths?: readonly string[] } };
}
/** The part of a contract that tells whose doors they are. */
export interface DoorOwner { readonly service: string; readonly routes: Readonly<Record<string, { readonly path: string }>> }

/** Calls of doors that ask nobody, so no policy of heimdall names them. */
export const openCalls: readonly Call[] = [
  { caller: 'operations', callee: 'api-gateway', because: 'every service is asked /health/ready, which is open' },
];

const methods = new Set(['get', 'head', 'post', 'put', 'patch', 'delete', '*', '**']);
const firstSegment = (path: string): string => path.split('/')[1] ?? '';
const isService = (name: string): name is ServiceName => (serviceNames as readonly string[]).includes(name);

function callersOf({ access }: DoorPolicy): ServiceName[] {
  return (access.subjects.tags ?? []).flatMap((tag) => {
    if (tag === 'roles:id:service') return serviceNames;
    const name = tag.replace(/^services:id:/, '');
    return isService(name) ? [name] : [];
  });
}

/** Who owns the doors below each first segment of a public path. */
export function ownersOf(contracts: readonly DoorOwner[]): Map<string, ServiceName> {
  const owners = new Map<string, ServiceName>();
  for (const { service, routes } of contracts) {
    if (!isService(service)) throw new Error(`the contract of ${service} belongs to no service`);
    for (const { path } of Object.values(routes)) owners.set(firstSegment(path), service);
  }
  return owners;
}

/** The call graph that the platform's own policies allow, which is all that the network lets through. Pure. */
export function allowedCalls(policies: readonly DoorPolicy[], contracts: readonly DoorOwner[]): Call[] {
  const owners = ownersOf(contracts);
  const calls = new Map<string, Call>();
  const add = (caller: ServiceName, callee: ServiceName | undefined, because: string): void => {
    if (callee === undefined || caller === callee) return;
    const known = calls.get(`${caller} ${callee}`);
    if (known === undefined) calls.set(`${caller} ${callee}`, { caller, callee, because });
    else if (!known.because.split(', ').includes(because)) known.because += `, ${because}`;
  };
  for (const policy of policies.filter(({ access }) => access.predicates.some((predicate) => methods.has(predicate)))) {
    for (const caller of callersOf(policy)) {
      for (const path of policy.access.objects.paths ?? []) add(caller, owners.get(firstSegment(path)), policy.name);
    }
  }
  for (const { caller, callee, because } of openCalls) add(caller, callee, because);
  return [...calls.values()].sort((a, b) => order(a) - order(b));
}

const order = ({ caller, callee }: Call): number => serviceNames.indexOf(caller) * 100 + serviceNames.indexOf(callee);
