import { defineEvent, defineTopic } from '@dataos/contracts-core';
import { z } from 'zod';
import { AppliedFilter, AppliedMask, QueryState, QueryTable } from './query.js';

export const minervaTopic = defineTopic({ name: 'dataos.minerva-gateway.v1', summary: 'Queries and engines' });
const topic = minervaTopic.name;

const query = z.object({
  id: z.string(),
  user: z.string(),
  cluster: z.string().optional(),
  decision: z.string().optional(),
  tables: z.array(QueryTable),
  /** Names of the policies that spoke. */
  policies: z.array(z.string()),
});

/** Subject of the two: the query's id. The text is not in them: it may hold data. */
export const QueryStarted = defineEvent({ type: 'query.started', version: 1, topic, summary: 'A query was decided and given to an engine', data: query });
export const QueryFinished = defineEvent({
  type: 'query.finished', version: 1, topic, summary: 'A query is over: finished, failed or refused',
  data: query.extend({
    state: QueryState, error: z.string().optional(), rows: z.number().int(), bytes: z.number().int(), elapsedMs: z.number().int(),
    masks: z.array(AppliedMask), filters: z.array(AppliedFilter),
  }),
});

/** Subject of the two: the cluster's name. */
export const EngineStarted = defineEvent({
  type: 'engine.started', version: 1, topic, summary: 'The engine process of a cluster is ready',
  data: z.object({ cluster: z.string(), kind: z.string(), pid: z.number().int(), restarts: z.number().int() }),
});
export const EngineStopped = defineEvent({
  type: 'engine.stopped', version: 1, topic, summary: 'The engine process of a cluster ended',
  data: z.object({ cluster: z.string(), kind: z.string(), pid: z.number().int(), reason: z.string(), expected: z.boolean() }),
});
