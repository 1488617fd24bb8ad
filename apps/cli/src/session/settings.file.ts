import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Failure } from '../output/failure.js';

/** What `login` keeps. The file is readable for its owner only, since it holds the key. */
export const Settings = z.object({ url: z.url(), apikey: z.string().min(1), user: z.string().optional() });
export type Settings = z.infer<typeof Settings>;

/** The kept settings; none when nobody has logged in. */
export async function readSettings(file: string): Promise<Settings | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Failure(`${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    return Settings.parse(JSON.parse(text));
  } catch (error) {
    throw new Failure(`${file} is damaged. Log in again: dataos login`, { debug: String(error) });
  }
}

/** Writes beside and renames, so that no half-written and no readable-by-others file ever stands there. */
export async function writeSettings(file: string, settings: Settings): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${process.pid}.tmp`;
  await writeFile(beside, `${JSON.stringify(settings, undefined, 2)}\n`, { mode: 0o600 });
  await chmod(beside, 0o600);
  await rename(beside, file);
}
