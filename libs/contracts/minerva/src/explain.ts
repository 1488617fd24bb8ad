import { z } from 'zod';

/** A query to explain: nothing of it runs. */
export const ExplainRequest = z.strictObject({
  sql: z.string().min(1).max(2_000_000),
  /** Where unqualified names are looked for. */
  catalog: z.string().max(256).optional(),
  schema: z.string().max(256).optional(),
});

const ExplainedColumn = z.object({
  name: z.string(),
  type: z.string(),
  shown: z.enum(['clear', 'masked']),
  /** How it is masked, and by which policy. */
  operator: z.string().optional(),
  policy: z.string().optional(),
});

/** What policy would do to one table; of a refused one no columns are told. */
const ExplainedTable = z.object({
  address: z.string(),
  name: z.string(),
  allow: z.boolean(),
  reason: z.string().optional(),
  /** Policies that spoke for or against reading it. */
  policies: z.array(z.string()),
  /** Whom to ask for access. */
  ask: z.array(z.string()),
  /** Rows are left out by these; without the values they compare with. */
  filters: z.array(z.object({ column: z.string(), operator: z.string(), policy: z.string() })),
  /** The columns the query uses. */
  columns: z.array(ExplainedColumn),
});

/** What would be hidden from the caller if the query ran now. */
export const AccessExplanation = z.object({
  decision: z.string().optional(),
  allow: z.boolean(),
  policies: z.array(z.string()),
  tables: z.array(ExplainedTable),
});
export type AccessExplanation = z.infer<typeof AccessExplanation>;
