import { defineRoute, NotFound } from '@dataos/contracts-core';
import { z } from 'zod';
import { ExpectationBroken, SystemPolicy } from './heimdall.problems.js';
import { PageNumbers, Paging } from './paging.js';
import { PolicyBody, PolicyName, PolicyView } from './policy.js';
import { Links } from './user.js';

const policy = z.object({ name: PolicyName });
const policies = '/heimdall/api/v1/policies';
const ThinPolicy = z.object({ name: z.string(), description: z.string(), collection: z.string(), _links: Links });

export const policyRoutes = {
  listPolicies: defineRoute({
    method: 'GET', path: policies, summary: 'All policies',
    query: z.looseObject({ kind: z.enum(['access', 'data']).optional() }), response: z.array(PolicyView),
  }),
  getPolicy: defineRoute({ method: 'GET', path: `${policies}/:name`, summary: 'One policy', params: policy, response: PolicyView, problems: [NotFound] }),
  putPolicy: defineRoute({
    method: 'PUT', path: `${policies}/:name`, summary: 'Create or replace an access or data policy; in force at the next decision',
    params: policy, body: PolicyBody, response: PolicyView, problems: [SystemPolicy, ExpectationBroken],
  }),
  deletePolicy: defineRoute({ method: 'DELETE', path: `${policies}/:name`, summary: 'Delete a policy', params: policy, status: 204, problems: [NotFound, SystemPolicy, ExpectationBroken] }),
  createPolicy: defineRoute({ method: 'POST', path: policies, summary: 'Create a policy named in the body', body: PolicyBody, response: PolicyView, problems: [SystemPolicy, ExpectationBroken] }),
  listPoliciesPaged: defineRoute({ method: 'GET', path: '/heimdall/api/v2/policies', summary: 'Access policies, page by page', query: Paging, response: z.object({ policies: z.array(ThinPolicy), ...PageNumbers }) }),
};
