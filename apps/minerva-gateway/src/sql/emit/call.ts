import type { Expression, Frame, FrameBound, FunctionCall, SortItem, WindowSpec } from '../ast.js';
import { notSupported, standingAt, TrinoFailure } from '../failure.js';
import { aggregateFunctions, type AggregateRule, windowFunctions } from '../functions/aggregate.functions.js';
import { arrayFunctions, concatArrays } from '../functions/array.functions.js';
import { jsonFunctions } from '../functions/json.functions.js';
import { numberFunctions } from '../functions/number.functions.js';
import { bool, type FunctionRule, rule, unify } from '../functions/signature.js';
import { textFunctions } from '../functions/text.functions.js';
import { timeFunctions } from '../functions/time.functions.js';
import { zoneFunctions } from '../functions/zone.functions.js';
import { formatType, INTEGER, isFloating, isWhole } from '../types/type.js';
import { withNaNLeast } from './arithmetic.js';
import type { Place } from './context.js';
import { compare, condition, emit } from './expression.js';
import type { Fragment } from './fragment.js';
import { emitLambdaCall, lambdaFunctionNames, takesLambda } from './lambda.js';
import { weighed } from './weight.js';

/** The scalar functions there are. A name that is not here does not exist: nothing is passed to the engine by name. */
const scalarFunctions: Record<string, FunctionRule> = { ...textFunctions, ...numberFunctions, ...timeFunctions, ...zoneFunctions, ...jsonFunctions, ...arrayFunctions, ...conditional(), ...overloaded() };

/** Names that mean one thing for texts and another for arrays. */
function overloaded(): Record<string, FunctionRule> {
  const ofTexts = (name: string): FunctionRule => textFunctions[name] as FunctionRule;
  return {
    concat: (args, context) => (args.some(({ type }) => type.kind === 'array') ? concatArrays(args) : ofTexts('concat')(args, context)),
    reverse: (args, context) => {
      const [value] = args;
      return value?.type.kind === 'array' && args.length === 1 ? { sql: `list_reverse(${value.sql})`, type: value.type } : ofTexts('reverse')(args, context);
    },
  };
}

function conditional(): Record<string, FunctionRule> {
  const several = (name: string, args: Fragment[], least = 1): ReturnType<typeof unify> => {
    if (args.length < least) throw new TrinoFailure('FUNCTION_NOT_FOUND', `${name} takes ${least} or more arguments`);
    return unify(args, name);
  };
  const extreme = (name: 'greatest' | 'least'): FunctionRule => (given) => {
    const { type, args } = several(name, given);
    if (type.kind === 'json') throw new TrinoFailure('FUNCTION_NOT_FOUND', 'Unexpected parameters (json)');
    const texts = args.map(({ sql }) => sql);
    const nulls = texts.map((sql) => `${sql} IS NULL`).join(' OR ');
    // To the engine NaN is the largest number; Trino passes over it as long as there is another.
    const numbers = name === 'greatest' && isFloating(type)
      ? `CASE WHEN ${texts.map((sql) => `isnan(${sql})`).join(' AND ')} THEN ${texts[0]} ELSE greatest(${texts.map((sql) => withNaNLeast({ sql, type })).join(', ')}) END`
      : `${name}(${texts.join(', ')})`;
    return { sql: `CASE WHEN ${nulls} THEN NULL ELSE ${numbers} END`, type };
  };
  return {
    coalesce(given) {
      const { type, args } = several('coalesce', given, 2);
      return { sql: `coalesce(${args.map(({ sql }) => sql).join(', ')})`, type };
    },
    nullif(given) {
      const [first] = given;
      const { args } = several('nullif', given, 2);
      if (given.length !== 2 || first === undefined) throw new TrinoFailure('FUNCTION_NOT_FOUND', 'nullif takes 2 arguments');
      const [a, b] = args as [Fragment, Fragment];
      return { sql: `CASE WHEN ${compare('=', a, b).sql} THEN NULL ELSE ${first.sql} END`, type: first.type };
    },
    if(given) {
      const [test, ...results] = given;
      if (test === undefined || results.length === 0 || results.length > 2) throw new TrinoFailure('FUNCTION_NOT_FOUND', 'if takes 2 or 3 arguments');
      const { type, args } = unify(results, 'if');
      return { sql: `CASE WHEN ${condition(test)} THEN ${args[0]?.sql}${args[1] === undefined ? '' : ` ELSE ${args[1].sql}`} END`, type };
    },
    greatest: extreme('greatest'), least: extreme('least'),
    typeof(given) {
      const { sql, type } = given[0] ?? { sql: '', type: { kind: 'unknown' } as const };
      // A table in the argument is read all the same: what was decided to be read is what the engine must see.
      return { sql: sql.includes('\0') ? `CASE WHEN (${sql}) IS NULL THEN '${formatType(type)}' ELSE '${formatType(type)}' END` : `'${formatType(type)}'`, type: { kind: 'varchar' } };
    },
    version: rule([], () => ({ sql: "'dataos-minerva'", type: { kind: 'varchar' } })),
    is_null: rule(['any'], ([sql]) => bool(`${sql} IS NULL`)),
  };
}

