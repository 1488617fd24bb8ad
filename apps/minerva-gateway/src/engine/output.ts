import { localOf } from '../sql/emit/clocks.js';
import { UTC } from '../sql/emit/session-zone.js';

/** How a column is written for a Trino client; `digits` are those after the second. */
export interface ColumnEncoding { readonly kind: string; readonly digits?: number; /** Of moments: absent is UTC. */ readonly zone?: string; readonly parts?: readonly ColumnEncoding[] }

const SECONDS = '%Y-%m-%d %H:%M:%S';
const DIGITS = 6;

/**
 * A value as the argument of `json_array` that writes it as Trino's clients expect. The engine writes whole rows in its own
 * vectors: that is several times faster than to read values into JavaScript, and no number passes through a float.
 */
export function encodingSql(column: string, { kind, digits = 3, zone = UTC, parts = [] }: ColumnEncoding, depth = 1): string {
  switch (kind) {
    case 'array': return `to_json(list_transform(${column}, lambda e${depth}: ${encodingSql(`e${depth}`, parts[0] as ColumnEncoding, depth + 1)}))`;
    case 'row': return `CASE WHEN ${column} IS NULL THEN NULL ELSE json_array(${parts.map((part, index) => encodingSql(`${column}.f${index + 1}`, part, depth)).join(', ')}) END`;
    case 'map': return mapSql(column, parts as [ColumnEncoding, ColumnEncoding], depth);
    case 'boolean': case 'tinyint': case 'smallint': case 'integer': case 'bigint': case 'varchar': return column;
    case 'double': return finite(column, column);
    // A float widened to a double shows digits it never had; its text is the shortest that reads back the same.
    case 'real': return finite(column, `CAST(CAST(${column} AS VARCHAR) AS DOUBLE)`);
    // The engine leaves out the zero before the point where a type has fraction digits only.
    case 'fraction': return `regexp_replace(CAST(${column} AS VARCHAR), '^(-?)[.]', '\\10.')`;
    case 'varbinary': return `base64(${column})`;
    case 'timestamp': return moment(column, digits);
    case 'timestamptz': return `${moment(localOf(column, zone), digits)} || ' ${zone}'`;
    case 'time': return `substr(${moment(`DATE '2000-01-01' + ${column}`, digits)}, 12)`;
    default: return `CAST(${column} AS VARCHAR)`;
  }
}

/** An object; its keys are texts in JSON, whatever they are in SQL. */
function mapSql(column: string, [key, value]: [ColumnEncoding, ColumnEncoding], depth: number): string {
  const entry = `e${depth}`;
  const name = `CAST(${encodingSql(`${entry}.key`, key, depth + 1)} AS VARCHAR)`;
  return `to_json(map_from_entries(list_transform(map_entries(${column}), lambda ${entry}: struct_pack(k := ${key.kind === 'double' || key.kind === 'real' ? `json_extract_string(${name}, '$')` : name}, v := to_json(${encodingSql(`${entry}.value`, value, depth + 1)})))))`;
}

/** JSON has no word for what is not a number. */
const finite = (column: string, number: string): string =>
  `CASE WHEN isfinite(${column}) THEN to_json(${number}) WHEN isnan(${column}) THEN to_json('NaN') WHEN ${column} > 0 THEN to_json('Infinity') WHEN ${column} < 0 THEN to_json('-Infinity') END`;

function moment(column: string, digits: number): string {
  const whole = `strftime(${column}, '${SECONDS}')`;
  if (digits === 0) return whole;
  const full = `strftime(${column}, '${SECONDS}.%f')`;
  return digits >= DIGITS ? full : `left(${full}, -${DIGITS - digits})`;
}

/** The result of `sql` (columns `c1`, `c2`, …), each row a JSON array as text. */
export const rowsSql = (sql: string, columns: readonly ColumnEncoding[]): string => `SELECT CAST(${rowOf(columns)} AS VARCHAR) FROM (${sql}) AS o`;

/** Writes the result of `sql` (columns `c1`, `c2`, …) to `target`, one JSON array per line; line breaks in values are escaped by JSON. */
export function copySql(sql: string, columns: readonly ColumnEncoding[], target: string): string {
  const options = "FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\u0001', USE_TMP_FILE false";
  return `COPY (SELECT ${rowOf(columns)} FROM (${sql}) AS o) TO '${target.replaceAll("'", "''")}' (${options})`;
}

const rowOf = (columns: readonly ColumnEncoding[]): string => `json_array(${columns.map((encoding, index) => encodingSql(`o.c${index + 1}`, encoding)).join(', ')})`;

/** Writes the result of `sql` to a Parquet file, each column under its name and type; one that comes from nowhere is NULL. */
export function writeSql(sql: string, { file, columns }: { readonly file: string; readonly columns: readonly { readonly name: string; readonly type: string; readonly from?: number }[] }): string {
  const values = columns.map(({ name, type, from }) => `CAST(${from === undefined ? 'NULL' : `o.c${from}`} AS ${type}) AS "${name.replaceAll('"', '""')}"`);
  return `COPY (SELECT ${values.join(', ')} FROM (${sql}) AS o) TO '${file.replaceAll("'", "''")}' (FORMAT parquet, USE_TMP_FILE false)`;
}
