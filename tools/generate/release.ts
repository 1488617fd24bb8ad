import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, root } from '../checks/repository.ts';
import { apiDocuments, folder, loadSources } from './documents.ts';

type Documents = Record<string, Record<string, unknown>>;

/** The contracts as last released: what must stay true for whoever relies on them. */
const file = `${folder}/released.json`;

/** The documents that promise something; the merged one only repeats the others. */
async function promises(): Promise<Documents> {
  const { 'openapi/dataos': _, ...documents } = await apiDocuments(await loadSources());
  return documents;
}

/** The released documents and those of now; `undefined` while nothing was ever released. */
export async function releasedAndNow(): Promise<{ version: string; released: Documents; now: Documents } | undefined> {
  if (!existsSync(path.join(root, file))) return undefined;
  const { version, documents } = JSON.parse(read(file)) as { version: string; documents: Documents };
  return { version, released: documents, now: await promises() };
}

/** Keeps the contracts of now as those of the version in package.json. */
export async function release(): Promise<string> {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  // A line per document: nobody reads it, and a change of one leaves the others alone.
  const lines = Object.entries(await promises()).map(([name, document]) => `${JSON.stringify(name)}:${JSON.stringify(document)}`);
  writeFileSync(path.join(root, file), `{"version":${JSON.stringify(version)},"documents":{\n${lines.join(',\n')}\n}}\n`);
  return version;
}
