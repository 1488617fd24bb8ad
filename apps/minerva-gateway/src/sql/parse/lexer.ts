import { type Location, TrinoFailure } from '../failure.js';

export type TokenKind = 'word' | 'quoted' | 'string' | 'binary' | 'integer' | 'decimal' | 'double' | 'symbol' | 'end';

/** `text` is what the token means: decoded for quoted names and strings, lower case for words. */
export interface Token { readonly kind: TokenKind; readonly text: string; readonly start: number; readonly end: number }

/** More tokens than this is no query a person or tool would send. */
const MAX_TOKENS = 200_000;
const SYMBOLS = ['<>', '!=', '<=', '>=', '||', '->', '=>', '(', ')', ',', '.', ';', '+', '-', '*', '/', '%', '=', '<', '>', '?', '[', ']', ':', '|', '^', '{', '}'];
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const SPACE = /[ \t\r\n\f]+/y;

/** Line and column of a place in `sql`, counted from 1. */
export function locate(sql: string, offset: number): Location {
  const before = sql.slice(0, offset);
  const line = before.split('\n').length;
  return { lineNumber: line, columnNumber: offset - before.lastIndexOf('\n') };
}

/** Cuts a statement into tokens with their places; refuses every character it does not know. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  const lexer = new Lexer(sql);
  for (;;) {
    const token = lexer.next();
    tokens.push(token);
    if (token.kind === 'end') return tokens;
    if (tokens.length > MAX_TOKENS) throw new TrinoFailure('QUERY_TEXT_TOO_LARGE', `The statement has more than ${MAX_TOKENS} tokens`);
  }
}

class Lexer {
  private at = 0;

  constructor(private readonly sql: string) {}

  next(): Token {
    this.skipSpace();
    const start = this.at;
    const char = this.sql[start];
    if (char === undefined) return { kind: 'end', text: '', start, end: start };
    if (char === "'") return this.quoted("'", 'string', start);
    if (char === '"') return this.quoted('"', 'quoted', start);
    if (/[0-9]/.test(char) || (char === '.' && /[0-9]/.test(this.sql[start + 1] ?? ''))) return this.number(start);
    if (/[A-Za-z_]/.test(char)) return this.word(start);
    const symbol = SYMBOLS.find((candidate) => this.sql.startsWith(candidate, start));
    if (symbol === undefined) throw this.fault(`mismatched input '${printable(char)}'`, start);
    this.at += symbol.length;
    return { kind: 'symbol', text: symbol === '!=' ? '<>' : symbol, start, end: this.at };
  }

  private skipSpace(): void {
    for (;;) {
      const before = this.at;
      this.match(SPACE);
      if (this.sql.startsWith('--', this.at)) {
        const end = this.sql.indexOf('\n', this.at);
        this.at = end === -1 ? this.sql.length : end;
      } else if (this.sql.startsWith('/*', this.at)) {
        const end = this.sql.indexOf('*/', this.at + 2);
        if (end === -1) throw this.fault('a comment is not closed', this.at);
        this.at = end + 2;
      }
      if (this.at === before) return;
    }
  }

  private quoted(quote: string, kind: 'string' | 'quoted', start: number): Token {
    let from = start + 1;
    let text = '';
    for (;;) {
      const end = this.sql.indexOf(quote, from);
      if (end === -1) throw this.fault(`a ${kind === 'string' ? 'string' : 'quoted name'} is not closed`, start);
      text += this.sql.slice(from, end);
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
    const text = this.match(NUMBER) ?? '';
    if (/[A-Za-z0-9_]/.test(this.sql[this.at] ?? '')) throw this.fault('a name must not begin with a digit; surround it with double quotes', start);
    const kind = /[eE]/.test(text) ? 'double' : text.includes('.') ? 'decimal' : 'integer';
    return { kind, text, start, end: this.at };
  }

  private word(start: number): Token {
    const word = this.match(WORD) ?? '';
    const next = this.sql[this.at];
    if (/^x$/i.test(word) && next === "'") {
      const { text, end } = this.quoted("'", 'string', this.at);
      const hex = text.replaceAll(/\s/g, '');
      if (!/^([0-9a-fA-F]{2})*$/.test(hex)) throw this.fault('a binary literal holds an even number of hexadecimal digits', start);
      return { kind: 'binary', text: hex, start, end };
    }
    if (/^u$/i.test(word) && next === '&') throw this.fault('Unicode escapes (U&) are not supported; write the characters themselves', start);
    return { kind: 'word', text: word.toLowerCase(), start, end: this.at };
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

const printable = (char: string): string => (/[\x20-\x7e]/.test(char) ? char : `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
