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
  tokens: z.null(),
  _links: Links,
});
export type UserView = z.infer<typeof UserView>;

const editable = {
  name: z.string().min(1).max(256),
  email: z.string().max(320).nullish(),
  tags: z.array(Tag).max(512).nullish(),
  properties: z.array(UserProperty).max(128).nullish(),
  federated_user_id: z.string().min(1).max(256).nullish(),
  federated_connector_id: z.string().min(1).max(64).nullish(),
};
/** The id comes as `id` or, from one client generation, as `user_id`. */
export const UserInput = z
  .looseObject({ id: UserId.nullish(), user_id: UserId.nullish(), type: UserType, ...editable })
  .refine((user) => user.id != null || user.user_id != null, { message: 'a user needs an id', path: ['id'] });
export const UserPatch = z.looseObject({ ...editable, name: editable.name.nullish() });
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

const LONGEST_S = 10 * 366 * 86_400;
const UNIT_S: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

/** Seconds of `90`, `"90"`, `"24h"` or `"1h30m"`; `undefined` where the text is no such duration. */
export function secondsOf(duration: string | number): number | undefined {
  if (typeof duration === 'number' || /^\d{1,12}$/.test(duration)) return Number(duration);
  if (!/^(?:\d{1,9}[smhdw])+$/.test(duration)) return undefined;
  return [...duration.matchAll(/(\d+)([smhdw])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * (UNIT_S[unit ?? 's'] ?? 1), 0);
}

/** A span of time: seconds, or text such as `24h`. */
export const Duration = z.union([z.number(), z.string().max(32)]).refine((value) => {
  const seconds = secondsOf(value);
  return seconds !== undefined && Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_S;
}, 'seconds, or a text such as 90s, 24h or 7d, of at most ten years');

const KeyName = z.string().min(1).max(128).regex(/^[A-Za-z0-9._-]+$/);
/** Without `duration` a key lives for a day. */
export const TokenInput = z.looseObject({ name: KeyName.nullish(), description: z.string().max(1024).nullish(), duration: Duration.nullish() });
/** `token` is the name of a key or its text. */
export const RotateInput = z.looseObject({ token: z.string().min(1).max(1024), duration: Duration.nullish(), user_id: z.string().max(64).nullish() });

/** Users by content id, id or tag; what is not given does not narrow. */
export const UserSearch = z.looseObject({ cid: z.string().max(256).nullish(), id: z.string().max(64).nullish(), tag: z.string().max(256).nullish() });

/** One line of a change log. */
export const Change = z.object({
  id: z.string(), subject_id: z.string(), object_id: z.string(), object_type: z.string(), what: z.string(), details: z.string(), created_at: z.string(),
});
export type Change = z.infer<typeof Change>;
export const IssueInput = z.object({ user: UserId.optional(), ttlSeconds: z.int().min(1).max(3600).optional() });
export const IssuedToken = z.object({ token: z.string(), expiresAt: z.string() });
