import { ClusterSpec } from '@dataos/contracts-minerva';
import { describe, expect, it } from '@jest/globals';
import { engineSize } from './engine-size.js';
import { matchesGlob, selectCluster, type Candidate, type Wish } from './select-cluster.js';

const candidate = (name: string, minerva: object = {}, load = 0): Candidate => ({ name, load, healthy: true, spec: ClusterSpec.parse({ minerva }) });
const trino = (name: string, extra: Partial<Candidate> = {}, active = true): Candidate => ({ ...candidate(name), spec: ClusterSpec.parse({ type: 'trino', active, trino: { url: 'http://t' }, minerva: { selector: { users: ['**'], priority: 1 } } }), ...extra });
const wish = (extra: Partial<Wish> = {}): Wish => ({ principal: { id: 'amir', type: 'person', tags: ['roles:id:analyst'] }, source: 'jdbc/tableau', catalogs: ['crm'], ...extra });

describe('selectCluster', () => {
  it.each<[string, Candidate[], Partial<Wish>, string]>([
    ['the lower priority number', [candidate('a', { selector: { users: ['**'], priority: 10 } }), candidate('b', { selector: { users: ['**'], priority: 5 } })], {}, 'b'],
    ['the idler of equals', [candidate('a', {}, 3), candidate('b', {}, 1)], {}, 'b'], ['the first by name of equals', [candidate('b'), candidate('a')], {}, 'a'],
    ['the one asked for', [candidate('a', { selector: { users: ['**'], priority: 1 } }), candidate('b')], { named: 'b' }, 'b'],
    ['one that mounts all depots', [candidate('a', { depots: [{ address: 'dataos://flights' }], selector: { users: ['**'], priority: 1 } }), candidate('b', { depots: [{ address: 'dataos://crm' }] })], {}, 'b'],
    ['a Trino cluster that is preferred', [trino('a'), candidate('b')], {}, 'a'], ['the next one when the preferred is not reachable', [trino('a', { healthy: false }), candidate('b')], {}, 'b'],
    ['the next one when the preferred is out of service', [trino('a', {}, false), candidate('b')], {}, 'b'], ['an embedded one for what the gateway lists', [trino('a'), candidate('b')], { embedded: true }, 'b'],
    ['one whose tags match', [candidate('a', { selector: { tags: ['roles:id:*'] } })], {}, 'a'],
  ])('takes %s', (_what, candidates, extra, name) => expect(selectCluster(candidates, wish(extra)).name).toBe(name));

  it.each<[string, Candidate[], Partial<Wish>, string]>([
    ['no cluster', [], {}, 'No cluster is declared'], ['none that is reachable', [trino('a', { healthy: false })], {}, 'a is not reachable'], ['an unknown name', [candidate('a')], { named: 'x' }, "no cluster 'x'"], ['a depot nobody mounts', [candidate('a', { depots: [{ address: 'dataos://flights' }] })], {}, "depot 'crm'"],
    ['a selector that leaves the user out', [candidate('a', { selector: { users: ['olivia'] } })], {}, 'selector'],
    ['all rules, when one fails', [candidate('a', { selector: { users: ['**'], tags: ['roles:id:operator'], match: 'all' } })], {}, 'selector'],
    ['a named cluster that does not let the user in', [candidate('a', { selector: { users: ['olivia'] } })], { named: 'a' }, 'selector'],
    ['depots that lie on two clusters', [candidate('a', { depots: [{ address: 'dataos://crm' }] }), candidate('b', { depots: [{ address: 'dataos://flights' }] })], { catalogs: ['crm', 'flights'] }, 'No single cluster'],
  ])('refuses %s', (_what, candidates, extra, message) => expect(() => selectCluster(candidates, wish(extra))).toThrow(message));
});

describe('matchesGlob', () => {
  it.each([['**', 'a/b', true], ['*', 'a', true], ['*', 'a/b', false], ['jdbc/*', 'jdbc/x', true], ['jdbc/*', 'jdbc/x/y', false], ['jdbc/**', 'jdbc/x/y', true], ['a*c', 'abc', true], ['a*c', 'ab', false], ['abc', 'abc', true],
    ['abc', 'abcd', false], ['a*b*c', 'aXbYc', true], ['**', '', true], ['a**a', 'a', false]])('%s on %s: %s', (glob, value, expected) => expect(matchesGlob(glob, value)).toBe(expected));
});

describe('engineSize', () => {
  const defaults = { ENGINE_MEMORY: '1GB', ENGINE_THREADS: 2, ENGINE_CONCURRENCY: 4 };
  it('shares the limits of the manifest among the queries', () => {
    expect(engineSize(ClusterSpec.parse({ minerva: { resources: { limits: { cpu: '1500m', memory: '4G' } } } }), defaults)).toEqual({ memory: '1000MB', threads: 2, concurrency: 4, perUser: 4 });
    expect(engineSize(ClusterSpec.parse({}), defaults)).toEqual({ memory: '1GB', threads: 2, concurrency: 4, perUser: 4 });
  });
});
