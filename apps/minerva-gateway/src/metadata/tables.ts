import type { Entry, Row, Value } from './entry.js';
import { jdbcType } from './jdbc-type.js';

/** Where the rows of a metadata table come from. */
export interface Sources {
  catalogs(): Promise<readonly string[]>;
  /** Pairs of catalog and schema in which the asking user may know something. */
  schemas(): Promise<readonly (readonly [string, string])[]>;
  tables(withColumns: boolean): Promise<readonly Entry[]>;
  queries(): Promise<readonly Row[]>;
  transactions(): Promise<readonly Row[]>;
}

export interface MetadataTable {
  /** Names and types, in order. */
  readonly columns: Readonly<Record<string, string>>;
  rows(sources: Sources): Promise<readonly Row[]>;
  /** Which column names the catalog, schema and table of a row. */
  readonly hints?: { readonly catalog?: string; readonly schema?: string; readonly table?: string };
}

const texts = (names: string): Record<string, string> => Object.fromEntries(names.split(' ').map((name) => [name, 'varchar']));
const table = (columns: Record<string, string>, rows: MetadataTable['rows'], hints?: MetadataTable['hints']): MetadataTable => ({ columns, rows, ...(hints === undefined ? {} : { hints }) });
const empty = (names: string): MetadataTable => table(texts(names), async () => []);
const listing = (columns: Record<string, string>, hints: MetadataTable['hints'], toRow: (entry: Entry) => Row, keep: (entry: Entry) => boolean = () => true): MetadataTable =>
  table(columns, async (sources) => (await sources.tables(false)).filter(keep).map(toRow), hints);
const columnListing = (columns: Record<string, string>, hints: MetadataTable['hints'], toRow: (entry: Entry, column: Entry['columns'][number], ordinal: number) => Row): MetadataTable =>
  table(columns, async (sources) => (await sources.tables(true)).flatMap((entry) => entry.columns.map((column, index) => toRow(entry, column, index + 1))), hints);

const SCHEMA = { schema: 'table_schema', table: 'table_name' };
const named = ({ catalog, schema, name }: Entry): Row => ({ table_catalog: catalog, table_schema: schema, table_name: name });

const informationSchema: Record<string, MetadataTable> = {
  tables: listing(texts('table_catalog table_schema table_name table_type'), SCHEMA, (entry) => ({ ...named(entry), table_type: entry.kind })),
  columns: columnListing({ ...texts('table_catalog table_schema table_name column_name'), ordinal_position: 'bigint', ...texts('column_default is_nullable data_type comment') }, SCHEMA,
    (entry, { name, type, comment }, ordinal) => ({ ...named(entry), column_name: name, ordinal_position: ordinal, column_default: null, is_nullable: 'YES', data_type: type, comment: comment ?? null })),
  schemata: table(texts('catalog_name schema_name'), async (sources) => (await sources.schemas()).map(([catalog, schema]) => ({ catalog_name: catalog, schema_name: schema }))),
  views: listing(texts('table_catalog table_schema table_name view_definition'), SCHEMA, (entry) => ({ ...named(entry), view_definition: null }), ({ kind }) => kind === 'VIEW'),
  table_privileges: empty('grantor grantor_type grantee grantee_type table_catalog table_schema table_name privilege_type is_grantable with_hierarchy'),
  roles: empty('role_name'), enabled_roles: empty('role_name'), applicable_roles: empty('grantee grantee_type role_name is_grantable'),
};

const JDBC = { catalog: 'table_cat', schema: 'table_schem', table: 'table_name' };
const numbers = (names: string): Record<string, string> => Object.fromEntries(names.split(' ').map((name) => [name, 'bigint']));

