import { type Client, DomainError } from '@dataos/contracts-core';
import { AssetNotFound, type metisApi } from '@dataos/contracts-metis';
import { HandlesJob, Jobs } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { addressOf, partsOf } from '../catalogue/address.js';
import { METIS } from '../config.js';
import { LakeRelation } from './lake.entity.js';

export const CATALOGUE_JOB = 'lake-catalogue';
const Payload = z.object({ name: z.string() });
const WAIT_S = 20;

const HANDED_OVER_JOB = 'lake-handed-over';
const HandedOver = z.object({ name: z.string(), changedAt: z.coerce.date(), left: z.record(z.string(), z.array(z.string())) });
/** So long tags stay in both places: a query asks both at once, and its answers may be older than each other by as long as it waits for them. */
const BOTH_MS = 60_000;

/**
 * Brings a table that was written into the catalog, by a scan like any other, and puts the tags of what its columns were computed from on
 * them. A minute later the gateway stops adding those tags itself: from there on people may change them.
 */
@Injectable()
export class CatalogueJob {
  constructor(private readonly dataSource: DataSource, private readonly jobs: Jobs, @Inject(METIS) private readonly metis: Client<typeof metisApi>) {}

  @HandlesJob(CATALOGUE_JOB)
  async run(payload: unknown): Promise<void> {
    const { name } = Payload.parse(payload);
    const { depot, collection, dataset } = partsOf(name);
    const exactly = (text: string): { includes: string[]; excludes: string[] } => ({ includes: [`^${text.replaceAll(/[.$]/g, '\\$&')}$`], excludes: [] });
    const { id } = await this.metis.scan({ body: { depot, schemaFilter: exactly(collection), tableFilter: exactly(dataset) } });
    const { state, cause } = await this.metis.getScan({ params: { scan: id }, query: { wait: WAIT_S } });
    if (state !== 'succeeded') throw new Error(`the scan of ${name} is ${state}${cause === undefined ? '' : `: ${cause}`}`);
    const row = await this.dataSource.getRepository(LakeRelation).findOneBy({ name, kind: 'table' });
    if (row !== null && Object.values(row.columnTags).some((tags) => tags.length > 0)) await this.tag(row);
  }

  private async tag({ name, columnTags, changedAt }: LakeRelation): Promise<void> {
    const address = addressOf(name);
    let left: LakeRelation['columnTags'] = {};
    try {
      const { columns } = await this.metis.getAsset({ params: { id: address } });
      const known = new Map(columns.map((column) => [column.name, column.tags]));
      const tags = Object.entries(columnTags).filter(([column]) => known.has(column)).map(([column, added]) => [column, [...new Set([...(known.get(column) ?? []), ...added])]]);
      // A column that this scan did not find comes with the next: its tags stay here until then.
      left = Object.fromEntries(Object.entries(columnTags).filter(([column]) => !known.has(column)));
      await this.metis.putAssetTags({ params: { id: address }, body: { columns: Object.fromEntries(tags) as Record<string, string[]> } });
    } catch (error) {
      // Gone meanwhile: nothing to protect. Should it come again, its row still says what protects it.
      if (DomainError.is(error, AssetNotFound)) return;
      throw error;
    }
    const handedOver = { name, changedAt: changedAt.toISOString(), left };
    await this.dataSource.transaction((tx) => this.jobs.enqueue(tx, HANDED_OVER_JOB, handedOver, { key: `lake-handed-over:${name}`, runAt: new Date(Date.now() + BOTH_MS) }));
  }

  /** Lets go of tags that the catalog has. Only of those: rows written meanwhile may have brought more. */
  @HandlesJob(HANDED_OVER_JOB)
  async letGo(payload: unknown): Promise<void> {
    const { name, changedAt, left } = HandedOver.parse(payload);
    await this.dataSource.getRepository(LakeRelation).update({ name, changedAt }, { columnTags: left });
  }
}
