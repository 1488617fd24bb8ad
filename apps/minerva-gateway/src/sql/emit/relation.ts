import type { Alias, RareRelation, Relation } from '../ast.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { qualify } from '../names.js';
import { commonType, duckType, formatType } from '../types/type.js';
import { coerce } from './casts.js';
import type { EmitContext, EmittedQuery, OutputColumn, Place } from './context.js';
import { compare, condition, emit } from './expression.js';
import type { Fragment } from './fragment.js';
import type { Scan } from './scan.js';
import { type Field, Scope } from './scope.js';
import { emitUnnest } from './unnest.js';
import { assertSupported } from './supported.js';
import type { Table } from '../table.js';
import type { Weight } from './weight.js';

/**
 * A relation of a FROM clause: its SQL, the names it offers, and the base tables read directly in it. One that is a table of a database
 * can be had with equal rows together; `weigh` asks for that.
 */
export interface EmittedRelation { readonly sql: string; readonly fields: Field[]; readonly scans: Scan[]; weigh?(this: void): Weight }

const RARE: Record<Exclude<RareRelation['kind'], 'lateral' | 'unnest'>, string> = {
  'named-join': 'A name for a join in parentheses', sample: 'TABLESAMPLE', recognize: 'MATCH_RECOGNIZE', 'json-table': 'JSON_TABLE', 'table-function': 'A table function',
};

/** `left`: the names of the relations before it in the same FROM clause, which UNNEST and LATERAL may use. */
export function emitRelation(relation: Relation, place: Place, left: readonly Field[] = []): EmittedRelation {
  if (relation.kind === 'lateral') return derived(place.emitQuery(relation.query, { context: place.context, common: place.common, parent: beside(left, place) }), relation.alias, place);
  if (relation.kind === 'unnest') return emitUnnest(relation, { ...place, scope: beside(left, place) });
  if (relation.kind === 'derived') return derived(place.emitQuery(relation.query, outer(place)), relation.alias, place);
  if (relation.kind === 'join') return join(relation, place, left);
  if (relation.kind !== 'table') throw notSupported(RARE[relation.kind], place.context.locate(relation.at));
  const { table, alias } = relation;
  const common = table.parts.length === 1 ? place.common.get(table.parts[0] ?? '') : undefined;
  if (common !== undefined) {
    const sqlName = place.context.fresh('r');
    return { sql: `${common.sqlName} AS ${sqlName}`, fields: fieldsOf(common.columns, sqlName, alias ?? { name: table.parts[0] ?? '' }, place.context), scans: [] };
  }
  return baseTable(qualify(table, place.context.defaults), alias, place);
}

const beside = (left: readonly Field[], place: Place): Scope => new Scope(left, place.scope.parent);

/** A relation sees no names of its neighbours, unless it is LATERAL, but those of the queries around its query. */
const outer = (place: Place): Parameters<Place['emitQuery']>[1] => ({ context: place.context, common: place.common, ...(place.scope.parent === undefined ? {} : { parent: place.scope.parent }) });

export function baseTable([catalog, schema, table]: [string, string, string], alias: Alias | undefined, place: Place): EmittedRelation {
  const scan = place.context.scan(`${catalog}.${schema}.${table}`);
  const sqlName = place.context.fresh('r');
  const qualifiers = alias === undefined ? [[table], [schema, table], [catalog, schema, table]] : [[alias.name]];
  const origins = scan.table.source.kind === 'view' ? emitView(scan, scan.table.source, place) : [];
  const names = scan.table.columns.map(({ name }) => name.toLowerCase());
  if (new Set(names).size !== names.length) throw notSupported(`The table ${scan.table.name} (two of its columns differ only in case)`);
  checkAliases(alias, names.length);
  const fields = names.map((name, index): Field => ({ name: alias?.columns?.[index] ?? name, qualifiers, value: () => {
    place.context.touch([`${scan.table.name}#${name}`, ...(origins[index] ?? [])]);
    return scan.column(name, sqlName);
  } }));
  return { sql: `${scan.placeholder} AS ${sqlName}`, fields, scans: [scan], ...(scan.table.source.kind === 'postgres' ? { weigh: () => ({ sql: scan.weigh(sqlName), scan }) } : {}) };
}

/**
 * A view is its query, read by whoever asks: every table in it is decided for that user, and nothing of whoever made the view counts.
 * Answers what each column is computed from.
 */
function emitView(scan: Scan, { text, query, defaults }: Extract<Table['source'], { kind: 'view' }>, place: Place): (readonly string[])[] {
  const { name, columns } = scan.table;
  return place.context.inView(name, text, defaults, (context) => {
    assertSupported(query, (at) => context.locate(at));
    const emitted = place.emitQuery(query, { context, common: new Map() });
    const same = emitted.columns.length === columns.length && emitted.columns.every(({ type }, index) => formatType(type) === columns[index]?.type);
    if (!same) throw new TrinoFailure('VIEW_IS_STALE', `View '${name}' is stale or in invalid state: its tables changed; create it anew`);
    scan.fill(emitted.sql, emitted.columns.map(({ type }) => type));
    return emitted.columns.map(({ origins = [] }) => origins);
  });
}

