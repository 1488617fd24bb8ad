import type { Figure } from '../figure.ts';
import { ask, AT_ONCE, quantile, round, timed } from './ask.ts';
import type { Stage } from './stage.ts';

/** What the gateway adds to a trivial query, and what a client waits for SELECT 1. */
export async function latency(stage: Stage, report: (figure: Figure) => void): Promise<void> {
  const direct = quantile(await timed(200, async () => (await stage.duckdb.runAndReadAll('SELECT 1')).getRowsJson()), 0.5);
  const twice = await timed(200, () => ask(stage, 'SELECT 1'));
  report({ name: 'minerva.select1.twoRequests.p50', value: round(quantile(twice, 0.5)), unit: 'ms' });
  const gateway = await timed(200, () => ask(stage, 'SELECT 1', { headers: AT_ONCE }));
  const p50 = quantile(gateway, 0.5);
  report({ name: 'minerva.select1.p50', value: round(p50), unit: 'ms' });
  report({ name: 'minerva.select1.p99', value: round(quantile(gateway, 0.99)), unit: 'ms' });
  report({ name: 'minerva.overhead.p50', value: round(p50 - direct), unit: 'ms', against: 'DuckDB called directly', ratio: round(p50 / direct) });
  const trino = process.env['DATAOS_TEST_TRINO'];
  if (trino === undefined) return;
  const theirs = quantile(await timed(50, () => ask({ trino, key: '' }, 'SELECT 1', { headers: { 'x-trino-user': 'bench' } })), 0.5);
  report({ name: 'minerva.select1.trino', value: round(theirs), unit: 'ms', against: 'minerva.select1.p50', ratio: round(theirs / p50) });
}
