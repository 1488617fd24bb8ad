import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

/** Everything that could be given up is in use. */
export class CacheFull extends Error {}

/** Of a process on another machine nothing but its traces can be seen: after so long they are taken for left behind. */
const FORGOTTEN_MS = 24 * 3_600_000;
/** Processes of this program that share a folder within one process of the system. */
const here = new Set<string>();

interface Entry { readonly file: string; readonly size: number; readonly used: number; readonly links: number }

/**
 * A folder of files that several processes fill and read: `objects` holds whole files by name, `parts` those that still grow, and
 * `use/<process>` a second name of each file that a process reads, so that giving up a file takes it from nobody. Whoever is dead
 * is cleaned up after.
 */
export class CacheFolder {
  private readonly owner = `${hostname().replaceAll(/[^\w.-]/g, '_')}~${process.pid}~${randomUUID()}`;
  private last: Promise<unknown> = Promise.resolve();
  private salt: Buffer | undefined;

  constructor(private readonly root: string, private readonly limit: number) {}

  async open(): Promise<void> {
    here.add(this.owner);
    for (const folder of ['objects', 'parts', `use/${this.owner}`]) await mkdir(path.join(this.root, folder), { recursive: true, mode: 0o700 });
    this.salt = await this.findSalt();
    await this.sweep();
  }

  async close(): Promise<void> {
    here.delete(this.owner);
    await rm(path.join(this.root, 'use', this.owner), { recursive: true, force: true });
  }

  /** The name of a file for what it is a copy of. Names are seen in records of queries, and nobody can try there what was hashed. */
  nameOf(identity: string): string {
    if (this.salt === undefined) throw new Error('the folder of copies is not open');
    return createHmac('sha256', this.salt).update(identity).digest('hex');
  }

  /** Where a file is read that this process holds. */
  pathOf(name: string): string {
    return path.join(this.root, 'use', this.owner, name);
  }

  /** One after another within this process; between processes the file system decides. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    const next = this.last.then(work);
    this.last = next.catch(() => undefined);
    return next;
  }

  /** Gives a file a name of this process's own; false where there is no such file. */
  async hold(name: string): Promise<boolean> {
    const file = path.join(this.root, 'objects', name);
    try {
      await link(file, this.pathOf(name));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const now = new Date();
    await utimes(this.pathOf(name), now, (await stat(this.pathOf(name))).mtime);
    return true;
  }

  async letGo(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  /** A new file of this size to be filled, for which room was made. */
  async reserve(size: number): Promise<{ file: string; handle: FileHandle }> {
    await this.makeRoom(size);
    const file = path.join(this.root, 'parts', `${this.owner}~${randomUUID()}`);
    const handle = await open(file, 'wx', 0o600);
    // Its size is seen by whoever makes room next, this process or another.
    await handle.truncate(size);
    return { file, handle };
  }

  /** A filled file becomes one to read, whole or not at all, also after a loss of power. */
  async publish({ file, handle }: { file: string; handle: FileHandle }, name: string): Promise<void> {
    await handle.sync();
    await handle.close();
    await rename(file, path.join(this.root, 'objects', name));
  }

  async abandon({ file, handle }: { file: string; handle: FileHandle }): Promise<void> {
    await handle.close().catch(() => undefined);
    await rm(file, { force: true });
  }

  /** Random, made by the first process here and the same for all. */
  private async findSalt(): Promise<Buffer> {
    const file = path.join(this.root, 'salt');
    const made = path.join(this.root, 'parts', `${this.owner}~salt`);
    await writeFile(made, randomBytes(32), { mode: 0o600 });
    await link(made, file).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    await rm(made, { force: true });
    return readFile(file);
  }

  private async makeRoom(size: number): Promise<void> {
    await this.sweep();
    const objects = await this.entries('objects');
    const held = await Promise.all((await names(path.join(this.root, 'use'))).map((owner) => this.entries(`use/${owner}`)));
    const unnamed = held.flat().filter(({ links }) => links === 1);
    let total = [...objects, ...(await this.entries('parts')), ...unnamed].reduce((sum, entry) => sum + entry.size, 0);
    for (const entry of objects.filter(({ links }) => links === 1).toSorted((a, b) => a.used - b.used)) {
      if (total + size <= this.limit) return;
      await rm(entry.file, { force: true });
      total -= entry.size;
    }
    if (total + size > this.limit) throw new CacheFull();
  }

  private async entries(folder: string): Promise<Entry[]> {
    const found = await Promise.all((await names(path.join(this.root, folder))).map(async (name): Promise<Entry | undefined> => {
      const file = path.join(this.root, folder, name);
      const known = await stat(file).catch(() => undefined);
      return known === undefined ? undefined : { file, size: known.size, used: known.atimeMs, links: known.nlink };
    }));
    return found.filter((entry) => entry !== undefined);
  }

  /** What processes left that are no more. */
  private async sweep(): Promise<void> {
    for (const folder of ['parts', 'use']) {
      for (const name of await names(path.join(this.root, folder))) {
        if (await this.isLeft(path.join(this.root, folder, name), name)) await rm(path.join(this.root, folder, name), { recursive: true, force: true });
      }
    }
  }

  private async isLeft(file: string, name: string): Promise<boolean> {
    const [host, pid, id] = name.split('~');
    if (here.has(`${host}~${pid}~${id}`)) return false;
    if (host === this.owner.split('~')[0] && (Number(pid) === process.pid || !isAlive(Number(pid)))) return true;
    const known = await stat(file).catch(() => undefined);
    return known !== undefined && Date.now() - known.mtimeMs > FORGOTTEN_MS;
  }
}

const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
