import { createHash } from 'node:crypto';
import { remembering } from '../sql/remembering.js';

const DIGITS = '0123456789';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** All matches of `pattern` replaced; JavaScript's expressions know lookaround, which the engine's own do not. */
export function maskRegex(value: string, pattern: string, replacement: string): string {
  // In a replacement `$1` means the same in both dialects; the policy's check allows nothing else.
  return value.replaceAll(compiled(pattern), replacement.replaceAll(/\$0/g, '$$&'));
}

const compiled = remembering((pattern) => new RegExp(pattern, 'gu'));

/** A random text of the shape of `pattern` (`#` digit, `?` letter): the same for the same value within one query. */
export function maskPattern(value: string, pattern: string, seed: string): string {
  let bytes = createHash('sha256').update(`${seed}\0${value}`).digest();
  let next = 0;
  const pick = (from: string): string => {
    if (next >= bytes.length) {
      bytes = createHash('sha256').update(bytes).digest();
      next = 0;
    }
    const byte = bytes[next] ?? 0;
    next += 1;
    return from[byte % from.length] ?? '';
  };
  return pattern.replaceAll(/[#?]/g, (char) => pick(char === '#' ? DIGITS : LETTERS));
}
