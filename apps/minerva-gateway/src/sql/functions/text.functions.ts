import { raise } from '../emit/casts.js';
import { quote } from '../emit/fragment.js';
import { TrinoFailure } from '../failure.js';
import { atEnd, groupOf, regular, replacementOf } from './regular-expression.js';
import { binary, bool, type FunctionRule, rule, text, whole } from './signature.js';

/** Trino counts from 1, from the end when negative, and knows no place 0. */
function substr(sql: string[]): string {
  const [value, start, length] = sql as [string, string, string | undefined];
  const cut = (from: string): string => (length === undefined ? `substr(${value}, ${from})` : `substr(${value}, ${from}, greatest(${length}, 0))`);
  const fromEnd = `length(${value}) + ${start} + 1`;
  const nulls = [value, start, ...(length === undefined ? [] : [length])].map((part) => `${part} IS NULL`).join(' OR ');
  return `CASE WHEN ${nulls} THEN NULL WHEN ${start} > 0 THEN ${cut(start)} WHEN ${start} = 0 OR ${fromEnd} < 1 THEN '' ELSE ${cut(fromEnd)} END`;
}

const pad = (name: 'lpad' | 'rpad'): FunctionRule => rule(['text', 'whole', 'text'], ([value, size, fill]) => {
  const bad = raise('INVALID_FUNCTION_ARGUMENT', 'Padding needs a size of 0 or more and a text', 'VARCHAR');
  return text(`CASE WHEN ${size} < 0 OR ${fill} = '' THEN ${bad} ELSE ${name}(${value}, CAST(${size} AS INTEGER), ${fill}) END`);
});

/** What Trino trims: no-break spaces are none to it. The engine's own choice is another. */
const SPACES = quote([9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 0x16_80, ...Array.from({ length: 7 }, (_, index) => 0x20_00 + index), 0x20_08, 0x20_09, 0x20_0a, 0x20_28, 0x20_29, 0x20_5f, 0x30_00].map((code) => String.fromCodePoint(code)).join(''));
/** Without characters of the user's choice spaces are taken away. */
export const trimmed = (name: 'trim' | 'ltrim' | 'rtrim', value: string, characters = SPACES): string => `${name}(${value}, ${characters})`;
const trim = (name: 'trim' | 'ltrim' | 'rtrim'): FunctionRule => rule(['text'], ([value = '']) => text(trimmed(name, value)));

/** Bytes, as hexadecimal digits, that are UTF-8 throughout. For others Trino has a replacement, the engine none. */
const UTF8 = '^(?:[0-7].|(?:C[2-9A-F]|D.)[89AB].|E0[AB].[89AB].|(?:E[1-9A-CEF])[89AB].[89AB].|ED[89].[89AB].|F0[9AB].[89AB].[89AB].|F[1-3][89AB].[89AB].[89AB].|F48.[89AB].[89AB].)*$';

