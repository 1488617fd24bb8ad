import { type Fragment, quote } from '../emit/fragment.js';
import { TrinoFailure } from '../failure.js';
import { JSON_TYPE, normalisedJson, orFault, ours } from '../emit/json-casts.js';
import { stepsOf } from '../json/json-path.js';
import { BOOLEAN, formatType, isWhole } from '../types/type.js';
import { bool, type FunctionRule, literalText, text, whole } from './signature.js';

const json = (sql: string): Fragment => ({ sql, type: JSON_TYPE });
const unexpected = (args: readonly Fragment[]): TrinoFailure => new TrinoFailure('FUNCTION_NOT_FOUND', `Unexpected parameters (${args.map(({ type }) => formatType(type)).join(', ')})`);

/** A rule whose first argument is a text or JSON; of the type json a NULL without type is taken to be where there is a choice that changes nothing. */
const ofJson = (count: number, build: (value: Fragment, rest: Fragment[]) => Fragment): FunctionRule => (args) => {
  const [value, ...rest] = args;
  if (value === undefined || args.length !== count || !['varchar', 'json', 'unknown'].includes(value.type.kind)) throw unexpected(args);
  return build({ ...value, sql: value.type.kind === 'unknown' ? `CAST(${value.sql} AS VARCHAR)` : value.sql }, rest);
};

/** A path as a literal of the engine; NULL stays NULL. */
function pathOf(path: Fragment | undefined): { sql: string; text: string } {
  if (path?.type.kind === 'unknown') return { sql: 'CAST(NULL AS VARCHAR)', text: '$' };
  if (path?.type.kind !== 'varchar') throw unexpected(path === undefined ? [] : [path]);
  const written = literalText(path, 'A JSON path');
  if (stepsOf(written) === undefined) throw new TrinoFailure('INVALID_FUNCTION_ARGUMENT', `Invalid JSON path: '${written}'`);
  return { sql: quote(written), text: written };
}

/** With each number as a step there are twice as many places for the engine to look. */
const MOST_PLACES = 3;

