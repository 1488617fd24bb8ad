import { describe, expect, it } from '@jest/globals';
import { bind } from './bind.js';
import { parse } from './parse/parse.js';
import type { AnyStatement } from './statement.js';

/** A tree without its places, to compare what two texts mean. */
const meaning = (statement: AnyStatement): unknown => JSON.parse(JSON.stringify(statement, (key, value: unknown) => (key === 'at' || key === 'end' ? undefined : value)));
const valuesOf = (text: string): Parameters<typeof bind>[1] => {
  const { statement } = parse(`EXECUTE q USING ${text}`);
  return statement.kind === 'execute' ? statement.values : [];
};

describe('bind', () => {
  it.each([
    ['SELECT * FROM t WHERE x = ? AND y IN (?, ?)', "1, 'a', DATE '2024-01-01'", "SELECT * FROM t WHERE x = 1 AND y IN ('a', DATE '2024-01-01')"], ['SELECT * FROM t OFFSET ? LIMIT ?', '2, 3', 'SELECT * FROM t OFFSET 2 LIMIT 3'],
    ["SELECT '?', ?", '-1.5e0', "SELECT '?', -1.5e0"], ['SELECT (SELECT max(x) FROM t WHERE y = ?), ?', "'a''b', NULL", "SELECT (SELECT max(x) FROM t WHERE y = 'a''b'), NULL"],
  ])('%s with %s', (text, values, expected) => expect(meaning(bind(parse(text), valuesOf(values)))).toEqual(meaning(parse(expected).statement)));

  it.each([['SELECT ?', '1, 2'], ['SELECT ? + ?', '1'], ['SELECT 1 LIMIT ?', "'x'"], ['SELECT 1 LIMIT ?', '1 + 1']])('refuses %s with %s', (text, values) => expect(() => bind(parse(text), valuesOf(values))).toThrow());
});
