import { DepotRequest } from '@dataos/contracts-depot';
import { PolicyInput, SecretKind } from '@dataos/contracts-heimdall';
import { ClusterSpec } from '@dataos/contracts-minerva';
import { BundleMember, ResourceName, type ResourceType } from '@dataos/contracts-poros';
import { z } from 'zod';

const plain = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** The block of both kinds of secrets. */
export const SecretBlock = z.looseObject({
  type: SecretKind.default('key-value'),
  acl: z.enum(['r', 'rw']).default('r'),
  data: z.record(z.string(), plain).optional(),
  files: z.record(z.string(), plain).optional(),
});

const Retry = z.looseObject({ count: z.int().min(0).max(10).default(0), strategy: z.enum(['Always', 'OnFailure', 'OnError', 'OnTransientError']).default('OnFailure'), duration: z.string().optional() });

/** One job of a workflow. */
export const DagJob = z.looseObject({
  name: ResourceName,
  title: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  spec: z.looseObject({
    stack: z.string().min(1), compute: z.string().optional(), stackSpec: z.unknown(), title: z.string().optional(), tags: z.array(z.string()).optional(),
    resources: z.unknown().optional(), logLevel: z.string().optional(),
  }),
  dependencies: z.array(z.string()).optional(),
  dependency: z.array(z.string()).optional(),
  retry: Retry.optional(),
});
export type DagJob = z.output<typeof DagJob>;

export const Schedule = z.looseObject({
  cron: z.string().min(1),
  timezone: z.string().default('UTC'),
  concurrencyPolicy: z.enum(['Allow', 'Forbid', 'Replace']).default('Allow'),
  endOn: z.iso.datetime({ offset: true }).optional(),
});
export type Schedule = z.output<typeof Schedule>;

export const WorkflowBlock = z.looseObject({ title: z.string().optional(), dag: z.array(DagJob).min(1, 'must hold at least one job').max(200), schedule: Schedule.optional() });
export type WorkflowBlock = z.output<typeof WorkflowBlock>;

export const BundleBlock = z.looseObject({ resources: z.array(BundleMember).min(1, 'must hold at least one resource').max(500) });

const ProductPort = z.looseObject({ refType: z.string().optional(), ref: z.string(), description: z.string().optional(), purpose: z.string().optional() });
/** The block of a data product, as the documentation and the sample write it. */
export const ProductBlock = z.looseObject({
  data: z.looseObject({
    meta: z.looseObject({ title: z.string().optional() }).optional(),
    collaborators: z.array(z.looseObject({ name: z.string(), description: z.string().optional() })).default([]),
    relatedRefs: z.array(z.looseObject({ title: z.string(), href: z.string() })).optional(),
    refs: z.array(z.looseObject({ title: z.string(), href: z.string() })).default([]),
    resource: z.looseObject({ refType: z.string().optional(), ref: z.string(), description: z.string().optional() }).optional(),
    inputs: z.array(ProductPort).default([]),
    outputs: z.array(ProductPort).default([]),
  }),
});

const short = z.string().regex(/^[a-z][a-z0-9]{0,47}$/, 'must be less than 48 lower-case letters and digits and begin with a letter');

interface TypeRule { readonly versions: readonly string[]; readonly block: z.ZodType; readonly name?: z.ZodType; readonly open?: boolean }

/** What a manifest of each type may say. An `open` block has keys that its schema does not list. */
export const typeRules: Record<ResourceType, TypeRule> = {
  'instance-secret': { versions: ['v1'], block: SecretBlock },
  secret: { versions: ['v1', 'v1beta1'], block: SecretBlock },
  // The connection block is named by the type of the source; the depot service checks what is in it.
  depot: { versions: ['v1', 'v2alpha'], block: DepotRequest, name: short, open: true },
  policy: { versions: ['v1'], block: PolicyInput.shape.policy },
  cluster: { versions: ['v1'], block: ClusterSpec, name: short },
  workflow: { versions: ['v1', 'v1beta', 'v1beta1'], block: WorkflowBlock },
  bundle: { versions: ['v1beta', 'v1alpha'], block: BundleBlock },
  data: { versions: ['v1beta', 'v1alpha'], block: ProductBlock },
};
