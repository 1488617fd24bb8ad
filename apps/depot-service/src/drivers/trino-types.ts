const postgres: Record<string, string> = {
  bool: 'boolean', int2: 'smallint', int4: 'integer', int8: 'bigint', float4: 'real', float8: 'double', text: 'varchar', bytea: 'varbinary',
  date: 'date', uuid: 'uuid', json: 'json', jsonb: 'json', name: 'varchar',
};

/**
 * The Trino type of a PostgreSQL column. `type` is the internal name, `modifier` its typmod (-1 where none was given). What
 * Trino has no type for reads as `varchar`.
 */
export function trinoTypeOfPostgres(type: string, modifier: number): string {
  const given = modifier >= 0;
  if (type === 'varchar') return given ? `varchar(${modifier - 4})` : 'varchar';
  if (type === 'bpchar') return `char(${given ? modifier - 4 : 1})`;
  if (type === 'numeric') return given ? `decimal(${((modifier - 4) >> 16) & 0xffff},${(modifier - 4) & 0xffff})` : 'decimal(38,18)';
  if (type === 'timestamp') return `timestamp(${given ? modifier : 6})`;
  if (type === 'timestamptz') return `timestamp(${given ? modifier : 6}) with time zone`;
  if (type === 'time') return `time(${given ? modifier : 6})`;
  if (type.startsWith('_')) return `array(${trinoTypeOfPostgres(type.slice(1), modifier)})`;
  return postgres[type] ?? 'varchar';
}

const duck: Record<string, string> = {
  BOOLEAN: 'boolean', TINYINT: 'tinyint', SMALLINT: 'smallint', INTEGER: 'integer', BIGINT: 'bigint', UTINYINT: 'smallint', USMALLINT: 'integer',
  UINTEGER: 'bigint', UBIGINT: 'decimal(20,0)', HUGEINT: 'decimal(38,0)', FLOAT: 'real', DOUBLE: 'double', VARCHAR: 'varchar', BLOB: 'varbinary',
  DATE: 'date', TIME: 'time(6)', TIMESTAMP: 'timestamp(6)', TIMESTAMP_S: 'timestamp(0)', TIMESTAMP_MS: 'timestamp(3)', TIMESTAMP_NS: 'timestamp(9)',
  'TIMESTAMP WITH TIME ZONE': 'timestamp(6) with time zone', UUID: 'uuid', JSON: 'json',
};

/** The Trino type of a DuckDB column, such as of a Parquet file. */
export function trinoTypeOfDuck(type: string): string {
  if (type.endsWith('[]')) return `array(${trinoTypeOfDuck(type.slice(0, -2))})`;
  const decimal = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(type);
  if (decimal !== null) return `decimal(${decimal[1]},${decimal[2]})`;
  return duck[type] ?? 'varchar';
}
