/** The OpenAPI documents of every service and of all of them together, printed by the built contracts themselves. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ApiDefinition } from '@dataos/contracts-core';
import { buildAll } from '../build/build-all.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface Printers {
  readonly openApiOf: (api: ApiDefinition) => object;
  readonly mergedDocument: (apis: readonly ApiDefinition[]) => object;
  readonly upstreams: readonly { readonly api: ApiDefinition }[];
}

const built = (file: string): Promise<unknown> => import(path.join(root, file));

async function printers(): Promise<Printers> {
  return Object.assign({}, ...await Promise.all(
    ['libs/kit/dist/openapi/openapi.js', 'apps/api-gateway/dist/docs/documents.js', 'apps/api-gateway/dist/upstreams.js'].map(built),
  )) as Printers;
}

/** Writes `<service>.json` for each service and `dataos.json` for all; answers the files. */
export async function printDocuments(folder: string): Promise<string[]> {
  await buildAll();
  const { openApiOf, mergedDocument, upstreams } = await printers();
  const apis = upstreams.map(({ api }) => api);
  mkdirSync(folder, { recursive: true });
  return [...apis.map((api) => [api.service, openApiOf(api)] as const), ['dataos', mergedDocument(apis)] as const].map(([name, document]) => {
    const file = path.join(folder, `${name}.json`);
    writeFileSync(file, `${JSON.stringify(document, undefined, 2)}\n`);
    return file;
  });
}