function derived(query: EmittedQuery, alias: Alias | undefined, place: Place): EmittedRelation {
  const sqlName = place.context.fresh('r');
  return { sql: `(${query.sql}) AS ${sqlName}`, fields: fieldsOf(query.columns, sqlName, alias, place.context), scans: [] };
}

export function fieldsOf(columns: readonly OutputColumn[], sqlName: string, alias: Alias | undefined, context: EmitContext): Field[] {
  checkAliases(alias, columns.length);
  return columns.map(({ name, type, origins }, index) => ({
    name: alias?.columns?.[index] ?? name,
    qualifiers: alias === undefined ? [] : [[alias.name]],
    value: () => {
      context.touch(origins);
      return { sql: `${sqlName}.c${index + 1}`, type };
    },
  }));
}

function checkAliases(alias: Alias | undefined, count: number): void {
  if (alias?.columns !== undefined && alias.columns.length !== count) {
    throw new TrinoFailure('SYNTAX_ERROR', `Column alias list has ${alias.columns.length} entries but '${alias.name}' has ${count} columns available`);
  }
}

function join(relation: Extract<Relation, { kind: 'join' }>, place: Place, before: readonly Field[]): EmittedRelation {
  const left = emitRelation(relation.left, place, before);
  if ((relation.right.kind === 'unnest' || relation.right.kind === 'lateral') && !lateralJoin(relation)) throw notSupported('LATERAL or UNNEST on the right of a join other than CROSS, INNER, and LEFT with ON TRUE', place.context.locate(relation.at));
  const right = emitRelation(relation.right, place, [...before, ...left.fields]);
  const scans = [...left.scans, ...right.scans];
  const word = `${relation.type.toUpperCase()} JOIN`;
  if (relation.type === 'cross') return { sql: `${left.sql} CROSS JOIN ${nested(relation.right, right.sql)}`, fields: [...left.fields, ...right.fields], scans };
  const using = relation.natural === true ? shared(left.fields, right.fields) : relation.using;
  if (using === undefined) {
    const fields = [...left.fields, ...right.fields];
    const on = relation.on === undefined ? 'true' : condition(emit(relation.on, { ...place, scope: new Scope(fields, place.scope.parent) }));
    return { sql: `${left.sql} ${word} ${nested(relation.right, right.sql)} ON ${on}`, fields, scans };
  }
  const pairs = using.map((name) => pair(name, left.fields, right.fields, relation.type, place.context));
  const rest = (fields: Field[]): Field[] => fields.filter((field) => !using.includes(field.name));
  const on = pairs.map(({ equal }) => equal).join(' AND ');
  return {
    sql: `${left.sql} ${word} ${nested(relation.right, right.sql)} ON ${on}`,
    fields: [...pairs.map(({ field }) => field), ...rest(left.fields), ...rest(right.fields)], scans,
  };
}

const lateralJoin = ({ type, on, using, natural }: Extract<Relation, { kind: 'join' }>): boolean =>
  type === 'cross' || (using === undefined && natural !== true && (type === 'inner' || (type === 'left' && on?.kind === 'boolean' && on.value)));

/** The columns by which NATURAL JOIN joins: those that both sides have. */
function shared(left: Field[], right: Field[]): string[] {
  const names = left.map(({ name }) => name).filter((name) => right.some((field) => field.name === name));
  if (names.length === 0) throw notSupported('A natural join of relations that have no column in common');
  return [...new Set(names)];
}

const nested = (relation: Relation, sql: string): string => (relation.kind === 'join' ? `(${sql})` : sql);

/** A column of USING: one column, equal on both sides, that no longer belongs to either. */
function pair(name: string, left: Field[], right: Field[], type: 'inner' | 'left' | 'right' | 'full' | 'cross', context: EmitContext): { field: Field; equal: string } {
  const side = (fields: Field[], which: string): Fragment => {
    const found = fields.filter((field) => field.name === name);
    if (found.length > 1) throw new TrinoFailure('AMBIGUOUS_NAME', `Column '${name}' is ambiguous on the ${which} side of the join`);
    if (found[0] === undefined) throw new TrinoFailure('COLUMN_NOT_FOUND', `Column '${name}' is missing from the ${which} side of the join`);
    return found[0].value();
  };
  const { value: [a, b], origins } = context.tracing((): [Fragment, Fragment] => [side(left, 'left'), side(right, 'right')]);
  const common = commonType(a.type, b.type);
  if (common === undefined) throw new TrinoFailure('TYPE_MISMATCH', `Column '${name}' is ${formatType(a.type)} on one side and ${formatType(b.type)} on the other`);
  const [x, y] = [coerce(a, common).sql, coerce(b, common).sql];
  const sql = type === 'right' ? y : type === 'full' ? `CAST(coalesce(${x}, ${y}) AS ${duckType(common)})` : x;
  return { field: { name, qualifiers: [], value: () => {
    context.touch(origins);
    return { sql, type: common };
  } }, equal: compare('=', { sql: x, type: common }, { sql: y, type: common }).sql };
}
