import type { Expression, Query, TableName } from '../ast.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { locate, type Token, type Tokens, tokenize } from './lexer.js';
import { References } from './references.js';
import { isReserved } from './words.js';

/** Nested deeper than this is refused: it would only serve to exhaust a stack. */
const MAX_DEPTH = 250;
/** No table is named by more parts than catalog, schema and table. */
const MAX_PARTS = 3;

/** The parts of the grammar that contain each other; given to the cursor to avoid a circle of modules. */
export interface Grammar {
  query(cursor: Cursor): Query;
  expression(cursor: Cursor): Expression;
  /** An expression without comparisons and logic. */
  value(cursor: Cursor): Expression;
}

/** Reads tokens one after another; every method either moves forward, answers without moving, or throws. */
export class Cursor {
  readonly references = new References();
  /** Parameters (`?`) seen so far. */
  parameters = 0;
  /** The token that comes next, and how it can be recognised. */
  token: Token;
  private readonly tokens: Token[];
  private readonly closing: Int32Array;
  private index = 0;
  private depth = 0;

  constructor(readonly sql: string, private readonly grammar: Grammar) {
    const tokens: Tokens = tokenize(sql);
    this.tokens = tokens.list;
    this.closing = tokens.closing;
    this.token = this.tokens[0] as Token;
  }

  query(): Query {
    return this.grammar.query(this);
  }

  expression(): Expression {
    return this.grammar.expression(this);
  }

  value(): Expression {
    return this.grammar.value(this);
  }

  /** Where the last token ended. */
  get end(): number {
    return this.index === 0 ? 0 : (this.tokens[this.index - 1] as Token).end;
  }

  peek(ahead = 0): Token {
    const index = this.index + ahead;
    return (index < this.tokens.length ? this.tokens[index] : this.tokens.at(-1)) as Token;
  }

  take(): Token {
    const { token } = this;
    if (token.kind !== 'end') this.advance(1);
    return token;
  }

  private advance(count: number): void {
    this.index += count;
    this.token = this.tokens[this.index] as Token;
  }

  private wordAt(ahead: number): string {
    const token = this.peek(ahead);
    return token.kind === 'word' ? token.text : '';
  }

  /** Whether the next words are these, without moving. */
  is(first: string, second?: string, third?: string): boolean {
    if (this.token.kind !== 'word' || this.token.text !== first) return false;
    return (second === undefined || this.wordAt(1) === second) && (third === undefined || this.wordAt(2) === third);
  }

  isOne(...words: string[]): boolean {
    return this.token.kind === 'word' && words.includes(this.token.text);
  }

  isWord(word: string, ahead: number): boolean {
    return this.wordAt(ahead) === word;
  }

  /** Takes these words when they come next. */
  accept(first: string, second?: string, third?: string): boolean {
    if (this.token.kind !== 'word' || this.token.text !== first) return false;
    if (!this.is(first, second, third)) return false;
    this.advance(third !== undefined ? 3 : second !== undefined ? 2 : 1);
    return true;
  }

  /** Takes one of these words when it comes next. */
  acceptOne(...words: string[]): string | undefined {
    return this.isOne(...words) ? this.take().text : undefined;
  }

  expect(...words: string[]): void {
    for (const word of words) if (!this.accept(word)) throw this.unexpected(word.toUpperCase());
  }

  expectOne(...words: string[]): string {
    const found = this.acceptOne(...words);
    if (found === undefined) throw this.unexpected(words.join(', ').toUpperCase());
    return found;
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = ahead === 0 ? this.token : this.peek(ahead);
    return token.kind === 'symbol' && token.text === text;
  }

  acceptSymbol(text: string): boolean {
    if (this.token.kind !== 'symbol' || this.token.text !== text) return false;
    this.advance(1);
    return true;
  }

  expectSymbol(text: string): void {
    if (!this.acceptSymbol(text)) throw this.unexpected(`'${text}'`);
  }

  isName(ahead = 0): boolean {
    const token = ahead === 0 ? this.token : this.peek(ahead);
    return token.kind === 'quoted' || (token.kind === 'word' && !isReserved(token.text));
  }

  /** A name, in lower case: Trino folds quoted names as well. */
  name(): string {
    if (!this.isName()) throw this.unexpected('a name');
    const token = this.take();
    return token.kind === 'quoted' ? token.text.toLowerCase() : token.text;
  }

  qualifiedName(): TableName {
    const at = this.token.start;
    const parts = [this.name()];
    while (this.acceptSymbol('.')) parts.push(this.name());
    return { at, end: this.end, parts };
  }

