import type { Figure } from '../figure.ts';
import { Agent, request } from 'node:http';
import { ask, AT_ONCE, quantile, round } from './ask.ts';
import type { Stage } from './stage.ts';

const HEAVY = 'SELECT count(*) FROM bench.flat.ten_million a JOIN bench.flat.ten_million b ON a.id = b.id WHERE a.score + b.score > 5';

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** SELECT 1 of a client that costs the two cores as little as can be: two hundred of them must not be what is measured. Resolves with milliseconds. */
function selectOne({ key, trino }: Pick<Stage, 'key' | 'trino'>, url = `${trino}/v1/statement`, started = performance.now()): Promise<number> {
  const { promise, reject, resolve } = Promise.withResolvers<number>();
  const sent = request(url, { agent, method: url.endsWith('/statement') ? 'POST' : 'GET', headers: { apikey: key, ...AT_ONCE } }, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (piece: string) => { text += piece; }).on('error', reject).on('end', () => {
      const { data, error, nextUri } = JSON.parse(text) as { data?: unknown[][]; error?: { message: string }; nextUri?: string };
      if (error !== undefined || answer.statusCode !== 200) reject(new Error(error?.message ?? `status ${answer.statusCode}`));
      else if (nextUri !== undefined) resolve(selectOne({ key, trino }, nextUri, started));
      else if (data?.[0]?.[0] !== 1) reject(new Error(`not the answer: ${text.slice(0, 200)}`));
      else resolve(performance.now() - started);
    });
  });
  sent.on('error', reject).end(sent.method === 'POST' ? 'SELECT 1' : undefined);
  return promise;
}

/** Two hundred clients ask SELECT 1 while eight heavy queries run. */
export async function load(stage: Stage, report: (figure: Figure) => void): Promise<void> {
  const state = { over: false, failures: 0 };
  const times: number[] = [];
  const heavy = Array.from({ length: 8 }, async () => {
    while (!state.over) await ask(stage, HEAVY).catch(() => { state.failures += 1; });
  });
  const until = performance.now() + 10_000;
  await Promise.all(Array.from({ length: 200 }, async () => {
    while (performance.now() < until) {
      await selectOne(stage).then((ms) => times.push(ms), () => { state.failures += 1; });
    }
  }));
  state.over = true;
  await Promise.all(heavy);
  report({ name: 'minerva.load.p50', value: round(quantile(times, 0.5)), unit: 'ms' });
  report({ name: 'minerva.load.p99', value: round(quantile(times, 0.99)), unit: 'ms' });
  report({ name: 'minerva.load.queries', value: round(times.length / 10), unit: 'queries/s' });
  report({ name: 'minerva.load.failures', value: state.failures, unit: 'queries' });
}
