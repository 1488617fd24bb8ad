import type { Stage } from './stage.ts';

export interface Outcome { readonly rows: number; readonly bytes: number; readonly firstMs: number; readonly ms: number; readonly data: unknown[][] }
interface Page { nextUri?: string; data?: unknown[][]; error?: { message: string }; columns?: unknown[] }

/** Header of clients that read rows in the answer to their POST, as Python's and Java's do. */
export const AT_ONCE = { 'user-agent': 'Trino Python Client/bench' };

/** Asks as a Trino client does: post, then follow `nextUri`. `keep` parses rows; otherwise pages are only counted through. */
export async function ask({ trino, key }: Pick<Stage, 'trino' | 'key'>, sql: string, { keep = true, headers = {} }: { keep?: boolean; headers?: Record<string, string> } = {}): Promise<Outcome> {
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
    if (page.nextUri === undefined) return { rows, bytes, firstMs, ms: performance.now() - started, data };
    answer = await fetch(page.nextUri, { headers: own });
  }
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
export async function timed(count: number, run: () => Promise<unknown>): Promise<number[]> {
  for (let index = 0; index < Math.ceil(count / 5); index += 1) await run();
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return times;
}
