import type { AtomFacts } from './compile.js';

interface ShippedAtom extends AtomFacts { readonly description: string }
interface ShippedProvider { readonly id: string; readonly name: string; readonly atoms: readonly ShippedAtom[] }
interface ShippedUseCase { readonly id: string; readonly name: string; readonly category: string; readonly atoms: readonly string[]; readonly useCases?: readonly string[] }

const on = (id: string, predicate: string, description: string, paths: string[], tags: string[] = []): ShippedAtom => ({ id, predicate, description, paths, tags });
const DATASET = 'dataos://${depot}:${collection}/${dataset}';

/** What the platform itself lets be granted. */
export const SHIPPED_PROVIDERS: readonly ShippedProvider[] = [
  {
    id: 'ingress-service', name: 'Ingress Service',
    atoms: ['get', 'put', 'post', 'delete'].map((verb) => on(`${verb}-path-ingress`, verb, `${verb} on a path at the door`, ['${path}'])),
  },
  {
    id: 'minerva', name: 'Minerva',
    atoms: [
      on('minerva-table-read', 'select', 'query one table', [DATASET]),
      on('minerva-cluster-use', 'select', 'use one query cluster', [], ['dataos:resource:cluster:minerva:${cluster}']),
    ],
  },
  { id: 'depot-service', name: 'Depot service', atoms: [on('ds-read', 'read', 'read one dataset', [DATASET]), on('ds-write', 'write', 'write one dataset', [DATASET])] },
  {
    id: 'heimdall', name: 'Heimdall',
    atoms: [
      on('secret-read', 'read', 'read one secret', ['secret://${secret}']), on('act-for-user', 'impersonate', 'act for one user', ['/heimdall/users/${user}']),
      on('users-read', 'get', 'see users and their tags', ['/heimdall/api/v1/users', '/heimdall/api/v1/users/*', '/heimdall/api/v2/users', '/heimdall/users/*']),
      on('governance-read', 'get', 'see policies, grants and tags', ['/heimdall/api/v1/policies', '/heimdall/api/v1/policies/*', '/heimdall/api/v1/grants', '/heimdall/api/v1/grants/*', '/heimdall/api/v1/tags', '/heimdall/api/v1/tag-groups']),
      on('data-policies-read', 'get', 'see data policies', ['/heimdall/dp/api/v1/policies', '/heimdall/dp/api/v1/policies/*']),
    ],
  },
];

/** Use-cases by the ids of the documentation. What manages others' rights is not among them: operators do that. */
export const SHIPPED_USE_CASES: readonly ShippedUseCase[] = [
  { id: 'read-specific-dataset', name: 'Read one dataset', category: 'data', atoms: ['minerva-table-read', 'ds-read'] },
  { id: 'manage-specific-dataset', name: 'Read and write one dataset', category: 'data', atoms: ['ds-write'], useCases: ['read-specific-dataset'] },
  { id: 'minerva-cluster-access', name: 'Use a query cluster', category: 'governance', atoms: ['minerva-cluster-use'] },
  { id: 'read-specific-secret', name: 'Read one secret', category: 'governance', atoms: ['secret-read'] },
  { id: 'run-as-user', name: 'Act for one user', category: 'governance', atoms: ['act-for-user'] },
  { id: 'read-users', name: 'Read users', category: 'governance', atoms: ['users-read'] },
  { id: 'read-governance-primitives', name: 'Read governance primitives', category: 'governance', atoms: ['governance-read'] },
  { id: 'authorize-user-to-read-data-policy', name: 'Read data policies', category: 'governance', atoms: ['data-policies-read'] },
];
