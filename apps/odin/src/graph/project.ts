import type { EventOf } from '@dataos/contracts-core';
import type { DepotArchived, DepotChanged, DepotRegistered } from '@dataos/contracts-depot';
import type { UserChanged } from '@dataos/contracts-heimdall';
import type { AssetChanged, AssetCreated, AssetDeleted, LineageRecorded } from '@dataos/contracts-metis';
import type { QueryFinished } from '@dataos/contracts-minerva';
import type { ResourceChanged, ResourceDeleted, RunFinished, RunStarted } from '@dataos/contracts-poros';
import { projectAsset, projectLineage } from './assets.js';
import type { Iris } from './iris.js';
import { projectQuery, projectUser } from './people.js';
import { projectDepot, projectResource, projectRun } from './resources.js';
import type { Quad } from './term.js';

/** All that one subject says: it replaces what the same source said before. Nothing at all means that it is gone. */
export interface Projection { readonly source: string; readonly quads: Quad[] }

type Told<E> = { readonly type: string; readonly data: EventOf<E>['data'] };
type Facts =
  | Told<typeof AssetCreated> | Told<typeof AssetChanged> | Told<typeof AssetDeleted> | Told<typeof LineageRecorded>
  | Told<typeof DepotRegistered> | Told<typeof DepotChanged> | Told<typeof DepotArchived> | Told<typeof UserChanged>
  | Told<typeof ResourceChanged> | Told<typeof ResourceDeleted> | Told<typeof RunStarted> | Told<typeof RunFinished> | Told<typeof QueryFinished>;

/** Event type to projection; the types of the data are those of the contracts. */
const projections: Record<string, (iris: Iris, data: never) => Projection[]> = {
  'asset.created': projectAsset,
  'asset.changed': projectAsset,
  'asset.deleted': (_, { id }: EventOf<typeof AssetDeleted>['data']) => [{ source: `asset:${id}`, quads: [] }],
  'lineage.recorded': projectLineage,
  'depot.registered': projectDepot,
  'depot.changed': projectDepot,
  'depot.archived': (_, { name }: EventOf<typeof DepotArchived>['data']) => [{ source: `depot:${name}`, quads: [] }],
  'user.changed': projectUser,
  'resource.changed': projectResource,
  'resource.deleted': (_, { id }: EventOf<typeof ResourceDeleted>['data']) => [{ source: `resource:${id}`, quads: [] }],
  'run.started': projectRun,
  'run.finished': projectRun,
  'query.finished': projectQuery,
};

/** What an event says about the graph. A function of the event alone: replaying any history ends in the same graph. */
export function project(iris: Iris, event: Facts): Projection[] {
  return projections[event.type]?.(iris, event.data as never) ?? [];
}
