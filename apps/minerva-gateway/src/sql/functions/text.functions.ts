import { raise } from '../emit/casts.js';
import { quote } from '../emit/fragment.js';
import { TrinoFailure } from '../failure.js';
import { binary, bool, type FunctionRule, literalText, rule, text, whole } from './signature.js';

/** Trino counts from 1, from the end when negative, and knows no place 0. */
function substr(sql: string[]): string {
  const [value, start, length] = sql as [string, string, string | undefined];
  const cut = (from: string): string => (length === undefined ? `substr(${value}, ${from})` : `substr(${value}, ${from}, greatest(${length}, 0))`);
  const fromEnd = `length(${value}) + ${start} + 1`;
  const nulls = [value, start, ...(length === undefined ? [] : [length])].map((part) => `${part} IS NULL`).join(' OR ');
  return `CASE WHEN ${nulls} THEN NULL WHEN ${start} > 0 THEN ${cut(start)} WHEN ${start} = 0 OR ${fromEnd} < 1 THEN '' ELSE ${cut(fromEnd)} END`;
}

/** Constructs on which the two regular expression dialects disagree, or that the engine's lacks. */
function pattern(argument: Parameters<typeof literalText>[0]): string {
  const source = literalText(argument, 'A regular expression');
  if (/\(\?(?!:)|\\[1-9kKgGQEzZbBpPXRhHvVN]|[*+?}]\+|&&|\[\[/.test(source)) {
    throw new TrinoFailure('NOT_SUPPORTED', 'Lookaround, backreferences, possessive quantifiers and other extensions of regular expressions are not supported here');
  }
  return quote(source);
}

function replacement(source: string): string {
  if (/\$(?!\d)|\\/.test(source)) throw new TrinoFailure('NOT_SUPPORTED', 'A replacement may hold text and $1 … $9 only');
  return quote(source.replaceAll(/\$(\d)/g, '\\$1'));
}

const pad = (name: 'lpad' | 'rpad'): FunctionRule => rule(['text', 'whole', 'text'], ([value, size, fill]) => {
  const bad = raise('INVALID_FUNCTION_ARGUMENT', 'Padding needs a size of 0 or more and a text', 'VARCHAR');
  return text(`CASE WHEN ${size} < 0 OR ${fill} = '' THEN ${bad} ELSE ${name}(${value}, CAST(${size} AS INTEGER), ${fill}) END`);
});

const trim = (name: 'trim' | 'ltrim' | 'rtrim'): FunctionRule => rule(['text'], ([value]) => text(`${name}(${value})`));

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
  regexp_like: rule(['text', 'text'], ([value], args) => bool(`regexp_matches(${value}, ${pattern(args[1])})`)),
  regexp_replace: rule(['text', 'text', 'text'], ([value], args) => text(
    `regexp_replace(${value}, ${pattern(args[1])}, ${replacement(args[2] === undefined ? '' : literalText(args[2], 'The replacement'))}, 'g')`), 2),
  regexp_extract: rule(['text', 'text', 'whole'], ([value], args) => {
    const group = args[2]?.literal ?? 0;
    if (typeof group !== 'number') throw new TrinoFailure('NOT_SUPPORTED', 'The group of regexp_extract must be a number here');
    const source = pattern(args[1]);
    return text(`CASE WHEN regexp_matches(${value}, ${source}) THEN regexp_extract(${value}, ${source}, ${group}) END`);
  }, 2),
  to_utf8: rule(['text'], ([value]) => binary(`encode(${value})`)),
  to_hex: rule(['binary'], ([value]) => text(`hex(${value})`)),
  from_hex: rule(['text'], ([value]) => binary(`unhex(${value})`)),
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
