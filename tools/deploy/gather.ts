/** `node tools/deploy/gather.ts TARGET WORKSPACE`: copies from the installed node_modules what one workspace runs on, and nothing else. */
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pruneLock } from './prune-lock.ts';
import type { LockFile } from './prune-lock.ts';

/** Every place of the lock file that the workspace reaches, as far as it is installed on this platform. */
export function gather(lock: LockFile, workspace: string, from: string, to: string): void {
  for (const [place, { link, resolved = '' }] of Object.entries(pruneLock(lock, [workspace]).lock.packages)) {
    if (!place.includes('node_modules/')) continue;
    const target = path.join(to, place);
    mkdirSync(path.dirname(target), { recursive: true });
    if (link === true) {
      symlinkSync(path.relative(path.dirname(target), path.join(to, resolved)), target);
      continue;
    }
    const source = path.join(from, place);
    // What lies in a package's own node_modules are places of the lock file, too: copied if reached.
    const inner = path.join(source, 'node_modules');
    if (existsSync(source)) cpSync(source, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true, filter: (file) => file !== inner });
  }
}

const [target, workspace] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename && target !== undefined && workspace !== undefined) {
  gather(JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile, workspace, '.', target);
}
