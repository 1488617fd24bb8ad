import { z } from 'zod';

/** A column; `type` is written as Trino writes types, such as `varchar` or `timestamp(6) with time zone`. */
export const DatasetColumn = z.object({
  name: z.string(),
  type: z.string(),
  /** The source's own name of the type. */
  nativeType: z.string(),
  nullable: z.boolean(),
  description: z.string().optional(),
  ordinal: z.number().int(),
  primaryKey: z.boolean().default(false),
});
export type DatasetColumn = z.infer<typeof DatasetColumn>;

/** What the source tells of a dataset. `rowEstimate` is a count as text; absent where the source cannot say. */
export const DatasetDescription = z.object({
  address: z.string(),
  depot: z.string(),
  collection: z.string(),
  dataset: z.string(),
  kind: z.enum(['table', 'view', 'file']),
  /** As the first release knew it; absent for what came later. */
  format: z.enum(['parquet', 'csv']).optional(),
  /** How the files are written. */
  encoding: z.enum(['parquet', 'csv', 'json']).optional(),
  /** Files of the dataset, relative to the depot's root. */
  files: z.array(z.string()).optional(),
  description: z.string().optional(),
  columns: z.array(DatasetColumn),
  rowEstimate: z.string().regex(/^\d+$/).optional(),
});
export type DatasetDescription = z.infer<typeof DatasetDescription>;

/** The objects that are a dataset at this moment, by full key; a reader asks for exactly these versions. Sizes are bytes. */
export const DatasetObjects = z.object({
  address: z.string(),
  format: z.enum(['parquet', 'csv']),
  objects: z.array(z.object({ key: z.string(), size: z.number().int().min(0), etag: z.string() })),
});
export type DatasetObjects = z.infer<typeof DatasetObjects>;
