import { beforeAll, describe, expect, it } from '@jest/globals';
import { files, runAll, testTables, writeTestFiles } from '../../../test/support/tables.js';
import { parseStatement } from '../parse/statement.parser.js';
import { rewrite } from '../rewrite.js';
import { quote } from './fragment.js';
import { assertReads, readsOf } from './tree.js';

beforeAll(writeTestFiles);

const serialize = async (sql: string): Promise<string> => String((await runAll(`SELECT json_serialize_sql(${quote(sql)})`))[0]?.[0]);

describe('the tree that the engine itself makes of a statement', () => {
  it.each([
    ['SELECT * FROM people', ['people']], ['SELECT a.name FROM people a JOIN orders b ON a.id = b.id', ['people', 'orders']], ['WITH people AS (SELECT * FROM people) SELECT (SELECT max(total) FROM orders), count(*) FROM people', ['orders', 'people']],
    ['SELECT name FROM people WHERE id IN (SELECT id FROM orders) UNION SELECT name FROM people ORDER BY 1', ['orders', 'people']], ['SELECT 1', []], ['SELECT sum(id) OVER (ORDER BY (SELECT max(total) FROM orders)) FROM people', ['orders', 'people']],
  ] as [string, ('people' | 'orders')[]][])('agrees with what was decided: %s', async (text, expected) => {
    const query = parseStatement(text);
    if (query.kind !== 'query') throw new Error('not a query');
    const policy = { masks: [{ column: 'name', operator: 'redact' as const, config: {}, policy: 'p' }], filters: [{ column: 'id', operator: 'less_than' as const, value: 3, policy: 'p' }] };
    const rewritten = rewrite({ text, query, defaults: { catalog: 'lake', schema: 's' }, user: 'u', now: new Date(), seed: '', tables: testTables(policy) });
    const reads = readsOf(await serialize(rewritten.sql));
    expect({ ...reads, files: [...new Set(reads.files)].toSorted() }).toEqual({ tables: [], files: expected.map((name) => files[name]).toSorted() });
    expect(() => assertReads(reads, { files: rewritten.files, tables: [] })).not.toThrow();
  });

  it.each([
    ["SELECT * FROM read_parquet(['/x.parquet'])", 'not decided'], ['SELECT * FROM other', 'not decided'], ['WITH a AS (SELECT * FROM other) SELECT * FROM a', 'not decided'], ["SELECT * FROM query('SELECT 1')", 'reads from query'], ["SELECT * FROM 'x.csv'", 'not decided'], ["SELECT * FROM glob('*')", 'reads from glob'],
    ["SELECT * FROM read_text('/etc/passwd')", 'reads from read_text'], ["SELECT current_setting('threads')", 'calls current_setting'], ['SELECT * FROM duckdb_settings()', 'reads from duckdb_settings'], ["SELECT * FROM read_parquet(['a' || 'b'])", 'computed'], ['SELECT (SELECT 1 FROM other)', 'not decided'],
    ['INSERT INTO a VALUES (1)', 'not read'], ['SELECT 1; SELECT 2', 'one query'], ['SELEC', 'not read'],
  ])('stops %s', async (sql, message) => {
    const serialized = await serialize(sql);
    expect(() => assertReads(readsOf(serialized), { files: [], tables: [] })).toThrow(message === 'not read' ? 'does not read' : message);
  });
});
