import { DomainError, NotFound } from '@dataos/contracts-core';
import {
  NamespaceInUse, PermanentRole, RoleExists, type RoleInput, type RoleView, type TagGroup, type TagNamespace, type TagNamespaceView, VocabularyChanged,
} from '@dataos/contracts-heimdall';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { ChangesService } from '../changes/changes.service.js';
import { compileGlob, TAG_DELIMITERS } from '../decisions/glob.js';
import type { Vocabulary } from './authority.js';
import { NamespaceRow, RoleRow } from './vocabulary.entity.js';

/** Namespaces and roles: what tags there may be. */
@Injectable()
export class VocabularyService {
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly changes: ChangesService) {}

  async vocabulary(tx: EntityManager = this.dataSource.manager): Promise<Vocabulary> {
    const [namespaces, roles] = [await tx.find(NamespaceRow), await tx.find(RoleRow, { select: { id: true } })];
    return { namespaces, roles: new Set(roles.map(({ id }) => id)) };
  }

  async namespaces(): Promise<TagNamespaceView[]> {
    return (await this.dataSource.manager.find(NamespaceRow, { order: { name: 'ASC' } })).map(toNamespace);
  }

  async namespace(name: string): Promise<TagNamespaceView> {
    return toNamespace(await this.findNamespace(name));
  }

  async putNamespace(input: z.infer<typeof TagNamespace>, by: string): Promise<TagNamespaceView> {
    return this.dataSource.transaction(async (tx) => {
      const known = await tx.findOne(NamespaceRow, { where: { name: input.name }, lock: { mode: 'pessimistic_write' } });
      if (known?.builtIn) throw new DomainError(NamespaceInUse, `The namespace ${input.name} belongs to the platform.`);
      const row = { name: input.name, glob: input.glob, type: input.type, description: input.description ?? '', builtIn: false };
      if (known && known.glob !== row.glob) await this.refuseHeld(tx, known);
      await tx.save(NamespaceRow, row);
      await this.outbox.append(tx, VocabularyChanged, row.name, { kind: 'namespace', id: row.name, change: known ? 'updated' : 'created', by });
      return toNamespace(row);
    });
  }

  async deleteNamespace(name: string, by: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const row = await this.findNamespace(name, tx);
      if (row.builtIn) throw new DomainError(NamespaceInUse, `The namespace ${name} belongs to the platform.`);
      await this.refuseHeld(tx, row);
      await tx.delete(NamespaceRow, { name });
      await this.outbox.append(tx, VocabularyChanged, name, { kind: 'namespace', id: name, change: 'deleted', by });
    });
  }

  /** Every tag that somebody holds. */
  async tags(tx: EntityManager = this.dataSource.manager): Promise<string[]> {
    const rows: { tag: string }[] = await tx.query('SELECT DISTINCT tag FROM user_tags ORDER BY tag');
    return rows.map(({ tag }) => tag);
  }

  async tagsWithin(name: string): Promise<{ label: string; type: NamespaceRow['type'] }[]> {
    const { glob, type } = await this.findNamespace(name);
    const fits = compileGlob(glob, TAG_DELIMITERS);
    return (await this.tags()).filter(fits).map((label) => ({ label, type }));
  }

  async groups(tag: string | undefined): Promise<TagGroup[]> {
    const tags = (await this.tags()).filter((one) => tag === undefined || one === tag);
    const rows = await this.dataSource.manager.find(NamespaceRow, { order: { name: 'ASC' } });
    const groups = rows.map(({ glob, name }) => ({ name, tags: tags.filter(compileGlob(glob, TAG_DELIMITERS)).map((label) => ({ label })) }));
    return groups.filter((group) => group.tags.length > 0);
  }

  async roles(): Promise<RoleView[]> {
    return (await this.dataSource.manager.find(RoleRow, { order: { id: 'ASC' } })).map(toRole);
  }

  async role(id: string, tx: EntityManager = this.dataSource.manager): Promise<RoleView> {
    const row = await tx.findOneBy(RoleRow, { id });
    if (!row) throw new DomainError(NotFound, `There is no role ${id}.`);
    return toRole(row);
  }

  async createRole(input: z.infer<typeof RoleInput>, by: string): Promise<RoleView> {
    const id = input.id ?? input.name.trim().toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
    const row = { id, name: input.name, description: input.description ?? '', builtIn: false };
    return this.dataSource.transaction(async (tx) => {
      const fresh: unknown[] = await tx.query('INSERT INTO roles VALUES ($1, $2, $3, false) ON CONFLICT DO NOTHING RETURNING id', [row.id, row.name, row.description]);
      if (fresh.length === 0) throw new DomainError(RoleExists, `There is a role ${id} already.`);
      await this.changes.add(tx, by, 'role', id, 'role:create');
      await this.outbox.append(tx, VocabularyChanged, id, { kind: 'role', id, change: 'created', by });
      return toRole(row);
    });
  }

  /** Deletes the role itself; who holds its tag is for the caller to settle in the same transaction. */
  async deleteRole(tx: EntityManager, id: string, by: string): Promise<void> {
    const role = await this.role(id, tx);
    if (role.built_in) throw new DomainError(PermanentRole, `The role ${id} belongs to the platform.`);
    await tx.delete(RoleRow, { id });
    await this.changes.add(tx, by, 'role', id, 'role:delete');
    await this.outbox.append(tx, VocabularyChanged, id, { kind: 'role', id, change: 'deleted', by });
  }

  private async refuseHeld(tx: EntityManager, { glob, name }: NamespaceRow): Promise<void> {
    const fits = compileGlob(glob, TAG_DELIMITERS);
    const held = (await this.tags(tx)).filter(fits);
    if (held.length > 0) throw new DomainError(NamespaceInUse, `Tags of the namespace ${name} are in use, such as ${held[0]}.`);
  }

  private async findNamespace(name: string, tx: EntityManager = this.dataSource.manager): Promise<NamespaceRow> {
    const row = await tx.findOneBy(NamespaceRow, { name });
    if (!row) throw new DomainError(NotFound, `There is no tag namespace ${name}.`);
    return row;
  }
}

const toNamespace = ({ description, glob, name, type }: NamespaceRow): TagNamespaceView => ({ name, glob, type, description });
const toRole = ({ builtIn, description, id, name }: RoleRow): RoleView => ({ id, name, description, tag: `roles:id:${id}`, built_in: builtIn });
