import { Agent, request } from 'node:http';
import type { Stage } from './stage.ts';

export interface Outcome { readonly rows: number; readonly bytes: number; readonly firstMs: number; readonly ms: number; readonly data: unknown[][] }
interface Page { nextUri?: string | undefined; data?: unknown[][]; error?: { message: string }; columns?: unknown[] }

/** Header of clients that read rows in the answer to their POST, as Python's and Java's do. */
export const AT_ONCE = { 'user-agent': 'Trino Python Client/bench' };

/** Asks as a Trino client does: post, then follow `nextUri`. `keep` parses rows; otherwise pages are only counted through. `first` gives the query up after its first rows. */
export async function ask({ trino, key }: Pick<Stage, 'trino' | 'key'>, sql: string, { keep = true, first = false, headers = {} }: { keep?: boolean; first?: boolean; headers?: Record<string, string> } = {}): Promise<Outcome> {
  const started = performance.now();
  const own = { apikey: key, 'x-trino-client-capabilities': 'PARAMETRIC_DATETIME', ...headers };
  let firstMs = 0;
  let [rows, bytes] = [0, 0];
  const data: unknown[][] = [];
  let answer = await fetch(`${trino}/v1/statement`, { method: 'POST', body: sql, headers: own });
  for (;;) {
    const text = Buffer.from(await answer.arrayBuffer());
    bytes += text.length;
    const page = (keep ? JSON.parse(text.toString()) : skim(text)) as Page & { count?: number };
    if (page.error !== undefined) throw new Error(`${sql.slice(0, 80)}: ${page.error.message}`);
    const count = page.count ?? page.data?.length ?? 0;
    if (count > 0 && firstMs === 0) firstMs = performance.now() - started;
    rows += count;
    if (page.data !== undefined && keep) data.push(...page.data);
    if (first && count > 0 && page.nextUri !== undefined) {
      await fetch(page.nextUri, { method: 'DELETE', headers: own });
      page.nextUri = undefined;
    }
    if (page.nextUri === undefined) return { rows, bytes, firstMs, ms: performance.now() - started, data };
    answer = await fetch(page.nextUri, { headers: own });
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** SELECT 1 of a client that costs the two cores as little as can be: it must not be what is measured, least of all two hundred of them. Resolves with milliseconds. */
export function selectOne({ key, trino }: Pick<Stage, 'key' | 'trino'>, headers: Record<string, string> = AT_ONCE, { url = `${trino}/v1/statement`, started = performance.now(), seen = false } = {}): Promise<number> {
  const { promise, reject, resolve } = Promise.withResolvers<number>();
  const sent = request(url, { agent, method: url.endsWith('/statement') ? 'POST' : 'GET', headers: { apikey: key, ...headers } }, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (piece: string) => { text += piece; }).on('error', reject).on('end', () => {
      const { data, error, nextUri } = JSON.parse(text) as { data?: unknown[][]; error?: { message: string }; nextUri?: string };
      if (error !== undefined || answer.statusCode !== 200) return reject(new Error(error?.message ?? `status ${answer.statusCode}`));
      // A real Trino has sent the row before its last page.
      const found = seen || data?.[0]?.[0] === 1;
      if (nextUri !== undefined) resolve(selectOne({ key, trino }, headers, { url: nextUri, started, seen: found }));
      else if (!found) reject(new Error(`not the answer: ${text.slice(0, 200)}`));
      else resolve(performance.now() - started);
    });
  });
  sent.on('error', reject).end(sent.method === 'POST' ? 'SELECT 1' : undefined);
  return promise;
}

/** Reads a page of simple rows without making values of them. */
function skim(text: Buffer): Page & { count: number } {
  const start = text.indexOf('"data":[');
  if (start === -1) return { ...(JSON.parse(text.toString()) as Page), count: 0 };
  const end = text.lastIndexOf('],"stats"');
  const head = JSON.parse(`${text.subarray(0, start).toString().replace(/,\s*$/, '')}}`) as Page;
  let count = 0;
  for (let at = text.indexOf('],[', start); at !== -1 && at < end; at = text.indexOf('],[', at + 3)) count += 1;
  return { ...head, count: count + 1 };
}

export const quantile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
export const round = (value: number): number => Number(value.toPrecision(4));

/** Milliseconds each of `count` runs took, after some that warm up. */
export async function timed(count: number, run: () => Promise<unknown>, warmUp = Math.ceil(count / 5)): Promise<number[]> {
  for (let index = 0; index < warmUp; index += 1) await run();
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return times;
}
