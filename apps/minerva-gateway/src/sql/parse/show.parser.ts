import type { AnyStatement, Like } from '../statement.js';
import type { Cursor } from './cursor.js';

export function parseShow(cursor: Cursor, at: number): AnyStatement {
  const what = cursor.expectOne('catalogs', 'schemas', 'tables', 'columns', 'session', 'create', 'stats', 'functions', 'roles', 'current', 'role', 'grants', 'branches');
  switch (what) {
    case 'catalogs': return { kind: 'show-catalogs', at, ...like(cursor), end: cursor.end };
    case 'schemas': {
      const catalog = from(cursor) ? cursor.name() : undefined;
      return { kind: 'show-schemas', at, ...(catalog === undefined ? {} : { catalog }), ...like(cursor), end: cursor.end };
    }
    case 'tables': {
      const schema = from(cursor) ? cursor.qualifiedName().parts : undefined;
      if (schema !== undefined && schema.length > 2) throw cursor.refuse('A schema name of more than two parts');
      return { kind: 'show-tables', at, ...(schema === undefined ? {} : { schema }), ...like(cursor), end: cursor.end };
    }
    case 'columns': {
      if (!from(cursor)) throw cursor.unexpected('FROM');
      const table = described(cursor);
      return { kind: 'show-columns', table, at, ...like(cursor), end: cursor.end };
    }
    // Whether only some properties are wanted makes no difference to what they are.
    case 'session': return { kind: 'show-session', at, ...like(cursor), end: cursor.end };
    case 'create': return parseShowCreate(cursor, at);
    case 'stats': return parseShowStats(cursor, at);
    case 'functions': {
      if (from(cursor)) cursor.qualifiedName();
      return { kind: 'show-functions', at, ...like(cursor), end: cursor.end };
    }
    default: return parseShowAccess(cursor, what, at);
  }
}

function parseShowAccess(cursor: Cursor, what: string, at: number): AnyStatement {
  if (what === 'branches') {
    if (!from(cursor)) throw cursor.unexpected('FROM');
    cursor.expect('table');
    described(cursor);
    return { kind: 'show-branches', at, end: cursor.end };
  }
  if (what === 'grants') {
    if (cursor.accept('on')) {
      cursor.accept('table');
      cursor.tableName();
    }
    return { kind: 'show-grants', at, end: cursor.end };
  }
  if (what === 'current') cursor.expect('roles');
  if (what === 'role') cursor.expect('grants');
  if (from(cursor)) cursor.name();
  return { kind: 'show-roles', at, end: cursor.end };
}

function described(cursor: Cursor): ReturnType<Cursor['tableName']> {
  const table = cursor.tableName();
  cursor.references.add(table, 'describe', 'statement');
  return table;
}

function parseShowCreate(cursor: Cursor, at: number): AnyStatement {
  const first = cursor.expectOne('table', 'schema', 'view', 'materialized', 'function');
  if (first === 'materialized') cursor.expect('view');
  if (first === 'schema' || first === 'function') {
    cursor.qualifiedName();
    return { kind: 'administrative', what: `SHOW CREATE ${first.toUpperCase()}`, at, end: cursor.end };
  }
  return { kind: 'show-create', object: first === 'materialized' ? 'materialized view' : first, table: described(cursor), at, end: cursor.end };
}

function parseShowStats(cursor: Cursor, at: number): AnyStatement {
  cursor.expect('for');
  if (cursor.isSymbol('(')) {
    const query = cursor.parenthesized(() => cursor.query());
    return { kind: 'show-stats', query, at, end: cursor.end };
  }
  const table = described(cursor);
  return { kind: 'show-stats', table, at, end: cursor.end };
}

export function parseDescribe(cursor: Cursor, at: number): AnyStatement {
  if (cursor.isOne('input', 'output') && cursor.isName(1)) {
    const what = cursor.take().text;
    return { kind: what === 'input' ? 'describe-input' : 'describe-output', name: cursor.name(), at, end: cursor.end };
  }
  return { kind: 'show-columns', table: described(cursor), at, end: cursor.end };
}

const from = (cursor: Cursor): boolean => cursor.accept('from') || cursor.accept('in');

function like(cursor: Cursor): { like?: Like } {
  if (!cursor.accept('like')) return {};
  const pattern = cursor.string();
  if (!cursor.accept('escape')) return { like: { pattern } };
  const escape = cursor.string();
  if (escape.length !== 1) throw cursor.unexpected('one character');
  return { like: { pattern, escape } };
}
