import { wordsOf } from '../assets/words.js';

const mostWords = 3_000;
const mostQueryWords = 12;

/** What of an asset is searched, the weightiest first. */
export interface Searchable {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly tags: readonly string[];
  readonly description?: string | undefined;
}

/**
 * The text-search vector of an asset, in the notation of Postgres. Written here instead of by `to_tsvector` so that names and
 * queries are cut into words by the same rules.
 */
export function vectorOf(asset: Searchable): string {
  const weighted = [
    ...weigh('A', [asset.name]),
    ...weigh('B', [...asset.columns, ...asset.tags]),
    ...weigh('C', [asset.description ?? '']),
    ...weigh('D', [asset.id]),
  ];
  return weighted.slice(0, mostWords).map(([word, weight], index) => `'${word}':${index + 1}${weight}`).join(' ');
}

const weigh = (weight: string, texts: readonly string[]): [string, string][] => texts.flatMap(wordsOf).map((word) => [word, weight]);

/** The words somebody looks for; `undefined` when a text was given but holds no word, so that nothing is found. */
export function queryWords(text: string): string[] | undefined {
  const words = [...new Set(wordsOf(text))].slice(0, mostQueryWords);
  return words.length === 0 ? undefined : words;
}

/** All words must occur, each at least as the beginning of a word. */
export const tsqueryOf = (words: readonly string[]): string => words.map((word) => `'${word}':*`).join(' & ');

/** Those of `columns` in which one of the words begins. */
export function matchedColumns(columns: readonly string[], words: readonly string[]): string[] {
  return columns.filter((column) => wordsOf(column).some((part) => words.some((word) => part.startsWith(word))));
}
