import { type AccessControl, type Caller, DomainError, PolicyDenied, refusalOf, type RouteDefinition, Unauthenticated } from '@dataos/contracts-core';
import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { ACCESS } from '../app/tokens.js';
import { ROUTE } from '../http/endpoint.js';

/** Every door asks: first who it is, then whether the decision point allows this method on this path. Fails closed. */
@Injectable()
export class AccessGuard extends AuthGuard('token') {
  constructor(private readonly reflector: Reflector, @Inject(ACCESS) private readonly access: AccessControl) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<RouteDefinition | undefined>(ROUTE, context.getHandler());
    if (route?.access === 'public') return true;
    await super.canActivate(context);
    if (route?.access === 'authenticated') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { user: Caller }>();
    await allowPath(this.access, request.user, request.method, request.url);
    return true;
  }

  override handleRequest<T>(error: unknown, user: T): T {
    if (error) throw error;
    if (!user) throw new DomainError(Unauthenticated, 'Send a valid API key or token (`apikey: …` or `Authorization: Bearer …`).');
    return user;
  }
}

/** Asks whether `caller` may use `method` on the path of `url`; throws a denial with the decision otherwise. */
export async function allowPath(access: AccessControl, caller: Caller, method: string, url: string): Promise<void> {
  const path = url.split('?')[0] ?? '/';
  const { token, ...principal } = caller;
  const decision = await access.authorize({ token, principal, predicate: method.toLowerCase(), paths: [path] });
  if (decision.allow) return;
  throw new DomainError(PolicyDenied, decision.reason ?? `${caller.id} may not ${method} ${path}.`, refusalOf(decision));
}
