import { describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DATA, queries } from '../../../test/support/pairs.js';
import { SESSION_SETTINGS } from '../../engine/settings.js';
import { parseStatement } from '../../sql/parse/statement.parser.js';
import { rewrite } from '../../sql/rewrite.js';
import type { Query } from '../../sql/ast.js';
import type { Table } from '../../sql/table.js';
import type { Flow } from './flow.js';
import type { TracedTable } from './scope.js';
import { trace } from './trace.js';

const columns = { people: [['id', 'bigint'], ['name', 'varchar'], ['nick', 'varchar'], ['amount', 'decimal(10,2)'], ['born', 'date']], orders: [['id', 'bigint'], ['total', 'integer']] } as const;
const defaults = { catalog: 'lake', schema: 's' };
const known = (name: string, names: readonly string[], more: Partial<TracedTable> = {}): [string, TracedTable] => [`lake.s.${name}`, { name: `lake.s.${name}`, columns: names, ...more }];

function parsed(text: string): Query {
  const query = parseStatement(text);
  if (query.kind !== 'query') throw new Error('not a query');
  return query;
}

const tables = new Map([
  known('people', columns.people.map(([name]) => name)), known('orders', columns.orders.map(([name]) => name)), known('guarded', ['a', 'b'], { filtered: ['B'] }),
  known('v', ['who', 'n'], { view: { query: parsed('SELECT name, count(*) FROM people WHERE born IS NOT NULL GROUP BY name'), defaults } }),
  known('w', ['who'], { view: { query: parsed('SELECT who FROM v'), defaults } }), known('loop', ['x'], { view: { query: parsed('SELECT x FROM loop'), defaults } }),
  known('docs', ['id', 'tags', 'body']), known('listed', ['a'], { metadata: true }),
]);
const shown = (flow: Flow): string => [...flow].map(([origin, uses]) => `${origin.replace('lake.s.', '').replace('people#', '')}:${[...uses].toSorted().join('+')}`).toSorted().join(' ');
function traced(text: string): Record<string, string> {
  const { columns: made, rows, open } = trace(parsed(text), defaults, tables);
  return { ...Object.fromEntries(made.map(({ name, flow }, index) => [name === '' ? `_${index}` : name, shown(flow)])), ...(rows.size === 0 ? {} : { ROWS: shown(rows) }), ...(open === undefined ? {} : { OPEN: shown(open) }) };
}

