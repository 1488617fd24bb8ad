import { defineRoute, DependencyUnavailable, NotFound, PolicyDenied } from '@dataos/contracts-core';
import { z } from 'zod';
import { DataPolicyView } from './data-policy.js';
import { ClientDecision, GatewayDecision, GatewayPolicy, TableContext } from './data-policy-clients.js';
import { ExpectationBroken, SystemPolicy } from './heimdall.problems.js';
import { PolicyName } from './policy.js';

const dp = '/heimdall/dp/api/v1/policies';
const gateway = '/gateway/api/v1/datapolicy';
const policy = z.object({ name: PolicyName });
const parts = z.object({ depot: z.string().max(256), collection: z.string().max(256), dataset: z.string().max(256) });
const asking = z.looseObject({ predicate: z.string().max(128).default('read'), queryId: z.string().max(256).optional() });
const writing = [SystemPolicy, ExpectationBroken];
const deciding = [PolicyDenied, NotFound, DependencyUnavailable];

/** The body of the data policy façades: the same rule, flat; checked as a rule by the service. */
const DataPolicyBody = z.looseObject({ name: z.string().max(128).nullish() });

const heimdallFace = {
  listDataPolicies: defineRoute({ method: 'GET', path: dp, summary: 'All data policies', response: z.array(DataPolicyView) }),
  createDataPolicy: defineRoute({ method: 'POST', path: dp, summary: 'Create a data policy', body: DataPolicyBody, response: DataPolicyView, problems: writing }),
  getDataPolicy: defineRoute({ method: 'GET', path: `${dp}/:name`, summary: 'One data policy', params: policy, response: DataPolicyView, problems: [NotFound] }),
  putDataPolicy: defineRoute({ method: 'PUT', path: `${dp}/:name`, summary: 'Create or replace a data policy', params: policy, body: DataPolicyBody, response: DataPolicyView, problems: writing }),
  deleteDataPolicy: defineRoute({ method: 'DELETE', path: `${dp}/:name`, summary: 'Delete a data policy', params: policy, status: 204, problems: [NotFound, ...writing] }),
  listDatasetPolicies: defineRoute({
    method: 'GET', path: `${dp}/dataset/:id`, summary: 'Data policies that may touch a dataset (`depot.collection.dataset`)', params: z.object({ id: z.string().max(1024) }), response: z.array(DataPolicyView),
  }),
  decideTable: defineRoute({
    method: 'POST', path: `${dp}/decision`, access: 'authenticated', summary: 'Masks and filters of a table whose columns and tags are given', body: TableContext, response: ClientDecision, problems: deciding,
  }),
  decideTableExternally: defineRoute({
    method: 'POST', path: `${dp}/decisionExternalTruth`, access: 'authenticated', summary: 'The same; without columns the catalogue is asked for them', body: TableContext, response: ClientDecision, problems: deciding,
  }),
  decideDataset: defineRoute({
    method: 'GET', path: `${dp}/decision/:depot/:collection/:dataset`, access: 'authenticated', summary: 'Masks and filters of a table as the catalogue knows it', params: parts, response: ClientDecision, problems: deciding,
  }),
};

const gatewayFace = {
  listGatewayPolicies: defineRoute({ method: 'GET', path: gateway, access: 'authenticated', summary: 'All data policies, as resources', response: z.array(GatewayPolicy), problems: [PolicyDenied] }),
  putGatewayPolicy: defineRoute({ method: 'PUT', path: gateway, summary: 'Create or replace a data policy', body: z.looseObject({ name: z.string().max(128).nullish() }), response: GatewayPolicy, problems: writing }),
  getGatewayPolicy: defineRoute({ method: 'GET', path: `${gateway}/:name`, access: 'authenticated', summary: 'One data policy, as a resource', params: policy, response: GatewayPolicy, problems: [NotFound, PolicyDenied] }),
  deleteGatewayPolicy: defineRoute({ method: 'DELETE', path: `${gateway}/:name`, summary: 'Delete a data policy; the answer holds it', params: policy, response: GatewayPolicy, problems: [NotFound, ...writing] }),
  gatewayDecision: defineRoute({
    method: 'GET', path: `${gateway}/decision`, access: 'authenticated', summary: 'What the caller sees of a dataset', query: asking.extend(parts.shape), response: GatewayDecision, problems: deciding,
  }),
  gatewayDecisionOf: defineRoute({
    method: 'GET', path: `${gateway}/decision/:depot/:collection/:dataset`, access: 'authenticated', summary: 'What the caller sees of a dataset', params: parts, query: asking, response: GatewayDecision, problems: deciding,
  }),
};

export const dataPolicyRoutes = { ...heimdallFace, ...gatewayFace };
