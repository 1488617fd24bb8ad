import { type Caller, DomainError, NotFound, PolicyDenied } from '@dataos/contracts-core';
import { type HeldTag, ProtectedTag, TagChanged, UnknownTag, UserChanged, UserExists, type UserInput, type UserPatch, type UserView } from '@dataos/contracts-heimdall';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { Any, DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { ChangesService } from '../changes/changes.service.js';
import { GrantsService } from '../grants/grants.service.js';
import { authorityFault, OPERATOR, tagFault, type TagRefusal } from '../tags/authority.js';
import { VocabularyService } from '../tags/vocabulary.service.js';
import { ApiKeyRow } from '../tokens/token.entity.js';
import { toView } from './user.view.js';
import { UserRow, UserTagRow } from './user.entity.js';

/** Users and the tags they hold. */
@Injectable()
export class UsersService {
  constructor(
    private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly changes: ChangesService,
    private readonly vocabulary: VocabularyService, private readonly grants: GrantsService,
  ) {}

  async list(page: { skip?: number; take?: number } = {}): Promise<UserView[]> {
    return this.views(await this.dataSource.manager.find(UserRow, { order: { id: 'ASC' }, ...page }));
  }

  count(): Promise<number> {
    return this.dataSource.manager.count(UserRow);
  }

  async find(search: { cid?: string | null | undefined; id?: string | null | undefined; tag?: string | null | undefined }): Promise<UserView[]> {
    const ids = search.tag ? (await this.dataSource.manager.findBy(UserTagRow, { tag: search.tag })).map((row) => row.userId) : undefined;
    const wanted = search.id && ids ? ids.filter((id) => id === search.id) : (ids ?? (search.id ? [search.id] : undefined));
    const users = await this.views(await this.dataSource.manager.find(UserRow, { where: wanted ? { id: Any(wanted) } : {}, order: { id: 'ASC' } }));
    return search.cid ? users.filter((user) => user.cid === search.cid) : users;
  }

  get(id: string): Promise<UserView> {
    return this.view(this.dataSource.manager, id);
  }

  async heldTags(id: string): Promise<HeldTag[]> {
    await this.get(id);
    const rows = await this.dataSource.manager.find(UserTagRow, { where: { userId: id }, order: { tag: 'ASC' } });
    return rows.map((row) => ({ tag: row.tag, assigner: row.assigner, assigned_at: row.assignedAt.toISOString() }));
  }

  async create(input: UserInput, caller: Caller): Promise<UserView> {
    const id = input.id ?? input.user_id ?? '';
    return this.dataSource.transaction(async (tx) => {
      if (await tx.existsBy(UserRow, { id })) throw new DomainError(UserExists, `There is a user ${id} already.`);
      await tx.insert(UserRow, { id, name: input.name, type: input.type, email: input.email ?? '', properties: input.properties ?? [], createdAt: new Date(), ...federation(input) });
      const given = input.tags ?? [];
      await this.judge(tx, id, given, caller);
      await this.setTags(tx, id, [...given, ...(input.type === 'person' ? ['roles:id:user'] : [])], caller.id);
      await this.changes.add(tx, caller.id, 'user', id, 'user:create');
      return this.changed(tx, id, 'created');
    });
  }

  async update(id: string, patch: UserPatch, caller: Caller): Promise<UserView> {
    return this.dataSource.transaction(async (tx) => {
      await this.lock(tx, id);
      const fields = {
        ...(patch.name ? { name: patch.name } : {}), ...(patch.email == null ? {} : { email: patch.email }), ...(patch.properties ? { properties: patch.properties } : {}),
        ...(patch.federated_user_id ? federation(patch) : {}),
      };
      if (Object.keys(fields).length > 0) {
        await tx.update(UserRow, { id }, fields as never);
        await this.changes.add(tx, caller.id, 'user', id, 'user:update', Object.keys(fields).join(', '));
      }
      if (patch.tags) await this.replaceTags(tx, id, () => patch.tags ?? [], caller);
      return this.changed(tx, id, 'updated');
    });
  }

  async delete(id: string, by: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.lock(tx, id);
      await tx.delete(ApiKeyRow, { userId: id });
      await tx.delete(UserTagRow, { userId: id });
      await tx.delete(UserRow, { id });
      // A later user of the same id must not inherit what was granted to this one.
      await this.grants.dropSubject(tx, `users:id:${id}`, by);
      await this.changes.add(tx, by, 'user', id, 'user:delete');
      await this.outbox.append(tx, UserChanged, id, { id, change: 'deleted' });
    });
  }

  /** Changes the tags of a user as `wanted` says, if the caller may give and take what differs. */
  async retag(id: string, wanted: (held: readonly string[]) => readonly string[], caller: Caller): Promise<UserView> {
    return this.dataSource.transaction(async (tx) => {
      await this.lock(tx, id);
      await this.replaceTags(tx, id, wanted, caller);
      return this.changed(tx, id, 'updated');
    });
  }

  removeTag(id: string, tag: string, caller: Caller): Promise<UserView> {
    if (tag === `users:id:${id}`) throw new DomainError(ProtectedTag, `The tag ${tag} belongs to the user.`);
    return this.retag(id, (held) => held.filter((one) => one !== tag), caller);
  }

  /** Deletes a role and takes it from everybody and from every grant. */
  async deleteRole(id: string, caller: Caller): Promise<void> {
    const tag = `roles:id:${id}`;
    await this.dataSource.transaction(async (tx) => {
      await this.vocabulary.deleteRole(tx, id, caller.id);
      for (const { userId } of await tx.findBy(UserTagRow, { tag })) {
        const held = await this.held(tx, userId);
        await this.setTags(tx, userId, held.filter((one) => one !== tag), caller.id);
        await this.changed(tx, userId, 'updated');
      }
      await this.grants.dropSubject(tx, tag, caller.id);
    });
  }

  /** Makes `tags` the tags of the user; whether that is right has been judged before. */
  async setTags(tx: EntityManager, id: string, tags: readonly string[], by: string): Promise<void> {
    const wanted = new Set([...tags, `users:id:${id}`]);
    const held = new Set(await this.held(tx, id));
    const added = [...wanted].filter((tag) => !held.has(tag));
    const removed = [...held].filter((tag) => !wanted.has(tag));
    if (added.length > 0) await tx.insert(UserTagRow, added.map((tag) => ({ userId: id, tag, assigner: by, assignedAt: new Date() })));
    if (removed.length > 0) await tx.delete(UserTagRow, { userId: id, tag: In(removed) });
    if (added.length + removed.length === 0) return;
    for (const [what, list] of [['tag:add', added], ['tag:delete', removed]] as const) if (list.length > 0) await this.changes.add(tx, by, 'user', id, what, list.join(', '));
    await this.outbox.append(tx, TagChanged, id, { user: id, added, removed, by });
  }

  /** The person whom an identity provider calls so. */
  async federated(connector: string, subject: string): Promise<string | undefined> {
    const row = await this.dataSource.manager.findOneBy(UserRow, { federatedConnectorId: connector, federatedUserId: subject });
    return row?.id;
  }

  async changed(tx: EntityManager, id: string, change: 'created' | 'updated'): Promise<UserView> {
    const view = await this.view(tx, id);
    const { email, name, tags, type } = view;
    await this.outbox.append(tx, UserChanged, id, { id, change, name, type, email, tags });
    return view;
  }

  private async replaceTags(tx: EntityManager, id: string, wanted: (held: readonly string[]) => readonly string[], caller: Caller): Promise<void> {
    const held = await this.held(tx, id);
    const next = [...new Set([...wanted(held), `users:id:${id}`])];
    await this.judge(tx, id, next.filter((tag) => !held.includes(tag)), caller, held.filter((tag) => !next.includes(tag)));
    await this.setTags(tx, id, next, caller.id);
  }

  private async judge(tx: EntityManager, id: string, added: readonly string[], caller: Caller, removed: readonly string[] = []): Promise<void> {
    const vocabulary = await this.vocabulary.vocabulary(tx);
    const actor = { id: caller.id, operator: caller.tags.includes(OPERATOR) };
    for (const tag of added) refuse(tagFault(tag, id, vocabulary) ?? authorityFault(tag, id, actor, vocabulary));
    for (const tag of removed) refuse(authorityFault(tag, id, actor, vocabulary));
  }

  private async held(tx: EntityManager, id: string): Promise<string[]> {
    return (await tx.findBy(UserTagRow, { userId: id })).map((row) => row.tag);
  }

  private async lock(tx: EntityManager, id: string): Promise<void> {
    const row = await tx.findOne(UserRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw new DomainError(NotFound, `There is no user ${id}.`);
  }

  private async views(users: readonly UserRow[]): Promise<UserView[]> {
    const tags = await this.dataSource.manager.find(UserTagRow, users.length > 200 ? {} : { where: { userId: users.length === 0 ? IsNull() : In(users.map(({ id }) => id)) } });
    const byUser = Map.groupBy(tags, (row) => row.userId);
    return users.map((user) => toView(user, (byUser.get(user.id) ?? []).map((row) => row.tag)));
  }

  private async view(manager: EntityManager, id: string): Promise<UserView> {
    const user = await manager.findOneBy(UserRow, { id });
    if (!user) throw new DomainError(NotFound, `There is no user ${id}.`);
    return toView(user, await this.held(manager, id));
  }
}

const federation = (given: { federated_user_id?: string | null | undefined; federated_connector_id?: string | null | undefined }): Pick<UserRow, 'federatedConnectorId' | 'federatedUserId'> =>
  ({ federatedUserId: given.federated_user_id ?? null, federatedConnectorId: given.federated_connector_id ?? null });

function refuse(refusal: TagRefusal | undefined): void {
  if (!refusal) return;
  if (refusal.kind === 'denied') throw new DomainError(PolicyDenied, refusal.detail, { ask: [OPERATOR] });
  throw new DomainError(refusal.kind === 'protected' ? ProtectedTag : UnknownTag, refusal.detail);
}