describe('where the columns of a query come from', () => {
  it.each<[string, Record<string, string>]>([
    ['SELECT 1 AS x', { x: '' }],
    ['SELECT name, nick AS n FROM people', { name: 'name:IDENTITY', n: 'nick:IDENTITY' }],
    ['SELECT * FROM orders o', { id: 'orders#id:IDENTITY', total: 'orders#total:IDENTITY' }],
    ['SELECT upper(name) || nick AS x, CAST(id AS varchar) AS y FROM people', { x: 'name:TRANSFORMATION nick:TRANSFORMATION', y: 'id:TRANSFORMATION' }],
    ['SELECT CASE WHEN id > 5 THEN name ELSE nick END AS x FROM people', { x: 'id:CONDITIONAL name:TRANSFORMATION nick:TRANSFORMATION' }],
    ["SELECT if(id = 1, name, nick) AS x FROM people", { x: 'id:CONDITIONAL name:TRANSFORMATION nick:TRANSFORMATION' }],
    ['SELECT name, sum(amount) AS s, count(*) AS n FROM people GROUP BY name', { name: 'name:IDENTITY', s: 'amount:AGGREGATION', n: '', ROWS: 'name:GROUP_BY' }],
    ['SELECT sum(amount) FILTER (WHERE id > 1) AS s FROM people GROUP BY 1', { s: 'amount:AGGREGATION id:CONDITIONAL', ROWS: 'amount:GROUP_BY id:GROUP_BY' }],
    ['SELECT max(amount) AS m FROM people HAVING min(id) > 1', { m: 'amount:AGGREGATION', ROWS: 'id:FILTER' }],
    ['SELECT sum(amount + 1) * 2 AS s FROM people', { s: 'amount:AGGREGATION' }],
    ['SELECT rank() OVER (PARTITION BY name ORDER BY born) AS r, lag(nick) OVER w AS l FROM people WINDOW w AS (ORDER BY id)', { r: 'born:WINDOW name:WINDOW', l: 'id:WINDOW nick:TRANSFORMATION' }],
    ['SELECT sum(amount) OVER (w PARTITION BY name) AS s FROM people WINDOW w AS (ORDER BY id)', { s: 'amount:AGGREGATION id:WINDOW name:WINDOW' }],
    ['SELECT name FROM people WHERE nick > \'a\' ORDER BY born', { name: 'name:IDENTITY', ROWS: 'born:SORT nick:FILTER' }],
    ['SELECT nick AS name FROM people ORDER BY name', { name: 'nick:IDENTITY', ROWS: 'nick:SORT' }],
    ['SELECT DISTINCT nick FROM people', { nick: 'nick:IDENTITY', ROWS: 'nick:GROUP_BY' }],
    ['SELECT p.name, o.total FROM people p JOIN orders o ON p.id = o.id', { name: 'name:IDENTITY', total: 'orders#total:IDENTITY', ROWS: 'id:JOIN orders#id:JOIN' }],
    ['SELECT id, total FROM people JOIN orders USING (id)', { id: 'id:IDENTITY orders#id:IDENTITY', total: 'orders#total:IDENTITY', ROWS: 'id:JOIN orders#id:JOIN' }],
    ['SELECT total FROM people NATURAL JOIN orders', { total: 'orders#total:IDENTITY', ROWS: 'id:JOIN orders#id:JOIN' }],
    ['SELECT (SELECT max(total) FROM orders o WHERE o.id = p.id) AS m FROM people p', { m: 'id:FILTER orders#id:FILTER orders#total:AGGREGATION' }],
    ['SELECT name FROM people p WHERE EXISTS (SELECT 1 FROM orders o WHERE o.id = p.id)', { name: 'name:IDENTITY', ROWS: 'id:FILTER orders#id:FILTER' }],
    ['SELECT name FROM people WHERE id IN (SELECT id FROM orders WHERE total > 3)', { name: 'name:IDENTITY', ROWS: 'id:FILTER orders#id:FILTER orders#total:FILTER' }],
    ['SELECT id = ANY (SELECT total FROM orders) AS x FROM people', { x: 'id:TRANSFORMATION orders#total:TRANSFORMATION' }],
    ['WITH a AS (SELECT upper(name) AS u, id FROM people WHERE born IS NOT NULL) SELECT u FROM a WHERE id = 1', { u: 'name:TRANSFORMATION', ROWS: 'born:FILTER id:FILTER' }],
    ['WITH a (x) AS (SELECT name FROM people), b AS (SELECT x FROM a) SELECT x AS y FROM b', { y: 'name:IDENTITY' }],
    ['WITH people AS (SELECT id AS name FROM people) SELECT name FROM people', { name: 'id:IDENTITY' }],
    ['WITH RECURSIVE t (a, n) AS (SELECT id, 1 FROM people UNION ALL SELECT t.a + o.total, n + 1 FROM t JOIN orders o ON o.id = t.a WHERE n < 3) SELECT a, n FROM t', { a: 'id:IDENTITY+TRANSFORMATION orders#total:TRANSFORMATION', n: '', ROWS: 'id:JOIN orders#id:JOIN orders#total:JOIN' }],
    ['SELECT name FROM people UNION ALL SELECT nick FROM people', { name: 'name:IDENTITY nick:IDENTITY' }],
    ['SELECT name FROM people UNION SELECT nick FROM people', { name: 'name:IDENTITY nick:IDENTITY', ROWS: 'name:GROUP_BY nick:GROUP_BY' }],
    ['SELECT name FROM people EXCEPT SELECT nick FROM people', { name: 'name:IDENTITY', ROWS: 'name:FILTER nick:FILTER' }],
    ['VALUES (1, (SELECT max(name) FROM people))', { _0: '', _1: 'name:AGGREGATION' }],
    ['TABLE orders', { id: 'orders#id:IDENTITY', total: 'orders#total:IDENTITY' }],
    ['SELECT a FROM guarded', { a: 'guarded#a:IDENTITY', ROWS: 'guarded#b:FILTER' }],
    ['SELECT who FROM v', { who: 'name:IDENTITY v#who:IDENTITY', ROWS: 'born:FILTER name:GROUP_BY' }],
    ['SELECT upper(who) AS u FROM w', { u: 'name:TRANSFORMATION v#who:TRANSFORMATION w#who:TRANSFORMATION', ROWS: 'born:FILTER name:GROUP_BY' }],
    ['SELECT x FROM loop', { x: 'loop#x:IDENTITY' }],
    ['SELECT transform(ARRAY[name], x -> x || nick)[1] AS t FROM people', { t: 'name:TRANSFORMATION nick:TRANSFORMATION' }],
    ['SELECT transform(ARRAY[name], nick -> nick || \'!\') AS t FROM people', { t: 'name:TRANSFORMATION' }],
    ['SELECT u.tag FROM docs CROSS JOIN UNNEST(tags) AS u (tag)', { tag: 'docs#tags:TRANSFORMATION', ROWS: 'docs#tags:JOIN' }],
    ['SELECT id, field FROM docs CROSS JOIN UNNEST(tags) AS u', { id: 'docs#id:IDENTITY docs#tags:TRANSFORMATION', field: 'docs#tags:TRANSFORMATION', ROWS: 'docs#tags:JOIN' }],
    ['SELECT d.body.title AS t FROM docs d', { t: 'docs#body:TRANSFORMATION' }],
    ['SELECT l.n FROM people p CROSS JOIN LATERAL (SELECT p.nick AS n) l', { n: 'nick:IDENTITY' }],
    ['SELECT a FROM listed', { a: '' }],
    ['SELECT p.name FROM people p, people q WHERE p.id = q.id', { name: 'name:IDENTITY', ROWS: 'id:FILTER' }],
    ['SELECT name FROM people GROUP BY ROLLUP (name, nick)', { name: 'name:IDENTITY', ROWS: 'name:GROUP_BY nick:GROUP_BY' }],
    ['SELECT array_agg(name ORDER BY born) AS a FROM people', { a: 'born:SORT name:AGGREGATION' }],
    ['SELECT x.* FROM (SELECT id, name FROM people TABLESAMPLE BERNOULLI (10)) x', { id: 'id:IDENTITY', name: 'name:IDENTITY' }],
  ])('%s', (text, expected) => expect(traced(text)).toEqual(expected));

  it('says so where it cannot know the columns, and then names all they may be made of', () => {
    expect(traced('SELECT * FROM docs CROSS JOIN UNNEST(tags) AS u')['OPEN']).toBe('docs#tags:TRANSFORMATION');
    expect(traced('SELECT nonsense.deep FROM people')['deep']).toBe('amount:TRANSFORMATION born:TRANSFORMATION id:TRANSFORMATION name:TRANSFORMATION nick:TRANSFORMATION');
  });

  it('ends on views that read each other many times over', () => {
    const deep = new Map<string, TracedTable>([known('v0', ['x'])]);
    for (let level = 1; level <= 28; level += 1) deep.set(...known(`v${level}`, ['x'], { view: { query: parsed(`SELECT a.x FROM v${level - 1} a JOIN v${level - 1} b ON a.x = b.x`), defaults } }));
    expect(trace(parsed('SELECT x FROM v28'), defaults, deep).columns[0]?.flow.has('lake.s.v0#x')).toBe(true);
  });
});

