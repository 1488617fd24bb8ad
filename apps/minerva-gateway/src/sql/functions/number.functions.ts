import { arithmetic } from '../emit/arithmetic.js';
import type { Fragment } from '../emit/fragment.js';
import { notSupported } from '../failure.js';
import { asDecimal, BIGINT, decimal, duckType, isFloating, isWhole, type Type } from '../types/type.js';
import { bool, float, type FunctionRule, rule } from './signature.js';

const keep = (sql: string, { type }: Fragment): Fragment => ({ sql: `CAST(${sql} AS ${duckType(type)})`, type });
const double = (name: string, count = 1): FunctionRule => rule(Array.from({ length: count }, () => 'double' as const), (sql) => float(`${name}(${sql.join(', ')})`));

/** `floor` and `ceil` keep the type of a number; of a decimal they drop the places. */
function toWhole(name: string): FunctionRule {
  return rule(['number'], ([sql], [value]) => {
    const argument = value as Fragment;
    if (isWhole(argument.type)) return argument;
    if (argument.type.kind !== 'decimal') return keep(`${name}(${sql})`, argument);
    const { precision, scale } = argument.type;
    const type = decimal(precision - scale + Math.min(scale, 1), 0);
    return { sql: `CAST(${name}(${sql}) AS ${duckType(type)})`, type };
  });
}

const round: FunctionRule = rule(['number', 'whole'], ([sql], [value, digits]) => {
  const argument = value as Fragment;
  const places = digits === undefined ? 0 : digits.literal;
  if (typeof places !== 'number') throw notSupported('round to a number of places that is not a literal');
  if (isWhole(argument.type)) {
    if (places < 0) throw notSupported('round to tens');
    return argument;
  }
  if (argument.type.kind === 'decimal') {
    if (places < 0) throw notSupported('round to tens');
    const { precision, scale } = asDecimal(argument.type);
    const type: Type = digits === undefined ? decimal(precision - scale + Math.min(1, scale), 0) : decimal(precision + 1, scale);
    return { sql: `CAST(${places >= scale ? sql : `round(${sql}, ${places})`} AS ${duckType(type)})`, type };
  }
  // What is no number, or infinite, stays so: the engine makes 0 of it where tens are rounded.
  return keep(places < 0 ? `CASE WHEN isfinite(${sql}) THEN round(${sql}, ${places}) ELSE ${sql} END` : `round(${sql}, ${places})`, argument);
}, 1);

/** `truncate` of a decimal or whole number is a decimal without places. */
const truncate: FunctionRule = rule(['number'], ([sql], [value]) => {
  const { type } = value as Fragment;
  if (isFloating(type)) return keep(`trunc(${sql})`, value as Fragment);
  const { precision, scale } = asDecimal(type);
  const cut = decimal(precision - scale, 0);
  return { sql: `CAST(trunc(${sql}) AS ${duckType(cut)})`, type: cut };
});

/** Outside of -1 to 1 there is no angle, which is no failure in Trino. */
const angle = (name: 'acos' | 'asin'): FunctionRule => rule(['double'], ([sql]) => float(`CASE WHEN abs(${sql}) > 1 THEN CAST('NaN' AS DOUBLE) ELSE ${name}(${sql}) END`));

/** Outside its range a logarithm is no failure in Trino. */
const logarithm = (name: string, sql: string): string => `(CASE WHEN ${sql} = 0 THEN CAST('-Infinity' AS DOUBLE) WHEN ${sql} < 0 THEN CAST('NaN' AS DOUBLE) ELSE ${name}(${sql}) END)`;

export const numberFunctions: Record<string, FunctionRule> = {
  abs: rule(['number'], ([sql], [value]) => keep(`abs(${sql})`, value as Fragment)),
  ceil: toWhole('ceil'), ceiling: toWhole('ceil'), floor: toWhole('floor'), round,
  truncate,
  sign: rule(['number'], ([sql], [value]) => {
    const argument = value as Fragment;
    return argument.type.kind === 'decimal' ? { sql: `CAST(sign(${sql}) AS DECIMAL(1,0))`, type: decimal(1, 0) } : keep(`sign(${sql})`, argument);
  }),
  mod: (args) => arithmetic('%', args[0] as Fragment, args[1] as Fragment),
  power: double('pow', 2), pow: double('pow', 2), exp: double('exp'), sqrt: rule(['double'], ([sql]) => float(`CASE WHEN ${sql} < 0 THEN CAST('NaN' AS DOUBLE) ELSE sqrt(${sql}) END`)), cbrt: double('cbrt'),
  ln: rule(['double'], ([sql = '']) => float(logarithm('ln', sql))), log2: rule(['double'], ([sql = '']) => float(logarithm('log2', sql))), log10: rule(['double'], ([sql = '']) => float(logarithm('log10', sql))),
  log: rule(['double', 'double'], ([base = '', value = '']) => float(`(${logarithm('ln', value)} / ${logarithm('ln', base)})`)),
  sin: double('sin'), cos: double('cos'), tan: double('tan'), asin: angle('asin'), acos: angle('acos'), atan: double('atan'), atan2: double('atan2', 2),
  degrees: double('degrees'), radians: double('radians'),
  pi: rule([], () => float('pi()')), e: rule([], () => float('exp(1)')),
  nan: rule([], () => float("'NaN'")), infinity: rule([], () => float("'Infinity'")),
  is_nan: rule(['double'], ([sql]) => bool(`isnan(${sql})`)),
  is_finite: rule(['double'], ([sql]) => bool(`isfinite(${sql})`)),
  is_infinite: rule(['double'], ([sql]) => bool(`isinf(${sql})`)),
  bitwise_and: rule(['whole', 'whole'], ([a, b]) => ({ sql: `(${a} & ${b})`, type: BIGINT })),
  bitwise_or: rule(['whole', 'whole'], ([a, b]) => ({ sql: `(${a} | ${b})`, type: BIGINT })),
  bitwise_xor: rule(['whole', 'whole'], ([a, b]) => ({ sql: `xor(${a}, ${b})`, type: BIGINT })),
  bitwise_not: rule(['whole'], ([a]) => ({ sql: `(~${a})`, type: BIGINT })),
};
const checkedMod = numberFunctions['mod'] as FunctionRule;
numberFunctions['mod'] = rule(['number', 'number'], (_sql, args, context) => checkedMod(args, context));
