import type { Type } from '../types/type.js';

/** A piece of engine SQL that we wrote ourselves, with the type of its value as Trino knows it. */
export interface Fragment {
  readonly sql: string;
  readonly type: Type;
  /** The value of a literal, for functions that need to know it beforehand. */
  readonly literal?: string | number;
  /** The column this is, unchanged. */
  readonly column?: ScanColumn;
  /** The same decimal in 64 bits, of columns and literals alone; it fails where a value does not fit. */
  readonly narrow?: string;
  /** Of what `json_parse` makes of a text that is not the same in each row: the text. Trino casts it directly to arrays, maps and rows. */
  readonly parsed?: string;
  /** Whether the value comes from an aggregate or window function. */
  readonly aggregate?: boolean;
}

/** A column of one place where a table is read. */
export interface ScanColumn { readonly scan: string; readonly column: string; readonly plain: boolean }

/** A text as an SQL literal of the engine. */
export const quote = (text: string): string => `'${text.includes("'") ? text.replaceAll("'", "''") : text}'`;
/** A name as a quoted identifier. */
export const quoteName = (name: string): string => `"${name.includes('"') ? name.replaceAll('"', '""') : name}"`;
