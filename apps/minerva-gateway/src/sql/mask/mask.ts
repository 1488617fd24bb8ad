import type { DecidedMask } from '@dataos/contracts-heimdall';
import { isDeepStrictEqual } from 'node:util';
import { type Fragment, quote } from '../emit/fragment.js';
import { TrinoFailure } from '../failure.js';
import { isMoment, isNumeric, type Type } from '../types/type.js';
import { type Dialect, DUCKDB } from './dialect.js';
import { isPattern } from './pattern.js';

/** Rules by operator: the masked value for the engine, or `undefined` where the operator cannot do it for this type. */
type MaskRule = (value: Fragment, config: Record<string, unknown>, dialect: Dialect, seed: string) => string | undefined;

const isText = (type: Type): boolean => type.kind === 'varchar';
const typed = (sql: string, type: Type, dialect: Dialect): string => `CAST(${sql} AS ${dialect.type(type)})`;
/** Under every operator NULL stays NULL: that a value is missing is no secret of the value. */
const kept = (value: Fragment, sql: string): string => `CASE WHEN ${value.sql} IS NULL THEN NULL ELSE ${sql} END`;

const RULES: Record<string, MaskRule> = {
  pass_through: ({ sql }) => sql,
  hash: (value, _config, dialect) => (isText(value.type) ? dialect.sha256(value.sql) : undefined),
  redact: (value, config, dialect) => redact(value, config['replacement'], dialect),
  regex_replace(value, { pattern, replacement }, dialect) {
    if (!isText(value.type) || typeof pattern !== 'string' || typeof replacement !== 'string' || !isPattern(pattern) || /\$(?!\d)|\\/.test(replacement)) return undefined;
    return dialect.replace(value.sql, pattern, replacement);
  },
  rand_pattern: (value, { pattern }, dialect, seed) => (isText(value.type) && typeof pattern === 'string' ? dialect.randomize(value.sql, pattern, seed) : undefined),
  bucket_number(value, { bound = 'lower', buckets }, dialect) {
    if (!isNumeric(value.type) || !isBounds(buckets) || (bound !== 'lower' && bound !== 'upper')) return undefined;
    const [ordered, beyond, sign] = bound === 'lower' ? [buckets.toReversed(), 0, '>='] : [buckets, buckets.at(-1), '<='];
    const read = (number: unknown): string => typed(String(number), value.type, dialect);
    const branches = ordered.map((number) => `WHEN ${value.sql} ${sign} ${number} THEN ${read(number)}`);
    // Below the first lower bound there is none, so it reads 0; above the last upper bound the last one stands.
    return kept(value, `CASE ${branches.join(' ')} ELSE ${read(beyond)} END`);
  },
  bucket_date(value, { precision }, dialect) {
    if (!isMoment(value.type) || !['hour', 'day', 'week', 'month', 'quarter', 'year'].includes(String(precision))) return undefined;
    return typed(`date_trunc('${String(precision)}', ${value.sql})`, value.type, dialect);
  },
};

const isBounds = (value: unknown): value is number[] => Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'number' && Number.isFinite(item));

function redact(value: Fragment, replacement: unknown, dialect: Dialect): string | undefined {
  const { type } = value;
  const given = typeof replacement === 'string' || typeof replacement === 'number' ? String(replacement) : undefined;
  if (isText(type)) return kept(value, quote(given ?? 'REDACTED'));
  if (isNumeric(type)) return kept(value, typed(given !== undefined && /^-?\d{1,15}(\.\d+)?$/.test(given) ? given : '0', type, dialect));
  if (isMoment(type)) return kept(value, dialect.moment(given !== undefined && /^\d{4}-\d\d-\d\d$/.test(given) ? given : '1972-01-01', type));
  return type.kind === 'boolean' ? kept(value, 'false') : typed('NULL', type, dialect);
}

/** The value a user sees in place of `value`. An operator that cannot be applied as documented refuses the query. */
export function maskOf(mask: DecidedMask, value: Fragment, seed: string, dialect = DUCKDB): string {
  const rule = Object.hasOwn(RULES, mask.operator) ? RULES[mask.operator] : undefined;
  const sql = rule?.(value, settingsOf(mask), dialect, seed);
  if (sql === undefined) {
    throw new TrinoFailure('INVALID_COLUMN_MASK', `The mask ${mask.operator} of the policy ${mask.policy} cannot be applied to the column ${mask.column}; the query is refused`);
  }
  return sql;
}

/** Settings may come flat or below the operator's name. */
function settingsOf({ operator, config }: DecidedMask): Record<string, unknown> {
  const nested = config[operator];
  return typeof nested === 'object' && nested !== null ? (nested as Record<string, unknown>) : config;
}

/** The mask of a column. A decision that names two for one column is not clear, so that the query is refused. */
export function maskFor(masks: readonly DecidedMask[], column: string): DecidedMask | undefined {
  const [mask, ...more] = masks.filter((candidate) => candidate.column.toLowerCase() === column);
  if (more.some((other) => !isDeepStrictEqual({ ...other, policy: '' }, { ...mask, policy: '' }))) {
    throw new TrinoFailure('INVALID_COLUMN_MASK', `Several masks were decided for the column ${column}; the query is refused`);
  }
  return mask;
}
