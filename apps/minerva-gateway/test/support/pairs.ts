import type { DecidedFilter, DecidedMask } from '@dataos/contracts-heimdall';
import fc from 'fast-check';

/** Rows that make most queries answer something: `people` and `orders` meet on `id`, with NULLs and repetitions. */
export const DATA = {
  people: `SELECT i::BIGINT AS id, CASE WHEN i % 5 = 0 THEN NULL ELSE ['Ann', 'Bob', 'Cid', 'Dee'][1 + i % 4] END AS name, CASE WHEN i % 3 = 0 THEN NULL ELSE ['ant', 'bee', 'cat', 'eel', 'Bob'][1 + i % 5] END AS nick,
    CAST(i * 4.25 AS DECIMAL(10,2)) AS amount, DATE '2023-11-20' + CAST(i * 17 AS INTEGER) AS born FROM range(1, 13) t(i)`,
  orders: 'SELECT (1 + i * 7 % 15)::BIGINT AS id, CASE WHEN i % 6 = 0 THEN NULL ELSE (i * 3 % 11)::INTEGER END AS total FROM range(1, 19) t(i)',
};

const policyOf = (policy: string): { policy: string } => ({ policy });
const mask = (column: string, operator: DecidedMask['operator'], config: Record<string, unknown> = {}): DecidedMask => ({ column, operator, config, ...policyOf('p') });
const filter = (column: string, operator: DecidedFilter['operator'], value?: DecidedFilter['value']): DecidedFilter => ({ column, operator, ...policyOf('p'), ...(value === undefined ? {} : { value }) });
const one = (...masks: DecidedMask[]): fc.Arbitrary<DecidedMask[]> => fc.constantFrom([], ...masks.map((given) => [given]));

export interface Decision { masks: DecidedMask[]; filters: DecidedFilter[] }
export interface Policy { people: Decision; orders: Decision }

export const policies: fc.Arbitrary<Policy> = fc.record({
  people: fc.record({
    masks: fc.tuple(
      one(mask('name', 'hash'), mask('name', 'redact'), mask('NAME', 'regex_replace', { pattern: '(?<=.).', replacement: '*' }), mask('name', 'regex_replace', { pattern: '^(.).*', replacement: '$1.' })),
      one(mask('nick', 'redact', { replacement: 'ant' }), mask('Nick', 'hash'), mask('nick', 'pass_through')), one(mask('amount', 'bucket_number', { buckets: [15, 25, 40] }), mask('amount', 'redact')),
      one(mask('born', 'bucket_date', { precision: 'year' }), mask('born', 'bucket_date', { precision: 'month' }), mask('born', 'redact')), one(mask('id', 'bucket_number', { buckets: [3, 6, 9] }), mask('id', 'redact', { replacement: '7' })),
    ).map((all) => all.flat()),
    filters: fc.subarray([filter('name', 'not_equals', 'Bob'), filter('id', 'less_than', 9), filter('nick', 'like', '%e%'), filter('amount', 'greater_than', 12.5), filter('born', 'greater_than_or_equals_to', '2024-01-01'), filter('id', 'not_equals', 3), filter('name', 'never')], { maxLength: 3 }),
  }),
  orders: fc.record({ masks: one(mask('total', 'bucket_number', { buckets: [4, 8] })), filters: fc.subarray([filter('total', 'less_than', 8), filter('id', 'greater_than', 2)]) }),
});

const column = fc.constantFrom('p.id', 'p.name', 'p.nick', 'p.amount', 'p.born');
const scalar = fc.oneof(column, fc.constantFrom(
  'upper(p.name)', 'coalesce(p.nick, p.name)', 'length(p.name)', 'year(p.born)', 'p.id % 3', "p.name || '-' || p.nick", 'p.amount * 2', 'CASE WHEN p.id > 5 THEN p.name ELSE p.nick END', 'p.name = p.nick', 'CAST(p.name AS varchar(2))', 'TRY_CAST(p.nick AS bigint)',
  'nullif(p.name, p.nick)', 'if(p.born < DATE \'2024-03-01\', p.amount)', '(SELECT max(q.name) FROM people q WHERE q.id < p.id)', '(SELECT count(*) FROM orders o WHERE o.id = p.id)', "date_trunc('month', p.born)", 'p.id IN (SELECT o.id FROM orders o WHERE o.total > 3)', '12 / (p.id - 3)',
  "transform(ARRAY[p.name, p.nick], x -> coalesce(x, '-') || 'z')[1]", "array_join(filter(ARRAY[p.name, p.nick], x -> x > 'B'), ',')", "reduce(ARRAY[p.id, 5], BIGINT '0', (s, x) -> s + x, s -> s)", 'any_match(ARRAY[p.name, p.nick], x -> x = p.name)', 'MAP(ARRAY[1, 2], ARRAY[p.name, p.nick])[2]',
));
const condition = fc.constantFrom(
  'true', "p.name > 'B'", 'p.nick IS NULL', "p.id IN (SELECT id FROM people WHERE nick <> 'ant')", 'EXISTS (SELECT 1 FROM people q WHERE q.amount > p.amount AND q.name = p.name)', "p.born >= DATE '2024-02-01'", 'p.amount > 15.5 AND p.id < 10', 'p.id = 2 OR p.name = p.nick',
  "p.name LIKE '%n%'", "p.name = 'Ann'", "p.name IN ('Bob', 'REDACTED', 'A.')", 'NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = p.id)', 'p.amount = (SELECT max(amount) FROM people)', 'p.id >= ALL (SELECT o.total FROM orders o WHERE o.total IS NOT NULL)', 'p.id BETWEEN 2 AND 7', 'p.nick IS DISTINCT FROM p.name',
  '10 / (p.id - 4) > 0', "CAST(p.amount AS bigint) % 2 = 0",
);
const source = fc.constantFrom(
  'people p', 'people AS p', 's.people p', 'lake.s.people p', '(SELECT * FROM people) p', '(SELECT * FROM people WHERE id <> 2) AS p', '(TABLE people) p', '(SELECT * FROM people UNION ALL SELECT * FROM people) p', '(WITH people AS (SELECT * FROM people WHERE id > 1) SELECT * FROM people) p',
  'people AS p (id, name, nick, amount, born)', '(SELECT DISTINCT * FROM people) p', '(SELECT s.people.* FROM people) p', '(SELECT people.id, lake.s.people.name, s.people.nick, amount, born FROM people) p', '((people p))', 'people p CROSS JOIN UNNEST(ARRAY[p.name, p.nick]) AS u (v)', 'people p LEFT JOIN UNNEST(filter(ARRAY[p.id, 2], x -> x > 4)) WITH ORDINALITY AS u (v, o) ON true', 'people p CROSS JOIN LATERAL (SELECT count(*) AS n FROM orders o2 WHERE o2.id = p.id) AS l', '(SELECT * FROM people EXCEPT SELECT * FROM people WHERE id = 1) p',
);
const joined = fc.tuple(source, fc.constantFrom('JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL JOIN'), fc.constantFrom('orders o ON o.id = p.id', '(SELECT id, total FROM orders WHERE total > 2) o ON p.id = o.id AND o.total < 9', 'orders o ON o.id = p.id + 1'))
  .map(([left, join, right]) => `${left} ${join} ${right}`);
