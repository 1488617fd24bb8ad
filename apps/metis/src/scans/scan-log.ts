import type { ScanCounts } from '@dataos/contracts-metis';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { clock } from '../assets/catalog.js';
import { ScanRow } from './scan.entity.js';
import { noCounts } from './scan.view.js';

/** The record of scans: begun, alive, progressed, ended. */
@Injectable()
export class ScanLog {
  constructor(private readonly dataSource: DataSource) {}

  /** Begins an attempt; `undefined` when the scan has ended already. What earlier attempts catalogued stays counted. */
  begin(id: string): Promise<ScanRow | undefined> {
    return this.dataSource.transaction(async (tx) => {
      const row = await tx.findOne(ScanRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (row === null || row.state === 'succeeded' || row.state === 'failed') return undefined;
      const now = await clock(tx);
      const counts = { ...noCounts, ...row.counts, skipped: 0, failed: 0 };
      return tx.save(ScanRow, { ...row, state: 'running', attempt: row.attempt + 1, startedAt: row.startedAt ?? now, heartbeatAt: now, counts, faults: [] });
    });
  }

  async beat(id: string): Promise<void> {
    await this.dataSource.query(`UPDATE scan SET heartbeat_at = now() WHERE id = $1 AND state = 'running'`, [id]);
  }

  /** Adds to the counts, in the transaction that did the counted work. */
  async add(tx: EntityManager, id: string, counts: Partial<ScanCounts>, faults: readonly { address: string; message: string }[] = []): Promise<void> {
    const row = await tx.findOneOrFail(ScanRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const sum = { ...noCounts, ...row.counts };
    for (const [name, count] of Object.entries(counts)) sum[name as keyof ScanCounts] += count;
    await tx.update(ScanRow, { id }, { counts: sum, faults: [...row.faults, ...faults].slice(0, 100) });
  }

  async succeed(tx: EntityManager, id: string): Promise<void> {
    await tx.update(ScanRow, { id }, { state: 'succeeded', finishedAt: await clock(tx), cause: null });
  }

  async fail(id: string, cause: string): Promise<void> {
    await this.dataSource.query(`UPDATE scan SET state = 'failed', finished_at = now(), cause = $2 WHERE id = $1`, [id, cause]);
  }

  /** Back to the queue: the job tries again later. */
  async postpone(id: string, cause: string): Promise<void> {
    await this.dataSource.query(`UPDATE scan SET state = 'queued', cause = $2 WHERE id = $1`, [id, cause]);
  }

  /** Takes back scans whose process has died, each by one replica only. */
  async reclaim(tx: EntityManager, staleSeconds: number): Promise<string[]> {
    const [rows] = (await tx.query(
      `UPDATE scan SET state = 'queued', cause = 'the process that ran it ended' WHERE id IN (
         SELECT id FROM scan WHERE state = 'running' AND heartbeat_at < now() - make_interval(secs => $1) FOR UPDATE SKIP LOCKED) RETURNING id`,
      [staleSeconds])) as [{ id: string }[], number];
    return rows.map(({ id }) => id);
  }
}
