import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { changedSince, hasNewTags } from './replaced-files.js';

describe('changedSince', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'replaced-'));
  const [file, next] = [path.join(folder, 'a.parquet'), path.join(folder, '.a.tmp')];

  it('sees that another file took the place, however old its rows are', async () => {
    writeFileSync(file, 'old');
    writeFileSync(next, 'new');
    utimesSync(next, 0, 0);
    expect(await changedSince([file], Date.now() + 60_000)).toBe(false);
    const before = Date.now();
    renameSync(next, file);
    expect(await changedSince([file], before)).toBe(true);
  });

  it('takes a file that is gone for one that changed, and no files for none', async () => {
    expect(await changedSince([path.join(folder, 'gone')], Date.now() + 60_000)).toBe(true);
    expect(await changedSince([], 0)).toBe(false);
  });
});

describe('hasNewTags', () => {
  const table = (tags: string[], columns: Record<string, string[]>) => ({ tags, columns: Object.entries(columns).map(([name, own]) => ({ name, type: 'varchar', tags: own })) });
  it.each([
    ['nothing new', table(['t'], { a: ['x'] }), table(['t'], { a: ['x'] }), false],
    ['a tag of a column', table([], { a: [] }), table([], { a: ['x'] }), true],
    ['a tag of the table', table([], { a: [] }), table(['t'], { a: [] }), true],
    ['fewer tags', table(['t'], { a: ['x', 'y'] }), table([], { a: ['x'] }), false],
    ['a column that the query could not ask for', table([], { a: [] }), table([], { a: [], b: ['x'] }), false],
  ])('%s', (_name, decided, now, expected) => expect(hasNewTags(decided, now)).toBe(expected));
});
