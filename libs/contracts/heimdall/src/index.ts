export { AccessRule, Layer, PolicyObjects } from './access-policy.js';
export { AuthContext, AuthorizeBatchInput, AuthorizeBatchResult, AuthorizeInput, AuthorizeResult, SpokenPolicy } from './authorize.js';
export {
  ActionSearchAnswer, ActionSearchInput, AuthzenAction, AuthzenConfiguration, AuthzenResource, AuthzenSubject, EntitySearchAnswer, EVALUATION_SEMANTICS, EvaluationAnswer, EvaluationInput,
  EvaluationsAnswer, EvaluationSemantic, EvaluationsInput, KnownResource, MAX_EVALUATIONS, ResourceSearchInput, SubjectSearchInput,
} from './authzen.js';
export { attributeOf, DataPolicyView, DataRule, DataSelector, FILTER_OPERATORS, Mask, MASK_OPERATORS, MaskOperator, RowFilter } from './data-policy.js';
export { DataDecision, DataDecisionInput, DecidedFilter, DecidedItem, DecidedMask, DecisionSubject, DecisionView, ExplainInput, Explanation, MatchedTag, Need, PolicyReason, TableDecision, TableInput } from './decision.js';
export { heimdallAccess, type HeimdallAccessOptions } from './heimdall-access.js';
export { heimdallApi } from './heimdall.api.js';
export { DataPolicyChanged, DecisionDenied, PolicyChanged, SecretChanged, TagChanged, TokenChanged, UserChanged, heimdallTopic } from './heimdall.events.js';
export { ProtectedTag, SystemPolicy, TokenExists, UserExists } from './heimdall.problems.js';
export { MAX_ALTERNATIVES, MAX_NESTING, MAX_PATTERN_LENGTH, Pattern, patternFault, Tag, TagExpression } from './pattern.js';
export { PolicyInput, PolicyName, PolicyView } from './policy.js';
export { SecretInfo, SecretInput, SecretKind, SecretName, SecretView } from './secret.js';
export { IssuedToken, IssueInput, Links, TokenInput, TokenView, UserId, UserInput, UserPatch, UserProperty, UserType, UserView } from './user.js';
