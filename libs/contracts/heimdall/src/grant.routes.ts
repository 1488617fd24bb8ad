import { defineRoute, NotFound, PolicyDenied } from '@dataos/contracts-core';
import { z } from 'zod';
import { AtomView, GrantInput, GrantRequestView, GrantView, ProviderDetail, ProviderInput, ProviderView, RejectedRequest, UseCaseInput, UseCaseView } from './grant.js';
import { DecidedRequest, InUse } from './heimdall.problems.js';
import { Change } from './user.js';

const v1 = '/heimdall/api/v1';
const one = z.object({ id: z.string().max(128) });

const providers = {
  listAtoms: defineRoute({ method: 'GET', path: `${v1}/atoms`, summary: 'Everything that can be granted', response: z.array(AtomView) }),
  getAtom: defineRoute({ method: 'GET', path: `${v1}/atoms/:id`, summary: 'One atom', params: one, response: AtomView, problems: [NotFound] }),
  listProviders: defineRoute({ method: 'GET', path: `${v1}/providers`, summary: 'All enforcement points', response: z.array(ProviderView) }),
  getProvider: defineRoute({ method: 'GET', path: `${v1}/providers/:id`, summary: 'One enforcement point with its atoms', params: one, response: ProviderDetail, problems: [NotFound] }),
  putProvider: defineRoute({
    method: 'POST', path: `${v1}/policy-provider`, summary: 'Create or replace an enforcement point; grants on its atoms are compiled anew', body: ProviderInput, response: ProviderDetail, problems: [InUse],
  }),
  deleteProvider: defineRoute({ method: 'DELETE', path: `${v1}/providers/:id`, summary: 'Delete an enforcement point that no use-case needs', params: one, status: 204, problems: [NotFound, InUse] }),
};

const useCases = {
  listUseCases: defineRoute({ method: 'GET', path: `${v1}/use-cases`, summary: 'All use-cases', response: z.array(UseCaseView) }),
  getUseCase: defineRoute({ method: 'GET', path: `${v1}/use-cases/:id`, summary: 'One use-case, with the variables a grant must give', params: one, response: UseCaseView, problems: [NotFound] }),
  putUseCase: defineRoute({ method: 'POST', path: `${v1}/use-cases`, summary: 'Create or replace a use-case; its grants are compiled anew', body: UseCaseInput, response: UseCaseView, problems: [InUse] }),
  deleteUseCase: defineRoute({ method: 'DELETE', path: `${v1}/use-cases/:id`, summary: 'Delete a use-case that is granted to nobody', params: one, status: 204, problems: [NotFound, InUse] }),
};

const grants = {
  listGrants: defineRoute({ method: 'GET', path: `${v1}/grants`, summary: 'All grants', response: z.array(GrantView) }),
  createGrant: defineRoute({ method: 'POST', path: `${v1}/grants`, summary: 'Grant a use-case; in force at the next decision', body: GrantInput, response: GrantView, problems: [NotFound, PolicyDenied] }),
  listGrantsBySubject: defineRoute({ method: 'GET', path: `${v1}/grants/subjects/:tag`, summary: 'Grants to a tag', params: z.object({ tag: z.string().max(256) }), response: z.array(GrantView) }),
  getGrant: defineRoute({ method: 'GET', path: `${v1}/grants/:id`, summary: 'One grant', params: one, response: GrantView, problems: [NotFound] }),
  deleteGrant: defineRoute({ method: 'DELETE', path: `${v1}/grants/:id`, summary: 'Revoke a grant; effective at the next decision', params: one, status: 204, problems: [NotFound] }),
  listGrantChanges: defineRoute({ method: 'GET', path: `${v1}/grants/:id/changes`, summary: 'What was done to a grant', params: one, response: z.array(Change), problems: [NotFound] }),
  deleteGrantTag: defineRoute({
    method: 'DELETE', path: `${v1}/grants/:id/tags/:tag`, summary: 'Take one subject from a grant; with the last one the grant goes', params: one.extend({ tag: z.string().max(256) }), status: 204, problems: [NotFound],
  }),
};

const requests = {
  listGrantRequests: defineRoute({
    method: 'GET', path: `${v1}/grant-requests`, access: 'authenticated', summary: 'Requests: operators see all, others their own', query: z.looseObject({ use_case_id: z.string().max(128).optional() }), response: z.array(GrantRequestView),
  }),
  createGrantRequest: defineRoute({ method: 'POST', path: `${v1}/grant-requests`, access: 'authenticated', summary: 'Ask for a grant', body: GrantInput, response: GrantRequestView, problems: [NotFound, PolicyDenied] }),
  getGrantRequest: defineRoute({ method: 'GET', path: `${v1}/grant-requests/:id`, access: 'authenticated', summary: 'One request', params: one, response: GrantRequestView, problems: [NotFound] }),
  deleteGrantRequest: defineRoute({ method: 'DELETE', path: `${v1}/grant-requests/:id`, access: 'authenticated', summary: 'Withdraw a request', params: one, status: 204, problems: [NotFound, DecidedRequest, PolicyDenied] }),
  approveGrantRequest: defineRoute({ method: 'POST', path: `${v1}/grant-requests/:id/approve`, summary: 'Approve a request: the grant is in force', params: one, response: GrantView, problems: [NotFound, DecidedRequest, PolicyDenied] }),
  rejectGrantRequest: defineRoute({ method: 'POST', path: `${v1}/grant-requests/:id/reject`, summary: 'Reject a request for good', params: one, response: RejectedRequest, problems: [NotFound, DecidedRequest] }),
};

export const grantRoutes = { ...providers, ...useCases, ...grants, ...requests };
