import type { Figure } from '../figure.ts';
import { ask, quantile, round, selectOne } from './ask.ts';
import type { Stage } from './stage.ts';

const HEAVY = 'SELECT count(*) FROM bench.flat.ten_million a JOIN bench.flat.ten_million b ON a.id = b.id WHERE a.score + b.score > 5';

/** Two hundred clients ask SELECT 1 while eight heavy queries run. */
export async function load(stage: Stage, report: (figure: Figure) => void): Promise<void> {
  const state = { over: false, failures: 0 };
  const times: number[] = [];
  const heavy = Array.from({ length: 8 }, async () => {
    while (!state.over) await ask(stage, HEAVY).catch(() => { state.failures += 1; });
  });
  const clients = (seconds: number): Promise<unknown> => {
    const until = performance.now() + seconds * 1_000;
    return Promise.all(Array.from({ length: 200 }, async () => {
      while (performance.now() < until) await selectOne(stage).then((ms) => times.push(ms), () => { state.failures += 1; });
    }));
  };
  // Until then Node has not compiled what it runs; a failure counts from the first one on.
  await clients(5);
  times.length = 0;
  await clients(10);
  state.over = true;
  await Promise.all(heavy);
  report({ name: 'minerva.load.p50', value: round(quantile(times, 0.5)), unit: 'ms' });
  report({ name: 'minerva.load.p99', value: round(quantile(times, 0.99)), unit: 'ms' });
  report({ name: 'minerva.load.queries', value: round(times.length / 10), unit: 'queries/s' });
  report({ name: 'minerva.load.failures', value: state.failures, unit: 'queries' });
}
