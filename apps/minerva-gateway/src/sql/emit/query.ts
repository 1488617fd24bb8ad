import type { Expression, GroupElement, Query, QueryBody, RowCount, Select, SortItem, TableName, Values, WindowSpec } from '../ast.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { unify } from '../functions/signature.js';

import { commonType, formatType, isNested, type Type } from '../types/type.js';
import { aligned } from './aligned.js';
import { sortItems } from './call.js';
import { exactly } from './casts.js';
import type { CommonQueries, CommonQuery, EmitContext, EmittedQuery, OutputColumn, Place } from './context.js';
import { condition, emit } from './expression.js';
import type { Fragment } from './fragment.js';
import { narrow } from './narrow.js';
import { pushDown } from './push.js';
import { recursive } from './recursive.js';
import { type EmittedRelation, emitRelation, fieldsOf } from './relation.js';
import { Scope } from './scope.js';
import { isWeighable } from './weight.js';

export interface QueryPlace { readonly context: EmitContext; readonly common: CommonQueries; readonly parent?: Scope }

/** Writes a query. Its columns are called `c1`, `c2`, … in the engine. */
export function emitQuery(query: Query, place: QueryPlace): EmittedQuery {
  const common = new Map(place.common);
  const definitions = query.with.map(({ name, columns, query: inner, materialized }) => {
    if (query.with.filter((other) => other.name === name).length > 1) throw new TrinoFailure('SYNTAX_ERROR', `WITH query name '${name}' specified more than once`);
    const repeated = query.recursive === true ? recursive({ name, inner, ...(columns === undefined ? {} : { columns }) }, { ...place, common: new Map(common) }, emitBody) : undefined;
    if (repeated !== undefined) {
      common.set(name, repeated.known);
      return `${repeated.known.sqlName} AS (${repeated.sql})`;
    }
    const emitted = emitQuery(inner, { ...place, common: new Map(common) });
    if (columns !== undefined && columns.length !== emitted.columns.length) throw new TrinoFailure('SYNTAX_ERROR', `'${name}' has ${emitted.columns.length} columns but ${columns.length} names`);
    const known: CommonQuery = { sqlName: place.context.fresh('w'), columns: emitted.columns.map((column, index) => ({ ...column, name: columns?.[index] ?? column.name })) };
    common.set(name, known);
    return `${known.sqlName} AS ${materialized === true ? 'MATERIALIZED ' : ''}(${emitted.sql})`;
  });
  const inner: QueryPlace = { ...place, common };
  const body = query.body.kind === 'select' ? emitSelect(query.body, inner, query) : ordered(emitBody(query.body, inner), query, inner);
  return { sql: `${definitions.length === 0 ? '' : `WITH ${query.recursive === true ? 'RECURSIVE ' : ''}${definitions.join(', ')} `}${body.sql}`, columns: body.columns };
}

type Tail = Pick<Query, 'orderBy' | 'offset' | 'limit'>;

const limits = ({ offset, limit }: Tail): string => `${limit === undefined ? '' : ` LIMIT ${count(limit)}`}${offset === undefined ? '' : ` OFFSET ${count(offset)}`}`;

function count(rows: RowCount): string {
  if (typeof rows !== 'string') throw notSupported('A parameter without a value');
  return String(BigInt(rows));
}

function placeOf(place: QueryPlace, scope: Scope, windows: ReadonlyMap<string, WindowSpec> = new Map()): Place {
  return { context: place.context, common: place.common, scope, windows, emitQuery };
}

/** ORDER BY and LIMIT around a body that is not one SELECT; only its output columns can be named there. */
function ordered(body: EmittedQuery, tail: Tail, place: QueryPlace): EmittedQuery {
  if (tail.orderBy.length === 0 && tail.limit === undefined && tail.offset === undefined) return body;
  const sqlName = place.context.fresh('r');
  const outputs = body.columns.map(({ type }, index): Fragment => ({ sql: `${sqlName}.c${index + 1}`, type }));
  const inner = placeOf(place, new Scope(fieldsOf(body.columns, sqlName, undefined, place.context), place.parent));
  const list = outputs.map(({ sql }, index) => `${sql} AS c${index + 1}`).join(', ');
  return { sql: `SELECT ${list} FROM (${body.sql}) AS ${sqlName}${orderSql(tail.orderBy, outputs, inner)}${limits(tail)}`, columns: body.columns };
}

