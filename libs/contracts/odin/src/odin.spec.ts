import { describe, expect, it } from '@jest/globals';
import { EntityId, ImpactQuery, NeighboursQuery, odinApi, PathQuery, SparqlParameters, SparqlResults } from './index.js';

describe('the contract of odin', () => {
  it.each(['dataos://crm:public/passengers', 'dataos://crm:public/passengers#email', 'workflow:v1:load-crm:public', 'users:id:olivia', 'https://dataos.example/odin/id/user/olivia'])(
    'takes %s as an entity', (id) => expect(EntityId.safeParse(id).success).toBe(true));
  it.each(['', 'a b', 'x> <y', 'a"b', 'a\nb', 'a'.repeat(1_501)])('refuses %j as an entity', (id) => expect(EntityId.safeParse(id).success).toBe(false));

  it('has bounds on what may be asked', () => {
    expect(NeighboursQuery.parse({})).toEqual({ depth: 1, direction: 'both', limit: 200 });
    expect(NeighboursQuery.parse({ relation: 'prov:wasDerivedFrom' }).relation).toEqual(['prov:wasDerivedFrom']);
    for (const query of [{ depth: '5' }, { depth: '0' }, { limit: '1001' }, { relation: '"; drop' }, { direction: 'up' }]) expect(NeighboursQuery.safeParse(query).success).toBe(false);
    expect(ImpactQuery.safeParse({}).success).toBe(false);
    expect(PathQuery.safeParse({ from: 'a', to: 'b', maxHops: '9' }).success).toBe(false);
  });

  it('reads the parameters of the protocol', () => {
    expect(SparqlParameters.parse({ query: 'ASK {}', 'default-graph-uri': ['a', 'b'] })['default-graph-uri']).toEqual(['a', 'b']);
    expect(SparqlParameters.safeParse({}).success).toBe(false);
    expect(SparqlParameters.safeParse({ query: ['ASK {}', 'ASK {}'] }).success).toBe(false);
  });

  it('knows rows from truth, and refuses what is neither', () => {
    expect(SparqlResults.safeParse({ head: { vars: ['s'] }, results: { bindings: [{ s: { type: 'uri', value: 'a:b' } }] } }).success).toBe(true);
    expect(SparqlResults.safeParse({ head: {}, boolean: false }).success).toBe(true);
    expect(SparqlResults.safeParse({ head: {} }).success).toBe(false);
    expect(SparqlResults.safeParse({ head: {}, results: { bindings: [{ s: 'a' }] } }).success).toBe(false);
  });

  it('serves only its prefix and no route twice', () => {
    const routes = Object.values(odinApi.routes).map((route) => `${route.method} ${route.path}`);
    expect(new Set(routes).size).toBe(routes.length);
    expect(routes.every((route) => / \/(odin|events\/odin)\//.test(route))).toBe(true);
  });
});
