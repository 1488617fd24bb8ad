import type { RowPattern } from '../ast.js';
import type { Cursor } from './cursor.js';

type Clauses = Pick<RowPattern, 'measures' | 'subsets' | 'definitions' | 'options'>;
export type PatternClause = 'measures' | 'after' | 'initial' | 'seek' | 'pattern' | 'subset' | 'define';

/** MEASURES … DEFINE, of which `allowed` may stand here. The pattern itself is checked for its form and kept by no one: it names variables, no tables. */
export function parsePatternClauses(cursor: Cursor, allowed: readonly PatternClause[]): Clauses {
  const clauses: Clauses = { measures: [], subsets: [], definitions: [], options: [] };
  const may = (clause: PatternClause): boolean => allowed.includes(clause) && cursor.accept(clause);
  if (may('measures')) clauses.measures = cursor.list(() => {
    const expression = cursor.expression();
    cursor.expect('as');
    return { expression, name: cursor.name() };
  });
  if (!allowed.includes('pattern')) return clauses;
  parseRowsPerMatch(cursor, clauses);
  if (may('after')) parseSkip(cursor, clauses);
  if (may('initial')) clauses.options.push('initial');
  else if (may('seek')) clauses.options.push('seek');
  if (may('pattern')) cursor.parenthesized(() => parsePattern(cursor));
  if (may('subset')) clauses.subsets = cursor.list(() => {
    const name = cursor.name();
    cursor.expectSymbol('=');
    return { name, members: cursor.parenthesized(() => cursor.names()) };
  });
  if (may('define')) clauses.definitions = cursor.list(() => {
    const name = cursor.name();
    cursor.expect('as');
    return { name, condition: cursor.expression() };
  });
  return clauses;
}

function parseRowsPerMatch(cursor: Cursor, clauses: Clauses): void {
  if (cursor.accept('one', 'row')) {
    cursor.expect('per', 'match');
    clauses.options.push('one row per match');
  } else if (cursor.accept('all', 'rows')) {
    cursor.expect('per', 'match');
    let option = 'all rows per match';
    if (cursor.accept('show', 'empty')) {
      cursor.expect('matches');
      option += ' show empty matches';
    } else if (cursor.accept('omit', 'empty')) {
      cursor.expect('matches');
      option += ' omit empty matches';
    } else if (cursor.accept('with', 'unmatched')) {
      cursor.expect('rows');
      option += ' with unmatched rows';
    }
    clauses.options.push(option);
  }
}

function parseSkip(cursor: Cursor, clauses: Clauses): void {
  cursor.expect('match', 'skip');
  if (cursor.accept('past', 'last', 'row')) clauses.options.push('skip past last row');
  else {
    cursor.expect('to');
    if (cursor.accept('next', 'row')) clauses.options.push('skip to next row');
    else {
      const edge = cursor.isOne('first', 'last') && cursor.isName(1) ? `${cursor.take().text} ` : '';
      clauses.options.push(`skip to ${edge}${cursor.name()}`);
    }
  }
}

/** Alternatives of sequences of quantified primaries. */
function parsePattern(cursor: Cursor): void {
  cursor.enter();
  for (;;) {
    do parseQuantified(cursor);
    while (isPrimary(cursor));
    if (cursor.acceptSymbol('|')) continue;
    if (!cursor.acceptSymbol('||')) break;
  }
  cursor.leave();
}

const isPrimary = (cursor: Cursor): boolean => cursor.isName() || ['(', '^', '$', '{-'].some((symbol) => cursor.isSymbol(symbol));

function parseQuantified(cursor: Cursor): void {
  if (cursor.is('permute') && cursor.isSymbol('(', 1)) {
    cursor.take();
    cursor.parenthesized(() => cursor.list(() => parsePattern(cursor)));
  } else if (cursor.isSymbol('(')) {
    cursor.take();
    if (!cursor.isSymbol(')')) parsePattern(cursor);
    cursor.expectSymbol(')');
  } else if (cursor.acceptSymbol('{-')) {
    parsePattern(cursor);
    cursor.expectSymbol('-}');
  } else if (!cursor.acceptSymbol('^') && !cursor.acceptSymbol('$')) cursor.name();
  parseQuantifier(cursor);
}

function parseQuantifier(cursor: Cursor): void {
  if (cursor.acceptSymbol('{')) {
    if (cursor.token.kind === 'integer') cursor.take();
    if (cursor.acceptSymbol(',') && cursor.token.kind === 'integer') cursor.take();
    cursor.expectSymbol('}');
  } else if (!['*', '+', '?'].some((symbol) => cursor.acceptSymbol(symbol))) return;
  cursor.acceptSymbol('?');
}