/** The paths of the engine under which the value may be, of which there is one under one of them at most; `undefined` where the engine may read a step otherwise. */
function pathsOf(path: string): string[] | undefined {
  const steps = stepsOf(path) ?? [];
  const isPlace = ({ name }: { name: string }): boolean => /^(?:0|[1-9]\d{0,8})$/.test(name);
  if (steps.some((step) => /["\\*]/.test(step.name) || step.name === '' || (step.place >= 0 && !isPlace(step))) || steps.filter(isPlace).length > MOST_PLACES) return undefined;
  return steps.reduce<string[]>((paths, step) => paths.flatMap((one) => [`${one}."${step.name}"`, ...(isPlace(step) ? [`${one}[${step.name}]`] : [])]), ['$']);
}

const at = (name: string, value: string, paths: readonly string[]): string => {
  const found = paths.map((path) => `${name}(${value}, ${quote(path)})`);
  return found.length === 1 ? (found[0] as string) : `coalesce(${found.join(', ')})`;
};

const STRINGS = '"(?:[^"\\\\]|\\\\.)*"';
/** JSON to the letter. The engine also takes NaN, infinities and a comma behind the last element. */
const isStrict = (value: string): string => `(json_valid(${value}) AND NOT regexp_matches(regexp_replace(${value}, ${quote(STRINGS)}, '""', 'g'), '[nN][aA]|[iI]|,[ \\t\\r\\n]*[\\]}]'))`;
/** Numbers as strings: the engine would write them anew (1e2 as 100.0), Trino gives them as they stand. A character that valid JSON cannot hold tells which of both was found. */
const numbersAsStrings = (value: string): string =>
  `replace(replace(regexp_replace(${value}, ${quote(`(${STRINGS})|(-?[0-9][0-9.eE+-]*)`)}, concat('\\1', chr(1), '\\2', chr(1)), 'g'), concat(chr(1), chr(1)), ''), chr(1), '"')`;

/** Of a text the engine's own function finds it much faster than ours, which answers for a text that is no JSON to its end, as Trino reads only as far as the value. */
function extractScalar(value: Fragment, [path]: Fragment[]): Fragment {
  if (value.type.kind === 'unknown') throw new TrinoFailure('FUNCTION_NOT_FOUND', 'json_extract_scalar of a NULL without type');
  const { sql, text: written } = pathOf(path);
  const own = ours('trino_json_extract_scalar', value.sql, sql);
  const paths = value.type.kind === 'varchar' && path?.type.kind === 'varchar' ? pathsOf(written) : undefined;
  if (paths === undefined) return text(own);
  const kind = at('json_type', value.sql, paths);
  return text(`CASE WHEN NOT ${isStrict(value.sql)} THEN ${own} WHEN ${kind} IN ('VARCHAR', 'BOOLEAN') THEN ${at('json_extract_string', value.sql, paths)}`
    + ` WHEN ${kind} IN ('BIGINT', 'UBIGINT', 'HUGEINT', 'DOUBLE') THEN ${at('json_extract_string', numbersAsStrings(value.sql), paths)} END`);
}

function arrayLength({ sql, type }: Fragment): Fragment {
  const own = ours('trino_json_length', sql);
  return whole(type.kind === 'json' ? own : `CASE WHEN NOT ${isStrict(sql)} THEN CAST(${own} AS BIGINT) WHEN json_type(${sql}) = 'ARRAY' THEN json_array_length(${sql}) END`);
}

/** What is looked for is found by the kind it has in JSON. */
function arrayContains(array: Fragment, [wanted]: Fragment[]): Fragment {
  if (wanted === undefined || wanted.type.kind === 'unknown') return bool('CAST(NULL AS BOOLEAN)');
  const { kind } = wanted.type;
  const sought = isWhole(wanted.type) ? 'bigint' : kind === 'real' || kind === 'decimal' ? 'double' : kind;
  if (!['bigint', 'double', 'boolean', 'varchar'].includes(sought)) throw unexpected([array, wanted]);
  const value = sought === 'double' ? `replace(CAST(CAST(${wanted.sql} AS DOUBLE) AS VARCHAR), 'inf', 'Infinity')` : `CAST(${wanted.sql} AS VARCHAR)`;
  return bool(`CAST(${ours('trino_json_contains', array.sql, quote(sought), `' ' || ${value}`)} AS BOOLEAN)`);
}

function arrayGet(array: Fragment, [index]: Fragment[]): Fragment {
  if (index === undefined || !(isWhole(index.type) || index.type.kind === 'unknown')) throw unexpected(index === undefined ? [array] : [array, index]);
  return json(ours('trino_json_element', array.sql, `CAST(${index.sql} AS VARCHAR)`));
}

/** Whether a value is the same in each row: names of columns and of lambdas end with a number. */
const isConstant = (sql: string): boolean => !/\b[a-z]+\d+\b(?!\()/.test(sql.replaceAll(/'(?:[^']|'')*'/g, ''));

const parsing: FunctionRule = (args) => {
  const [value] = args;
  if (value === undefined || args.length !== 1 || !['varchar', 'unknown'].includes(value.type.kind)) throw unexpected(args);
  return { ...json(normalisedJson(value.sql)), ...(isConstant(value.sql) ? {} : { parsed: value.sql }) };
};

export const jsonFunctions: Record<string, FunctionRule> = {
  json_parse: parsing,
  json_format: (args) => {
    const [value] = args;
    if (value === undefined || args.length !== 1 || !['json', 'unknown'].includes(value.type.kind)) throw unexpected(args);
    return text(`CAST(${value.sql} AS VARCHAR)`);
  },
  json_extract: ofJson(2, (value, [path]) => json(ours('trino_json_extract', value.sql, pathOf(path).sql))),
  json_extract_scalar: ofJson(2, extractScalar),
  json_size: ofJson(2, (value, [path]) => whole(ours('trino_json_size', value.sql, pathOf(path).sql))),
  json_array_length: ofJson(1, arrayLength),
  json_array_contains: ofJson(2, arrayContains),
  json_array_get: ofJson(2, arrayGet),
  is_json_scalar: ofJson(1, ({ sql }) => bool(orFault(`CAST(${ours('trino_json_is_scalar', sql)} AS BOOLEAN)`, sql, "'scalar'", BOOLEAN))),
};
