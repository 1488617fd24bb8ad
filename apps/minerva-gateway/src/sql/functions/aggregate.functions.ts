import { decimalSum, divide, withNaNLeast } from '../emit/arithmetic.js';
import { raise } from '../emit/casts.js';
import type { Fragment } from '../emit/fragment.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { asDecimal, BIGINT, BOOLEAN, decimal, DOUBLE, duckType, formatType, isFloating, isNested, isNumeric, isWhole, type Type } from '../types/type.js';
import { literalText } from './signature.js';

/** Writes one call of an engine function with what the user put around it (DISTINCT, FILTER, OVER …). */
export type Wrap = (call: string, args?: string[]) => string;
export type AggregateRule = (args: Fragment[], wrap: Wrap) => Fragment;

const need = (args: Fragment[], count: number): Fragment[] => {
  if (args.length !== count) throw new TrinoFailure('FUNCTION_NOT_FOUND', `takes ${count} argument${count === 1 ? '' : 's'}`);
  return args;
};
const numeric = (argument: Fragment): Fragment => {
  if (!isNumeric(argument.type)) throw new TrinoFailure('FUNCTION_NOT_FOUND', `Unexpected parameters (${formatType(argument.type)})`);
  return argument;
};
const typed = (sql: string, type: Type): Fragment => ({ sql: `CAST(${sql} AS ${duckType(type)})`, type });
const comparable = (argument: Fragment): Fragment => {
  if (argument.type.kind === 'opaque' || argument.type.kind === 'json' || isNested(argument.type)) throw notSupported(`An aggregate over ${formatType(argument.type)}`);
  return argument;
};

const same = (name: string): AggregateRule => (args, wrap) => {
  const argument = comparable(need(args, 1)[0] as Fragment);
  return typed(wrap(name, [argument.sql]), argument.type);
};
const max: AggregateRule = (args, wrap) => {
  const argument = comparable(need(args, 1)[0] as Fragment);
  const largest = wrap('max', [argument.sql]);
  return typed(isFloating(argument.type) ? `coalesce(${wrap('max', [`CASE WHEN NOT isnan(${argument.sql}) THEN ${argument.sql} END`])}, ${largest})` : largest, argument.type);
};
const statistic = (name: string): AggregateRule => (args, wrap) => typed(wrap(name, need(args, 1).map((argument) => `CAST(${numeric(argument).sql} AS DOUBLE)`)), DOUBLE);
const checkBoolean = (argument: Fragment): Fragment => {
  if (argument.type.kind !== 'boolean') throw new TrinoFailure('FUNCTION_NOT_FOUND', `Unexpected parameters (${formatType(argument.type)})`);
  return argument;
};
const condition = (name: string): AggregateRule => (args, wrap) => typed(wrap(name, [checkBoolean(need(args, 1)[0] as Fragment).sql]), BOOLEAN);
const extreme = (name: 'arg_max_null' | 'arg_min_null'): AggregateRule => (args, wrap) => {
  const [value, by] = need(args, 2) as [Fragment, Fragment];
  const key = comparable(by);
  return typed(wrap(name, [value.sql, name === 'arg_max_null' ? withNaNLeast(key) : key.sql]), value.type);
};
/** Of two columns: of the type real unless one is a double, and NULL where no number comes out. */
const related = (name: string): AggregateRule => (args, wrap) => {
  const pair = need(args, 2).map(numeric);
  const type: Type = pair.some((argument) => argument.type.kind === 'double') ? DOUBLE : { kind: 'real' };
  const value = wrap(name, pair.map((argument) => (type === DOUBLE ? `CAST(${argument.sql} AS DOUBLE)` : `CAST(CAST(${argument.sql} AS FLOAT) AS DOUBLE)`)));
  return typed(`CASE WHEN isfinite(${value}) THEN ${value} END`, type);
};

const sum: AggregateRule = (args, wrap) => {
  const argument = numeric(need(args, 1)[0] as Fragment);
  const { type } = argument;
  if (type.kind === 'decimal') return typed(decimalSum(argument, (sql) => wrap('sum', [sql])), decimal(38, type.scale));
  return typed(wrap('sum', [argument.sql]), isWhole(type) ? BIGINT : type);
};

const avg: AggregateRule = (args, wrap) => {
  const argument = numeric(need(args, 1)[0] as Fragment);
  if (argument.type.kind !== 'decimal') return typed(wrap('avg', [argument.sql]), argument.type.kind === 'real' ? argument.type : DOUBLE);
  const { precision, scale } = asDecimal(argument.type);
  const total = typed(decimalSum(argument, (sql) => wrap('sum', [sql])), decimal(38, scale));
  const count = wrap('count', [argument.sql]);
  const { sql } = divide({ sql: total.sql, precision: 38, scale }, { sql: `CAST(${count} AS DECIMAL(19,0))`, precision: 19, scale: 0 }, precision);
  return typed(`CASE WHEN ${count} = 0 THEN NULL ELSE ${sql} END`, decimal(precision, scale));
};

/** Trino has it for three types, the others are seen as one of them. */
const percentileType = (type: Type): Type => (isWhole(type) ? BIGINT : type.kind === 'decimal' ? { kind: 'real' } : type);

