import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { CacheFull } from './cache-folder.js';
import { type Fill, ObjectCache } from './object-cache.js';

let root: string;
let cache: ObjectCache;
const never = new AbortController().signal;
const with10 = (text: string): Fill => async (handle) => void (await handle.write(text.padEnd(10)));
const failing: Fill = () => Promise.reject(new Error('must not be fetched'));
const get = (name: string, fill: Fill = with10(name), signal = never, from = cache) => from.acquire({ name, size: 10 }, fill, signal);
const kept = async (): Promise<string[]> => (await readdir(path.join(root, 'objects'))).toSorted();
const parts = (): Promise<string[]> => readdir(path.join(root, 'parts'));
/** What is used first is given up first, also where all happens within one tick of the clock. */
const usedAt = async (name: string, second: number): Promise<void> => utimes(path.join(root, 'objects', name), second, second);

describe('copies of objects', () => {
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'objects-'));
    cache = new ObjectCache(root, 30);
  });
  afterEach(async () => {
    await cache.close();
    await rm(root, { recursive: true });
  });

  it('are fetched once by all who want them at a time, and not again', async () => {
    let fetches = 0;
    const slow: Fill = async (handle, signal) => {
      fetches += 1;
      await new Promise((resolve) => { setTimeout(resolve, 20); });
      await with10('a')(handle, signal);
    };
    const got = await Promise.all(Array.from({ length: 8 }, () => get('a', slow)));
    expect(await readFile((await get('a', failing)).file, 'utf8')).toBe('a'.padEnd(10));
    expect([fetches, new Set(got.map(({ file }) => file)).size]).toEqual([1, 1]);
  });

  it('have names that tell nothing, and are the same for all processes of a folder and no other', async () => {
    const [other, elsewhere] = [new ObjectCache(root, 10), new ObjectCache(path.join(root, 'elsewhere'), 10)];
    const names = await Promise.all([cache, cache, other, elsewhere].map((one) => one.nameOf('minioadmin')));
    expect([names[0], names[0]]).toEqual([names[1], names[2]]);
    expect(names).not.toContain(createHash('sha256').update('minioadmin').digest('hex'));
    expect(names[3]).not.toBe(names[0]);
    expect([(await stat(path.join(root, 'salt'))).mode & 0o777, await parts()]).toEqual([0o600, []]);
    await other.close();
    await elsewhere.close();
  });

  it('are for this user alone', async () => {
    const { file } = await get('a');
    expect([(await stat(file)).mode & 0o777, (await stat(path.dirname(file))).mode & 0o777, (await stat(path.join(root, 'objects'))).mode & 0o777]).toEqual([0o600, 0o700, 0o700]);
  });

  it('give way in the order of their last use, but never while they are read', async () => {
    const a = await get('a');
    (await get('b')).release();
    (await get('c')).release();
    await usedAt('b', 2);
    await usedAt('c', 1);
    const d = await get('d');
    expect(await kept()).toEqual(['a', 'b', 'd']);
    const e = await get('e');
    expect(await kept()).toEqual(['a', 'd', 'e']);
    await expect(get('f')).rejects.toThrow(CacheFull);
    expect([await kept(), await parts()]).toEqual([['a', 'd', 'e'], []]);
    for (const one of [a, d, e]) one.release();
    await get('f');
    expect(await kept()).toHaveLength(3);
  });

  it('keep what two queries read until both are over, however often one lets go', async () => {
    const [first, second] = [await get('a'), await get('a')];
    first.release();
    first.release();
    await get('b');
    await get('c');
    await expect(get('d')).rejects.toThrow(CacheFull);
    expect(await readFile(second.file, 'utf8')).toContain('a');
  });

  it('are shared between processes, and giving them up takes them from nobody who reads', async () => {
    const other = new ObjectCache(root, 10);
    const mine = await get('a');
    const theirs = await get('a', failing, never, other);
    expect(theirs.file).not.toBe(mine.file);
    theirs.release();
    await rm(path.join(root, 'objects/a'));
    expect(await readFile(mine.file, 'utf8')).toContain('a');
    await expect(get('b', with10('b'), never, other)).rejects.toThrow(CacheFull);
    mine.release();
    await get('c');
    await other.close();
    expect(await kept()).toEqual(['c']);
  });

  it('leave nothing of a fetch that failed, and are fetched anew', async () => {
    await expect(get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect([await kept(), await parts()]).toEqual([[], []]);
    expect(await readFile((await get('a')).file, 'utf8')).toContain('a');
  });

  it('go on being fetched for who still waits, and for nobody else', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    let stopped = false;
    const endless: Fill = (_handle, signal) => new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => { stopped = true; reject(new Error('stopped')); });
    });
    const waiting = [get('a', endless, first.signal), get('a', endless, second.signal)].map((one) => one.catch((error: unknown) => (error as Error).message));
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    first.abort(new Error('canceled'));
    expect([await waiting[0], stopped]).toEqual(['canceled', false]);
    second.abort(new Error('canceled too'));
    expect(await waiting[1]).toBe('canceled too');
    expect(stopped).toBe(true);
    expect(await readFile((await get('a')).file, 'utf8')).toContain('a');
    expect(await parts()).toEqual([]);
  });

  it('are cleaned up after processes that are no more, on this machine at once, on others a day later', async () => {
    const host = hostname().replaceAll(/[^\w.-]/g, '_');
    const dead = [`${host}~999999999~x`, `${host}~${process.pid}~of-the-life-before`, 'elsewhere~1~old'];
    for (const owner of [...dead, 'elsewhere~1~young']) {
      await mkdir(path.join(root, 'use', owner), { recursive: true });
      await mkdir(path.join(root, 'parts'), { recursive: true });
      await writeFile(path.join(root, 'parts', `${owner}~p`), '');
    }
    for (const file of ['use/elsewhere~1~old', 'parts/elsewhere~1~old~p']) await utimes(path.join(root, file), 1, 1);
    await get('a');
    expect(await parts()).toEqual(['elsewhere~1~young~p']);
    expect((await readdir(path.join(root, 'use'))).filter((name) => dead.includes(name))).toEqual([]);
  });
});
