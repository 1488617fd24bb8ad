import { parseType, type Type } from '../sql/types/type.js';

/** A type as `java.sql.Types` and JDBC's metadata describe it. */
export interface JdbcType { readonly code: number; readonly size: number | null; readonly digits: number | null; readonly radix: number | null; readonly octets: number | null }

const UNBOUNDED = 2_147_483_647;
const whole = (code: number, size: number): JdbcType => ({ code, size, digits: null, radix: 10, octets: null });
const other = (code: number, size: number | null = null): JdbcType => ({ code, size, digits: null, radix: null, octets: null });

const SIMPLE: Partial<Record<Type['kind'], JdbcType>> = {
  boolean: other(16), tinyint: whole(-6, 3), smallint: whole(5, 5), integer: whole(4, 10), bigint: whole(-5, 19),
  real: { code: 7, size: 24, digits: null, radix: 2, octets: null }, double: { code: 8, size: 53, digits: null, radix: 2, octets: null },
  varbinary: { ...other(-3, UNBOUNDED), octets: UNBOUNDED }, date: other(91, 14), uuid: other(2_000), json: other(2_000), unknown: other(0),
};

export function jdbcType(name: string): JdbcType {
  const { type, length = UNBOUNDED } = parseType(name);
  if (type.kind === 'varchar') return { ...other(/^char\b/i.test(name) ? 1 : 12, length), octets: length };
  if (type.kind === 'decimal') return { code: 3, size: type.precision, digits: type.scale, radix: 10, octets: null };
  if (type.kind === 'time') return { ...other(92, 8 + fraction(type.precision)), digits: type.precision };
  if (type.kind === 'timestamp') return { ...other(93, 21 + fraction(type.precision)), digits: type.precision };
  if (type.kind === 'timestamptz') return { ...other(2_014, 55 + fraction(type.precision)), digits: type.precision };
  return SIMPLE[type.kind] ?? other(/^array/.test(name) ? 2_003 : 2_000);
}

const fraction = (precision: number): number => (precision === 0 ? 0 : precision + 1);
