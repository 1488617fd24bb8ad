import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

const formats = { '.parquet': 'parquet', '.csv': 'csv', '.json': 'json', '.ndjson': 'json', '.jsonl': 'json' } as const;
export type FileFormat = (typeof formats)[keyof typeof formats];
export interface FileDataset { readonly name: string; readonly format: FileFormat; readonly files: string[] }

/** A plain entry name: no separators, no dots in front, so that it can never lead out of its folder. */
export const plain = (name: string): boolean => /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name) && !name.includes('..');
export const formatOf = (file: string): FileFormat | undefined => Object.entries(formats).find(([ending]) => file.endsWith(ending))?.[1];

/** Folders below the root; each is a collection. */
export async function collectionsOf(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && plain(entry.name)).map(({ name }) => name).sort();
}

/**
 * Datasets of a collection: a file by its stem, or a folder of parts of one format. Paths are relative to the root. Links
 * are not followed: whatever leaves the root is not data of this depot.
 */
export async function datasetsOf(root: string, collection: string): Promise<FileDataset[] | undefined> {
  if (!plain(collection)) return undefined;
  const folder = join(root, collection);
  if (!(await isInside(root, folder))) return undefined;
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(entries.filter(({ name }) => plain(name)).map(async (entry): Promise<FileDataset | undefined> => {
    const path = `${collection}/${entry.name}`;
    if (entry.isDirectory()) return partsOf(root, path, entry.name);
    const format = formatOf(entry.name);
    return entry.isFile() && format !== undefined ? { name: entry.name.slice(0, entry.name.lastIndexOf('.')), format, files: [path] } : undefined;
  }));
  const datasets = found.filter((dataset) => dataset !== undefined);
  const tables = new Set(datasets.filter(({ format }) => format !== 'json').map(({ name }) => name));
  return datasets.filter(({ format, name }) => format !== 'json' || !tables.has(name)).sort((a, b) => a.name.localeCompare(b.name));
}

async function partsOf(root: string, path: string, name: string): Promise<FileDataset | undefined> {
  const entries = await readdir(join(root, path), { withFileTypes: true });
  const known = entries.filter((entry) => entry.isFile() && plain(entry.name) && formatOf(entry.name) !== undefined).map((entry) => entry.name).sort();
  // JSON beside tables describes them, as writers of tables leave it behind.
  const tables = known.filter((file) => formatOf(file) !== 'json');
  const files = tables.length > 0 ? tables : known;
  const kinds = new Set(files.map(formatOf));
  const [format] = kinds;
  return kinds.size === 1 && format !== undefined ? { name, format, files: files.map((file) => `${path}/${file}`) } : undefined;
}

async function isInside(root: string, folder: string): Promise<boolean> {
  try {
    const [realRoot, realFolder] = await Promise.all([realpath(root), realpath(folder)]);
    return realFolder.startsWith(realRoot + sep) && (await stat(realFolder)).isDirectory();
  } catch {
    return false;
  }
}
