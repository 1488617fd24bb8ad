import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Who runs a job; taken once and never given back, so a job runs at most once. */
export const JobLock = z.object({ pid: z.int(), startedAt: z.string(), at: z.string() });
export type JobLock = z.infer<typeof JobLock>;

/** How a job ended; written once. */
export const JobResult = z.object({
  state: z.enum(['succeeded', 'failed', 'stopped']),
  reason: z.string().optional(),
  finishedAt: z.string(),
  inputs: z.array(z.string()).default([]),
  outputs: z.array(z.string()).default([]),
  columns: z.array(z.object({ output: z.string(), inputs: z.array(z.string()) })).default([]),
  facts: z.record(z.string(), z.unknown()).optional(),
});
export type JobResult = z.output<typeof JobResult>;

/** The files of one job. Every file appears whole or not at all, whatever is killed when. */
export class JobFolder {
  constructor(readonly path: string) {}

  get logFile(): string { return join(this.path, 'log'); }
  get workFolder(): string { return join(this.path, 'work'); }

  /** Creates the folder with its request; `false` when the job was submitted before. */
  async create(request: unknown): Promise<boolean> {
    await mkdir(this.workFolder, { recursive: true, mode: 0o700 });
    return this.writeOnce('request.json', request);
  }

  readRequest(): Promise<unknown> { return this.read('request.json', z.unknown()); }
  readLock(): Promise<JobLock | undefined> { return this.read('lock.json', JobLock); }
  readResult(): Promise<JobResult | undefined> { return this.read('result.json', JobResult); }
  takeLock(lock: JobLock): Promise<boolean> { return this.writeOnce('lock.json', lock); }
  finish(result: JobResult): Promise<boolean> { return this.writeOnce('result.json', result); }
  async wantsStop(): Promise<boolean> { return (await this.read('stop.json', z.unknown())) !== undefined; }
  async requestStop(): Promise<void> { await this.writeOnce('stop.json', { at: new Date().toISOString() }); }

  /** Forgets the request (it holds a token) and intermediate files once the job has ended. */
  async tidy(): Promise<void> {
    await rm(this.workFolder, { recursive: true, force: true });
    const bare = join(this.path, `request.${randomUUID()}.tmp`);
    await writeFile(bare, '{}', { mode: 0o600 });
    await rename(bare, join(this.path, 'request.json'));
  }

  /** A hard link fails when the name is taken: the first writer wins, and nobody reads half a file. */
  private async writeOnce(name: string, value: unknown): Promise<boolean> {
    const temporary = join(this.path, `${name}.${randomUUID()}.tmp`);
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(JSON.stringify(value));
      await file.sync();
    } finally {
      await file.close();
    }
    try {
      await link(temporary, join(this.path, name));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  private async read<T extends z.ZodType>(name: string, schema: T): Promise<z.output<T> | undefined> {
    try {
      return schema.parse(JSON.parse(await readFile(join(this.path, name), 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }
}
