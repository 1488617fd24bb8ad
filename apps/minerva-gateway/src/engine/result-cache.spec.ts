import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EnginePage } from './protocol.js';
import type { EngineRun } from './query-engine.js';
import { ResultCache } from './result-cache.js';

const page = (text: string): EnginePage => ({ json: Buffer.from(text), rows: 1 });
function runOf(...steps: (EnginePage | Error)[]): EngineRun {
  return {
    rowsRead: 7, cancel: () => undefined,
    next: async () => {
      const step = steps.shift();
      if (step instanceof Error) throw step;
      return step;
    },
  };
}
async function textOf(run: EngineRun | undefined): Promise<string | undefined> {
  if (run === undefined) return undefined;
  const parts: string[] = [];
  for (let one = await run.next(); one !== undefined; one = await run.next()) parts.push(Buffer.from(one.json).toString());
  return parts.join('|');
}

describe('answers that are kept', () => {
  it('are given again page by page, as often as asked, the last one known as such', async () => {
    const cache = new ResultCache(1e6);
    expect(cache.get('a', '1')).toBeUndefined();
    expect(await textOf(cache.recording('a', '1', runOf(page('[1]'), page('[2]'))))).toBe('[1]|[2]');
    for (let times = 0; times < 2; times += 1) expect(await textOf(cache.get('a', '1'))).toBe('[1]|[2]');
    const run = cache.get('a', '1');
    expect([(await run?.next())?.last, (await run?.next())?.last, await run?.next(), run?.rowsRead]).toEqual([false, true, undefined, 0]);
    expect(await textOf(cache.get('b', '1'))).toBeUndefined();
  });

  it('are whole: what failed, was left or was too long is not kept', async () => {
    const cache = new ResultCache(40_000);
    cache.get('a', '1');
    await expect(textOf(cache.recording('a', '1', runOf(page('[1]'), new Error('the engine died'))))).rejects.toThrow('died');
    await cache.recording('b', '1', runOf(page('[1]'), page('[2]'))).next();
    await textOf(cache.recording('c', '1', runOf(page('x'.repeat(6_000)))));
    expect([cache.get('a', '1'), cache.get('b', '1'), cache.get('c', '1'), cache.bytes]).toEqual([undefined, undefined, undefined, 0]);
    await textOf(cache.recording('d', '1', runOf()));
    expect(await textOf(cache.get('d', '1'))).toBe('');
  });

  it('do not hold the larger piece that a page was cut from', async () => {
    const cache = new ResultCache(1e6);
    cache.get('a', '1');
    const large = Buffer.alloc(100_000, 'x');
    await textOf(cache.recording('a', '1', runOf({ json: large.subarray(0, 3), rows: 1 })));
    large.fill('y');
    const kept = await cache.get('a', '1')?.next();
    expect([Buffer.from(kept?.json ?? []).toString(), kept?.json.buffer.byteLength]).toEqual(['xxx', 3]);
  });

  it('go with the policies they were decided by, also those that were still being computed', async () => {
    const cache = new ResultCache(1e6);
    cache.get('a', '1');
    await textOf(cache.recording('a', '1', runOf(page('[1]'))));
    const late = cache.recording('b', '1', runOf(page('[2]')));
    expect([cache.get('a', '2'), cache.bytes]).toEqual([undefined, 0]);
    await textOf(late);
    expect([cache.get('a', '1'), cache.get('b', '1')]).toEqual([undefined, undefined]);
  });

  it('never exceed their room, and are what was kept under their key and policy, whatever comes in whatever order', async () => {
    const step = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), policy: fc.constantFrom('1', '1', '1', '2'), length: fc.integer({ min: 0, max: 900 }) });
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
      const cache = new ResultCache(9_000);
      for (const { key, policy, length } of steps) {
        const text = `${key}${policy}${'x'.repeat(length)}`;
        const found = await textOf(cache.get(key, policy));
        if (found !== undefined) expect(found.slice(0, 2)).toBe(key + policy);
        else await textOf(cache.recording(key, policy, runOf(page(text))));
        expect(cache.bytes).toBeLessThanOrEqual(9_000);
      }
    }));
  });
});
