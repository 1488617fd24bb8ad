import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure } from '../figure.ts';
import { ask, quantile, round, timed } from './ask.ts';
import { type Stage, TPCH_TABLES } from './stage.ts';

/** The 22 queries of TPC-H through the gateway and on DuckDB called directly, on the same files. */
export async function tpch(stage: Stage, report: (figure: Figure) => void): Promise<void> {
  const texts = path.join(process.env['DATAOS_TEST_DATA'] ?? '', 'trino-sql/tpch');
  if (process.env['DATAOS_TEST_TPCH'] === undefined || !existsSync(texts)) return;
  for (const table of TPCH_TABLES) await stage.duckdb.run(`CREATE OR REPLACE VIEW ${table} AS SELECT * FROM read_parquet('${stage.files}/tpch/${table}.parquet')`);
  await stage.duckdb.run('SET integer_division = true');
  const total = { gateway: 0, direct: 0 };
  for (let number = 1; number <= 22; number += 1) {
    const sql = readFileSync(path.join(texts, `q${number}.sql`), 'utf8').trim().replace(/;$/, '');
    const gateway = quantile(await timed(2, () => ask(stage, sql, { headers: { 'x-trino-catalog': 'bench', 'x-trino-schema': 'tpch' } })), 0);
    const direct = quantile(await timed(2, async () => (await stage.duckdb.runAndReadAll(sql)).getRowsJson()), 0);
    total.gateway += gateway;
    total.direct += direct;
    report({ name: `minerva.tpch.q${number}`, value: round(gateway), unit: 'ms', against: 'DuckDB called directly', ratio: round(gateway / direct) });
  }
  report({ name: 'minerva.tpch.total', value: round(total.gateway), unit: 'ms', against: 'DuckDB called directly', ratio: round(total.gateway / total.direct) });
}
