import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { decimal, formatType } from '../types/type.js';
import { arithmetic, decimalSum } from './arithmetic.js';
import type { Fragment } from './fragment.js';

/** Values of a column as whole numbers of its smallest part. */
interface Column { readonly precision: number; readonly scale: number; readonly values: readonly (bigint | null)[] }

const text = (whole: bigint, scale: number): string => {
  const digits = (whole < 0n ? -whole : whole).toString().padStart(scale + 1, '0');
  return `${whole < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}${scale === 0 ? '' : `.${digits.slice(-scale)}`}`;
};
const columnOf = (rows: number) => (precision: number, scale: number): fc.Arbitrary<Column> => {
  const limit = 10n ** BigInt(precision) - 1n;
  const value = fc.oneof(fc.constant(null), fc.bigInt(-limit, limit), fc.bigInt(limit < 999n ? -limit : -999n, limit < 999n ? limit : 999n), fc.constantFrom(limit, -limit, 0n));
  return fc.array(value, { minLength: rows, maxLength: rows }).map((values) => ({ precision, scale, values }));
};
const fragment = (name: string, { precision, scale }: Pick<Column, 'precision' | 'scale'>): Fragment => ({ sql: `t.${name}`, type: decimal(precision, scale) });
const ROWS = 6;
/** Two columns with types whose product has at most 38 digits, and in which 64 bits are sometimes enough. */
const pair = fc.record({ p: fc.integer({ min: 1, max: 18 }), q: fc.integer({ min: 1, max: 17 }), s: fc.integer({ min: 0, max: 4 }), u: fc.integer({ min: 0, max: 4 }) })
  .chain(({ p, q, s, u }) => fc.tuple(columnOf(ROWS)(Math.max(p, s), s), columnOf(ROWS)(Math.max(q, u), u)));
const computed = { '+': (x: bigint, y: bigint): bigint => x + y, '-': (x: bigint, y: bigint): bigint => x - y, '*': (x: bigint, y: bigint): bigint => x * y };
const runs = { numRuns: 60, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false };

