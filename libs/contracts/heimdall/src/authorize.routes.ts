import { defineRoute, NotFound, PolicyDenied } from '@dataos/contracts-core';
import { z } from 'zod';
import { AuthorizeBatchInput, AuthorizeBatchResult, AuthorizeInput, AuthorizeResult, AuthorizeUserInput } from './authorize.js';
import { DataDecision, DataDecisionInput, DecisionView, ExplainInput, Explanation, VisibleTables, VisibleTablesInput } from './decision.js';
import { IssuedToken, IssueInput } from './user.js';

export const authorizeRoutes = {
  authorize: defineRoute({
    method: 'POST', path: '/heimdall/api/v1/authorize', access: 'public',
    summary: 'Tell who a token belongs to and whether that user may act; a denial is 403 and a bad token 401, both with this body',
    body: AuthorizeInput, response: z.union([AuthorizeResult, AuthorizeBatchResult]),
  }),
  authorizeBatch: defineRoute({
    method: 'POST', path: '/heimdall/api/v1/authorize/batch', access: 'public',
    summary: 'Answer many questions of one token; single denials keep status 200',
    body: AuthorizeBatchInput, response: AuthorizeBatchResult,
  }),
  authorizeUser: defineRoute({
    method: 'POST', path: '/heimdall/api/v1/authorize/user', access: 'authenticated',
    summary: 'May another user act: for engines that may impersonate; answers as authorize does',
    body: AuthorizeUserInput, response: AuthorizeResult, problems: [PolicyDenied, NotFound],
  }),
  decideData: defineRoute({
    method: 'POST', path: '/heimdall/api/v1/decisions/data', access: 'authenticated',
    summary: 'Decide reading of many tables at once: access, row filters and column masks',
    body: DataDecisionInput, response: DataDecision, problems: [PolicyDenied],
  }),
  visibleTables: defineRoute({
    method: 'POST', path: '/heimdall/api/v1/decisions/visible', access: 'authenticated',
    summary: 'Which of many tables may be read, for lists: nothing is read yet, so nothing is recorded',
    body: VisibleTablesInput, response: VisibleTables, problems: [PolicyDenied],
  }),
  explain: defineRoute({
    method: 'POST', path: '/heimdall/api/v1/decisions/explain', access: 'authenticated',
    summary: 'Why somebody may or may not: the policies that speak, the tags and paths that match, who gave the tags, and what would be needed',
    body: ExplainInput, response: Explanation, problems: [PolicyDenied, NotFound],
  }),
  getDecision: defineRoute({
    method: 'GET', path: '/heimdall/api/v1/decisions/:id', access: 'authenticated',
    summary: 'Why a decision came out as it did; only for its subject and for operators',
    params: z.object({ id: z.string().max(64) }), response: DecisionView, problems: [NotFound],
  }),
  issueToken: defineRoute({
    method: 'POST', path: '/heimdall/api/v1/tokens/issue', access: 'authenticated',
    summary: 'Issue a short-lived signed token, for oneself or (with an impersonate decision) for another user',
    body: IssueInput, response: IssuedToken, status: 201, problems: [PolicyDenied, NotFound],
  }),
  jwks: defineRoute({
    method: 'GET', path: '/heimdall/.well-known/jwks.json', access: 'public',
    summary: 'Public keys of the tokens issued here',
    response: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  }),
};

/** Where a decision explains itself to its subject and to operators. */
export const whyPath = (decision: string): string => authorizeRoutes.getDecision.path.replace(':id', encodeURIComponent(decision));
