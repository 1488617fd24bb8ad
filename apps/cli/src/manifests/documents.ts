import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { UsageError } from '../output/failure.js';
import { interpolate, type Variables } from './interpolation.js';

/** One manifest and where it stands. */
export interface ManifestDocument { readonly file: string; readonly line: number; readonly content: Record<string, unknown> }

export interface CollectOptions {
  /** Variables for `${NAME}`; without them nothing is replaced. */
  readonly variables?: Variables;
  readonly recursive?: boolean;
}

const isManifest = (name: string): boolean => /\.ya?ml$/i.test(name) && !name.startsWith('.');

/** The files a person named; a directory stands for its manifests by name, with `recursive` also those further below. */
export async function manifestFiles(paths: readonly string[], recursive = false): Promise<string[]> {
  const found: string[] = [];
  for (const given of paths) {
    const info = await stat(given).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(error.code === 'ENOENT' ? `There is no ${given}.` : `${given} cannot be read: ${error.message}`);
    });
    if (!info.isDirectory()) {
      found.push(given);
      continue;
    }
    const entries = await readdir(given, { recursive, withFileTypes: true });
    const below = entries.filter((entry) => entry.isFile() && isManifest(entry.name)).map((entry) => path.join(entry.parentPath, entry.name)).sort();
    if (below.length === 0) throw new UsageError(`There is no YAML file in ${given}.`);
    found.push(...below);
  }
  return [...new Set(found)];
}

/** The documents of one text. Empty ones are left out; whatever is no mapping is refused. */
export function documentsOf(text: string, file: string, variables?: Variables): ManifestDocument[] {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const documents: ManifestDocument[] = [];
  for (const document of parseAllDocuments(text, { prettyErrors: true })) {
    const [fault] = document.errors;
    if (fault !== undefined) throw new UsageError(`${file}: ${fault.message}`);
    if (document.contents === null) continue;
    if (variables !== undefined) interpolate(document, file, variables);
    const content = contentOf(() => document.toJS({ maxAliasCount: 100 }) as unknown, file);
    const line = lineAt(document.contents.range?.[0] ?? 0);
    if (content === null) continue;
    if (typeof content !== 'object' || Array.isArray(content)) throw new UsageError(`${file}:${line}: a manifest is a mapping with name, version and type.`);
    documents.push({ file, line, content: content as Record<string, unknown> });
  }
  return documents;
}

function contentOf(read: () => unknown, file: string): unknown {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

/** All manifests below the given paths, the files a bundle points to put in their place. */
export async function collectDocuments(paths: readonly string[], options: CollectOptions = {}): Promise<ManifestDocument[]> {
  const all: ManifestDocument[] = [];
  for (const file of await manifestFiles(paths, options.recursive)) {
    for (const document of await read(file, options)) all.push(await embedFiles(document, options, [path.resolve(file)]));
  }
  if (all.length === 0) throw new UsageError(`There is no manifest in ${paths.join(', ')}.`);
  return all;
}

async function read(file: string, options: CollectOptions): Promise<ManifestDocument[]> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UsageError(`${file} cannot be read: ${error.message}`);
  });
  return documentsOf(text, file, options.variables);
}

/** Replaces `file: path` of `bundle.resources[]` and `workflow.dag[]` by `spec: <the manifest in that file>`. */
async function embedFiles(document: ManifestDocument, options: CollectOptions, trail: readonly string[]): Promise<ManifestDocument> {
  const content = { ...document.content };
  for (const [section, list] of [['bundle', 'resources'], ['workflow', 'dag']] as const) {
    const body = content[section] as Record<string, unknown> | undefined;
    const items = body?.[list];
    if (!Array.isArray(items)) continue;
    const embedded: unknown[] = [];
    for (const item of items as unknown[]) embedded.push(await embedOne(item, document.file, options, trail));
    content[section] = { ...body, [list]: embedded };
  }
  return { ...document, content };
}

async function embedOne(item: unknown, from: string, options: CollectOptions, trail: readonly string[]): Promise<unknown> {
  const { file, ...rest } = (item ?? {}) as { file?: unknown; spec?: unknown };
  if (typeof file !== 'string') return item;
  if (rest.spec !== undefined) throw new UsageError(`${from}: ${file} stands beside a spec; give one of them.`);
  const target = path.resolve(path.dirname(from), file);
  if (trail.includes(target)) throw new UsageError(`${from}: ${file} leads back to itself.`);
  const found = await read(target, options);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new UsageError(`${from}: ${file} must hold one manifest, not ${found.length}.`);
  return { ...rest, spec: (await embedFiles(only, options, [...trail, target])).content };
}
