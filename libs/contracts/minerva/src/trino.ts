import { z } from 'zod';

/** A type in parts, as Trino's clients read it. */
export type TrinoTypeSignature = { rawType: string; arguments: { kind: string; value: unknown }[] };
export const TrinoTypeSignature: z.ZodType<TrinoTypeSignature> = z.object({
  rawType: z.string(),
  arguments: z.array(z.object({ kind: z.string(), value: z.unknown() })),
});

export const TrinoColumn = z.object({ name: z.string(), type: z.string(), typeSignature: TrinoTypeSignature });
export type TrinoColumn = z.infer<typeof TrinoColumn>;

export const TrinoError = z.looseObject({
  message: z.string(),
  errorCode: z.number().int(),
  errorName: z.string(),
  errorType: z.enum(['USER_ERROR', 'INTERNAL_ERROR', 'INSUFFICIENT_RESOURCES', 'EXTERNAL']),
  errorLocation: z.object({ lineNumber: z.number().int(), columnNumber: z.number().int() }).optional(),
  failureInfo: z.looseObject({ type: z.string(), message: z.string() }).optional(),
});
export type TrinoError = z.infer<typeof TrinoError>;

export const TrinoStats = z.looseObject({ state: z.string(), queued: z.boolean(), scheduled: z.boolean(), nodes: z.number() });

/** One page of the Trino client protocol. */
export const TrinoResults = z.looseObject({
  id: z.string(),
  infoUri: z.string(),
  /** Absent when the query is over. */
  nextUri: z.string().optional(),
  columns: z.array(TrinoColumn).optional(),
  data: z.array(z.array(z.unknown())).optional(),
  stats: TrinoStats,
  error: TrinoError.optional(),
  warnings: z.array(z.unknown()),
  updateType: z.string().optional(),
});
export type TrinoResults = z.infer<typeof TrinoResults>;

export const TrinoInfo = z.object({
  nodeVersion: z.object({ version: z.string() }), environment: z.string(), coordinator: z.boolean(), starting: z.boolean(), uptime: z.string(),
});

/** Where a client fetches the next page: the slug is random per query and proves that the page was handed out. */
export const StatementPage = z.object({ id: z.string().max(64), slug: z.string().max(64), token: z.coerce.number().int().min(0) });
