import { PolicyBody } from '@dataos/contracts-heimdall';
import { describe, expect, it } from '@jest/globals';
import type { PolicyRow } from './policy.entity.js';
import { inputOf, toDataPolicyView, toGatewayPolicy, toPolicyView } from './views.js';

const row = (policy: PolicyRow['policy']): PolicyRow => ({
  name: 'p', kind: policy.data ? 'data' : 'access', layer: 'user', builtIn: false, owner: 'olivia', description: '', tags: [], policy, revision: 1, updatedAt: new Date(0), updatedBy: 'olivia', expiresAt: null, grantId: null,
});
const access = (tags: (string | string[])[]) => row({ access: { subjects: { tags: ['roles:id:user'] }, predicates: ['read'], objects: { tags }, allow: true } });

describe('an access policy', () => {
  it('is flat beside its resource form, with tags as lists of lists', () => {
    expect(toPolicyView(access(['a:b', ['c:d', 'e:f']]))).toMatchObject({ allow: true, subjects: { tags: [['roles:id:user']] }, objects: { paths: null, tags: [['a:b'], ['c:d', 'e:f']] }, conditions: null });
  });
  it.each<[string, (string | string[])[], number]>([
    ['of several kinds', ['dataos:layer:user', 'dataos:type:resource'], 1], ['of one kind', ['dataos:layer:user', 'dataos:layer:system'], 0], ['in an inner list', [['dataos:layer:user', 'dataos:type:resource']], 0],
  ])('warns of a flat list %s: %j', (_, tags, count) => expect(toPolicyView(access(tags)).warnings).toHaveLength(count));
  it('is taken in either form', () => {
    const flat = PolicyBody.parse({ name: 'p', description: null, conditions: null, allow: true, predicates: ['read'], subjects: { tags: [['a:b']] }, objects: { paths: ['/x'], tags: null } });
    expect(inputOf(flat)).toEqual({ layer: 'user', policy: { access: { subjects: { tags: [['a:b']] }, predicates: ['read'], objects: { paths: ['/x'] }, allow: true } } });
    expect(inputOf(PolicyBody.parse({ policy: { access: { subjects: { tags: ['a'] }, predicates: ['read'], objects: { paths: ['/x'] } } } })).policy.access?.allow).toBe(false);
  });
  it.each([[{}, 'subjects'], [{ subjects: { tags: ['a'] }, predicates: ['x'], objects: { paths: null, tags: null } }, 'objects'], [{ subjects: { tags: [] } }, 'subjects.tags'], [{ conditions: [{}] }, 'conditions'], [{ collection: 'other' }, 'collection']])('of %j is refused at %s', (body, at) => {
    expect(PolicyBody.safeParse(body).error?.issues.map((issue) => issue.path.join('.'))).toContain(at);
  });
});

it('a data policy has every member of every client generation', () => {
  const policy = row({ data: { type: 'filter', priority: 20, selector: { user: { match: 'any', tags: ['a'] } }, filters: [{ column: 'c', operator: 'equals', value: 5 }] } });
  expect(toDataPolicyView(policy)).toMatchObject({ dataset_id: '**.**.**', collection: 'default', owner: 'olivia', mask: null, filters: [{ value: '5', valueFrom: null, value_from_attribute: null, supported_data_types: null, supportedDataTypes: null }] });
  expect(toGatewayPolicy(policy)).toMatchObject({ actions: ['read'], priority: 20, condition: '', mask: false, filter: true, policy: { data: { depot: null, filters: [{ name: 'p', owner: 'olivia', priority: 20 }] } } });
});
