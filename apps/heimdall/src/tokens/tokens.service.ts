import { randomBytes, randomUUID } from 'node:crypto';
import { type Caller, DomainError, NotFound, PolicyDenied } from '@dataos/contracts-core';
import { type RotateInput, secondsOf, TokenChanged, TokenExists, type TokenInput, type TokenView } from '@dataos/contracts-heimdall';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { ChangesService } from '../changes/changes.service.js';
import { DecisionsService } from '../decisions/decisions.service.js';
import { linksTo } from '../users/links.js';
import { UserRow } from '../users/user.entity.js';
import { hashOf } from './identities.js';
import { looksLikeJwt, Signer } from './signer.js';
import { ApiKeyRow } from './token.entity.js';

const DAY_S = 86_400;
const DEFAULT_TTL_S = 900;

/** API keys and issued tokens. */
@Injectable()
export class TokensService {
  constructor(
    private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly decisions: DecisionsService,
    private readonly signer: Signer, private readonly changes: ChangesService,
  ) {}

  async list(user: string, caller: Caller): Promise<TokenView[]> {
    await this.ownOr(user, caller, 'get');
    const rows = await this.dataSource.manager.find(ApiKeyRow, { where: { userId: user }, order: { name: 'ASC' } });
    return rows.map((row) => toView(row));
  }

  async get(user: string, name: string, caller: Caller): Promise<TokenView> {
    await this.ownOr(user, caller, 'get');
    const row = await this.dataSource.manager.findOneBy(ApiKeyRow, { userId: user, name });
    if (!row) throw missing(user, name);
    return toView(row);
  }

  /** The key of this text. Whoever holds the text and is not its owner learns nothing, not even that it exists. */
  async find(text: string, caller: Caller): Promise<TokenView> {
    const row = await this.dataSource.manager.findOneBy(ApiKeyRow, { hash: hashOf(text), userId: caller.id });
    if (!row) throw new DomainError(NotFound, 'There is no such key of yours.');
    return toView(row);
  }

  async create(user: string, input: z.infer<typeof TokenInput>, caller: Caller): Promise<TokenView> {
    await this.ownOr(user, caller, 'post');
    refuseShortLived(caller);
    const name = input.name ?? `token_${randomBytes(6).toString('hex')}`;
    return this.dataSource.transaction(async (tx) => {
      const owner = await tx.findOne(UserRow, { where: { id: user }, lock: { mode: 'pessimistic_write' } });
      if (!owner) throw new DomainError(NotFound, `There is no user ${user}.`);
      if (await tx.existsBy(ApiKeyRow, { userId: user, name })) throw new DomainError(TokenExists, `${user} has a key ${name} already.`);
      return this.insert(tx, { userId: user, name, description: input.description ?? '' }, input.duration, caller);
    });
  }

  /** A new key in place of an old one: from the commit on the old text is refused and the new one works. */
  async rotate(input: z.infer<typeof RotateInput>, caller: Caller): Promise<TokenView> {
    const user = input.user_id ? input.user_id : caller.id;
    await this.ownOr(user, caller, 'post');
    refuseShortLived(caller);
    return this.dataSource.transaction(async (tx) => {
      const where = [{ userId: user, name: input.token }, { userId: user, hash: hashOf(input.token) }];
      const old = await tx.findOne(ApiKeyRow, { where, lock: { mode: 'pessimistic_write' } });
      if (!old) throw new DomainError(NotFound, `${user} has no such key.`);
      await this.remove(tx, old, caller);
      const lifetime = input.duration ?? Math.max(1, Math.ceil((old.expiresAt.getTime() - old.createdAt.getTime()) / 1000));
      return this.insert(tx, old, lifetime, caller);
    });
  }

  async revoke(user: string, name: string, caller: Caller): Promise<void> {
    await this.ownOr(user, caller, 'delete');
    await this.dataSource.transaction(async (tx) => {
      const row = await tx.findOne(ApiKeyRow, { where: { userId: user, name }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw missing(user, name);
      await this.remove(tx, row, caller);
    });
  }

  /** A signed token for the caller, or for a user the caller may impersonate. */
  async issue(caller: Caller, user: string | undefined, ttlSeconds: number | undefined): Promise<{ token: string; expiresAt: string }> {
    refuseShortLived(caller);
    const id = user ?? caller.id;
    if (id !== caller.id) await this.decisions.require(caller.id, 'impersonate', `/heimdall/users/${id}`);
    if (!(await this.dataSource.manager.existsBy(UserRow, { id }))) throw new DomainError(NotFound, `There is no user ${id}.`);
    return this.signer.issue(id, ttlSeconds ?? DEFAULT_TTL_S);
  }

  private async insert(tx: EntityManager, key: Pick<ApiKeyRow, 'userId' | 'name' | 'description'>, duration: string | number | null | undefined, caller: Caller): Promise<TokenView> {
    const { description, name, userId } = key;
    const apikey = Buffer.from(`${name}.${randomUUID()}`).toString('base64url');
    const seconds = (duration == null ? undefined : secondsOf(duration)) ?? DAY_S;
    const row = Object.assign(new ApiKeyRow(), { userId, name, hash: hashOf(apikey), description, createdAt: new Date(), expiresAt: new Date(Math.min(Date.now() + seconds * 1000, FOREVER)) });
    await tx.insert(ApiKeyRow, row);
    await this.changes.add(tx, caller.id, 'user', userId, 'token:add', name);
    await this.outbox.append(tx, TokenChanged, userId, { user: userId, name, change: 'created', by: caller.id });
    return toView(row, apikey);
  }

  private async remove(tx: EntityManager, { name, userId }: ApiKeyRow, caller: Caller): Promise<void> {
    await tx.delete(ApiKeyRow, { userId, name });
    await this.changes.add(tx, caller.id, 'user', userId, 'token:delete', name);
    await this.outbox.append(tx, TokenChanged, userId, { user: userId, name, change: 'deleted', by: caller.id });
  }

  private async ownOr(user: string, caller: Caller, predicate: string): Promise<void> {
    if (user !== caller.id) await this.decisions.require(caller.id, predicate, `/heimdall/users/${user}/tokens`);
  }
}

const FOREVER = Date.parse('9999-12-31T00:00:00Z');
const missing = (user: string, name: string): DomainError => new DomainError(NotFound, `${user} has no key ${name}.`);

/** A token given to a job for minutes must not become a key for days, nor renew itself for ever. */
function refuseShortLived(caller: Caller): void {
  if (looksLikeJwt(caller.token)) throw new DomainError(PolicyDenied, 'An issued token cannot make further tokens; use an API key.', {});
}

function toView(row: ApiKeyRow, apikey?: string): TokenView {
  const user = `/heimdall/api/v1/users/${row.userId}`;
  return {
    name: row.name, type: 'apikey', expiration: row.expiresAt.toISOString(), description: row.description, data: apikey === undefined ? {} : { apikey }, user_id: row.userId,
    _links: linksTo(`${user}/tokens/${row.name}`, { user }),
  };
}
