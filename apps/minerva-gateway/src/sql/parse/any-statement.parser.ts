import type { AnyStatement } from '../statement.js';
import type { Cursor } from './cursor.js';
import { parseAlter, parseComment, parseCreate, parseDrop } from './ddl.parser.js';
import { parseDeny, parseGrant, parseRevoke } from './grant.parser.js';
import { parseRootQuery } from './query.parser.js';
import { parseReset, parseSet, parseStart, parseUse } from './session.parser.js';
import { parseDescribe, parseShow } from './show.parser.js';
import { parseAnalyze, parseCall, parseDelete, parseInsert, parseMerge, parseRefresh, parseTruncate, parseUpdate } from './write.parser.js';

type Parser = (cursor: Cursor, at: number) => AnyStatement;

/** By first word, which each parser finds already taken. */
const STATEMENTS: Record<string, Parser> = {
  show: parseShow, describe: parseDescribe, desc: parseDescribe, use: parseUse, set: parseSet, reset: parseReset, explain: parseExplain,
  insert: parseInsert, delete: parseDelete, update: parseUpdate, merge: parseMerge, truncate: parseTruncate, refresh: parseRefresh, analyze: parseAnalyze, call: parseCall,
  create: parseCreate, drop: parseDrop, alter: parseAlter, comment: parseComment, grant: parseGrant, revoke: parseRevoke, deny: parseDeny,
  prepare: parsePrepare, execute: parseExecute, deallocate: parseDeallocate, start: parseStart, commit: ending('commit'), rollback: ending('rollback'),
};

export function parseAnyStatement(cursor: Cursor): AnyStatement {
  if (cursor.isOne('select', 'with', 'values', 'table') || cursor.isSymbol('(')) return parseRootQuery(cursor);
  const { kind, text, start: at } = cursor.token;
  const parser = kind === 'word' && Object.hasOwn(STATEMENTS, text) ? STATEMENTS[text] : undefined;
  if (parser === undefined) throw cursor.unexpected('a statement');
  cursor.enter();
  cursor.take();
  const statement = parser(cursor, at);
  cursor.leave();
  return statement;
}

function parseExplain(cursor: Cursor, at: number): AnyStatement {
  if (cursor.accept('access')) return { kind: 'explain-access', query: parseRootQuery(cursor), at, end: cursor.end };
  const analyze = cursor.accept('analyze');
  const options: string[] = [];
  if (analyze) {
    if (cursor.accept('verbose')) options.push('verbose');
  } else if (cursor.isSymbol('(') && (cursor.isWord('type', 1) || cursor.isWord('format', 1))) {
    cursor.parenthesized(() => cursor.list(() => {
      const option = cursor.expectOne('type', 'format');
      options.push(`${option} ${option === 'type' ? cursor.expectOne('logical', 'distributed', 'validate', 'io') : cursor.expectOne('text', 'graphviz', 'json')}`);
    }));
  }
  return { kind: 'explain', analyze, options, statement: parseAnyStatement(cursor), at, end: cursor.end };
}

function parsePrepare(cursor: Cursor, at: number): AnyStatement {
  const name = cursor.name();
  cursor.expect('from');
  const from = cursor.token.start;
  return { kind: 'prepare', name, from, statement: parseAnyStatement(cursor), at, end: cursor.end };
}

function parseExecute(cursor: Cursor, at: number): AnyStatement {
  if (cursor.is('immediate') && cursor.isString(1)) {
    cursor.take();
    const text = cursor.string();
    return { kind: 'execute-immediate', text, values: using(cursor), at, end: cursor.end };
  }
  return { kind: 'execute', name: cursor.name(), values: using(cursor), at, end: cursor.end };
}

const using = (cursor: Cursor): ReturnType<Cursor['expressions']> => (cursor.accept('using') ? cursor.expressions() : []);

function parseDeallocate(cursor: Cursor, at: number): AnyStatement {
  cursor.expect('prepare');
  return { kind: 'deallocate', name: cursor.name(), at, end: cursor.end };
}

function ending(action: 'commit' | 'rollback'): Parser {
  return (cursor, at) => {
    cursor.accept('work');
    return { kind: 'transaction', action, modes: [], at, end: cursor.end };
  };
}
