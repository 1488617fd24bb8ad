import { setTimeout } from 'node:timers/promises';
import type { Figure } from '../figure.ts';
import { ask, quantile, round } from './ask.ts';
import type { Stage } from './stage.ts';

/** Until then a query that was given up is over. */
const GIVEN_UP_MS = 200;
const WARM_UP = 10;
const RUNS = 20;
const SQL = 'SELECT id, name, score FROM bench.flat.ten_million';

/** Ten million simple rows through pages, and how soon the first is there: in this query, the first of its kind, and at the median of those after it. */
export async function streaming(stage: Stage, report: (figure: Figure) => void): Promise<void> {
  await ask(stage, `${SQL} LIMIT 10`);
  const { rows, ms, firstMs, bytes } = await ask(stage, SQL, { keep: false });
  if (rows !== 10_000_000) throw new Error(`expected ten million rows, got ${rows}`);
  report({ name: 'minerva.stream.rows', value: round(rows / ms / 1_000), unit: 'M rows/s' });
  report({ name: 'minerva.stream.bytes', value: round(bytes / ms / 1_000), unit: 'MB/s' });
  report({ name: 'minerva.stream.firstRow.first', value: round(firstMs), unit: 'ms' });
  const firsts: number[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    firsts.push((await ask(stage, SQL, { keep: false, first: true })).firstMs);
    await setTimeout(GIVEN_UP_MS);
  }
  report({ name: 'minerva.stream.firstRow', value: round(quantile(firsts.slice(WARM_UP), 0.5)), unit: 'ms' });
}
