import type { EventOf } from '@dataos/contracts-core';
import { formatAddress } from '@dataos/contracts-core';
import { DepotArchived, DepotChanged, DepotRegistered } from '@dataos/contracts-depot';
import { HandlesEvent } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { AssetRow } from '../assets/asset.entity.js';
import { Catalog } from '../assets/catalog.js';
import { depotSighting } from '../scans/depot-source.js';

/** A depot is an asset from its declaration on; an archived one takes what it holds along. */
@Injectable()
export class DepotsListener {
  constructor(private readonly catalog: Catalog) {}

  @HandlesEvent(DepotRegistered)
  async onRegistered(event: EventOf<typeof DepotRegistered>, tx: EntityManager): Promise<void> {
    await this.see(event.data, tx);
  }

  @HandlesEvent(DepotChanged)
  async onChanged(event: EventOf<typeof DepotChanged>, tx: EntityManager): Promise<void> {
    await this.see(event.data, tx);
  }

  @HandlesEvent(DepotArchived)
  async onArchived(event: EventOf<typeof DepotArchived>, tx: EntityManager): Promise<void> {
    await this.catalog.lock(tx, event.data.name);
    const held = await tx.find(AssetRow, { select: { id: true }, where: { depot: event.data.name, vanishedAt: IsNull() } });
    const rows = await this.catalog.load(tx, held.map(({ id }) => id));
    for (const row of rows.values()) await this.catalog.vanish(tx, row);
  }

  private async see(depot: EventOf<typeof DepotRegistered>['data'], tx: EntityManager): Promise<void> {
    const id = formatAddress({ depot: depot.name });
    await this.catalog.lock(tx, depot.name);
    await this.catalog.see(tx, (await this.catalog.load(tx, [id])).get(id), { sighting: depotSighting(depot) });
  }
}
