import { describe, expect, it } from '@jest/globals';
import { ClusterName, ClusterRequest, minervaApi, QueryFinished, TrinoResults } from './index.js';

describe('ClusterRequest', () => {
  it('reads a documented manifest and fills in what it leaves out', () => {
    const { spec } = ClusterRequest.parse({ spec: { type: 'minerva', minerva: { depots: [{ address: 'dataos://crm' }], debug: { logLevel: 'INFO' } } } });
    expect(spec.minerva.selector).toMatchObject({ users: ['**'], match: 'any', priority: 10 });
    expect(spec.minerva.depots[0]).toMatchObject({ address: 'dataos://crm', properties: {} });
    expect(spec.minerva).toMatchObject({ debug: { logLevel: 'INFO' } });
  });

  it.each([
    ['a type without an engine', { type: 'themis' }],
    ['a credential in a URL that everybody may see', { type: 'trino', trino: { url: 'https://svc:hunter2@trino.example' } }],
    ['more workers than documented', { minerva: { replicas: 5 } }],
    ['a priority out of range', { minerva: { selector: { priority: 0 } } }],
    ['a limit that is about nobody', { minerva: { limits: [{ name: 'a', concurrency: 1 }] } }],
    ['a limit that limits nothing', { minerva: { limits: [{ name: 'a', users: ['**'] }] } }],
    ['a limit with a word nobody knows', { minerva: { limits: [{ name: 'a', users: ['**'], concurrency: 1, concurency: 2 }] } }],
    ['a rate by a bare number', { minerva: { limits: [{ name: 'a', users: ['**'], rate: { queries: 1, every: '60' } }] } }],
    ['two limits of one name', { minerva: { limits: [{ name: 'a', users: ['**'], concurrency: 1 }, { name: 'a', users: ['x'], concurrency: 1 }] } }],
    ['memory that is not a quantity', { minerva: { resources: { limits: { memory: 'much' } } } }],
  ])('refuses %s', (_name, spec) => expect(ClusterRequest.safeParse({ spec }).success).toBe(false));

  it.each(['air', 'a', 'my-cluster-2'])('takes the name %s', (name) => expect(ClusterName.safeParse(name).success).toBe(true));
  it.each(['', 'Air', '-a', 'a-', '2a', '../x', 'a b'])('refuses the name %j', (name) => expect(ClusterName.safeParse(name).success).toBe(false));
});

describe('TrinoResults', () => {
  const stats = { state: 'QUEUED', queued: true, scheduled: false, nodes: 1 };
  it('needs what every client relies on', () => {
    expect(TrinoResults.safeParse({ id: 'q', infoUri: 'http://x', stats, warnings: [] }).success).toBe(true);
    expect(TrinoResults.safeParse({ id: 'q', infoUri: 'http://x', warnings: [] }).success).toBe(false);
    expect(TrinoResults.safeParse({ id: 'q', infoUri: 'http://x', stats }).success).toBe(false);
  });
});

describe('minervaApi', () => {
  it('has no door that is open for data', () => {
    const open = Object.entries(minervaApi.routes).filter(([, route]) => 'access' in route && route.access === 'public').map(([name]) => name);
    // Whoever signs in has no token yet; what these answer is worth nothing without the identity provider, and the token only to who knows its address.
    expect(open).toEqual(['probeStatement', 'info', 'signInPage', 'beginSignIn', 'endSignIn', 'signedInToken', 'forgetToken']);
  });
});

describe('QueryFinished', () => {
  it('carries no text of the query', () => {
    const event = QueryFinished.data.parse({
      id: 'q', user: 'amir', tables: [], policies: [], state: 'FINISHED', rows: 1, bytes: 2, elapsedMs: 3, masks: [], filters: [], sql: "SELECT 'secret'",
    });
    expect(JSON.stringify(event)).not.toContain('secret');
  });
});
