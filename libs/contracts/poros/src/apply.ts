import { FieldFault } from '@dataos/contracts-core';
import { z } from 'zod';
import { Resource } from './resource.js';

/** Largest manifest text that is accepted. */
export const MAX_MANIFEST_BYTES = 10 * 1024 * 1024;

/**
 * What `apply` takes: YAML text of one or more documents, one manifest as JSON, or a list of them. Files a manifest names
 * (`bundle.resources[].file`, `workflow.dag[].file`) are read by the client and put in place: Poros sees no file system.
 */
export const Manifests = z.union([z.string(), z.array(z.record(z.string(), z.unknown())), z.record(z.string(), z.unknown())]);

/** One member of a bundle as sent: the client replaced `file` by `spec` (or `resource`), the whole manifest of the member. */
export const BundleMember = z.looseObject({
  id: z.string().min(1).max(128),
  spec: z.record(z.string(), z.unknown()).optional(),
  resource: z.record(z.string(), z.unknown()).optional(),
  workspace: z.string().optional(),
  dependencies: z.array(z.string()).max(500).default([]),
  /** Left out, a dependency is met once it is `active`. */
  dependencyConditions: z.array(z.looseObject({
    resourceId: z.string(),
    status: z.looseObject({ is: z.array(z.string()).optional(), contains: z.array(z.string()).optional() }).optional(),
    runtime: z.looseObject({ is: z.array(z.string()).optional(), contains: z.array(z.string()).optional() }).optional(),
  })).max(500).default([]),
});
export type BundleMember = z.output<typeof BundleMember>;

/** What became of one document. Pointers begin with the position of the document: `/0/depot/type`. */
export const ApplyResult = z.object({
  id: z.string(),
  type: z.string(),
  version: z.string(),
  name: z.string(),
  workspace: z.string().optional(),
  outcome: z.enum(['created', 'updated', 'unchanged', 'valid']),
  generation: z.number().int(),
  /** Keys that are not understood; they are kept and have no effect. */
  warnings: z.array(FieldFault),
  resource: Resource.optional(),
});
export type ApplyResult = z.infer<typeof ApplyResult>;
/** In the order of the documents. */
export const ApplyAnswer = z.object({ results: z.array(ApplyResult) });
export type ApplyAnswer = z.infer<typeof ApplyAnswer>;
