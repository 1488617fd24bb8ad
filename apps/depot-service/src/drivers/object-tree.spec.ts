import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { collectionsIn, datasetsIn } from './object-tree.js';

const named = (keys: readonly string[]) => keys.map((key) => ({ key, size: 1, etag: 'e' }));
const seen = (keys: readonly string[], formats: readonly ('parquet' | 'csv')[] = ['parquet', 'csv']) => datasetsIn('lake/air/', named(keys), formats).map(({ name, format, objects }) => `${name}:${format}:${objects.map(({ key }) => key.slice('lake/air/'.length)).join('+')}`);

describe('the datasets of a folder of a bucket', () => {
  it.each([
    [['a.parquet', 'b.csv', 'c.txt', 'README'], ['a:parquet:a.parquet', 'b:csv:b.csv']],
    [['t/2.parquet', 't/1.parquet', 't/_SUCCESS', 't/.x.crc'], ['t:parquet:t/1.parquet+t/2.parquet']],
    [['t/1.parquet', 't/1.csv'], []],
    [['t/deep/1.parquet', 't/'], []],
    [['t.csv', 't.parquet', 't/1.parquet'], ['t:csv:t.csv']],
    [['x.y.parquet'], ['x.y:parquet:x.y.parquet']],
    [['.hidden.csv', 'a b.csv', 'a..b.csv', '..csv', "a'.csv"], []],
  ])('%j are %j', (keys, expected) => expect(seen(keys.map((key) => `lake/air/${key}`))).toEqual(expected));

  it('keeps to the formats that the depot declares', () => {
    expect(seen(['lake/air/a.parquet', 'lake/air/b.csv', 'lake/air/t/1.csv'], ['parquet'])).toEqual(['a:parquet:a.parquet']);
  });

  it('shows nothing of another folder, whatever it is called, and no name twice', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '.', '/', 'csv', '.parquet', '..', '%'), maxLength: 6 });
    fc.assert(fc.property(fc.array(fc.oneof(part.map((text) => `lake/air/${text}`), part)), (keys) => {
      const found = datasetsIn('lake/air/', named(keys), ['parquet', 'csv']);
      expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
      for (const { key } of found.flatMap(({ objects }) => objects)) expect(key).toMatch(/^lake\/air\/[\w][\w.-]*(\/[\w][\w.-]*)?$/);
    }));
  });

  it('takes folders of plain names for collections', () => expect(collectionsIn(['lake/air/', 'lake/b c/', 'lake/../', 'lake/.x/'])).toEqual(['air']));
});
