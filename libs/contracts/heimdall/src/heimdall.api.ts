import { DeadLetter, deadLetterRoutes, defineApi, ReplayResult } from '@dataos/contracts-core';
import { authorizeRoutes } from './authorize.routes.js';
import { policyRoutes } from './policy.routes.js';
import { secretRoutes } from './secret.routes.js';
import { userRoutes } from './user.routes.js';
import { AccessRule } from './access-policy.js';
import { AuthorizeBatchInput, AuthorizeBatchResult, AuthorizeInput, AuthorizeResult, SpokenPolicy } from './authorize.js';
import { DataPolicyView, DataRule } from './data-policy.js';
import { DataDecision, DataDecisionInput, DecidedFilter, DecidedMask, DecisionView, TableDecision, TableInput } from './decision.js';
import { PolicyInput, PolicyView } from './policy.js';
import { SecretInfo, SecretInput, SecretView } from './secret.js';
import { IssuedToken, IssueInput, Links, TokenInput, TokenView, UserInput, UserPatch, UserProperty, UserView } from './user.js';

/** Who are you, may you: users, keys, policies, secrets, decisions. */
export const heimdallApi = defineApi({
  service: 'heimdall',
  title: 'Heimdall',
  description: 'Users, API keys, access and data policies, secrets, decisions and their explanations.',
  schemas: {
    AccessRule, AuthorizeBatchInput, AuthorizeBatchResult, AuthorizeInput, AuthorizeResult, DataDecision, DataDecisionInput,
    DataPolicyView, DataRule, DecidedFilter, DecidedMask, DecisionView, IssuedToken, IssueInput, Links, PolicyInput, PolicyView, SecretInfo,
    SecretInput, SecretView, SpokenPolicy, TableDecision, TableInput, TokenInput, TokenView, UserInput, UserPatch, UserProperty, UserView,
    DeadLetter, ReplayResult,
  },
  routes: { ...authorizeRoutes, ...userRoutes, ...policyRoutes, ...secretRoutes, ...deadLetterRoutes('heimdall') },
});
