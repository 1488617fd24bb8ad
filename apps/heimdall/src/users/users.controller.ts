import type { AnswerOf, Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { type Change, type HeldTag, heimdallApi, type UserView } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { ChangesService } from '../changes/changes.service.js';
import { DecisionsService } from '../decisions/decisions.service.js';
import { pageOf } from './page.js';
import { UsersService } from './users.service.js';

const { routes } = heimdallApi;

@Controller()
export class UsersController {
  constructor(private readonly users: UsersService, private readonly decisions: DecisionsService, private readonly changes: ChangesService) {}

  @Endpoint(routes.listUsers)
  list(@Input() { query }: InputOf<typeof routes.listUsers>): Promise<UserView[]> {
    return this.users.list({ take: query.limit });
  }

  @Endpoint(routes.listUsersPaged)
  async listPaged(@Input() { query }: InputOf<typeof routes.listUsersPaged>): Promise<AnswerOf<typeof routes.listUsersPaged>> {
    return { users: await this.users.list({ skip: query.page * query.size, take: query.size }), ...pageOf(query, await this.users.count()) };
  }

  @Endpoint(routes.filterUsers)
  filter(@Input() { body }: InputOf<typeof routes.filterUsers>): Promise<UserView[]> {
    return this.users.find(body);
  }

  @Endpoint(routes.createUser)
  create(@Input() { body }: InputOf<typeof routes.createUser>, @Caller() caller: CallerType): Promise<UserView> {
    return this.users.create(body, caller);
  }

  @Endpoint(routes.getUser)
  async get(@Input() { params }: InputOf<typeof routes.getUser>, @Caller() caller: CallerType): Promise<UserView> {
    await this.ownOr(params.user, caller);
    return this.users.get(params.user);
  }

  @Endpoint(routes.updateUser)
  update(@Input() { body, params }: InputOf<typeof routes.updateUser>, @Caller() caller: CallerType): Promise<UserView> {
    return this.users.update(params.user, body, caller);
  }

  @Endpoint(routes.deleteUser)
  delete(@Input() { params }: InputOf<typeof routes.deleteUser>, @Caller() caller: CallerType): Promise<void> {
    return this.users.delete(params.user, caller.id);
  }

  @Endpoint(routes.addUserTags)
  addTags(@Input() { body, params }: InputOf<typeof routes.addUserTags>, @Caller() caller: CallerType): Promise<UserView> {
    return this.users.retag(params.user, (held) => [...held, ...body.tags], caller);
  }

  @Endpoint(routes.removeUserTag)
  removeTag(@Input() { params }: InputOf<typeof routes.removeUserTag>, @Caller() caller: CallerType): Promise<UserView> {
    return this.users.removeTag(params.user, params.tag, caller);
  }

  @Endpoint(routes.listHeldTags)
  async heldTags(@Input() { params }: InputOf<typeof routes.listHeldTags>, @Caller() caller: CallerType): Promise<HeldTag[]> {
    await this.ownOr(params.user, caller);
    return this.users.heldTags(params.user);
  }

  @Endpoint(routes.listUserChanges)
  async listChanges(@Input() { params }: InputOf<typeof routes.listUserChanges>, @Caller() caller: CallerType): Promise<Change[]> {
    await this.ownOr(params.user, caller);
    return this.changes.of('user', params.user);
  }

  private async ownOr(user: string, caller: CallerType): Promise<void> {
    if (user !== caller.id) await this.decisions.require(caller.id, 'get', `/heimdall/users/${user}`);
  }
}
