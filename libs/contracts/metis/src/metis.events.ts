import { defineEvent, defineTopic } from '@dataos/contracts-core';
import { z } from 'zod';
import { AssetKind } from './asset.js';

export const metisTopic = defineTopic({ name: 'dataos.metis.v1', summary: 'Changes of the catalog, and lineage' });
const topic = metisTopic.name;

const AssetFacts = z.object({
  id: z.string(),
  kind: AssetKind,
  name: z.string(),
  description: z.string().optional(),
  owner: z.string().optional(),
  tags: z.array(z.string()),
  depot: z.string().optional(),
  collection: z.string().optional(),
  /** The containing asset. */
  parent: z.string().optional(),
  columns: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), nullable: z.boolean(), tags: z.array(z.string()), ordinal: z.number().int(), description: z.string().optional() })),
  /** Of a data product: the assets it reads and offers. */
  inputs: z.array(z.string()).optional(),
  outputs: z.array(z.string()).optional(),
  generation: z.number().int(),
});

/** Subject of the three: the asset's id. The facts are whole, so a listener needs no second look. */
export const AssetCreated = defineEvent({ type: 'asset.created', version: 1, topic, summary: 'An asset was catalogued, or came back after it had vanished', data: AssetFacts });
export const AssetChanged = defineEvent({
  type: 'asset.changed', version: 1, topic, summary: 'Something the catalog says about an asset became different',
  data: AssetFacts.extend({ changed: z.array(z.string()) }),
});
export const AssetDeleted = defineEvent({
  type: 'asset.deleted', version: 1, topic, summary: 'The source no longer has this asset; the catalog keeps it marked as vanished',
  data: z.object({ id: z.string(), kind: AssetKind, name: z.string(), generation: z.number().int() }),
});

/** Subject: the run, or the job where no run is known. */
export const LineageRecorded = defineEvent({
  type: 'lineage.recorded', version: 1, topic, summary: 'A run moved data from assets to assets',
  data: z.object({
    run: z.string().optional(),
    job: z.string().optional(),
    edges: z.array(z.object({ from: z.string(), to: z.string() })),
    /** Each end as `<address>#<column>`. */
    columns: z.array(z.object({ from: z.string(), to: z.string() })),
    at: z.iso.datetime(),
  }),
});
