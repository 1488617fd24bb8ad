import type { AssetQuery } from '@dataos/contracts-metis';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { NEVER_SEEN } from '../assets/asset-state.js';
import { AssetRow } from '../assets/asset.entity.js';
import { tsqueryOf } from './text-search.js';

export interface Found { readonly rows: { row: AssetRow; score: number }[]; readonly total: number }

/** Finds assets by words and filters. */
@Injectable()
export class SearchRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One page, best first; without words by name. */
  async find(query: z.output<typeof AssetQuery>, words: readonly string[]): Promise<Found> {
    const matching = filtered(this.dataSource.getRepository(AssetRow).createQueryBuilder('asset'), query);
    if (words.length > 0) matching.andWhere('asset.search @@ CAST(:words AS tsquery)', { words: tsqueryOf(words) });
    const total = await matching.getCount();
    matching.addSelect(words.length > 0 ? 'ts_rank(asset.search, CAST(:words AS tsquery), 1)' : '0', 'score');
    const { entities, raw } = await matching.orderBy('score', 'DESC').addOrderBy('asset.name').addOrderBy('asset.id')
      .offset((query.page - 1) * query.size).limit(query.size).getRawAndEntities<{ score: string | number }>();
    return { total, rows: entities.map((row, index) => ({ row, score: Number(raw[index]?.score ?? 0) })) };
  }
}

function filtered(builder: SelectQueryBuilder<AssetRow>, query: z.output<typeof AssetQuery>): SelectQueryBuilder<AssetRow> {
  builder.andWhere('asset.generation <> :never', { never: NEVER_SEEN });
  if (!query.vanished) builder.andWhere('asset.vanished_at IS NULL');
  if (query.kind !== undefined) builder.andWhere('asset.kind = :kind', { kind: query.kind });
  if (query.depot !== undefined) builder.andWhere('asset.depot = :depot', { depot: query.depot });
  if (query.owner !== undefined) builder.andWhere('coalesce(asset.user_owner, asset.source_owner) = :owner', { owner: query.owner });
  if (query.tag !== undefined) {
    builder.andWhere("(:tag = ANY (asset.tags) OR jsonb_path_exists(asset.column_tags, '$.*[*] ? (@ == $tag)', jsonb_build_object('tag', CAST(:tag AS text))))", { tag: query.tag });
  }
  return builder;
}
