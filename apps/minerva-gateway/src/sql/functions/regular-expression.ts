import { raise } from '../emit/casts.js';
import { type Fragment, quote } from '../emit/fragment.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { literalText } from './signature.js';

/** A group in parentheses; the whole expression is one, too. */
interface Group { readonly parent?: Group; readonly captures: boolean; isOptional: boolean; alternates: boolean }

/** Escapes that mean the same in both dialects; of a byte beyond ASCII they mean different things. */
const ESCAPES = /^\\(?:[dDwWsStnrf]|x[0-7][0-9a-fA-F]|[^a-zA-Z0-9])/;
/** The engine's `\s` has no vertical tab. */
const SPACE = '\\s\\x0b';

/** A regular expression that means the same in Trino's dialect and in the engine's. What they disagree on, or what the engine lacks, is refused. */
export interface Regular {
  /** As a literal of the engine. */
  readonly sql: string;
  /** The same where it only matters whether it matches. */
  readonly test: string;
  /** Whether it looks for the end of the text. In Trino that is also before a line break that ends it, in the engine only behind. */
  readonly hasEnd: boolean;
  /** Of each group in order: whether every match has it. */
  readonly groups: readonly boolean[];
  /** Whether it also matches where nothing is. */
  readonly matchesEmpty: boolean;
}

export function regular(argument: Fragment | undefined): Regular {
  const source = literalText(argument, 'A regular expression');
  if (/\(\?(?!:)|[*+?}]\+|[*+?}]\*|&&|\[\[|\{,/.test(source)) throw notSupported('Lookaround, backreferences, possessive quantifiers and other extensions of regular expressions');
  const whole: Group = { captures: false, isOptional: false, alternates: false };
  const groups: Group[] = [];
  let current = whole;
  let inClass = false;
  let [written, tested] = ['', ''];
  const write = (piece: string): void => {
    written += piece;
    tested += !inClass && piece === '$' ? '(?:\\n?\\z)' : piece;
  };
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at);
    const [piece = ''] = rest.startsWith('\\') ? (ESCAPES.exec(rest) ?? fault(rest)) : rest;
    write(translated(piece, inClass));
    at += piece.length;
    if (inClass) inClass = piece !== ']';
    else if (piece === '[') {
      inClass = true;
      // Right behind it a bracket is an ordinary character.
      const [literal = ''] = /^\^?\]?/.exec(source.slice(at)) ?? [];
      write(literal);
      at += literal.length;
    } else if (piece === '(') {
      current = { parent: current, captures: !source.startsWith('?:', at), isOptional: false, alternates: false };
      if (current.captures) groups.push(current);
    } else if (piece === '|') current.alternates = true;
    else if (piece === ')') {
      current.isOptional = /^(?:[?*]|\{0)/.test(source.slice(at));
      current = current.parent ?? whole;
    }
  }
  return { sql: quote(written), test: quote(tested), hasEnd: tested !== written, groups: groups.map(isCertain), matchesEmpty: matchesNothing(source) };
}

function translated(piece: string, inClass: boolean): string {
  if (piece === '\\s') return inClass ? SPACE : `[${SPACE}]`;
  if (piece !== '\\S') return piece;
  if (inClass) throw notSupported('\\S in brackets of a regular expression');
  return `[^${SPACE}]`;
}

/** Boundaries of words among them: what a letter is beyond ASCII is for each dialect to say. */
function fault(rest: string): never {
  throw notSupported(`${rest.slice(0, 2)} in a regular expression`);
}

const isCertain = ({ parent, isOptional }: Group): boolean => parent === undefined || (!isOptional && !parent.alternates && isCertain(parent));

function matchesNothing(source: string): boolean {
  try {
    return new RegExp(source).test('');
  } catch {
    return true;
  }
}

/** `result` for texts of which both dialects see the same end; others are refused when they come. */
export const atEnd = ({ hasEnd }: Regular, value: string, result: string): string =>
  (hasEnd ? `CASE WHEN ends_with(${value}, chr(10)) THEN ${raise('NOT_SUPPORTED', 'A regular expression with an end, on a text that ends with a line break, is not supported here', 'VARCHAR')} ELSE ${result} END` : result);

/** The number of a group that every match has: in Trino one that took no part is NULL, in the engine an empty text. */
export function groupOf({ groups }: Regular, argument: Fragment | undefined): number {
  const group = argument === undefined ? 0 : argument.literal;
  if (typeof group !== 'number') throw notSupported('A group of regexp_extract that is not a number literal');
  if (group < 0 || group > groups.length) throw new TrinoFailure('INVALID_FUNCTION_ARGUMENT', `Pattern has ${groups.length} groups. Cannot access group ${group}`);
  if (group > 0 && groups[group - 1] !== true) throw notSupported('A group of regexp_extract that need not be part of a match');
  return group;
}

/** What takes the place of a match, as a literal of the engine. */
export function replacementOf({ groups, matchesEmpty }: Regular, argument: Fragment | undefined): string {
  const source = argument === undefined ? '' : literalText(argument, 'The replacement');
  if (/\$(?!\d)|\\/.test(source) || (groups.length > 9 && /\$\d\d/.test(source))) throw notSupported('A replacement with other than text and $1 … $9');
  const unknown = [...source.matchAll(/\$(\d)/g)].find(([, digit]) => Number(digit) > groups.length);
  if (unknown !== undefined) throw new TrinoFailure('INVALID_FUNCTION_ARGUMENT', `Illegal replacement sequence: unknown group ${unknown[1]}`);
  // Right behind a match Trino finds an empty one, the engine does not.
  if (matchesEmpty && source !== '') throw notSupported('regexp_replace of what may be empty by something');
  return quote(source.replaceAll(/\$(\d)/g, '\\$1'));
}
