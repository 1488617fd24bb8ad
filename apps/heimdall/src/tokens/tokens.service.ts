import { randomBytes, randomUUID } from 'node:crypto';
import { type Caller, DomainError, NotFound, PolicyDenied } from '@dataos/contracts-core';
import { TokenChanged, TokenExists, type TokenInput, type TokenView } from '@dataos/contracts-heimdall';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
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
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly decisions: DecisionsService, private readonly signer: Signer) {}

  async list(user: string, caller: Caller): Promise<TokenView[]> {
    await this.ownOr(user, caller, 'get');
    const rows = await this.dataSource.manager.find(ApiKeyRow, { where: { userId: user }, order: { name: 'ASC' } });
    return rows.map((row) => toView(row));
  }

  async create(user: string, input: z.infer<typeof TokenInput>, caller: Caller): Promise<TokenView> {
    await this.ownOr(user, caller, 'post');
    refuseShortLived(caller);
    const name = input.name ?? `token_${randomBytes(6).toString('hex')}`;
    const apikey = Buffer.from(`${name}.${randomUUID()}`).toString('base64url');
    return this.dataSource.transaction(async (tx) => {
      const owner = await tx.findOne(UserRow, { where: { id: user }, lock: { mode: 'pessimistic_write' } });
      if (!owner) throw new DomainError(NotFound, `There is no user ${user}.`);
      if (await tx.existsBy(ApiKeyRow, { userId: user, name })) throw new DomainError(TokenExists, `${user} has a key ${name} already.`);
      const row = Object.assign(new ApiKeyRow(), {
        userId: user, name, hash: hashOf(apikey), description: input.description ?? '', createdAt: new Date(), expiresAt: new Date(Date.now() + (input.duration ?? DAY_S) * 1000),
      });
      await tx.insert(ApiKeyRow, row);
      await this.outbox.append(tx, TokenChanged, user, { user, name, change: 'created', by: caller.id });
      return toView(row, apikey);
    });
  }

  async revoke(user: string, name: string, caller: Caller): Promise<void> {
    await this.ownOr(user, caller, 'delete');
    await this.dataSource.transaction(async (tx) => {
      const { affected } = await tx.delete(ApiKeyRow, { userId: user, name });
      if (!affected) throw new DomainError(NotFound, `${user} has no key ${name}.`);
      await this.outbox.append(tx, TokenChanged, user, { user, name, change: 'deleted', by: caller.id });
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

  private async ownOr(user: string, caller: Caller, predicate: string): Promise<void> {
    if (user !== caller.id) await this.decisions.require(caller.id, predicate, `/heimdall/users/${user}/tokens`);
  }
}

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