function orderSql(items: readonly SortItem[], outputs: readonly Fragment[], place: Place): string {
  if (items.length === 0) return '';
  return ` ORDER BY ${sortItems(items, place, (expression) => sortable(ordinal(expression, outputs) ?? emit(expression, place)))}`;
}

const sortable = (value: Fragment): Fragment => {
  if (value.type.kind === 'opaque' || isNested(value.type)) throw notSupported(`Ordering or grouping by ${formatType(value.type)}`);
  return value;
};

/** A whole number in ORDER BY and GROUP BY means the output column at that place. */
function ordinal(expression: Expression, outputs: readonly Fragment[]): Fragment | undefined {
  if (expression.kind !== 'number' || expression.form !== 'integer') return undefined;
  const output = outputs[Number(expression.text) - 1];
  if (output === undefined) throw new TrinoFailure('SYNTAX_ERROR', `ORDER BY or GROUP BY position ${expression.text} is not in select list`);
  return output;
}

function emitBody(body: QueryBody, place: QueryPlace): EmittedQuery {
  switch (body.kind) {
    case 'query': return emitQuery(body, place);
    case 'select': return emitSelect(body, place, { orderBy: [] });
    case 'values': return emitValues(body, place);
    case 'table-body': return emitTable(body.table, place);
    case 'set': {
      const [left, right] = [emitBody(body.left, place), emitBody(body.right, place)];
      if (left.columns.length !== right.columns.length) throw new TrinoFailure('TYPE_MISMATCH', `${body.operator.toUpperCase()} query has different number of fields: ${left.columns.length}, ${right.columns.length}`);
      const columns = left.columns.map(({ name, type, origins = [] }, index): OutputColumn => {
        const other = right.columns[index];
        return { name, type: both(type, other?.type, index, body.operator), origins: [...new Set([...origins, ...(other?.origins ?? [])])] };
      });
      return { sql: `(${aligned(left, columns)}) ${body.operator.toUpperCase()}${body.all ? ' ALL' : ''} (${aligned(right, columns)})`, columns };
    }
  }
}

function both(left: Type, right: Type | undefined, index: number, operator: string): Type {
  const common = right === undefined ? undefined : commonType(left, right);
  if (common === undefined) throw new TrinoFailure('TYPE_MISMATCH', `column ${index + 1} in ${operator.toUpperCase()} query has incompatible types: ${formatType(left)}, ${right === undefined ? '' : formatType(right)}`);
  return common;
}

/** `TABLE t` is `SELECT * FROM t`. */
function emitTable(table: TableName, place: QueryPlace): EmittedQuery {
  const select: Select = { kind: 'select', distinct: false, items: [{ ...table, kind: 'star' }], from: [{ ...table, kind: 'table', table }], windows: [], at: table.at, end: table.end };
  return emitSelect(select, place, { orderBy: [] });
}

function emitValues(values: Values, place: QueryPlace): EmittedQuery {
  const inner = placeOf(place, new Scope([], place.parent));
  const { value: rows, origins } = place.context.tracing(() => values.rows.map((row) => row.map((value) => emit(value, inner))));
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) throw new TrinoFailure('TYPE_MISMATCH', 'Values rows have mismatched sizes');
  const types = Array.from({ length: width }, (_, index) => unify(rows.map((row) => row[index] as Fragment), 'VALUES').type);
  const sqlName = place.context.fresh('r');
  const list = rows.map((row) => `(${row.map((value, index) => exactly(value, types[index] as Type)).join(', ')})`).join(', ');
  const names = types.map((_, index) => `c${index + 1}`).join(', ');
  return { sql: `SELECT ${names} FROM (VALUES ${list}) AS ${sqlName}(${names})`, columns: types.map((type) => ({ name: '', type, origins })) };
}

