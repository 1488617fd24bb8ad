import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publicFolder, serverUser } from './user.ts';
import type { ServerUser } from './user.ts';

export interface Place {
  user: ServerUser | undefined;
  /** Where copies of the binaries go when the server runs as another user. */
  shelf: string;
  dataFolder: string;
}

const lstat = (file: string): ReturnType<typeof lstatSync> | undefined => (existsSync(path.dirname(file)) ? lstatSync(file, { throwIfNoEntry: false }) : undefined);

/** The folder for root's data of one checkout: outside of it, for its parents may be closed to the server's user. */
export function outsideFolder(checkout: string, shelf: string): string {
  return path.join(shelf, createHash('sha256').update(checkout).digest('hex').slice(0, 12));
}

function linkOutside(link: string, outside: string, checkout: string): void {
  // Data without a link to it is what a deleted `.dataos` left behind; its passwords are gone as well.
  if (existsSync(outside)) rmSync(outside, { recursive: true });
  mkdirSync(outside, { recursive: true });
  chmodSync(outside, 0o755);
  writeFileSync(path.join(outside, 'checkout'), `${checkout}\n`);
  rmSync(link, { force: true });
  symlinkSync(outside, link);
}

/**
 * Decides where an installation's data lives. An ordinary user: in `<state>/postgres`. Root: in a public folder that
 * `<state>/postgres` links to, owned by the account the server runs as.
 */
export function findPlace(state: string): Place {
  const user = serverUser();
  const folder = path.join(state, 'postgres');
  const found = lstat(folder);
  if (user === undefined) {
    if (found?.isSymbolicLink()) throw new Error(`The state in ${state} was made by root; start as root, or delete it (as root: npm start -- --reset).`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return { user, shelf: folder, dataFolder: path.join(folder, 'data') };
  }
  if (found?.isDirectory()) throw new Error(`The state in ${state} was made by an ordinary user; start as that user, or delete it (npm start -- --reset).`);
  mkdirSync(state, { recursive: true });
  const shelf = publicFolder();
  const checkout = realpathSync(state);
  const outside = outsideFolder(checkout, shelf);
  if (found === undefined || !existsSync(folder) || realpathSync(folder) !== realpathSync(outside)) linkOutside(folder, outside, checkout);
  return { user, shelf, dataFolder: path.join(realpathSync(folder), 'data') };
}

/** Deletes the data, also where it lives outside the checkout. */
export function removePlace(state: string): void {
  const folder = path.join(state, 'postgres');
  if (lstat(folder)?.isSymbolicLink() && existsSync(folder)) rmSync(realpathSync(folder), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
