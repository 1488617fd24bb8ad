import { type DepotRequest, type DepotType, S3Connection, s3Formats } from '@dataos/contracts-depot';
import { DomainError, type FieldFault, ValidationFailed } from '@dataos/contracts-core';
import { normalize } from 'node:path/posix';
import { z } from 'zod';
import { secretNameFor } from '../secrets/secret-name.js';
import { inlineCredentials } from './inline-credentials.js';

/** How the traffic to a PostgreSQL source is protected, in libpq's words. */
export const SslMode = z.enum(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full']);
export type SslMode = z.output<typeof SslMode>;

/** How to reach a PostgreSQL source; a host is a name or an address, never a socket on this machine. */
export const PostgresConnection = z.looseObject({
  host: z.string().regex(/^[A-Za-z0-9._:-]+$/, 'must be a host name or address'), port: z.coerce.number().int().min(1).max(65_535).default(5432), database: z.string().min(1),
  params: z.looseObject({ sslmode: SslMode.optional() }).default({}),
});
export type PostgresConnection = z.output<typeof PostgresConnection>;

/** Where the files of a FILE source lie: `path`, or `url` as older manifests write it. A whole machine is not a depot, a pattern not a folder. */
export const FileConnection = z.looseObject({ path: z.string().optional(), url: z.string().optional() })
  .transform((block) => ({ ...block, path: normalize(block.path ?? block.url?.replace(/^file:\/\//, '') ?? '') }))
  .refine(({ path }) => path.startsWith('/') && path !== '/', { path: ['path'], message: 'must be an absolute path of a folder below the root' })
  .refine(({ path }) => !/[*?[\]\0]/.test(path), { path: ['path'], message: 'must not contain any of * ? [ ]' });
export type FileConnection = z.output<typeof FileConnection>;

/** The driver that reads a type of source; JDBC is read by its sub-protocol, S3 where its objects are plain files and no table format. */
export function driverOf(request: DepotRequest): 'postgresql' | 'file' | 's3' | undefined {
  if (request.type === 'FILE') return 'file';
  if (request.type === 'S3') return s3Formats(blockOf(request).block['format']) === undefined ? undefined : 's3';
  if (request.type === 'POSTGRESQL') return 'postgresql';
  const subprotocol = (blockOf(request).block as { subprotocol?: unknown }).subprotocol;
  return request.type === 'JDBC' && subprotocol === 'postgresql' ? 'postgresql' : undefined;
}

/** The connection block, which stands under the lower-case type (v2alpha) or under `spec` (v1). */
export function blockOf(request: DepotRequest): { key: string; block: Record<string, unknown> } {
  const members = request as Record<string, unknown>;
  const key = [request.type.toLowerCase(), 'spec'].find((name) => typeof members[name] === 'object' && members[name] !== null);
  return { key: key ?? request.type.toLowerCase(), block: (key === undefined ? {} : members[key]) as Record<string, unknown> };
}

/** Refuses a declaration that shows credentials or that its driver could not use, naming the fields. */
export function checkConnection(request: DepotRequest): void {
  const errors = [
    ...inlineCredentials({ ...request, description: '' }).map((pointer) => ({ pointer: `/body${pointer}`, message: 'looks like a credential; put it into an instance-secret and name that under secrets' })),
    ...driverFaults(request),
  ];
  if (errors.length === 0) return;
  throw new DomainError(ValidationFailed, `This ${request.type as DepotType} depot cannot be kept: ${errors[0]?.pointer} ${errors[0]?.message}`, { errors });
}

function driverFaults(request: DepotRequest): FieldFault[] {
  const driver = driverOf(request);
  if (driver === undefined) return [];
  const { key, block } = blockOf(request);
  const parsed = { postgresql: PostgresConnection, file: FileConnection, s3: S3Connection }[driver].safeParse(block);
  const faults = parsed.error?.issues.map((issue) => ({ pointer: ['/body', key, ...issue.path.map(String)].join('/'), message: issue.message })) ?? [];
  const unreadable = driver !== 'file' && request.secrets.length > 0 && secretNameFor(request, 'r') === undefined;
  return unreadable ? [...faults, { pointer: '/body/secrets', message: 'must name a secret for reading, ending in -r' }] : faults;
}
