import type { Figure } from '../figure.ts';
import { quantile, round, selectOne, timed } from './ask.ts';
import { floor } from './floor.ts';
import type { Stage } from './stage.ts';

const COUNT = 300;
/** So often a statement is sent before it counts: until then Node has not compiled what it runs. */
const WARM_UP = 1_500;

/** What the gateway adds to a trivial query, and what a client waits for SELECT 1. */
export async function latency(stage: Stage, report: (figure: Figure) => void): Promise<void> {
  const direct = quantile(await timed(COUNT, async () => (await stage.duckdb.runAndReadAll('SELECT 1')).getRowsJson(), WARM_UP), 0.5);
  const least = await floor(stage, COUNT, WARM_UP);
  const gateway = await timed(COUNT, () => selectOne(stage), WARM_UP);
  const p50 = quantile(gateway, 0.5);
  report({ name: 'minerva.select1.p50', value: round(p50), unit: 'ms' });
  report({ name: 'minerva.select1.p99', value: round(quantile(gateway, 0.99)), unit: 'ms' });
  report({ name: 'minerva.select1.floor', value: round(least), unit: 'ms', against: 'minerva.select1.p50', ratio: round(p50 / least) });
  report({ name: 'minerva.overhead.p50', value: round(p50 - direct), unit: 'ms', against: 'DuckDB called directly', ratio: round(p50 / direct) });
  report({ name: 'minerva.select1.twoRequests.p50', value: round(quantile(await timed(COUNT, () => selectOne(stage, {})), 0.5)), unit: 'ms' });
  const trino = process.env['DATAOS_TEST_TRINO'];
  if (trino === undefined) return;
  const theirs = quantile(await timed(50, () => selectOne({ trino, key: '' }, { 'x-trino-user': 'bench' })), 0.5);
  report({ name: 'minerva.select1.trino', value: round(theirs), unit: 'ms', against: 'minerva.select1.p50', ratio: round(theirs / p50) });
}
