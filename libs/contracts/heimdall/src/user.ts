import { z } from 'zod';
import { Tag } from './pattern.js';

export const UserId = z.string().min(1).max(64).regex(/^[a-z0-9][a-z0-9._-]*$/, 'lower-case letters, digits, dot, dash, underscore');
export const UserType = z.enum(['person', 'application']);
export const UserProperty = z.object({ key: z.string().min(1).max(128), value: z.string().max(1024) });

/** Every documented link is present, `null` when there is nothing behind it. */
export const Links = z.looseObject({
  self: z.string().nullable(),
  tags: z.string().nullable(),
  tokens: z.string().nullable(),
  avatars: z.string().nullable(),
  download_avatars: z.string().nullable(),
  grants: z.string().nullable(),
  policies: z.string().nullable(),
  changes: z.string().nullable(),
  user: z.string().nullable(),
});
export type Links = z.infer<typeof Links>;

export const UserView = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: UserType,
  email: z.string(),
  cid: z.string(),
  properties: z.array(UserProperty),
  federated_user_id: z.string().nullable(),
  federated_connector_id: z.string().nullable(),
  tags: z.array(z.string()),
  _links: Links,
});
export type UserView = z.infer<typeof UserView>;

const editable = {
  name: z.string().min(1).max(256),
  email: z.string().max(320).nullish(),
  tags: z.array(Tag).max(512).nullish(),
  properties: z.array(UserProperty).max(128).nullish(),
};
export const UserInput = z.looseObject({ id: UserId, type: UserType, ...editable });
export const UserPatch = z.looseObject({ ...editable, name: editable.name.optional() });
export type UserInput = z.infer<typeof UserInput>;
export type UserPatch = z.infer<typeof UserPatch>;

/** An API key as listed. `data.apikey` is filled once, in the answer that creates it. */
export const TokenView = z.looseObject({
  name: z.string(),
  type: z.string(),
  expiration: z.string(),
  description: z.string(),
  data: z.record(z.string(), z.string()),
  user_id: z.string(),
  _links: Links,
});
export type TokenView = z.infer<typeof TokenView>;

/** `duration` counts seconds; the default is a day. */
export const TokenInput = z.looseObject({
  name: z.string().min(1).max(128).regex(/^[A-Za-z0-9._-]+$/).nullish(),
  description: z.string().max(1024).nullish(),
  duration: z.int().min(1).max(10 * 366 * 86_400).nullish(),
});
export const IssueInput = z.object({ user: UserId.optional(), ttlSeconds: z.int().min(1).max(3600).optional() });
export const IssuedToken = z.object({ token: z.string(), expiresAt: z.string() });
