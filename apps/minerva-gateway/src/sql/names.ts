import { formatAddress, parseAddress } from '@dataos/contracts-core';
import { isDeepStrictEqual } from 'node:util';
import type { Query, Statement, TableName } from './ast.js';
import { TrinoFailure } from './failure.js';

/** Where unqualified names are looked for. */
export interface Defaults { readonly catalog?: string; readonly schema?: string }

/** Names that can only be read as what they are. */
const PLAIN = /^[a-z][a-z0-9_]{0,62}$/;

/** Whether a qualified name is one of the listings that the gateway answers from what it knows itself. */
export const isMetadata = ([catalog, schema]: readonly string[]): boolean => schema === 'information_schema' || catalog === 'system';

/** The three parts of a table name, completed by the session's catalog and schema. */
export function qualify({ parts }: Pick<TableName, 'parts'>, defaults: Defaults): [string, string, string] {
  const [table = '', schema = defaults.schema, catalog = defaults.catalog] = parts.toReversed();
  if (schema === undefined) throw new TrinoFailure('MISSING_SCHEMA_NAME', 'Schema must be specified when session schema is not set');
  if (catalog === undefined) throw new TrinoFailure('MISSING_CATALOG_NAME', 'Catalog must be specified when session catalog is not set');
  // Metadata is no data of a depot: the gateway lists it itself, for the user who asks.
  if (isMetadata([catalog, schema])) return [catalog, schema, table];
  if (PLAIN.test(catalog) && PLAIN.test(schema) && PLAIN.test(table)) return [catalog, schema, table];
  const address = { depot: catalog, collection: schema, dataset: table };
  // A name that would read as another address must not be decided as that other table.
  if (/[.]/.test(catalog + schema) || !isDeepStrictEqual(parseAddress(formatAddress(address)), address)) {
    throw new TrinoFailure('NOT_SUPPORTED', 'Names of catalogs, schemas and tables may hold letters, digits, _ - and $ only (tables also dots)');
  }
  if (table.includes('$')) throw new TrinoFailure('NOT_SUPPORTED', 'Hidden tables are not supported');
  return [catalog, schema, table];
}

/** Every base table a statement reads, once each, as `catalog.schema.table`. Names of WITH queries are not among them. */
export function tablesOf(statement: Statement, defaults: Defaults): string[] {
  const found = new Set<string>();
  if (statement.kind === 'show-columns') found.add(qualify(statement.table, defaults).join('.'));
  else if (statement.kind === 'query') eachUse(statement, defaults, (name) => found.add(name));
  return [...found];
}

/** Where in its text a query first names a table, if it does so itself and not through a view. */
export function firstUseOf(name: string, query: Query, defaults: Defaults): number | undefined {
  const found: number[] = [];
  eachUse(query, defaults, (used, at) => {
    if (used === name) found.push(at);
  });
  return found.length === 0 ? undefined : Math.min(...found);
}

/** Each place where a query names a base table itself. */
function eachUse(query: Query, defaults: Defaults, use: (name: string, at: number) => void): void {
  visitQuery(query, new Set(), (table, common) => {
    if (table.parts.length > 1 || !common.has(table.parts[0] ?? '')) use(qualify(table, defaults).join('.'), table.at);
  });
}

type Visit = (table: TableName, common: ReadonlySet<string>) => void;

function visitQuery(query: Query, outer: ReadonlySet<string>, visit: Visit): void {
  const common = new Set(outer);
  for (const { name, query: inner } of query.with) {
    if (query.recursive === true) common.add(name);
    visitQuery(inner, common, visit);
    common.add(name);
  }
  const { with: _with, ...rest } = query;
  for (const value of Object.values(rest)) visitAny(value, common, visit);
}

/** Walks every part of a node, so that no place where a table may stand can be forgotten. */
function visitAny(value: unknown, common: ReadonlySet<string>, visit: Visit): void {
  if (Array.isArray(value)) {
    for (const item of value) visitAny(item, common, visit);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as { kind?: string; table?: TableName };
  if (node.kind === 'query') return visitQuery(value as Query, common, visit);
  if ((node.kind === 'table' || node.kind === 'table-body' || node.kind === 'rows') && node.table !== undefined) visit(node.table, common);
  for (const part of Object.values(value)) visitAny(part, common, visit);
}
