import type { AccessControl } from '@dataos/contracts-core';
import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { ACCESS } from '../app/tokens.js';
import { tokenOf } from './token.js';

/**
 * One passport strategy for API keys and JWTs alike: the identity service knows both, and asking it means that a revoked
 * token of either kind is refused at once.
 */
@Injectable()
export class TokenStrategy extends PassportStrategy(Strategy, 'token') {
  constructor(@Inject(ACCESS) private readonly access: AccessControl) {
    super();
  }

  async validate(request: unknown): Promise<unknown> {
    const token = tokenOf((request as FastifyRequest).headers);
    if (token === undefined) return false;
    const principal = await this.access.authenticate(token);
    return principal === undefined ? false : { ...principal, token };
  }
}
