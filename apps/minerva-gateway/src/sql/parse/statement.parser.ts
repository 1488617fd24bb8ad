import type { Like, Statement } from '../ast.js';
import { TrinoFailure } from '../failure.js';
import { Cursor } from './cursor.js';
import { parseExpression } from './expression.parser.js';
import { parseQuery } from './query.parser.js';

/** Longer texts are refused before a token is read. */
export const MAX_SQL_BYTES = 2_000_000;

/** Reads exactly one statement of the kinds this gateway understands; everything else throws a `TrinoFailure`. */
export function parseStatement(sql: string): Statement {
  if (Buffer.byteLength(sql) > MAX_SQL_BYTES) throw new TrinoFailure('QUERY_TEXT_TOO_LARGE', `Query text exceeds the maximum length of ${MAX_SQL_BYTES} bytes`);
  const cursor = new Cursor(sql);
  const statement = parseOne(cursor);
  cursor.acceptSymbol(';');
  if (cursor.peek().kind !== 'end') throw cursor.unexpected('<EOF>');
  return statement;
}

function parseOne(cursor: Cursor): Statement {
  if (cursor.isOne('select', 'with', 'values', 'table') || cursor.isSymbol('(')) return parseQuery(cursor);
  const { start: at } = cursor.peek();
  if (cursor.accept('show')) return parseShow(cursor, at);
  if (cursor.accept('describe') || cursor.accept('desc')) {
    if (cursor.isOne('input', 'output') && cursor.peek(1).kind !== 'end') throw cursor.refuse('DESCRIBE of a prepared statement');
    return { kind: 'show-columns', table: cursor.qualifiedName(), at };
  }
  if (cursor.accept('use')) {
    const { parts } = cursor.qualifiedName();
    const [first = '', second] = parts;
    if (parts.length > 2) throw cursor.refuse('USE with more than catalog.schema');
    return second === undefined ? { kind: 'use', schema: first, at } : { kind: 'use', catalog: first, schema: second, at };
  }
  if (cursor.accept('set', 'session') && !cursor.is('authorization')) {
    const { parts } = cursor.qualifiedName();
    cursor.expectSymbol('=');
    const value = parseExpression(cursor, { query: () => { throw cursor.refuse('A query as the value of a session property'); } });
    return { kind: 'set-session', name: parts.join('.'), value, at };
  }
  if (cursor.accept('reset', 'session') && !cursor.is('authorization')) return { kind: 'reset-session', name: cursor.qualifiedName().parts.join('.'), at };
  throw cursor.peek().kind === 'word' ? cursor.refuse(`The statement ${cursor.peek().text.toUpperCase()}`) : cursor.unexpected('a statement');
}

function parseShow(cursor: Cursor, at: number): Statement {
  if (cursor.accept('catalogs')) return { kind: 'show-catalogs', at, ...parseLike(cursor) };
  if (cursor.accept('schemas')) {
    const catalog = from(cursor) ? cursor.name() : undefined;
    return { kind: 'show-schemas', at, ...(catalog === undefined ? {} : { catalog }), ...parseLike(cursor) };
  }
  if (cursor.accept('tables')) {
    const schema = from(cursor) ? cursor.qualifiedName().parts : undefined;
    if (schema !== undefined && schema.length > 2) throw cursor.refuse('A schema name of more than two parts');
    return { kind: 'show-tables', at, ...(schema === undefined ? {} : { schema }), ...parseLike(cursor) };
  }
  if (cursor.accept('columns')) {
    if (!from(cursor)) throw cursor.unexpected('FROM');
    return { kind: 'show-columns', table: cursor.qualifiedName(), at, ...parseLike(cursor) };
  }
  if (cursor.accept('session')) return { kind: 'show-session', at };
  throw cursor.refuse(`SHOW ${cursor.peek().text.toUpperCase()}`);
}

const from = (cursor: Cursor): boolean => cursor.accept('from') || cursor.accept('in');

function parseLike(cursor: Cursor): { like?: Like } {
  if (!cursor.accept('like')) return {};
  const pattern = cursor.take();
  if (pattern.kind !== 'string') throw cursor.unexpected('a string');
  if (!cursor.accept('escape')) return { like: { pattern: pattern.text } };
  const escape = cursor.take();
  if (escape.kind !== 'string' || escape.text.length !== 1) throw cursor.unexpected('one character');
  return { like: { pattern: pattern.text, escape: escape.text } };
}
