/** As JSON writes what PostgreSQL's `jsonb` refuses: the character NUL and halves of surrogate pairs. */
const REFUSED = /\\u(?:0000|d[89a-f])/i;

/** The same value, what a record cannot hold replaced by U+FFFD: a refused question is recorded however odd it was. */
export function storable<T>(value: T): T {
  if (!REFUSED.test(JSON.stringify(value))) return value;
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '\u{fffd}') : part))) as T;
}
