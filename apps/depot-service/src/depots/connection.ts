import type { DepotRequest, DepotType } from '@dataos/contracts-depot';
import { DomainError, ValidationFailed } from '@dataos/contracts-core';
import { z } from 'zod';

/** How to reach a PostgreSQL source. */
export const PostgresConnection = z.looseObject({
  host: z.string().min(1), port: z.coerce.number().int().min(1).max(65_535).default(5432), database: z.string().min(1),
  params: z.record(z.string(), z.coerce.string()).default({}),
});
export type PostgresConnection = z.output<typeof PostgresConnection>;

/** Where the files of a FILE source lie: `path`, or `url` as older manifests write it. */
export const FileConnection = z.looseObject({ path: z.string().optional(), url: z.string().optional() })
  .transform((block) => ({ ...block, path: block.path ?? block.url?.replace(/^file:\/\//, '') ?? '' }))
  .refine(({ path }) => path.startsWith('/'), { path: ['path'], message: 'must be an absolute path' });
export type FileConnection = z.output<typeof FileConnection>;

/** The driver that reads a type of source; JDBC is read by its sub-protocol. */
export function driverOf(request: DepotRequest): 'postgresql' | 'file' | undefined {
  if (request.type === 'FILE') return 'file';
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

/** Refuses a declaration whose connection block its driver could not use, naming the field. */
export function checkConnection(request: DepotRequest): void {
  const driver = driverOf(request);
  if (driver === undefined) return;
  const { key, block } = blockOf(request);
  const parsed = (driver === 'postgresql' ? PostgresConnection : FileConnection).safeParse(block);
  if (parsed.success) return;
  const errors = parsed.error.issues.map((issue) => ({ pointer: ['/body', key, ...issue.path.map(String)].join('/'), message: issue.message }));
  throw new DomainError(ValidationFailed, `The connection of this ${request.type as DepotType} depot is not usable: ${errors[0]?.pointer} ${errors[0]?.message}`, { errors });
}
