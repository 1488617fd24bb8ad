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
  if (type === 'numeric') return given ? decimal(((modifier - 4) >> 16) & 0xffff, (((modifier - 4) & 0x7ff) ^ 0x400) - 0x400) : 'decimal(38,18)';
  if (type === 'timestamp') return `timestamp(${given ? modifier : 6})`;
  if (type === 'timestamptz') return `timestamp(${given ? modifier : 6}) with time zone`;
  if (type === 'time') return `time(${given ? modifier : 6})`;
  if (type.startsWith('_')) return `array(${trinoTypeOfPostgres(type.slice(1), modifier)})`;
  return postgres[type] ?? 'varchar';
}

/** PostgreSQL's scale may be negative or above the precision; Trino's may not, and it holds no more than 38 digits. */
function decimal(precision: number, scale: number): string {
  const digits = scale < 0 ? precision - scale : Math.max(precision, scale);
  return digits > 38 ? 'varchar' : `decimal(${digits},${Math.max(scale, 0)})`;
}

const duck: Record<string, string> = {
  BOOLEAN: 'boolean', TINYINT: 'tinyint', SMALLINT: 'smallint', INTEGER: 'integer', BIGINT: 'bigint', UTINYINT: 'smallint', USMALLINT: 'integer',
  UINTEGER: 'bigint', UBIGINT: 'decimal(20,0)', HUGEINT: 'decimal(38,0)', FLOAT: 'real', DOUBLE: 'double', VARCHAR: 'varchar', BLOB: 'varbinary',
  DATE: 'date', TIME: 'time(6)', 'TIME WITH TIME ZONE': 'time(6) with time zone', TIMESTAMP: 'timestamp(6)', TIMESTAMP_S: 'timestamp(0)', TIMESTAMP_MS: 'timestamp(3)', TIMESTAMP_NS: 'timestamp(9)',
  'TIMESTAMP WITH TIME ZONE': 'timestamp(6) with time zone', UUID: 'uuid', JSON: 'json',
};

/** The Trino type of a DuckDB column, such as of a Parquet file. */
export function trinoTypeOfDuck(type: string): string {
  const list = /^(.*)\[\d*\]$/s.exec(type);
  if (list?.[1] !== undefined) return `array(${trinoTypeOfDuck(list[1])})`;
  const decimal = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(type);
  if (decimal !== null) return `decimal(${decimal[1]},${decimal[2]})`;
  return duck[type] ?? 'varchar';
}
