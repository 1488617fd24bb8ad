import type { Expression, GroupElement, Select, SelectItem } from '../ast.js';
import { parseWindow } from './call.parser.js';
import type { Cursor } from './cursor.js';
import type { NameScope } from './references.js';
import { parseRelation } from './relation.parser.js';

/** One SELECT, and the scope in which sort keys behind it are to be understood. */
export function parseSelect(cursor: Cursor): { body: Select; scope: NameScope } {
  const at = cursor.token.start;
  cursor.expect('select');
  const around = cursor.references.open();
  const { scope } = cursor.references;
  const distinct = cursor.accept('distinct');
  if (!distinct) cursor.accept('all');
  const items = [parseItem(cursor)];
  while (cursor.acceptSymbol(',')) items.push(parseItem(cursor));
  const select: Select = { kind: 'select', distinct, items, from: [], windows: [], at, end: at };
  if (cursor.token.kind === 'word') parseClauses(cursor, select);
  cursor.references.scope = around;
  return { body: { ...select, end: cursor.end }, scope };
}

function parseClauses(cursor: Cursor, select: Select): void {
  if (cursor.accept('from')) {
    select.from.push(parseRelation(cursor));
    while (cursor.acceptSymbol(',')) select.from.push(parseRelation(cursor));
  }
  if (cursor.accept('where')) select.where = cursor.expression();
  if (cursor.accept('group', 'by')) parseGroups(cursor, select);
  if (cursor.accept('having')) select.having = cursor.expression();
  if (cursor.is('window') && cursor.isName(1)) {
    cursor.take();
    select.windows = cursor.list(() => {
      const name = cursor.name();
      cursor.expect('as');
      return { name, spec: cursor.parenthesized(() => parseWindow(cursor)) };
    });
  }
}

function parseItem(cursor: Cursor): SelectItem {
  const at = cursor.token.start;
  if (cursor.acceptSymbol('*')) return { kind: 'star', at, end: cursor.end };
  const star = parseStar(cursor);
  if (star !== undefined) return star;
  const expression = cursor.expression();
  if (cursor.isSymbol('.') && cursor.isSymbol('*', 1)) return parseRowStar(cursor, expression, at);
  const alias = cursor.accept('as') || isAlias(cursor) ? cursor.name() : undefined;
  return alias === undefined ? { kind: 'column', expression, at, end: cursor.end } : { kind: 'column', expression, alias, at, end: cursor.end };
}

function parseStar(cursor: Cursor): SelectItem | undefined {
  if (!cursor.isSymbol('.', 1)) return undefined;
  let ahead = 0;
  while (cursor.isName(ahead) && cursor.isSymbol('.', ahead + 1)) ahead += 2;
  if (ahead === 0 || !cursor.isSymbol('*', ahead)) return undefined;
  const at = cursor.token.start;
  const qualifier: string[] = [];
  const ends: number[] = [];
  while (!cursor.acceptSymbol('*')) {
    qualifier.push(cursor.name());
    if (qualifier.length > 1) ends.push(cursor.end);
    cursor.expectSymbol('.');
  }
  if (qualifier.length > 1) cursor.references.names.push({ parts: [...qualifier, '*'], at, ends, scope: cursor.references.scope });
  if (!cursor.is('as')) return { kind: 'star', qualifier, at, end: cursor.end };
  const aliases = starAliases(cursor);
  return { kind: 'row-star', operand: { kind: 'name', parts: qualifier, at, end: cursor.end }, aliases, at, end: cursor.end };
}

function starAliases(cursor: Cursor): string[] {
  cursor.expect('as');
  return cursor.parenthesized(() => cursor.names());
}

/** `(row).*` */
function parseRowStar(cursor: Cursor, operand: Expression, at: number): SelectItem {
  cursor.take();
  cursor.take();
  const aliases = cursor.is('as') ? starAliases(cursor) : undefined;
  return { kind: 'row-star', operand, at, end: cursor.end, ...(aliases === undefined ? {} : { aliases }) };
}

/** Whether the name that comes next is an alias, and not the first word of a clause that could also be a name. */
export function isAlias(cursor: Cursor): boolean {
  if (!cursor.isName()) return false;
  const { kind, text } = cursor.token;
  if (kind === 'quoted') return true;
  const next = cursor.peek(1);
  switch (text) {
    case 'limit': return !(next.kind === 'integer' || cursor.isWord('all', 1) || cursor.isSymbol('?', 1));
    case 'offset': return !(next.kind === 'integer' || cursor.isSymbol('?', 1));
    case 'fetch': return !(cursor.isWord('first', 1) || cursor.isWord('next', 1));
    case 'window': return !(cursor.isName(1) && cursor.isWord('as', 2));
    case 'tablesample': return !((cursor.isWord('bernoulli', 1) || cursor.isWord('system', 1)) && cursor.isSymbol('(', 2));
    case 'match_recognize': return !cursor.isSymbol('(', 1);
    default: return true;
  }
}

function parseGroups(cursor: Cursor, select: Select): void {
  if (cursor.accept('distinct')) select.grouping = 'distinct';
  else if (!cursor.accept('all') && cursor.accept('auto')) {
    select.grouping = 'auto';
    select.groupBy = [];
    return;
  }
  select.groupBy = cursor.list(() => parseGroup(cursor));
}

function parseGroup(cursor: Cursor): GroupElement {
  const set = (): Expression[] => {
    if (!cursor.isSymbol('(') || cursor.isQueryInParentheses()) return [cursor.expression()];
    if (cursor.isSymbol(')', 1)) {
      cursor.take();
      cursor.take();
      return [];
    }
    return unpacked(cursor.expression());
  };
  const sets = (): Expression[][] => cursor.parenthesized(() => (cursor.isSymbol(')') ? [] : cursor.list(set)));
  if (cursor.isOne('rollup', 'cube')) return { kind: cursor.take().text as 'rollup', sets: sets() };
  if (cursor.accept('grouping', 'sets')) return { kind: 'sets', sets: sets() };
  if (cursor.isSymbol('(') && cursor.isSymbol(')', 1)) return { kind: 'sets', sets: [set()] };
  return { kind: 'simple', expressions: unpacked(cursor.expression()) };
}

/** `(a, b)` groups by both. */
const unpacked = (value: Expression): Expression[] =>
  (value.kind === 'row' && value.items.every(({ name }) => name === undefined) ? value.items.map((item) => item.value) : [value]);
