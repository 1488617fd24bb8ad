import { readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parseAddress } from '@dataos/contracts-core';
import { JobFailure } from '../stack.js';
import { quoteText } from './postgres.connection.js';

const readers: Readonly<Record<string, (file: string) => string>> = {
  parquet: (file) => `read_parquet(${quoteText(file)})`,
  csv: (file) => `read_csv(${quoteText(file)}, header = true)`,
};

export interface FileDataset {
  readonly file: string;
  /** A DuckDB table expression that reads it. */
  readonly scan: string;
}

/** Finds `<root>/<collection>/<dataset>.<parquet|csv>`; a link that leads out of the depot is refused. */
export async function findFileDataset(root: string, address: string): Promise<FileDataset> {
  const { collection, dataset } = partsOf(address);
  const folder = join(root, collection);
  const names = await readdir(folder).catch((): string[] => []);
  for (const [extension, reader] of Object.entries(readers)) {
    if (!names.includes(`${dataset}.${extension}`)) continue;
    const file = await realpath(join(folder, `${dataset}.${extension}`));
    if (!file.startsWith((await realpath(root)) + sep)) throw new JobFailure(`${address} leads outside its depot`);
    return { file, scan: reader(file) };
  }
  throw new JobFailure(`${address} does not exist (looked for ${Object.keys(readers).map((extension) => `.${extension}`).join(' and ')} files)`);
}

/** Collection and dataset of an address that must name both. */
export function partsOf(address: string): { depot: string; collection: string; dataset: string } {
  const parts = parseAddress(address);
  if (parts?.collection === undefined || parts.dataset === undefined) throw new JobFailure(`"${address}" does not name a dataset`);
  return { depot: parts.depot, collection: parts.collection, dataset: parts.dataset };
}
