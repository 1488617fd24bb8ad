import { BaseConfig } from '@dataos/kit';
import { z } from 'zod';

/** Settings of the knowledge graph. */
export const OdinConfig = BaseConfig.extend({
  HEIMDALL_URL: z.url(),
  /** What the IRIs of this installation begin with. Changing it means rebuilding the graph. */
  IRI_BASE: z.url().refine((text) => text.endsWith('/'), 'must end with /').default('https://dataos.example/odin/'),
  /** Longest time for one answer. */
  QUERY_TIME_MS: z.coerce.number().int().min(100).max(60_000).default(10_000),
  QUERY_ROWS: z.coerce.number().int().min(1).max(100_000).default(10_000),
  /** Statements read and solutions built for one answer. */
  QUERY_STEPS: z.coerce.number().int().min(1_000).max(10_000_000).default(500_000),
  /** Below the size of the connection pool, so that events and health checks always find a connection. */
  QUERIES_AT_ONCE: z.coerce.number().int().min(1).max(4).default(3),
});
export type OdinConfig = z.infer<typeof OdinConfig>;

/** The typed client of heimdall. */
export const HEIMDALL = Symbol('HEIMDALL');