/** One SELECT with the ORDER BY and LIMIT that belong to it, since they may name what it does not show. */
function emitSelect(select: Select, place: QueryPlace, tail: Tail): EmittedQuery {
  const outside = placeOf(place, new Scope([], place.parent));
  const relations: EmittedRelation[] = [];
  for (const relation of select.from) relations.push(emitRelation(relation, outside, relations.flatMap(({ fields }) => fields)));
  const scope = new Scope(relations.flatMap(({ fields }) => fields), place.parent);
  const weigh = relations[0]?.weigh;
  const weight = weigh !== undefined && isWeighable(select, tail.orderBy) ? weigh() : undefined;
  const inner = { ...placeOf(place, scope, new Map(select.windows.map(({ name, spec }) => [name, spec]))), ...(weight === undefined ? {} : { weight }) };
  const outputs = select.items.flatMap((item) => outputOf(item, inner));
  const fragments = outputs.map(({ fragment }) => fragment);
  const { where, exact } = whereOf(select.where, relations, inner);
  narrow(select, relations, inner);
  if (exact && isPlain(select, tail)) relations[0]?.scans[0]?.limit(BigInt(count(tail.limit ?? '0')) + BigInt(count(tail.offset ?? '0')));
  const list = fragments.map(({ sql }, index) => `${sql} AS c${index + 1}`).join(', ');
  const from = relations.length === 0 ? '' : ` FROM ${relations.map(({ sql }, index) => (index > 0 && select.from[index]?.kind === 'join' ? `(${sql})` : sql)).join(' CROSS JOIN ')}`;
  const groups = select.groupBy === undefined ? '' : ` GROUP BY ${select.groupBy.map((group) => groupOf(group, fragments, inner)).join(', ')}`;
  const having = select.having === undefined ? '' : ` HAVING ${condition(emit(select.having, inner))}`;
  const order = orderSql(tail.orderBy, fragments, { ...inner, scope: scope.withOutputs(named(outputs)) });
  return {
    sql: `SELECT ${select.distinct ? 'DISTINCT ' : ''}${list}${from}${where}${groups}${having}${order}${limits(tail)}`,
    columns: outputs.map(({ name, fragment, origins }) => ({ name, type: fragment.type, origins })),
  };
}

/** The WHERE clause, and whether the sources judge all of it as well. */
function whereOf(where: Select['where'], relations: readonly EmittedRelation[], place: Place): { where: string; exact: boolean } {
  if (where === undefined) return { where: '', exact: true };
  const scans = relations.flatMap((relation) => relation.scans);
  const [only] = scans;
  const before = only?.seen ?? 0;
  const sql = condition(emit(where, place));
  const exact = pushDown(where, scans, place);
  if (place.weight === undefined || only === undefined || !exact || !only.isJudgedExactly) return { where: ` WHERE ${sql}`, exact };
  // The source keeps exactly the rows that would be kept here: what only this clause looks at need not come, and rows that differ in nothing else come together.
  only.comeWithoutSince(before);
  return { where: '', exact };
}

/** Rows of one table as they are, and not all of them: a look into it. */
function isPlain({ items, from, distinct, groupBy, having }: Select, { orderBy, limit }: Tail): boolean {
  const shows = items.every((item) => item.kind === 'star' || (item.kind !== 'row-star' && ['name', 'number', 'string'].includes(item.expression.kind)));
  return shows && from.length === 1 && from[0]?.kind === 'table' && !distinct && groupBy === undefined && having === undefined && orderBy.length === 0 && limit !== undefined;
}

interface Output { name: string; named: boolean; fragment: Fragment; origins: string[] }

function outputOf(item: Select['items'][number], place: Place): Output[] {
  if (item.kind === 'star') {
    return place.scope.star(item.qualifier, place.context.locate(item.at)).map(({ name, value }) => {
      const { value: fragment, origins } = place.context.tracing(value);
      return { name, named: true, fragment, origins };
    });
  }
  if (item.kind === 'row-star') throw notSupported('Naming the columns of *, or * of a row', place.context.locate(item.at));
  const implicit = item.expression.kind === 'name' ? item.expression.parts.at(-1) : undefined;
  const { value: fragment, origins } = place.context.tracing(() => emit(item.expression, place));
  return [{ name: item.alias ?? implicit ?? '', named: item.alias !== undefined, fragment, origins }];
}

/** Output names that ORDER BY may use; a name given twice means neither. */
function named(outputs: readonly Output[]): Map<string, Fragment> {
  const counts = Map.groupBy(outputs, ({ name }) => name);
  return new Map([...counts].flatMap(([name, [first, ...more]]) => (first?.named && name !== '' && more.length === 0 ? [[name, first.fragment]] : [])));
}

function groupOf(group: GroupElement, outputs: readonly Fragment[], place: Place): string {
  const one = (expression: Expression): string => sortable(ordinal(expression, outputs) ?? emit(expression, place)).sql;
  const set = (expressions: Expression[]): string => `(${expressions.map(one).join(', ')})`;
  if (group.kind === 'simple') return group.expressions.map(one).join(', ');
  return `${group.kind === 'sets' ? 'GROUPING SETS' : group.kind.toUpperCase()} (${group.sets.map(set).join(', ')})`;
}

