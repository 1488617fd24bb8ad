import type { EventDefinition, EventOf } from '@dataos/contracts-core';
import { DepotArchived, DepotChanged, DepotRegistered } from '@dataos/contracts-depot';
import { UserChanged } from '@dataos/contracts-heimdall';
import { AssetChanged, AssetCreated, AssetDeleted, LineageRecorded } from '@dataos/contracts-metis';
import { QueryFinished } from '@dataos/contracts-minerva';
import { ResourceChanged, ResourceDeleted, RunFinished, RunStarted } from '@dataos/contracts-poros';
import { CONFIG, HandlesEvents } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OdinConfig } from '../config.js';
import { Iris } from '../graph/iris.js';
import { project } from '../graph/project.js';
import { GraphWriter } from '../store/graph-writer.js';

type Fact = Parameters<typeof project>[1] & { readonly id: string; readonly time: string };
type Events<E extends EventDefinition> = readonly EventOf<E>[];

/** Follows the platform: events are projected and written in the transaction that notes them as handled. */
@Injectable()
export class GraphListener {
  private readonly iris: Iris;

  constructor(private readonly writer: GraphWriter, @Inject(CONFIG) config: OdinConfig) {
    this.iris = new Iris(config.IRI_BASE);
  }

  @HandlesEvents(AssetCreated) assetCreated(events: Events<typeof AssetCreated>, tx: EntityManager): Promise<void> { return this.take(events, tx); }
  @HandlesEvents(AssetChanged) assetChanged(events: Events<typeof AssetChanged>, tx: EntityManager): Promise<void> { return this.take(events, tx); }
  @HandlesEvents(AssetDeleted) assetDeleted(events: Events<typeof AssetDeleted>, tx: EntityManager): Promise<void> { return this.take(events, tx); }
  @HandlesEvents(LineageRecorded) lineageRecorded(events: Events<typeof LineageRecorded>, tx: EntityManager): Promise<void> { return this.take(events, tx); }
  @HandlesEvents(DepotRegistered) depotRegistered(events: Events<typeof DepotRegistered>, tx: EntityManager): Promise<void> { return this.take(events, tx); }
  @HandlesEvents(DepotChanged) depotChanged(events: Events<typeof DepotChanged>, tx: EntityManager): Promise<void> { return this.take(events, tx); }
  @HandlesEvents(DepotArchived) depotArchived(events: Events<typeof DepotArchived>, tx: EntityManager): Promise<void> { return this.take(events, tx); }
  @HandlesEvents(UserChanged) userChanged(events: Events<typeof UserChanged>, tx: EntityManager): Promise<void> { return this.take(events, tx); }
  @HandlesEvents(ResourceChanged) resourceChanged(events: Events<typeof ResourceChanged>, tx: EntityManager): Promise<void> { return this.take(events, tx); }
  @HandlesEvents(ResourceDeleted) resourceDeleted(events: Events<typeof ResourceDeleted>, tx: EntityManager): Promise<void> { return this.take(events, tx); }
  @HandlesEvents(RunStarted) runStarted(events: Events<typeof RunStarted>, tx: EntityManager): Promise<void> { return this.take(events, tx); }
  @HandlesEvents(RunFinished) runFinished(events: Events<typeof RunFinished>, tx: EntityManager): Promise<void> { return this.take(events, tx); }
  /** Usage is who read and wrote what: a query that did neither is none. */
  @HandlesEvents(QueryFinished, ({ tables, writes = [], state }) => tables.length > 0 || (writes.length > 0 && state === 'FINISHED')) queryFinished(events: Events<typeof QueryFinished>, tx: EntityManager): Promise<void> { return this.take(events, tx); }

  private take(facts: readonly Fact[], tx: EntityManager): Promise<void> {
    return this.writer.write(tx, facts.flatMap((fact) => project(this.iris, fact).map((projection) => ({ ...projection, id: fact.id, time: fact.time }))));
  }
}
