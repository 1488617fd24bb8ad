import { z } from 'zod';

/** How a column was used: the first three make a value of it, the others decide about values or rows. The words are OpenLineage's. */
export const ColumnUse = z.enum(['IDENTITY', 'TRANSFORMATION', 'AGGREGATION', 'CONDITIONAL', 'WINDOW', 'FILTER', 'JOIN', 'GROUP_BY', 'SORT']);
export type ColumnUse = z.infer<typeof ColumnUse>;

/** A column that something came from; `masked`: whoever asked was not shown it as it is. */
export const ColumnOrigin = z.object({ table: z.string(), column: z.string(), uses: z.array(ColumnUse).min(1), masked: z.boolean() });
export type ColumnOrigin = z.infer<typeof ColumnOrigin>;

/** A table with those of its columns that matter here, and their types in Trino's words. */
export const TracedTable = z.object({ address: z.string(), columns: z.array(z.object({ name: z.string(), type: z.string() })) });
export type TracedTable = z.infer<typeof TracedTable>;

/** What a statement made of what. */
export const QueryTrace = z.object({
  /** The tables and views that were read, with the columns that were used; of a renamed table, what it was called. */
  inputs: z.array(TracedTable),
  /** What was written; absent where rows went to the client alone. */
  output: TracedTable.extend({ kind: z.enum(['table', 'view']), change: z.enum(['create', 'append', 'rename']) }).optional(),
  /** Each column of the result with what it was computed from. */
  columns: z.array(z.object({ column: z.string(), from: z.array(ColumnOrigin) })),
  /** What decided which rows there are. */
  rows: z.array(ColumnOrigin),
});
export type QueryTrace = z.infer<typeof QueryTrace>;
