import { existsSync } from 'node:fs';
import path from 'node:path';
import { read, root, trackedFiles } from './repository.ts';

/** Targets of the links and pictures of a Markdown text that lead to files, code blocks aside. Pure. */
export function fileLinks(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\[[^\]]*\]\(([^)\s]+)[^)]*\)/g), ...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map((match) => match[1] ?? '');
  return targets.filter((target) => !/^[a-z][a-z+.-]*:|^#/i.test(target)).map((target) => target.replace(/#.*$/, ''));
}

/** Every link of the documents leads to a file of this repository. */
export function links(): string[] {
  return trackedFiles().filter((file) => file.endsWith('.md')).flatMap((file) => fileLinks(read(file))
    .map((target) => ({ target, at: path.resolve(root, path.dirname(file), decodeURIComponent(target)) }))
    .filter(({ at }) => !at.startsWith(root) || !existsSync(at))
    .map(({ target }) => `${file}: ${target} does not exist`));
}
