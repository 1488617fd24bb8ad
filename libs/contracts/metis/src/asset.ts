import { pageOf, PageQuery } from '@dataos/contracts-core';
import { z } from 'zod';
import { text } from './text.js';

/** A tag of the catalog, `Category.Name`, such as `PII.Email`. */
export const AssetTag = z.string().max(128).regex(/^[A-Za-z0-9_][A-Za-z0-9_ -]*(\.[A-Za-z0-9_][A-Za-z0-9_ -]*)+$/, 'must be Category.Name');

/** What the catalog knows about; `dataset` is a set of data whose source does not say whether it is a table or files. */
export const AssetKind = z.enum(['depot', 'collection', 'dataset', 'table', 'view', 'file', 'topic', 'product', 'resource']);
export type AssetKind = z.infer<typeof AssetKind>;

/** One column of an asset. */
export const AssetColumn = z.object({
  /** `<asset id>#<column name>`. */
  id: z.string(),
  name: z.string(),
  /** The type as Trino spells it, such as `varchar` or `timestamp(6)`. */
  type: z.string(),
  nullable: z.boolean(),
  description: z.string().optional(),
  tags: z.array(z.string()),
  /** Position in the table, from 1. */
  ordinal: z.number().int(),
});
export type AssetColumn = z.infer<typeof AssetColumn>;

/** An asset as lists show it. */
export const AssetSummary = z.object({
  /** The address (`dataos://depot:collection/dataset`) of what holds data; the resource id of a product or resource. */
  id: z.string(),
  kind: AssetKind,
  name: z.string(),
  description: z.string().optional(),
  /** User id of the owner. */
  owner: z.string().optional(),
  tags: z.array(z.string()),
  depot: z.string().optional(),
  collection: z.string().optional(),
  /** The containing asset. */
  parent: z.string().optional(),
  columnCount: z.number().int(),
  /** Grows by one with each real change. */
  generation: z.number().int(),
  firstSeen: z.iso.datetime(),
  /** When a scan last saw it, or when it was last written. */
  lastSeen: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** Present when the source no longer has it (kept for lineage and history). */
  vanishedAt: z.iso.datetime().optional(),
});
export type AssetSummary = z.infer<typeof AssetSummary>;

/** An asset in full. Column statistics and samples are never part of the catalog. */
export const Asset = AssetSummary.extend({
  columns: z.array(AssetColumn),
  /** Estimated number of rows (64-bit, hence text); absent when unknown or when the caller may not read the data. */
  rowEstimate: z.string().regex(/^\d+$/).optional(),
});
export type Asset = z.infer<typeof Asset>;

const flag = z.enum(['true', 'false']).default('false').transform((value) => value === 'true');

/** What to look for; every filter given must hold. */
export const AssetQuery = PageQuery.extend({
  /** Words to find in names, descriptions, columns and tags; the last letters of a word may be missing. */
  q: text(500).optional(),
  kind: AssetKind.optional(),
  depot: text(256).optional(),
  tag: text(128).optional(),
  owner: text(256).optional(),
  /** Also show assets their source no longer has. */
  vanished: flag,
});

/** A found asset, best first. */
export const AssetHit = AssetSummary.extend({
  score: z.number(),
  /** Names of the columns that contain one of the words. */
  matchedColumns: z.array(z.string()),
});
export const AssetPage = pageOf(AssetHit);

/** What a user says about an asset; it survives every later scan. `null` gives the word back to the scanner. */
export const AssetEdit = z.strictObject({
  description: text(20_000).nullable().optional(),
  owner: text(256).min(1).nullable().optional(),
});

/** Tags of an asset and of its columns. What is named is replaced, what is not named stays. */
export const AssetTagsEdit = z.strictObject({
  tags: z.array(AssetTag).max(100).optional(),
  columns: z.record(text(1_000), z.array(AssetTag).max(100)).optional(),
});

/** The schema of one table with the tags policies select on. */
export const TableDescription = z.object({
  address: z.string(),
  /** `false`: the catalog has never seen this address. */
  found: z.boolean(),
  /** `true`: the last scan did not find it any more; what is known of it is still told, so that tags keep protecting it. */
  vanished: z.boolean(),
  kind: AssetKind.optional(),
  tags: z.array(z.string()),
  columns: z.array(AssetColumn),
  /** Tags by column name, also of columns that were seen once and may come back. */
  columnTags: z.record(z.string(), z.array(z.string())),
  generation: z.number().int().optional(),
});
export type TableDescription = z.infer<typeof TableDescription>;
