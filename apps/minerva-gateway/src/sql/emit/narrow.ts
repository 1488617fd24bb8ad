import type { Expression, Relation, Select } from '../ast.js';
import { TrinoFailure } from '../failure.js';
import { isWhole, type Type } from '../types/type.js';
import type { Place } from './context.js';
import { condition, emit } from './expression.js';
import type { Fragment } from './fragment.js';
import type { EmittedRelation } from './relation.js';
import type { Scan } from './scan.js';

/** More keys than these are not worth their telling. */
const MOST_KEYS = 10_000;

/**
 * Lets a database send only rows whose join key the other side has, where a condition leaves few of them there. Only among inner
 * joins: there every condition holds for every row of the result, so that a row without partner is of no use. The engine joins as ever.
 */
export function narrow(select: Select, relations: readonly EmittedRelation[], place: Place): void {
  const scans = relations.flatMap((relation) => relation.scans);
  if (scans.length < 2 || !scans.some(({ isInDatabase }) => isInDatabase) || !select.from.every(isInner)) return;
  const terms = [...termsOf(select.where), ...select.from.flatMap(joinTerms)].filter((term) => !holdsQuery(term));
  const own = Map.groupBy(terms.flatMap((term) => ownTerm(term, place) ?? []), ({ relation }) => relation);
  for (const term of terms) {
    const [left, right] = sidesOf(term, place);
    if (left === undefined || right === undefined) continue;
    for (const [key, other] of [[left, right], [right, left]] as const) {
      const conditions = own.get(relationOf(other.sql));
      if (conditions !== undefined) narrowBy(key, other, conditions.map(({ sql }) => sql), scans);
    }
  }
}

function narrowBy(key: Fragment, other: Fragment, conditions: readonly string[], scans: readonly Scan[]): void {
  const [scan, from] = [key, other].map(({ column }) => scans.find(({ id }) => id === column?.scan));
  const kind = kindOf(key.type, other.type);
  if (key.column?.plain !== true || kind === undefined || scan === undefined || from === undefined || scan === from) return;
  const where = [...conditions, `${other.sql} IS NOT NULL`].map((sql) => `(${sql})`).join(' AND ');
  const keys = `SELECT DISTINCT CAST(${other.sql} AS VARCHAR) AS k FROM ${from.placeholder} AS ${relationOf(other.sql)} WHERE ${where} LIMIT ${MOST_KEYS + 1}`;
  scan.narrow(key.column.column, from, { keys, kind, most: MOST_KEYS });
}

/** Types whose texts mean the same on both sides; what is equal to the engine must be to the database, too. */
function kindOf(left: Type, right: Type): 'number' | 'text' | 'date' | undefined {
  if (isWhole(left) && isWhole(right)) return 'number';
  if (left.kind !== right.kind) return undefined;
  return left.kind === 'varchar' ? 'text' : left.kind === 'date' ? 'date' : undefined;
}

const relationOf = (column: string): string => column.split('.')[0] ?? '';

function isInner(relation: Relation): boolean {
  return relation.kind !== 'join' || ((relation.type === 'inner' || relation.type === 'cross') && isInner(relation.left) && isInner(relation.right));
}

function joinTerms(relation: Relation): Expression[] {
  return relation.kind === 'join' ? [...termsOf(relation.on), ...joinTerms(relation.left), ...joinTerms(relation.right)] : [];
}

function termsOf(expression: Expression | undefined): Expression[] {
  if (expression === undefined) return [];
  return expression.kind === 'logical' && expression.operator === 'and' ? expression.terms.flatMap(termsOf) : [expression];
}

/** What holds a query would be another reading of its tables if it were written again. */
function holdsQuery(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsQuery);
  if (typeof value !== 'object' || value === null) return false;
  return (value as { kind?: string }).kind === 'query' || Object.values(value).some(holdsQuery);
}

function sidesOf(term: Expression, place: Place): [Fragment?, Fragment?] {
  if (term.kind !== 'compare' || term.operator !== '=' || term.left.kind !== 'name' || term.right.kind !== 'name') return [];
  const [left, right] = [written(term.left, place), written(term.right, place)];
  return left?.column === undefined || right?.column === undefined ? [] : [left, right];
}

/** A condition on columns of one relation only. */
function ownTerm(term: Expression, place: Place): { relation: string; sql: string } | undefined {
  const fragment = written(term, place);
  if (fragment === undefined) return undefined;
  const relations = new Set([...fragment.sql.matchAll(/\b([a-z]+\d+)\.[a-z]+\d*/g)].map(([, name]) => name ?? ''));
  const [relation] = relations;
  return relations.size === 1 && relation !== undefined ? { relation, sql: condition(fragment) } : undefined;
}

/** A name of ON may mean two things beside all the tables of the query; it is written where it stands, so nothing is lost here. */
function written(expression: Expression, place: Place): Fragment | undefined {
  try {
    return emit(expression, place);
  } catch (error) {
    if (error instanceof TrinoFailure) return undefined;
    throw error;
  }
}
