import { type Caller, DomainError } from '@dataos/contracts-core';
import { type Asset, type AssetEdit, type AssetHit, AssetNotFound, type AssetQuery, type AssetTagsEdit, ColumnNotFound, type TableDescription } from '@dataos/contracts-metis';
import { Injectable } from '@nestjs/common';
import { Any, DataSource, Not } from 'typeorm';
import type { z } from 'zod';
import { matchedColumns, queryWords } from '../search/text-search.js';
import { SearchRepository } from '../search/search.repository.js';
import { AssetRow } from './asset.entity.js';
import { type AssetState, NEVER_SEEN, stateOf, withEdit, withTags } from './asset-state.js';
import { toAsset, toDescription, toSummary } from './asset.view.js';
import { Catalog } from './catalog.js';
import { DataAccess } from './data-access.js';
import { datasetOf } from '../lineage/run-facts.js';

interface HitPage { items: z.input<typeof AssetHit>[]; total: number; page: number; size: number }

/** What callers may find, read and say about assets. */
@Injectable()
export class AssetsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalog: Catalog,
    private readonly found: SearchRepository,
    private readonly access: DataAccess,
  ) {}

  async search(query: z.output<typeof AssetQuery>): Promise<HitPage> {
    const page = { page: query.page, size: query.size };
    const text = query.q?.trim() ?? '';
    const words = text === '' ? [] : queryWords(text);
    if (words === undefined) return { items: [], total: 0, ...page };
    const { rows, total } = await this.found.find(query, words);
    const items = rows.map(({ row, score }) => ({
      ...toSummary(row), score, matchedColumns: matchedColumns(row.columns.map(({ name }) => name), words),
    }));
    return { items, total, ...page };
  }

  async get(id: string, caller: Caller): Promise<Asset> {
    const row = await this.dataSource.getRepository(AssetRow).findOneBy({ id, generation: Not(NEVER_SEEN) });
    if (row === null) throw unknownAsset(id);
    return this.view(row, caller);
  }

  edit(id: string, edit: z.output<typeof AssetEdit>, caller: Caller): Promise<Asset> {
    return this.change(id, caller, (row) => withEdit(row, edit));
  }

  tag(id: string, edit: z.output<typeof AssetTagsEdit>, caller: Caller): Promise<Asset> {
    return this.change(id, caller, (row) => {
      const unknown = Object.keys(edit.columns ?? {}).filter((column) => !row.columns.some(({ name }) => name === column));
      if (unknown.length === 0) return withTags(row, edit);
      throw new DomainError(ColumnNotFound, `${id} has no column ${unknown.join(', ')}.`, { asset: id, columns: unknown });
    });
  }

  async describe(addresses: readonly string[]): Promise<TableDescription[]> {
    const ids = addresses.map((address) => datasetOf(address) ?? address);
    const rows = await this.dataSource.getRepository(AssetRow).findBy({ id: Any(ids) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return addresses.map((address, index) => toDescription(address, byId.get(ids[index] ?? address)));
  }

  private async change(id: string, caller: Caller, next: (row: AssetRow) => AssetState): Promise<Asset> {
    const row = await this.dataSource.transaction(async (tx) => {
      const stored = (await this.catalog.load(tx, [id])).get(id);
      if (stored === undefined || stored.generation === NEVER_SEEN) throw unknownAsset(id);
      return this.catalog.edit(tx, stored, stateOf(next(stored)));
    });
    return this.view(row, caller);
  }

  private async view(row: AssetRow, caller: Caller): Promise<Asset> {
    return toAsset(row, row.rowEstimate !== null && (await this.access.mayReadAll(row, caller.token)));
  }
}

export const unknownAsset = (asset: string): DomainError => new DomainError(AssetNotFound, `The catalog does not know ${asset}.`, { asset });