/** Writes a function call; what is not on the list, or used in a way we cannot keep faithful, is refused. */
export function emitCall(call: FunctionCall, place: Place): Fragment {
  const aggregate = lookup(aggregateFunctions, call.name) ?? lookup(windowFunctions, call.name);
  try {
    if (aggregate !== undefined) return emitAggregate(call, aggregate, place);
    if (takesLambda(call.name)) return emitLambdaCall(call, place);
    if (call.name === 'grouping') return grouping(call, place);
    const scalar = lookup(scalarFunctions, call.name);
    if (scalar === undefined) throw new TrinoFailure('FUNCTION_NOT_FOUND', `Function '${call.name}' not registered`);
    if (call.over ?? call.filter ?? (call.star || call.distinct || call.orderBy.length > 0 || call.nulls !== undefined)) throw notSupported(`${call.name} used like an aggregate`);
    return scalar(call.args.map((argument) => emit(argument, place)), place.context.functions);
  } catch (error) {
    if (!(error instanceof TrinoFailure) || error.errorName !== 'FUNCTION_NOT_FOUND' || error.options.location !== undefined) throw error;
    const message = error.message.includes(call.name) ? error.message : `${call.name}: ${error.message}`;
    throw standingAt(new TrinoFailure('FUNCTION_NOT_FOUND', message), place.context.locate(call.at));
  }
}

const lookup = <T>(table: Record<string, T>, name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);

function emitAggregate(call: FunctionCall, aggregate: AggregateRule, place: Place): Fragment {
  const onlyWindow = Object.hasOwn(windowFunctions, call.name);
  if (onlyWindow && call.over === undefined) throw new TrinoFailure('FUNCTION_NOT_FOUND', `${call.name} needs OVER`);
  if (call.star && call.name !== 'count') throw new TrinoFailure('FUNCTION_NOT_FOUND', `${call.name} does not take *`);
  if (call.orderBy.length > 0 && call.name !== 'listagg' && call.name !== 'array_agg') throw notSupported(`ORDER BY inside ${call.name}`);
  if (call.over !== undefined && (call.distinct || call.name === 'listagg')) throw notSupported('DISTINCT or listagg with OVER');
  if (call.nulls === 'ignore' && !['lag', 'lead', 'first_value', 'last_value', 'nth_value'].includes(call.name)) throw notSupported(`IGNORE NULLS in ${call.name}`);
  const { args, write } = weighed(call, place, () => call.args.map((argument) => emit(argument, place)));
  const distinct = call.distinct ? 'DISTINCT ' : '';
  const order = call.orderBy.length === 0 ? '' : ` ORDER BY ${sortItems(call.orderBy, place)}`;
  const nulls = call.nulls === 'ignore' ? ' IGNORE NULLS' : '';
  const filter = call.filter === undefined ? '' : ` FILTER (WHERE ${condition(emit(call.filter, place))})`;
  const over = call.over === undefined ? '' : ` OVER (${windowOf(call.over, place)})`;
  const fragment = aggregate(args, (name, parts = []) => write(name, parts.join(', '), filter) ?? `${name}(${distinct}${parts.join(', ')}${order}${nulls})${filter}${over}`);
  return { sql: fragment.sql, type: fragment.type, aggregate: true };
}

