import { AccessRule } from '@dataos/contracts-heimdall';
import { describe, expect, it } from '@jest/globals';
import { compilePolicy, decide } from '../decisions/decide.js';
import { SYSTEM_POLICIES } from './system-policies.js';

const policies = SYSTEM_POLICIES.map(({ access, name }) => compilePolicy({ name, owner: 'system', rule: AccessRule.parse(access) }));
const may = (role: string, predicate: string, path: string): boolean =>
  decide(policies, { subjectTags: ['roles:id:user', `roles:id:${role}`, 'users:id:dora'], predicates: [predicate], paths: [path], objectTags: [] }).allow;

describe('the policies of the platform', () => {
  it.each(['/metis/api/v1/tables/describe', '/metis/api/v1/tables/tags', '/metis/api/v1/scans', '/poros/api/v1/resources'])('let a data developer, whose jobs ask there, post to %s, and nobody else who has no right of his own', (path) => {
    expect([may('data-dev', 'post', path), may('analyst', 'post', path), may('operator', 'post', path)]).toEqual([true, false, true]);
  });

  it.each([['put', '/metis/api/v1/assets/x/tags'], ['post', '/hera/api/v1/lineage'], ['post', '/heimdall/api/v1/users'], ['select', 'dataos://crm:public/passengers'], ['read', 'secret://crm-r']])('do not let a data developer %s %s', (predicate, path) => {
    expect(may('data-dev', predicate, path)).toBe(false);
  });
});
