import { type ApiDefinition, commonProblems, deadLetterTag, Problem, problemType, type ProblemDefinition, type RouteDefinition } from '@dataos/contracts-core';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import { z } from 'zod';

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

interface JsonSchema { additionalProperties?: unknown; anyOf?: JsonSchema[]; type?: string | string[]; enum?: unknown[]; format?: string; minimum?: number; maximum?: number }

/**
 * What generated clients need: answers may gain members within a version, so no client may be told that it knows them all;
 * a union within a union is one union, and null is a type beside another; a whole number without a bound of its own has 64 bits.
 */
function forClients({ jsonSchema, io }: { jsonSchema: object; io: 'input' | 'output' }): void {
  const schema = jsonSchema as JsonSchema;
  if (io === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.type === 'integer' && schema.maximum === Number.MAX_SAFE_INTEGER) {
    delete schema.maximum;
    if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
    schema.format = 'int64';
  }
  if (schema.anyOf === undefined) return;
  schema.anyOf = schema.anyOf.flatMap((each) => (each.anyOf !== undefined && Object.keys(each).length === 1 ? each.anyOf : [each]));
  const [first, ...others] = schema.anyOf.filter(({ type }) => type !== 'null');
  if (others.length === schema.anyOf.length - 1 || typeof first?.type !== 'string') return;
  const nullable = { ...first, type: [first.type, 'null'], ...(first.enum === undefined ? {} : { enum: [...first.enum, null] }) };
  if (others.length > 0) schema.anyOf = [nullable, ...others];
  else {
    delete schema.anyOf;
    Object.assign(schema, nullable);
  }
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

function tagsOf(api: ApiDefinition): { name: string; description: string }[] {
  const used = new Set(Object.values(api.routes).flatMap(({ tags }) => tags ?? [api.service]));
  const described: Record<string, string> = { [api.service]: api.description ?? api.title, ...deadLetterTag, ...api.tags };
  return [...used].map((name) => ({ name, description: described[name] ?? `${api.title}: ${name}` }));
}

function operation(api: ApiDefinition, name: string, route: RouteDefinition): ZodOpenApiOperationObject {
  const example = route.example === undefined ? {} : { example: route.example };
  const body = route.body === undefined ? {} : {
    requestBody: { required: true, content: Object.fromEntries((route.consumes ?? ['application/json']).map((type) => [type, { schema: parsed.test(type) ? route.body as z.ZodType : text, ...example }])) },
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
