import { castTo, coerce, raise } from '../emit/casts.js';
import type { Fragment } from '../emit/fragment.js';
import { elementAt, isArray, isMap } from '../emit/nested.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { BIGINT, commonType, duckType, formatType, isNested, isWhole, type Type, VARCHAR } from '../types/type.js';
import { bool, type FunctionRule, rule, text, whole } from './signature.js';

type ArrayFragment = Fragment & { type: Extract<Type, { kind: 'array' }> };

const unexpected = (args: readonly Fragment[]): TrinoFailure => new TrinoFailure('FUNCTION_NOT_FOUND', `Unexpected parameters (${args.map(({ type }) => formatType(type)).join(', ')})`);

/** A rule whose first argument is an array; it sees the others as they are. */
const onArray = (count: number, build: (array: ArrayFragment, rest: Fragment[]) => Fragment, required = count): FunctionRule => (args) => {
  const [first, ...rest] = args;
  if (first === undefined || !isArray(first) || args.length < required || args.length > count) throw unexpected(args);
  return build(first, rest);
};

/** Values that the engine orders and compares as Trino does. */
function plain(type: Type): Type {
  if (isNested(type) || ['json', 'opaque', 'real', 'double'].includes(type.kind)) throw notSupported(`Comparing elements of the type ${formatType(type)}`);
  return type;
}

function withElement(array: ArrayFragment, value: Fragment): { array: string; value: string } {
  const common = commonType(array.type.element, value.type);
  if (common === undefined) throw unexpected([array, value]);
  plain(common);
  return { array: coerce(array, { kind: 'array', element: common }).sql, value: coerce(value, common).sql };
}

const wholeArgument = (value: Fragment | undefined): string => {
  if (value === undefined || (!isWhole(value.type) && value.type.kind !== 'unknown')) throw unexpected(value === undefined ? [] : [value]);
  return `CAST(${value.sql} AS BIGINT)`;
};

const extreme = (name: 'list_max' | 'list_min'): FunctionRule => onArray(1, ({ sql, type }) => {
  plain(type.element);
  return { sql: `CASE WHEN len(list_filter(${sql}, lambda e: e IS NULL)) > 0 THEN NULL ELSE ${name}(${sql}) END`, type: type.element };
});

const onMap = (build: (sql: string, type: Extract<Type, { kind: 'map' }>) => Fragment): FunctionRule => (args) => {
  const [map] = args;
  if (map === undefined || args.length !== 1 || !isMap(map)) throw unexpected(args);
  return build(map.sql, map.type);
};

function slice({ sql, type }: ArrayFragment, [start, length]: Fragment[]): Fragment {
  const [from, count] = [wholeArgument(start), wholeArgument(length)];
  const bad = (message: string): string => raise('INVALID_FUNCTION_ARGUMENT', message, duckType(type));
  const first = `CASE WHEN ${from} > 0 THEN ${from} ELSE len(${sql}) + ${from} + 1 END`;
  return {
    sql: `CASE WHEN ${sql} IS NULL OR ${from} IS NULL OR ${count} IS NULL THEN NULL WHEN ${from} = 0 THEN ${bad('SQL array indices start at 1')} WHEN ${count} < 0 THEN ${bad('length must be greater than or equal to 0')}
      WHEN ${count} = 0 OR ${first} < 1 OR ${first} > len(${sql}) THEN CAST([] AS ${duckType(type)}) ELSE list_slice(${sql}, ${first}, ${first} + ${count} - 1) END`, type,
  };
}

function sequence(args: Fragment[]): Fragment {
  if (args.length < 2 || args.length > 3) throw unexpected(args);
  const [from, to] = [wholeArgument(args[0]), wholeArgument(args[1])];
  const step = args[2] === undefined ? `CASE WHEN ${from} <= ${to} THEN 1 ELSE -1 END` : wholeArgument(args[2]);
  const bad = (message: string): string => raise('INVALID_FUNCTION_ARGUMENT', message, 'BIGINT[]');
  return {
    sql: `CASE WHEN ${from} IS NULL OR ${to} IS NULL OR (${step}) IS NULL THEN NULL WHEN (${step}) = 0 THEN ${bad('step must not be zero')}
      WHEN (${from} < ${to} AND (${step}) < 0) OR (${from} > ${to} AND (${step}) > 0) THEN ${bad('sequence stop value should be greater than or equal to start value if step is greater than zero otherwise stop should be less than or equal to start')}
      WHEN (${to} - ${from}) // (${step}) >= 10000 THEN ${bad('result of sequence function must not have more than 10000 entries')} ELSE generate_series(${from}, ${to}, CAST((${step}) AS BIGINT)) END`, type: { kind: 'array', element: BIGINT },
  };
}

