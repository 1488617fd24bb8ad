import { describe, expect, it } from '@jest/globals';
import type { Query, Select } from '../ast.js';
import { parse } from '../parse/parse.js';
import { isWeighable } from './weight.js';

function judged(text: string): boolean {
  const query = parse(text).statement as Query;
  return isWeighable(query.body as Select, query.orderBy);
}

describe('a SELECT that asks only which rows there are and how many of each', () => {
  it.each([
    'SELECT count(*) FROM t', 'SELECT count(a) FROM t WHERE b > 1', 'SELECT DISTINCT a, b FROM t', 'SELECT DISTINCT * FROM t', 'SELECT a, count(*) FROM t GROUP BY a HAVING count(*) > 1 ORDER BY count(b) DESC',
    'SELECT a FROM t GROUP BY a', 'SELECT min(a), max(b), count(DISTINCT c), sum(DISTINCT d), count_if(e) FROM t', 'SELECT a, count(*) FROM t x GROUP BY ROLLUP (a)', 'SELECT count(*) FILTER (WHERE a) FROM t', 'SELECT sum(a) FROM t', 'SELECT a, count(*), avg(b) FROM t GROUP BY a', 'SELECT a FROM t GROUP BY a ORDER BY sum(b)',
  ])('is %s', (text) => expect(judged(text)).toBe(true));

  it.each([
    'SELECT a FROM t', 'SELECT sum(a + 1) FROM t', 'SELECT a, count(*), avg(1) FROM t GROUP BY a', 'SELECT a FROM t GROUP BY a ORDER BY sum(-b)', 'SELECT a FROM t GROUP BY a HAVING stddev(b) > 1', 'SELECT array_agg(a) FROM t',
    'SELECT count(*) OVER () FROM t', 'SELECT DISTINCT row_number() OVER (ORDER BY a) FROM t', 'SELECT DISTINCT a FROM t ORDER BY rank() OVER (ORDER BY a)', 'SELECT count(*) FROM t, u', 'SELECT count(*) FROM t JOIN u ON true',
    'SELECT count(*) FROM (SELECT a FROM t)', 'SELECT count(*) FROM t WHERE a IN (SELECT b FROM u)', 'SELECT DISTINCT (SELECT max(b) FROM u) FROM t', 'SELECT count(*) FROM UNNEST(ARRAY[1]) t(a)', 'SELECT stddev(a), count(*) FROM t',
  ])('is not %s', (text) => expect(judged(text)).toBe(false));
});
