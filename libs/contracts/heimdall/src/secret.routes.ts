import { defineRoute, NotFound } from '@dataos/contracts-core';
import { z } from 'zod';
import { SecretEntries, SecretInfo, SecretInput, SecretName, SecretView, StoredSecret } from './secret.js';

const secret = z.object({ secret: SecretName });
const secrets = '/heimdall/api/v1/secrets';

export const secretRoutes = {
  putSecret: defineRoute({ method: 'PUT', path: `${secrets}/:secret`, summary: 'Store a secret; the answer never holds values', params: secret, body: SecretInput, response: SecretInfo }),
  getSecret: defineRoute({
    method: 'GET', path: `${secrets}/:secret`, access: 'authenticated',
    summary: 'Hand out a secret to whom a policy lets read it; otherwise it is not there', params: secret, response: SecretView, problems: [NotFound],
  }),
  deleteSecret: defineRoute({ method: 'DELETE', path: `${secrets}/:secret`, summary: 'Delete a secret', params: secret, status: 204, problems: [NotFound] }),
  listSecrets: defineRoute({
    method: 'GET', path: secrets, access: 'authenticated', summary: 'Ids of the secrets the caller may read', query: z.looseObject({ secret: z.string().max(128).optional() }), response: z.array(z.object({ id: z.string() })),
  }),
  createSecret: defineRoute({ method: 'POST', path: secrets, summary: 'Store a secret given as entries; the answer never holds values', body: SecretEntries, response: StoredSecret }),
};
