import { BaseConfig } from '@dataos/kit';
import { z } from 'zod';

export const DepotConfig = BaseConfig.extend({
  HEIMDALL_URL: z.url(),
  /** How long a source may take to answer. */
  SOURCE_TIMEOUT_MS: z.coerce.number().int().min(100).default(10_000),
});
export type DepotConfig = z.infer<typeof DepotConfig>;
