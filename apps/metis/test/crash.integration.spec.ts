import { AssetCreated } from '@dataos/contracts-metis';
import { eventually } from '@dataos/testkit';
import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { crm, eventsOf, startHouse, type World } from './fixtures.js';

describe('a process that dies in the middle of a scan', () => {
  it('is followed by one that finishes the scan, and each table is told of once', async () => {
    const source = crm();
    for (let index = 0; index < 30; index += 1) source['public']![`t${index}`] = { columns: [{ name: 'a' }] };
    let calls = 0;
    let release: () => void = () => undefined;
    const hung = new Promise<void>((resolve) => {
      release = resolve;
    });
    const world: World = { source, down: false, readers: new Map(), onDescribe: () => (++calls > 25 ? hung : undefined) };
    const first = await startHouse(world, { SCAN_ATTEMPTS: '3', SCAN_STALE_SECONDS: '600' });
    const { id } = await first.client().scan({ body: { depot: 'crm' } });
    await eventually(async () => expect((await first.client().getScan({ params: { scan: id }, query: {} })).counts.created).toBe(20));

    // What kill -9 leaves behind: a scan that says it runs, without a sign of life, and a job locked by nobody.
    const database = first.metis.get(DataSource);
    await database.query(`UPDATE scan SET heartbeat_at = now() - interval '1 hour'`);
    world.onDescribe = (dataset) => {
      calls += 1;
      expect(dataset).not.toBe('passengers');
    };
    const second = await startHouse(world, { SCAN_ATTEMPTS: '3', SCAN_STALE_SECONDS: '30', DATABASE_URL: first.metis.databaseUrl });
    const scan = await eventually(async () => {
      const now = await second.client().getScan({ params: { scan: id }, query: {} });
      expect(now.finishedAt).toBeDefined();
      return now;
    }, { timeoutMs: 20_000 });
    expect(scan).toMatchObject({ state: 'succeeded', attempt: 2, counts: { created: 34, failed: 0 } });
    const created = (await eventsOf(second)).filter(({ type }) => type === AssetCreated.type).map(({ subject }) => subject);
    expect(new Set(created).size).toBe(created.length);
    expect(created).toHaveLength(34 + 3);
    release();
    await second.close();
    await first.close();
  });

  it('is given up after the attempts allowed', async () => {
    const world: World = { source: crm(), down: true, readers: new Map(), onDescribe: () => undefined };
    const house = await startHouse(world, { SCAN_ATTEMPTS: '2' });
    const { id } = await house.client().scan({ body: { depot: 'crm' } });
    await eventually(async () => expect(await house.client().getScan({ params: { scan: id }, query: {} })).toMatchObject({ state: 'queued', attempt: 1, cause: expect.stringContaining('does not answer') }));
    expect(await house.client().getScan({ params: { scan: id }, query: { wait: 20 } })).toMatchObject({ state: 'failed', attempt: 2 });
    await house.close();
  });
});
