import { DatasetLink, parseAddress } from '@dataos/contracts-core';
import { z } from 'zod';
import { text } from './text.js';

/** Data went from one asset to another. */
export const LineageEdge = z.object({
  from: z.string(),
  to: z.string(),
  /** Which column of `to` was made from which column of `from`, each as `<address>#<column>`. */
  columns: z.array(z.object({
    from: z.string(),
    to: z.string(),
    /** The run was not shown the column as it is. */
    masked: z.boolean().optional(),
  })),
  /** The job that moved it last. */
  job: z.string().optional(),
  run: z.string().optional(),
  firstSeen: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
});
export type LineageEdge = z.infer<typeof LineageEdge>;

/** An asset of a lineage graph; `distance` in steps from the one asked for, negative upstream. */
export const LineageNode = z.object({
  id: z.string(),
  distance: z.number().int(),
  /** `false`: lineage names it, the catalog does not know it. */
  known: z.boolean(),
  kind: z.string().optional(),
  name: z.string(),
  vanished: z.boolean(),
});
export type LineageNode = z.infer<typeof LineageNode>;

/** Which way to walk, and how far. */
export const LineageQuery = z.object({
  direction: z.enum(['upstream', 'downstream', 'both']).default('both'),
  depth: z.coerce.number().int().min(1).max(20).default(3),
  /** Follow only what this column was made from or went into. */
  column: text(256).optional(),
});

export const LineageGraph = z.object({
  root: z.string(),
  nodes: z.array(LineageNode),
  edges: z.array(LineageEdge),
  /** `true`: there is more beyond the depth or the largest graph that is answered. */
  truncated: z.boolean(),
});
export type LineageGraph = z.infer<typeof LineageGraph>;

const Name = text(512).min(1);
/** A dataset of OpenLineage whose namespace and name form an address: `dataos://depot` or `dataos://depot:collection`, and the rest. */
const OpenLineageDataset = z.looseObject({
  namespace: Name,
  name: Name,
  facets: z.looseObject({
    columnLineage: z.looseObject({
      fields: z.record(text(1_000), z.looseObject({
        inputFields: z.array(z.looseObject({
          namespace: Name, name: Name, field: Name, transformations: z.array(z.looseObject({ masking: z.boolean().nullish() })).max(100).nullish(),
        })).max(1_000),
      })),
    }).optional(),
  }).nullish(),
});
export type OpenLineageDataset = z.infer<typeof OpenLineageDataset>;
const OpenLineageJob = z.looseObject({ namespace: Name, name: Name });

/** A run event of OpenLineage; older clients of Hera say `action` for `job`. Only a completed run leaves lineage. */
export const OpenLineageRunEvent = z.looseObject({
  eventType: z.string().nullish(),
  /** Zone-less times (older clients) are read as UTC. */
  eventTime: z.iso.datetime({ offset: true, local: true }),
  run: z.looseObject({ runId: Name }),
  job: OpenLineageJob.optional(),
  action: OpenLineageJob.optional(),
  inputs: z.array(OpenLineageDataset).max(500).nullish(),
  outputs: z.array(OpenLineageDataset).max(500).nullish(),
  producer: text(2_000),
}).refine((event) => event.job !== undefined || event.action !== undefined, { path: ['job'], message: 'a job is needed' });
export type OpenLineageRunEvent = z.infer<typeof OpenLineageRunEvent>;

/** How much a run event added; `accepted` is `false` for events of runs that have not completed. */
export const LineageReceipt = z.object({ accepted: z.boolean(), edges: z.number().int() });

/** An address of a table with a column. */
export const ColumnLink = z.string().refine((link) => {
  const at = link.indexOf('#');
  return at > 0 && at < link.length - 1 && DatasetLink.safeParse(link.slice(0, at)).success;
}, 'must be dataos://depot:collection/dataset#column');

function isColumn(id: string): boolean {
  const [, address, column] = /^([^#]+)#(.+)$/s.exec(id) ?? [];
  return column !== undefined && parseAddress(address ?? '')?.dataset !== undefined;
}
const ColumnId = text(2_000).refine(isColumn, 'must be dataos://depot:collection/dataset#column');

/** What the columns of a copy are computed from, told before the copy is put in its place. */
export const TagPassing = z.strictObject({ columns: z.array(z.strictObject({ output: ColumnId, inputs: z.array(ColumnId).max(10_000) })).min(1).max(10_000) });
export type TagPassing = z.infer<typeof TagPassing>;
