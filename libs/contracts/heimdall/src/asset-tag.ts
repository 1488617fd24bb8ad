import { z } from 'zod';

const Fqn = z.string().min(1).max(1024);
/** Puts a catalogue tag (`Group.Tag`) on a table, a column or another asset. */
export const AssetTagAssign = z.looseObject({ assetType: z.string().min(1).max(64), assetFqn: Fqn, tagFqn: z.string().min(1).max(256), groupId: z.string().min(1).max(128) });
export const AssetTagRemove = z.looseObject({ assetFqn: Fqn, tagFqn: z.string().min(1).max(256) });
export const AssetTagBulk = z.looseObject({ assign: z.array(AssetTagAssign).max(1_000).nullish(), remove: z.array(AssetTagRemove).max(1_000).nullish() });
export type AssetTagBulk = z.infer<typeof AssetTagBulk>;

export const AssetTagView = z.object({ assetType: z.string(), assetFqn: z.string(), tagFqn: z.string(), groupId: z.string(), createdAt: z.string(), updatedAt: z.string() });
export type AssetTagView = z.infer<typeof AssetTagView>;
/** The tags of one asset. */
export const AssetTagGroup = z.object({ assetFqn: z.string(), tags: z.array(AssetTagView) });
export type AssetTagGroup = z.infer<typeof AssetTagGroup>;

/** One of `assetFqn` and `groupId`; `group=false` lists without grouping. Older clients write `assetFqdn` and `tagFqdn`. */
const optional = z.string().max(1024).optional();
export const AssetTagQuery = z
  .looseObject({ assetFqn: optional, assetFqdn: optional, groupId: optional, group: z.string().max(8).optional() })
  .refine((query) => [query.assetFqn, query.assetFqdn, query.groupId].some((text) => text !== undefined && text !== ''), { message: 'give assetFqn or groupId', path: ['assetFqn'] });
export const AssetTagDelete = z
  .looseObject({ assetFqn: optional, assetFqdn: optional, tagFqn: optional, tagFqdn: optional })
  .refine((query) => Boolean(query.assetFqn ?? query.assetFqdn) && Boolean(query.tagFqn ?? query.tagFqdn), { message: 'give assetFqn and tagFqn', path: ['assetFqn'] });
export type AssetTagDelete = z.infer<typeof AssetTagDelete>;
