import { BaseConfig } from '@dataos/kit';
import { z } from 'zod';

export const PorosConfig = BaseConfig.extend({
  HEIMDALL_URL: z.url(),
  DEPOT_SERVICE_URL: z.url(),
  METIS_URL: z.url(),
  MINERVA_GATEWAY_URL: z.url(),
  /** The built entry of jobs; by default the one beside this build. */
  JOB_ENTRY: z.string().optional(),
  /** Options of node for jobs, by blanks, such as `--max-old-space-size=1024`. */
  JOB_NODE_OPTIONS: z.string().default('').transform((text) => text.split(' ').filter((option) => option !== '')),
});
export type PorosConfig = z.infer<typeof PorosConfig>;

export const HEIMDALL = Symbol('HEIMDALL');
export const DEPOT = Symbol('DEPOT');
export const METIS = Symbol('METIS');
export const MINERVA = Symbol('MINERVA');
