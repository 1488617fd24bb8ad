import type { ApiDefinition } from '@dataos/contracts-core';
import { openApiOf } from '@dataos/kit';

type Document = ReturnType<typeof openApiOf>;

/** All services in one OpenAPI document, in the order given. */
export function mergedDocument(apis: readonly ApiDefinition[]): Document {
  const documents = apis.map((api) => openApiOf(api));
  const base = openApiOf({ service: 'dataos', title: 'DataOS', description: 'Every service of the platform behind one door.', routes: {} });
  return {
    ...base,
    tags: documents.flatMap(({ tags }) => tags ?? []),
    paths: Object.assign({}, ...documents.map(({ paths }) => paths)) as NonNullable<Document['paths']>,
    components: {
      ...base.components,
      schemas: Object.assign({}, ...documents.map(({ components }) => components?.schemas)) as object,
    } as NonNullable<Document['components']>,
  };
}
