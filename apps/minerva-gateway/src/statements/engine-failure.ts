import { EngineFailure } from '../engine/query-engine.js';
import { ERROR_CODES, type ErrorName, TrinoFailure } from '../sql/failure.js';

const CAUSES: [RegExp, ErrorName, string][] = [
  [/Out of Memory/i, 'EXCEEDED_LOCAL_MEMORY_LIMIT', 'Query exceeded the memory of its cluster'],
  [/Conversion Error|Could not convert|invalid date|Invalid.*cast/i, 'INVALID_CAST_ARGUMENT', 'A value cannot be cast'],
  [/Out of Range|Overflow/i, 'NUMERIC_VALUE_OUT_OF_RANGE', 'A number is out of range'],
  [/GROUP BY clause|must be part of an aggregate|cannot contain aggregates|not allowed in WHERE|nested aggregate/i, 'EXPRESSION_NOT_AGGREGATE', 'An expression must be an aggregate or appear in GROUP BY'],
  [/More than one row returned by a subquery/i, 'INVALID_FUNCTION_ARGUMENT', 'Scalar sub-query has returned multiple rows'],
  // A path that is no file is taken for a folder, whose files nobody may look for.
  [/IO Error: (Cannot open file|No files found)|Permission Error: Cannot access file "[^"]*\/\*\*\/\*/i, 'GENERIC_EXTERNAL', 'A file of a table is not there any more: the table was changed while it was read; run the query again'],
  [/Invalid Input Error/i, 'INVALID_FUNCTION_ARGUMENT', 'A function was given a value it does not take'],
  [/Binder Error|Not implemented|Parser Error|Catalog Error/i, 'NOT_SUPPORTED', 'The embedded engine cannot run this query'],
];

/**
 * A failure of the engine in Trino's words. Its own text may quote a value that a mask or filter hides, so the client gets
 * a fixed sentence; the audit keeps the rest.
 */
export function trinoFailureOf(error: EngineFailure): TrinoFailure {
  const options = { detail: error.message };
  if (error.kind === 'canceled') return new TrinoFailure('USER_CANCELED', 'Query was canceled', options);
  if (error.kind === 'died') return new TrinoFailure('GENERIC_INTERNAL_ERROR', 'The engine of the cluster stopped while the query ran; it is started again', options);
  if (error.kind === 'source') return new TrinoFailure('GENERIC_EXTERNAL', `The source of ${error.message.split(':')[0]} could not be read`, options);
  // Our own sentence about the query, never about a value: `raise` in the emitter writes no other.
  const own = /TRINO:([A-Z_]+):([\w .,()/'-]*)/.exec(error.message);
  if (own !== null && Object.hasOwn(ERROR_CODES, own[1] ?? '')) return new TrinoFailure(own[1] as ErrorName, own[2] ?? '', options);
  const [, name, message] = CAUSES.find(([pattern]) => pattern.test(error.message)) ?? [undefined, 'GENERIC_INTERNAL_ERROR' as const, 'The engine could not finish the query'];
  return new TrinoFailure(name, message, options);
}

/** A failure in Trino's words where it was the engine's, any other as it is. */
export const inTrinosWords = (error: unknown): unknown => (error instanceof EngineFailure ? trinoFailureOf(error) : error);
