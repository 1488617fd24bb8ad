import { coerce } from '../emit/casts.js';
import type { Fragment } from '../emit/fragment.js';
import { TrinoFailure } from '../failure.js';
import { BIGINT, commonType, DOUBLE, formatType, isMoment, isNumeric, isWhole, type Type, VARBINARY, VARCHAR } from '../types/type.js';

/** What a function may know besides its arguments. */
export interface FunctionContext { readonly now: Date; readonly user: string }
/** Checks the arguments of one function and writes what it is for the engine. */
export type FunctionRule = (args: Fragment[], context: FunctionContext) => Fragment;

/** Kinds of argument: `text`, whole number, any number (as double), moment, boolean, binary, anything. */
export type Kind = 'text' | 'whole' | 'double' | 'number' | 'moment' | 'binary' | 'boolean' | 'any';

const FITS: Record<Kind, (type: Type) => boolean> = {
  text: (type) => type.kind === 'varchar', whole: isWhole, double: isNumeric, number: isNumeric, moment: isMoment,
  binary: (type) => type.kind === 'varbinary', boolean: (type) => type.kind === 'boolean', any: () => true,
};
const TARGET: Partial<Record<Kind, Type>> = { text: VARCHAR, whole: BIGINT, double: DOUBLE, binary: VARBINARY, boolean: { kind: 'boolean' } };

/** A rule for fixed kinds of arguments; those after `required` may be left out. */
export function rule(kinds: Kind[], build: (sql: string[], args: Fragment[], context: FunctionContext) => Fragment, required = kinds.length): FunctionRule {
  return (args, context) => {
    if (args.length < required || args.length > kinds.length) throw new TrinoFailure('FUNCTION_NOT_FOUND', `takes ${required === kinds.length ? required : `${required} to ${kinds.length}`} arguments`);
    const given = args.map((argument, index) => fit(argument, kinds[index] as Kind));
    return build(given.map(({ sql }) => sql), given, context);
  };
}

function fit(argument: Fragment, kind: Kind): Fragment {
  if (argument.type.kind !== 'unknown' && !FITS[kind](argument.type)) {
    throw new TrinoFailure('FUNCTION_NOT_FOUND', `Unexpected parameters (${formatType(argument.type)})`);
  }
  const target = TARGET[kind];
  if (target === undefined) return argument;
  return { ...coerce(argument, target), ...(argument.literal === undefined ? {} : { literal: argument.literal }) };
}

/** The type all arguments can be seen as, and the arguments seen so. */
export function unify(args: Fragment[], what: string): { type: Type; args: Fragment[] } {
  let type: Type = { kind: 'unknown' };
  for (const argument of args) {
    const common = commonType(type, argument.type);
    if (common === undefined) throw new TrinoFailure('TYPE_MISMATCH', `${what}: ${formatType(type)} and ${formatType(argument.type)} have no common type`);
    type = common;
  }
  return { type, args: args.map((argument) => coerce(argument, type)) };
}

/** The value of an argument that must be a literal text. */
export function literalText(argument: Fragment | undefined, what: string): string {
  if (typeof argument?.literal !== 'string') throw new TrinoFailure('NOT_SUPPORTED', `${what} must be a text literal here`);
  return argument.literal;
}

export const text = (sql: string): Fragment => ({ sql, type: VARCHAR });
export const whole = (sql: string): Fragment => ({ sql: `CAST(${sql} AS BIGINT)`, type: BIGINT });
export const float = (sql: string): Fragment => ({ sql: `CAST(${sql} AS DOUBLE)`, type: DOUBLE });
export const bool = (sql: string): Fragment => ({ sql: `(${sql})`, type: { kind: 'boolean' } });
export const binary = (sql: string): Fragment => ({ sql, type: VARBINARY });
