import { type AssetTagBulk, type AssetTagGroup, AssetTagsChanged, type AssetTagView, type TableInput } from '@dataos/contracts-heimdall';
import { parseAddress } from '@dataos/contracts-core';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { Any, DataSource } from 'typeorm';
import { assetKey } from './asset-key.js';
import { AssetTagRow } from './asset-tag.entity.js';

const MOST = 10_000;

/** Catalogue tags on tables and columns, beside those the catalogue keeps: they count in the next data decision. */
@Injectable()
export class AssetTagsService {
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox) {}

  async list(by: { asset?: string | undefined; group?: string | undefined }): Promise<AssetTagView[]> {
    const where = { ...(by.asset ? { assetKey: assetKey(by.asset) } : {}), ...(by.group ? { groupId: by.group } : {}) };
    return (await this.dataSource.manager.find(AssetTagRow, { where, order: { assetFqn: 'ASC', tagFqn: 'ASC' }, take: MOST })).map(toView);
  }

  async grouped(by: { asset?: string | undefined; group?: string | undefined }): Promise<AssetTagGroup[]> {
    return [...Map.groupBy(await this.list(by), (tag) => tag.assetFqn)].map(([assetFqn, tags]) => ({ assetFqn, tags }));
  }

  /** All or none; what is there already, or gone already, changes nothing. */
  async change({ assign, remove }: AssetTagBulk, by: string): Promise<{ assigned: number; removed: number }> {
    return this.dataSource.transaction(async (tx) => {
      const told = new Map<string, { asset: string; added: string[]; removed: string[] }>();
      const entry = (asset: string): { added: string[]; removed: string[] } => {
        const key = assetKey(asset);
        const known = told.get(key) ?? { asset, added: [], removed: [] };
        told.set(key, known);
        return known;
      };
      for (const one of assign ?? []) {
        const [row]: { fresh: boolean }[] = await tx.query(
          `INSERT INTO asset_tags (asset_key, tag_fqn, asset_fqn, asset_type, group_id, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, now(), now())
           ON CONFLICT (asset_key, tag_fqn) DO UPDATE SET asset_type = excluded.asset_type, group_id = excluded.group_id, updated_at = now() RETURNING xmax = 0 AS fresh`,
          [assetKey(one.assetFqn), one.tagFqn, one.assetFqn, one.assetType, one.groupId],
        );
        if (row?.fresh) entry(one.assetFqn).added.push(one.tagFqn);
      }
      for (const one of remove ?? []) {
        const { affected } = await tx.delete(AssetTagRow, { assetKey: assetKey(one.assetFqn), tagFqn: one.tagFqn });
        if (affected) entry(one.assetFqn).removed.push(one.tagFqn);
      }
      for (const [key, { added, asset, removed }] of told) await this.outbox.append(tx, AssetTagsChanged, key, { asset, added, removed, by });
      const sum = (part: 'added' | 'removed'): number => [...told.values()].reduce((total, one) => total + one[part].length, 0);
      return { assigned: sum('added'), removed: sum('removed') };
    });
  }

  /** The tables with the tags kept here added to what the asker knows of them; one statement for all. */
  async enrich(tables: readonly TableInput[]): Promise<TableInput[]> {
    const keys = tables.map((table) => (parseAddress(table.address)?.dataset ? assetKey(table.address) : undefined));
    const wanted = tables.flatMap((table, index) => {
      const key = keys[index];
      return key === undefined ? [] : [key, ...table.columns.map((column) => `${key}.${column.name.toLowerCase()}`)];
    });
    if (wanted.length === 0) return [...tables];
    const rows = await this.dataSource.manager.find(AssetTagRow, { select: { assetKey: true, tagFqn: true }, where: { assetKey: Any([...new Set(wanted)]) } });
    if (rows.length === 0) return [...tables];
    const tagsOf = new Map([...Map.groupBy(rows, (row) => row.assetKey)].map(([key, own]) => [key, own.map((row) => row.tagFqn)]));
    const joined = (known: readonly string[] | undefined, key: string): string[] => [...new Set([...(known ?? []), ...(tagsOf.get(key) ?? [])])];
    return tables.map((table, index) => {
      const key = keys[index];
      if (key === undefined) return table;
      return { ...table, tags: joined(table.tags, key), columns: table.columns.map((column) => ({ ...column, tags: joined(column.tags, `${key}.${column.name.toLowerCase()}`) })) };
    });
  }
}

const toView = (row: AssetTagRow): AssetTagView => ({
  assetType: row.assetType, assetFqn: row.assetFqn, tagFqn: row.tagFqn, groupId: row.groupId, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(),
});
