import type { ApiDefinition } from '@dataos/contracts-core';
import { asyncApiOf, type Fact, factsOf } from './asyncapi.ts';
import { findConsumers } from './consumers.ts';
import { built, type Contract, loadContracts } from './contracts.ts';
import { eventsPage, problemsPage } from './pages.ts';
import { read } from '../checks/repository.ts';

/** Where the documents lie. */
export const folder = 'docs/api';

type Document = Record<string, unknown>;

/** What the documents are made of. */
export interface Sources { readonly contracts: readonly Contract[]; readonly facts: readonly Fact[] }

export async function loadSources(): Promise<Sources> {
  const contracts = await loadContracts();
  return { contracts, facts: factsOf(contracts, findConsumers()) };
}

const version = (): string => (JSON.parse(read('package.json')) as { version: string }).version;
const json = (document: unknown): string => `${JSON.stringify(document, undefined, 1)}\n`;

/** The printers that the running services use, so that a file says what a service answers. */
async function printers(): Promise<{ one: (api: ApiDefinition) => Document; all: (apis: readonly ApiDefinition[]) => Document }> {
  const { openApiOf } = await built('libs/kit', 'openapi/openapi.js');
  const { mergedDocument } = await built('apps/api-gateway', 'docs/documents.js');
  return { one: openApiOf as never, all: mergedDocument as never };
}

/** Every generated document as JSON, by its name without ending. */
export async function apiDocuments({ contracts, facts }: Sources): Promise<Record<string, Document>> {
  const { one, all } = await printers();
  const apis = contracts.map(({ api }) => api);
  return {
    ...Object.fromEntries(apis.map((api) => [`openapi/${api.service}`, one(api)])),
    'openapi/dataos': all(apis),
    asyncapi: asyncApiOf(facts, version()),
  };
}

/** Every generated file below `docs/api`: name → content. Nothing in it depends on the time or the machine. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const sources = await loadSources();
  const documents = Object.entries(await apiDocuments(sources)).map(([name, document]) => [`${name}.json`, json(document)] as const);
  return new Map([...documents, ['events.md', eventsPage(sources.facts)], ['problems.md', problemsPage(sources.contracts)]]);
}
