import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { removePlace } from '../postgres/place.ts';
import { UsageError } from './arguments.ts';

/** Asks before it deletes; without a terminal only `--yes` is an answer. */
export async function confirmReset(folder: string, yes: boolean): Promise<boolean> {
  if (yes || !existsSync(folder)) return true;
  if (!process.stdin.isTTY) throw new UsageError('--reset deletes all data and keys; without a terminal to ask in, add --yes.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Delete everything in ${folder} (databases, keys, logs)? [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

export function resetState(folder: string): void {
  removePlace(folder);
  rmSync(folder, { recursive: true, force: true });
}
