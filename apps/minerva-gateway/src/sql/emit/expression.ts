import type { Comparison, Expression, Query } from '../ast.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { concat } from '../functions/text.functions.js';
import { part } from '../functions/time.functions.js';
import { unify } from '../functions/signature.js';
import { concatArrays } from '../functions/array.functions.js';
import { BOOLEAN, commonType, decimal, DOUBLE, duckType, formatType, isFloating, isNested, isNumeric, parseType, timestamptz, type Type, UNKNOWN, VARBINARY, VARCHAR } from '../types/type.js';
import { arithmetic, shift, type Span } from './arithmetic.js';
import { emitCall } from './call.js';
import { castTo, coerce, exactly } from './casts.js';
import { normalised } from '../json/json-text.js';
import { JSON_TYPE } from './json-casts.js';
import { writtenMoment } from './moment.js';
import { isOffset, zoneNamed } from '../zone-names.js';
import type { Place } from './context.js';
import { fieldOf } from './nested.js';
import { emitRare } from './rare.js';
import { type Fragment, quote } from './fragment.js';

/** A statement that grows beyond this while it is written is refused. */
const MAX_SQL = 2_000_000;

/** Writes an expression for the engine, with Trino's meaning and type; what cannot be kept faithful is refused. */
export function emit(expression: Expression, place: Place): Fragment {
  const fragment = emitAny(expression, place);
  if (fragment.sql.length > MAX_SQL) throw notSupported('So large an expression');
  return fragment;
}

const bool = (sql: string): Fragment => ({ sql: `(${sql})`, type: BOOLEAN });
const not = (negated: boolean): string => (negated ? 'NOT ' : '');

function emitAny(expression: Expression, place: Place): Fragment {
  const inner = (operand: Expression): Fragment => emit(operand, place);
  switch (expression.kind) {
    case 'null': return { sql: 'NULL', type: UNKNOWN };
    case 'boolean': return { sql: String(expression.value), type: BOOLEAN };
    case 'number': return numberLiteral(expression.form, expression.text);
    case 'string': return { sql: quote(expression.value), type: VARCHAR, literal: expression.value };
    case 'binary': return { sql: `unhex('${expression.hex}')`, type: VARBINARY };
    case 'typed': return typedLiteral(expression.type, expression.value);
    case 'interval': throw notSupported('An interval that is not added to or subtracted from a date or timestamp', place.context.locate(expression.at));
    case 'name': return named(expression.parts, expression.at, place);
    case 'call': return emitCall(expression, place);
    case 'unary': return unary(expression.operator, expression.operand, place);
    case 'binop': return binary(expression, place);
    case 'compare': return compare(expression.operator, inner(expression.left), inner(expression.right));
    case 'is-distinct': {
      const { args } = comparable([inner(expression.left), inner(expression.right)], '=');
      return bool(`${args[0]?.sql} IS ${expression.negated ? 'NOT ' : ''}DISTINCT FROM ${args[1]?.sql}`);
    }
    case 'logical': return logical(expression.operator, expression.terms.map((term) => condition(inner(term))));
    case 'not': return bool(`NOT ${condition(inner(expression.operand))}`);
    case 'is-null': return bool(`${inner(expression.operand).sql} IS ${not(expression.negated)}NULL`);
    case 'between': return between(inner(expression.operand), inner(expression.low), inner(expression.high), expression.negated);
    case 'in-list': return inList(inner(expression.operand), expression.items.map(inner), expression.negated);
    case 'like': return like(inner(expression.operand), inner(expression.pattern), expression.escape === undefined ? undefined : inner(expression.escape), expression.negated);
    case 'case': return caseOf(expression, place);
    case 'cast': return castTo(inner(expression.operand), expression.type, expression.safe);
    case 'extract': return extract(expression.field, inner(expression.operand));
    case 'exists': return bool(`EXISTS (${nested(expression.query, place).sql})`);
    case 'subquery': return scalar(expression.query, place);
    case 'in-query': {
      const { operand, sql } = membership(expression.operand, expression.query, place);
      return bool(`${operand} ${not(expression.negated)}IN (${sql})`);
    }
    case 'quantified': {
      const { operand, sql, type } = membership(expression.left, expression.query, place);
      // The engine takes NaN for the largest number, and here no literal tells that there is none.
      if ((isFloating(type) || type.kind === 'json') && expression.operator !== '=' && expression.operator !== '<>') throw notSupported(`${expression.operator} ${expression.quantifier.toUpperCase()} with values of the type ${formatType(type)}`, place.context.locate(expression.at));
      return bool(`${operand} ${expression.operator} ${expression.quantifier.toUpperCase()} (${sql})`);
    }
    default: return emitRare(expression, place, inner);
  }
}

