import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** A check answers what it found wrong, one line each; nothing means that all is well. */
export type Check = () => Promise<string[]> | string[];

/** Every file that is or would be committed. */
export function trackedFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return output.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
}

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

export const isSource = (file: string): boolean => /^(apps|libs|tools|examples)\/.*\.(ts|tsx|mjs)$/.test(file);
export const isTest = (file: string): boolean => /\.spec\.tsx?$|(^|\/)test\//.test(file);
