import type { Query, QueryBody } from '../ast.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { commonType, formatType, isMixed } from '../types/type.js';
import { aligned } from './aligned.js';
import type { CommonQuery, EmittedQuery, OutputColumn } from './context.js';
import type { QueryPlace } from './query.js';

interface Definition { readonly name: string; readonly columns?: readonly string[]; readonly inner: Query }

/** A query of WITH RECURSIVE that reads itself; `undefined` for one that does not. Its first part says what columns there are. */
export function recursive({ name, columns, inner }: Definition, place: QueryPlace, emitBody: (body: QueryBody, place: QueryPlace) => EmittedQuery): { known: CommonQuery; sql: string } | undefined {
  const { body } = inner;
  if (!mentions(inner, name)) return undefined;
  if (body.kind !== 'set' || body.operator !== 'union' || !body.all || mentions(body.left, name) || inner.with.length + inner.orderBy.length > 0 || inner.limit !== undefined || inner.offset !== undefined) {
    throw notSupported('A recursive query that is not a plain UNION ALL of a start and a step');
  }
  if (columns === undefined) throw new TrinoFailure('MISSING_COLUMN_ALIASES', 'missing column aliases in recursive WITH query');
  const start = emitBody(body.left, place);
  if (start.columns.length !== columns.length) throw new TrinoFailure('SYNTAX_ERROR', `'${name}' has ${start.columns.length} columns but ${columns.length} names`);
  const known: CommonQuery = { sqlName: place.context.fresh('w'), columns: start.columns.map((column, index) => ({ ...column, name: columns[index] ?? '' })) };
  const step = emitBody(body.right, { ...place, common: new Map([...place.common, [name, known]]) });
  step.columns.forEach((column, index) => assertFits(column, known.columns[index], index));
  if (step.columns.length !== columns.length) throw new TrinoFailure('TYPE_MISMATCH', `'${name}' has ${columns.length} columns, its step ${step.columns.length}`);
  const origins = known.columns.map((column, index) => ({ ...column, origins: [...new Set([...(column.origins ?? []), ...(step.columns[index]?.origins ?? [])])] }));
  // A column may pass into another from one step to the next, so that each is computed from all.
  const all = [...new Set(origins.flatMap((column) => column.origins))];
  return { known: { ...known, columns: known.columns.map((column) => ({ ...column, origins: all })) }, sql: `${aligned(start, known.columns)} UNION ALL ${aligned(step, known.columns)}` };
}

function assertFits(given: OutputColumn, wanted: OutputColumn | undefined, index: number): void {
  const common = wanted === undefined ? undefined : commonType(given.type, wanted.type);
  if (wanted !== undefined && (common === undefined || formatType(common) !== formatType(wanted.type))) {
    throw new TrinoFailure('TYPE_MISMATCH', `recursion step relation output type (${formatType(given.type)}) is not coercible to recursion base relation output type (${formatType(wanted.type)}) at column ${index + 1}`);
  }
  if (wanted !== undefined && common !== undefined && isMixed(common) && !isMixed(wanted.type)) throw notSupported('A recursive query whose moments change their time zone from step to step');
}

/** Whether a table of this bare name is read anywhere in it. */
function mentions(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => mentions(item, name));
  if (typeof value !== 'object' || value === null) return false;
  const { table } = value as { table?: { parts?: string[] } };
  if (table?.parts?.length === 1 && table.parts[0] === name) return true;
  return Object.values(value).some((part) => mentions(part, name));
}
