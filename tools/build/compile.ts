/**
 * Turns the TypeScript of one project into ESM under `dist`, file by file. Only changed outputs are rewritten and
 * outputs without a source are removed, so a running service never sees a half-empty folder.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from '@swc/core';
import type { Options } from '@swc/core';

interface Output { source: string; compile: boolean }

const isTest = (name: string): boolean => /\.spec\.tsx?$/.test(name);
const isDeclaration = (name: string): boolean => name.endsWith('.d.ts');

function filesBelow(folder: string, prefix = ''): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(prefix, entry.name);
    return entry.isDirectory() ? filesBelow(path.join(folder, entry.name), name) : [name];
  });
}

/** What each source becomes; pure, so that stale outputs are found by comparing names. */
export function planOutputs(sources: readonly string[]): Map<string, Output> {
  const outputs = new Map<string, Output>();
  for (const source of sources) {
    if (isTest(source) || isDeclaration(source)) continue;
    if (/\.tsx?$/.test(source)) outputs.set(source.replace(/\.tsx?$/, '.js'), { source, compile: true });
    else outputs.set(source, { source, compile: false });
  }
  return outputs;
}

function options(file: string, sourceFileName: string): Options {
  return {
    filename: file, sourceFileName, configFile: false, swcrc: false, sourceMaps: true,
    module: { type: 'es6' },
    jsc: {
      target: 'es2023', keepClassNames: true,
      parser: { syntax: 'typescript', tsx: file.endsWith('x'), decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
  };
}

function writeIfChanged(file: string, content: string | Buffer): number {
  if (existsSync(file) && readFileSync(file).equals(typeof content === 'string' ? Buffer.from(content) : content)) return 0;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return 1;
}

async function compileOne(from: string, to: string, output: Output): Promise<number> {
  const file = path.join(from, output.source);
  const text = readFileSync(file);
  if (!output.compile) return writeIfChanged(to, text);
  const { code, map } = await transform(text.toString('utf8'), options(file, path.relative(path.dirname(to), file)));
  const link = `//# sourceMappingURL=${path.basename(to)}.map\n`;
  const written = writeIfChanged(to, `${code}${link}`);
  if (map !== undefined) writeIfChanged(`${to}.map`, map);
  return written;
}

/** Compiles `<project>/src` to `<project>/dist`; answers how many files were written and removed. */
export async function compileProject(project: string): Promise<{ written: number; removed: number }> {
  const from = path.join(project, 'src');
  const into = path.join(project, 'dist');
  const outputs = planOutputs(filesBelow(from));
  const counts = await Promise.all([...outputs].map(([name, output]) => compileOne(from, path.join(into, name), output)));
  const known = new Set([...outputs.keys(), ...[...outputs].filter(([, { compile }]) => compile).map(([name]) => `${name}.map`)]);
  const stale = filesBelow(into).filter((name) => !known.has(name));
  for (const name of stale) rmSync(path.join(into, name));
  return { written: counts.reduce<number>((sum, count) => sum + count, 0), removed: stale.length };
}
