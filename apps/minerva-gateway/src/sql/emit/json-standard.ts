import type { Expression, JsonExpression } from '../ast.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { laxSteps } from '../json/json-standard.js';
import { quoted } from '../json/json-text.js';
import { BOOLEAN, formatType, isNested, VARCHAR } from '../types/type.js';
import { castSql } from './casts.js';
import { type Fragment, quote } from './fragment.js';
import { orFault, ours, toJson } from './json-casts.js';

type Emit = (operand: Expression) => Fragment;
/** From so many on Java's table of an object's names grows, and they come in another order. */
const MOST_NAMES = 12;

/** JSON_OBJECT, JSON_ARRAY, and JSON_EXISTS, JSON_VALUE and JSON_QUERY with lax paths of members and elements; what else they may say is refused by name. */
export function emitJson(json: JsonExpression, emit: Emit): Fragment {
  const refused = json.clauses.find((clause) => !TAKEN[json.function]?.includes(clause));
  if (refused !== undefined) throw notSupported(`${refused.toUpperCase()} in ${json.function}`);
  if (json.passing.length > 0 || json.defaults.length > 0) throw notSupported(`${json.passing.length > 0 ? 'PASSING' : 'DEFAULT'} in ${json.function}`);
  if (json.function === 'json_object') return object(json, emit);
  return json.function === 'json_array' ? array(json, emit) : byPath(json, emit);
}

const TAKEN: Record<string, readonly string[]> = {
  json_object: ['null on null', 'absent on null', 'without unique keys', 'returning varchar'], json_array: ['null on null', 'absent on null', 'returning varchar'],
  json_exists: ['false on error'], json_value: ['null on empty', 'null on error', 'returning varchar'],
  json_query: ['without wrapper', 'with unconditional wrapper', 'null on empty', 'null on error', 'keep quotes', 'returning varchar'],
};

/** A value within an object or array. What another of these functions makes is JSON already. */
function member(expression: Expression, emit: Emit): string {
  const value = emit(expression);
  const { kind } = value.type;
  if (expression.kind === 'json' && ['json_object', 'json_array', 'json_query'].includes(expression.function)) return value.sql;
  if (kind === 'json' || kind === 'varbinary' || kind === 'time' || isNested(value.type)) throw notSupported(`A value of the type ${formatType(value.type)} in JSON_OBJECT or JSON_ARRAY`);
  return kind === 'uuid' || kind === 'timestamptz' ? `('"' || ${castSql(value, VARCHAR, false)} || '"')` : toJson(value);
}

const joined = (open: string, parts: readonly string[], close: string): Fragment =>
  ({ sql: parts.length === 0 ? quote(`${open}${close}`) : `concat('${open}', array_to_string(CAST([${parts.join(', ')}] AS VARCHAR[]), ','), '${close}')`, type: VARCHAR });

function array({ input, clauses }: JsonExpression, emit: Emit): Fragment {
  const values = input.map((value) => member(value, emit));
  return joined('[', clauses.includes('null on null') ? values.map((sql) => `coalesce(${sql}, 'null')`) : values, ']');
}

function object({ input, clauses }: JsonExpression, emit: Emit): Fragment {
  const entries = Array.from({ length: input.length / 2 }, (_, index) => {
    const key = input[2 * index] as Expression;
    if (key.kind !== 'string') throw notSupported('A key of JSON_OBJECT that is not a text literal');
    const value = member(input[2 * index + 1] as Expression, emit);
    return { name: key.value, sql: `${quote(`${quoted(key.value)}:`)} || ${clauses.includes('absent on null') ? value : `coalesce(${value}, 'null')`}` };
  });
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw new TrinoFailure('NOT_SUPPORTED', 'cannot construct a JSON object with duplicate key');
  if (entries.length > MOST_NAMES) throw notSupported(`JSON_OBJECT with more than ${MOST_NAMES} keys`);
  return joined('{', entries.toSorted((one, other) => bucketOf(one.name) - bucketOf(other.name)).map(({ sql }) => sql), '}');
}

/** Trino keeps the names of an object in a table of Java, and shows them in its order. */
function bucketOf(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index += 1) hash = (Math.imul(31, hash) + name.charCodeAt(index)) | 0;
  return (hash ^ (hash >>> 16)) & 15;
}

function byPath({ function: name, input, path = '', clauses }: JsonExpression, emit: Emit): Fragment {
  if (laxSteps(path) === undefined) throw notSupported(`The JSON path ${path}, which is not a lax one of members and elements only,`);
  const value = emit(input[0] as Expression);
  if (value.type.kind !== 'varchar' && value.type.kind !== 'unknown') throw new TrinoFailure('TYPE_MISMATCH', `Cannot read input of type ${formatType(value.type)} as JSON using formatting JSON`);
  const sql = `CAST(${value.sql} AS VARCHAR)`;
  if (name === 'json_exists') return { sql: `CAST(${ours('trino_json_exists', sql, quote(path))} AS BOOLEAN)`, type: BOOLEAN };
  if (name === 'json_value') return { sql: orFault(ours('trino_json_value', sql, quote(path)), sql, quote(`value ${path}`), VARCHAR), type: VARCHAR };
  const wrapper = clauses.includes('with unconditional wrapper') ? "'with'" : "'without'";
  return { sql: orFault(ours('trino_json_query', sql, quote(path), wrapper), sql, quote(`query ${path}`), VARCHAR), type: VARCHAR };
}
