import { BaseConfig } from '@dataos/kit';
import { z } from 'zod';

/** Settings of the catalog. */
export const MetisConfig = BaseConfig.extend({
  HEIMDALL_URL: z.url(),
  DEPOT_SERVICE_URL: z.url(),
  /** How often a scan is begun before it counts as failed, when its source does not answer or the process dies. */
  SCAN_ATTEMPTS: z.coerce.number().int().min(1).default(3),
  /** A running scan without a sign of life for so long was left behind by a dead process and is taken up again. */
  SCAN_STALE_SECONDS: z.coerce.number().min(1).default(15),
});
export type MetisConfig = z.infer<typeof MetisConfig>;

/** The typed client of depot-service, calling with metis' own key. */
export const DEPOT = Symbol('DEPOT');
/** The typed client of heimdall. */
export const HEIMDALL = Symbol('HEIMDALL');
