import type { Scan, ScanCounts } from '@dataos/contracts-metis';
import type { ScanRow } from './scan.entity.js';

export const noCounts: ScanCounts = { created: 0, changed: 0, unchanged: 0, vanished: 0, skipped: 0, failed: 0 };

/** A scan as callers see it. */
export function toScan(row: ScanRow): Scan {
  return {
    id: row.id, depot: row.depot, state: row.state, requestedBy: row.requestedBy, createdAt: row.createdAt.toISOString(),
    ...(row.startedAt === null ? {} : { startedAt: row.startedAt.toISOString() }),
    ...(row.finishedAt === null ? {} : { finishedAt: row.finishedAt.toISOString() }),
    attempt: row.attempt, counts: row.counts, ...(row.cause === null ? {} : { cause: row.cause }), faults: row.faults,
  };
}
