import { quote } from '../emit/fragment.js';
import { duckType, formatType, type Type } from '../types/type.js';

/** How masks and filters are written for an engine. A rule answers `undefined` where that engine cannot do it faithfully. */
export interface Dialect {
  type(type: Type): string;
  /** A day or moment of a policy, as a value of this type. Whose session it is must not matter. */
  moment(text: string, type: Type): string;
  sha256(text: string): string;
  replace(text: string, pattern: string, replacement: string): string | undefined;
  randomize(text: string, pattern: string, seed: string): string | undefined;
}

/** The embedded engine, with the functions that the gateway adds to it. */
export const DUCKDB: Dialect = {
  type: duckType,
  moment: (text, type) => `CAST(${quote(text)} AS ${duckType(type)})`,
  sha256: (text) => `sha256(${text})`,
  replace: (text, pattern, replacement) => `mask_regex(${text}, ${quote(pattern)}, ${quote(replacement)})`,
  randomize: (text, pattern, seed) => `mask_pattern(${text}, ${quote(pattern)}, ${quote(seed)})`,
};

const DIGITS = '0123456789';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** One SHA-256 gives so many characters. */
const MAX_RANDOM = 32;

/** A Trino cluster, with nothing but Trino's own functions. */
export const TRINO: Dialect = {
  type: formatType,
  // A text without a zone would be read in that of the session, which its user chooses.
  moment: (text, type) => `CAST(${quote(type.kind === 'timestamptz' ? `${text} UTC` : text)} AS ${formatType(type)})`,
  sha256: (text) => `lower(to_hex(sha256(to_utf8(${text}))))`,
  // Classes that mean less in one dialect than in the other could leave characters unmasked.
  replace: (text, pattern, replacement) => (/\\[^d.\-+*?()[\]{}^$|/\\@_ ]/.test(pattern) || /\[\[|&&|\(\?[^:=!<]/.test(pattern) ? undefined : `regexp_replace(${text}, ${quote(pattern)}, ${quote(replacement)})`),
  randomize(text, pattern, seed) {
    const pieces = pattern.split(/([#?])/).filter((piece) => piece !== '');
    if (pieces.filter((piece) => piece === '#' || piece === '?').length > MAX_RANDOM) return undefined;
    const hex = `to_hex(sha256(to_utf8(concat(${quote(seed)}, chr(0), ${text}))))`;
    let next = 1;
    const nibble = (): string => `(strpos('0123456789ABCDEF', substr(${hex}, ${next++}, 1)) - 1)`;
    const written = pieces.map((piece) => {
      if (piece !== '#' && piece !== '?') return quote(piece);
      const from = piece === '#' ? DIGITS : LETTERS;
      return `substr('${from}', (${nibble()} * 16 + ${nibble()}) % ${from.length} + 1, 1)`;
    });
    return `CASE WHEN ${text} IS NULL THEN NULL ELSE concat('', ${written.join(', ')}) END`;
  },
};
