import { z } from 'zod';

/** Names of depots: letters, digits and inner hyphens or underscores, so that they can be SQL catalog names. */
export const DepotName = z.string().regex(/^[a-z][a-z0-9_-]{0,47}$/, 'must be 1-48 of a-z 0-9 _ - and begin with a letter');

/** Source types of the documented catalogue; a driver exists for some of them. */
export const DepotType = z.string().trim().toUpperCase().pipe(z.enum([
  'ABFSS', 'WASBS', 'S3', 'GCS', 'FILE', 'BIGQUERY', 'SNOWFLAKE', 'REDSHIFT', 'JDBC', 'POSTGRESQL', 'MYSQL', 'MSSQL', 'ORACLE', 'MONGODB',
  'ELASTICSEARCH', 'OPENSEARCH', 'KAFKA', 'PULSAR', 'EVENTHUB', 'PRESTO', 'REDIS', 'HTTP',
]));
export type DepotType = z.infer<typeof DepotType>;

export const Acl = z.enum(['r', 'rw']);
export type Acl = z.infer<typeof Acl>;

/** A reference to an instance secret; its name ends in `-r` or `-rw` after the credential it holds. */
export const SecretReference = z.looseObject({ name: z.string().min(1), allkeys: z.boolean().optional(), keys: z.array(z.string()).optional() });

/**
 * A depot as declared: the common members and one connection block named by the lower-case type (`postgresql`, `file`, …)
 * or, in the v1 grammar, `spec`. Unknown members are kept.
 */
export const DepotRequest = z.looseObject({
  type: DepotType,
  external: z.boolean().default(false),
  owners: z.array(z.string()).default([]),
  description: z.string().max(4_000).default(''),
  meta: z.record(z.string(), z.unknown()).default({}),
  /** Name under which scanned metadata appears; the depot's name where absent. */
  source: z.string().optional(),
  secrets: z.array(SecretReference).default([]),
});
export type DepotRequest = z.output<typeof DepotRequest>;

/** A declaration as clients send it: some send every member they know and `null` for the rest, which says nothing. */
export const DepotBody = z.preprocess(
  (body) => (typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)) : body),
  DepotRequest,
) as unknown as z.ZodType<DepotRequest, z.input<typeof DepotRequest>>;

/** The outcome of the last time the source was asked. */
export const SourceCheck = z.object({ ok: z.boolean(), message: z.string().optional(), at: z.iso.datetime() });
export type SourceCheck = z.infer<typeof SourceCheck>;

export const DepotResponse = DepotRequest.extend({
  name: DepotName,
  isArchived: z.boolean(),
  archivalMessage: z.string().nullable(),
  generation: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  lastCheck: SourceCheck.optional(),
});
export type DepotResponse = z.output<typeof DepotResponse>;

/** Where an address leads; never holds credentials. */
export const AddressInfo = z.looseObject({
  address: z.string(),
  depot: z.string(),
  type: DepotType,
  collection: z.string().nullable(),
  dataset: z.string().nullable(),
  format: z.string().nullable(),
  external: z.boolean(),
  isArchived: z.boolean(),
  source: z.string(),
  connection: z.record(z.string(), z.unknown()),
});
export type AddressInfo = z.infer<typeof AddressInfo>;

/** An address with the credentials of one acl, for whom policy lets read that secret. */
export const ConnectionInfo = AddressInfo.extend({ acl: Acl, credentials: z.record(z.string(), z.string()) });
export type ConnectionInfo = z.infer<typeof ConnectionInfo>;