function grouping(call: FunctionCall, place: Place): Fragment {
  return { sql: `CAST(grouping(${call.args.map((argument) => emit(argument, place).sql).join(', ')}) AS INTEGER)`, type: INTEGER, aggregate: true };
}

/** Sort items with the order of NULLs written out: Trino puts them last both ways. Where they come first NaN is its smallest number, else, as to the engine, the largest. */
export function sortItems(items: readonly SortItem[], place: Place, write = (expression: Expression): Fragment => emit(expression, place)): string {
  return items.map(({ expression, descending, nulls }) => {
    const { sql, type } = write(expression);
    if (type.kind === 'json') throw new TrinoFailure('TYPE_MISMATCH', 'Type json is not orderable, and therefore cannot be used in ORDER BY');
    const isSmallest = nulls === 'first' && isFloating(type);
    return `${isSmallest ? `isnan(${sql}) ${descending ? 'ASC' : 'DESC'} NULLS FIRST, ` : ''}${sql} ${descending ? 'DESC' : 'ASC'} NULLS ${(nulls ?? 'last').toUpperCase()}`;
  }).join(', ');
}

function windowOf(spec: WindowSpec, place: Place): string {
  const base = spec.base === undefined ? undefined : place.windows.get(spec.base);
  if (spec.base !== undefined && base === undefined) throw new TrinoFailure('SYNTAX_ERROR', `The window ${spec.base} is not defined`);
  if (base?.base !== undefined) throw notSupported('A window that builds on a window that builds on another');
  const partitionBy = [...(base?.partitionBy ?? []), ...spec.partitionBy];
  const orderBy = spec.orderBy.length > 0 ? spec.orderBy : (base?.orderBy ?? []);
  const frame = spec.frame ?? base?.frame;
  return [
    partitionBy.length === 0 ? '' : `PARTITION BY ${partitionBy.map((expression) => emit(expression, place).sql).join(', ')}`,
    orderBy.length === 0 ? '' : `ORDER BY ${sortItems(orderBy, place)}`,
    frame === undefined ? '' : frameOf(frame, place),
  ].filter((piece) => piece !== '').join(' ');
}

function frameOf({ unit, start, end }: Frame, place: Place): string {
  const bounds = end === undefined ? bound(start, unit, place) : `BETWEEN ${bound(start, unit, place)} AND ${bound(end, unit, place)}`;
  return `${unit.toUpperCase()} ${bounds}`;
}

function bound({ kind, offset }: FrameBound, unit: Frame['unit'], place: Place): string {
  if (kind === 'unbounded-preceding') return 'UNBOUNDED PRECEDING';
  if (kind === 'unbounded-following') return 'UNBOUNDED FOLLOWING';
  if (kind === 'current-row') return 'CURRENT ROW';
  if (unit === 'range' || offset === undefined) throw notSupported('RANGE with an offset');
  const value = emit(offset, place);
  if (!isWhole(value.type)) throw new TrinoFailure('TYPE_MISMATCH', 'A frame offset must be a whole number');
  return `${value.sql} ${kind === 'preceding' ? 'PRECEDING' : 'FOLLOWING'}`;
}

/** The functions there are, for SHOW FUNCTIONS. */
export function functionNames(): { name: string; kind: 'scalar' | 'aggregate' | 'window' }[] {
  const named = (table: object, kind: 'scalar' | 'aggregate' | 'window'): ReturnType<typeof functionNames> => Object.keys(table).map((name) => ({ name, kind }));
  return [...named(scalarFunctions, 'scalar'), ...lambdaFunctionNames().map((name) => ({ name, kind: 'scalar' as const })), ...named(aggregateFunctions, 'aggregate'), ...named(windowFunctions, 'window')].toSorted((a, b) => a.name.localeCompare(b.name));
}
