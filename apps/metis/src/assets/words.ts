const longest = 64;

/**
 * The words of a text as search compares them: lower case, without accents, identifiers split (`bookedFlights`,
 * `booked_flights` and "booked flights" are the same two words). Only letters and digits survive, so a word is always safe
 * inside a text-search expression.
 */
export function wordsOf(text: string): string[] {
  const split = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2');
  return (split.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [...word].slice(0, longest).join(''));
}
