import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tmpdir } from 'node:os';
import { tablesOfBenchmark } from '../../test/support/tpc.js';
import { SESSION_SETTINGS } from '../engine/settings.js';
import { tablesOf } from './names.js';
import { parse } from './parse/parse.js';
import { parseStatement } from './parse/statement.parser.js';
import { rewrite } from './rewrite.js';
import { refsOf } from './refs.js';

const folder = path.join(process.env['DATAOS_TEST_DATA'] ?? '', 'trino-sql');
const present = process.env['DATAOS_TEST_DATA'] !== undefined && existsSync(folder);
const title = present ? 'a corpus of Trino statements' : 'not run: a corpus of Trino statements (set DATAOS_TEST_DATA)';

interface Tricky { id: string; sql: string; reads: string[] | null; writes: string[] | null; valid: boolean }
/** Statements of the corpus that are no single statement, or no Trino, although their table sets were left open. */
const INVALID = new Set(['constructors', 'two_statements']);

(present ? describe : describe.skip)(title, () => {
  const statements = present ? (JSON.parse(readFileSync(path.join(folder, 'tricky.json'), 'utf8')) as Tricky[]) : [];
  it.each(statements.filter(({ reads }) => reads !== null))('names exactly the tables of $id', ({ id, sql, reads, writes }) => {
    const refs = refsOf({ id, sql });
    expect('reads' in refs ? { ...refs, reads: refs.reads.toSorted(), writes: refs.writes.toSorted() } : refs).toEqual({ id, valid: true, reads: reads?.toSorted(), writes: writes?.toSorted() });
  });
  it.each(statements.filter(({ reads }) => reads === null))('judges $id', ({ id, sql, valid }) => expect(refsOf({ id, sql })).toMatchObject({ valid: valid && !INVALID.has(id) }));

  const files = present ? ['tpch', 'tpcds'].flatMap((name) => readdirSync(path.join(folder, name)).map((file) => path.join(name, file))) : [];
  it.each(files)('takes %s, and finds while parsing the tables that a walk of the tree finds', (file) => {
    const { statement, references } = parse(readFileSync(path.join(folder, file), 'utf8').replaceAll(/\$\{[^}]*\}\.?/g, ''));
    if (statement.kind !== 'query') throw new Error('not a query');
    const found = new Set(references.tables.map(({ name }) => ['c', 's', ...name.parts].slice(-3).join('.')));
    expect(found.size).toBeGreaterThan(0);
    expect(found).toEqual(new Set(tablesOf(statement, { catalog: 'c', schema: 's' })));
  });

  it.each(['tpch', 'tpcds'] as const)('runs every query of %s on the embedded engine', async (name) => {
    const texts = readdirSync(path.join(folder, name)).map((file) => readFileSync(path.join(folder, name, file), 'utf8').replaceAll(/\$\{[^}]*\}\.?/g, ''));
    const place = mkdtempSync(path.join(tmpdir(), 'minerva-tpc-'));
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    for (const setting of SESSION_SETTINGS) await connection.run(setting);
    const fileOf = (table: string): string => path.join(place, `${table}.parquet`);
    const tables = tablesOfBenchmark(name, texts, (table) => ({ kind: 'parquet', root: place, files: [fileOf(table)] }));
    for (const { address, columns } of tables.values()) {
      await connection.run(`COPY (SELECT ${columns.map((column) => `CAST(NULL AS ${column.type}) AS ${column.name}`).join(', ')} WHERE false) TO '${fileOf(address)}' (FORMAT parquet)`);
    }
    for (const text of texts) {
      const query = parseStatement(text);
      if (query.kind !== 'query') throw new Error('not a query');
      const { sql } = rewrite({ text, query, defaults: { catalog: 'c', schema: 's' }, user: 'u', now: new Date(), seed: '', tables });
      await connection.runAndReadAll(sql);
    }
    connection.closeSync();
    rmSync(place, { recursive: true });
  }, 300_000);
});
