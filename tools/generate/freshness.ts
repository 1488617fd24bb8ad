import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../checks/repository.ts';
import { folder } from './documents.ts';

/** What the generator makes; other files may lie beside it. */
const isGenerated = (name: string): boolean => /^openapi\/.*\.json$|^(asyncapi\.json|events\.md|problems\.md)$/.test(name);

/** Files that are missing or say something else, and generated ones that nothing makes any longer. */
export function outdated(files: ReadonlyMap<string, string>, below = path.join(root, folder)): { stale: string[]; surplus: string[] } {
  const onDisk = existsSync(below) ? readdirSync(below, { recursive: true, encoding: 'utf8' }).map((name) => name.split(path.sep).join('/')) : [];
  const content = (name: string): string | undefined => (onDisk.includes(name) ? readFileSync(path.join(below, name), 'utf8') : undefined);
  return {
    stale: [...files].filter(([name, text]) => content(name) !== text).map(([name]) => name),
    surplus: onDisk.filter((name) => isGenerated(name) && !files.has(name)),
  };
}
