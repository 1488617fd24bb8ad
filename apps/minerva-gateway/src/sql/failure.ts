/** Trino's error codes that this gateway uses; clients branch on the name. */
export const ERROR_CODES = {
  SYNTAX_ERROR: [1, 'USER_ERROR'], ABANDONED_QUERY: [2, 'USER_ERROR'], USER_CANCELED: [3, 'USER_ERROR'], PERMISSION_DENIED: [4, 'USER_ERROR'],
  NOT_FOUND: [5, 'USER_ERROR'], FUNCTION_NOT_FOUND: [6, 'USER_ERROR'], INVALID_FUNCTION_ARGUMENT: [7, 'USER_ERROR'], DIVISION_BY_ZERO: [8, 'USER_ERROR'],
  INVALID_CAST_ARGUMENT: [9, 'USER_ERROR'], NOT_SUPPORTED: [13, 'USER_ERROR'], INVALID_SESSION_PROPERTY: [14, 'USER_ERROR'],
  TRANSACTION_CONFLICT: [17, 'USER_ERROR'], NUMERIC_VALUE_OUT_OF_RANGE: [19, 'USER_ERROR'], UNKNOWN_TRANSACTION: [20, 'USER_ERROR'], NOT_IN_TRANSACTION: [21, 'USER_ERROR'], TRANSACTION_ALREADY_ABORTED: [22, 'USER_ERROR'],
  READ_ONLY_VIOLATION: [23, 'USER_ERROR'], AUTOCOMMIT_WRITE_CONFLICT: [25, 'USER_ERROR'], UNSUPPORTED_ISOLATION_LEVEL: [26, 'USER_ERROR'], INCOMPATIBLE_CLIENT: [27, 'USER_ERROR'],
  QUERY_REJECTED: [31, 'USER_ERROR'], QUERY_TEXT_TOO_LARGE: [35, 'USER_ERROR'],
  CATALOG_NOT_FOUND: [44, 'USER_ERROR'], SCHEMA_NOT_FOUND: [45, 'USER_ERROR'], TABLE_NOT_FOUND: [46, 'USER_ERROR'], COLUMN_NOT_FOUND: [47, 'USER_ERROR'],
  MISSING_COLUMN_NAME: [55, 'USER_ERROR'], DUPLICATE_COLUMN_NAME: [54, 'USER_ERROR'], MISSING_COLUMN_ALIASES: [88, 'USER_ERROR'], MISMATCHED_COLUMN_ALIASES: [61, 'USER_ERROR'], SCHEMA_ALREADY_EXISTS: [49, 'USER_ERROR'], TABLE_ALREADY_EXISTS: [50, 'USER_ERROR'], SCHEMA_NOT_EMPTY: [34, 'USER_ERROR'], COLUMN_TYPE_UNKNOWN: [60, 'USER_ERROR'], VIEW_IS_STALE: [81, 'USER_ERROR'], VIEW_IS_RECURSIVE: [82, 'USER_ERROR'],
  EXPRESSION_NOT_AGGREGATE: [73, 'USER_ERROR'], MISSING_CATALOG_NAME: [56, 'USER_ERROR'], MISSING_SCHEMA_NAME: [57, 'USER_ERROR'], TYPE_MISMATCH: [58, 'USER_ERROR'],
  INVALID_LITERAL: [59, 'USER_ERROR'], AMBIGUOUS_NAME: [62, 'USER_ERROR'], INVALID_PARAMETER_USAGE: [80, 'USER_ERROR'], INVALID_COLUMN_MASK: [85, 'USER_ERROR'],
  ADMINISTRATIVELY_KILLED: [38, 'USER_ERROR'], MERGE_TARGET_ROW_MULTIPLE_MATCHES: [119, 'USER_ERROR'],
  GENERIC_INTERNAL_ERROR: [65_536, 'INTERNAL_ERROR'], SERVER_STARTING_UP: [65_548, 'INTERNAL_ERROR'],
  GENERIC_INSUFFICIENT_RESOURCES: [131_072, 'INSUFFICIENT_RESOURCES'], QUERY_QUEUE_FULL: [131_074, 'INSUFFICIENT_RESOURCES'],
  EXCEEDED_TIME_LIMIT: [131_075, 'INSUFFICIENT_RESOURCES'], EXCEEDED_LOCAL_MEMORY_LIMIT: [131_079, 'INSUFFICIENT_RESOURCES'],
  GENERIC_EXTERNAL: [16_777_216, 'EXTERNAL'],
} as const;
export type ErrorName = keyof typeof ERROR_CODES;
export type ErrorType = (typeof ERROR_CODES)[ErrorName][1];

/** Where in the text, counted from 1. */
export interface Location { readonly lineNumber: number; readonly columnNumber: number }

/** A failure that is told to the client as a Trino error, with `headers` that change its session. `table` is the qualified name it is about; `detail` is for the audit record only. */
export class TrinoFailure extends Error {
  readonly code: number;
  readonly type: ErrorType;

  constructor(readonly errorName: ErrorName, message: string, readonly options: { location?: Location; table?: string; detail?: string; headers?: Readonly<Record<string, string>> } = {}) {
    super(message);
    this.name = 'TrinoFailure';
    [this.code, this.type] = ERROR_CODES[errorName];
  }
}

export const notSupported = (what: string, location?: Location): TrinoFailure =>
  new TrinoFailure('NOT_SUPPORTED', `${what} is not supported`, location === undefined ? {} : { location });

/** The same failure where it stands in the text, said as Trino says it. */
export const standingAt = ({ errorName, message, options }: TrinoFailure, location: Location): TrinoFailure =>
  new TrinoFailure(errorName, `line ${location.lineNumber}:${location.columnNumber}: ${message}`, { ...options, location });
