import { pageOf, PageQuery } from '@dataos/contracts-core';
import { z } from 'zod';
import { QueryTrace } from './lineage.js';

/** States as Trino names them. */
export const QueryState = z.enum(['QUEUED', 'PLANNING', 'STARTING', 'RUNNING', 'FINISHING', 'FINISHED', 'FAILED']);
export type QueryState = z.infer<typeof QueryState>;

/** A failure with Trino's code and name. */
export const QueryFailure = z.object({ code: z.number().int(), name: z.string(), type: z.string(), message: z.string() });
export type QueryFailure = z.infer<typeof QueryFailure>;

/** What policy did to one column of one table. */
export const AppliedMask = z.object({ table: z.string(), column: z.string(), operator: z.string(), policy: z.string() });
/** A row filter that policy added; without the value it compares with. */
export const AppliedFilter = z.object({ table: z.string(), column: z.string(), operator: z.string(), policy: z.string() });
export type AppliedMask = z.infer<typeof AppliedMask>;
export type AppliedFilter = z.infer<typeof AppliedFilter>;

/** A table that was read, with the columns the query named. */
export const QueryTable = z.object({ address: z.string(), columns: z.array(z.string()) });
export type QueryTable = z.infer<typeof QueryTable>;

/** One query in a list. */
export const QuerySummary = z.object({
  id: z.string(),
  user: z.string(),
  state: QueryState,
  /** The text as it was sent. */
  sql: z.string(),
  cluster: z.string().optional(),
  source: z.string().optional(),
  decision: z.string().optional(),
  error: QueryFailure.optional(),
  rows: z.number().int(),
  bytes: z.number().int(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  elapsedMs: z.number().int().optional(),
  /** What the statement writes, makes, changes or drops, as it named it; a refused one's too. Columns that were given values, or made. */
  writes: z.array(QueryTable).optional(),
  /** Whether the answer was kept from an earlier query that was decided alike over the same data; nothing was run for this one. */
  cached: z.boolean().optional(),
});
export type QuerySummary = z.infer<typeof QuerySummary>;

/** The audit record of one query, refused ones included. */
export const QueryRecord = QuerySummary.extend({
  /** Whom the caller acted for; absent when for itself. */
  authenticatedAs: z.string().optional(),
  /** The text that ran, with masks and filters in it; absent when nothing ran. Operators only: it shows policy values. */
  rewritten: z.string().optional(),
  /** The engine's own words; operators only, since they may quote data. */
  detail: z.string().optional(),
  statement: z.string().optional(),
  clientTags: z.array(z.string()),
  catalog: z.string().optional(),
  schema: z.string().optional(),
  tables: z.array(QueryTable),
  /** What came from where; of statements that write, and of all where they are told to an OpenLineage consumer. */
  trace: QueryTrace.optional(),
  policies: z.array(z.string()),
  masks: z.array(AppliedMask),
  filters: z.array(AppliedFilter),
  /** Rows moved from databases into the engine. */
  rowsRead: z.number().int(),
  startedAt: z.iso.datetime().optional(),
});
export type QueryRecord = z.infer<typeof QueryRecord>;

export const QueryListQuery = PageQuery.extend({
  user: z.string().max(256).optional(),
  state: QueryState.optional(),
  table: z.string().max(1_000).optional(),
  /** Address of a table or schema that the statement writes, makes, changes or drops. */
  written: z.string().max(1_000).optional(),
  /** A piece of the text, in any case. */
  text: z.string().max(1_000).optional(),
  source: z.string().max(1_000).optional(),
  cluster: z.string().max(256).optional(),
  /** Name of a policy that spoke. */
  policy: z.string().max(256).optional(),
  /** Name of the failure, such as `PERMISSION_DENIED`. */
  error: z.string().max(256).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
});
export const QueryPage = pageOf(QuerySummary);
