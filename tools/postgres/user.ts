import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** The account the database server runs as when the launcher is root: PostgreSQL refuses to run as root. */
export interface ServerUser { uid: number; gid: number }

function idOf(flag: '-u' | '-g', account: string): number | undefined {
  try {
    // macOS knows `nobody` as 4294967294, which a spawn option takes as -2.
    return Number(execFileSync('id', [flag, account], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) | 0;
  } catch {
    return undefined;
  }
}

/** Undefined for an ordinary user; for root an existing account without rights (initdb wants one with a name). */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const account of ['nobody', 'postgres', 'daemon']) {
    const uid = idOf('-u', account);
    const gid = idOf('-g', account);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid };
  }
  throw new Error('PostgreSQL cannot run as root, and none of the accounts nobody, postgres, daemon exists to run it as. Start as an ordinary user.');
}

/** A folder every account can enter, for what root must keep outside the checkout. */
export function publicFolder(): string {
  for (const folder of ['/var/lib/dataos', `${tmpdir()}/dataos-root`]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      chmodSync(folder, 0o755);
      accessSync(folder, constants.W_OK);
      return folder;
    } catch { /* the next one */ }
  }
  throw new Error('Neither /var/lib nor the temporary folder can be written: the database has no place to live.');
}
