import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { services, serviceNames } from '../local/services.ts';
import { allowedCalls } from './call-graph.ts';
import type { Call, DoorOwner } from './call-graph.ts';
import { callsInCode, forbiddenCalls, unusedCalls } from './code-calls.ts';
import { networkPolicy, openingSources } from './network-policies.ts';
import { callsAllowed, callsMade, policyFile, root, sourceOf } from './platform.ts';

let allowed: Call[];
beforeAll(async () => {
  allowed = await callsAllowed();
});

describe('who may call whom', () => {
  it('is what the code does: no call without a policy, no policy without a call', () => {
    const made = callsMade();
    expect(forbiddenCalls(made, allowed)).toEqual([]);
    expect(unusedCalls(made, allowed)).toEqual([]);
    expect(made.length).toBeGreaterThan(allowed.length);
  });

  it('is what the network policies beside the services say', () => {
    const stale = serviceNames.filter((service) => !existsSync(policyFile(service)) || readFileSync(policyFile(service), 'utf8') !== networkPolicy(service, allowed));
    // npm run kube -- network
    expect(stale).toEqual([]);
  });

  it('lets nobody but services call, and heimdall call the catalog only', () => {
    expect(allowed.filter(({ caller }) => caller === 'heimdall').map(({ callee }) => callee)).toEqual(['metis']);
    expect(new Set(allowed.filter(({ callee }) => callee === 'heimdall').map(({ caller }) => caller))).toEqual(new Set(serviceNames.filter((name) => name !== 'heimdall')));
    expect(networkPolicy('heimdall', allowed)).not.toContain('to heimdall');
    expect(networkPolicy('operations', allowed)).not.toContain('ipBlock');
  });

  it('lets out to the world exactly those who carry a driver of sources', () => {
    const drivers = services.filter(({ name }) => {
      const { dependencies } = JSON.parse(readFileSync(path.join(root, 'apps', name, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
      return '@duckdb/node-api' in dependencies;
    });
    expect(drivers.map(({ name }) => name).sort()).toEqual([...openingSources].sort());
  });
});

describe('a planted call that no policy allows', () => {
  const plant = (text: string) => forbiddenCalls(callsInCode('odin', [...sourceOf('odin'), { file: 'planted.ts', text }]), allowed);

  it.each([
    ['a client of a peer', `import { porosApi } from '@dataos/contracts-poros';\nclientProvider(X, porosApi, url);`, 'poros by porosApi'],
    ['a client under another name', `import { porosApi as other } from '@dataos/contracts-poros';\ncreateClient(other, {});`, 'poros by porosApi'],
    ['a whole contract', `import * as all from '@dataos/contracts-depot';\ncreateClient(all.depotApi, {});`, 'depot-service by * from'],
    ['a setting', `export const C = BaseConfig.extend({ MINERVA_GATEWAY_URL: z.url() });`, 'minerva-gateway by MINERVA_GATEWAY_URL'],
    ['a setting by its name', `fetch(config['OPERATIONS_URL']);`, 'operations by OPERATIONS_URL'],
    ['an address', `fetch('http://depot-service:8080/ds');`, 'depot-service by http'],
    ['an address with a hole', 'fetch(`http://depot-service:${port}/ds`);', 'depot-service by http'],
  ])('is found: %s', (_what, text, found) => {
    expect(plant(text)).toEqual([expect.stringContaining(`odin calls ${found}`)]);
  });

  it.each([
    ['types and events of a peer', `import type { porosApi } from '@dataos/contracts-poros';\nimport { type depotApi, DepotChanged } from '@dataos/contracts-depot';`],
    ['the decision point', `import { heimdallAccess } from '@dataos/contracts-heimdall';`],
    ['words', `// see METIS_URL\nconst text = 'https://example.org/metis/';`],
  ])('is not seen in %s', (_what, text) => expect(plant(text)).toEqual([]));

  it('is refused by the network as long as heimdall does not allow it', () => {
    expect(networkPolicy('odin', allowed)).not.toContain('poros calls odin');
    expect(networkPolicy('poros', allowed)).not.toContain('odin calls poros');
  });
});

describe('allowedCalls', () => {
  const contracts: DoorOwner[] = [{ service: 'metis', routes: { a: { path: '/metis/a' }, b: { path: '/hera/b' } } }, { service: 'heimdall', routes: { a: { path: '/heimdall/a' } } }];
  const policy = (tags: string[], predicates: string[], paths: string[]) => [{ name: 'p', access: { subjects: { tags }, predicates, objects: { paths } } }];
  const named = (calls: Call[]) => calls.map(({ caller, callee }) => `${caller}>${callee}`).filter((call) => call !== 'operations>api-gateway');

  it('reads the doors of services from policies', () => {
    expect(named(allowedCalls(policy(['services:id:odin'], ['get'], ['/hera/**', '/metis/**']), contracts))).toEqual(['odin>metis']);
    expect(named(allowedCalls(policy(['services:id:metis'], ['get'], ['/metis/**']), contracts))).toEqual([]);
    expect(named(allowedCalls(policy(['roles:id:user'], ['get'], ['/metis/**']), contracts))).toEqual([]);
    expect(named(allowedCalls(policy(['services:id:odin'], ['impersonate'], ['/heimdall/users/*']), contracts))).toEqual([]);
    expect(named(allowedCalls(policy(['roles:id:service'], ['post'], ['/heimdall/a']), contracts))).toHaveLength(serviceNames.length - 1);
  });
});