export const aggregateFunctions: Record<string, AggregateRule> = {
  sum, avg, min: same('min'), max, arbitrary: same('any_value'), any_value: same('any_value'),
  count: (args, wrap) => typed(args.length === 0 ? wrap('count', ['*']) : wrap('count', [(need(args, 1)[0] as Fragment).sql]), BIGINT),
  // The engine's own count_if is NULL where nothing is known; Trino's is 0.
  count_if: (args, wrap) => typed(wrap('count', [`CASE WHEN ${checkBoolean(need(args, 1)[0] as Fragment).sql} THEN 1 END`]), BIGINT),
  bool_and: condition('bool_and'), every: condition('bool_and'), bool_or: condition('bool_or'),
  approx_distinct: (args, wrap) => typed(wrap('approx_count_distinct', [comparable(need(args, 1)[0] as Fragment).sql]), BIGINT),
  approx_percentile: (args, wrap) => {
    const [value, share] = need(args, 2) as [Fragment, Fragment];
    if (share.literal === undefined || Number(share.literal) < 0 || Number(share.literal) > 1) throw notSupported('approx_percentile with a share that is not a literal from 0 to 1');
    // Of four values the half is the third to Trino, the second to the engine.
    const [at, type] = [Math.min(1, Number(share.literal) + 1e-9), percentileType(numeric(value).type)];
    return typed(wrap('quantile_disc', [`CAST(${value.sql} AS ${duckType(type)})`, String(at)]), type);
  },
  max_by: extreme('arg_max_null'), min_by: extreme('arg_min_null'),
  stddev: statistic('stddev_samp'), stddev_samp: statistic('stddev_samp'), stddev_pop: statistic('stddev_pop'),
  variance: statistic('var_samp'), var_samp: statistic('var_samp'), var_pop: statistic('var_pop'),
  corr: related('corr'), covar_pop: related('covar_pop'), covar_samp: related('covar_samp'), regr_slope: related('regr_slope'), regr_intercept: related('regr_intercept'),
  array_agg: (args, wrap) => {
    const element = need(args, 1)[0] as Fragment;
    const type: Type = { kind: 'array', element: element.type };
    return typed(wrap('list', [element.sql]), type);
  },
  listagg: (args, wrap) => {
    const [value, separator] = args;
    if (value?.type.kind !== 'varchar' || args.length > 2) throw new TrinoFailure('FUNCTION_NOT_FOUND', 'listagg joins texts');
    const text = separator === undefined ? '' : literalText(separator, 'The separator');
    return { sql: wrap('string_agg', [value.sql, `'${text.replaceAll("'", "''")}'`]), type: value.type };
  },
};

const ranking = (name: string, type: Type): AggregateRule => (args, wrap) => typed(wrap(name, need(args, 0).map(({ sql }) => sql)), type);
const shifted = (name: string): AggregateRule => (args, wrap) => {
  const [value, offset, fallback] = args;
  if (value === undefined || args.length > 3) throw new TrinoFailure('FUNCTION_NOT_FOUND', 'takes 1 to 3 arguments');
  if (offset !== undefined && !isWhole(offset.type)) throw new TrinoFailure('FUNCTION_NOT_FOUND', 'the offset must be a whole number');
  if (fallback !== undefined && formatType(fallback.type) !== formatType(value.type) && fallback.type.kind !== 'unknown') throw notSupported('A default of another type');
  return typed(wrap(name, [value.sql, ...(offset === undefined ? [] : [placed(offset, 0, 'Offset')]), ...(fallback === undefined ? [] : [fallback.sql])]), value.type);
};
/** A number of rows that must be there and not be too small: the engine counts backwards, or answers NULL. */
const placed = ({ sql }: Fragment, least: number, what: string): string =>
  `CASE WHEN ${sql} >= ${least} THEN CAST(${sql} AS BIGINT) ELSE ${raise('INVALID_FUNCTION_ARGUMENT', `${what} must be at least ${least}`, 'BIGINT')} END`;
const edge = (name: string): AggregateRule => (args, wrap) => typed(wrap(name, [(need(args, 1)[0] as Fragment).sql]), (args[0] as Fragment).type);

/** Functions that exist only with OVER. */
export const windowFunctions: Record<string, AggregateRule> = {
  row_number: ranking('row_number', BIGINT), rank: ranking('rank', BIGINT), dense_rank: ranking('dense_rank', BIGINT),
  percent_rank: ranking('percent_rank', DOUBLE), cume_dist: ranking('cume_dist', DOUBLE),
  ntile: (args, wrap) => typed(wrap('ntile', [placed(numeric(need(args, 1)[0] as Fragment), 1, 'Buckets')]), BIGINT),
  lag: shifted('lag'), lead: shifted('lead'), first_value: edge('first_value'), last_value: edge('last_value'),
  nth_value: (args, wrap) => {
    const [value, offset] = need(args, 2) as [Fragment, Fragment];
    return typed(wrap('nth_value', [value.sql, placed(offset, 1, 'Offset')]), value.type);
  },
};
