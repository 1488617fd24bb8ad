import type { Alias, Relation, TableArgument } from '../../sql/ast.js';
import { qualify } from '../../sql/names.js';
import { flowOf, within } from './expression.js';
import { type Flow, NOTHING, union, used } from './flow.js';
import type { Env, Field, Place, Scope, Traced, TracedRelation, TracedTable } from './scope.js';

/** A relation of a FROM clause; `left` are those before it, which LATERAL and UNNEST may use. */
export function relationOf(relation: Relation, env: Env, left: Scope): TracedRelation {
  const beside: Env = { ...env, parent: left };
  const place: Place = { env, scope: left, windows: new Map() };
  switch (relation.kind) {
    case 'table': return tableOf(relation.table.parts, relation.alias, env);
    case 'derived': return aliased(env.query(relation.query, env), relation.alias);
    case 'lateral': return aliased(env.query(relation.query, beside), relation.alias);
    case 'join': return joinOf(relation, env, left);
    case 'sample': return relationOf(relation.relation, env, left);
    case 'named-join': {
      const { fields, ...rest } = relationOf(relation.relation, env, left);
      return aliased({ ...rest, columns: fields }, relation.alias);
    }
    // How many columns these have, and which are called how, depends on types and patterns: each may be made of all that goes in.
    case 'unnest': return opaque(within(relation.items, place), relation.alias);
    case 'json-table': return opaque(within([relation.input, relation.passing, relation.defaults], place), relation.alias);
    case 'table-function': return opaque(union(relation.args.map((argument) => argumentOf(argument, place))), relation.alias);
    case 'recognize': {
      const inner = relationOf(relation.relation, env, left);
      const all = union([...inner.fields.map(({ flow }) => flow), inner.open ?? NOTHING]);
      const made = opaque(all, relation.alias);
      return { ...made, rows: union([made.rows, inner.rows]) };
    }
  }
}

function argumentOf(argument: TableArgument, place: Place): Flow {
  if (argument.kind === 'value') return flowOf(argument.value, place);
  if (argument.kind === 'descriptor') return NOTHING;
  const { query, table } = argument;
  const read = query === undefined ? (table === undefined ? undefined : tableOf(table.parts, undefined, place.env)) : aliased(place.env.query(query, place.env), undefined);
  return read === undefined ? NOTHING : union([...read.fields.map(({ flow }) => flow), read.open ?? NOTHING, read.rows]);
}

function opaque(flow: Flow, alias: Alias | undefined): TracedRelation {
  const made = used(flow, 'TRANSFORMATION');
  const fields = (alias?.columns ?? []).map((name): Field => ({ name, qualifiers: [[alias?.name ?? '']], flow: made }));
  return { fields, rows: used(flow, 'JOIN'), ...(alias?.columns === undefined ? { open: made } : {}) };
}

export function aliased({ columns, rows, open }: Traced, alias: Alias | undefined, qualifiers: readonly (readonly string[])[] = []): TracedRelation {
  const names = alias?.columns;
  const known = alias === undefined ? qualifiers : [[alias.name]];
  // With unknown columns among them nobody knows which one a new name is for.
  if (open !== undefined && names !== undefined) {
    const all = union([...columns.map(({ flow }) => flow), open]);
    return { fields: names.map((name) => ({ name, qualifiers: known, flow: all })), rows };
  }
  return { fields: columns.map(({ name, flow }, index) => ({ name: names?.[index] ?? name, qualifiers: known, flow })), rows, ...(open === undefined ? {} : { open }) };
}

function tableOf(parts: readonly string[], alias: Alias | undefined, env: Env): TracedRelation {
  const common = parts.length === 1 ? env.common.get(parts[0] ?? '') : undefined;
  if (common !== undefined) return aliased(common, alias ?? { name: parts[0] ?? '' });
  const [catalog, schema, name] = qualify({ parts: [...parts] }, env.defaults);
  const table = env.tables.get(`${catalog}.${schema}.${name}`);
  if (table === undefined) return { fields: [], rows: NOTHING, open: NOTHING };
  return aliased(readOf(table, env), alias, [[name], [schema, name], [catalog, schema, name]]);
}

/** A base table is where everything comes from; a view comes from what its query reads, and is something by itself as well. */
function readOf({ name, columns, filtered = [], view, metadata }: TracedTable, env: Env): Traced {
  if (metadata === true) return { columns: columns.map((column) => ({ name: column, flow: NOTHING })), rows: NOTHING };
  const self = (column: string, use: 'IDENTITY' | 'FILTER'): Flow => new Map([[`${name}#${column}`, new Set([use])]]);
  const behind = view === undefined ? undefined : viewOf(name, view, env);
  return {
    columns: columns.map((column, index) => ({ name: column, flow: union([self(column, 'IDENTITY'), behind?.columns[index]?.flow ?? NOTHING, behind?.open ?? NOTHING]) })),
    rows: union([...filtered.map((column) => self(column.toLowerCase(), 'FILTER')), behind?.rows ?? NOTHING]),
  };
}

function viewOf(name: string, { query, defaults }: NonNullable<TracedTable['view']>, env: Env): Traced {
  const known = env.views.get(name);
  if (known !== undefined) return known;
  // A view that reads itself ends here.
  env.views.set(name, { columns: [], rows: NOTHING });
  const { parent: _parent, ...rest } = env;
  const traced = env.query(query, { ...rest, defaults, common: new Map() });
  env.views.set(name, traced);
  return traced;
}

function joinOf(relation: Extract<Relation, { kind: 'join' }>, env: Env, before: Scope): TracedRelation {
  const left = relationOf(relation.left, env, before);
  const right = relationOf(relation.right, env, { ...before, fields: [...before.fields, ...left.fields], ...openOf([before, left]) });
  const both = [...left.fields, ...right.fields];
  const open = openOf([left, right]);
  const using = relation.natural === true ? shared(left.fields, right.fields) : relation.using;
  const scope: Scope = { fields: both, ...open, ...(before.parent === undefined ? {} : { parent: before.parent }) };
  const on = relation.on === undefined ? NOTHING : flowOf(relation.on, { env, scope, windows: new Map() });
  const named = (name: string): Flow => union([...both.filter((field) => field.name === name).map(({ flow }) => flow), open.open ?? NOTHING]);
  return {
    fields: using === undefined ? both : [...using.map((name): Field => ({ name, qualifiers: [], flow: named(name) })), ...both.filter(({ name }) => !using.includes(name))],
    rows: union([left.rows, right.rows, used(union([on, ...(using ?? []).map(named)]), 'JOIN')]), ...open,
  };
}

const shared = (left: readonly Field[], right: readonly Field[]): string[] => [...new Set(left.map(({ name }) => name).filter((name) => right.some((field) => field.name === name)))];

export function openOf(parts: readonly { readonly open?: Flow }[]): { open?: Flow } {
  const open = parts.flatMap((part) => part.open ?? []);
  return open.length === 0 ? {} : { open: union(open) };
}
