import type { RouteDefinition } from '@dataos/contracts-core';
import { applyDecorators, createParamDecorator, type ExecutionContext, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { parsePart } from './problem.filter.js';

export const ROUTE = 'kit:route';

/** Binds a controller method to a route of the contract: method, path, status, access and validation follow from it. */
export function Endpoint(route: RouteDefinition): MethodDecorator {
  const decorate = applyDecorators(
    RequestMapping({ method: RequestMethod[route.method], path: route.path }),
    HttpCode(route.status ?? 200),
    SetMetadata(ROUTE, route),
  );
  return (target, key, descriptor: PropertyDescriptor) => {
    decorate(target, key, descriptor);
    // Parameter decorators cannot see method metadata, so the handler carries its route for `Input` to find.
    Object.defineProperty(descriptor.value, ROUTE, { value: route });
    return descriptor as never;
  };
}

/** The declared parts of the request (`params`, `query`, `body`), parsed by the contract's schemas. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const route = (context.getHandler() as unknown as { [ROUTE]: RouteDefinition })[ROUTE];
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    ...(route.params === undefined ? {} : { params: parsePart(route.params, request.params, 'params') }),
    ...(route.query === undefined ? {} : { query: parsePart(route.query, request.query, 'query') }),
    ...(route.body === undefined ? {} : { body: parsePart(route.body, request.body, 'body') }),
  };
});

/** Who calls: the principal and its token. Only on routes that are not public. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest & { user?: unknown }>().user);
