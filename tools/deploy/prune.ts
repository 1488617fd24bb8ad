/** `node tools/deploy/prune.ts FOLDER WORKSPACE… [+LIBRARY…]`: writes what `npm ci` needs to instal exactly these. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pruneLock } from './prune-lock.ts';
import type { LockFile } from './prune-lock.ts';

const [target = '', ...wanted] = process.argv.slice(2);
const libraries = wanted.filter((name) => name.startsWith('+')).map((name) => name.slice(1));
const { lock, root, workspaces } = pruneLock(JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile, wanted.filter((name) => !name.startsWith('+')), libraries);

function write(file: string, content: object): void {
  const place = path.join(target, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, `${JSON.stringify(content, undefined, 2)}\n`);
}

write('package.json', root);
write('package-lock.json', lock);
for (const [folder, manifest] of Object.entries(workspaces)) write(path.join(folder, 'package.json'), manifest);
