import { DomainError, formatAddress } from '@dataos/contracts-core';
import type { ScanCounts } from '@dataos/contracts-metis';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull, LessThan } from 'typeorm';
import type { Sighting } from '../assets/asset-state.js';
import { AssetRow } from '../assets/asset.entity.js';
import { Catalog, type Sight } from '../assets/catalog.js';
import { DepotSource } from './depot-source.js';
import { keepNames } from './filter.js';
import { ScanLog } from './scan-log.js';
import type { ScanRow } from './scan.entity.js';

const batchSize = 20;
const atOnce = 4;
type Fault = { address: string; message: string };
type Description = { readonly address: string; readonly sight?: Sight; readonly fault?: Fault };

/** Compares a depot with the catalog, batch by batch; every batch is one transaction with its events, so a restart goes on behind the last. */
@Injectable()
export class Scanner {
  constructor(
    private readonly source: DepotSource,
    private readonly catalog: Catalog,
    private readonly log: ScanLog,
    private readonly dataSource: DataSource,
  ) {}

  async scan(scan: ScanRow): Promise<void> {
    const { depot, request } = scan;
    const depotSight = await this.source.depot(depot);
    const owned = (sighting: Sighting): Sight => ({ sighting: { ...sighting, ...(depotSight.owner && { owner: depotSight.owner }) }, scan: scan.id });
    const collections = await this.source.collections(depot);
    const kept = keepNames(collections, request.schemaFilter);
    await this.record(scan, [depotSight, ...kept.map((collection) => this.source.collection(depot, collection))].map(owned), { countContainers: false });
    for (const collection of kept) await this.scanCollection(scan, collection, owned);
    await this.finish(scan);
  }

  /** Who owns the depot owns what it holds, until a user names somebody else: `owned` says so of a sighting. */
  private async scanCollection(scan: ScanRow, collection: string, owned: (sighting: Sighting) => Sight): Promise<void> {
    const all = await this.source.datasets(scan.depot, collection);
    const kept = keepNames(all, scan.request.tableFilter);
    const known = await this.alreadyScanned(scan, collection);
    await this.dataSource.transaction((tx) => this.log.add(tx, scan.id, { skipped: all.length - kept.length }));
    const left = kept.filter((dataset) => !known.has(formatAddress({ depot: scan.depot, collection, dataset })));
    for (let start = 0; start < left.length; start += batchSize) {
      const described = await inTurns(left.slice(start, start + batchSize), (dataset) => this.describe(scan, collection, dataset, owned));
      await this.record(scan, described.flatMap(({ sight }) => sight ?? []), { countContainers: true, faults: described.flatMap(({ fault }) => fault ?? []) });
    }
  }

  private async alreadyScanned(scan: ScanRow, collection: string): Promise<Set<string>> {
    const rows = await this.dataSource.getRepository(AssetRow).find({ select: { id: true }, where: { depot: scan.depot, collection, scan: scan.id, vanishedAt: IsNull() } });
    return new Set(rows.map(({ id }) => id));
  }

  /** One dataset that cannot be described must not hide the others; a source that is gone must. */
  private async describe(scan: ScanRow, collection: string, dataset: string, owned: (sighting: Sighting) => Sight): Promise<Description> {
    const address = formatAddress({ depot: scan.depot, collection, dataset });
    try {
      const { sighting, rowEstimate } = await this.source.dataset(scan.depot, collection, dataset);
      return { address, sight: { ...owned(sighting), rowEstimate } };
    } catch (error) {
      if (!DomainError.is(error) || error.status === 503) throw error;
      return error.status === 404 ? { address } : { address, fault: { address, message: error.detail } };
    }
  }

  private async record(scan: ScanRow, sights: readonly Sight[], { countContainers, faults = [] }: { countContainers: boolean; faults?: readonly Fault[] }): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.catalog.lock(tx, scan.depot);
      const stored = await this.catalog.load(tx, sights.map(({ sighting }) => sighting.id));
      const counts: Partial<ScanCounts> = { created: 0, changed: 0, unchanged: 0, failed: faults.length };
      for (const sight of sights) {
        const outcome = await this.catalog.see(tx, stored.get(sight.sighting.id), sight);
        if (countContainers) counts[outcome] = (counts[outcome] ?? 0) + 1;
      }
      // A dataset that is listed but cannot be described is still there.
      if (faults.length > 0) await tx.query('UPDATE asset SET last_seen = now() WHERE id = ANY ($1)', [faults.map(({ address }) => address)]);
      await this.log.add(tx, scan.id, counts, faults);
    });
  }

  private async finish(scan: ScanRow): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.catalog.lock(tx, scan.depot);
      const vanished = scan.request.markVanished ? await this.markVanished(tx, scan) : 0;
      await this.log.add(tx, scan.id, { vanished });
      await this.log.succeed(tx, scan.id);
    });
  }

  /** What the filters let through and nobody has seen since the scan began. What a filter left out is not judged. */
  private async markVanished(tx: EntityManager, scan: ScanRow): Promise<number> {
    const rows = await tx.find(AssetRow, {
      select: { id: true, collection: true, name: true, kind: true },
      where: { depot: scan.depot, vanishedAt: IsNull(), lastSeen: LessThan(scan.startedAt ?? scan.createdAt), kind: In(['collection', 'dataset', 'table', 'view', 'file', 'topic']) },
    });
    const collections = new Set(keepNames([...new Set(rows.map(({ collection }) => collection ?? ''))], scan.request.schemaFilter));
    const names = new Set(keepNames(rows.filter(({ kind }) => kind !== 'collection').map(({ name }) => name), scan.request.tableFilter));
    const gone = rows.filter(({ kind, collection, name }) => collections.has(collection ?? '') && (kind === 'collection' || names.has(name)));
    const stored = await this.catalog.load(tx, gone.map(({ id }) => id));
    for (const row of stored.values()) await this.catalog.vanish(tx, row);
    return [...stored.values()].filter(({ kind }) => kind !== 'collection').length;
  }
}

/** Runs `work` over the items, a few at once, keeping their order. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += atOnce) results.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))));
  return results;
}
