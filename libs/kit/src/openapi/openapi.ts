import { type ApiDefinition, commonProblems, Problem, type ProblemDefinition, type RouteDefinition } from '@dataos/contracts-core';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { z } from 'zod';

/** Prints a contract as an OpenAPI 3.1 document. The contract is the source; this only writes it down. */
export function openApiOf(api: ApiDefinition, version = '0.1.0'): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, route] of Object.entries(api.routes)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(api, name, route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: api.title, version, ...(api.description === undefined ? {} : { description: api.description }), license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ apikey: [] }, { bearer: [] }],
    tags: [{ name: api.service }],
    components: { securitySchemes: { apikey: { type: 'apiKey', in: 'header', name: 'apikey' }, bearer: { type: 'http', scheme: 'bearer' } } },
    paths: paths as ZodOpenApiPathsObject,
  });
}

function operation(api: ApiDefinition, name: string, route: RouteDefinition): ZodOpenApiOperationObject {
  const body = route.body === undefined ? {} : {
    requestBody: { required: true, content: Object.fromEntries((route.consumes ?? ['application/json']).map((type) => [type, { schema: route.body as z.ZodType }])) },
  };
  return {
    operationId: `${camel(api.service)}_${name}`,
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    tags: [...(route.tags ?? [api.service])],
    ...(route.access === 'public' ? { security: [] } : {}),
    requestParams: {
      ...(route.params === undefined ? {} : { path: route.params as z.ZodObject }),
      ...(route.query === undefined ? {} : { query: route.query as z.ZodObject }),
    },
    ...body,
    responses: { [String(route.status ?? 200)]: success(route), ...problems(route) },
  };
}

function success(route: RouteDefinition): { description: string; content?: Record<string, { schema: z.ZodType }> } {
  if (route.response === undefined) return { description: 'Done' };
  return { description: route.summary, content: { [route.contentType ?? 'application/json']: { schema: route.response } } };
}

function problems(route: RouteDefinition): Record<string, { description: string; content: Record<string, { schema: z.ZodType }> }> {
  const all = [...commonProblems.filter(({ status }) => [400, 401, 403, 500].includes(status)), ...(route.problems ?? [])];
  const byStatus = Map.groupBy(all, (problem: ProblemDefinition) => problem.status);
  return Object.fromEntries([...byStatus].map(([status, list]) => [
    String(status),
    { description: list.map(({ code, title }) => `${title} (\`${code}\`)`).join('; '), content: { 'application/problem+json': { schema: Problem } } },
  ]));
}

const camel = (text: string): string => text.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