  /** A name of a table, with at most three parts. */
  tableName(): TableName {
    const name = this.qualifiedName();
    if (name.parts.length > MAX_PARTS) throw this.refuse('A table name of more than three parts');
    return name;
  }

  isString(ahead = 0): boolean {
    const { kind } = this.peek(ahead);
    return kind === 'string' || kind === 'unicode';
  }

  /** A text in quotes, with or without Unicode escapes. */
  string(): string {
    if (!this.isString()) throw this.unexpected('a string');
    const token = this.take();
    if (token.kind === 'string') return token.text;
    return this.unescape(token.text, this.accept('uescape') ? this.string() : '\\');
  }

  private unescape(text: string, escape: string): string {
    if (!/^[^0-9a-fA-F+'"\s]$/.test(escape)) throw this.unexpected('an escape character');
    const sign = escape.replace(/[\\^$.*+?()[\]{}|/-]/, String.raw`\$&`);
    const decoded = text.replaceAll(new RegExp(`${sign}(?:(${sign})|([0-9a-fA-F]{4})|\\+([0-9a-fA-F]{6})|)`, 'g'), (_whole, twice?: string, four?: string, six?: string) => {
      if (twice !== undefined) return escape;
      const code = Number.parseInt(four ?? six ?? '', 16);
      if (!(code > 0 && code <= 0x10_ff_ff) || (code >= 0xd8_00 && code <= 0xdf_ff)) throw this.unexpected('a Unicode escape');
      return String.fromCodePoint(code);
    });
    return decoded;
  }

  integer(): string {
    if (this.token.kind !== 'integer') throw this.unexpected('a number');
    return this.take().text;
  }

  /** A comma-separated list of at least one. */
  list<T>(item: () => T): T[] {
    const items = [item()];
    while (this.acceptSymbol(',')) items.push(item());
    return items;
  }

  names(): string[] {
    const items = [this.name()];
    while (this.acceptSymbol(',')) items.push(this.name());
    return items;
  }

  expressions(): Expression[] {
    const items = [this.expression()];
    while (this.acceptSymbol(',')) items.push(this.expression());
    return items;
  }

  parenthesized<T>(inside: () => T): T {
    this.expectSymbol('(');
    const value = inside();
    this.expectSymbol(')');
    return value;
  }

  /** Guards one level of recursion. */
  enter(): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new TrinoFailure('NOT_SUPPORTED', `The statement is nested deeper than ${MAX_DEPTH} levels`);
  }

  /** A parser that has thrown is not used again, so that levels need no `finally`. */
  leave(): void {
    this.depth -= 1;
  }

  /** Whether the token behind the closing parenthesis that answers the next one is this symbol. */
  isBehindParenthesis(symbol: string): boolean {
    const close = this.closing[this.index] ?? -1;
    return close >= 0 && this.isSymbol(symbol, close - this.index + 1);
  }

  /** Whether the parenthesis that comes next encloses a query, and not an expression or relation that begins with one. */
  isQueryInParentheses(): boolean {
    let index = this.index;
    let first = index;
    while (this.tokens[first]?.kind === 'symbol' && this.tokens[first]?.text === '(') first += 1;
    const start = this.tokens[first];
    if (start?.kind !== 'word' || !QUERY_STARTS.has(start.text)) return false;
    for (; index + 1 < first; index += 1) {
      const close = this.closing[index + 1] ?? -1;
      if (close === -1) return true;
      if (this.closing[index] === close + 1) continue;
      const next = this.tokens[close + 1];
      return next?.kind === 'word' && QUERY_TAILS.has(next.text);
    }
    return true;
  }

  unexpected(wanted: string): TrinoFailure {
    const { token } = this;
    const location = locate(this.sql, token.start);
    const found = token.kind === 'end' ? '<EOF>' : this.sql.slice(token.start, Math.min(token.end, token.start + 40));
    return new TrinoFailure('SYNTAX_ERROR', `line ${location.lineNumber}:${location.columnNumber}: mismatched input '${found}'. Expecting: ${wanted}`, { location });
  }

  refuse(what: string): TrinoFailure {
    const location = locate(this.sql, this.token.start);
    return new TrinoFailure('NOT_SUPPORTED', `line ${location.lineNumber}:${location.columnNumber}: ${notSupported(what).message}`, { location });
  }
}

const QUERY_STARTS = new Set(['select', 'with', 'values', 'table']);
const QUERY_TAILS = new Set(['union', 'intersect', 'except', 'order', 'limit', 'offset', 'fetch']);
