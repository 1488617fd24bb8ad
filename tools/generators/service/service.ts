import { existsSync, lstatSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { namesOf } from './names.ts';
import { registrations, withDependency, withWorkspaces } from './registration.ts';
import { writeTemplate } from './template.ts';

type Manifest = { name: string; version: string; dependencies?: Record<string, string> };

/** Makes a service that runs: app, contract, migration, tests, and its name wherever services are named. Answers the files it touched. */
export function generateService(root: string, name: string): string[] {
  const names = namesOf(name);
  const file = (relative: string): string => path.join(root, relative);
  for (const folder of [`apps/${name}`, `libs/contracts/${name}`]) if (existsSync(file(folder))) throw new Error(`${folder} exists already.`);
  // All changes are worked out before the first is written: what cannot be named everywhere is not half made.
  const changed = new Map<string, string>();
  const text = (relative: string): string => changed.get(relative) ?? readFileSync(file(relative), 'utf8');
  for (const edit of registrations(names)) changed.set(edit.file, edit.apply(text(edit.file)));
  const gateway = 'apps/api-gateway/package.json';
  changed.set(gateway, withDependency(text(gateway), `@dataos/contracts-${name}`));
  const { dependencies = {} } = JSON.parse(text('apps/operations/package.json')) as Manifest;
  const written = writeTemplate(root, { ...names, stamp: String(Date.now()), versions: dependencies });
  const folders = [`apps/${name}`, `libs/contracts/${name}`];
  const manifests = Object.fromEntries([...folders, 'apps/api-gateway'].map((folder) => [folder, JSON.parse(text(`${folder}/package.json`)) as Manifest]));
  changed.set('package-lock.json', withWorkspaces(text('package-lock.json'), manifests));
  for (const [relative, content] of changed) writeFileSync(file(relative), content);
  for (const folder of folders) link(root, manifests[folder]?.name ?? '', folder);
  settle(root);
  return [...written, ...changed.keys()];
}

/** What `npm install` would do for a folder of the workspace: a link to it. */
function link(root: string, name: string, folder: string): void {
  const at = path.join(root, 'node_modules', name);
  if (!existsSync(path.dirname(at)) || lstatSync(at, { throwIfNoEntry: false }) !== undefined) return;
  symlinkSync(path.relative(path.dirname(at), path.join(root, folder)), at);
}

/** The installed packages fit the new lock file; without this the next command would install everything anew. */
function settle(root: string): void {
  const marker = path.join(root, 'node_modules/.package-lock.json');
  if (existsSync(marker)) utimesSync(marker, new Date(), new Date());
}
