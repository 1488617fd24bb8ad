import { DomainError, type Page } from '@dataos/contracts-core';
import { type Product, ProductNotFound, ProductSpec } from '@dataos/contracts-metis';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { AssetRow } from '../assets/asset.entity.js';
import type { Sighting } from '../assets/asset-state.js';
import { Catalog } from '../assets/catalog.js';

const idOf = (name: string): string => `data:v1beta:${name}`;

/** Data products are assets with a specification; search, owner and tags work on them as on tables. */
@Injectable()
export class ProductsService {
  constructor(private readonly dataSource: DataSource, private readonly catalog: Catalog) {}

  /** Creates or replaces; the same specification again changes nothing. */
  async put(name: string, spec: ProductSpec): Promise<Product> {
    const id = idOf(name);
    await this.dataSource.transaction(async (tx) => {
      await this.catalog.lock(tx, id);
      await this.catalog.see(tx, (await this.catalog.load(tx, [id])).get(id), { sighting: sightingOf(name, spec) });
    });
    return this.get(name);
  }

  async get(name: string): Promise<Product> {
    const row = await this.dataSource.getRepository(AssetRow).findOneBy({ id: idOf(name), kind: 'product', vanishedAt: IsNull() });
    if (row === null) throw new DomainError(ProductNotFound, `There is no data product ${name}.`, { product: name });
    return toProduct(row);
  }

  async list({ page, size, owner, tag }: { page: number; size: number; owner?: string | undefined; tag?: string | undefined }): Promise<Page<Product>> {
    const products = this.dataSource.getRepository(AssetRow).createQueryBuilder('asset').where("asset.kind = 'product' AND asset.vanished_at IS NULL");
    if (owner !== undefined) products.andWhere('coalesce(asset.user_owner, asset.source_owner) = :owner', { owner });
    if (tag !== undefined) products.andWhere(':tag = ANY (asset.tags)', { tag });
    const [rows, total] = await products.orderBy('asset.name').offset((page - 1) * size).limit(size).getManyAndCount();
    return { items: rows.map(toProduct), total, page, size };
  }

  async delete(name: string): Promise<void> {
    const id = idOf(name);
    await this.dataSource.transaction(async (tx) => {
      const row = (await this.catalog.load(tx, [id])).get(id);
      if (row !== undefined) await this.catalog.vanish(tx, row);
    });
  }
}

const sightingOf = (name: string, spec: ProductSpec): Sighting => ({
  id: idOf(name), kind: 'product', name, tags: spec.tags, details: spec,
  inputs: spec.inputs.map(({ dataset }) => dataset), outputs: spec.outputs.map(({ dataset }) => dataset),
  ...(spec.description === undefined ? {} : { description: spec.description }), ...(spec.owner === undefined ? {} : { owner: spec.owner }),
});

function toProduct(row: AssetRow): Product {
  return {
    ...ProductSpec.parse(row.details), id: row.id, name: row.name, tags: row.tags, generation: row.generation,
    createdAt: row.firstSeen.toISOString(), changedAt: row.changedAt.toISOString(),
    ...(row.userOwner === null ? {} : { owner: row.userOwner }), ...(row.userDescription === null ? {} : { description: row.userDescription }),
  };
}
