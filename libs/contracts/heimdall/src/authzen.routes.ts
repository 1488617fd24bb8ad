import { defineRoute, NotFound, PolicyDenied } from '@dataos/contracts-core';
import { z } from 'zod';
import {
  ActionSearchAnswer, ActionSearchInput, AuthzenConfiguration, EntitySearchAnswer, EvaluationAnswer, EvaluationInput, EvaluationsAnswer, EvaluationsInput, KnownResource,
  ResourceSearchInput, SubjectSearchInput,
} from './authzen.js';

const evaluate = { method: 'POST', access: 'authenticated', tags: ['AuthZEN'], problems: [PolicyDenied] } as const;

export const authzenRoutes = {
  evaluation: defineRoute({ ...evaluate, path: '/access/v1/evaluation', summary: 'AuthZEN: may the subject do this', body: EvaluationInput, response: EvaluationAnswer }),
  evaluations: defineRoute({
    ...evaluate, path: '/access/v1/evaluations', summary: 'AuthZEN: many questions at once; without any it answers like a single one',
    body: EvaluationsInput, response: z.union([EvaluationsAnswer, EvaluationAnswer]),
  }),
  searchSubject: defineRoute({ ...evaluate, path: '/access/v1/search/subject', summary: 'AuthZEN: who may do this', body: SubjectSearchInput, response: EntitySearchAnswer }),
  searchResource: defineRoute({ ...evaluate, path: '/access/v1/search/resource', summary: 'AuthZEN: on what may the subject do this', body: ResourceSearchInput, response: EntitySearchAnswer }),
  searchAction: defineRoute({ ...evaluate, path: '/access/v1/search/action', summary: 'AuthZEN: what may the subject do with this', body: ActionSearchInput, response: ActionSearchAnswer }),
  authzenConfiguration: defineRoute({
    method: 'GET', access: 'public', tags: ['AuthZEN'], path: '/.well-known/authzen-configuration', summary: 'AuthZEN: where the decision point answers', response: AuthzenConfiguration,
  }),
  putResource: defineRoute({
    method: 'PUT', tags: ['AuthZEN'], path: '/heimdall/api/v1/resources', summary: 'Make a resource known to the searches, with the properties it has', body: KnownResource, response: KnownResource,
  }),
  deleteResource: defineRoute({
    method: 'DELETE', tags: ['AuthZEN'], path: '/heimdall/api/v1/resources', summary: 'Forget a resource', query: z.object({ type: z.string().max(256), id: z.string().max(1024) }), status: 204, problems: [NotFound],
  }),
};
