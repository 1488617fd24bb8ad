import type { Expression, JsonExpression, RareRelation } from '../ast.js';
import type { Cursor } from './cursor.js';
import { parseTypeName } from './type.parser.js';

const FUNCTIONS = new Set(['json_exists', 'json_value', 'json_query', 'json_object', 'json_array']);

export const isJsonFunction = (word: string): boolean => FUNCTIONS.has(word);

/** The JSON functions of the SQL standard, which have a grammar of their own. */
export function parseJsonFunction(cursor: Cursor): Expression {
  const { text, start: at } = cursor.take();
  const json: JsonExpression = { kind: 'json', function: text, input: [], passing: [], defaults: [], clauses: [], at, end: at };
  cursor.expectSymbol('(');
  if (text === 'json_object') parseObject(cursor, json);
  else if (text === 'json_array') parseArray(cursor, json);
  else {
    parsePathInvocation(cursor, json);
    if (text === 'json_exists') {
      if (cursor.isOne('true', 'false', 'unknown', 'error')) json.clauses.push(`${cursor.take().text} on error${onError(cursor)}`);
    } else {
      parseReturning(cursor, json);
      if (text === 'json_query') parseQueryOptions(cursor, json);
      parseBehaviours(cursor, json);
    }
  }
  cursor.expectSymbol(')');
  return { ...json, end: cursor.end };
}

function onError(cursor: Cursor): string {
  cursor.expect('on', 'error');
  return '';
}

function parseInput(cursor: Cursor, json: Pick<JsonExpression, 'clauses'>): Expression {
  const value = cursor.expression();
  parseFormat(cursor, json);
  return value;
}

function parseFormat(cursor: Cursor, json: Pick<JsonExpression, 'clauses'>): void {
  if (!cursor.accept('format')) return;
  cursor.expect('json');
  const encoding = cursor.accept('encoding') ? ` encoding ${cursor.expectOne('utf8', 'utf16', 'utf32')}` : '';
  json.clauses.push(`format json${encoding}`);
}

/** `input, 'path' [AS name] [PASSING value AS name, …]` */
function parsePathInvocation(cursor: Cursor, json: JsonExpression): void {
  json.input.push(parseInput(cursor, json));
  cursor.expectSymbol(',');
  json.path = cursor.string();
  if (cursor.accept('as')) cursor.name();
  if (cursor.accept('passing')) json.passing = parsePassing(cursor, json);
}

function parsePassing(cursor: Cursor, json: Pick<JsonExpression, 'clauses'>): { value: Expression; name: string }[] {
  return cursor.list(() => {
    const value = parseInput(cursor, json);
    cursor.expect('as');
    return { value, name: cursor.name() };
  });
}

function parseReturning(cursor: Cursor, json: JsonExpression): void {
  if (!cursor.accept('returning')) return;
  json.clauses.push(`returning ${parseTypeName(cursor)}`);
  parseFormat(cursor, json);
}

function parseQueryOptions(cursor: Cursor, json: Pick<JsonExpression, 'clauses'>): void {
  if (cursor.accept('without')) {
    cursor.accept('array');
    cursor.expect('wrapper');
    json.clauses.push('without wrapper');
  } else if (cursor.is('with') && (cursor.isWord('wrapper', 1) || cursor.isWord('array', 1) || cursor.isWord('conditional', 1) || cursor.isWord('unconditional', 1))) {
    cursor.take();
    const how = cursor.acceptOne('conditional', 'unconditional') ?? 'unconditional';
    cursor.accept('array');
    cursor.expect('wrapper');
    json.clauses.push(`with ${how} wrapper`);
  }
  const quotes = cursor.acceptOne('keep', 'omit');
  if (quotes !== undefined) {
    cursor.expect('quotes');
    if (cursor.accept('on', 'scalar')) cursor.expect('string');
    json.clauses.push(`${quotes} quotes`);
  }
}

/** NULL, ERROR, EMPTY ARRAY, EMPTY OBJECT or DEFAULT value, ON EMPTY and ON ERROR. */
function parseBehaviours(cursor: Cursor, json: Pick<JsonExpression, 'clauses' | 'defaults'>): void {
  for (const moment of ['empty', 'error']) {
    if (!cursor.isOne('null', 'error', 'empty', 'default')) continue;
    let behaviour = cursor.take().text;
    if (behaviour === 'default') json.defaults.push(cursor.expression());
    else if (behaviour === 'empty') behaviour += ` ${cursor.expectOne('array', 'object')}`;
    cursor.expect('on');
    if (moment === 'empty' && cursor.is('error')) {
      cursor.take();
      json.clauses.push(`${behaviour} on error`);
      return;
    }
    cursor.expect(moment);
    json.clauses.push(`${behaviour} on ${moment}`);
  }
}

