import type { Expression, GroupElement, Query, QueryBody, Select, SelectItem, SetOperation, SortItem } from '../../sql/ast.js';
import type { Defaults } from '../../sql/names.js';
import { flowOf, within } from './expression.js';
import { type Flow, NOTHING, union, used, weightOf } from './flow.js';
import { aliased, openOf, relationOf } from './relation.js';
import { type Env, type Field, type Place, type Scope, starOf, type Traced, type TracedTable } from './scope.js';

const MOST_ROUNDS = 50;

/**
 * What each column of a query comes from, and what decides on its rows: read off the tree, without running anything. It may name too much
 * where the tree does not tell (a type would be needed), never too little. `views`: the same of each view that was read.
 */
export function trace(query: Query, defaults: Defaults, tables: ReadonlyMap<string, TracedTable>): Traced & { readonly views: ReadonlyMap<string, Traced> } {
  const views = new Map<string, Traced>();
  return { ...queryOf(query, { tables, defaults, common: new Map(), views, query: queryOf }), views };
}

function queryOf(query: Query, outer: Env): Traced {
  const env: Env = { ...outer, common: withOf(query, outer) };
  if (query.body.kind === 'select') return selectOf(query.body, env, query.orderBy);
  const body = bodyOf(query.body, env);
  const { fields, open } = aliased(body, undefined);
  const scope: Scope = { fields, ...(open === undefined ? {} : { open }), ...(env.parent === undefined ? {} : { parent: env.parent }) };
  return { ...body, rows: union([body.rows, sortOf(query.orderBy, body, { env, scope, windows: new Map() })]) };
}

/** The queries named by WITH, and those named around. */
function withOf(query: Query, outer: Env): Map<string, Traced> {
  const common = new Map(outer.common);
  for (const { name, columns, query: inner } of query.with) {
    const env: Env = { ...outer, common: new Map(common) };
    const traced = query.recursive === true ? repeated(name, columns, inner, env) : outer.query(inner, env);
    common.set(name, renamed(traced, columns));
  }
  return common;
}

function renamed({ columns, rows, open }: Traced, names: readonly string[] | undefined): Traced {
  if (names === undefined) return { columns, rows, ...(open === undefined ? {} : { open }) };
  return { columns: aliased({ columns, rows, ...(open === undefined ? {} : { open }) }, { name: '', columns: [...names] }).fields, rows };
}

/** A query that may read itself: traced until another round adds nothing. Flows only grow and are finite. */
function repeated(name: string, names: readonly string[] | undefined, query: Query, env: Env): Traced {
  const self = (known: Traced): Env => ({ ...env, common: new Map([...env.common, [name, known]]) });
  const weight = (traced: Traced): number => weightOf([...traced.columns.map(({ flow }) => flow), traced.rows, traced.open ?? NOTHING]);
  const first = query.body.kind === 'set' ? bodyOf(query.body.left, { ...env, common: withOf(query, env) }) : undefined;
  let known = first === undefined ? { columns: [], rows: NOTHING } : renamed(first, names);
  for (let round = 0, before = -1; round < MOST_ROUNDS && weight(known) !== before; round += 1) {
    before = weight(known);
    known = renamed(env.query(query, self(known)), names);
  }
  return known;
}

function bodyOf(body: QueryBody, env: Env): Traced {
  switch (body.kind) {
    case 'query': return queryOf(body, env);
    case 'select': return selectOf(body, env, []);
    case 'set': return setOf(body, env);
    case 'table-body': return columnsIn(relationOf({ ...body, kind: 'table', table: body.table }, env, { fields: [] }));
    case 'values': {
      const place: Place = { env, scope: { fields: [], ...(env.parent === undefined ? {} : { parent: env.parent }) }, windows: new Map() };
      const cells = body.rows.map((row) => row.flatMap((value) => (row.length === 1 && value.kind === 'row' ? value.items.map((item) => item.value) : [value])).map((value) => flowOf(value, place)));
      return { columns: (cells[0] ?? []).map((_, index) => ({ name: '', flow: union(cells.map((row) => row[index] ?? NOTHING)) })), rows: NOTHING };
    }
  }
}

const columnsIn = ({ fields, rows, open }: { fields: readonly Field[]; rows: Flow; open?: Flow }): Traced => ({ columns: fields, rows, ...(open === undefined ? {} : { open }) });

