import { defineRoute, NotFound } from '@dataos/contracts-core';
import { z } from 'zod';
import { DataPolicyView } from './data-policy.js';
import { SystemPolicy } from './heimdall.problems.js';
import { PolicyInput, PolicyName, PolicyView } from './policy.js';

const policy = z.object({ name: PolicyName });
const policies = '/heimdall/api/v1/policies';
const dataPolicies = '/heimdall/dp/api/v1/policies';

/** The body of the data policy façade: the same rule, flat; checked as a rule by the service. */
const DataPolicyBody = z.looseObject({ name: z.string().max(128).nullish() });

export const policyRoutes = {
  listPolicies: defineRoute({
    method: 'GET', path: policies, summary: 'All policies',
    query: z.object({ kind: z.enum(['access', 'data']).optional() }), response: z.array(PolicyView),
  }),
  getPolicy: defineRoute({ method: 'GET', path: `${policies}/:name`, summary: 'One policy', params: policy, response: PolicyView, problems: [NotFound] }),
  putPolicy: defineRoute({
    method: 'PUT', path: `${policies}/:name`, summary: 'Create or replace an access or data policy; in force at the next decision',
    params: policy, body: PolicyInput, response: PolicyView, problems: [SystemPolicy],
  }),
  deletePolicy: defineRoute({ method: 'DELETE', path: `${policies}/:name`, summary: 'Delete a policy', params: policy, status: 204, problems: [NotFound, SystemPolicy] }),
  listDataPolicies: defineRoute({ method: 'GET', path: dataPolicies, summary: 'All data policies', response: z.array(DataPolicyView) }),
  createDataPolicy: defineRoute({ method: 'POST', path: dataPolicies, summary: 'Create a data policy', body: DataPolicyBody, response: DataPolicyView }),
  getDataPolicy: defineRoute({ method: 'GET', path: `${dataPolicies}/:name`, summary: 'One data policy', params: policy, response: DataPolicyView, problems: [NotFound] }),
  putDataPolicy: defineRoute({ method: 'PUT', path: `${dataPolicies}/:name`, summary: 'Create or replace a data policy', params: policy, body: DataPolicyBody, response: DataPolicyView }),
  deleteDataPolicy: defineRoute({ method: 'DELETE', path: `${dataPolicies}/:name`, summary: 'Delete a data policy', params: policy, status: 204, problems: [NotFound] }),
};
