import { type Location, TrinoFailure } from '../failure.js';

export type TokenKind = 'word' | 'quoted' | 'string' | 'unicode' | 'binary' | 'integer' | 'decimal' | 'double' | 'symbol' | 'end';

/** `text` is what the token means: decoded for quoted names and strings, lower case for words. Places count UTF-16 units. */
export interface Token { readonly kind: TokenKind; readonly text: string; readonly start: number; readonly end: number }

/** More tokens than this is no query a person or tool would send. */
const MAX_TOKENS = 200_000;

/** What the first character of a token tells; anything not listed is refused. */
const enum Class { Other, Space, Letter, Digit, Symbol }
const CLASSES = new Uint8Array(128);
for (const char of ' \t\r\n') CLASSES[char.charCodeAt(0)] = Class.Space;
for (const char of '(),.;+-*/%=<>?[]:|^{}!$@') CLASSES[char.charCodeAt(0)] = Class.Symbol;
for (let code = 0; code < 26; code += 1) CLASSES[65 + code] = CLASSES[97 + code] = Class.Letter;
for (let code = 48; code < 58; code += 1) CLASSES[code] = Class.Digit;
CLASSES[95] = Class.Letter;

/** Every word and symbol seen first is kept, so that equal texts are the same string and compare fast. */
const SYMBOLS = ['<>', '!=', '<=', '>=', '||', '->', '=>', '{-', '-}', '(', ')', ',', '.', ';', '+', '-', '*', '/', '%', '=', '<', '>', '?', '[', ']', ':', '|', '^', '{', '}', '$', '@'];
const BY_CODE = new Map<number, string[]>();
for (const symbol of SYMBOLS) BY_CODE.set(symbol.charCodeAt(0), [...(BY_CODE.get(symbol.charCodeAt(0)) ?? []), symbol]);

/** Line and column of a place in `sql`, counted from 1. */
export function locate(sql: string, offset: number): Location {
  const before = sql.slice(0, offset);
  const line = before.split('\n').length;
  return { lineNumber: line, columnNumber: offset - before.lastIndexOf('\n') };
}

export interface Tokens {
  readonly list: Token[];
  /** For the index of an opening parenthesis, the index of the one that closes it; -1 elsewhere. */
  readonly closing: Int32Array;
}

/** Cuts a statement into tokens with their places; refuses every character it does not know. */
export function tokenize(sql: string): Tokens {
  const list: Token[] = [];
  const lexer = new Lexer(sql);
  const open: number[] = [];
  const pairs: number[] = [];
  for (;;) {
    const token = lexer.next();
    if (token.kind === 'symbol') {
      if (token.text === '(') open.push(list.length);
      else if (token.text === ')') {
        const start = open.pop();
        if (start !== undefined) pairs.push(start, list.length);
      }
    }
    list.push(token);
    if (token.kind === 'end') break;
    if (list.length > MAX_TOKENS) throw new TrinoFailure('QUERY_TEXT_TOO_LARGE', `The statement has more than ${MAX_TOKENS} tokens`);
  }
  const closing = new Int32Array(list.length).fill(-1);
  for (let index = 0; index < pairs.length; index += 2) closing[pairs[index] as number] = pairs[index + 1] as number;
  return { list, closing };
}

class Lexer {
  private at = 0;

  constructor(private readonly sql: string) {}

  next(): Token {
    this.skipSpace();
    const start = this.at;
    if (start >= this.sql.length) return { kind: 'end', text: '', start, end: start };
    const code = this.sql.charCodeAt(start);
    if (code === 39) return this.quoted("'", 'string', start);
    if (code === 34) return this.quoted('"', 'quoted', start);
    const kind = code < 128 ? (CLASSES[code] as Class) : Class.Other;
    if (kind === Class.Letter) return this.word(start, code);
    if (kind === Class.Digit || (code === 46 && this.classAt(start + 1) === Class.Digit)) return this.number(start);
    const symbol = kind === Class.Symbol ? this.symbolAt(start, code) : undefined;
    if (symbol === undefined) throw this.fault(`mismatched input '${printable(String.fromCodePoint(this.sql.codePointAt(start) ?? code))}'`, start);
    this.at = start + symbol.length;
    return { kind: 'symbol', text: symbol === '!=' ? '<>' : symbol, start, end: this.at };
  }

