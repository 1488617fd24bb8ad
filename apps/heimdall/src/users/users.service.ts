import { createHash } from 'node:crypto';
import { DomainError, NotFound } from '@dataos/contracts-core';
import { ProtectedTag, TagChanged, UserChanged, UserExists, type UserInput, type UserPatch, type UserView } from '@dataos/contracts-heimdall';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ApiKeyRow } from '../tokens/token.entity.js';
import { linksTo } from './links.js';
import { UserRow, UserTagRow } from './user.entity.js';

/** Users and the tags they hold. */
@Injectable()
export class UsersService {
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox) {}

  async list(): Promise<UserView[]> {
    const users = await this.dataSource.manager.find(UserRow, { order: { id: 'ASC' } });
    const tags = await this.dataSource.manager.find(UserTagRow);
    const byUser = Map.groupBy(tags, (row) => row.userId);
    return users.map((user) => toView(user, (byUser.get(user.id) ?? []).map((row) => row.tag)));
  }

  get(id: string): Promise<UserView> {
    return this.view(this.dataSource.manager, id);
  }

  async create(input: UserInput, by: string): Promise<UserView> {
    return this.dataSource.transaction(async (tx) => {
      if (await tx.existsBy(UserRow, { id: input.id })) throw new DomainError(UserExists, `There is a user ${input.id} already.`);
      await tx.insert(UserRow, { id: input.id, name: input.name, type: input.type, email: input.email ?? '', properties: input.properties ?? [], createdAt: new Date() });
      const ordinary = input.type === 'person' ? ['roles:id:user'] : [];
      await this.setTags(tx, input.id, [...(input.tags ?? []), ...ordinary], by);
      return this.changed(tx, input.id, 'created');
    });
  }

  async update(id: string, patch: UserPatch, by: string): Promise<UserView> {
    return this.dataSource.transaction(async (tx) => {
      await this.lock(tx, id);
      const fields = { ...(patch.name ? { name: patch.name } : {}), ...(patch.email == null ? {} : { email: patch.email }), ...(patch.properties ? { properties: patch.properties } : {}) };
      if (Object.keys(fields).length > 0) await tx.update(UserRow, { id }, fields);
      if (patch.tags) await this.setTags(tx, id, patch.tags, by);
      return this.changed(tx, id, 'updated');
    });
  }

  async delete(id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.lock(tx, id);
      await tx.delete(ApiKeyRow, { userId: id });
      await tx.delete(UserTagRow, { userId: id });
      await tx.delete(UserRow, { id });
      await this.outbox.append(tx, UserChanged, id, { id, change: 'deleted' });
    });
  }

  async addTags(id: string, added: readonly string[], by: string): Promise<UserView> {
    return this.dataSource.transaction(async (tx) => {
      await this.lock(tx, id);
      const held = (await tx.findBy(UserTagRow, { userId: id })).map((row) => row.tag);
      await this.setTags(tx, id, [...held, ...added], by);
      return this.changed(tx, id, 'updated');
    });
  }

  async removeTag(id: string, tag: string, by: string): Promise<UserView> {
    if (tag === `users:id:${id}`) throw new DomainError(ProtectedTag, `The tag ${tag} belongs to the user.`);
    return this.dataSource.transaction(async (tx) => {
      await this.lock(tx, id);
      const held = (await tx.findBy(UserTagRow, { userId: id })).map((row) => row.tag);
      await this.setTags(tx, id, held.filter((one) => one !== tag), by);
      return this.changed(tx, id, 'updated');
    });
  }

  /** Makes `tags` the tags of the user; the id tags of other users cannot be given to anybody. */
  async setTags(tx: EntityManager, id: string, tags: readonly string[], by: string): Promise<void> {
    const wanted = new Set([...tags, `users:id:${id}`]);
    const foreign = [...wanted].find((tag) => tag.startsWith('users:id:') && tag !== `users:id:${id}`);
    if (foreign) throw new DomainError(ProtectedTag, `The tag ${foreign} belongs to another user.`);
    const held = new Set((await tx.findBy(UserTagRow, { userId: id })).map((row) => row.tag));
    const added = [...wanted].filter((tag) => !held.has(tag));
    const removed = [...held].filter((tag) => !wanted.has(tag));
    if (added.length > 0) await tx.insert(UserTagRow, added.map((tag) => ({ userId: id, tag, assigner: by, assignedAt: new Date() })));
    for (const tag of removed) await tx.delete(UserTagRow, { userId: id, tag });
    if (added.length + removed.length > 0) await this.outbox.append(tx, TagChanged, id, { user: id, added, removed, by });
  }

  private async changed(tx: EntityManager, id: string, change: 'created' | 'updated'): Promise<UserView> {
    const view = await this.view(tx, id);
    const { email, name, tags, type } = view;
    await this.outbox.append(tx, UserChanged, id, { id, change, name, type, email, tags });
    return view;
  }

  private async lock(tx: EntityManager, id: string): Promise<void> {
    const row = await tx.findOne(UserRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw new DomainError(NotFound, `There is no user ${id}.`);
  }

  private async view(manager: EntityManager, id: string): Promise<UserView> {
    const user = await manager.findOneBy(UserRow, { id });
    if (!user) throw new DomainError(NotFound, `There is no user ${id}.`);
    return toView(user, (await manager.findBy(UserTagRow, { userId: id })).map((row) => row.tag));
  }
}

function toView(user: UserRow, tags: readonly string[]): UserView {
  const self = `/heimdall/api/v1/users/${user.id}`;
  return {
    id: user.id, name: user.name, type: user.type, email: user.email, cid: `bafk${createHash('sha256').update(user.id).digest('hex').slice(0, 52)}`,
    properties: user.properties, federated_user_id: null, federated_connector_id: null,
    tags: [...new Set([...tags, `users:id:${user.id}`])].sort(),
    _links: linksTo(self, { tags: `${self}/tags`, tokens: `${self}/tokens` }),
  };
}
