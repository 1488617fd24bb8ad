export { AccessRule, Layer, PolicyObjects } from './access-policy.js';
export { type AssetTagBulk, AssetTagAssign, AssetTagDelete, AssetTagGroup, AssetTagQuery, AssetTagRemove, AssetTagView } from './asset-tag.js';
export { AuditReport, PolicyDraft, PolicyHint, ReplayChange, ReplayInput, ReplayReport } from './audit.js';
export { AuthContext, AuthorizeBatchInput, AuthorizeBatchResult, AuthorizeInput, AuthorizeResult, AuthorizeUserInput, SpokenPolicy } from './authorize.js';
export { whyPath } from './authorize.routes.js';
export {
  ActionSearchAnswer, ActionSearchInput, AuthzenAction, AuthzenConfiguration, AuthzenResource, AuthzenSubject, EntitySearchAnswer, EVALUATION_SEMANTICS, EvaluationAnswer, EvaluationInput,
  EvaluationsAnswer, EvaluationSemantic, EvaluationsInput, KnownResource, MAX_EVALUATIONS, ResourceSearchInput, SubjectSearchInput,
} from './authzen.js';
export { attributeOf, BucketBound, DataPolicyView, DataRule, DataSelector, FILTER_OPERATORS, Mask, MASK_OPERATORS, MaskOperator, RowFilter } from './data-policy.js';
export { ClientDecision, GatewayDecision, GatewayPolicy, TableContext } from './data-policy-clients.js';
export { DataDecision, DataDecisionInput, DataReason, DecidedFilter, DecidedItem, DecidedMask, DecisionSubject, DecisionView, ExplainInput, Explanation, MatchedTag, Need, PolicyReason, TableDecision, TableInput, VisibleTables, VisibleTablesInput } from './decision.js';
export { Atom, AtomValues, AtomView, GrantInput, GrantRequestView, GrantValues, GrantView, ProviderDetail, ProviderInput, ProviderView, RejectedRequest, RequestState, UseCaseInput, UseCaseView } from './grant.js';
export { heimdallAccess, type HeimdallAccessOptions } from './heimdall-access.js';
export { heimdallApi } from './heimdall.api.js';
export {
  AssetTagsChanged, AuditSealed, DataPolicyChanged, DecisionDenied, GrantChanged, GrantRequestChanged, PolicyChanged, SecretChanged, TagChanged, TokenChanged, UserChanged, VocabularyChanged,
  heimdallTopic,
} from './heimdall.events.js';
export {
  DecidedRequest, ExpectationBroken, InUse, NamespaceInUse, OneCollection, PermanentRole, ProtectedTag, RoleExists, SystemPolicy, TokenExists, UnknownTag, UserExists,
} from './heimdall.problems.js';
export { MAX_ALTERNATIVES, MAX_NESTING, MAX_PATTERN_LENGTH, Pattern, patternFault, Tag, TagExpression } from './pattern.js';
export { Expectation, PolicyBody, PolicyInput, PolicyName, PolicyView } from './policy.js';
export { SecretEntries, SecretInfo, SecretInput, SecretKind, SecretName, SecretView } from './secret.js';
export { CollectionView, HeldTag, NamespaceType, RoleInput, RoleView, TagGroup, TagNamespace, TagNamespaceView, TagView, UserTags } from './tag.js';
export {
  Change, Duration, IssuedToken, IssueInput, Links, RotateInput, secondsOf, TokenInput, TokenView, UserId, UserInput, UserPatch, UserProperty, UserSearch, UserType, UserView,
} from './user.js';
