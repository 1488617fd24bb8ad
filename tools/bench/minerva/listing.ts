import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure } from '../figure.ts';
import { ask, quantile, round, timed } from './ask.ts';
import type { Stage } from './stage.ts';

const TABLES = 10_000;

/** `information_schema.tables` of a catalog with ten thousand tables. */
export async function listing(stage: Stage, report: (figure: Figure) => void): Promise<void> {
  const one = path.join(stage.files, 'many', 't00000.parquet');
  await stage.duckdb.run(`COPY (SELECT 1 AS id) TO '${one}' (FORMAT parquet)`);
  for (let index = 1; index < TABLES; index += 1) copyFileSync(one, path.join(stage.files, 'many', `t${String(index).padStart(5, '0')}.parquet`));
  const sql = "SELECT table_name FROM bench.information_schema.tables WHERE table_schema = 'many'";
  const cold = await ask(stage, sql);
  if (cold.rows !== TABLES) throw new Error(`expected ${TABLES} tables, got ${cold.rows}`);
  report({ name: 'minerva.listing.first', value: round(cold.ms), unit: 'ms' });
  report({ name: 'minerva.listing.again', value: round(quantile(await timed(5, () => ask(stage, sql)), 0.5)), unit: 'ms' });
}
