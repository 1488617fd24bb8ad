import { defineEvent, defineTopic } from '@dataos/contracts-core';
import { z } from 'zod';
import { AggregateStatus } from './resource.js';
import { RunColumn, RunPhase } from './run.js';

export const porosTopic = defineTopic({ name: 'dataos.poros.v1', summary: 'Resources and runs' });
const topic = porosTopic.name;

const ResourceFacts = z.object({
  id: z.string(),
  uid: z.uuid(),
  type: z.string(),
  version: z.string(),
  name: z.string(),
  workspace: z.string().optional(),
  description: z.string().optional(),
  owner: z.string(),
  layer: z.string(),
  tags: z.array(z.string()),
  generation: z.number().int(),
  /** `uid` of the bundle that made it. */
  bundle: z.string().optional(),
  /** What the manifest names: ids of resources and addresses of data. */
  references: z.array(z.string()),
});

/** Subject of both: the resource id. */
export const ResourceChanged = defineEvent({
  type: 'resource.changed', version: 1, topic, summary: 'A manifest changed, or what became of it',
  data: ResourceFacts.extend({ change: z.enum(['created', 'updated', 'status']), status: z.object({ aggregateStatus: AggregateStatus, runtime: z.string(), info: z.string() }) }),
});
export const ResourceDeleted = defineEvent({ type: 'resource.deleted', version: 1, topic, summary: 'A resource and what it made are gone', data: ResourceFacts });

const RunFacts = z.object({
  run: z.string(),
  /** Id of the workflow. */
  resource: z.string(),
  /** Name of the job; absent for the run as a whole. */
  job: z.string().optional(),
  /** Id of the job in the runtime. */
  jobId: z.string().optional(),
  stack: z.string().optional(),
  attempt: z.number().int().optional(),
  runAs: z.string(),
  generation: z.number().int(),
  startedAt: z.iso.datetime(),
  pid: z.number().int().optional(),
});

/** Subject of both: the resource id. Told of each job of a run (with `job`) and of the run as a whole (without). */
export const RunStarted = defineEvent({ type: 'run.started', version: 1, topic, summary: 'A run, or a job of it, began', data: RunFacts });
export const RunFinished = defineEvent({
  type: 'run.finished', version: 1, topic, summary: 'A run, or a job of it, ended',
  data: RunFacts.extend({
    phase: RunPhase,
    finishedAt: z.iso.datetime(),
    reason: z.string().optional(),
    /** Addresses read and written; told with the job, empty for the run as a whole, so that lineage is heard once. */
    inputs: z.array(z.string()),
    outputs: z.array(z.string()),
    columns: z.array(RunColumn),
  }),
});
