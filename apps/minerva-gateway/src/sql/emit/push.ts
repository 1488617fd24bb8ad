import type { Expression } from '../ast.js';
import { isNumeric } from '../types/type.js';
import type { Place } from './context.js';
import { emit } from './expression.js';
import type { Fragment } from './fragment.js';
import type { Pushed, Scan } from './scan.js';

const MIRROR = { '=': '=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' } as const;

/**
 * Hands the simple comparisons of a WHERE clause to the scans of the same FROM clause. They drop NULLs, so this is right on
 * either side of an outer join too. A masked column is never among them: the source would compare the clear value. Tells whether
 * nothing of the clause is left over.
 */
export function pushDown(where: Expression, scans: readonly Scan[], place: Place): boolean {
  const terms = where.kind === 'logical' && where.operator === 'and' ? where.terms : [where];
  return terms.map((term) => pushTerm(term, scans, place)).every(Boolean);
}

function pushTerm(term: Expression, scans: readonly Scan[], place: Place): boolean {
  if (term.kind === 'compare' && term.operator !== '<>') {
    const [left, right] = [simple(term.left, place), simple(term.right, place)];
    if (left === undefined || right === undefined) return false;
    return [push(left, [right], term.operator, scans), push(right, [left], MIRROR[term.operator], scans)].some(Boolean);
  }
  if (term.kind === 'between' && !term.negated) {
    const [operand, low, high] = [simple(term.operand, place), simple(term.low, place), simple(term.high, place)];
    if (operand === undefined || low === undefined || high === undefined) return false;
    return [push(operand, [low], '>=', scans), push(operand, [high], '<=', scans)].every(Boolean);
  }
  if (term.kind !== 'in-list' || term.negated || term.items.length > 1_000) return false;
  const [operand, ...items] = [term.operand, ...term.items].map((item) => simple(item, place));
  return operand !== undefined && items.every((item) => item !== undefined) && push(operand, items, '=', scans);
}

/** Names and literals only; anything else stays with the engine. */
const simple = (expression: Expression, place: Place): Fragment | undefined =>
  ['name', 'number', 'string', 'typed'].includes(expression.kind) ? emit(expression, place) : undefined;

function push({ column, type }: Fragment, literals: readonly Fragment[], operator: Pushed['operator'], scans: readonly Scan[]): boolean {
  const scan = scans.find(({ id }) => id === column?.scan);
  if (column === undefined || !column.plain || scan === undefined) return false;
  const values = literals.flatMap(({ literal }) => (literal === undefined ? [] : [literal]));
  const fits = literals.every((literal) => {
    if (literal.literal === undefined) return false;
    if (typeof literal.literal === 'number') return ['smallint', 'integer', 'bigint', 'decimal'].includes(type.kind) && isNumeric(literal.type) && literal.type.kind !== 'double' && Number.isSafeInteger(literal.literal);
    if (type.kind === 'varchar') return operator === '=' && literal.type.kind === 'varchar';
    return type.kind === 'date' && literal.type.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(literal.literal);
  });
  if (!fits || values.length !== literals.length) return false;
  scan.push({ column: column.column, operator, values });
  return true;
}
