import { formatAddress } from '@dataos/contracts-core';
import type { QueryTable } from '@dataos/contracts-minerva';
import { addressOf } from '../catalogue/address.js';
import type { KnownTable } from '../catalogue/catalogue.service.js';
import type { Order } from '../engine/query-engine.js';
import type { Query, TableName } from '../sql/ast.js';
import { UTC } from '../sql/emit/session-zone.js';
import { notSupported, TrinoFailure } from '../sql/failure.js';
import { type Defaults, qualify } from '../sql/names.js';
import type { Rewritten } from '../sql/rewrite.js';
import type { AnyStatement, Property } from '../sql/statement.js';
import { commonType, duckType, formatType, isFloating, isNumeric, parseType, type Type } from '../sql/types/type.js';

/** Statements that change what a managed depot holds. */
export type Writing = Extract<AnyStatement, { kind: 'create-table-as' | 'create-table' | 'insert' | 'create-view' | 'drop' | 'create-schema' | 'drop-schema' | 'alter-table' } | Changing>;
export type Of<Kind extends Writing['kind']> = Extract<Writing, { kind: Kind }>;
/** What puts other rows in place of those of a table. */
export type Changing = Extract<AnyStatement, { kind: 'update' | 'delete' | 'truncate' | 'merge' }>;
export type WithRows = Extract<Writing, { kind: 'create-table-as' | 'create-table' | 'insert' } | Changing>;

const KINDS: ReadonlySet<string> = new Set(['create-table-as', 'create-table', 'insert', 'create-view', 'drop', 'create-schema', 'drop-schema', 'alter-table', 'update', 'delete', 'truncate', 'merge'] satisfies Writing['kind'][]);
export const isWriting = (statement: AnyStatement): statement is Writing => KINDS.has(statement.kind);
export const makesRows = (statement: Writing): statement is WithRows => ['create-table-as', 'create-table', 'insert', 'update', 'delete', 'truncate', 'merge'].includes(statement.kind);

/** What a statement writes, as it names it and before anybody was asked whether it may: what the audit keeps, of a refused one too. */
export function writesOf(statement: Writing, defaults: Defaults): QueryTable[] {
  const table = (name: TableName, columns: readonly string[] = []): QueryTable => ({ address: addressOf(qualify(name, defaults).join('.')), columns: columns.map((column) => column.toLowerCase()) });
  switch (statement.kind) {
    case 'insert': case 'create-table-as': return [table(statement.table, statement.columns)];
    case 'create-table': return [table(statement.table, statement.columns.map(({ name }) => name))];
    case 'update': return [table(statement.table, statement.set.map(({ column }) => column))];
    case 'merge': return [table(statement.table, mergedInto(statement))];
    case 'create-view': case 'drop': case 'delete': case 'truncate': return [table(statement.table)];
    case 'alter-table': return [table(statement.table), ...(statement.to === undefined ? [] : [table(statement.to)])];
    case 'create-schema': case 'drop-schema': {
      const [schema = '', catalog = defaults.catalog ?? ''] = statement.name.toReversed();
      return catalog === '' ? [] : [{ address: formatAddress({ depot: catalog, collection: schema }), columns: [] }];
    }
  }
}

/** The columns its cases name; none where whole rows are added by their places. */
const mergedInto = ({ cases }: Extract<Changing, { kind: 'merge' }>): string[] =>
  (cases.some(({ action, columns }) => action === 'insert' && columns.length === 0) ? [] : [...new Set(cases.flatMap(({ columns }) => columns))]);

/** The columns that rows are put into. */
export const filled = ({ columns }: NonNullable<Order['write']>): string[] => columns.filter(({ from }) => from !== undefined).map(({ name }) => name);

/** What a statement has made: the rows it wrote, the files it read, and what it counted in which files. */
export interface Made { readonly written: number; readonly files: readonly string[]; readonly counted?: Counted }
/** How many rows have to be there afterwards, and how many are others then; `repeated`: how often too often a row was matched. */
export interface Counted { readonly left: number; readonly changed: number; readonly repeated: number; readonly files: readonly string[] }

/** Where the rows of a statement go. */
export interface Target {
  readonly kind: Writing['kind'];
  /** `catalog.schema.table` */
  readonly name: string;
  /** The query that makes the rows, and the text it stands in. */
  readonly text: string;
  readonly query: Query;
  readonly updateType: string;
  /** Asks again whether it may be written, of a statement that waited; throws where it may not. */
  may(): Promise<unknown>;
  order(rewritten: Rewritten, known: readonly KnownTable[]): NonNullable<Order['write']>;
  /** Of a statement that puts other rows in place of all: counts what has to be there afterwards, what changes, and what is matched too often. */
  readonly counts?: Query;
  publish(made: Made): Promise<void>;
  abandon(): Promise<void>;
}

export interface Column { readonly name: string; readonly type: string }
type Written = NonNullable<Order['write']>['columns'];

