import { z } from 'zod';
import { Pattern, Tag } from './pattern.js';

/** What the tags of a namespace may be put on; `inform` carries no authority. */
export const NamespaceType = z.enum(['subject', 'object', 'inform']);
export const NamespaceName = z.string().min(1).max(64).regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'letters, digits, dot, dash, underscore');

/** A family of tags: whatever fits `glob`. A tag outside all namespaces cannot be used. */
export const TagNamespace = z.looseObject({ name: NamespaceName, glob: Pattern, type: NamespaceType, description: z.string().max(4096).nullish() });
export const TagNamespaceView = z.object({ name: z.string(), glob: z.string(), type: NamespaceType, description: z.string() });
export type TagNamespaceView = z.infer<typeof TagNamespaceView>;

export const TagView = z.object({ label: z.string(), type: NamespaceType });
export const TagGroup = z.object({ name: z.string(), tags: z.array(z.object({ label: z.string() })) });
export type TagGroup = z.infer<typeof TagGroup>;

/** The tags of one user, as the clients write and read them. */
export const UserTags = z.object({ user_id: z.string().min(1).max(64), tags: z.array(Tag).max(512) });
export type UserTags = z.infer<typeof UserTags>;

/** Who holds a tag since when, and who gave it. */
export const HeldTag = z.object({ tag: z.string(), assigner: z.string(), assigned_at: z.string() });
export type HeldTag = z.infer<typeof HeldTag>;

const RoleId = z.string().min(1).max(128).regex(/^[a-z0-9][a-z0-9-]*(?::[a-z0-9][a-z0-9-]*)*$/, 'lower-case letters, digits, dashes, levels parted by colons');
/** A role; its tag is `roles:id:<id>`. Without an id the name in lower case becomes it. */
export const RoleInput = z.looseObject({ id: RoleId.nullish(), name: z.string().min(1).max(128), description: z.string().max(4096).nullish() });
export const RoleView = z.object({ id: z.string(), name: z.string(), description: z.string(), tag: z.string(), built_in: z.boolean() });
export type RoleView = z.infer<typeof RoleView>;

/** The one boundary of policies that exists. */
export const CollectionView = z.object({ name: z.string(), description: z.string(), flavor: z.string(), access_policy_config: z.object({ default_allow: z.boolean() }) });
export type CollectionView = z.infer<typeof CollectionView>;