function makeMap(args: Fragment[]): Fragment {
  if (args.length === 0) return { sql: 'CAST(MAP {} AS MAP(VARCHAR, VARCHAR))', type: { kind: 'map', key: { kind: 'unknown' }, value: { kind: 'unknown' } } };
  const [keys, values] = args;
  if (keys === undefined || values === undefined || args.length > 2 || !isArray(keys) || !isArray(values)) throw unexpected(args);
  plain(keys.type.element);
  const type: Type = { kind: 'map', key: keys.type.element, value: values.type.element };
  return { sql: `CASE WHEN ${keys.sql} IS NULL OR ${values.sql} IS NULL THEN NULL WHEN len(${keys.sql}) <> len(${values.sql}) THEN ${raise('INVALID_FUNCTION_ARGUMENT', 'Key and value arrays must be the same length', duckType(type))} ELSE MAP(${keys.sql}, ${values.sql}) END`, type };
}

function joinTexts({ sql, type }: ArrayFragment, [separator, missing]: Fragment[]): Fragment {
  if (separator?.type.kind !== 'varchar' || (missing !== undefined && missing.type.kind !== 'varchar')) throw unexpected([separator ?? missing].filter((one) => one !== undefined));
  const { sql: element } = castTo({ sql: 'e', type: type.element }, 'varchar', false);
  const texts = `list_transform(${sql}, lambda e: ${missing === undefined ? element : `coalesce(${element}, ${missing.sql})`})`;
  return text(`CASE WHEN ${sql} IS NULL OR ${separator.sql} IS NULL THEN NULL ELSE array_to_string(list_filter(${texts}, lambda e: e IS NOT NULL), ${separator.sql}) END`);
}

/** Functions on arrays and maps that take no lambda. */
export const arrayFunctions: Record<string, FunctionRule> = {
  cardinality: (args) => {
    const [value] = args;
    if (value === undefined || args.length !== 1 || !(isArray(value) || isMap(value))) throw unexpected(args);
    return whole(isArray(value) ? `len(${value.sql})` : `cardinality(${value.sql})`);
  },
  contains: onArray(2, (given, [wanted]) => {
    const { array, value } = withElement(given, wanted as Fragment);
    return bool(`CASE WHEN ${array} IS NULL OR ${value} IS NULL THEN NULL WHEN list_contains(${array}, ${value}) THEN true WHEN len(list_filter(${array}, lambda e: e IS NULL)) > 0 THEN NULL ELSE false END`);
  }),
  array_position: onArray(2, (given, [wanted]) => {
    const { array, value } = withElement(given, wanted as Fragment);
    return whole(`CASE WHEN ${array} IS NULL OR ${value} IS NULL THEN NULL ELSE coalesce(list_position(${array}, ${value}), 0) END`);
  }),
  array_remove: onArray(2, (given, [wanted]) => {
    const { array, value } = withElement(given, wanted as Fragment);
    return { sql: `CASE WHEN ${value} IS NULL THEN NULL ELSE list_filter(${array}, lambda e: e IS NULL OR e <> ${value}) END`, type: given.type };
  }),
  array_distinct: onArray(1, ({ sql, type }) => {
    plain(type.element);
    return { sql: `list_filter(${sql}, lambda e, i: list_position(${sql}, e) = i)`, type };
  }),
  array_sort: onArray(1, ({ sql, type }) => {
    plain(type.element);
    return { sql: `list_sort(${sql}, 'ASC', 'NULLS LAST')`, type };
  }),
  array_max: extreme('list_max'), array_min: extreme('list_min'), slice: onArray(3, slice), sequence, map: makeMap,
  array_join: onArray(3, joinTexts, 2),
  flatten: onArray(1, (array) => {
    const { element } = array.type;
    if (element.kind !== 'array') throw unexpected([array]);
    return { sql: `flatten(${array.sql})`, type: element };
  }),
  element_at: (args) => {
    const [value, index] = args;
    if (value === undefined || index === undefined || args.length > 2) throw unexpected(args);
    return elementAt(value, index);
  },
  map_keys: onMap((sql, { key }) => ({ sql: `map_keys(${sql})`, type: { kind: 'array', element: key } })),
  map_values: onMap((sql, { value }) => ({ sql: `map_values(${sql})`, type: { kind: 'array', element: value } })),
  split: rule(['text', 'text'], ([value, by]) => ({ sql: `CASE WHEN ${by} IS NULL THEN NULL WHEN ${by} = '' THEN ${raise('INVALID_FUNCTION_ARGUMENT', 'The delimiter may not be the empty string', 'VARCHAR[]')} ELSE string_split(${value}, ${by}) END`, type: { kind: 'array', element: VARCHAR } })),
};

/** `concat` and `||` of arrays, and of an array and an element; NULL makes the whole NULL. */
export function concatArrays(args: Fragment[]): Fragment {
  const elements = args.map((argument) => (isArray(argument) ? argument.type.element : argument.type));
  const element = elements.reduce<Type | undefined>((one, other) => (one === undefined ? undefined : commonType(one, other)), { kind: 'unknown' });
  if (element === undefined) throw unexpected(args);
  const type: Type = { kind: 'array', element };
  const lists = args.map((argument) => (isArray(argument) ? coerce(argument, type).sql : argument.type.kind === 'unknown' ? `CAST(${argument.sql} AS ${duckType(type)})` : `[${coerce(argument, element).sql}]`));
  return { sql: `CASE WHEN ${lists.map((sql) => `${sql} IS NULL`).join(' OR ')} THEN NULL ELSE list_concat(${lists.join(', ')}) END`, type };
}
