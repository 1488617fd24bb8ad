import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { files, testTables, writeTestFiles } from '../../test/support/tables.js';
import { parseStatement } from '../sql/parse/statement.parser.js';
import { rewrite } from '../sql/rewrite.js';
import { trinoFailureOf } from '../statements/engine-failure.js';
import { DuckdbEngine } from './duckdb.engine.js';
import type { EngineFailure, Order } from './query-engine.js';

const engine = new DuckdbEngine({ memory: '256MB', threads: 1, concurrency: 2, perUser: 2, spill: mkdtempSync(path.join(tmpdir(), 'spill-')), onStarted: () => undefined, onStopped: () => undefined });
beforeAll(async () => {
  await writeTestFiles();
  engine.start();
});
afterAll(() => engine.stop());

const both = [files.people, files.orders];
let counter = 0;
/** What the emitter makes of `text`, then what `sabotage` makes of that. The engine may open both files: only the check stands between. */
function order(text: string, decided: readonly string[], sabotage: (sql: string) => string): Order {
  const query = parseStatement(text);
  if (query.kind !== 'query') throw new Error('not a query');
  const { sql } = rewrite({ text, query, defaults: { catalog: 'lake', schema: 's' }, user: 'u', now: new Date(), seed: '', tables: testTables() });
  return { id: `q${(counter += 1)}`, user: 'u', sql: sabotage(sql), files: both, loads: [], reads: { files: decided, tables: [] }, columns: [{ kind: 'bigint' }] };
}
async function run(given: Order): Promise<string> {
  try {
    const running = engine.run(given);
    const page = await running.next();
    while ((await running.next()) !== undefined) { /* to the end */ }
    return Buffer.from(page?.json ?? []).toString();
  } catch (error) {
    const failure = trinoFailureOf(error as EngineFailure);
    return `${failure.errorName}: ${failure.message}; ${failure.options.detail ?? ''}`;
  }
}

describe('a query whose text reads something else than was decided', () => {
  const clean = 'SELECT count(*) FROM people';
  it('runs when text and decision agree, again as well', async () => {
    expect([await run(order(clean, [files.people], (sql) => sql)), await run(order(clean, [files.people], (sql) => sql))]).toEqual(['[3]', '[3]']);
  });
  it.each<[string, string, (sql: string) => string]>([
    ['another file', clean, (sql) => sql.replace(files.people, files.orders)], ['one more file', clean, (sql) => sql.replace(`'${files.people}'`, `'${files.people}', '${files.orders}'`)],
    ['a file by its bare name', clean, (sql) => sql.replace(/read_parquet\(\['([^']*)'\]\)/, "'$1'")], ['one more in a subquery', clean, (sql) => `SELECT c1 + (SELECT count(*) FROM read_parquet(['${files.orders}'])) AS c1 FROM (${sql})`],
    ['a file less', clean, () => 'SELECT CAST(1 AS BIGINT) AS c1'], ['a text that is run as SQL', clean, (sql) => `SELECT * FROM query('${sql.replaceAll("'", "''")}')`], ['two statements', clean, (sql) => `${sql}; ${sql}`],
    ['a pattern of files', clean, (sql) => sql.replace('people.parquet', '*.parquet')], ['no text of the engine', clean, () => 'SELEC'], ['settings of the engine', clean, (sql) => `${sql} WHERE current_setting('threads') IS NOT NULL`],
  ])('is stopped: %s', async (_what, text, sabotage) => {
    expect(await run(order(text, [files.people], sabotage))).toMatch(/^GENERIC_INTERNAL_ERROR: The query was stopped, since the engine would not read exactly what was decided; TRINO:/);
  });
  it('is stopped even where the same text was right for another decision', async () => {
    await run(order(clean, [files.people], (sql) => sql));
    expect(await run(order(clean, both, (sql) => sql))).toContain('would not read');
    expect(await run(order(clean, [], (sql) => sql))).toContain('which was not decided');
  });
});
