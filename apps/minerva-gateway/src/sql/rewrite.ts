import type { AppliedFilter, AppliedMask, QueryTable } from '@dataos/contracts-minerva';
import type { Query } from './ast.js';
import { EmitContext, type OutputColumn } from './emit/context.js';
import { emitQuery } from './emit/query.js';
import { inSessionZone, UTC } from './emit/session-zone.js';
import type { ListingLoad, Load, Scan } from './emit/scan.js';
import { assertSupported } from './emit/supported.js';
import type { Defaults } from './names.js';
import type { Table } from './table.js';

export interface RewriteInput {
  readonly text: string;
  readonly query: Query;
  readonly defaults: Defaults;
  readonly user: string;
  readonly now: Date;
  /** The session's time zone, by Trino's name of it. */
  readonly zone?: string;
  /** Makes random masks stable within this query and different in the next. */
  readonly seed: string;
  /** Every table of the query, by `catalog.schema.table`, decided for the user. */
  readonly tables: ReadonlyMap<string, Table>;
}

export interface Rewritten {
  readonly sql: string;
  readonly columns: readonly (OutputColumn & { readonly origins: readonly string[]; readonly named: boolean })[];
  readonly loads: readonly Load[];
  readonly listings: readonly ListingLoad[];
  readonly files: readonly string[];
  readonly read: readonly QueryTable[];
  readonly masks: readonly AppliedMask[];
  readonly filters: readonly AppliedFilter[];
  /** The session's time zone, in which local times became moments. */
  readonly zone: string;
  /** Whether the text holds no moment and no seed of this one query. */
  readonly repeatable: boolean;
}

/** Writes a query anew for the engine. No character of the user's text reaches it, except inside quoted literals. */
export const rewrite = (input: RewriteInput): Rewritten => inSessionZone(input.zone ?? UTC, () => written(input));

function written(input: RewriteInput): Rewritten {
  let timeless = true;
  const session = {
    user: input.user,
    get now(): Date {
      timeless = false;
      return input.now;
    },
  };
  const context = new EmitContext(input.text, input.defaults, session, input.tables);
  assertSupported(input.query, (at) => context.locate(at));
  const { sql, columns } = emitQuery(input.query, { context, common: new Map() });
  const scans = new Map(context.scans.map((scan) => [scan.placeholder, scan]));
  // A view holds the tables of its query.
  const complete = (part: string): string => part.replaceAll(/\0S\d+\0/g, (placeholder) => complete(scans.get(placeholder)?.toSql(input.seed) ?? fault()));
  const whole = complete(sql);
  if (whole.includes('\0')) fault();
  return {
    sql: whole,
    columns: columns.map(({ name, type, origins = [] }, index) => ({ name: name === '' ? `_col${index}` : name, type, origins, named: name !== '' })),
    loads: loadsOf(context.scans, complete),
    listings: context.scans.flatMap((scan) => scan.listing() ?? []),
    files: [...new Set(context.scans.flatMap(({ table }) => ('files' in table.source ? table.source.files : [])))],
    ...applied(context), zone: input.zone ?? UTC, repeatable: timeless && !whole.includes(input.seed),
  };
}

/** Those that wait for the keys of others come last. */
function loadsOf(scans: readonly Scan[], complete: (part: string) => string): Load[] {
  const loads = scans.flatMap((scan) => scan.load() ?? []);
  return loads.map((load) => (load.narrowed === undefined ? load : { ...load, narrowed: { ...load.narrowed, keys: complete(load.narrowed.keys) } }))
    .toSorted((a, b) => Number(a.narrowed !== undefined) - Number(b.narrowed !== undefined));
}

/** What was read and what policy did to it. A mask is listed when its column was used, a filter always. */
function applied({ scans }: EmitContext): Pick<Rewritten, 'read' | 'masks' | 'filters'> {
  const byTable = Map.groupBy(scans, ({ table }) => table);
  const read = [...byTable].map(([table, group]) => ({ address: table.address, columns: [...new Set(group.flatMap(({ columns }) => columns))].toSorted() }));
  const used = new Map(read.map(({ address, columns }) => [address, columns]));
  const tables = [...byTable.keys()];
  return {
    read,
    masks: tables.flatMap(({ address, decision }) => decision.masks
      .filter(({ column }) => used.get(address)?.includes(column.toLowerCase()))
      .map(({ column, operator, policy }) => ({ table: address, column, operator, policy }))),
    filters: tables.flatMap(({ address, decision }) => decision.filters.map(({ column, operator, policy }) => ({ table: address, column, operator, policy }))),
  };
}

function fault(): never {
  throw new Error('a table was left without its policy');
}
