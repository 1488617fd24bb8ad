import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseWithAntlr, tablesOfTree } from '../../test/support/trino-grammar.js';
import { tokenize } from './parse/lexer.js';
import { refsOf } from './refs.js';

/** How many mutants one run tries, and for how long it compares with the other grammar; a nightly run sets more. */
const MUTANTS = Number(process.env['DATAOS_TEST_MUTANTS'] ?? 20_000);
const SECONDS = Number(process.env['DATAOS_TEST_FUZZ_SECONDS'] ?? 10);

/** Statements with every place where a table may stand. */
const SEEDS = [
  'SELECT a, b AS c FROM x.y.z AS t (p, q) WHERE a = 1 AND b IN (SELECT c FROM d) ORDER BY 1 DESC NULLS FIRST LIMIT 5', 'WITH a AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT * FROM a JOIN b ON a.x = b.y', 'WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) TABLE r',
  "SELECT count(*) FILTER (WHERE x > 1) OVER (PARTITION BY y ORDER BY z ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t GROUP BY GROUPING SETS ((a), (b, c), ()) HAVING max(d) > 2", 'SELECT * FROM ((a CROSS JOIN b) LEFT JOIN c USING (k)) NATURAL JOIN d', 'SELECT (SELECT max(v) FROM a), EXISTS (SELECT 1 FROM b), ARRAY[(SELECT 1 FROM c)][1] FROM d',
  'VALUES (1, (SELECT 2 FROM a)), (3, 4) UNION (SELECT * FROM b INTERSECT TABLE c) EXCEPT SELECT * FROM e', 'SELECT * FROM UNNEST(ARRAY[1, 2], MAP(ARRAY[1], ARRAY[2])) WITH ORDINALITY AS u (a, b, c, n), LATERAL (SELECT * FROM t WHERE t.x = u.a) l', 'SELECT transform(x, (a, b) -> a + b), reduce(y, 0, s -> s) FROM t TABLESAMPLE BERNOULLI (10)',
  'SELECT * FROM TABLE(f(input => TABLE(t) PARTITION BY k ORDER BY d, n => DESCRIPTOR(a, b))) x', 'SELECT * FROM t FOR VERSION AS OF 1 AS v, u FOR TIMESTAMP AS OF TIMESTAMP \'2024-01-01 00:00:00\'', 'SELECT * FROM t MATCH_RECOGNIZE (PARTITION BY a ORDER BY b MEASURES A.x AS y ONE ROW PER MATCH PATTERN (A B+ (C | D)*) DEFINE A AS x > 1) m',
  "SELECT CASE a WHEN 1 THEN 'x' ELSE b END, CAST(c AS decimal(10, 2)), TRY_CAST(d AS row(x bigint, y array(varchar))), EXTRACT(year FROM e), INTERVAL '1' DAY, DATE '2024-01-01', x IS NOT DISTINCT FROM y FROM t", "SELECT json_value(j, 'lax $.a' RETURNING bigint DEFAULT 1 ON ERROR), trim(BOTH 'x' FROM s), position('a' IN b) FROM t",
  'INSERT INTO a.b (c, d) SELECT c, d FROM e WHERE f NOT LIKE \'%\'', 'DELETE FROM t WHERE x > ALL (SELECT y FROM u)', 'UPDATE t SET a = (SELECT max(b) FROM u) WHERE c BETWEEN 1 AND 2', 'MERGE INTO t USING (SELECT * FROM s) s ON t.i = s.i WHEN MATCHED THEN UPDATE SET v = s.v WHEN NOT MATCHED THEN INSERT (i) VALUES (s.i)', 'CREATE TABLE n AS SELECT * FROM o WITH NO DATA',
  'EXPLAIN ANALYZE SELECT * FROM t', 'SHOW STATS FOR (SELECT * FROM t)', "SELECT '\u{1F600}' || \"ta ble\".\"x\"\"y\" /* c */ FROM \"ta ble\" -- end\n WHERE a = ? AND b = X'00'",
];
const folder = path.join(process.env['DATAOS_TEST_DATA'] ?? '', 'trino-sql');
const corpus = process.env['DATAOS_TEST_DATA'] !== undefined && existsSync(folder) ? (JSON.parse(readFileSync(path.join(folder, 'tricky.json'), 'utf8')) as { sql: string }[]).map(({ sql }) => sql).filter((sql) => sql.length < 400) : [];
const seeds = [...SEEDS, ...corpus];