export const textFunctions: Record<string, FunctionRule> = {
  lower: rule(['text'], ([value]) => text(`lower(${value})`)),
  // One letter without a capital of its own in Trino.
  upper: rule(['text'], ([value]) => text(`CASE WHEN contains(${value}, 'ß') THEN array_to_string(list_transform(string_split(${value}, 'ß'), lambda x: upper(x)), 'ß') ELSE upper(${value}) END`)),
  length: rule(['text'], ([value]) => whole(`length(${value})`)),
  substr: rule(['text', 'whole', 'whole'], (sql) => text(substr(sql)), 2),
  substring: rule(['text', 'whole', 'whole'], (sql) => text(substr(sql)), 2),
  trim: trim('trim'), ltrim: trim('ltrim'), rtrim: trim('rtrim'),
  lpad: pad('lpad'), rpad: pad('rpad'),
  replace: rule(['text', 'text', 'text'], ([value, search, by = "''"]) => text(`CASE WHEN ${search} = '' THEN ${raise('NOT_SUPPORTED', 'replace of an empty text', 'VARCHAR')} ELSE replace(${value}, ${search}, ${by}) END`), 2),
  strpos: rule(['text', 'text'], ([value, search]) => whole(`strpos(${value}, ${search})`)),
  starts_with: rule(['text', 'text'], ([value, search]) => bool(`starts_with(${value}, ${search})`)),
  reverse: rule(['text'], ([value]) => text(`list_aggregate(list_reverse(string_split(${value}, '')), 'string_agg', '')`)),
  split_part: rule(['text', 'text', 'whole'], ([value, by, index]) => text(
    `CASE WHEN ${index} < 1 OR ${by} = '' THEN ${raise('INVALID_FUNCTION_ARGUMENT', 'split_part needs a separator and an index from 1', 'VARCHAR')} ELSE list_extract(string_split(${value}, ${by}), ${index}) END`)),
  chr: rule(['whole'], ([code]) => text(`chr(CAST(${code} AS INTEGER))`)),
  codepoint: rule(['text'], ([value]) => ({ sql: `CASE WHEN length(${value}) = 1 THEN CAST(unicode(${value}) AS INTEGER) ELSE ${raise('INVALID_FUNCTION_ARGUMENT', 'codepoint takes one character', 'INTEGER')} END`, type: { kind: 'integer' } })),
  translate: rule(['text', 'text', 'text'], ([value, from, to]) => text(`translate(${value}, ${from}, ${to})`)),
  regexp_like: rule(['text', 'text'], ([value], args) => bool(`regexp_matches(${value}, ${regular(args[1]).test})`)),
  regexp_replace: rule(['text', 'text', 'text'], ([value = ''], args) => {
    const expression = regular(args[1]);
    return text(atEnd(expression, value, `regexp_replace(${value}, ${expression.sql}, ${replacementOf(expression, args[2])}, 'g')`));
  }, 2),
  regexp_extract: rule(['text', 'text', 'whole'], ([value = ''], args) => {
    const expression = regular(args[1]);
    return text(atEnd(expression, value, `CASE WHEN regexp_matches(${value}, ${expression.sql}) THEN regexp_extract(${value}, ${expression.sql}, ${groupOf(expression, args[2])}) END`));
  }, 2),
  to_utf8: rule(['text'], ([value]) => binary(`encode(${value})`)),
  from_utf8: rule(['binary'], ([value]) => text(`CASE WHEN regexp_matches(hex(${value}), '${UTF8}') THEN decode(${value}) WHEN ${value} IS NOT NULL THEN ${raise('NOT_SUPPORTED', 'from_utf8 of bytes that are no UTF-8 is not supported here', 'VARCHAR')} END`)),
  to_hex: rule(['binary'], ([value]) => text(`hex(${value})`)),
  from_hex: rule(['text'], ([value]) => binary(`CASE WHEN length(${value}) % 2 = 1 THEN ${raise('INVALID_FUNCTION_ARGUMENT', 'from_hex takes two characters for each byte', 'BLOB')} ELSE unhex(${value}) END`)),
  to_base64: rule(['binary'], ([value]) => text(`base64(${value})`)),
  md5: rule(['binary'], ([value]) => binary(`unhex(md5(${value}))`)),
  sha1: rule(['binary'], ([value]) => binary(`unhex(sha1(${value}))`)),
  sha256: rule(['binary'], ([value]) => binary(`unhex(sha256(${value}))`)),
};
textFunctions['position'] = textFunctions['strpos'] as FunctionRule;

/** `concat` and `||`: NULL makes the whole NULL. */
export const concat: FunctionRule = (args) => {
  if (args.length < 2) throw new TrinoFailure('FUNCTION_NOT_FOUND', 'concat takes two or more arguments');
  const bad = args.find(({ type }) => type.kind !== 'varchar' && type.kind !== 'unknown');
  if (bad !== undefined) throw new TrinoFailure('FUNCTION_NOT_FOUND', `concat and || join texts; cast ${bad.type.kind} to varchar`);
  return text(`(${args.map(({ sql }) => `CAST(${sql} AS VARCHAR)`).join(' || ')})`);
};
textFunctions['concat'] = concat;
