import { raise } from '../emit/casts.js';
import { type Fragment, quote } from '../emit/fragment.js';
import { notSupported } from '../failure.js';
import { timestamp } from '../types/type.js';
import { literalText } from './signature.js';

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'half';
/** One piece of a format: which text may stand there, and what of it goes on to the engine. */
interface Piece { readonly part?: Part; readonly test: string; readonly take: string; readonly kind: 'digits' | 'letters' | 'other' }

const MONTHS = ['jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'june?', 'july?', 'aug(?:ust)?', 'sep(?:tember)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?'];
const digits = (part: Part, one: string, two: string): ((isRun: boolean) => Piece) => (isRun) => ({ part, test: isRun ? two : one, take: isRun ? '[0-9]{2}' : '[0-9]{1,2}', kind: 'digits' });
const month = (): Piece => ({ part: 'month', test: `(?i:${MONTHS.join('|')})`, take: '[a-zA-Z]{3}', kind: 'letters' });
const hour = digits('hour', '(?:[01]?[0-9]|2[0-3])', '(?:[01][0-9]|2[0-3])');
const halfHour = digits('hour', '(?:0?[1-9]|1[0-2])', '(?:0[1-9]|1[0-2])');
const minute = digits('minute', '[0-5]?[0-9]', '[0-5][0-9]');
const second = digits('second', '[0-5]?[0-9]', '[0-5][0-9]');
const monthNumber = digits('month', '[0-9]{1,2}', '[0-9]{2}');
const dayNumber = digits('day', '[0-9]{1,2}', '[0-9]{2}');

/** Placeholders of MySQL's formats. A number that another follows at once has all its digits. */
const PIECES: Record<string, (isRun: boolean) => Piece> = {
  Y: (isRun) => ({ part: 'year', test: isRun ? '[0-9]{4}' : '[0-9]{1,4}', take: isRun ? '[0-9]{4}' : '[0-9]{1,4}', kind: 'digits' }),
  m: monthNumber, c: monthNumber, d: dayNumber, e: dayNumber, b: month, M: month,
  H: hour, k: hour, h: halfHour, I: halfHour, l: halfHour, i: minute, s: second, S: second,
  f: () => ({ part: 'fraction', test: '[0-9]{1,9}', take: '[0-9]{1,3}', kind: 'digits' }),
  p: () => ({ part: 'half', test: '(?i:am|pm)', take: '[a-zA-Z]{2}', kind: 'letters' }),
};
const HALF_HOURS = new Set(['h', 'I', 'l']);
/** What is behind the three letters or digits that go on to the engine. */
const REST: Partial<Record<string, string>> = { b: '[a-zA-Z]*', M: '[a-zA-Z]*', f: '[0-9]*' };

interface Format { readonly test: string; /** The same with years that Trino takes and the engine does not. */ readonly lax: string; readonly take: string; readonly parts: readonly Part[]; readonly hasMonthName: boolean; readonly hasHalf: boolean }

function formatOf(source: string): Format {
  const tokens = [...source.replaceAll('%T', '%H:%i:%s').matchAll(/%(.?)|[^%]/gsu)];
  const parts: Part[] = [];
  let [test, lax, take] = ['', '', ''];
  const letters = new Set(tokens.flatMap(([, letter]) => letter ?? []));
  tokens.forEach(([token, letter], index) => {
    if (letter === undefined || letter === '%') {
      const written = literal(letter ?? token);
      test += written;
      lax += written;
      take += written;
      return;
    }
    const make = Object.hasOwn(PIECES, letter) ? PIECES[letter] : undefined;
    if (make === undefined) throw notSupported(`The date format %${letter} in date_parse`);
    const [next = '', follower] = tokens[index + 1] ?? [];
    const nextKind = follower === undefined || follower === '%' ? (/[0-9]/.test(next) ? 'digits' : /[a-zA-Z]/.test(next) ? 'letters' : 'other') : PIECES[follower]?.(false).kind;
    const piece = make(nextKind === 'digits');
    if (piece.part === undefined || parts.includes(piece.part)) throw notSupported('A part of a date twice in the format of date_parse');
    if (piece.kind === nextKind && (piece.kind === 'letters' || letter === 'f' || follower === undefined || follower === 'f')) throw notSupported(`%${letter} with more of its kind behind it in date_parse`);
    parts.push(piece.part);
    test += piece.test;
    lax += piece.part === 'year' ? `[+-]${nextKind === 'digits' ? '' : '?'}[0-9]+` : piece.test;
    take += `(${piece.take})${REST[letter] ?? ''}`;
  });
  const hasHalf = parts.includes('half');
  if (!parts.includes('year')) throw notSupported('A format of date_parse without year');
  if (hasHalf !== [...letters].some((letter) => HALF_HOURS.has(letter))) throw notSupported('A format of date_parse with %p and no hour of twelve, or the other way round');
  return { test: `^${test}$`, lax: `^${lax}$`, take: `^${take}$`, parts, hasMonthName: letters.has('b') || letters.has('M'), hasHalf };
}

/** Text between placeholders; of letters either case will do. */
function literal(char: string): string {
  if (/[a-zA-Z]/.test(char)) return `[${char.toLowerCase()}${char.toUpperCase()}]`;
  if (/\p{L}/u.test(char)) throw notSupported('Other letters than ASCII in a format of date_parse');
  return /[0-9 _]/.test(char) ? char : /^[!-~]$/.test(char) ? `\\${char}` : (char.codePointAt(0) as number) < 32 ? control() : char;
}

function control(): never {
  throw notSupported('Control characters in a format of date_parse');
}

/** `date_parse`: the text must look as the format says, to the letter; the engine then reads its parts in an order of its own. */
export function dateParse([value = '']: string[], [, format]: Fragment[]): Fragment {
  const { test, lax, take, parts, hasMonthName, hasHalf } = formatOf(literalText(format, 'The format'));
  const group = (part: Part, otherwise: string): string => (parts.includes(part) ? `\\${parts.indexOf(part) + 1}` : otherwise);
  const parted = `${group('year', '')}-${group('month', '1')}-${group('day', '1')} ${group('hour', '0')}:${group('minute', '0')}:${group('second', '0')}.${group('fraction', '0')}${hasHalf ? ` ${group('half', '')}` : ''}`;
  const order = `%Y-${hasMonthName ? '%b' : '%m'}-%d ${hasHalf ? '%I' : '%H'}:%M:%S.%f${hasHalf ? ' %p' : ''}`;
  const ordered = `regexp_replace(${value}, ${quote(take)}, ${quote(parted)})`;
  const other = `CASE WHEN regexp_matches(${value}, ${quote(lax)}) THEN ${raise('NOT_SUPPORTED', 'date_parse of a year with a sign or more than four digits is not supported here', 'TIMESTAMP')} ELSE ${raise('INVALID_FUNCTION_ARGUMENT', 'Invalid format: the text is not as date_parse wants it', 'TIMESTAMP')} END`;
  const none = raise('INVALID_FUNCTION_ARGUMENT', 'Invalid value: the text is no date', 'TIMESTAMP');
  const ancient = raise('NOT_SUPPORTED', 'date_parse of the year 0 is not supported here', 'TIMESTAMP');
  return {
    sql: `CASE WHEN NOT regexp_matches(${value}, ${quote(test)}) THEN ${other} WHEN regexp_matches(${ordered}, '^0+-') THEN ${ancient} WHEN ${value} IS NOT NULL THEN coalesce(try_strptime(${ordered}, ${quote(order)}), ${none}) END`,
    type: timestamp(3),
  };
}
