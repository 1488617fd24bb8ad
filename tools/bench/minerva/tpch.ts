import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure } from '../figure.ts';
import { ask, AT_ONCE, quantile, round, timed } from './ask.ts';
import { type Stage, TPCH_TABLES } from './stage.ts';

/**
 * The 22 queries of TPC-H through the gateway and on DuckDB called directly, on the same files; and on a Trino server, where
 * DATAOS_TEST_TRINO_TPCH names the catalog and schema (`hive.tpch`) under which it has those files.
 */
export async function tpch(stage: Stage, report: (figure: Figure) => void): Promise<void> {
  const texts = path.join(process.env['DATAOS_TEST_DATA'] ?? '', 'trino-sql/tpch');
  if (process.env['DATAOS_TEST_TPCH'] === undefined || !existsSync(texts)) return;
  for (const table of TPCH_TABLES) await stage.duckdb.run(`CREATE OR REPLACE VIEW ${table} AS SELECT * FROM read_parquet('${stage.files}/tpch/${table}.parquet')`);
  await stage.duckdb.run('SET integer_division = true');
  const trino = trinoPlace();
  const total = { gateway: 0, direct: 0, trino: 0 };
  const same = { direct: 0, trino: 0 };
  for (let number = 1; number <= 22; number += 1) {
    const sql = readFileSync(path.join(texts, `q${number}.sql`), 'utf8').trim().replace(/;$/, '');
    const ours = (): ReturnType<typeof ask> => ask(stage, sql, { headers: { ...AT_ONCE, 'x-trino-catalog': 'bench', 'x-trino-schema': 'tpch' } });
    const theirs = async (): Promise<unknown[][]> => (await stage.duckdb.runAndReadAll(sql)).getRowsJson();
    const [gateway = Number.NaN, direct = Number.NaN] = await inTurns(ours, theirs);
    const { data } = await ours();
    same.direct += Number(equal(data, await theirs()));
    total.gateway += gateway;
    total.direct += direct;
    report({ name: `minerva.tpch.q${number}`, value: round(gateway), unit: 'ms', against: 'DuckDB called directly', ratio: round(gateway / direct) });
    if (trino === undefined) continue;
    const other = (): ReturnType<typeof ask> => ask({ trino: trino.url, key: '' }, sql, { headers: trino.headers });
    total.trino += quantile(await timed(2, other), 0);
    same.trino += Number(equal(data, (await other()).data));
  }
  report({ name: 'minerva.tpch.total', value: round(total.gateway), unit: 'ms', against: 'DuckDB called directly', ratio: round(total.gateway / total.direct) });
  report({ name: 'minerva.tpch.equal', value: same.direct, unit: 'of 22 results', against: 'DuckDB called directly' });
  if (trino === undefined) return;
  report({ name: 'minerva.tpch.trino', value: round(total.trino), unit: 'ms', against: 'minerva.tpch.total', ratio: round(total.trino / total.gateway) });
  report({ name: 'minerva.tpch.equalToTrino', value: same.trino, unit: 'of 22 results', against: 'Trino' });
}

const ROUNDS = 4;

/** The best of some warm runs of each, one after the other, so that a slow moment of the machine meets both. Milliseconds. */
async function inTurns(...runs: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const best = runs.map(() => Number.POSITIVE_INFINITY);
  for (const run of runs) await run();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, run] of runs.entries()) best[index] = Math.min(best[index] ?? Number.NaN, ...(await timed(1, run, 0)));
  }
  return best;
}

function trinoPlace(): { url: string; headers: Record<string, string> } | undefined {
  const [url, place] = [process.env['DATAOS_TEST_TRINO'], process.env['DATAOS_TEST_TRINO_TPCH']];
  if (url === undefined || place === undefined) return undefined;
  const [catalog = '', schema = ''] = place.split('.');
  return { url, headers: { 'x-trino-user': 'bench', 'x-trino-catalog': catalog, 'x-trino-schema': schema } };
}

/** Equal row by row; numbers to nine digits or to the half of a cent, since DuckDB averages decimals as doubles and Trino rounds them. */
function equal(left: readonly unknown[][], right: readonly unknown[][]): boolean {
  return left.length === right.length && left.every((row, index) => row.every((value, column) => close(value, right[index]?.[column])));
}

function close(left: unknown, right: unknown): boolean {
  const [a, b] = [Number(left), Number(right)];
  if (left === null || right === null || Number.isNaN(a) || Number.isNaN(b)) return left === right;
  return Math.abs(a - b) <= Math.max(0.006, 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
}
