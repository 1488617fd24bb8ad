import { beforeAll, describe, expect, it } from '@jest/globals';
import { tablesOf } from './names.js';
import { parseStatement } from './parse/statement.parser.js';
import { rewrite, type Rewritten } from './rewrite.js';
import { runAll, testTables, writeTestFiles } from '../../test/support/tables.js';

beforeAll(writeTestFiles);

const run = async (text: string, tables = testTables()): Promise<unknown[][]> => runAll(rewriteOf(text, tables).sql);

function rewriteOf(text: string, tables = testTables()): Rewritten {
  const query = parseStatement(text);
  if (query.kind !== 'query') throw new Error('not a query');
  const defaults = { catalog: 'lake', schema: 's' };
  tablesOf(query, defaults);
  return rewrite({ text, query, defaults, user: 'amir', now: new Date('2026-01-02T03:04:05.678Z'), seed: 'seed', tables });
}

describe('rewrite: Trino meaning on the embedded engine', () => {
  it.each<[string, unknown[][]]>([
    ['SELECT 1', [[1]]],
    ['SELECT 7/2, -7/2, 7%2, 7/2.0', [[3, -3, 1, '3.5']]],
    ['SELECT 1.0/3.0, 10.0/4', [['0.3', '2.5']]],
    ['SELECT 5.55/-2, CAST(-5 AS decimal(3,1))/3', [['-2.78', '-1.7']]],
    ["SELECT CAST('abcdef' AS varchar(3))", [['abc']]],
    ["SELECT 'a' || NULL, concat('a', NULL, 'b'), greatest(1, NULL)", [[null, null, null]]],
    ['SELECT sum(id), avg(amount), count(*), avg(id) FROM people', [['6', '20.17', '3', 2]]],
    ["SELECT substr('hello', -3), substr('hello', 0), substr('hello', 2, 2), substr('ab', -5)", [['llo', '', 'el', '']]],
    ['SELECT CAST(2.5e0 AS integer), CAST(-2.5e0 AS integer), round(2.5e0), CAST(2.5 AS bigint)', [[3, -3, 3, '3']]],
    ["SELECT DATE '2024-01-31' + INTERVAL '1' MONTH, DATE '2024-03-31' - INTERVAL '1' DAY", [['2024-02-29', '2024-03-30']]],
    ["SELECT TRY_CAST('1.5' AS integer), TRY_CAST(' 5' AS integer), CAST('42' AS integer)", [[null, 5, 42]]],
    ["SELECT CAST(TIMESTAMP '2024-01-02 03:04:05.100' AS varchar), CAST(DATE '2024-01-02' AS varchar)", [['2024-01-02 03:04:05.100', '2024-01-02']]],
    ["SELECT date_trunc('month', DATE '2024-05-17'), date_diff('day', DATE '2024-01-01', DATE '2024-03-01'), day_of_week(DATE '2024-01-07')", [['2024-05-01', '60', '7']]],
    ["SELECT date_add('month', 1, DATE '2024-01-31'), year(DATE '2024-05-17'), extract(quarter FROM DATE '2024-05-17')", [['2024-02-29', '2024', '2']]],
    ["SELECT date_format(TIMESTAMP '2024-01-02 03:04:05', '%Y/%m/%d %H:%i:%s')", [['2024/01/02 03:04:05']]],
    ["SELECT regexp_extract('abc', 'x'), regexp_replace('a1b2', '([0-9])', '<$1>'), regexp_like('abc', 'b')", [[null, 'a<1>b<2>', true]]],
    ["SELECT split_part('a,b', ',', 2), split_part('a,b', ',', 3), reverse('añ'), strpos('abc','c')", [['b', null, 'ña', '3']]],
    ["SELECT to_hex(to_utf8('ab')), X'6566' = to_utf8('ef'), to_hex(sha256(to_utf8('')))", [['6162', true, 'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855']]],
    ['VALUES (1, \'a\'), (2, \'b\') ORDER BY 1 DESC LIMIT 1', [[2, 'b']]],
    ['SELECT name FROM people ORDER BY nick', [['Bob'], ['Ann'], ['Cid']]],
    ['SELECT id FROM people ORDER BY nick DESC NULLS FIRST', [['3'], ['1'], ['2']]],
    ['SELECT current_date, current_user', [['2026-01-02', 'amir']]],
    ['SELECT p.name, o.total FROM people p LEFT JOIN orders o USING (id) ORDER BY 1', [['Ann', 5], ['Bob', null], ['Cid', 7]]],
    ['SELECT id, name, total FROM people JOIN orders USING (id) WHERE id = 1', [['1', 'Ann', 5]]],
    ['SELECT name FROM people p WHERE EXISTS (SELECT 1 FROM orders o WHERE o.id = p.id) ORDER BY name', [['Ann'], ['Cid']]],
    ['SELECT name, (SELECT max(total) FROM orders o WHERE o.id = p.id) AS m FROM people p ORDER BY m DESC, name', [['Cid', 7], ['Ann', 5], ['Bob', null]]],
    ['WITH people AS (SELECT id FROM people WHERE id > 1) SELECT count(*) FROM people', [['2']]],
    ['SELECT count(*) AS n, id % 2 AS odd FROM people GROUP BY 2 ORDER BY odd', [['1', '0'], ['2', '1']]],
    ['SELECT name, row_number() OVER (ORDER BY id DESC) FROM people ORDER BY id', [['Ann', '3'], ['Bob', '2'], ['Cid', '1']]],
    ['SELECT sum(id) OVER w FROM people WINDOW w AS (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)', [['1'], ['3'], ['5']]],
    ['SELECT id FROM people UNION SELECT 9 ORDER BY 1 DESC FETCH FIRST 2 ROWS ONLY', [['9'], ['3']]],
    ['(SELECT id FROM people) EXCEPT (SELECT id FROM people WHERE id < 3)', [['3']]],
    ['SELECT x.a + 1 FROM (SELECT id AS a FROM people) x WHERE x.a IN (SELECT id FROM orders) ORDER BY 1', [['2'], ['4']]],
    ['SELECT CASE WHEN id = 1 THEN \'one\' ELSE \'more\' END, if(id > 2, 1) FROM people ORDER BY id', [['one', null], ['more', null], ['more', 1]]],
    ['SELECT "NAME" FROM PEOPLE WHERE "Id" = 2', [['Bob']]],
    ['SELECT lake.s.people.name FROM people WHERE s.people.id = 1', [['Ann']]],
    ['SELECT listagg(name, \'-\') WITHIN GROUP (ORDER BY id DESC) FROM people', [['Cid-Bob-Ann']]],
    ['SELECT min_by(name, id), max_by(name, id), count_if(id > 1), count(DISTINCT nick) FROM people', [['Ann', 'Cid', '2', '2']]],
    ['SELECT grouping(id), count(*) FROM people GROUP BY ROLLUP (id) ORDER BY 1 DESC, 2 LIMIT 1', [[1, '3']]],
    ['TABLE orders ORDER BY id LIMIT 1', [['1', 5]]],
    ['SELECT * FROM people a JOIN orders b ON a.id = b.id WHERE a.id = 3', [['3', 'Cid', null, '30.50', '2024-03-03', '3', 7]]],
    ["SELECT count(*) FROM people WHERE name LIKE '%n%' OR name LIKE 'B!_b' ESCAPE '!'", [['1']]],
    ['SELECT name, total FROM people NATURAL JOIN orders ORDER BY 1', [['Ann', 5], ['Cid', 7]]],
    ["SELECT U&'\\0041!0042' UESCAPE '!', 1_000 + 0x10, U&'\\+01F600'", [['\\0041B', 1016, '\u{1F600}']]],
    ["SELECT trim(LEADING 'x' FROM 'xxax'), trim(BOTH FROM ' b '), trim('y' FROM 'yby')", [['ax', 'b', 'b']]],
    ['SELECT 1 = ANY (SELECT id FROM people), 5 > ALL (SELECT id FROM people)', [[true, true]]],
  ])('%s', async (text, expected) => expect(await run(text)).toEqual(expected));

  it.each([
    ['SELECT 1/0', 'DIVISION_BY_ZERO'], ['SELECT 5 % 0', 'DIVISION_BY_ZERO'], ['SELECT 1.0/0.0', 'DIVISION_BY_ZERO'],
    ["SELECT CAST('x' AS integer)", 'INVALID_CAST_ARGUMENT'], ["SELECT CAST('1.5' AS bigint)", 'INVALID_CAST_ARGUMENT'], ["SELECT CAST('7 7' AS integer)", 'INVALID_CAST_ARGUMENT'],
  ])('%s fails as %s', async (text, name) => { await expect(run(text)).rejects.toThrow(`TRINO:${name}`); });
});