const jdbc: Record<string, MetadataTable> = {
  catalogs: table(texts('table_cat'), async (sources) => (await sources.catalogs()).map((catalog) => ({ table_cat: catalog }))),
  schemas: table(texts('table_schem table_catalog'), async (sources) => (await sources.schemas()).map(([catalog, schema]) => ({ table_schem: schema, table_catalog: catalog })), { catalog: 'table_catalog', schema: 'table_schem' }),
  tables: listing(texts('table_cat table_schem table_name table_type remarks type_cat type_schem type_name self_referencing_col_name ref_generation'), JDBC,
    ({ catalog, schema, name, kind }) => ({ table_cat: catalog, table_schem: schema, table_name: name, table_type: kind === 'VIEW' ? 'VIEW' : 'TABLE' })),
  columns: columnListing({
    ...texts('table_cat table_schem table_name column_name'), data_type: 'bigint', type_name: 'varchar', ...numbers('column_size buffer_length decimal_digits num_prec_radix nullable'),
    ...texts('remarks column_def'), ...numbers('sql_data_type sql_datetime_sub char_octet_length ordinal_position'), ...texts('is_nullable scope_catalog scope_schema scope_table'),
    source_data_type: 'bigint', ...texts('is_autoincrement is_generatedcolumn'),
  }, JDBC, ({ catalog, schema, name }, column, ordinal) => {
    const { code, size, digits, radix, octets } = jdbcType(column.type);
    return {
      table_cat: catalog, table_schem: schema, table_name: name, column_name: column.name, data_type: code, type_name: column.type, column_size: size, decimal_digits: digits, num_prec_radix: radix,
      nullable: 1, remarks: column.comment ?? null, char_octet_length: octets, ordinal_position: ordinal, is_nullable: 'YES',
    };
  }),
  table_types: table(texts('table_type'), async () => [{ table_type: 'TABLE' }, { table_type: 'VIEW' }]),
  types: table({ type_name: 'varchar', data_type: 'bigint', precision: 'bigint', ...texts('literal_prefix literal_suffix create_params'), nullable: 'bigint', case_sensitive: 'boolean', searchable: 'bigint', unsigned_attribute: 'boolean', fixed_prec_scale: 'boolean', auto_increment: 'boolean', local_type_name: 'varchar', minimum_scale: 'bigint', maximum_scale: 'bigint', ...numbers('sql_data_type sql_datetime_sub num_prec_radix') },
    async () => ['boolean', 'tinyint', 'smallint', 'integer', 'bigint', 'real', 'double', 'decimal(38,0)', 'varchar', 'varbinary', 'date', 'time(3)', 'timestamp(3)', 'timestamp(3) with time zone', 'uuid', 'json']
      .map((type) => ({ type_name: type.replace('(38,0)', ''), data_type: jdbcType(type).code, precision: jdbcType(type).size, nullable: 1, searchable: 3, num_prec_radix: jdbcType(type).radix }))),
  attributes: empty('type_cat type_schem type_name attr_name attr_type_name'), procedures: empty('procedure_cat procedure_schem procedure_name remarks procedure_type specific_name'),
  procedure_columns: empty('procedure_cat procedure_schem procedure_name column_name column_type specific_name'), pseudo_columns: empty('table_cat table_schem table_name column_name remarks column_usage is_nullable'),
  super_tables: empty('table_cat table_schem table_name supertable_name'), super_types: empty('type_cat type_schem type_name supertype_cat supertype_schem supertype_name'),
  udts: empty('type_cat type_schem type_name class_name data_type remarks base_type'),
};

const metadata: Record<string, MetadataTable> = {
  catalogs: table(texts('catalog_name connector_id connector_name state'), async (sources) => (await sources.catalogs()).map((catalog) => ({ catalog_name: catalog, connector_id: catalog, connector_name: 'dataos', state: 'OPERATIONAL' }))),
  table_comments: listing(texts('catalog_name schema_name table_name comment'), { catalog: 'catalog_name', schema: 'schema_name', table: 'table_name' },
    ({ catalog, schema, name }) => ({ catalog_name: catalog, schema_name: schema, table_name: name, comment: null })),
  materialized_views: empty('catalog_name schema_name name storage_catalog storage_schema storage_table freshness last_fresh_time comment definition'),
  schema_properties: empty('catalog_name property_name default_value type description'), table_properties: empty('catalog_name property_name default_value type description'),
  column_properties: empty('catalog_name property_name default_value type description'), analyze_properties: empty('catalog_name property_name default_value type description'),
};

const moment = 'timestamp(3) with time zone';
const runtime: Record<string, MetadataTable> = {
  queries: table({
    ...texts('query_id state user source query resource_group_id'), ...numbers('queued_time_ms analysis_time_ms planning_time_ms'), created: moment, started: moment, last_heartbeat: moment, end: moment, ...texts('error_type error_code'),
  }, (sources) => sources.queries()),
  nodes: table({ ...texts('node_id http_uri node_version'), coordinator: 'boolean', state: 'varchar' }, async () => [{ node_id: 'gateway', http_uri: '', node_version: 'dataos-minerva', coordinator: true, state: 'active' }]),
  transactions: table({
    ...texts('transaction_id isolation_level'), read_only: 'boolean', auto_commit_context: 'boolean', create_time: moment, idle_time_secs: 'bigint', written_catalog: 'varchar', catalogs: 'array(varchar)',
  }, (sources) => sources.transactions()),
  tasks: empty('node_id task_id stage_id query_id state'),
};

const SYSTEM: Record<string, Record<string, MetadataTable>> = { jdbc, metadata, runtime };

/** Schemas of metadata in a catalog, and the tables of one of them; `undefined` where a schema is no such schema. */
export const metadataSchemas = (catalog: string): string[] => (catalog === 'system' ? ['information_schema', ...Object.keys(SYSTEM)] : ['information_schema']);
export function metadataTables(catalog: string, schema: string): Record<string, MetadataTable> | undefined {
  if (schema === 'information_schema') return informationSchema;
  return catalog === 'system' && Object.hasOwn(SYSTEM, schema) ? SYSTEM[schema] : undefined;
}

/** Rows as the engine loads them: the columns asked for, in order. */
export const valuesOf = (rows: readonly Row[], columns: readonly string[]): Value[][] => rows.map((row) => columns.map((column) => row[column] ?? null));
