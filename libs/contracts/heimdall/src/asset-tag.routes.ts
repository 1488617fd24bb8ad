import { defineRoute } from '@dataos/contracts-core';
import { z } from 'zod';
import { AssetTagAssign, AssetTagBulk, AssetTagDelete, AssetTagGroup, AssetTagQuery, AssetTagView } from './asset-tag.js';

const path = '/ats/api/v1/asset-tags';
const done = z.object({ assigned: z.int(), removed: z.int() });

/** The asset tag service: catalogue tags on tables and columns, effective in the next data decision. */
export const assetTagRoutes = {
  listAssetTags: defineRoute({ method: 'GET', path, summary: 'Tags of an asset or of a tag group', query: AssetTagQuery, response: z.union([z.array(AssetTagGroup), z.array(AssetTagView)]) }),
  putAssetTag: defineRoute({ method: 'PUT', path, summary: 'Put a tag on an asset', body: AssetTagAssign, response: done }),
  putAssetTags: defineRoute({ method: 'PUT', path: `${path}/bulk`, summary: 'Put and take many tags at once, all or none', body: AssetTagBulk, response: done }),
  deleteAssetTag: defineRoute({ method: 'DELETE', path, summary: 'Take a tag from an asset', query: AssetTagDelete, response: done }),
};
