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
const resource: z.input<typeof ResourceFacts> = {
  id: 'workflow:v1:load-crm:public', uid: '019a0000-0000-7000-8000-0000000000f1', type: 'workflow', version: 'v1', name: 'load-crm', workspace: 'public',
  owner: 'olivia', layer: 'user', tags: ['sample'], generation: 1, bundle: '019a0000-0000-7000-8000-0000000000f0', references: ['dataos://crm:public/passengers'],
};

/** Subject of both: the resource id. */
export const ResourceChanged = defineEvent({
  type: 'resource.changed', version: 1, topic, summary: 'A manifest changed, or what became of it',
  data: ResourceFacts.extend({ change: z.enum(['created', 'updated', 'status']), status: z.object({ aggregateStatus: AggregateStatus, runtime: z.string(), info: z.string() }) }),
  example: { ...resource, change: 'status', status: { aggregateStatus: 'active', runtime: 'running', info: '' } },
});
export const ResourceDeleted = defineEvent({ type: 'resource.deleted', version: 1, topic, summary: 'A resource and what it made are gone', data: ResourceFacts, example: resource });

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
const run: z.input<typeof RunFacts> = {
  run: '019a0000-0000-7000-8000-0000000000aa', resource: resource.id, job: 'load', jobId: 'load-crm-load-1', stack: 'flare', attempt: 1, runAs: 'olivia', generation: 1,
  startedAt: '2026-01-01T12:00:00.000Z', pid: 4712,
};

/** Subject of both: the resource id. Told of each job of a run (with `job`) and of the run as a whole (without). */
export const RunStarted = defineEvent({ type: 'run.started', version: 1, topic, summary: 'A run, or a job of it, began', data: RunFacts, example: run });
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
  example: {
    ...run, phase: 'succeeded', finishedAt: '2026-01-01T12:00:07.000Z', inputs: [], outputs: ['dataos://crm:public/passengers'], columns: [],
  },
});