/** A column; or a field of a row, whose column is named before it. */
function named(parts: readonly string[], at: number, place: Place): Fragment {
  const location = place.context.locate(at);
  try {
    return place.scope.resolve(parts, location);
  } catch (error) {
    if (parts.length < 2 || !(error instanceof TrinoFailure) || error.errorName !== 'COLUMN_NOT_FOUND') throw error;
    const row = ((): Fragment | undefined => {
      try {
        return named(parts.slice(0, -1), at, place);
      } catch {
        return undefined;
      }
    })();
    const field = row === undefined ? undefined : fieldOf(row, parts.at(-1) ?? '');
    if (field === undefined) throw error;
    return field;
  }
}

const SMALLEST: Record<string, Type> = { '2147483648': { kind: 'integer' }, '9223372036854775808': { kind: 'bigint' } };

function numberLiteral(form: 'integer' | 'decimal' | 'double', text: string): Fragment {
  if (form === 'double') return { sql: `CAST('${text}' AS DOUBLE)`, type: DOUBLE, literal: Number(text) };
  if (form === 'integer') {
    const value = BigInt(text);
    if (value > 9_223_372_036_854_775_807n) throw new TrinoFailure('NUMERIC_VALUE_OUT_OF_RANGE', `Invalid numeric literal: ${text.slice(0, 60)}`);
    const small = value <= 2_147_483_647n;
    return { sql: `CAST(${value} AS ${small ? 'INTEGER' : 'BIGINT'})`, type: { kind: small ? 'integer' : 'bigint' }, literal: Number(value) };
  }
  const [whole = '', fraction = ''] = text.split('.');
  const digits = whole.replace(/^0+/, '').length + fraction.length;
  if (digits > 38) throw new TrinoFailure('NUMERIC_VALUE_OUT_OF_RANGE', 'A decimal has at most 38 digits');
  const type = decimal(Math.max(digits, 1), fraction.length);
  return { sql: `CAST('${whole || '0'}.${fraction || '0'}' AS DECIMAL(${Math.max(digits, 1)},${fraction.length}))`, type, literal: Number(text) };
}

function typedLiteral(typeText: string, value: string): Fragment {
  if (typeText === 'json') return jsonLiteral(value);
  if (typeText === 'timestamp') return timestampLiteral(value);
  if (typeText === 'decimal') {
    if (!/^[+-]?\d*\.?\d*$/.test(value) || !/\d/.test(value)) throw new TrinoFailure('INVALID_CAST_ARGUMENT', 'Not a decimal literal');
    const negative = value.startsWith('-');
    const text = value.replace(/^[+-]/, '');
    const { sql, type } = numberLiteral('decimal', text.includes('.') ? text : `${text}.`);
    return { sql: negative ? `(-${sql})` : sql, type };
  }
  const { type } = parseType(typeText);
  if (typeText === 'date' && !/^\d{4}-\d{1,2}-\d{1,2}$/.test(value)) throw new TrinoFailure('INVALID_CAST_ARGUMENT', `'${value}' is not a valid date literal`);
  const cast = castTo({ sql: quote(value), type: VARCHAR }, typeText, false);
  return { ...cast, type, ...(typeText === 'date' || typeText === 'varchar' ? { literal: value } : {}) };
}

function jsonLiteral(value: string): Fragment {
  const written = normalised(value);
  if (written === undefined) throw new TrinoFailure('INVALID_LITERAL', `'${value}' is not a valid JSON literal`);
  return { sql: quote(written), type: JSON_TYPE };
}

function timestampLiteral(value: string): Fragment {
  const match = /^(\d{4}-\d{1,2}-\d{1,2}(?: (?:[01]?\d|2[0-3]):\d{2}(?::\d{2}(?:\.(\d{1,6}))?)?)?)(?: ?([+-].*|Z)| ([A-Za-z].*))?$/.exec(value);
  if (match === null) throw notSupported('A timestamp literal in this form (use YYYY-MM-DD hh:mm:ss[.ffffff], with or without a time zone)');
  const [, moment = '', fraction = '', offset, name] = match;
  const full = moment.includes(':') && moment.split(':').length === 2 ? `${moment}:00` : moment;
  const precision = fraction.length;
  const text = offset ?? name;
  if (text === undefined) return { sql: `CAST(${quote(full)} AS TIMESTAMP)`, type: { kind: 'timestamp', precision }, literal: full };
  const zone = zoneNamed(text);
  if (zone === undefined && isOffset(text)) throw new TrinoFailure('NOT_SUPPORTED', `Time zone not supported: ${text}`);
  if (zone === undefined) throw new TrinoFailure('INVALID_LITERAL', `'${value}' is not a valid TIMESTAMP literal`);
  return { sql: writtenMoment(full, zone, 'INVALID_LITERAL'), type: timestamptz(precision, zone) };
}

