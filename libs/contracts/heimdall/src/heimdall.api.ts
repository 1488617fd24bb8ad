import { DeadLetter, deadLetterRoutes, defineApi, ReplayResult } from '@dataos/contracts-core';
import { assetTagRoutes } from './asset-tag.routes.js';
import { auditRoutes } from './audit.routes.js';
import { authorizeRoutes } from './authorize.routes.js';
import { authzenRoutes } from './authzen.routes.js';
import { dataPolicyRoutes } from './data-policy.routes.js';
import { grantRoutes } from './grant.routes.js';
import { policyRoutes } from './policy.routes.js';
import { secretRoutes } from './secret.routes.js';
import { tagRoutes } from './tag.routes.js';
import { userRoutes } from './user.routes.js';
import { AccessRule } from './access-policy.js';
import { AuthorizeBatchInput, AuthorizeBatchResult, AuthorizeInput, AuthorizeResult, SpokenPolicy } from './authorize.js';
import { DataPolicyView, DataRule } from './data-policy.js';
import { DataDecision, DataDecisionInput, DataReason, DecidedFilter, DecidedMask, DecisionView, MatchedTag, TableDecision, TableInput } from './decision.js';
import { PolicyInput, PolicyView } from './policy.js';
import { SecretInfo, SecretInput, SecretView } from './secret.js';
import { IssuedToken, IssueInput, Links, TokenInput, TokenView, UserInput, UserPatch, UserProperty, UserView } from './user.js';

/** Who are you, may you: users, keys, policies, secrets, decisions. */
export const heimdallApi = defineApi({
  service: 'heimdall',
  title: 'Heimdall',
  description: 'Users, roles, API keys, grants, access and data policies, secrets, asset tags, decisions and their explanations.',
  schemas: {
    AccessRule, AuthorizeBatchInput, AuthorizeBatchResult, AuthorizeInput, AuthorizeResult, DataDecision, DataDecisionInput,
    DataPolicyView, DataReason, DataRule, DecidedFilter, DecidedMask, DecisionView, IssuedToken, IssueInput, Links, MatchedTag, PolicyInput, PolicyView, SecretInfo,
    SecretInput, SecretView, SpokenPolicy, TableDecision, TableInput, TokenInput, TokenView, UserInput, UserPatch, UserProperty, UserView,
    DeadLetter, ReplayResult,
  },
  routes: { ...authorizeRoutes, ...authzenRoutes, ...userRoutes, ...tagRoutes, ...grantRoutes, ...policyRoutes, ...dataPolicyRoutes, ...secretRoutes, ...assetTagRoutes, ...auditRoutes, ...deadLetterRoutes('heimdall') },
});
