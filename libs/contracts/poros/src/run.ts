import { z } from 'zod';

export const RunPhase = z.enum(['pending', 'running', 'succeeded', 'failed', 'stopped', 'skipped']);
export type RunPhase = z.infer<typeof RunPhase>;

/** Where a column of an output comes from; both sides are `<address>#<column>`. */
export const RunColumn = z.object({ output: z.string(), inputs: z.array(z.string()) });

/** One job of a run. */
export const RunNode = z.object({
  name: z.string(),
  stack: z.string(),
  phase: RunPhase,
  attempt: z.number().int(),
  /** Id of the job in the runtime; a retry gets another one. */
  job: z.string().optional(),
  pid: z.number().int().optional(),
  startedAt: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  /** Why it failed, in words meant for the owner. */
  reason: z.string().optional(),
  inputs: z.array(z.string()).default([]),
  outputs: z.array(z.string()).default([]),
  columns: z.array(RunColumn).default([]),
});
export type RunNode = z.output<typeof RunNode>;

export const Run = z.object({
  id: z.string(),
  resource: z.string(),
  generation: z.number().int(),
  phase: RunPhase,
  runAs: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  nodes: z.array(RunNode),
});
export type Run = z.output<typeof Run>;

/** RUNTIME of a workflow with its runs, newest first. */
export const Runtime = z.object({ id: z.string(), status: z.string(), runs: z.array(Run) });
export type Runtime = z.output<typeof Runtime>;
