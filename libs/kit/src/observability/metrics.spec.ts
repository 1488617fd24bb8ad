import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

const valueOf = async (metrics: Metrics, name: string): Promise<number> => Number(new RegExp(`^${name}\\{[^}]*\\} (\\S+)$`, 'm').exec(await metrics.registry.metrics())?.[1]);

describe('Metrics', () => {
  it('tells how long the event loop had something to do, scrape after scrape', async () => {
    const metrics = new Metrics('sample');
    const before = await valueOf(metrics, 'nodejs_eventloop_active_seconds_total');
    await new Promise((resolve) => setTimeout(resolve, 1));
    for (const end = performance.now() + 120; performance.now() < end;);
    await new Promise((resolve) => setTimeout(resolve, 1));
    const after = await valueOf(metrics, 'nodejs_eventloop_active_seconds_total');
    expect(after - before).toBeGreaterThan(0.1);
  });

  it('shows nothing that a timer it does not have would have measured', async () => {
    expect(await new Metrics('sample').registry.metrics()).not.toMatch(/eventloop_lag_(?:p\d+|mean|max)/);
  });
});
