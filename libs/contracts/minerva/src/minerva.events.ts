import { defineEvent, defineTopic } from '@dataos/contracts-core';
import { z } from 'zod';
import { QueryTrace } from './lineage.js';
import { AppliedFilter, AppliedMask, QueryState, QueryTable } from './query.js';

export const minervaTopic = defineTopic({ name: 'dataos.minerva-gateway.v1', summary: 'Queries and engines' });
const topic = minervaTopic.name;

const query = z.object({
  id: z.string(),
  user: z.string(),
  cluster: z.string().optional(),
  decision: z.string().optional(),
  tables: z.array(QueryTable),
  /** What the statement writes, makes, changes or drops; absent for one that only reads. */
  writes: z.array(QueryTable).optional(),
  /** Names of the policies that spoke. */
  policies: z.array(z.string()),
  /** Whether the answer was kept from an earlier query. */
  cached: z.boolean().optional(),
});
const table = 'dataos://crm:public/passengers';
const example = {
  id: '20260101_120000_00001_abcde', user: 'amir', cluster: 'air', decision: '019a0000-0000-7000-8000-00000000000d',
  tables: [{ address: table, columns: ['email', 'home_state'] }], policies: ['mask-email', 'analysts-see-california'],
};
const engine = { cluster: 'air', kind: 'duckdb', pid: 4711 };

/** Subject of the two: the query's id. The text is not in them: it may hold data. */
export const QueryStarted = defineEvent({ type: 'query.started', version: 1, topic, summary: 'A query was decided and given to an engine; one that is over before it was put on record is told of as finished only', data: query, example });
export const QueryFinished = defineEvent({
  type: 'query.finished', version: 1, topic, summary: 'A query is over: finished, failed or refused',
  data: query.extend({
    state: QueryState, error: z.string().optional(), rows: z.number().int(), bytes: z.number().int(), elapsedMs: z.number().int(),
    masks: z.array(AppliedMask), filters: z.array(AppliedFilter),
  }),
  example: {
    ...example, state: 'FINISHED', rows: 5, bytes: 612, elapsedMs: 48,
    masks: [{ table, column: 'email', operator: 'hash', policy: 'mask-email' }],
    filters: [{ table, column: 'home_state', operator: 'equals', policy: 'analysts-see-california' }],
  },
});

/** Subject: the depot that was written into, so that what happens to a table comes in its order. */
export const QueryTraced = defineEvent({
  type: 'query.traced', version: 1, topic, summary: 'A statement wrote a table or view, or gave it another name: what of it came from where',
  data: QueryTrace.extend({ id: z.string(), user: z.string(), statement: z.string() }),
  example: {
    id: example.id, user: example.user, statement: 'create-table-as', inputs: [{ address: table, columns: [{ name: 'email', type: 'varchar' }, { name: 'home_state', type: 'varchar' }] }],
    output: { address: 'dataos://lake:sales/mails', kind: 'table', change: 'create', columns: [{ name: 'mail', type: 'varchar' }] },
    columns: [{ column: 'mail', from: [{ table, column: 'email', uses: ['IDENTITY'], masked: true }] }],
    rows: [{ table, column: 'home_state', uses: ['FILTER'], masked: false }],
  },
});

/** Subject of the two: the cluster's name. */
export const EngineStarted = defineEvent({
  type: 'engine.started', version: 1, topic, summary: 'The engine process of a cluster is ready',
  data: z.object({ cluster: z.string(), kind: z.string(), pid: z.number().int(), restarts: z.number().int() }), example: { ...engine, restarts: 0 },
});
export const EngineStopped = defineEvent({
  type: 'engine.stopped', version: 1, topic, summary: 'The engine process of a cluster ended',
  data: z.object({ cluster: z.string(), kind: z.string(), pid: z.number().int(), reason: z.string(), expected: z.boolean() }),
  example: { ...engine, reason: 'the cluster was deleted', expected: true },
});
