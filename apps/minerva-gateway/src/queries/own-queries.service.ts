import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { QueryRow } from './query.entity.js';

const LATEST = 500;

/** A user's latest queries, as `system.runtime.queries` shows them: never somebody else's. */
@Injectable()
export class OwnQueries {
  constructor(private readonly dataSource: DataSource) {}

  async of(user: string): Promise<Record<string, string | number | null>[]> {
    const rows = await this.dataSource.getRepository(QueryRow).find({ where: { user }, order: { createdAt: 'DESC' }, take: LATEST });
    return rows.map((row) => ({
      query_id: row.id, state: row.state, user: row.user, source: row.source, query: row.sql, resource_group_id: row.cluster,
      queued_time_ms: (row.startedAt ?? row.finishedAt ?? new Date()).getTime() - row.createdAt.getTime(), analysis_time_ms: 0, planning_time_ms: 0,
      created: utc(row.createdAt), started: utc(row.startedAt), last_heartbeat: utc(row.finishedAt ?? row.startedAt), end: utc(row.finishedAt),
      error_type: row.error?.type ?? null, error_code: row.error?.name ?? null,
    }));
  }
}

const utc = (at: Date | null): string | null => at?.toISOString() ?? null;