const aggregate = fc.constantFrom('count(*)', 'count(p.name)', 'count(DISTINCT p.nick)', 'max(p.name)', 'min(p.amount)', 'sum(p.amount)', 'avg(p.amount)', 'sum(p.id)', "count_if(p.name = 'Ann')", 'count(*) FILTER (WHERE p.nick IS NULL)', 'bool_or(p.id > 4)');
const group = fc.constantFrom('p.name', 'p.nick', 'year(p.born)', 'p.id % 3', 'p.name, p.nick', 'ROLLUP (p.name, p.nick)', 'CUBE (p.name, p.nick)', 'GROUPING SETS ((p.name), (p.nick), ())');
const window = fc.constantFrom('count(*) OVER ()', 'max(p.nick) OVER (PARTITION BY p.name)', 'rank() OVER (ORDER BY p.amount, p.id)', 'sum(p.amount) OVER (PARTITION BY p.name ORDER BY p.id, p.amount)', 'lag(p.name) OVER (ORDER BY p.id, p.amount, p.name, p.nick, p.born)', 'count(*) OVER (ORDER BY p.born RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)');

const plain = fc.tuple(fc.boolean(), fc.array(fc.oneof({ arbitrary: scalar, weight: 4 }, { arbitrary: window, weight: 1 }), { minLength: 1, maxLength: 3 }), fc.oneof(source, joined), condition)
  .map(([distinct, items, from, where]) => `SELECT ${distinct ? 'DISTINCT ' : ''}${items.map((item, index) => `${item} AS x${index}`).join(', ')} FROM ${from} WHERE ${where}`);
const grouped = fc.tuple(fc.array(aggregate, { minLength: 1, maxLength: 3 }), fc.oneof(source, joined), condition, fc.option(group), fc.constantFrom('', ' HAVING count(*) > 1', " HAVING max(p.name) > 'B'"))
  .map(([items, from, where, by, having]) => `SELECT ${items.map((item, index) => `${item} AS x${index}`).join(', ')} FROM ${from} WHERE ${where}${by === null ? '' : ` GROUP BY ${by}`}${having}`);
const others = fc.constantFrom(
  'SELECT * FROM people NATURAL JOIN orders', 'SELECT * FROM people JOIN orders USING (id)', 'SELECT * FROM people FULL JOIN orders USING (id)', 'TABLE people', 'SELECT count(*) FROM people a, people b WHERE a.name = b.name', 'SELECT name FROM people ORDER BY name, id LIMIT 3', 'VALUES ((SELECT max(name) FROM people))',
  'WITH a AS (SELECT name, count(*) AS n FROM people GROUP BY name), b AS (SELECT max(n) AS m FROM a) SELECT a.name FROM a JOIN b ON a.n = b.m', 'SELECT name FROM people INTERSECT SELECT nick FROM people', '(SELECT id FROM people) EXCEPT (SELECT id FROM orders)',
  'SELECT id FROM people UNION SELECT total FROM orders', 'WITH orders AS (SELECT id FROM people) SELECT count(*) FROM orders o JOIN s.orders q ON o.id = q.id', 'SELECT s.people.name, s.orders.total FROM people JOIN orders ON lake.s.people.id = s.orders.id', 'WITH RECURSIVE t (id, n) AS (SELECT id, 1 FROM people WHERE id < 3 UNION ALL SELECT p.id, t.n + 1 FROM t JOIN people p ON p.id = t.id + 1 WHERE t.n < 4) SELECT count(*), max(id), max(n) FROM t',
  'SELECT array_join(array_agg(name ORDER BY name), \'-\') FROM people', 'SELECT (SELECT p.name FROM people p WHERE p.id = o.id AND p.id = 5) FROM orders o',
);

/** Queries of Trino over `people` and `orders`, in every way this gateway can read a table. */
export const queries = fc.oneof({ arbitrary: plain, weight: 6 }, { arbitrary: grouped, weight: 4 }, { arbitrary: others, weight: 1 });
