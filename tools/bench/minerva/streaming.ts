import type { Figure } from '../figure.ts';
import { ask, round } from './ask.ts';
import type { Stage } from './stage.ts';

const SQL = 'SELECT id, name, score FROM bench.flat.ten_million';

/** Ten million simple rows through pages, and how soon the first is there. */
export async function streaming(stage: Stage, report: (figure: Figure) => void): Promise<void> {
  await ask(stage, `${SQL} LIMIT 10`);
  const { rows, ms, firstMs, bytes } = await ask(stage, SQL, { keep: false });
  if (rows !== 10_000_000) throw new Error(`expected ten million rows, got ${rows}`);
  report({ name: 'minerva.stream.rows', value: round(rows / ms / 1_000), unit: 'M rows/s' });
  report({ name: 'minerva.stream.bytes', value: round(bytes / ms / 1_000), unit: 'MB/s' });
  report({ name: 'minerva.stream.firstRow', value: round(firstMs), unit: 'ms' });
}
