import type { PolicyInput } from '@dataos/contracts-heimdall';

type Access = NonNullable<PolicyInput['policy']['access']>;
export interface SystemPolicy { readonly name: string; readonly description: string; readonly access: Access }

const policy = (name: string, description: string, subjects: string[], predicates: string[], paths: string[]): SystemPolicy => ({
  name: `system-${name}`, description, access: { subjects: { tags: subjects }, predicates, objects: { paths }, allow: true },
});

/** What one service may do at the doors of the others: the call graph of the platform. */
const service = (name: string, prefixes: string[]): SystemPolicy =>
  policy(`service-${name}`, `Calls ${name} makes to its peers`, [`services:id:${name}`], ['get', 'post', 'put', 'patch', 'delete', 'head'], prefixes.map((prefix) => `${prefix}/**`));

const impersonate = (name: string): SystemPolicy =>
  policy(`impersonate-${name}`, `${name} acts for the owner of the work it runs`, [`services:id:${name}`], ['impersonate'], ['/heimdall/users/*']);

const secrets = (name: string): SystemPolicy =>
  policy(`secrets-${name}`, `${name} hands secrets to the connections and jobs it opens`, [`services:id:${name}`], ['read'], ['secret://**']);

const READ = ['get', 'head'];

/** The policies of the platform itself. They hold nothing about data: data is refused until somebody allows it. */
export const SYSTEM_POLICIES: readonly SystemPolicy[] = [
  policy('operator-paths', 'Operators may use every door', ['roles:id:operator'], ['**'], ['/**']),
  policy('operator-data', 'Operators may use all data', ['roles:id:operator'], ['**'], ['dataos://**']),
  policy('data-dev', 'Data developers declare resources', ['roles:id:data-dev'], ['get', 'head', 'post', 'put', 'patch', 'delete'], ['/poros/**', '/collated/**', '/sink/**']),
  policy('data-dev-jobs', 'What their jobs ask the catalog: columns and tags of tables, protection for copies, scans', ['roles:id:data-dev'], ['post'], ['/metis/api/v1/tables/*', '/metis/api/v1/scans']),
  policy('user-read', 'Everybody may look around; each service shows what its reader may see', ['roles:id:user'], READ, [
    '/metis/**', '/metis2/**', '/odin/**', '/operations/**', '/poros/**', '/ds/**', '/gateway/**', '/docs', '/docs/**', '/', '/console', '/console/**', '/assets/**',
    '/heimdall/api/v1/decisions/*', '/heimdall/dp/api/v1/policies/decision/**',
    '/heimdall/api/v1/roles', '/heimdall/api/v1/roles/*', '/heimdall/api/v1/tag-namespaces', '/heimdall/api/v1/tag-namespaces/*', '/heimdall/api/v1/atoms', '/heimdall/api/v1/atoms/*', '/heimdall/api/v1/providers', '/heimdall/api/v1/providers/*',
    '/heimdall/api/v1/use-cases', '/heimdall/api/v1/use-cases/*', '/heimdall/api/v2/collections', '/heimdall/api/v2/collections/*',
  ]),
  policy('user-ask', 'Everybody may ask who they are and what they may', ['roles:id:user'], ['post'], [
    '/heimdall/api/v1/authorize', '/heimdall/api/v1/authorize/batch', '/heimdall/api/v1/authorize/user', '/heimdall/api/v1/decisions/data', '/heimdall/api/v1/decisions/explain', '/heimdall/api/v1/tokens', '/heimdall/api/v1/tokens/issue',
    '/heimdall/dp/api/v1/policies/decision', '/heimdall/dp/api/v1/policies/decisionExternalTruth', '/access/v1/**',
  ]),
  policy('app-ask', 'Applications that guard a door of their own may ask', ['roles:id:app-user'], ['post'], ['/access/v1/**', '/heimdall/api/v1/authorize', '/heimdall/api/v1/authorize/batch']),
  policy('app-evaluate', 'They may ask about every user', ['roles:id:app-user'], ['evaluate'], ['/heimdall/users/*']),
  policy('user-query', 'Everybody may send queries; their data is decided table by table', ['roles:id:user'], ['get', 'head', 'post', 'put', 'delete'], ['/v1/**']),
  policy('user-graph', 'Everybody may ask the graph', ['roles:id:user'], ['post'], ['/odin/sparql']),
  policy('user-self', 'Everybody may reach their own user; the service checks whose it is', ['roles:id:user'], READ, ['/heimdall/api/v1/users/*', '/heimdall/api/v1/users/*/changes', '/heimdall/api/v1/users/*/held-tags', '/heimdall/api/v1/tags/*']),
  policy('user-keys', 'Everybody may reach their own keys; the service checks whose they are', ['roles:id:user'], ['get', 'head', 'post', 'delete'], [
    '/heimdall/api/v1/users/*/tokens', '/heimdall/api/v1/users/*/tokens/*', '/heimdall/api/v1/tokens', '/heimdall/api/v1/tokens/*',
  ]),
  policy('user-secret', 'Everybody may ask for a secret; a policy on the secret decides', ['roles:id:user'], ['get'], ['/heimdall/api/v1/secrets', '/heimdall/api/v1/secrets/*']),
  policy('user-requests', 'Everybody may ask for grants and follow their own requests', ['roles:id:user'], ['get', 'head', 'post', 'delete'], ['/heimdall/api/v1/grant-requests', '/heimdall/api/v1/grant-requests/*']),
  policy('ask', 'Services ask for decisions', ['roles:id:service'], ['get', 'post'], ['/heimdall/api/v1/authorize', '/heimdall/api/v1/authorize/batch', '/heimdall/api/v1/decisions/**']),
  service('api-gateway', ['/heimdall', '/access', '/ats', '/ds', '/metis', '/metis2', '/hera', '/odin', '/gateway', '/v1', '/poros', '/collated', '/sink', '/operations']),
  service('heimdall', ['/heimdall', '/metis/api/v1/tables']),
  service('depot-service', ['/heimdall/api/v1/secrets']),
  service('metis', ['/ds', '/heimdall']),
  service('odin', ['/heimdall']),
  service('minerva-gateway', ['/heimdall', '/ds', '/metis', '/gateway']),
  service('poros', ['/heimdall', '/ds', '/metis', '/gateway', '/poros']),
  service('operations', ['/heimdall', '/ds', '/metis', '/odin', '/gateway', '/poros', '/operations']),
  impersonate('poros'),
  impersonate('minerva-gateway'),
  impersonate('metis'),
  policy('statistics-metis', 'metis takes down how many rows a source counts, and shows it to whom no filter hides some', ['services:id:metis'], ['read-statistics'], ['/ds/statistics']),
  secrets('poros'),
  secrets('depot-service'),
  secrets('minerva-gateway'),
];
