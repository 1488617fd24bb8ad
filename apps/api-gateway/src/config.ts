import { BaseConfig } from '@dataos/kit';
import { z } from 'zod';

export const GatewayConfig = BaseConfig.extend({
  HEIMDALL_URL: z.url(),
  DEPOT_SERVICE_URL: z.url(),
  METIS_URL: z.url(),
  ODIN_URL: z.url(),
  MINERVA_GATEWAY_URL: z.url(),
  POROS_URL: z.url(),
  OPERATIONS_URL: z.url(),
  /** Folder with the built console; none is served where absent. */
  CONSOLE_DIR: z.string().optional(),
});
export type GatewayConfig = z.infer<typeof GatewayConfig>;