function unary(operator: '-' | '+', operand: Expression, place: Place): Fragment {
  // The smallest number of a type is written with a digit string that is no number of that type by itself.
  const smallest = operator === '-' && operand.kind === 'number' && operand.form === 'integer' ? SMALLEST[operand.text] : undefined;
  if (smallest !== undefined) return { sql: `CAST('-${(operand as { text: string }).text}' AS ${duckType(smallest)})`, type: smallest };
  const value = emit(operand, place);
  if (!isNumeric(value.type) && value.type.kind !== 'unknown') throw new TrinoFailure('TYPE_MISMATCH', `'${operator}' cannot be applied to ${formatType(value.type)}`);
  if (operator === '+') return value;
  return { sql: `(- ${value.sql})`, type: value.type, ...(typeof value.literal === 'number' ? { literal: -value.literal } : {}) };
}

function binary(expression: Extract<Expression, { kind: 'binop' }>, place: Place): Fragment {
  const { operator, left, right } = expression;
  if (operator === '+' || operator === '-') {
    const added = spanOf(right, place);
    if (added !== undefined) return shift(emit(left, place), added, operator);
    const first = operator === '+' ? spanOf(left, place) : undefined;
    if (first !== undefined) return shift(emit(right, place), first, '+');
  }
  const args = [emit(left, place), emit(right, place)] as [Fragment, Fragment];
  if (operator === '||' && args.some(({ type }) => type.kind === 'array')) return concatArrays(args);
  return operator === '||' ? concat(args, place.context.functions) : arithmetic(operator, ...args);
}

/** An interval, or one multiplied on either side. */
function spanOf(expression: Expression, place: Place): Span | undefined {
  if (expression.kind === 'interval') return expression;
  if (expression.kind !== 'binop' || expression.operator !== '*') return undefined;
  const [interval, times] = expression.left.kind === 'interval' ? [expression.left, expression.right] : [expression.right, expression.left];
  return interval.kind === 'interval' ? { ...interval, times: emit(times, place) } : undefined;
}

function comparable(args: Fragment[], operator: Comparison): { args: Fragment[]; type: Type } {
  const unified = unify(args, 'Cannot compare');
  if (unified.type.kind === 'json' && operator !== '=' && operator !== '<>') throw new TrinoFailure('TYPE_MISMATCH', `Cannot apply operator: json ${operator} json`);
  if (unified.type.kind === 'opaque' || isNested(unified.type)) throw notSupported(`Comparing ${formatType(unified.type)}`);
  return unified;
}

/** A comparison as Trino means it, NaN included. */
export function compare(operator: Comparison, left: Fragment, right: Fragment): Fragment {
  const { args, type } = comparable([left, right], operator);
  const [a, b] = args as [Fragment, Fragment];
  const plain = `${a.sql} ${operator} ${b.sql}`;
  if (!isFloating(type)) return bool(plain);
  return bool(withoutNaN(operator, plain, left.literal === undefined ? a.sql : undefined, right.literal === undefined ? b.sql : undefined));
}

/** To the engine NaN is equal to itself and larger than any number; in Trino it is neither. A literal is a number. */
function withoutNaN(operator: Comparison, plain: string, a: string | undefined, b: string | undefined): string {
  if (operator === '<>') return a === undefined || b === undefined ? plain : `(${plain} OR (isnan(${a}) AND isnan(${b})))`;
  if (operator === '=') return a === undefined || b === undefined ? plain : `(${plain} AND NOT (isnan(${a}) AND isnan(${b})))`;
  const [risk, other] = operator === '<' || operator === '<=' ? [b, a] : [a, b];
  // A comparison with NULL stays unknown.
  return risk === undefined ? plain : `(${plain} AND NOT ${other === undefined ? `isnan(${risk})` : `(isnan(${risk}) AND ${other} IS NOT NULL)`})`;
}

function between(operand: Fragment, low: Fragment, high: Fragment, negated: boolean): Fragment {
  const { args: [value, least, most], type } = comparable([operand, low, high], '<=') as { args: [Fragment, Fragment, Fragment]; type: Type };
  if (!isFloating(type)) return bool(`${value.sql} ${not(negated)}BETWEEN ${least.sql} AND ${most.sql}`);
  return bool(`${not(negated)}(${compare('>=', value, least).sql} AND ${compare('<=', value, most).sql})`);
}

function inList(operand: Fragment, items: Fragment[], negated: boolean): Fragment {
  const { args: [value, ...others], type } = comparable([operand, ...items], '=') as { args: [Fragment, ...Fragment[]]; type: Type };
  if (!isFloating(type)) return bool(`${value.sql} ${not(negated)}IN (${others.map(({ sql }) => sql).join(', ')})`);
  return bool(`${not(negated)}${logical('or', others.map((item) => compare('=', value, item).sql)).sql}`);
}

