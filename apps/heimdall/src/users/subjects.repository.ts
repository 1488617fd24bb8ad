import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Coalesced } from './coalesced.js';

/** A user at this moment, with the revision of the policy set seen in the same statement. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly type: 'person' | 'application';
  readonly email: string;
  readonly properties: readonly { readonly key: string; readonly value: string }[];
  readonly tags: readonly string[];
  /** Who gave which of the tags, and when; nobody gave the tag of one's own id. */
  readonly given: readonly Given[];
  readonly revision: string;
}

export interface Given { readonly tag: string; readonly assigner: string; readonly at: string }

interface Found extends Omit<Subject, 'tags' | 'given'> {
  readonly given: readonly Given[] | null;
  readonly hash?: string;
}

const SELECT = `SELECT u.id, u.name, u.type, u.email, u.properties,
  (SELECT json_agg(json_build_object('tag', t.tag, 'assigner', t.assigner, 'at', t.assigned_at)) FROM user_tags t WHERE t.user_id = u.id) AS given,
  (SELECT s.revision::text FROM live_policy_set s WHERE s.id = 1) AS revision`;

/** One indexed statement for the requests of a moment: tags and policy revision are never older than any of them. */
@Injectable()
export class SubjectsRepository {
  private readonly byHashes = new Coalesced<string, Subject & { hash: string }>(async (hashes) => {
    const rows: Found[] = await this.dataSource.query(`${SELECT}, k.hash FROM api_keys k JOIN users u ON u.id = k.user_id WHERE k.hash = ANY($1) AND k.expires_at > now()`, [hashes]);
    return new Map(rows.map((row) => [row.hash ?? '', { ...withOwnTag(row), hash: row.hash ?? '' }]));
  });
  private readonly byIds = new Coalesced<string, Subject>(async (ids) => {
    const rows: Found[] = await this.dataSource.query(`${SELECT} FROM users u WHERE u.id = ANY($1)`, [ids]);
    return new Map(rows.map((row) => [row.id, withOwnTag(row)]));
  });

  constructor(private readonly dataSource: DataSource) {}

  byKeyHash(hash: string): Promise<(Subject & { hash: string }) | undefined> {
    return this.byHashes.get(hash);
  }

  byId(id: string): Promise<Subject | undefined> {
    return this.byIds.get(id);
  }
}

/** Everybody holds the tag of their own id, whatever the table says. */
function withOwnTag(row: Found): Subject {
  const given = row.given ?? [];
  return { ...row, given, tags: [...new Set([...given.map(({ tag }) => tag), `users:id:${row.id}`])].sort() };
}
