import { notSupported, TrinoFailure } from '../failure.js';
import { locate, type Token, tokenize } from './lexer.js';

/** Nested deeper than this is refused: it would only serve to exhaust a stack. */
const MAX_DEPTH = 120;

/** Words that cannot be a name without quotes (Trino's reserved words). */
const RESERVED = new Set(`alter and as between by case cast constraint create cross cube current_catalog current_date current_path current_role
current_schema current_time current_timestamp current_user deallocate delete describe distinct drop else end escape except execute exists
extract false for from full group grouping having in inner insert intersect into is join json_array json_exists json_object json_query
json_table json_value left like listagg localtime localtimestamp natural normalize not null on or order outer prepare recursive right rollup
select skip table then trim true uescape union unnest using values when where with`.split(/\s+/));

export const isReserved = (word: string): boolean => RESERVED.has(word);

/** Reads tokens one after another; every method either moves forward, answers without moving, or throws. */
export class Cursor {
  private readonly tokens: Token[];
  private index = 0;
  private depth = 0;

  constructor(readonly sql: string) {
    this.tokens = tokenize(sql);
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)] as Token;
  }

  take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.index += 1;
    return token;
  }

  /** Whether the next words are these, without moving. */
  is(...words: string[]): boolean {
    return words.every((word, ahead) => this.peek(ahead).kind === 'word' && this.peek(ahead).text === word);
  }

  isOne(...words: string[]): boolean {
    return words.some((word) => this.is(word));
  }

  /** Takes these words when they come next. */
  accept(...words: string[]): boolean {
    if (!this.is(...words)) return false;
    this.index += words.length;
    return true;
  }

  expect(...words: string[]): void {
    for (const word of words) if (!this.accept(word)) throw this.unexpected(word.toUpperCase());
  }

  isSymbol(text: string, ahead = 0): boolean {
    return this.peek(ahead).kind === 'symbol' && this.peek(ahead).text === text;
  }

  acceptSymbol(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.index += 1;
    return true;
  }

  expectSymbol(text: string): void {
    if (!this.acceptSymbol(text)) throw this.unexpected(`'${text}'`);
  }

  /** Whether the token at `ahead` is the word AS: tells `WINDOW w AS …` from an alias `window`. */
  isAs(ahead: number): boolean {
    return this.peek(ahead).kind === 'word' && this.peek(ahead).text === 'as';
  }

  isName(ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'quoted' || (token.kind === 'word' && !isReserved(token.text));
  }

  /** A name, in lower case: Trino folds quoted names as well. */
  name(): string {
    if (!this.isName()) throw this.unexpected('a name');
    return this.take().text.toLowerCase();
  }

  qualifiedName(): { at: number; parts: string[] } {
    const { start } = this.peek();
    const parts = [this.name()];
    while (this.acceptSymbol('.')) parts.push(this.name());
    return { at: start, parts };
  }

  /** A comma-separated list of at least one. */
  list<T>(item: () => T): T[] {
    const items = [item()];
    while (this.acceptSymbol(',')) items.push(item());
    return items;
  }

  parenthesized<T>(inside: () => T): T {
    this.expectSymbol('(');
    const value = inside();
    this.expectSymbol(')');
    return value;
  }

  /** Guards one level of recursion. */
  deeper<T>(inside: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new TrinoFailure('NOT_SUPPORTED', `The statement is nested deeper than ${MAX_DEPTH} levels`);
    try {
      return inside();
    } finally {
      this.depth -= 1;
    }
  }

  unexpected(wanted: string): TrinoFailure {
    const token = this.peek();
    const location = locate(this.sql, token.start);
    const found = token.kind === 'end' ? '<EOF>' : this.sql.slice(token.start, Math.min(token.end, token.start + 40));
    return new TrinoFailure('SYNTAX_ERROR', `line ${location.lineNumber}:${location.columnNumber}: mismatched input '${found}'. Expecting: ${wanted}`, { location });
  }

  refuse(what: string): TrinoFailure {
    const location = locate(this.sql, this.peek().start);
    const failure = notSupported(what, location);
    return new TrinoFailure('NOT_SUPPORTED', `line ${location.lineNumber}:${location.columnNumber}: ${failure.message}`, { location });
  }
}
