import type { EventOf } from '@dataos/contracts-core';
import { DepotArchived, DepotChanged, DepotRegistered } from '@dataos/contracts-depot';
import { UserChanged } from '@dataos/contracts-heimdall';
import { AssetChanged, AssetCreated, AssetDeleted, LineageRecorded } from '@dataos/contracts-metis';
import { QueryFinished } from '@dataos/contracts-minerva';
import { ResourceChanged, ResourceDeleted, RunFinished, RunStarted } from '@dataos/contracts-poros';
import { CONFIG, HandlesEvent } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OdinConfig } from '../config.js';
import { Iris } from '../graph/iris.js';
import { project } from '../graph/project.js';
import { GraphWriter } from '../store/graph-writer.js';

type Facts = Parameters<typeof project>[1] & { readonly id: string; readonly time: string };

/** Follows the platform: each event is projected and written in the transaction that notes it as handled. */
@Injectable()
export class GraphListener {
  private readonly iris: Iris;

  constructor(private readonly writer: GraphWriter, @Inject(CONFIG) config: OdinConfig) {
    this.iris = new Iris(config.IRI_BASE);
  }

  @HandlesEvent(AssetCreated) assetCreated(event: EventOf<typeof AssetCreated>, tx: EntityManager): Promise<void> { return this.take(event, tx); }
  @HandlesEvent(AssetChanged) assetChanged(event: EventOf<typeof AssetChanged>, tx: EntityManager): Promise<void> { return this.take(event, tx); }
  @HandlesEvent(AssetDeleted) assetDeleted(event: EventOf<typeof AssetDeleted>, tx: EntityManager): Promise<void> { return this.take(event, tx); }
  @HandlesEvent(LineageRecorded) lineageRecorded(event: EventOf<typeof LineageRecorded>, tx: EntityManager): Promise<void> { return this.take(event, tx); }
  @HandlesEvent(DepotRegistered) depotRegistered(event: EventOf<typeof DepotRegistered>, tx: EntityManager): Promise<void> { return this.take(event, tx); }
  @HandlesEvent(DepotChanged) depotChanged(event: EventOf<typeof DepotChanged>, tx: EntityManager): Promise<void> { return this.take(event, tx); }
  @HandlesEvent(DepotArchived) depotArchived(event: EventOf<typeof DepotArchived>, tx: EntityManager): Promise<void> { return this.take(event, tx); }
  @HandlesEvent(UserChanged) userChanged(event: EventOf<typeof UserChanged>, tx: EntityManager): Promise<void> { return this.take(event, tx); }
  @HandlesEvent(ResourceChanged) resourceChanged(event: EventOf<typeof ResourceChanged>, tx: EntityManager): Promise<void> { return this.take(event, tx); }
  @HandlesEvent(ResourceDeleted) resourceDeleted(event: EventOf<typeof ResourceDeleted>, tx: EntityManager): Promise<void> { return this.take(event, tx); }
  @HandlesEvent(RunStarted) runStarted(event: EventOf<typeof RunStarted>, tx: EntityManager): Promise<void> { return this.take(event, tx); }
  @HandlesEvent(RunFinished) runFinished(event: EventOf<typeof RunFinished>, tx: EntityManager): Promise<void> { return this.take(event, tx); }
  /** Usage is who read and wrote what: a query that did neither is none. */
  @HandlesEvent(QueryFinished, ({ tables, writes = [], state }) => tables.length > 0 || (writes.length > 0 && state === 'FINISHED')) queryFinished(event: EventOf<typeof QueryFinished>, tx: EntityManager): Promise<void> { return this.take(event, tx); }

  private take(event: Facts, tx: EntityManager): Promise<void> {
    return this.writer.write(tx, project(this.iris, event), event);
  }
}
