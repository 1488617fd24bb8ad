import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isRecentEnough, needsInstall, scriptPath } from './with-node24.mjs';

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'with-node24-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('isRecentEnough', () => {
  it.each([['v24.9.0', true], ['v24.21.0', true], ['v25.0.0', true], ['v24.8.9', false], ['v22.20.0', false], ['v20.0.0', false]])('%s: %s', (version, expected) => {
    expect(isRecentEnough(version)).toBe(expected);
  });
});

describe('needsInstall', () => {
  const lock = (): string => path.join(folder, 'package-lock.json');
  const marker = (): string => path.join(folder, 'node_modules/.package-lock.json');
  beforeEach(() => { mkdirSync(path.join(folder, 'node_modules')); writeFileSync(lock(), '{}'); });

  it('is true before the first install', () => expect(needsInstall(folder)).toBe(true));
  it('is false right after an install', () => { writeFileSync(marker(), '{}'); expect(needsInstall(folder)).toBe(false); });
  it('is true when the lock file changed since', () => {
    writeFileSync(marker(), '{}');
    utimesSync(marker(), new Date(0), new Date(0));
    expect(needsInstall(folder)).toBe(true);
  });
});

describe('scriptPath', () => {
  it('takes the TypeScript file when only that exists', () => {
    writeFileSync(path.join(folder, 'a.ts'), '');
    expect(scriptPath('a.mjs', folder)).toBe(path.join(folder, 'a.ts'));
  });
  it('prefers the named file', () => {
    writeFileSync(path.join(folder, 'a.ts'), '');
    writeFileSync(path.join(folder, 'a.mjs'), '');
    expect(scriptPath('a.mjs', folder)).toBe(path.join(folder, 'a.mjs'));
  });
});
