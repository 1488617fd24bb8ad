import { pageOf, PageQuery } from '@dataos/contracts-core';
import { z } from 'zod';

/** What runs in a pod: a service of the platform, an engine of a cluster, or a job of a workflow. */
export const PodKind = z.enum(['service', 'engine', 'job']);
export type PodKind = z.infer<typeof PodKind>;

/** `succeeded` and `failed` are final: what starts again is another pod. */
export const PodPhase = z.enum(['pending', 'running', 'succeeded', 'failed']);
export type PodPhase = z.infer<typeof PodPhase>;

/** One end of a process; a code or a signal where the system told it. */
export const PodExit = z.object({ code: z.number().int().nullable(), signal: z.string().nullable(), at: z.iso.datetime() });
export type PodExit = z.infer<typeof PodExit>;

/** What a process used at a moment: `cpu` in percent of one core, `memory` resident, in bytes. */
export const PodSample = z.object({ at: z.iso.datetime(), cpu: z.number().min(0), memory: z.number().int().min(0) });
export type PodSample = z.infer<typeof PodSample>;

/** One process from its start to its end. */
export const Pod = z.object({
  id: z.string(),
  kind: PodKind,
  /** Of the service, the cluster or the job. */
  name: z.string(),
  phase: PodPhase,
  pid: z.number().int().positive().optional(),
  /** How often it had been started again before this process. */
  restarts: z.number().int().min(0),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  /** How the process ended; while it runs, how the one before it did. */
  lastExit: PodExit.optional(),
  /** Why it ended, in words. */
  reason: z.string().optional(),
  /** Id of the resource a job belongs to. */
  resource: z.string().optional(),
  /** Id of the run a job belongs to. */
  run: z.string().optional(),
  /** The latest sample. */
  usage: PodSample.optional(),
});
export type Pod = z.output<typeof Pod>;

/** A pod with its recent samples, oldest first. */
export const PodDetail = Pod.extend({ samples: z.array(PodSample) });
export type PodDetail = z.output<typeof PodDetail>;

export const PodPage = pageOf(Pod);

/** Filters of the list. Finished pods are shown only with `history=true` or when their phase is asked for. */
export const PodListQuery = PageQuery.extend({
  kind: PodKind.optional(),
  phase: PodPhase.optional(),
  name: z.string().min(1).max(256).optional(),
  history: z.enum(['true', 'false']).default('false').transform((value) => value === 'true'),
});
export type PodListQuery = z.output<typeof PodListQuery>;
