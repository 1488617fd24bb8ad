import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ApiDefinition, EventDefinition, ProblemDefinition, TopicDefinition } from '@dataos/contracts-core';
import { root } from '../checks/repository.ts';

export interface Named<T> { readonly name: string; readonly value: T }

/** What one contract library declares, found among its exports. */
export interface Contract {
  /** Folder below `libs/contracts`. */
  readonly folder: string;
  readonly api: ApiDefinition;
  readonly events: readonly Named<EventDefinition>[];
  readonly problems: readonly Named<ProblemDefinition>[];
  readonly topics: readonly TopicDefinition[];
}

type Exports = Readonly<Record<string, unknown>>;

const has = (value: unknown, ...keys: readonly string[]): boolean => typeof value === 'object' && value !== null && keys.every((key) => key in value);
const byName = <T extends { name: string }>(a: T, b: T): number => (a.name < b.name ? -1 : 1);

function pick<T>(exports: Exports, ...keys: readonly string[]): Named<T>[] {
  return Object.entries(exports).filter(([, value]) => has(value, ...keys)).map(([name, value]) => ({ name, value: value as T })).sort(byName);
}

/** Sorts the exports of a contract library into API, events and problems. Pure. */
export function contractOf(folder: string, exports: Exports): Contract {
  const [api, ...more] = pick<ApiDefinition>(exports, 'service', 'routes');
  if (api === undefined || more.length > 0) throw new Error(`libs/contracts/${folder} must export exactly one API, made by defineApi.`);
  return {
    folder, api: api.value,
    events: pick<EventDefinition>(exports, 'type', 'version', 'topic', 'data'),
    problems: pick<ProblemDefinition>(exports, 'code', 'status', 'title', 'extra'),
    topics: pick<TopicDefinition>(exports, 'name', 'partitions', 'retentionDays').map(({ value }) => value),
  };
}

/** A built module of this repository; the boundary rules know sources only, and contracts are read as values here. */
export const built = async (project: string, file = 'index.js'): Promise<Exports> => await import(path.join(root, project, 'dist', file)) as Exports;

/** Every contract of the workspace as built, by folder; the core declares nothing that a service owns. */
export async function loadContracts(): Promise<Contract[]> {
  const folders = readdirSync(path.join(root, 'libs/contracts')).filter((folder) => folder !== 'core').sort();
  return Promise.all(folders.map(async (folder) => contractOf(folder, await built(`libs/contracts/${folder}`))));
}