  private symbolAt(start: number, code: number): string | undefined {
    const candidates = BY_CODE.get(code);
    if (candidates === undefined) return undefined;
    if (candidates.length === 1) {
      const only = candidates[0] as string;
      return only.length === 1 || this.sql.startsWith(only, start) ? only : undefined;
    }
    return candidates.find((candidate) => this.sql.startsWith(candidate, start));
  }

  private classAt(offset: number): Class {
    const code = this.sql.charCodeAt(offset);
    return code < 128 ? (CLASSES[code] as Class) : Class.Other;
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.sql.charCodeAt(this.at);
      if (code === 32 || code === 10 || code === 13 || code === 9) this.at += 1;
      else if (code === 45 && this.sql.charCodeAt(this.at + 1) === 45) this.skipLine();
      else if (code === 47 && this.sql.charCodeAt(this.at + 1) === 42) {
        const end = this.sql.indexOf('*/', this.at + 2);
        if (end === -1) throw this.fault('a comment is not closed', this.at);
        this.at = end + 2;
      } else return;
    }
  }

  /** A comment ends at either character that ends a line, as in Trino: what follows a lone carriage return is read. */
  private skipLine(): void {
    this.at += 2;
    for (; this.at < this.sql.length; this.at += 1) {
      const code = this.sql.charCodeAt(this.at);
      if (code === 10 || code === 13) return;
    }
  }

  private quoted(quote: string, kind: 'string' | 'quoted', start: number): Token {
    let from = start + 1;
    let text = '';
    for (;;) {
      const end = this.sql.indexOf(quote, from);
      if (end === -1) throw this.fault(`a ${kind === 'string' ? 'string' : 'quoted name'} is not closed`, start);
      text = text === '' ? this.sql.slice(from, end) : text + this.sql.slice(from, end);
      from = end + 1;
      if (this.sql[from] !== quote) break;
      text += quote;
      from += 1;
    }
    this.at = from;
    if (text.includes('\0') || !text.isWellFormed()) throw this.fault('a text holds a character that is not allowed', start);
    if (kind === 'quoted' && text === '') throw this.fault('a zero-length name is not allowed', start);
    return { kind, text, start, end: from };
  }

  private number(start: number): Token {
    const prefixed = this.match(PREFIXED);
    const text = prefixed ?? this.match(NUMBER) ?? '';
    const next = this.classAt(this.at);
    if (text === '' || next === Class.Letter || next === Class.Digit) throw this.fault('a name must not begin with a digit; surround it with double quotes', start);
    const plain = text.replaceAll('_', '');
    if (prefixed !== undefined) return { kind: 'integer', text: BigInt(plain.toLowerCase()).toString(), start, end: this.at };
    const kind = /[eE]/.test(text) ? 'double' : text.includes('.') ? 'decimal' : 'integer';
    return { kind, text: plain, start, end: this.at };
  }

  private word(start: number, code: number): Token {
    let at = start + 1;
    for (;;) {
      const kind = this.classAt(at);
      if (kind !== Class.Letter && kind !== Class.Digit) break;
      at += 1;
    }
    this.at = at;
    const next = this.sql.charCodeAt(at);
    if (at === start + 1) {
      if (next === 39 && (code | 32) === 120) return this.hexadecimal(start);
      // U&'…' is a text with escapes; its meaning depends on UESCAPE, which comes behind it.
      if (next === 38 && (code | 32) === 117) {
        if (this.sql.charCodeAt(at + 1) !== 39) throw this.fault('Unicode escapes in names (U&"…") are not supported; write the characters themselves', start);
        return { ...this.quoted("'", 'string', at + 1), kind: 'unicode', start };
      }
    }
    return { kind: 'word', text: this.sql.slice(start, at).toLowerCase(), start, end: at };
  }

  private hexadecimal(start: number): Token {
    const { text, end } = this.quoted("'", 'string', this.at);
    const hex = text.replaceAll(/\s/g, '');
    if (!/^([0-9a-fA-F]{2})*$/.test(hex)) throw this.fault('a binary literal holds an even number of hexadecimal digits', start);
    return { kind: 'binary', text: hex, start, end };
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.sql)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private fault(message: string, at: number): TrinoFailure {
    const location = locate(this.sql, at);
    return new TrinoFailure('SYNTAX_ERROR', `line ${location.lineNumber}:${location.columnNumber}: ${message}`, { location });
  }
}

const PREFIXED = /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+/y;
const NUMBER = /(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d+)?/y;

const printable = (char: string): string => (/[\x20-\x7e]/.test(char) ? char : `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
