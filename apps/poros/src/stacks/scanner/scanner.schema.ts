import { DataLink, parseAddress } from '@dataos/contracts-core';
import { z } from 'zod';

const Pattern = z.strictObject({ includes: z.array(z.string()).optional(), excludes: z.array(z.string()).optional() });

/** `stackSpec` of `scanner:2.0`: the depot to scan and what of it. Sources without a depot are refused. */
export const ScannerSpec = z.strictObject({
  depot: z.union([DataLink, z.string().regex(/^[a-z0-9][a-z0-9-]*$/)]).transform((depot) => parseAddress(depot)?.depot ?? depot),
  sourceConfig: z.strictObject({
    config: z.strictObject({
      type: z.literal('DatabaseMetadata').optional(),
      schemaFilterPattern: Pattern.optional(),
      tableFilterPattern: Pattern.optional(),
      markDeletedTables: z.boolean().optional(),
      markDeletedTablesfromFilterOnly: z.boolean().optional(),
      includeTables: z.literal(true).optional(),
      includeViews: z.literal(true).optional(),
      enableDebugLog: z.boolean().optional(),
    }),
  }).optional(),
});
