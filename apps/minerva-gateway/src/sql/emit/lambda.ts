import type { Expression, FunctionCall } from '../ast.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { commonType, duckType, formatType, type Type } from '../types/type.js';
import { coerce } from './casts.js';
import type { Place } from './context.js';
import { condition, emit } from './expression.js';
import type { Fragment } from './fragment.js';
import { isArray, isMap } from './nested.js';
import { type Field, Scope } from './scope.js';

type LambdaRule = (args: readonly Expression[], place: Place) => Fragment;
type ArrayFragment = Fragment & { type: Extract<Type, { kind: 'array' }> };
type MapFragment = Fragment & { type: Extract<Type, { kind: 'map' }> };

const unexpected = (what: string): TrinoFailure => new TrinoFailure('FUNCTION_NOT_FOUND', what);

/** The body of a lambda with values in place of its parameters. */
function body(lambda: Expression | undefined, values: readonly Fragment[], place: Place): Fragment {
  if (lambda?.kind !== 'lambda' || lambda.parameters.length !== values.length) throw unexpected(`a function of ${values.length} parameters is needed`);
  const fields = lambda.parameters.map((name, index): Field => ({ name, qualifiers: [], value: () => values[index] as Fragment }));
  return emit(lambda.body, { ...place, scope: new Scope(fields, place.scope) });
}

function array(expression: Expression | undefined, place: Place): ArrayFragment {
  const value = expression === undefined ? undefined : emit(expression, place);
  if (value === undefined || !isArray(value)) throw unexpected('an array is needed');
  return value;
}

function map(expression: Expression | undefined, place: Place): MapFragment {
  const value = expression === undefined ? undefined : emit(expression, place);
  if (value === undefined || !isMap(value)) throw unexpected('a map is needed');
  return value;
}

const counted = (args: readonly Expression[], count: number): void => {
  if (args.length !== count) throw unexpected(`takes ${count} arguments`);
};

/** The answers of a lambda that tests each element. */
function tests(args: readonly Expression[], place: Place): { sql: string; answers: string } {
  counted(args, 2);
  const { sql, type } = array(args[0], place);
  const name = place.context.fresh('l');
  return { sql, answers: `list_transform(${sql}, lambda ${name}: ${condition(body(args[1], [{ sql: name, type: type.element }], place))})` };
}

/** Trino's three-valued answer over all elements: `found` when any is so, NULL when one cannot be told. */
const match = (looksFor: boolean, found: boolean): LambdaRule => (args, place) => {
  const { sql, answers } = tests(args, place);
  const unknown = `len(list_filter(${answers}, lambda e: e IS NULL)) > 0`;
  return { sql: `(CASE WHEN ${sql} IS NULL THEN NULL WHEN list_contains(${answers}, ${looksFor}) THEN ${found} WHEN ${unknown} THEN NULL ELSE ${!found} END)`, type: { kind: 'boolean' } };
};

const transform: LambdaRule = (args, place) => {
  counted(args, 2);
  const { sql, type } = array(args[0], place);
  const name = place.context.fresh('l');
  const made = body(args[1], [{ sql: name, type: type.element }], place);
  return { sql: `list_transform(${sql}, lambda ${name}: CAST(${made.sql} AS ${duckType(made.type)}))`, type: { kind: 'array', element: made.type } };
};

const filter: LambdaRule = (args, place) => {
  counted(args, 2);
  const { sql, type } = array(args[0], place);
  const name = place.context.fresh('l');
  return { sql: `list_filter(${sql}, lambda ${name}: ${condition(body(args[1], [{ sql: name, type: type.element }], place))})`, type };
};

const reduce: LambdaRule = (args, place) => {
  counted(args, 4);
  const { sql, type } = array(args[0], place);
  const initial = emit(args[1] as Expression, place);
  const [state, element] = [place.context.fresh('l'), place.context.fresh('l')];
  const step = (of: Type): Fragment => body(args[2], [{ sql: state, type: of }, { sql: element, type: type.element }], place);
  const kind = commonType(initial.type, step(initial.type).type);
  if (kind === undefined) throw unexpected('the state and what the function makes of it are of different types');
  const next = step(kind);
  if (formatType(next.type) !== formatType(kind)) throw unexpected(`the function makes ${formatType(next.type)} of a state of the type ${formatType(kind)}`);
  const end: Fragment = { sql: `list_reduce(${sql}, lambda ${state}, ${element}: CAST(${next.sql} AS ${duckType(kind)}), ${coerce(initial, kind).sql})`, type: kind };
  const result = body(args[3], [end], place);
  return { sql: `CASE WHEN ${sql} IS NULL THEN NULL ELSE ${result.sql} END`, type: result.type };
};

const zipWith: LambdaRule = (args, place) => {
  counted(args, 3);
  const [left, right] = [array(args[0], place), array(args[1], place)];
  const name = place.context.fresh('l');
  const made = body(args[2], [left, right].map((side) => ({ sql: `list_extract(${side.sql}, ${name})`, type: side.type.element })), place);
  return {
    sql: `CASE WHEN ${left.sql} IS NULL OR ${right.sql} IS NULL THEN NULL ELSE list_transform(range(1, greatest(len(${left.sql}), len(${right.sql})) + 1), lambda ${name}: CAST(${made.sql} AS ${duckType(made.type)})) END`,
    type: { kind: 'array', element: made.type },
  };
};

/** A map entry by entry; `build` writes what an entry becomes. */
const entries = (build: (entry: string, made: Fragment, type: MapFragment['type']) => { sql: string; type: Type }): LambdaRule => (args, place) => {
  counted(args, 2);
  const { sql, type } = map(args[0], place);
  const name = place.context.fresh('l');
  const made = body(args[1], [{ sql: `${name}.key`, type: type.key }, { sql: `${name}.value`, type: type.value }], place);
  const { sql: list, type: result } = build(name, made, type);
  return { sql: `map_from_entries(${list.replace('\u0001', () => `map_entries(${sql})`)})`, type: result };
};

/** Functions that take a lambda. */
const lambdaFunctions: Record<string, LambdaRule> = {
  transform, filter, reduce, zip_with: zipWith, any_match: match(true, true), all_match: match(false, false), none_match: match(true, false),
  transform_values: entries((name, made, type) => ({ sql: `list_transform(\u0001, lambda ${name}: struct_pack(k := ${name}.key, v := CAST(${made.sql} AS ${duckType(made.type)})))`, type: { ...type, value: made.type } })),
  map_filter: entries((name, made, type) => ({ sql: `list_filter(\u0001, lambda ${name}: ${condition(made)})`, type })),
};

export const takesLambda = (name: string): boolean => Object.hasOwn(lambdaFunctions, name);
export const lambdaFunctionNames = (): string[] => Object.keys(lambdaFunctions);

export function emitLambdaCall(call: FunctionCall, place: Place): Fragment {
  if (call.over ?? call.filter ?? (call.star || call.distinct || call.orderBy.length > 0 || call.nulls !== undefined)) throw notSupported(`${call.name} used like an aggregate`);
  return (lambdaFunctions[call.name] as LambdaRule)(call.args, place);
}
