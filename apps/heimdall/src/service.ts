import { heimdallApi, heimdallTopic } from '@dataos/contracts-heimdall';
import { defineService } from '@dataos/kit';
import { KnownResourceRow } from './authzen/known-resource.entity.js';
import { HeimdallConfig } from './config.js';
import { DecisionRow } from './decisions/decision.entity.js';
import { LocalAccess } from './decisions/local-access.js';
import { HeimdallModule } from './heimdall.module.js';
import { Foundation1764000000000 } from './migrations/1764000000000-foundation.js';
import { KnownResources1764000000190 } from './migrations/1764000000190-known-resources.js';
import { PolicyRow, PolicySetRow } from './policies/policy.entity.js';
import { SecretRow } from './secrets/secret.entity.js';
import { ApiKeyRow, SigningKeyRow } from './tokens/token.entity.js';
import { UserRow, UserTagRow } from './users/user.entity.js';

export const service = defineService({
  name: 'heimdall',
  api: heimdallApi,
  config: HeimdallConfig,
  entities: [UserRow, UserTagRow, ApiKeyRow, SigningKeyRow, PolicyRow, PolicySetRow, SecretRow, DecisionRow, KnownResourceRow],
  migrations: [Foundation1764000000000, KnownResources1764000000190],
  publishes: [heimdallTopic],
  accessFrom: { module: HeimdallModule, token: LocalAccess },
});
