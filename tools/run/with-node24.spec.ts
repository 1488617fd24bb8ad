import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { installCommand, isRecentEnough, scriptPath } from './with-node24.mjs';

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'with-node24-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('isRecentEnough', () => {
  it.each([['v24.9.0', true], ['v24.21.0', true], ['v25.0.0', true], ['v24.8.9', false], ['v22.20.0', false], ['v20.0.0', false]])('%s: %s', (version, expected) => {
    expect(isRecentEnough(version)).toBe(expected);
  });
});

describe('installCommand', () => {
  const run = { omitDev: true };
  const all = { omitDev: false };
  const marker = (): string => path.join(folder, 'node_modules/.package-lock.json');
  const installed = (dev: boolean): void => writeFileSync(marker(), JSON.stringify({ packages: { jest: dev ? { dev: true } : {} } }, null, 2));
  beforeEach(() => { mkdirSync(path.join(folder, 'node_modules')); writeFileSync(path.join(folder, 'package-lock.json'), '{}'); });

  it('installs what is asked for before the first install', () => {
    expect([installCommand(folder, run), installCommand(folder, all)]).toEqual([['ci', '--omit=dev'], ['ci', '--include=dev']]);
  });
  it('does nothing where all is there', () => {
    installed(true);
    expect([installCommand(folder, run), installCommand(folder, all)]).toEqual([undefined, undefined]);
  });
  it('adds what tests need without touching what runs', () => {
    installed(false);
    expect([installCommand(folder, run), installCommand(folder, all)]).toEqual([undefined, ['install', '--no-save', '--include=dev']]);
  });
  it.each([true, false])('installs anew when the lock file changed since, and keeps what was there: %s', (dev) => {
    installed(dev);
    utimesSync(marker(), new Date(0), new Date(0));
    expect(installCommand(folder, run)).toEqual(['ci', dev ? '--include=dev' : '--omit=dev']);
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
