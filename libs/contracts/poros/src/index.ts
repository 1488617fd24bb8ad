export { ApplyAnswer, ApplyResult, BundleMember, Manifests, MAX_MANIFEST_BYTES } from './apply.js';
export { porosApi } from './poros.api.js';
export { ResourceChanged, ResourceDeleted, RunFinished, RunStarted, porosTopic } from './poros.events.js';
export { ManifestInvalid, ManifestSyntax, ResourceDeleting, ResourceNeeded, ResourceNotFound, ResourceOwnedByBundle } from './poros.problems.js';
export {
  AggregateStatus, Condition, INSTANCE_TYPES, isWorkspaceType, Resource, RESOURCE_TYPES, type ResourceKey, resourceId, ResourceName, ResourceStatus, ResourceType,
  Workspace, WORKSPACE_DEFAULT, WORKSPACE_TYPES, WorkspaceName,
} from './resource.js';
export { Run, RunColumn, RunNode, RunPhase, Runtime } from './run.js';
