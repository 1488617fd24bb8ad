import type { Client } from '@dataos/contracts-core';
import type { heimdallApi } from '@dataos/contracts-heimdall';
import { type Logger, LOGGER } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { HEIMDALL } from '../config.js';
import type { AssetRow } from './asset.entity.js';
import { factsOf } from './asset-state.js';

/** Whether a caller may read all rows of a table: who sees only some must not learn how many there are. */
@Injectable()
export class DataAccess {
  constructor(
    @Inject(HEIMDALL) private readonly heimdall: Client<typeof heimdallApi>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Fails closed: without an answer the caller may not. */
  async mayReadAll(row: AssetRow, token: string): Promise<boolean> {
    const columns = factsOf(row).columns.map(({ name, type, tags }) => ({ name, type, tags }));
    try {
      const decision = await this.heimdall.decideData({ body: { tables: [{ address: row.id, tags: row.tags, columns }] } }, { token });
      const table = decision.tables.find(({ address }) => address === row.id);
      return decision.allow && table !== undefined && table.allow && table.filters.length === 0;
    } catch (error) {
      this.logger.warn({ err: error, asset: row.id }, 'no data decision; the row estimate stays hidden');
      return false;
    }
  }
}