/** A value that is used as a condition must be a boolean: the engine would quietly cast numbers and texts. */
export function condition({ sql, type }: Fragment): string {
  if (type.kind === 'boolean') return sql;
  if (type.kind === 'unknown') return `CAST(${sql} AS BOOLEAN)`;
  throw new TrinoFailure('TYPE_MISMATCH', `A condition must be a boolean, not ${formatType(type)}`);
}

/** Balanced, so that a long list of terms nests only a few levels deep. */
function logical(operator: 'and' | 'or', terms: string[]): Fragment {
  const join = (part: string[]): string => {
    if (part.length === 1) return part[0] as string;
    const middle = part.length >> 1;
    return `(${join(part.slice(0, middle))} ${operator.toUpperCase()} ${join(part.slice(middle))})`;
  };
  return { sql: join(terms), type: BOOLEAN };
}

function like(value: Fragment, pattern: Fragment, escape: Fragment | undefined, negated: boolean): Fragment {
  for (const { type } of [value, pattern]) if (type.kind !== 'varchar' && type.kind !== 'unknown') throw new TrinoFailure('TYPE_MISMATCH', `LIKE needs texts, not ${formatType(type)}`);
  if (escape !== undefined && !(typeof escape.literal === 'string' && escape.literal.length === 1)) throw notSupported('An ESCAPE that is not one character');
  if (typeof escape?.literal === 'string' && typeof pattern.literal === 'string') assertEscaped(pattern.literal, escape.literal);
  return bool(`${value.sql} ${not(negated)}LIKE ${pattern.sql}${escape === undefined ? '' : ` ESCAPE ${escape.sql}`}`);
}

function assertEscaped(pattern: string, escape: string): void {
  const characters = [...pattern];
  for (let index = 0; index < characters.length; index += 1) {
    if (characters[index] !== escape) continue;
    index += 1;
    if (![escape, '%', '_'].includes(characters[index] ?? '')) throw new TrinoFailure('INVALID_FUNCTION_ARGUMENT', "Escape character must be followed by '%', '_' or the escape character itself");
  }
}

function caseOf(expression: Extract<Expression, { kind: 'case' }>, place: Place): Fragment {
  const operand = expression.operand === undefined ? undefined : emit(expression.operand, place);
  const whens = expression.branches.map(({ when }) => {
    const value = emit(when, place);
    return operand === undefined ? condition(value) : compare('=', operand, value).sql;
  });
  const results = [...expression.branches.map(({ then }) => then), ...(expression.otherwise === undefined ? [] : [expression.otherwise])].map((result) => emit(result, place));
  const { type, args } = unify(results, 'All CASE results must be the same type');
  const branches = whens.map((when, index) => `WHEN ${when} THEN ${args[index]?.sql}`);
  const otherwise = expression.otherwise === undefined ? '' : ` ELSE ${args.at(-1)?.sql}`;
  return { sql: `CASE ${branches.join(' ')}${otherwise} END`, type };
}

function extract(field: string, value: Fragment): Fragment {
  if (!['date', 'timestamp', 'timestamptz'].includes(value.type.kind)) throw new TrinoFailure('TYPE_MISMATCH', `EXTRACT needs a date or timestamp, not ${formatType(value.type)}`);
  return part(field, value);
}

function nested(query: Query, place: Place): ReturnType<Place['emitQuery']> {
  return place.emitQuery(query, { context: place.context, common: place.common, parent: place.scope });
}

function scalar(query: Query, place: Place): Fragment {
  const { sql, columns } = nested(query, place);
  const [column] = columns;
  if (column === undefined || columns.length !== 1) throw notSupported('A subquery of several columns as a value');
  return { sql: `(${sql})`, type: column.type };
}

/** Operand and query of IN and of quantified comparisons, brought to one type on the operand's side. */
function membership(operand: Expression, query: Query, place: Place): { operand: string; sql: string; type: Type } {
  const value = emit(operand, place);
  const { sql, columns } = nested(query, place);
  const [column] = columns;
  if (column === undefined || columns.length !== 1) throw notSupported('IN with a query of several columns');
  const common = commonType(value.type, column.type);
  if (common === undefined || isNested(common)) throw new TrinoFailure('TYPE_MISMATCH', `Cannot compare ${formatType(value.type)} with ${formatType(column.type)}`);
  return { operand: coerce(value, common).sql, type: common, sql: `SELECT ${exactly({ sql: 'q.c1', type: column.type }, common)} FROM (${sql}) AS q` };
}
