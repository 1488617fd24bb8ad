import { z } from 'zod';

/** The manifest types this build can make true, by level. */
export const INSTANCE_TYPES = ['instance-secret', 'depot', 'policy', 'bundle', 'data'] as const;
export const WORKSPACE_TYPES = ['secret', 'cluster', 'workflow'] as const;
export const RESOURCE_TYPES = [...INSTANCE_TYPES, ...WORKSPACE_TYPES] as const;
export const ResourceType = z.enum(RESOURCE_TYPES);
export type ResourceType = z.infer<typeof ResourceType>;

/** Whether resources of a type live in a workspace; the others belong to the whole instance. */
export const isWorkspaceType = (type: string): boolean => (WORKSPACE_TYPES as readonly string[]).includes(type);

export const WORKSPACE_DEFAULT = 'public';
export const WorkspaceName = z.string().max(32).regex(/^[a-z]([-a-z0-9]*[a-z0-9])?$/, 'must be at most 32 of a-z 0-9 - and begin with a letter');
/** The general rule for names of resources. */
export const ResourceName = z.string().regex(/^[a-z]([-a-z0-9]{0,46}[a-z0-9])?$/, 'must be less than 48 chars and conform to the following regex: [a-z]([-a-z0-9]*[a-z0-9])?');

export interface ResourceKey { readonly type: string; readonly version: string; readonly name: string; readonly workspace?: string | undefined }

/** The canonical id, `type:version:name[:workspace]`. */
export const resourceId = ({ type, version, name, workspace }: ResourceKey): string => [type, version, name, ...(workspace ? [workspace] : [])].join(':');

/** One observed truth about a resource; `observedGeneration` tells of which version of the manifest. */
export const Condition = z.object({
  type: z.enum(['Accepted', 'Built', 'Ready', 'Deleting']),
  status: z.enum(['True', 'False', 'Unknown']),
  reason: z.string(),
  message: z.string(),
  observedGeneration: z.number().int(),
  lastTransitionTime: z.iso.datetime(),
});
export type Condition = z.infer<typeof Condition>;

/** STATUS of lists. */
export const AggregateStatus = z.enum(['pending', 'active', 'error', 'deleting', 'deleted']);
export type AggregateStatus = z.infer<typeof AggregateStatus>;

export const ResourceStatus = z.looseObject({
  aggregateStatus: AggregateStatus,
  builderState: z.object({
    stage: z.enum(['building', 'complete', 'error']),
    /** Numbers as text, as documented. */
    numberOfWantedResources: z.string(),
    numberOfProcessedResources: z.string(),
    /** What it waits for, or why it failed. */
    info: z.string(),
  }),
  /** RUNTIME of lists: empty for what does not run. */
  runtimeState: z.object({ status: z.string() }),
  conditions: z.array(Condition),
});
export type ResourceStatus = z.infer<typeof ResourceStatus>;

/** A stored resource: the manifest as it was written (the block is named by the type) with what the platform adds. Secret values are never part of it. */
export const Resource = z.looseObject({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  type: z.string(),
  tags: z.array(z.string()),
  description: z.string().optional(),
  owner: z.string(),
  layer: z.string(),
  workspace: z.string().optional(),
  /** Grows by one with each real change of the manifest. */
  generation: z.number().int(),
  uid: z.uuid(),
  created: z.iso.datetime(),
  /** Id of the bundle that made it. */
  madeBy: z.string().optional(),
  status: ResourceStatus,
});
export type Resource = z.infer<typeof Resource>;

export const Workspace = z.object({ name: z.string(), layer: z.string(), tags: z.array(z.string()) });
export type Workspace = z.infer<typeof Workspace>;
