import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compileProject, planOutputs } from './compile.ts';

let project: string;
const source = (name: string): string => path.join(project, 'src', name);
const output = (name: string): string => path.join(project, 'dist', name);
beforeEach(() => { project = mkdtempSync(path.join(tmpdir(), 'compile-')); mkdirSync(path.join(project, 'src')); });
afterEach(() => rmSync(project, { recursive: true, force: true }));

describe('planOutputs', () => {
  it('compiles sources, copies other files, leaves tests and declarations out', () => {
    expect([...planOutputs(['a.ts', 'b.tsx', 'a.spec.ts', 'c.d.ts', 'page.html']).keys()]).toEqual(['a.js', 'b.js', 'page.html']);
  });
});

describe('compileProject', () => {
  it('emits decorator metadata and a source map', async () => {
    writeFileSync(source('a.ts'), 'class B {}\n@((x: unknown) => x as never)\nexport class A { constructor(private readonly b: B) { void this.b; } }\n');
    await compileProject(project);
    expect(readFileSync(output('a.js'), 'utf8')).toContain('design:paramtypes');
    expect(JSON.parse(readFileSync(output('a.js.map'), 'utf8'))).toMatchObject({ sources: ['../src/a.ts'] });
  });

  it('rewrites only what changed and removes what lost its source', async () => {
    writeFileSync(source('a.ts'), 'export const a = 1;\n');
    writeFileSync(source('b.ts'), 'export const b = 1;\n');
    await compileProject(project);
    const before = statSync(output('a.js')).mtimeMs;
    rmSync(source('b.ts'));
    expect(await compileProject(project)).toEqual({ written: 0, removed: 2 });
    expect(statSync(output('a.js')).mtimeMs).toBe(before);
    expect(existsSync(output('b.js'))).toBe(false);
  });

  it('fails on a syntax error instead of keeping the old output silently', async () => {
    writeFileSync(source('a.ts'), 'export const = ;\n');
    await expect(compileProject(project)).rejects.toThrow();
  });
});
