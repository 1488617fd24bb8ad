import { type Client, Conflict, DomainError, formatAddress } from '@dataos/contracts-core';
import type { depotApi } from '@dataos/contracts-depot';
import { Inject, Injectable } from '@nestjs/common';
import type { Sighting } from '../assets/asset-state.js';
import { DEPOT } from '../config.js';

/** A depot as an asset; scans and depot events must say the same, or each would undo the other. */
export const depotSighting = (depot: { name: string; description: string; owners: readonly string[]; type: string; source?: string | undefined }): Sighting => ({
  id: formatAddress({ depot: depot.name }), kind: 'depot', name: depot.name, depot: depot.name, description: depot.description,
  ...(depot.owners[0] === undefined ? {} : { owner: depot.owners[0] }), details: { type: depot.type, source: depot.source ?? depot.name },
});

/** What depot-service shows of a source, as sightings of assets. */
@Injectable()
export class DepotSource {
  constructor(@Inject(DEPOT) private readonly client: Client<typeof depotApi>) {}

  async depot(depot: string): Promise<Sighting> {
    const found = await this.client.getDepot({ params: { depot } });
    if (found.isArchived) throw new DomainError(Conflict, `The depot ${depot} is archived.`);
    return depotSighting(found);
  }

  collections(depot: string): Promise<string[]> {
    return this.client.listCollections({ params: { depot } });
  }

  collection(depot: string, collection: string): Sighting {
    return { id: formatAddress({ depot, collection }), kind: 'collection', name: collection, depot, collection, parent: formatAddress({ depot }) };
  }

  datasets(depot: string, collection: string): Promise<string[]> {
    return this.client.listDatasets({ params: { depot, collection } });
  }

  async dataset(depot: string, collection: string, dataset: string): Promise<{ sighting: Sighting; rowEstimate: string | undefined }> {
    const found = await this.client.describeDataset({ params: { depot, collection, dataset } });
    const columns = [...found.columns].sort((a, b) => a.ordinal - b.ordinal).map(({ name, type, nullable, description }) => ({
      name, type, nullable, ...(description === undefined ? {} : { description }),
    }));
    const sighting: Sighting = {
      id: formatAddress({ depot, collection, dataset }), kind: found.kind, name: dataset, depot, collection, parent: formatAddress({ depot, collection }), columns,
      ...(found.description === undefined ? {} : { description: found.description }),
      ...(found.format === undefined ? {} : { details: { format: found.format } }),
    };
    if (JSON.stringify(sighting).includes('\\u0000')) throw new DomainError(Conflict, 'The source uses the NUL character in a name or description.');
    return { sighting, rowEstimate: found.rowEstimate };
  }
}
