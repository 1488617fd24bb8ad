import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtemp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claim, filesOf, ownOf, type Place, publishInstead, publishPart, publishTable, stage, type Staged } from './lake-files.js';

let place: Place;
beforeEach(async () => {
  place = { root: await mkdtemp(path.join(tmpdir(), 'lake-files-')), schema: 's', table: 't' };
  await mkdir(path.join(place.root, 's'));
});

async function staged(text: string): Promise<Staged> {
  const one = await stage(place);
  await writeFile(one.file, text);
  return one;
}
async function make(text: string): Promise<void> {
  const one = await staged(text);
  await claim(place);
  await publishTable(place, one);
}
const files = async (): Promise<string[]> => (await filesOf(place))?.files ?? [];
const rows = async (): Promise<string[]> => (await Promise.all((await files()).map((file) => readFile(file, 'utf8')))).toSorted();
const folder = (): string => path.join(place.root, 's', 't');

describe('rows put in place of all others', () => {
  it('are all there is from then on, and rows that are added stand beside them', async () => {
    await make('a');
    await publishPart(place, await staged('b'));
    expect(await rows()).toEqual(['a', 'b']);
    await publishInstead(place, await staged('c'), await files());
    expect([await rows(), (await readdir(folder())).length]).toEqual([['c'], 1]);
    await publishPart(place, await staged('d'));
    expect(await rows()).toEqual(['c', 'd']);
    await publishInstead(place, await staged('e'), (await files()).toReversed());
    expect([await rows(), await readdir(path.join(place.root, 's'))]).toEqual([['e'], ['t']]);
  });

  it('are none where the table is not what they were made from any more, or is gone', async () => {
    await make('a');
    const before = await files();
    await publishPart(place, await staged('b'));
    await expect(publishInstead(place, await staged('c'), before)).rejects.toMatchObject({ errorName: 'TRANSACTION_CONFLICT' });
    await expect(publishInstead(place, await staged('c'), [])).rejects.toMatchObject({ errorName: 'TRANSACTION_CONFLICT' });
    expect(await rows()).toEqual(['a', 'b']);
    await expect(publishInstead({ ...place, table: 'other' }, await staged('c'), before)).rejects.toMatchObject({ errorName: 'TABLE_NOT_FOUND' });
  });

  it('hide what a gateway left that died before it could remove it; the next change removes it', async () => {
    await make('a');
    await writeFile(path.join(folder(), 'g2-new.parquet'), 'c');
    expect(await rows()).toEqual(['c']);
    await publishPart(place, await staged('d'));
    expect([await rows(), (await readdir(folder())).length]).toEqual([['c', 'd'], 2]);
  });

  it('are seen whole by whoever looks while they are put there, also in a long list', async () => {
    await make('0');
    for (let part = 1; part < 300; part += 1) await writeFile(path.join(folder(), `${part}.parquet`), String(part));
    let over = false;
    const seen = new Set<number>();
    const looking = (async () => { while (!over) seen.add((await files()).length); })();
    await publishInstead(place, await staged('new'), await files());
    over = true;
    await looking;
    expect([...seen].filter((count) => count !== 300 && count !== 1)).toEqual([]);
    expect(await rows()).toEqual(['new']);
  });

  it('and rows that are added leave what was written last, in whatever order', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ instead: fc.boolean(), late: fc.boolean() }), { maxLength: 12 }), async (steps) => {
      place = { ...place, table: `t${Math.random().toString(36).slice(2)}` };
      await make('0');
      let expected = ['0'];
      let before = await files();
      for (const [index, { instead, late }] of steps.entries()) {
        const text = String(index + 1);
        if (!late) before = await files();
        const changed = before.join() !== (await files()).join();
        if (!instead) {
          await publishPart(place, await staged(text));
          expected = [...expected, text];
        } else if (changed) await expect(publishInstead(place, await staged(text), before)).rejects.toMatchObject({ errorName: 'TRANSACTION_CONFLICT' });
        else {
          await publishInstead(place, await staged(text), before);
          expected = [text];
        }
        expect(await rows()).toEqual(expected.toSorted());
      }
    }), { numRuns: 30 });
  });

  it('are of one table: files of others are not taken for its own', async () => {
    await make('a');
    const [own] = await files();
    expect(await ownOf(place, [own ?? '', '/elsewhere/s/t/x.parquet', path.join(folder(), 'deeper', 'x.parquet')])).toEqual([own]);
  });
});
