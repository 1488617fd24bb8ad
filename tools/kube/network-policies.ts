import { services } from '../local/services.ts';
import type { ServiceName } from '../local/services.ts';
import type { Call } from './call-graph.ts';

/** Services that open depots: databases, files and object stores anywhere, by addresses that resources name. */
export const openingSources: readonly ServiceName[] = ['depot-service', 'minerva-gateway', 'poros'];
/** Doors that stand open to the outside, with their ports. */
export const publicDoors: Partial<Record<ServiceName, { port: number; what: string }>> = {
  'api-gateway': { port: 8080, what: 'the one public door' },
  'minerva-gateway': { port: 7432, what: 'the door of Trino clients' },
};

const pods = (name: string): string => `{ podSelector: { matchLabels: { app.kubernetes.io/name: ${name} } } }`;
const rule = (direction: 'from' | 'to', why: string, peer: string | undefined, ports: string): string => [
  `    # ${why}`,
  ...(peer === undefined ? [`    - ports: [${ports}]`] : [`    - ${direction}: [${peer}]`, `      ports: [${ports}]`]),
].join('\n');

function ingress(service: ServiceName, calls: readonly Call[]): string[] {
  const door = publicDoors[service];
  return [
    ...(door === undefined ? [] : [rule('from', `Everybody: ${door.what}`, undefined, `{ port: ${door.port} }`)]),
    ...calls.filter(({ callee }) => callee === service).map(({ caller, because }) => rule('from', `${caller} calls ${service}: ${because}`, pods(caller), '{ port: 8080 }')),
    rule('from', 'Prometheus scrapes /metrics', "{ namespaceSelector: { matchLabels: { dataos.example/scrapes: 'true' } } }", '{ port: 8080 }'),
  ];
}

function egress(service: ServiceName, calls: readonly Call[]): string[] {
  const stateful = services.find(({ name }) => name === service)?.database !== undefined;
  const anywhere = (name: string): string => `{ namespaceSelector: {}, podSelector: { matchLabels: { app.kubernetes.io/name: ${name} } } }`;
  return [
    rule('to', 'Names are looked up', '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }, podSelector: { matchLabels: { k8s-app: kube-dns } } }', '{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }'),
    ...(stateful ? [rule('to', 'Its own database', anywhere('postgres'), '{ port: 5432 }'), rule('to', 'Events', anywhere('kafka'), '{ port: 9092 }')] : []),
    ...calls.filter(({ caller }) => caller === service).map(({ callee, because }) => rule('to', `${service} calls ${callee}: ${because}`, pods(callee), '{ port: 8080 }')),
    // The other end of a peer still refuses; what is kept from it here is the address where clouds hand out their credentials.
    ...(openingSources.includes(service) ? ['    # Sources of data, wherever a depot says they are, but never the machine\'s own metadata\n    - to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [169.254.0.0/16] } }]'] : []),
  ];
}

/** All that one service may hear and say. Pure. */
export function networkPolicy(service: ServiceName, calls: readonly Call[]): string {
  return `# Written by \`npm run kube -- network\` from the calls that heimdall's system policies allow. A test compares both with the code.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${service}
spec:
  podSelector:
    matchLabels: { app.kubernetes.io/name: ${service} }
  policyTypes: [Ingress, Egress]
  ingress:
${ingress(service, calls).join('\n')}
  egress:
${egress(service, calls).join('\n')}
`;
}
