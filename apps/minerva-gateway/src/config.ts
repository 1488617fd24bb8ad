import { BaseConfig } from '@dataos/kit';
import { z } from 'zod';

const Quantity = z.string().regex(/^\d+(MB|GB)$/, 'must be like 512MB or 2GB');

/** Settings of the query gateway. */
export const MinervaConfig = BaseConfig.extend({
  HEIMDALL_URL: z.url(),
  DEPOT_SERVICE_URL: z.url(),
  METIS_URL: z.url(),
  /** A second listener for Trino clients; it serves `/v1` only. 0 takes a free port. */
  TRINO_PORT: z.coerce.number().int().min(0).max(65_535).default(7432),
  /** Origin under which clients reach the Trino doors, where the Host header does not tell it. */
  TRINO_PUBLIC_URL: z.url().optional(),
  /** PEM files: with both, the second listener speaks TLS. Python and JDBC send no key without it. */
  TRINO_TLS_CERT: z.string().optional(),
  TRINO_TLS_KEY: z.string().optional(),
  /** The Authorization header for Trino clusters behind this gateway. */
  TRINO_CLUSTER_AUTHORIZATION: z.string().optional(),
  /** Room for copies of objects of S3 depots below `DATA_DIR`; those of one query must fit. */
  OBJECT_CACHE_SIZE: Quantity.default('2GB'),
  /** Room in memory for answers that are given again where nothing has changed; without it every query runs. */
  RESULT_CACHE_SIZE: Quantity.optional(),
  QUERY_TIMEOUT_SECONDS: z.coerce.number().min(0.1).default(600),
  /** A query nobody fetches for so long is ended. */
  QUERY_ABANDONED_SECONDS: z.coerce.number().min(0.1).default(300),
  /** A transaction nobody uses for so long is rolled back. */
  TRANSACTION_IDLE_SECONDS: z.coerce.number().min(0.1).default(300),
  /** Memory of one query where the cluster does not say. */
  ENGINE_MEMORY: Quantity.default('1GB'),
  ENGINE_THREADS: z.coerce.number().int().min(1).max(64).default(2),
  ENGINE_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  /** Of these, how many of one user at once. */
  ENGINE_CONCURRENCY_PER_USER: z.coerce.number().int().min(1).max(64).default(3),
});
export type MinervaConfig = z.infer<typeof MinervaConfig>;

/** Typed clients of the peers, calling with the gateway's own key. */
export const HEIMDALL = Symbol('HEIMDALL');
export const DEPOT = Symbol('DEPOT');
export const METIS = Symbol('METIS');
