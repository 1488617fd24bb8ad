import { pageOf, parseAddress } from '@dataos/contracts-core';
import { z } from 'zod';

const Pattern = z.string().min(1).max(200);

/**
 * Names to keep and to drop, as regular expressions. A plain name stands for a prefix (`FREIGHT` is `^FREIGHT.*`);
 * an expression must match from the start of the name, in the source's spelling; with both lists given, an exclusion does not override an inclusion.
 */
export const ScanFilter = z.strictObject({
  includes: z.array(Pattern).max(50).default([]),
  excludes: z.array(Pattern).max(50).default([]),
});
export type ScanFilter = z.infer<typeof ScanFilter>;

/** The name of a depot, or its address (`dataos://depot`); read as the name. */
export const DepotName = z.string().max(256).transform((text, context) => {
  const address = parseAddress(text.startsWith('dataos://') ? text : `dataos://${text}`);
  if (address !== undefined && address.collection === undefined) return address.depot;
  context.addIssue({ code: 'custom', message: 'must be the name of a depot or dataos://depot' });
  return z.NEVER;
});

/** What to scan. */
export const ScanRequest = z.strictObject({
  depot: DepotName,
  schemaFilter: ScanFilter.optional(),
  tableFilter: ScanFilter.optional(),
  /** Mark as vanished what the source no longer has, within what the filters let through. */
  markVanished: z.boolean().default(true),
});
export type ScanRequest = z.infer<typeof ScanRequest>;

/** `queued` and `running` end in `succeeded` or `failed`. */
export const ScanState = z.enum(['queued', 'running', 'succeeded', 'failed']);
export type ScanState = z.infer<typeof ScanState>;

/** What a scan found; `unchanged` assets produced no event. */
export const ScanCounts = z.object({
  created: z.number().int(), changed: z.number().int(), unchanged: z.number().int(), vanished: z.number().int(),
  /** Datasets the filters left out. */
  skipped: z.number().int(),
  /** Datasets that the source listed but could not describe; each is named in `faults`. */
  failed: z.number().int(),
});
export type ScanCounts = z.infer<typeof ScanCounts>;

/** A scan and how far it has come. */
export const Scan = z.object({
  id: z.uuid(),
  depot: z.string(),
  state: ScanState,
  requestedBy: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  attempt: z.number().int(),
  counts: ScanCounts,
  /** Why it failed, or why the last attempt did when it is tried again. */
  cause: z.string().optional(),
  /** The first hundred datasets that could not be described. */
  faults: z.array(z.object({ address: z.string(), message: z.string() })),
});
export type Scan = z.infer<typeof Scan>;
export const ScanPage = pageOf(Scan);
