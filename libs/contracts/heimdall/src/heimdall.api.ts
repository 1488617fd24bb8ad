import { defineApi } from '@dataos/contracts-core';
import { authorizeRoutes } from './authorize.routes.js';
import { authzenRoutes } from './authzen.routes.js';
import { policyRoutes } from './policy.routes.js';
import { secretRoutes } from './secret.routes.js';
import { userRoutes } from './user.routes.js';

/** Who are you, may you: users, keys, policies, secrets, decisions. */
export const heimdallApi = defineApi({
  service: 'heimdall',
  title: 'Heimdall',
  description: 'Users, API keys, access and data policies, secrets, decisions and their explanations.',
  routes: { ...authorizeRoutes, ...authzenRoutes, ...userRoutes, ...policyRoutes, ...secretRoutes },
});
