import type { Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { heimdallApi, type TokenView } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { TokensService } from './tokens.service.js';

const { routes } = heimdallApi;

@Controller()
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Endpoint(routes.listTokens)
  list(@Input() { params }: InputOf<typeof routes.listTokens>, @Caller() caller: CallerType): Promise<TokenView[]> {
    return this.tokens.list(params.user, caller);
  }

  @Endpoint(routes.createToken)
  create(@Input() { body, params }: InputOf<typeof routes.createToken>, @Caller() caller: CallerType): Promise<TokenView> {
    return this.tokens.create(params.user, body, caller);
  }

  @Endpoint(routes.getToken)
  get(@Input() { params }: InputOf<typeof routes.getToken>, @Caller() caller: CallerType): Promise<TokenView> {
    return this.tokens.get(params.user, params.name, caller);
  }

  @Endpoint(routes.revokeToken)
  revoke(@Input() { params }: InputOf<typeof routes.revokeToken>, @Caller() caller: CallerType): Promise<void> {
    return this.tokens.revoke(params.user, params.name, caller);
  }

  @Endpoint(routes.findToken)
  find(@Input() { query }: InputOf<typeof routes.findToken>, @Caller() caller: CallerType): Promise<TokenView> {
    return this.tokens.find(query.token, caller);
  }

  @Endpoint(routes.rotateToken)
  rotate(@Input() { body }: InputOf<typeof routes.rotateToken>, @Caller() caller: CallerType): Promise<TokenView> {
    return this.tokens.rotate(body, caller);
  }

  @Endpoint(routes.getOwnToken)
  own(@Input() { params }: InputOf<typeof routes.getOwnToken>, @Caller() caller: CallerType): Promise<TokenView> {
    return this.tokens.get(caller.id, params.name, caller);
  }

  @Endpoint(routes.revokeOwnToken)
  revokeOwn(@Input() { params }: InputOf<typeof routes.revokeOwnToken>, @Caller() caller: CallerType): Promise<void> {
    return this.tokens.revoke(caller.id, params.name, caller);
  }
}