/** Queries tried, each with every column of its tables changed in turn; a nightly run sets more. */
const TRIES = Number(process.env['DATAOS_TEST_LINEAGE'] ?? 120);

describe('no column is forgotten', () => {
  it('whose change changes an answer', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'minerva-lineage-'));
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    for (const setting of SESSION_SETTINGS) await connection.run(setting);
    // Another value of the same type in each row, and a NULL where there was none.
    const changed: Record<string, string> = { id: 'CASE WHEN id % 4 = 0 THEN NULL ELSE id + 2 END', name: "CASE WHEN id % 4 = 1 THEN NULL ELSE coalesce(name, 'Bob') || 'x' END", nick: "CASE WHEN id % 4 = 2 THEN NULL ELSE coalesce(nick, 'Ann') || 'y' END", amount: 'CASE WHEN id % 4 = 3 THEN NULL ELSE 60 - amount END', born: "CASE WHEN id % 4 = 0 THEN NULL ELSE born - 130 END", total: 'CASE WHEN id % 4 = 0 THEN NULL ELSE 12 - total END' };
    const at = (changing?: string): Map<string, Table> => new Map((['people', 'orders'] as const).map((name): [string, Table] => [`lake.s.${name}`, {
      address: name, name: `lake.s.${name}`, columns: columns[name].map(([column, type]) => ({ name: column, type })), decision: { masks: [], filters: [] },
      source: { kind: 'parquet', root: folder, files: [path.join(folder, `${changing?.startsWith(`${name}.`) === true ? changing : name}.parquet`)] },
    }]));
    const variants = (['people', 'orders'] as const).flatMap((name) => columns[name].map(([column]) => ({ name, column, file: `${name}.${column}` })));
    for (const name of ['people', 'orders'] as const) await connection.run(`COPY (${DATA[name]}) TO '${folder}/${name}.parquet' (FORMAT parquet)`);
    for (const { name, column, file } of variants) await connection.run(`COPY (SELECT * REPLACE (CAST(${changed[column]} AS ${columns[name].find(([other]) => other === column)?.[1]}) AS ${column}) FROM (${DATA[name]})) TO '${folder}/${file}.parquet' (FORMAT parquet)`);

    const answer = async (text: string, read: Map<string, Table>): Promise<string[] | undefined> => {
      try {
        const { sql } = rewrite({ text, query: parsed(text), defaults, user: 'u', now: new Date('2026-01-01'), seed: 'seed', tables: read });
        const rows = (await connection.runAndReadAll(sql)).getRowsJson();
        return (rows[0] ?? []).map((_, index) => JSON.stringify(rows.map((row) => JSON.stringify(row[index])).toSorted()));
      } catch {
        return undefined;
      }
    };
    const outcomes = { changes: 0, named: 0, possible: 0, direct: 0 };
    await fc.assert(fc.asyncProperty(queries, async (text) => {
      const before = await answer(text, at());
      if (before === undefined) return;
      const { columns: made, rows, open } = trace(parsed(text), defaults, tables);
      for (const { name, column, file } of variants) {
        const after = await answer(text, at(file));
        // A statement that fails on the changed values has no answer to compare.
        if (after === undefined) continue;
        const origin = `lake.s.${name}#${column}`;
        before.forEach((value, index) => {
          const named = rows.has(origin) || (open?.has(origin) ?? false) || (made[index]?.flow.has(origin) ?? false);
          outcomes.possible += 1;
          outcomes.named += Number(named);
          if (after[index] === value) return;
          outcomes.changes += 1;
          outcomes.direct += Number(made[index]?.flow.has(origin) ?? false);
          expect({ text, origin, index, named }).toEqual({ text, origin, index, named: true });
        });
      }
    }), { numRuns: TRIES });
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
    // That changes are seen, and that not simply everything is named.
    expect(outcomes.changes).toBeGreaterThan(TRIES);
    expect(outcomes.direct).toBeGreaterThan(TRIES / 4);
    expect(outcomes.named).toBeLessThan(outcomes.possible * 0.7);
  }, 600_000);
});
