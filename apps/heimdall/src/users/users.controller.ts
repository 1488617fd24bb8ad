import type { Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { heimdallApi, type TokenView, type UserView } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { DecisionsService } from '../decisions/decisions.service.js';
import { TokensService } from '../tokens/tokens.service.js';
import { UsersService } from './users.service.js';

const { routes } = heimdallApi;

@Controller()
export class UsersController {
  constructor(private readonly users: UsersService, private readonly tokens: TokensService, private readonly decisions: DecisionsService) {}

  @Endpoint(routes.listUsers)
  list(): Promise<UserView[]> {
    return this.users.list();
  }

  @Endpoint(routes.createUser)
  create(@Input() { body }: InputOf<typeof routes.createUser>, @Caller() caller: CallerType): Promise<UserView> {
    return this.users.create(body, caller.id);
  }

  @Endpoint(routes.getUser)
  async get(@Input() { params }: InputOf<typeof routes.getUser>, @Caller() caller: CallerType): Promise<UserView> {
    if (params.user !== caller.id) await this.decisions.require(caller.id, 'get', `/heimdall/users/${params.user}`);
    return this.users.get(params.user);
  }

  @Endpoint(routes.updateUser)
  update(@Input() { body, params }: InputOf<typeof routes.updateUser>, @Caller() caller: CallerType): Promise<UserView> {
    return this.users.update(params.user, body, caller.id);
  }

  @Endpoint(routes.deleteUser)
  delete(@Input() { params }: InputOf<typeof routes.deleteUser>): Promise<void> {
    return this.users.delete(params.user);
  }

  @Endpoint(routes.addUserTags)
  addTags(@Input() { body, params }: InputOf<typeof routes.addUserTags>, @Caller() caller: CallerType): Promise<UserView> {
    return this.users.addTags(params.user, body.tags, caller.id);
  }

  @Endpoint(routes.removeUserTag)
  removeTag(@Input() { params }: InputOf<typeof routes.removeUserTag>, @Caller() caller: CallerType): Promise<UserView> {
    return this.users.removeTag(params.user, params.tag, caller.id);
  }

  @Endpoint(routes.listTokens)
  listTokens(@Input() { params }: InputOf<typeof routes.listTokens>, @Caller() caller: CallerType): Promise<TokenView[]> {
    return this.tokens.list(params.user, caller);
  }

  @Endpoint(routes.createToken)
  createToken(@Input() { body, params }: InputOf<typeof routes.createToken>, @Caller() caller: CallerType): Promise<TokenView> {
    return this.tokens.create(params.user, body, caller);
  }

  @Endpoint(routes.revokeToken)
  revokeToken(@Input() { params }: InputOf<typeof routes.revokeToken>, @Caller() caller: CallerType): Promise<void> {
    return this.tokens.revoke(params.user, params.name, caller);
  }
}