function parseObject(cursor: Cursor, json: JsonExpression): void {
  if (!cursor.isSymbol(')') && !isOption(cursor)) {
    cursor.list(() => {
      const keyed = cursor.is('key') && !cursor.isSymbol(':', 1) && cursor.accept('key');
      json.input.push(cursor.expression());
      if (keyed) cursor.expect('value');
      else if (!cursor.acceptSymbol(':')) cursor.expect('value');
      json.input.push(parseInput(cursor, json));
    });
  }
  parseNulls(cursor, json);
  const unique = cursor.acceptOne('with', 'without');
  if (unique !== undefined) {
    cursor.expect('unique');
    cursor.accept('keys');
    json.clauses.push(`${unique} unique keys`);
  }
  parseReturning(cursor, json);
}

function parseArray(cursor: Cursor, json: JsonExpression): void {
  if (!cursor.isSymbol(')') && !isOption(cursor)) cursor.list(() => json.input.push(parseInput(cursor, json)));
  parseNulls(cursor, json);
  parseReturning(cursor, json);
}

const isOption = (cursor: Cursor): boolean => cursor.is('null', 'on', 'null') || cursor.is('absent', 'on', 'null') || (cursor.is('returning') && cursor.peek(1).kind === 'word') || cursor.is('with') || cursor.is('without', 'unique');

function parseNulls(cursor: Cursor, json: JsonExpression): void {
  const nulls = cursor.acceptOne('null', 'absent');
  if (nulls === undefined) return;
  cursor.expect('on', 'null');
  json.clauses.push(`${nulls} on null`);
}

/** JSON_TABLE, without its alias. */
export function parseJsonTable(cursor: Cursor): RareRelation & { kind: 'json-table' } {
  const at = cursor.take().start;
  const json: JsonExpression = { kind: 'json', function: 'json_table', input: [], passing: [], defaults: [], clauses: [], at, end: at };
  cursor.expectSymbol('(');
  parsePathInvocation(cursor, json);
  parseColumns(cursor, json);
  if (cursor.accept('plan')) {
    cursor.accept('default');
    cursor.parenthesized(() => parsePlan(cursor));
  }
  const behaviour = cursor.acceptOne('error', 'empty');
  if (behaviour !== undefined) cursor.expect('on', 'error');
  cursor.expectSymbol(')');
  return { kind: 'json-table', input: json.input[0] as Expression, passing: json.passing, defaults: json.defaults, at, end: cursor.end };
}

function parseColumns(cursor: Cursor, json: JsonExpression): void {
  cursor.enter();
  cursor.expect('columns');
  cursor.parenthesized(() => cursor.list(() => parseColumn(cursor, json)));
  cursor.leave();
}

function parseColumn(cursor: Cursor, json: JsonExpression): void {
  if (cursor.is('nested') && (cursor.isWord('path', 1) || cursor.isString(1))) {
    cursor.take();
    cursor.accept('path');
    cursor.string();
    if (cursor.accept('as')) cursor.name();
    return parseColumns(cursor, json);
  }
  cursor.name();
  if (cursor.accept('for')) return cursor.expect('ordinality');
  parseTypeName(cursor);
  parseFormat(cursor, json);
  if (cursor.accept('path')) cursor.string();
  parseQueryOptions(cursor, json);
  parseBehaviours(cursor, json);
}

/** The names of paths joined by words and symbols. */
function parsePlan(cursor: Cursor): void {
  cursor.enter();
  do {
    if (cursor.isSymbol('(')) cursor.parenthesized(() => parsePlan(cursor));
    else if (cursor.isName() || cursor.isOne('inner', 'outer', 'union', 'cross')) cursor.take();
    else throw cursor.unexpected('a plan');
  } while (cursor.acceptSymbol(',') || cursor.isName() || cursor.isSymbol('(') || cursor.isOne('inner', 'outer', 'union', 'cross'));
  cursor.leave();
}
