import { type Client, DependencyUnavailable, DomainError, formatAddress, NotFound } from '@dataos/contracts-core';
import type { TableInput } from '@dataos/contracts-heimdall';
import type { metisApi } from '@dataos/contracts-metis';
import { CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import type { HeimdallConfig } from '../config.js';

export const METIS = Symbol('metis');

/** Columns and tags of a table for callers who do not bring them. Without the catalogue nothing can be decided: a mask chosen by tag would be missed. */
@Injectable()
export class TableContexts {
  constructor(@Inject(METIS) private readonly metis: Client<typeof metisApi>, @Inject(CONFIG) private readonly config: HeimdallConfig) {}

  async of(parts: { depot: string; collection: string; dataset: string }): Promise<TableInput> {
    const address = formatAddress(parts);
    if (this.config.METIS_URL === undefined) {
      throw new DomainError(DependencyUnavailable, 'The columns of the table are not known here: METIS_URL is not set. Send them with the question.', { service: 'metis', retry: false });
    }
    const { tables } = await this.metis.describeTables({ body: { addresses: [address] } });
    const table = tables[0];
    // Of a table that no scan has seen the catalogue may know tags and no columns: a decision about none would hide none.
    if (!table?.found || table.columns.length === 0) throw new DomainError(NotFound, `The catalogue does not know ${address}.`);
    return { address, tags: table.tags, columns: table.columns.map(({ name, tags, type }) => ({ name, type, tags: [...new Set([...tags, ...(table.columnTags[name] ?? [])])] })) };
  }
}