/** A small generator with a seed, so that a failure can be had again. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const words = (sql: string): string[] => {
  try {
    return tokenize(sql).list.filter(({ kind }) => kind !== 'end').map(({ start, end }) => sql.slice(start, end));
  } catch {
    return sql.split(' ');
  }
};
const parts = seeds.map(words);
const vocabulary = [...new Set(parts.flat())];

/** One to three changes of tokens: left out, doubled, exchanged, put in from elsewhere, or the rest of another statement. */
function mutant(next: (below: number) => number): string {
  const tokens = [...(parts[next(parts.length)] as string[])];
  for (let changes = 1 + next(3); changes > 0 && tokens.length > 0; changes -= 1) {
    const at = next(tokens.length);
    const other = parts[next(parts.length)] as string[];
    switch (next(6)) {
      case 0: tokens.splice(at, 1); break;
      case 1: tokens.splice(at, 0, tokens[next(tokens.length)] as string); break;
      case 2: tokens[at] = vocabulary[next(vocabulary.length)] as string; break;
      case 3: tokens.splice(at, 0, vocabulary[next(vocabulary.length)] as string); break;
      case 4: tokens.splice(at, 1 + next(4), ...other.slice(next(other.length)).slice(0, 1 + next(8))); break;
      default: tokens.splice(at, tokens.length, ...other.slice(next(other.length)));
    }
  }
  return tokens.join(' ');
}

/** Statements of which both grammars say which tables they name; of others the second one says less than it knows. */
const COMPARED = /^\s*(select|with|values|table|\(|insert|delete|update|merge|explain|show\s+stats|create\s+(or\s+replace\s+)?table)\b|^\s*\(/i;
/** Words in which the second grammar is older, laxer, or reads something else: it takes `AT` or `corresponding` for a name. */
const NEWER = /\b(local|corresponding|auto|access|at)\b|@/i;

describe('mutated statements', () => {
  it(`end in an answer, ${MUTANTS} of them, none of them late`, () => {
    const next = generator(MUTANTS);
    let valid = 0;
    for (let count = 0; count < MUTANTS; count += 1) {
      const sql = count % 10 === 0 ? Array.from({ length: next(60) }, () => (next(3) === 0 ? String.fromCharCode(next(256)) : vocabulary[next(vocabulary.length)])).join(next(2) === 0 ? ' ' : '') : mutant(next);
      const started = performance.now();
      const refs = refsOf({ id: count, sql });
      if (performance.now() - started > 2_000) throw new Error(`late: ${sql}`);
      valid += Number('valid' in refs && refs.valid);
    }
    expect(valid).toBeGreaterThan(MUTANTS / 50);
  }, 3_600_000);

  it(`name the same tables as in a grammar made by others, in ${SECONDS} s of comparisons`, () => {
    const next = generator(Date.now());
    const until = Date.now() + SECONDS * 1_000;
    const seen = { both: 0, compared: 0 };
    while (Date.now() < until || seen.both < 20) {
      const sql = mutant(next);
      const refs = refsOf({ id: 0, sql });
      if (!('valid' in refs) || !refs.valid || !COMPARED.test(sql) || NEWER.test(sql)) continue;
      seen.compared += 1;
      const tree = parseWithAntlr(sql);
      if (tree === undefined) continue;
      seen.both += 1;
      expect({ sql, tables: [...refs.reads, ...refs.writes].toSorted() }).toEqual({ sql, tables: tablesOfTree(tree) });
    }
    // A parser that takes what the other refuses would be no parser of the same language.
    expect(seen.both / seen.compared).toBeGreaterThan(0.5);
  }, 600_000);
});
