import type { DataDecision } from '@dataos/contracts-heimdall';
import type { ColumnOrigin, QueryTrace, TracedTable as Told } from '@dataos/contracts-minerva';
import type { KnownTable } from '../catalogue/catalogue.service.js';
import { viewOf } from '../lake/lake.service.js';
import type { Query } from '../sql/ast.js';
import type { Defaults } from '../sql/names.js';
import { type Flow, NOTHING, union, USES } from './trace/flow.js';
import type { Traced, TracedTable } from './trace/scope.js';
import { trace } from './trace/trace.js';

/** A query as it was understood and decided. */
export interface Asked {
  readonly query: Query;
  readonly defaults: Defaults;
  readonly known: readonly KnownTable[];
  readonly answer?: DataDecision;
  /** Tables that the gateway lists itself. */
  readonly metadata: readonly { readonly name: string; readonly columns: readonly { readonly name: string }[] }[];
}

/** What became of it: columns with the place (from 1) of the query's column that is in each, of how many. */
export interface Result {
  readonly columns: readonly { readonly name: string; readonly type: string; readonly from?: number }[];
  readonly width: number;
  readonly output?: Pick<NonNullable<QueryTrace['output']>, 'address' | 'kind' | 'change'>;
}

/** What of a result came from where, and was masked on the way. */
export function traceOf(asked: Asked, { columns, width, output }: Result): QueryTrace {
  const traced = trace(asked.query, asked.defaults, tablesOf(asked));
  const all = union([...traced.columns.map(({ flow }) => flow), traced.open ?? NOTHING]);
  // Where the tree alone does not tell which column is which, each may be made of all.
  const certain = traced.open === undefined && traced.columns.length === width;
  const tell = teller(asked, traced.views);
  const made = columns.map(({ name, from }) => ({ column: name, from: from === undefined ? [] : tell(certain ? (traced.columns[from - 1]?.flow ?? NOTHING) : all) }));
  const rows = tell(traced.rows);
  return {
    inputs: asked.known.map((table) => inputOf(table, [...tell(all), ...rows])), columns: made, rows,
    ...(output === undefined ? {} : { output: { ...output, columns: columns.map(({ name, type }) => ({ name, type })) } }),
  };
}

/** The same of a table or view that was given another name; who may do that sees all of it. */
export function traceOfRename({ address, columns }: Pick<KnownTable, 'address' | 'columns'>, to: string, kind: 'table' | 'view'): QueryTrace {
  const plain = columns.map(({ name, type }) => ({ name, type }));
  return {
    inputs: [{ address, columns: plain }], output: { address: to, kind, change: 'rename', columns: plain }, rows: [],
    columns: plain.map(({ name }) => ({ column: name, from: [{ table: address, column: name, uses: ['IDENTITY'], masked: false }] })),
  };
}

function tablesOf({ known, answer, metadata }: Asked): Map<string, TracedTable> {
  const data = known.map(({ address, name, columns, relation }): TracedTable => {
    const filtered = answer?.tables.filter((table) => table.address === address).flatMap(({ filters }) => filters.map(({ column }) => column)) ?? [];
    const view = relation?.kind === 'view' ? viewOf(relation) : undefined;
    return { name, columns: columns.map((column) => column.name.toLowerCase()), filtered, ...(view === undefined ? {} : { view }) };
  });
  const listed = metadata.map(({ name, columns }): TracedTable => ({ name, columns: columns.map((column) => column.name), metadata: true }));
  return new Map([...data, ...listed].map((table) => [table.name, table]));
}

/** Puts a flow into the words of addresses, with what the decision says of each column. */
function teller({ known, answer }: Asked, views: ReadonlyMap<string, Traced>): (flow: Flow) => ColumnOrigin[] {
  const tables = new Map(known.map((table) => [table.name, table]));
  const masks = new Set(answer?.tables.flatMap(({ address, masks: some }) => some.filter(({ operator }) => operator !== 'pass_through').map(({ column }) => `${address}#${column.toLowerCase()}`)));
  // A column of a view is shown as what stands behind it is shown.
  const behind = ({ name, columns }: KnownTable, column: string): string[] => [...(views.get(name)?.columns[columns.findIndex((one) => one.name.toLowerCase() === column)]?.flow.keys() ?? [])];
  const isMasked = (origin: string, view?: string): boolean => {
    const at = origin.indexOf('#');
    const [table, column] = [tables.get(origin.slice(0, at)), origin.slice(at + 1)];
    if (table === undefined) return false;
    // What stands behind a view names also what stands behind the views in it.
    return masks.has(`${table.address}#${column}`) || (view === undefined && behind(table, column).some((other) => isMasked(other, origin)));
  };
  return (flow) => [...flow].flatMap(([origin, uses]) => {
    const at = origin.indexOf('#');
    const [table, column] = [tables.get(origin.slice(0, at)), origin.slice(at + 1)];
    if (table === undefined) return [];
    const written = table.columns.find(({ name }) => name.toLowerCase() === column)?.name ?? column;
    return [{ table: table.address, column: written, uses: USES.filter((use) => uses.has(use)), masked: isMasked(origin) }];
  });
}

function inputOf({ address, columns }: KnownTable, origins: readonly ColumnOrigin[]): Told {
  const used = new Set(origins.filter(({ table }) => table === address).map(({ column }) => column));
  return { address, columns: columns.filter(({ name }) => used.has(name)).map(({ name, type }) => ({ name, type })) };
}
