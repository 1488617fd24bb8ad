import { defineApi } from '@dataos/contracts-core';
import { assetTagRoutes } from './asset-tag.routes.js';
import { auditRoutes } from './audit.routes.js';
import { authorizeRoutes } from './authorize.routes.js';
import { authzenRoutes } from './authzen.routes.js';
import { dataPolicyRoutes } from './data-policy.routes.js';
import { grantRoutes } from './grant.routes.js';
import { policyRoutes } from './policy.routes.js';
import { secretRoutes } from './secret.routes.js';
import { tagRoutes } from './tag.routes.js';
import { userRoutes } from './user.routes.js';

/** Who are you, may you: users, keys, policies, secrets, decisions. */
export const heimdallApi = defineApi({
  service: 'heimdall',
  title: 'Heimdall',
  description: 'Users, roles, API keys, grants, access and data policies, secrets, asset tags, decisions and their explanations.',
  routes: { ...authorizeRoutes, ...authzenRoutes, ...userRoutes, ...tagRoutes, ...grantRoutes, ...policyRoutes, ...dataPolicyRoutes, ...secretRoutes, ...assetTagRoutes, ...auditRoutes },
});