/** The columns a query gives a new table, under the names it is given there. */
export function columnsOf(rewritten: Pick<Rewritten, 'columns'>, names: readonly string[] | undefined): Column[] {
  if (names !== undefined && names.length !== rewritten.columns.length) throw new TrinoFailure('SYNTAX_ERROR', `Column alias list has ${names.length} entries but the query has ${rewritten.columns.length} columns`);
  const columns = rewritten.columns.map(({ name, named, type }, index) => {
    if (names === undefined && !named) throw new TrinoFailure('MISSING_COLUMN_NAME', `Column name not specified at position ${index + 1}`);
    return { name: (names?.[index] ?? name).toLowerCase(), type: stored(type, names?.[index] ?? name) };
  });
  const twice = columns.find(({ name }, index) => columns.findIndex((other) => other.name === name) !== index);
  if (twice !== undefined) throw new TrinoFailure('DUPLICATE_COLUMN_NAME', `Column name '${twice.name}' specified more than once`);
  return columns;
}

/** The type a column can be kept with. */
export function stored(type: Type, name: string): string {
  if (type.kind === 'unknown') throw new TrinoFailure('COLUMN_TYPE_UNKNOWN', `Column type is unknown: ${name}`);
  if (type.kind === 'opaque') throw notSupported(`A column of the type ${type.name}`);
  // A field of a row would lose its name in the file.
  if (/\b(row\(|unknown)/.test(formatType(type))) throw notSupported(`A column of the type ${formatType(type)}`);
  return formatType(type);
}

/** How each column is written; `from` answers which column of the query it is. */
export const written = (columns: readonly Column[], from: (name: string, index: number) => number | undefined): Written =>
  columns.map(({ name, type }, index) => {
    const place = from(name, index);
    return { name, type: duckType(parseType(type).type), ...(place === undefined ? {} : { from: place }) };
  });

/** Which column of the query goes into which of the table; types must fit without a cast that could lose something. */
export function matched(rewritten: Pick<Rewritten, 'columns'> & Partial<Pick<Rewritten, 'zone'>>, table: readonly Column[], names: readonly string[] | undefined): Map<string, number> {
  const into = names?.map((name) => name.toLowerCase()) ?? table.map(({ name }) => name);
  const unknown = into.find((name) => !table.some((column) => column.name === name));
  if (unknown !== undefined) throw new TrinoFailure('COLUMN_NOT_FOUND', `Insert column name does not exist in target table: ${unknown}`);
  if (new Set(into).size !== into.length) throw new TrinoFailure('DUPLICATE_COLUMN_NAME', 'Insert column name is specified more than once');
  const given = rewritten.columns.map(({ type }) => type);
  const wanted = into.map((name) => parseType(table.find((column) => column.name === name)?.type ?? 'unknown').type);
  if (given.length !== wanted.length || given.some((type, index) => !fits(type, wanted[index] as Type))) {
    throw new TrinoFailure('TYPE_MISMATCH', `Insert query has mismatched column types: Table: [${wanted.map(formatType).join(', ')}], Query: [${given.map(formatType).join(', ')}]`);
  }
  // The engine puts a local time into such a column as one of UTC.
  const local = given.findIndex((type, index) => becomesMoment(type, wanted[index] as Type));
  if (local >= 0 && (rewritten.zone ?? UTC) !== UTC) throw notSupported(`INSERT of ${formatType(given[local] as Type)} into a column of the type ${formatType(wanted[local] as Type)} in a session of another time zone than UTC (cast it first)`);
  return new Map(into.map((name, index) => [name, index + 1]));
}

/** Whether a local time is put where a moment is kept, in the value or inside of it. */
function becomesMoment(given: Type, wanted: Type): boolean {
  if (wanted.kind === 'timestamptz') return given.kind !== 'timestamptz' && given.kind !== 'unknown';
  if (wanted.kind === 'array') return given.kind === 'array' && becomesMoment(given.element, wanted.element);
  return wanted.kind === 'map' && given.kind === 'map' && (becomesMoment(given.key, wanted.key) || becomesMoment(given.value, wanted.value));
}

/** Numbers go into columns of any number type, rounded and checked for their range; all else must be of the type already. */
function fits(given: Type, wanted: Type): boolean {
  if (isNumeric(given) && isNumeric(wanted)) {
    if (isFloating(given) && !isFloating(wanted)) throw notSupported(`INSERT of ${formatType(given)} into a column of the type ${formatType(wanted)} (its rounding differs here; cast it first)`);
    return true;
  }
  const common = commonType(given, wanted);
  return common !== undefined && formatType(common) === formatType(wanted);
}

/** Tags of everything that each column of a table was computed from. */
export function tagsFrom(rewritten: Pick<Rewritten, 'columns'>, known: readonly KnownTable[], columnOf: (index: number) => string | undefined): Record<string, string[]> {
  const tags = new Map<string, readonly string[]>(known.flatMap(({ name, columns }) => columns.map((column) => [`${name}#${column.name.toLowerCase()}`, column.tags])));
  const found = rewritten.columns.flatMap(({ origins }, index) => {
    const column = columnOf(index);
    const inherited = [...new Set(origins.flatMap((origin) => tags.get(origin) ?? []))];
    return column === undefined || inherited.length === 0 ? [] : [[column, inherited] as const];
  });
  return Object.fromEntries(found);
}

/** There is one format. */
export function checkProperties(properties: readonly Property[]): void {
  for (const { name, value } of properties) {
    const parquet = name === 'format' && value?.kind === 'string' && value.value.toUpperCase() === 'PARQUET';
    if (!parquet) throw notSupported(`The table property ${name}`);
  }
}
