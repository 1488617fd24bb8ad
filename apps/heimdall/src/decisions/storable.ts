/** As JSON writes what PostgreSQL's `jsonb` refuses: the character NUL and halves of surrogate pairs. */
const REFUSED = /\\u(?:0000|d[89a-f])/i;

/** The same value and its JSON text, what a record cannot hold replaced by U+FFFD: a refused question is recorded however odd it was. */
export function storable<T>(value: T): { readonly value: T; readonly text: string } {
  const text = JSON.stringify(value);
  if (!REFUSED.test(text)) return { value, text };
  const repaired = JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '\u{fffd}') : part));
  return { value: JSON.parse(repaired) as T, text: repaired };
}