describe('decimals in the engine, against whole numbers of any length', () => {
  let connection: DuckDBConnection;
  beforeAll(async () => { connection = await (await DuckDBInstance.create(':memory:')).connect(); });
  afterAll(() => connection.closeSync());

  async function fill(columns: readonly Column[]): Promise<void> {
    const types = columns.map(({ precision, scale }, index) => `c${index} DECIMAL(${precision},${scale})`);
    await connection.run(`CREATE OR REPLACE TABLE t (${types.join(', ')})`);
    const rows = Array.from({ length: ROWS }, (_, row) => `(${columns.map(({ values, scale }) => (values[row] == null ? 'NULL' : `'${text(values[row], scale)}'`)).join(', ')})`);
    await connection.run(`INSERT INTO t VALUES ${rows.join(', ')}`);
  }
  const answer = async (sql: string): Promise<unknown[][]> => (await connection.runAndReadAll(sql)).getRowsJson();

  it.each(['+', '-', '*'] as const)('gives every %s with all its digits', async (operator) => {
    await fc.assert(fc.asyncProperty(pair, async ([a, b]) => {
      await fill([a, b]);
      const scale = operator === '*' ? a.scale + b.scale : Math.max(a.scale, b.scale);
      const shift = (value: bigint, own: number): bigint => (operator === '*' ? value : value * 10n ** BigInt(scale - own));
      const { sql, type } = arithmetic(operator, fragment('c0', a), fragment('c1', b));
      const expected = a.values.map((x, row) => {
        const y = b.values[row];
        return x === null || y == null ? null : text(computed[operator](shift(x, a.scale), shift(y, b.scale)), scale);
      });
      expect((await answer(`SELECT CAST(${sql} AS VARCHAR), typeof(${sql}) FROM t`)).map(([value, kind]) => [value === null ? null : String(value).replace(/^(-?)\./, '$10.'), kind]))
        .toEqual(expected.map((value) => [value, formatType(type).toUpperCase()]));
    }), runs);
  });

  it('sums products exactly, whether they fit in 64 bits or not', async () => {
    await fc.assert(fc.asyncProperty(pair, async ([a, b]) => {
      await fill([a, b]);
      const one: Fragment = { sql: 'CAST(1 AS INTEGER)', type: { kind: 'integer' }, literal: 1 };
      const product = arithmetic('*', fragment('c0', a), arithmetic('-', one, fragment('c1', { ...b, scale: b.scale })));
      const unit = 10n ** BigInt(b.scale);
      const terms = a.values.flatMap((x, row) => (x === null || b.values[row] == null ? [] : [x * (unit - b.values[row])]));
      const total = terms.length === 0 ? null : text(terms.reduce((sum, term) => sum + term, 0n), a.scale + b.scale);
      const sql = decimalSum(product, (inner) => `sum(${inner})`);
      const [[found] = []] = await answer(`SELECT CAST(${sql} AS VARCHAR) FROM t`);
      expect(found === null ? null : String(found).replace(/^(-?)\./, '$10.')).toBe(total);
    }), runs);
  });

  // What must not happen: that a quotient fails, since its type is wide, where its value is not. A numeric of PostgreSQL has such a type.
  it('divides exactly and rounds half up, however wide the types are', async () => {
    // Not below a thousandth, or a quotient would really be too large.
    const operand = (scale: number, digits: number): fc.Arbitrary<Column> => fc.array(fc.oneof(fc.bigInt(10n ** BigInt(Math.max(scale - 3, 0)), 10n ** BigInt(digits)), fc.bigInt(1n, 9_999n).map((value) => value * 10n ** BigInt(scale))), { minLength: ROWS, maxLength: ROWS })
      .chain((values) => fc.array(fc.boolean(), { minLength: ROWS, maxLength: ROWS }).map((signs) => ({ precision: 38, scale, values: values.map((value, row) => (signs[row] === true ? -value : value)) })));
    await fc.assert(fc.asyncProperty(fc.constantFrom(0, 4, 10, 18), fc.constantFrom(0, 2, 10, 18), async (s, u) => {
      const [[a, b]] = fc.sample(fc.tuple(operand(s, 16), operand(u, 17)), 1) as [[Column, Column]];
      await fill([a, b]);
      const { sql, type } = arithmetic('/', fragment('c0', a), fragment('c1', b));
      const scale = Math.max(s, u);
      const expected = a.values.map((x, row) => {
        const [n, m] = [(x as bigint) * 10n ** BigInt(scale - s + u), b.values[row] as bigint];
        const [size, by] = [n < 0n ? -n : n, m < 0n ? -m : m];
        const whole = (size * 2n + by) / (by * 2n);
        return text((n < 0n) === (m < 0n) ? whole : -whole, scale);
      });
      expect((await answer(`SELECT CAST(${sql} AS VARCHAR) FROM t`)).map(([value]) => String(value).replace(/^(-?)\./, '$10.'))).toEqual(expected);
      expect(formatType(type)).toBe(`decimal(38,${scale})`);
    }), runs);
  });

  it('tries 64 bits only for columns and literals, and only where the type is wider', () => {
    const wide = (left: Fragment): string => decimalSum(arithmetic('*', left, fragment('c1', { precision: 15, scale: 2 })), (inner) => `sum(${inner})`);
    expect(wide(fragment('c0', { precision: 15, scale: 2 }))).toContain('TRY');
    expect(wide({ sql: 'random()', type: decimal(15, 2) })).not.toContain('TRY');
    expect(wide({ sql: '(SELECT max(x.c1) FROM x)', type: decimal(15, 2) })).not.toContain('TRY');
    expect(wide(fragment('c0', { precision: 3, scale: 0 }))).not.toContain('TRY');
  });
});
