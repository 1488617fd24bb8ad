import { BaseConfig } from '@dataos/kit';
import { z } from 'zod';

const Quantity = z.string().regex(/^\d+(MB|GB)$/, 'must be like 512MB or 2GB');
const isSafe = (url: string): boolean => /^https:|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$)/.test(url);

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
  /** An OpenID Connect provider, as heimdall knows it too: with it, Trino clients may sign in through a browser. */
  TRINO_OIDC_ISSUER: z.url().refine(isSafe, 'must be https, or http on this machine').optional(),
  /** As this gateway is known there, with the redirect URI `<origin>/v1/oauth2/callback`. A client without a secret is a public one. */
  TRINO_OIDC_CLIENT_ID: z.string().min(1).optional(),
  TRINO_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  TRINO_OIDC_SCOPES: z.string().regex(/(^| )openid( |$)/, 'must contain openid').default('openid profile email'),
  /** Which of the two tokens the client is given; heimdall must take its audience. */
  TRINO_OIDC_TOKEN: z.enum(['id_token', 'access_token']).default('id_token'),
  /** Where to post what queries read and wrote, as OpenLineage: the whole address, such as `http://marquez:5000/api/v1/lineage`. */
  OPENLINEAGE_URL: z.url().optional(),
  /** Sent there as a bearer token. */
  OPENLINEAGE_API_KEY: z.string().min(1).optional(),
  /** What is told of the text: as the user sent it, with `?` for each literal, since they may be data, or nothing. */
  OPENLINEAGE_SQL: z.enum(['original', 'without-literals', 'none']).default('without-literals'),
  /** The Authorization header for Trino clusters behind this gateway. */
  TRINO_CLUSTER_AUTHORIZATION: z.string().optional(),
  /** Room for copies of objects of S3 depots below `DATA_DIR`; those of one query must fit. */
  OBJECT_CACHE_SIZE: Quantity.default('2GB'),
  /** Room in memory for answers that are given again where nothing has changed; without it every query runs. */
  RESULT_CACHE_SIZE: Quantity.optional(),
  /** A folder with files of DuckDB extensions. Nothing is ever fetched into it. */
  DUCKDB_EXTENSIONS_DIR: z.string().min(1).optional(),
  /** Which of them the embedded engine loads, such as `spatial,postgres_scanner`. */
  DUCKDB_EXTENSIONS: z.string().regex(/^[a-z][a-z0-9_]*(,[a-z][a-z0-9_]*)*$/, 'must be names with commas between them').optional(),
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
}).refine(({ DUCKDB_EXTENSIONS: names, DUCKDB_EXTENSIONS_DIR: folder }) => names === undefined || folder !== undefined, { path: ['DUCKDB_EXTENSIONS_DIR'], error: 'must name the folder of what DUCKDB_EXTENSIONS names' });
export type MinervaConfig = z.infer<typeof MinervaConfig>;

/** Typed clients of the peers, calling with the gateway's own key. */
export const HEIMDALL = Symbol('HEIMDALL');
export const DEPOT = Symbol('DEPOT');
export const METIS = Symbol('METIS');
