import { metisApi } from '@dataos/contracts-metis';
import { clientProvider } from '@dataos/kit';
import { Module } from '@nestjs/common';
import { AssetTagsController } from './asset-tags/asset-tags.controller.js';
import { AssetTagsService } from './asset-tags/asset-tags.service.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditService } from './audit/audit.service.js';
import { ReplayService } from './audit/replay.service.js';
import { AuthzenController } from './authzen/authzen.controller.js';
import { AuthzenService } from './authzen/authzen.service.js';
import { Directory } from './authzen/directory.js';
import { SearchService } from './authzen/search.service.js';
import { AuthzenTransport } from './authzen/transport.js';
import { BootstrapService } from './bootstrap/bootstrap.service.js';
import { ChangesService } from './changes/changes.service.js';
import { DataPoliciesController } from './data-policies/data-policies.controller.js';
import { DataPoliciesService } from './data-policies/data-policies.service.js';
import { METIS, TableContexts } from './data-policies/table-contexts.js';
import { Authorizer } from './decisions/authorizer.js';
import { DecisionLog } from './decisions/decision-log.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { DecisionsService } from './decisions/decisions.service.js';
import { LocalAccess } from './decisions/local-access.js';
import { CatalogController } from './grants/catalog.controller.js';
import { CatalogService } from './grants/catalog.service.js';
import { GrantsController } from './grants/grants.controller.js';
import { GrantsService } from './grants/grants.service.js';
import { GrantRequestsService } from './grants/requests.service.js';
import { ShippedService } from './grants/shipped.service.js';
import { OidcService } from './oidc/oidc.service.js';
import { ExpectationsService } from './policies/expectations.service.js';
import { PoliciesController } from './policies/policies.controller.js';
import { PoliciesService } from './policies/policies.service.js';
import { PolicySet } from './policies/policy-set.js';
import { DataKeys } from './sealing/data-keys.js';
import { Sealer } from './sealing/sealer.js';
import { SecretsController } from './secrets/secrets.controller.js';
import { SecretsService } from './secrets/secrets.service.js';
import { TagsController } from './tags/tags.controller.js';
import { VocabularyService } from './tags/vocabulary.service.js';
import { Identities } from './tokens/identities.js';
import { Signer } from './tokens/signer.js';
import { TokensController } from './tokens/tokens.controller.js';
import { TokensService } from './tokens/tokens.service.js';
import { SubjectsRepository } from './users/subjects.repository.js';
import { UsersController } from './users/users.controller.js';
import { UsersService } from './users/users.service.js';

/** One module: users, keys, grants, policies and decisions cannot be taken apart, each needs the others to answer one question. */
@Module({
  controllers: [
    DecisionsController, AuthzenController, UsersController, TokensController, TagsController, CatalogController, GrantsController, PoliciesController, DataPoliciesController,
    SecretsController, AssetTagsController, AuditController,
  ],
  providers: [
    Sealer, DataKeys, SubjectsRepository, Signer, OidcService, Identities, PolicySet, DecisionLog, DecisionsService, Authorizer, LocalAccess, ChangesService, ExpectationsService,
    AuthzenTransport, AuthzenService, SearchService, Directory, VocabularyService, UsersService, TokensService, PoliciesService, GrantsService, GrantRequestsService, CatalogService, ShippedService, DataPoliciesService, TableContexts,
    SecretsService, AssetTagsService, AuditService, ReplayService, BootstrapService, clientProvider(METIS, metisApi, 'METIS_URL'),
  ],
  exports: [LocalAccess],
})
export class HeimdallModule {}
