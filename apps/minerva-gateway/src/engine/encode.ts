import { DuckDBBlobValue, DuckDBDateValue, DuckDBDecimalValue, DuckDBTimestampTZValue, DuckDBTimestampValue, DuckDBTimeValue, type DuckDBValue } from '@duckdb/node-api';

/** How a column is written for a Trino client; `digits` are those after the second. */
export interface ColumnEncoding { readonly kind: string; readonly digits?: number }

/** A value as JSON text in the form Trino's clients expect. Whole numbers are written digit by digit, never through a float. */
export function encodeValue(value: DuckDBValue, { kind, digits = 3 }: ColumnEncoding): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : `"${Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity'}"`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof DuckDBDecimalValue) return `"${value.toString()}"`;
  if (value instanceof DuckDBDateValue) return `"${value.toString()}"`;
  if (value instanceof DuckDBTimestampTZValue) return `"${moment(value.micros, digits)} UTC"`;
  if (value instanceof DuckDBTimestampValue) return `"${moment(value.micros, digits)}"`;
  if (value instanceof DuckDBTimeValue) return `"${clock(value.micros, digits)}"`;
  if (value instanceof DuckDBBlobValue) return `"${Buffer.from(value.bytes).toString('base64')}"`;
  if (kind === 'uuid') return JSON.stringify(value.toString());
  throw new Error('a value of an unexpected type');
}

/** Rows, column by column, as JSON arrays joined by commas. */
export function encodeRows(columns: readonly (readonly DuckDBValue[])[], encodings: readonly ColumnEncoding[], count: number): string[] {
  const rows: string[] = [];
  for (let row = 0; row < count; row += 1) {
    rows.push(`[${encodings.map((encoding, index) => encodeValue(columns[index]?.[row] ?? null, encoding)).join(',')}]`);
  }
  return rows;
}

const DAY = 86_400_000_000n;

function moment(micros: bigint, digits: number): string {
  const days = (micros - (((micros % DAY) + DAY) % DAY)) / DAY;
  const date = new Date(Number(days) * 86_400_000);
  if (Number.isNaN(date.getTime())) throw new Error('a moment outside the calendar');
  return `${date.toISOString().slice(0, -14)} ${clock(((micros % DAY) + DAY) % DAY, digits)}`;
}

function clock(micros: bigint, digits: number): string {
  const seconds = Number(micros / 1_000_000n);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const fraction = String(micros % 1_000_000n).padStart(6, '0').slice(0, digits);
  return `${pad(Math.floor(seconds / 3_600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}${digits === 0 ? '' : `.${fraction}`}`;
}
