import { DomainError, NotFound } from '@dataos/contracts-core';
import type { KnownResource } from '@dataos/contracts-heimdall';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KnownResourceRow } from './known-resource.entity.js';
import { isNative } from './questions.js';

/** A user as a search meets them, with the revision of the policies at that moment. */
export interface Listed {
  readonly id: string;
  readonly type: 'person' | 'application';
  readonly properties: readonly { readonly key: string; readonly value: string }[];
  readonly tags: readonly string[];
  readonly revision: string;
}

const USERS = `SELECT u.id, u.type, u.properties,
    coalesce((SELECT array_agg(t.tag ORDER BY t.tag) FROM user_tags t WHERE t.user_id = u.id), '{}') AS tags,
    (SELECT s.revision::text FROM policy_set s WHERE s.id = 1) AS revision
  FROM users u WHERE u.id > $1 AND ($2::text IS NULL OR u.type = $2) ORDER BY u.id LIMIT $3`;

/** Who and what there is to be found: users, and the resources that were made known. Read in slices by id. */
@Injectable()
export class Directory {
  constructor(private readonly dataSource: DataSource) {}

  async users(after: string, type: string | undefined, limit: number): Promise<Listed[]> {
    const rows: Listed[] = await this.dataSource.query(USERS, [after, type ?? null, limit]);
    return rows.map((row) => ({ ...row, tags: [...new Set([...row.tags, `users:id:${row.id}`])] }));
  }

  resources(after: string, type: string, limit: number): Promise<KnownResourceRow[]> {
    return this.dataSource.manager.createQueryBuilder(KnownResourceRow, 'r').where('r.type = :type AND r.id > :after', { type, after }).orderBy('r.id').limit(limit).getMany();
  }

  /** What is stored of these resources, by `type` and `id`; nothing is of the platform's own. */
  async known(resources: readonly { type: string; id: string }[]): Promise<(type: string, id: string) => KnownResource['properties'] | undefined> {
    const byType = new Map<string, Map<string, KnownResource['properties']>>();
    const wanted = resources.filter(({ id }) => !isNative(id));
    if (wanted.length > 0) {
      const rows: KnownResourceRow[] = await this.dataSource.query(
        'SELECT type, id, properties FROM known_resources JOIN (SELECT DISTINCT type, id FROM unnest($1::text[], $2::text[]) AS w(type, id)) w USING (type, id)',
        [wanted.map(({ type }) => type), wanted.map(({ id }) => id)],
      );
      for (const { id, properties, type } of rows) byType.set(type, (byType.get(type) ?? new Map<string, KnownResource['properties']>()).set(id, properties));
    }
    return (type, id) => byType.get(type)?.get(id);
  }

  async put(resource: KnownResource): Promise<KnownResource> {
    await this.dataSource.manager.upsert(KnownResourceRow, resource, ['type', 'id']);
    return resource;
  }

  async delete(type: string, id: string): Promise<void> {
    const { affected } = await this.dataSource.manager.delete(KnownResourceRow, { type, id });
    if (!affected) throw new DomainError(NotFound, `The resource ${id} of type ${type} is not known.`);
  }
}
