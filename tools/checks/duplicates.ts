import { createHash } from 'node:crypto';
import { isSource, read, trackedFiles } from './repository.ts';

const smallest = 160;

/** Groups of files with the same content, white space aside. Pure. */
export function sameContent(files: readonly { file: string; text: string }[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { file, text } of files) {
    const essence = text.replaceAll(/\s+/g, ' ').trim();
    if (essence.length < smallest) continue;
    const hash = createHash('sha256').update(essence).digest('hex');
    groups.set(hash, [...groups.get(hash) ?? [], file]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

// Every service starts by the same few lines; the kit holds what they call.
const mayRepeat = /^apps\/[^/]+\/src\/main\.ts$/;

/** No two source files are copies of each other. */
export function duplicates(): string[] {
  const files = trackedFiles().filter((file) => isSource(file) && !mayRepeat.test(file)).map((file) => ({ file, text: read(file) }));
  return sameContent(files).map((group) => `the same content: ${group.join(', ')}`);
}
