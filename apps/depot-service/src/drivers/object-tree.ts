import { type FileFormat, formatOf, plain } from './file-tree.js';
import type { StoredObject } from './object-store.js';

/** JSON is not among them: its first bytes are no JSON. */
export type ObjectFormat = Exclude<FileFormat, 'json'>;

export interface ObjectDataset { readonly name: string; readonly format: ObjectFormat; readonly objects: readonly StoredObject[] }

/** Folders that a listing with separators shows, by their names; each is a collection. */
export const collectionsIn = (folders: readonly string[]): string[] => folders.map((folder) => folder.slice(0, -1).split('/').at(-1) ?? '').filter(plain).sort();

/**
 * The datasets below the folder `prefix`, by the rules for files: an object by its stem, or a folder of parts of one format.
 * Where several have one name the first by key is the one. What lies deeper is no data of this collection. Pure.
 */
export function datasetsIn(prefix: string, objects: readonly StoredObject[], formats: readonly ObjectFormat[]): ObjectDataset[] {
  const found = new Map<string, ObjectDataset>();
  const folders = new Map<string, StoredObject[]>();
  for (const object of objects.filter(({ key }) => key.startsWith(prefix)).toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const [entry = '', part, ...deeper] = object.key.slice(prefix.length).split('/');
    const format = objectFormatOf(part ?? entry);
    if (!plain(entry) || deeper.length > 0 || format === undefined || (part !== undefined && !plain(part))) continue;
    if (part !== undefined) folders.set(entry, [...folders.get(entry) ?? [], object]);
    else if (formats.includes(format)) keep(found, { name: entry.slice(0, entry.lastIndexOf('.')), format, objects: [object] });
  }
  for (const [name, parts] of folders) {
    const kinds = new Set(parts.map(({ key }) => objectFormatOf(key)));
    const [format] = kinds;
    if (kinds.size === 1 && format !== undefined && formats.includes(format)) keep(found, { name, format, objects: parts });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function objectFormatOf(name: string): ObjectFormat | undefined {
  const format = formatOf(name);
  return format === 'json' ? undefined : format;
}

function keep(found: Map<string, ObjectDataset>, dataset: ObjectDataset): void {
  if (!found.has(dataset.name)) found.set(dataset.name, dataset);
}
