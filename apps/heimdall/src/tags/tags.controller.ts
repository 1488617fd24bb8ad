import { type AnswerOf, type Caller as CallerType, DomainError, type InputOf, NotFound } from '@dataos/contracts-core';
import { type Change, type CollectionView, heimdallApi, OneCollection, type RoleView, type TagGroup, type TagNamespaceView, type UserTags, type UserView } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { ChangesService } from '../changes/changes.service.js';
import { DecisionsService } from '../decisions/decisions.service.js';
import { UsersService } from '../users/users.service.js';
import { VocabularyService } from './vocabulary.service.js';

const { routes } = heimdallApi;
const DEFAULT: CollectionView = { name: 'default', description: 'The one collection', flavor: 'default', access_policy_config: { default_allow: false } };
const tagsOf = ({ id, tags }: UserView): UserTags => ({ user_id: id, tags });

/** Tags of users, and the vocabulary they are taken from. */
@Controller()
export class TagsController {
  constructor(private readonly users: UsersService, private readonly vocabulary: VocabularyService, private readonly changes: ChangesService, private readonly decisions: DecisionsService) {}

  @Endpoint(routes.listTags)
  list(): Promise<string[]> {
    return this.vocabulary.tags();
  }

  @Endpoint(routes.addTags)
  async add(@Input() { body }: InputOf<typeof routes.addTags>, @Caller() caller: CallerType): Promise<UserTags> {
    return tagsOf(await this.users.retag(body.user_id, (held) => [...held, ...body.tags], caller));
  }

  @Endpoint(routes.getTags)
  async get(@Input() { params }: InputOf<typeof routes.getTags>, @Caller() caller: CallerType): Promise<UserTags> {
    if (params.user !== caller.id) await this.decisions.require(caller.id, 'get', `/heimdall/users/${params.user}`);
    return tagsOf(await this.users.get(params.user));
  }

  @Endpoint(routes.clearTags)
  async clear(@Input() { params }: InputOf<typeof routes.clearTags>, @Caller() caller: CallerType): Promise<void> {
    await this.users.retag(params.user, () => [], caller);
  }

  @Endpoint(routes.removeTag)
  async remove(@Input() { params }: InputOf<typeof routes.removeTag>, @Caller() caller: CallerType): Promise<UserTags> {
    return tagsOf(await this.users.removeTag(params.user, params.tag, caller));
  }

  @Endpoint(routes.listTagGroups)
  groups(@Input() { query }: InputOf<typeof routes.listTagGroups>): Promise<TagGroup[]> {
    return this.vocabulary.groups(query.tag);
  }

  @Endpoint(routes.listTagNamespaces)
  namespaces(): Promise<TagNamespaceView[]> {
    return this.vocabulary.namespaces();
  }

  @Endpoint(routes.createTagNamespace)
  putNamespace(@Input() { body }: InputOf<typeof routes.createTagNamespace>, @Caller() caller: CallerType): Promise<TagNamespaceView> {
    return this.vocabulary.putNamespace(body, caller.id);
  }

  @Endpoint(routes.getTagNamespace)
  namespace(@Input() { params }: InputOf<typeof routes.getTagNamespace>): Promise<TagNamespaceView> {
    return this.vocabulary.namespace(params.name);
  }

  @Endpoint(routes.deleteTagNamespace)
  deleteNamespace(@Input() { params }: InputOf<typeof routes.deleteTagNamespace>, @Caller() caller: CallerType): Promise<void> {
    return this.vocabulary.deleteNamespace(params.name, caller.id);
  }

  @Endpoint(routes.listNamespaceTags)
  namespaceTags(@Input() { params }: InputOf<typeof routes.listNamespaceTags>): Promise<AnswerOf<typeof routes.listNamespaceTags>> {
    return this.vocabulary.tagsWithin(params.name);
  }

  @Endpoint(routes.listRoles)
  roles(): Promise<RoleView[]> {
    return this.vocabulary.roles();
  }

  @Endpoint(routes.createRole)
  createRole(@Input() { body }: InputOf<typeof routes.createRole>, @Caller() caller: CallerType): Promise<RoleView> {
    return this.vocabulary.createRole(body, caller.id);
  }

  @Endpoint(routes.getRole)
  role(@Input() { params }: InputOf<typeof routes.getRole>): Promise<RoleView> {
    return this.vocabulary.role(params.id);
  }

  @Endpoint(routes.deleteRole)
  deleteRole(@Input() { params }: InputOf<typeof routes.deleteRole>, @Caller() caller: CallerType): Promise<void> {
    return this.users.deleteRole(params.id, caller);
  }

  @Endpoint(routes.listRoleChanges)
  async roleChanges(@Input() { params }: InputOf<typeof routes.listRoleChanges>): Promise<Change[]> {
    await this.vocabulary.role(params.id);
    return this.changes.of('role', params.id);
  }

  @Endpoint(routes.listRoleUsers)
  async roleUsers(@Input() { params }: InputOf<typeof routes.listRoleUsers>): Promise<UserView[]> {
    return this.users.find({ tag: (await this.vocabulary.role(params.id)).tag });
  }

  @Endpoint(routes.listCollections)
  collections(): CollectionView[] {
    return [DEFAULT];
  }

  @Endpoint(routes.createCollection)
  createCollection(@Input() { body }: InputOf<typeof routes.createCollection>): CollectionView {
    if (body.name === DEFAULT.name) return DEFAULT;
    throw new DomainError(OneCollection, `There is one collection, ${DEFAULT.name}; ${body.name} cannot be made.`);
  }

  @Endpoint(routes.getCollection)
  collection(@Input() { params }: InputOf<typeof routes.getCollection>): CollectionView {
    if (params.name === DEFAULT.name) return DEFAULT;
    throw new DomainError(NotFound, `There is no collection ${params.name}.`);
  }

  @Endpoint(routes.deleteCollection)
  deleteCollection(@Input() { params }: InputOf<typeof routes.deleteCollection>): void {
    this.collection({ params });
    throw new DomainError(OneCollection, 'The default collection stays.');
  }
}
