import { heimdallApi, heimdallTopic } from '@dataos/contracts-heimdall';
import { defineService } from '@dataos/kit';
import { KnownResourceRow } from './authzen/known-resource.entity.js';
import { HeimdallConfig } from './config.js';
import { AssetTagRow } from './asset-tags/asset-tag.entity.js';
import { CheckpointRow } from './audit/checkpoint.entity.js';
import { ChangeRow } from './changes/change.entity.js';
import { DecisionRow } from './decisions/decision.entity.js';
import { LocalAccess } from './decisions/local-access.js';
import { AtomRow, GrantRequestRow, GrantRow, ProviderRow, UseCaseRow } from './grants/grant.entity.js';
import { HeimdallModule } from './heimdall.module.js';
import { Foundation1764000000000 } from './migrations/1764000000000-foundation.js';
import { KnownResources1764000000190 } from './migrations/1764000000190-known-resources.js';
import { Governance1764100000000 } from './migrations/1764100000000-governance.js';
import { PolicyRow, PolicySetRow } from './policies/policy.entity.js';
import { DataKeyRow } from './sealing/data-key.entity.js';
import { SecretRow } from './secrets/secret.entity.js';
import { NamespaceRow, RoleRow } from './tags/vocabulary.entity.js';
import { ApiKeyRow, SigningKeyRow } from './tokens/token.entity.js';
import { UserRow, UserTagRow } from './users/user.entity.js';

export const service = defineService({
  name: 'heimdall',
  api: heimdallApi,
  config: HeimdallConfig,
  entities: [UserRow, UserTagRow, ApiKeyRow, SigningKeyRow, PolicyRow, PolicySetRow, SecretRow, DataKeyRow, DecisionRow, CheckpointRow, NamespaceRow, RoleRow, ProviderRow, AtomRow, UseCaseRow, GrantRow, GrantRequestRow, ChangeRow, AssetTagRow, KnownResourceRow],
  migrations: [Foundation1764000000000, KnownResources1764000000190, Governance1764100000000],
  publishes: [heimdallTopic],
  accessFrom: { module: HeimdallModule, token: LocalAccess },
});
