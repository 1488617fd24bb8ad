/** Within a version a contract only gains optional members, routes and events (architecture, "Contracts are data"). Pure. */
import { type Json, schemaFaults } from './schema-diff.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head'];

interface Parameter { name: string; in: string; required?: boolean; schema?: unknown }
interface Media { schema?: unknown }
interface Operation {
  parameters?: Parameter[]; security?: unknown[];
  requestBody?: { required?: boolean; content?: Record<string, Media> };
  responses?: Record<string, { content?: Record<string, Media> }>;
}

interface Pair { readonly old: Json; readonly fresh: Json; readonly at: string }

function parameterFaults({ old, fresh, at }: Pair, before: Operation, after: Operation): string[] {
  const [had, has] = [before.parameters ?? [], after.parameters ?? []];
  const find = (all: readonly Parameter[], { name, in: place }: Parameter): Parameter | undefined => all.find((one) => one.name === name && one.in === place);
  return [
    ...had.filter((one) => find(has, one) === undefined).map(({ name }) => `${at} parameter ${name}: is gone`),
    ...has.filter((one) => one.required === true && find(had, one)?.required !== true).map(({ name }) => `${at} parameter ${name}: is needed and was not`),
    ...had.flatMap((one) => {
      const now = find(has, one);
      return now === undefined ? [] : schemaFaults({ schema: one.schema, document: old }, { schema: now.schema, document: fresh }, 'in', `${at} parameter ${one.name}`);
    }),
  ];
}

/** A form cannot be a text, whatever a document once said. */
const asForm = (schema: unknown): unknown => {
  const [only, ...others] = ((schema as { anyOf?: Json[] } | undefined)?.anyOf ?? []).filter(({ type }) => type !== 'string');
  return only === undefined || others.length > 0 ? schema : only;
};

function contentFaults({ old, fresh, at }: Pair, before: Record<string, Media> | undefined, after: Record<string, Media> | undefined, direction: 'in' | 'out'): string[] {
  return Object.entries(before ?? {}).flatMap(([type, { schema }]) => {
    const now = after?.[type];
    return now === undefined ? [`${at}: ${type} is gone`] : schemaFaults({ schema: type.endsWith('urlencoded') ? asForm(schema) : schema, document: old }, { schema: now.schema, document: fresh }, direction, at);
  });
}

function operationFaults(pair: Pair, before: Operation, after: Operation): string[] {
  const { at } = pair;
  const isOpen = (operation: Operation): boolean => operation.security?.length === 0;
  const successes = Object.entries(before.responses ?? {}).filter(([status]) => status.startsWith('2'));
  return [
    ...(isOpen(before) && !isOpen(after) ? [`${at}: needed no token and now does`] : []),
    ...parameterFaults(pair, before, after),
    ...(before.requestBody === undefined && after.requestBody?.required === true ? [`${at} body: is needed and was not`] : []),
    ...contentFaults({ ...pair, at: `${at} body` }, before.requestBody?.content, after.requestBody?.content, 'in'),
    ...successes.flatMap(([status, response]) => {
      const now = after.responses?.[status];
      return now === undefined ? [`${at}: no longer answers ${status}`] : contentFaults({ ...pair, at: `${at} ${status}` }, response.content, now.content, 'out');
    }),
  ];
}

/** What a caller of the old OpenAPI document would miss in the fresh one. */
export function openApiFaults(old: Json, fresh: Json): string[] {
  const [before, after] = [old['paths'], fresh['paths']] as Record<string, Record<string, Operation> | undefined>[];
  return Object.entries(before ?? {}).flatMap(([path, operations]) => methods.flatMap((method) => {
    const had = operations?.[method];
    if (had === undefined) return [];
    const at = `${method.toUpperCase()} ${path}`;
    const has = after?.[path]?.[method];
    return has === undefined ? [`${at}: is gone`] : operationFaults({ old, fresh, at }, had, has);
  }));
}

interface Channel { address?: string; messages?: Record<string, unknown> }
interface AsyncDocument { channels?: Record<string, Channel>; components?: { schemas?: Record<string, unknown> } }

/** What a listener of the old AsyncAPI document would miss in the fresh one. */
export function asyncApiFaults(old: Json, fresh: Json): string[] {
  const [before, after] = [old, fresh] as AsyncDocument[];
  return Object.entries(before?.channels ?? {}).flatMap(([topic, { messages = {} }]) => Object.keys(messages).flatMap((id) => {
    const at = `event ${id} of ${topic}`;
    if (after?.channels?.[topic]?.messages?.[id] === undefined) return [`${at}: is gone`];
    return schemaFaults({ schema: before?.components?.schemas?.[id], document: old }, { schema: after.components?.schemas?.[id], document: fresh }, 'both', at);
  }));
}

/** All documents of a release against those of now, by name. */
export function contractFaults(released: Readonly<Record<string, Json>>, now: Readonly<Record<string, Json>>): string[] {
  return Object.entries(released).flatMap(([name, old]) => {
    const fresh = now[name];
    if (fresh === undefined) return [`${name}: the whole document is gone`];
    return (name === 'asyncapi' ? asyncApiFaults(old, fresh) : openApiFaults(old, fresh)).map((fault) => `${name}: ${fault}`);
  });
}
