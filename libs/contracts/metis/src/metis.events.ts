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
const passengers = 'dataos://crm:public/passengers';
const example: z.input<typeof AssetFacts> = {
  id: passengers, kind: 'table', name: 'passengers', description: 'Who flies', owner: 'olivia', tags: ['Domain.Sales'], depot: 'crm', collection: 'public', parent: 'dataos://crm:public',
  columns: [{ id: `${passengers}#email`, name: 'email', type: 'varchar', nullable: true, tags: ['PII.Email'], ordinal: 1 }], generation: 1,
};

/** Subject of the three: the asset's id. The facts are whole, so a listener needs no second look. */
export const AssetCreated = defineEvent({ type: 'asset.created', version: 1, topic, summary: 'An asset was catalogued, or came back after it had vanished', data: AssetFacts, example });
export const AssetChanged = defineEvent({
  type: 'asset.changed', version: 1, topic, summary: 'Something the catalog says about an asset became different',
  data: AssetFacts.extend({ changed: z.array(z.string()) }), example: { ...example, generation: 2, changed: ['description'] },
});
export const AssetDeleted = defineEvent({
  type: 'asset.deleted', version: 1, topic, summary: 'The source no longer has this asset; the catalog keeps it marked as vanished',
  data: z.object({ id: z.string(), kind: AssetKind, name: z.string(), generation: z.number().int() }),
  example: { id: passengers, kind: 'table', name: 'passengers', generation: 3 },
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
  example: {
    run: '019a0000-0000-7000-8000-0000000000aa', job: 'workflow:v1:booked-flights:public', at: '2026-01-01T12:00:00.000Z',
    edges: [{ from: passengers, to: 'dataos://flights:derived/booked_flights' }],
    columns: [{ from: `${passengers}#home_state`, to: 'dataos://flights:derived/booked_flights#home_state' }],
  },
});
