import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, LessThan, Not } from 'typeorm';
import { NEVER_SEEN } from '../assets/asset-state.js';
import { AssetRow } from '../assets/asset.entity.js';
import { LineageEdgeRow } from './lineage-edge.entity.js';
import type { EdgeFact } from './run-facts.js';
import type { Way } from './traverse.js';

export interface RunContext { readonly job: string | undefined; readonly run: string | undefined; readonly at: Date; readonly adds?: boolean }

/** Lineage edges in the database. */
@Injectable()
export class LineageRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Writes what a run says unless a later run of its job has spoken already; answers with what was news. A run that `adds` leaves what runs
   * before it brought, so that nothing they said is forgotten.
   */
  async write(tx: EntityManager, edges: readonly EdgeFact[], { job, run, at, adds = false }: RunContext): Promise<EdgeFact[]> {
    const sorted = [...edges].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
    const news: EdgeFact[] = [];
    for (const edge of sorted) {
      const rows = (await tx.query(
        `INSERT INTO lineage_edge (from_id, to_id, job, run, columns, first_seen, last_seen) VALUES ($1, $2, $3, $4, $5, $6, $6)
         ON CONFLICT (from_id, to_id, job) DO UPDATE SET run = excluded.run, last_seen = greatest(lineage_edge.last_seen, excluded.last_seen),
           columns = CASE WHEN $7 THEN (SELECT coalesce(jsonb_agg(DISTINCT link), '[]') FROM jsonb_array_elements(lineage_edge.columns || excluded.columns) link) WHEN jsonb_array_length(excluded.columns) = 0 THEN lineage_edge.columns ELSE excluded.columns END
         WHERE $7 OR lineage_edge.last_seen < excluded.last_seen RETURNING from_id`,
        [edge.from, edge.to, job ?? '', run ?? null, JSON.stringify(edge.columns), at, adds])) as unknown[];
      if (rows.length > 0) news.push(edge);
    }
    return news;
  }

  /** Takes away what came into `to` before `at`. */
  async forget(tx: EntityManager, to: string, at: Date): Promise<void> {
    await tx.delete(LineageEdgeRow, { to, lastSeen: LessThan(at) });
  }

  into(tx: EntityManager, to: string): Promise<LineageEdgeRow[]> {
    return tx.find(LineageEdgeRow, { where: { to }, order: { from: 'ASC', job: 'ASC' } });
  }

  /** The edges that touch `assets` on the side the walk comes from. */
  edges(assets: readonly string[], way: Way): Promise<LineageEdgeRow[]> {
    const side = In([...assets]);
    return this.dataSource.getRepository(LineageEdgeRow).find({
      where: way === 'downstream' ? { from: side } : { to: side }, order: { lastSeen: 'DESC', from: 'ASC', to: 'ASC', job: 'ASC' }, take: 5_000,
    });
  }

  async assets(ids: readonly string[]): Promise<Map<string, Pick<AssetRow, 'id' | 'kind' | 'name' | 'vanishedAt'>>> {
    const rows = await this.dataSource.getRepository(AssetRow).find({ select: { id: true, kind: true, name: true, vanishedAt: true }, where: { id: In([...ids]), generation: Not(NEVER_SEEN) } });
    return new Map(rows.map((row) => [row.id, row]));
  }
}
