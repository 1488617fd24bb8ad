import { BaseConfig } from '@dataos/kit';
import { z } from 'zod';

const peer = z.url().optional();

export const OperationsConfig = BaseConfig.extend({
  HEIMDALL_URL: z.url(),
  API_GATEWAY_URL: peer,
  DEPOT_SERVICE_URL: peer,
  METIS_URL: peer,
  ODIN_URL: peer,
  MINERVA_GATEWAY_URL: peer,
  POROS_URL: peer,
  /** Where the supervisor writes which processes it runs; without it services are not seen as pods. */
  SUPERVISOR_FILE: z.string().optional(),
  SAMPLE_EVERY_MS: z.coerce.number().int().min(100).default(5_000),
  SAMPLE_RETENTION_HOURS: z.coerce.number().min(0.001).default(24),
  /** How long finished pods stay in the history. */
  HISTORY_DAYS: z.coerce.number().int().min(1).default(30),
});
export type OperationsConfig = z.infer<typeof OperationsConfig>;
