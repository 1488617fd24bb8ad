import { z } from 'zod';
import { Links } from './user.js';

export const SecretName = z.string().min(1).max(128).regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'letters, digits, dot, dash, underscore');
const SecretKey = z.string().min(1).max(253).regex(/^[A-Za-z0-9._-]+$/, 'letters, digits, dot, dash, underscore');

/** Kinds a secret may have; one `key-value-properties` secret is handed out as a single text of `k=v` lines. */
export const SecretKind = z.enum(['key-value', 'key-value-properties', 'certificate', 'certificates', 'cloud-kernel', 'cloud-kernel-image-pull']);

/** Values are plain text in `data`, base64 in `files`. */
export const SecretInput = z.looseObject({
  kind: SecretKind.default('key-value'),
  acl: z.enum(['r', 'rw']).default('r'),
  description: z.string().max(4096).optional(),
  owner: z.string().max(256).optional(),
  data: z.record(SecretKey, z.string().max(1_000_000)).optional(),
  files: z.record(SecretKey, z.base64().max(1_500_000)).optional(),
});
export type SecretInput = z.infer<typeof SecretInput>;

/** A secret without its values. */
export const SecretInfo = z.looseObject({
  id: z.string(), kind: SecretKind, acl: z.enum(['r', 'rw']), description: z.string(), owner: z.string(), keys: z.array(z.string()), updatedAt: z.string(),
});
export type SecretInfo = z.infer<typeof SecretInfo>;

/** A secret as the REST clients write it: entries with base64 values. */
export const SecretEntries = z.looseObject({
  id: SecretName, data: z.array(z.looseObject({ key: SecretKey, base64Value: z.base64().max(1_500_000) })).max(256),
});

/** A secret as stored: its keys without their values. */
export const StoredSecret = z.looseObject({ id: z.string(), data: z.array(z.object({ key: z.string(), base64Value: z.null() })), _links: Links });

/** A secret handed out. */
export const SecretView = z.looseObject({
  id: z.string(),
  data: z.array(z.object({ key: z.string(), base64Value: z.string() })),
  _links: Links,
});
export type SecretView = z.infer<typeof SecretView>;
