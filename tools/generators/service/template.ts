import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Names } from './names.ts';

const folder = path.join(import.meta.dirname, 'template');
const ending = '.template';

/** What the templates may ask for beside the name: the version of a package, and a stamp that orders migrations. */
export interface Values extends Names { readonly stamp: string; readonly versions: Readonly<Record<string, string>> }

/** Fills a text of the template. Throws on a mark nobody knows, so that none stays behind. Pure. */
export function filled(text: string, values: Values): string {
  const marks: Record<string, string> = {
    name: values.name, Name: values.pascal, camel: values.camel, Title: values.title, database: values.database, stamp: values.stamp,
  };
  return text.replaceAll(/__(version:)?([\w@/-]+?)__/g, (mark, version: string | undefined, key: string) => {
    const value = version === undefined ? marks[key] : values.versions[key];
    if (value === undefined) throw new Error(`The template asks for ${mark}, which nobody knows.`);
    return value;
  });
}

/** Writes app and contract below `root`; answers the files written. */
export function writeTemplate(root: string, values: Values): string[] {
  const targets: Record<string, string> = { app: `apps/${values.name}`, contract: `libs/contracts/${values.name}` };
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending)).sort();
  return files.map((file) => {
    const [part = '', ...rest] = file.slice(0, -ending.length).split(path.sep);
    const target = path.join(targets[part] ?? part, ...rest.map((name) => filled(name, values)));
    mkdirSync(path.dirname(path.join(root, target)), { recursive: true });
    writeFileSync(path.join(root, target), filled(readFileSync(path.join(folder, file), 'utf8'), values), { flag: 'wx' });
    return target;
  });
}
