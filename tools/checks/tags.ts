import { existsSync } from 'node:fs';
import path from 'node:path';
import { read, root, trackedFiles } from './repository.ts';

const folderTags: readonly [RegExp, string][] = [
  [/^apps\/console$/, 'type:web'], [/^apps\/cli$/, 'type:cli'], [/^apps\//, 'type:service'],
  [/^libs\/contracts\//, 'type:contract'], [/^libs\/kit(-bus)?$/, 'type:kit'], [/^libs\/testkit$/, 'type:testkit'], [/^tools$/, 'type:tools'],
];

/** What is wrong with the tags of a project in this folder. Pure. */
export function tagFaults(folder: string, tags: readonly string[]): string[] {
  const wanted = folderTags.find(([pattern]) => pattern.test(folder))?.[1];
  const kinds = tags.filter((tag) => tag.startsWith('type:'));
  const layers = tags.filter((tag) => tag.startsWith('layer:'));
  const layer = wanted === 'type:contract' ? (folder.endsWith('/core') ? 'layer:core' : 'layer:domain') : undefined;
  return [
    ...(kinds.length === 1 && kinds[0] === wanted ? [] : [`${folder}: needs exactly the tag ${wanted}, has ${kinds.join(', ') || 'none'}`]),
    ...(layer === undefined || (layers.length === 1 && layers[0] === layer) ? [] : [`${folder}: needs the tag ${layer}, has ${layers.join(', ') || 'none'}`]),
  ];
}

/** A package with a lock file of its own is outside the workspace, so that `npm ci` leaves it out. */
const isOutside = (folder: string): boolean => existsSync(path.join(root, folder, 'package-lock.json'));

/** Every package of the workspace is a project, and every project says what it is. */
export function tags(): string[] {
  const folders = trackedFiles().filter((file) => /^(apps|libs|tools)(\/|$).*package\.json$/.test(file) && !file.includes('/templates/')).map((file) => path.dirname(file)).filter((folder) => !isOutside(folder));
  return folders.flatMap((folder) => {
    const file = path.join(folder, 'project.json');
    if (!existsSync(path.join(root, file))) return [`${folder}: has a package.json but no project.json`];
    return tagFaults(folder, (JSON.parse(read(file)) as { tags?: string[] }).tags ?? []);
  });
}
