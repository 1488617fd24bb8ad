import { Module } from '@nestjs/common';
import { AuthzenController } from './authzen/authzen.controller.js';
import { AuthzenService } from './authzen/authzen.service.js';
import { Directory } from './authzen/directory.js';
import { SearchService } from './authzen/search.service.js';
import { AuthzenTransport } from './authzen/transport.js';
import { BootstrapService } from './bootstrap/bootstrap.service.js';
import { Authorizer } from './decisions/authorizer.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { DecisionsService } from './decisions/decisions.service.js';
import { LocalAccess } from './decisions/local-access.js';
import { PoliciesController } from './policies/policies.controller.js';
import { PoliciesService } from './policies/policies.service.js';
import { PolicySet } from './policies/policy-set.js';
import { Sealer } from './sealing/sealer.js';
import { SecretsController } from './secrets/secrets.controller.js';
import { SecretsService } from './secrets/secrets.service.js';
import { Identities } from './tokens/identities.js';
import { Signer } from './tokens/signer.js';
import { TokensService } from './tokens/tokens.service.js';
import { SubjectsRepository } from './users/subjects.repository.js';
import { UsersController } from './users/users.controller.js';
import { UsersService } from './users/users.service.js';

/** One module: users, keys, policies and decisions cannot be taken apart, each needs the others to answer one question. */
@Module({
  controllers: [DecisionsController, AuthzenController, UsersController, PoliciesController, SecretsController],
  providers: [
    Sealer, SubjectsRepository, Signer, Identities, PolicySet, DecisionsService, Authorizer, LocalAccess,
    AuthzenTransport, AuthzenService, SearchService, Directory,
    UsersService, TokensService, PoliciesService, SecretsService, BootstrapService,
  ],
  exports: [LocalAccess],
})
export class HeimdallModule {}
