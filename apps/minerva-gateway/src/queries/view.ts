import type { QueryRecord, QuerySummary } from '@dataos/contracts-minerva';
import type { QueryRow } from './query.entity.js';

const present = <K extends string, V>(name: K, value: V | null): { [key in K]?: V } => (value === null ? {} : ({ [name]: value } as { [key in K]: V }));

/** A record as lists show it. */
export function toSummary(row: QueryRow): QuerySummary {
  return {
    id: row.id, user: row.user, state: row.state, sql: row.sql, rows: Number(row.rows), bytes: Number(row.bytes), createdAt: row.createdAt.toISOString(),
    ...present('cluster', row.cluster), ...present('source', row.source), ...present('decision', row.decision), ...present('error', row.error), ...present('cached', row.cached),
    ...(row.writes === null || row.writes.length === 0 ? {} : { writes: row.writes }),
    ...(row.finishedAt === null ? {} : { finishedAt: row.finishedAt.toISOString(), elapsedMs: row.finishedAt.getTime() - row.createdAt.getTime() }),
  };
}

/** The whole record; what shows policy values or data of others is for auditors. */
export function toRecord(row: QueryRow, auditor: boolean): QueryRecord {
  return {
    ...toSummary(row), clientTags: row.clientTags, tables: row.tables, policies: row.policies, masks: row.masks, filters: row.filters,
    // How many rows a database sent also counts those that a filter took away here: asked with conditions of his own, it would tell the user what is in them.
    rowsRead: auditor || row.filters.length === 0 ? Number(row.rowsRead) : 0,
    ...present('trace', row.trace), ...present('authenticatedAs', row.authenticatedAs), ...present('statement', row.statement), ...present('catalog', row.catalog), ...present('schema', row.schema),
    ...(row.startedAt === null ? {} : { startedAt: row.startedAt.toISOString() }),
    ...(auditor ? { ...present('rewritten', row.rewritten), ...present('detail', row.detail) } : {}),
  };
}
