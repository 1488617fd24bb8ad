import type { ApiDefinition } from '@dataos/contracts-core';
import { openApiOf } from '@dataos/kit';
import { upstreams } from '../upstreams.js';

type Document = ReturnType<typeof openApiOf>;

/** All services in one OpenAPI document, in the order given. One name means one schema: two of a name are a fault of the contracts. */
export function mergedDocument(apis: readonly ApiDefinition[]): Document {
  const documents = apis.map((api) => openApiOf(api));
  const base = openApiOf({ service: 'dataos', title: 'DataOS', description: 'Every service of the platform behind one door.', routes: {} });
  return {
    ...base,
    tags: [...new Map(documents.flatMap(({ tags }) => tags ?? []).map((tag) => [tag.name, tag])).values()],
    paths: Object.assign({}, ...documents.map(({ paths }) => paths)) as NonNullable<Document['paths']>,
    components: {
      ...base.components,
      schemas: oneOfEachName(documents.flatMap(({ components }) => Object.entries(components?.schemas ?? {}))),
    } as NonNullable<Document['components']>,
  };
}

let all: Document | undefined;

/** The document of this platform, printed once: anybody may ask for it, and printing takes a quarter of a second. */
export const platformDocument = (): Document => (all ??= mergedDocument(upstreams.map(({ api }) => api)));

function oneOfEachName(schemas: readonly (readonly [string, unknown])[]): Record<string, never> {
  const all = new Map<string, unknown>();
  for (const [name, schema] of schemas) {
    if (JSON.stringify(all.get(name) ?? schema) !== JSON.stringify(schema)) throw new Error(`Two different schemas are named ${name}`);
    all.set(name, schema);
  }
  return Object.fromEntries(all) as Record<string, never>;
}