function setOf({ operator, all, left, right, corresponding }: SetOperation, env: Env): Traced {
  const [one, two] = [bodyOf(left, env), bodyOf(right, env)];
  const other = (name: string, index: number): Flow => (corresponding === undefined ? two.columns[index]?.flow : union(two.columns.filter((column) => column.name === name).map(({ flow }) => flow))) ?? NOTHING;
  const every = union([...one.columns, ...two.columns].map(({ flow }) => flow));
  // Of what is only compared nothing is shown, but it decides what is.
  const compared = operator === 'union' ? (all ? NOTHING : used(every, 'GROUP_BY')) : used(every, 'FILTER');
  const listed = corresponding !== undefined && corresponding.length > 0 ? one.columns.filter(({ name }) => corresponding.includes(name)) : one.columns;
  return {
    columns: listed.map(({ name, flow }, index) => ({ name, flow: operator === 'union' ? union([flow, other(name, index)]) : flow })),
    rows: union([one.rows, two.rows, compared]), ...openOf([one, two]),
  };
}

function selectOf(select: Select, env: Env, orderBy: readonly SortItem[]): Traced {
  const above = env.parent === undefined ? {} : { parent: env.parent };
  let from: { fields: readonly Field[]; rows: Flow; open?: Flow } = { fields: [], rows: NOTHING };
  for (const relation of select.from) {
    const next = relationOf(relation, env, { fields: from.fields, ...openOf([from]), ...above });
    from = { fields: [...from.fields, ...next.fields], rows: union([from.rows, next.rows]), ...openOf([from, next]) };
  }
  const scope: Scope = { fields: from.fields, ...openOf([from]), ...above };
  const place: Place = { env, scope, windows: new Map(select.windows.map(({ name, spec }) => [name, spec])) };
  const outputs = select.items.map((item) => outputOf(item, place));
  const columns = outputs.flatMap((output) => output.columns);
  const made = { columns, ...openOf(outputs) };
  const shown = union(columns.map(({ flow }) => flow));
  const named = new Map(select.items.flatMap((item, index) => (item.kind === 'column' && item.alias !== undefined ? [[item.alias, outputs[index]?.columns[0]?.flow ?? NOTHING] as const] : [])));
  return {
    ...made,
    rows: union([
      from.rows,
      select.where === undefined ? NOTHING : used(flowOf(select.where, place), 'FILTER'),
      used(union((select.groupBy ?? []).map((group) => groupOf(group, made, place))), 'GROUP_BY'),
      select.having === undefined ? NOTHING : used(flowOf(select.having, place), 'FILTER'),
      select.distinct || select.grouping === 'auto' ? used(shown, 'GROUP_BY') : NOTHING,
      sortOf(orderBy, made, { ...place, scope: { ...scope, outputs: named } }),
    ]),
  };
}

function outputOf(item: SelectItem, place: Place): { columns: Traced['columns']; open?: Flow } {
  if (item.kind === 'star') return { columns: starOf(place.scope.fields, item.qualifier), ...openOf([place.scope]) };
  if (item.kind === 'row-star') {
    const flow = used(flowOf(item.operand, place), 'TRANSFORMATION');
    return item.aliases === undefined ? { columns: [], open: flow } : { columns: item.aliases.map((name) => ({ name, flow })) };
  }
  const implicit = item.expression.kind === 'name' ? item.expression.parts.at(-1) : undefined;
  return { columns: [{ name: item.alias ?? implicit ?? '', flow: flowOf(item.expression, place) }] };
}

type Made = Pick<Traced, 'columns' | 'open'>;

const groupOf = (group: GroupElement, made: Made, place: Place): Flow =>
  union((group.kind === 'simple' ? group.expressions : group.sets.flat()).map((expression) => ordinal(expression, made) ?? flowOf(expression, place)));

const sortOf = (items: readonly SortItem[], made: Made, place: Place): Flow =>
  used(union(items.map(({ expression }) => ordinal(expression, made) ?? within(expression, place))), 'SORT');

/** A whole number in ORDER BY and GROUP BY means the output column at that place. */
function ordinal(expression: Expression, { columns, open }: Made): Flow | undefined {
  if (expression.kind !== 'number' || expression.form !== 'integer') return undefined;
  return open === undefined ? columns[Number(expression.text) - 1]?.flow : union([...columns.map(({ flow }) => flow), open]);
}
