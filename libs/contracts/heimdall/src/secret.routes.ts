import { defineRoute, NotFound } from '@dataos/contracts-core';
import { z } from 'zod';
import { SecretInfo, SecretInput, SecretName, SecretView } from './secret.js';

const secret = z.object({ secret: SecretName });
const secrets = '/heimdall/api/v1/secrets';

export const secretRoutes = {
  putSecret: defineRoute({ method: 'PUT', path: `${secrets}/:secret`, summary: 'Store a secret; the answer never holds values', params: secret, body: SecretInput, response: SecretInfo }),
  getSecret: defineRoute({
    method: 'GET', path: `${secrets}/:secret`, access: 'authenticated',
    summary: 'Hand out a secret to whom a policy lets read it; otherwise it is not there', params: secret, response: SecretView, problems: [NotFound],
  }),
  deleteSecret: defineRoute({ method: 'DELETE', path: `${secrets}/:secret`, summary: 'Delete a secret', params: secret, status: 204, problems: [NotFound] }),
};
