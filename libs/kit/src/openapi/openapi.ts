import { type ApiDefinition, commonProblems, deadLetterTag, Problem, problemType, type ProblemDefinition, type RouteDefinition } from '@dataos/contracts-core';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import { z } from 'zod';
import { forClients } from './for-clients.js';

/** What arrives as a value; every other declared type arrives as the text it is. */
const parsed = /[/+]json$|x-www-form-urlencoded$/;
const text = z.string();

/** Prints a contract as an OpenAPI 3.1 document. The contract is the source; this only writes it down. */
export function openApiOf(api: ApiDefinition, version = '0.1.0'): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, route] of Object.entries(api.routes)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(api, name, route) };
  }
  return named({ ...(Object.keys(paths).length === 0 ? {} : { Problem }), ...api.schemas }, () => createDocument({
    openapi: '3.1.0',
    info: { title: api.title, version, ...(api.description === undefined ? {} : { description: api.description }), license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/', description: 'Where this document comes from' }],
    security: [{ apikey: [] }, { bearer: [] }],
    tags: tagsOf(api),
    components: {
      securitySchemes: {
        apikey: { type: 'apiKey', in: 'header', name: 'apikey', description: 'An API key of a user' },
        bearer: { type: 'http', scheme: 'bearer', description: 'An API key, or a short-lived signed token' },
      },
    },
    paths: paths as ZodOpenApiPathsObject,
  }, { override: forClients }));
}

/** Lends schemas their names while `print` writes: zod keeps names in one place for the whole process. */
function named<T>(schemas: Readonly<Record<string, z.ZodType>>, print: () => T): T {
  const before = Object.entries(schemas).map(([id, schema]) => [schema, id, z.globalRegistry.get(schema)] as const);
  for (const [schema, id, meta] of before) z.globalRegistry.add(schema, { ...meta, id });
  try {
    return print();
  } finally {
    for (const [schema, , meta] of before) {
      z.globalRegistry.remove(schema);
      if (meta !== undefined) z.globalRegistry.add(schema, meta);
    }
  }
}

const isForm = (type: string): boolean => type.endsWith('x-www-form-urlencoded');

/** Forms first: some generators drop the class of a form that comes later and still import it. */
const mediaTypes = ({ consumes = ['application/json'] }: RouteDefinition): string[] => [...consumes.filter(isForm), ...consumes.filter((type) => !isForm(type))];

/** A form is always an object, whatever else the same route takes. */
function bodyOf({ body }: RouteDefinition, type: string): z.ZodType {
  if (!parsed.test(type)) return text;
  const objects = body instanceof z.ZodUnion && isForm(type) ? body.options.filter((option) => option instanceof z.ZodObject) : [];
  return objects.length === 1 ? objects[0] as z.ZodObject : body as z.ZodType;
}

function tagsOf(api: ApiDefinition): { name: string; description: string }[] {
  const used = new Set(Object.values(api.routes).flatMap(({ tags }) => tags ?? [api.service]));
  const described: Record<string, string> = { [api.service]: api.description ?? api.title, ...deadLetterTag, ...api.tags };
  return [...used].map((name) => ({ name, description: described[name] ?? `${api.title}: ${name}` }));
}

function operation(api: ApiDefinition, name: string, route: RouteDefinition): ZodOpenApiOperationObject {
  const example = route.example === undefined ? {} : { example: route.example };
  const body = route.body === undefined ? {} : {
    requestBody: { required: true, content: Object.fromEntries(mediaTypes(route).map((type) => [type, { schema: bodyOf(route, type), ...example }])) },
  };
  const success: ZodOpenApiResponseObject = route.response === undefined ? { description: 'Done' }
    : { description: route.summary, content: { [route.contentType ?? 'application/json']: { schema: route.response } } };
  return {
    operationId: `${camel(api.service)}_${name}`,
    summary: route.summary,
    description: route.description ?? `${route.summary}.`,
    tags: [...(route.tags ?? [api.service])],
    ...(route.access === 'public' ? { security: [] } : {}),
    requestParams: {
      ...(route.params === undefined ? {} : { path: route.params as z.ZodObject }),
      ...(route.query === undefined ? {} : { query: route.query as z.ZodObject }),
    },
    ...body,
    responses: { [String(route.status ?? 200)]: success, ...problems(route) },
  };
}

function problems(route: RouteDefinition): Record<string, ZodOpenApiResponseObject> {
  const common = route.access === 'public' ? [400, 500] : [400, 401, 403, 500];
  const all = [...new Map([...commonProblems.filter(({ status }) => common.includes(status)), ...(route.problems ?? [])].map((problem) => [problem.code, problem])).values()];
  return Object.fromEntries([...Map.groupBy(all, ({ status }) => status)].map(([status, list]) => [
    String(status),
    { description: list.map(({ code, title }) => `${title} (\`${code}\`)`).join('; '), content: { 'application/problem+json': { schema: Problem, examples: Object.fromEntries(list.map(exampleOf)) } } },
  ]));
}

const exampleOf = ({ code, status, title }: ProblemDefinition): [string, { value: object }] => [code, { value: { type: problemType(code), title, status, code } }];

const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
