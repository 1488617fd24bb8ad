import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CopyDecoder, type CopyKind, type CopyValue } from './copy-decoder.js';

function encode(rows: CopyValue[][], kinds: CopyKind[]): Buffer {
  const parts: Buffer[] = [Buffer.from('PGCOPY\n\u00ff\r\n\0', 'latin1'), Buffer.alloc(8)];
  const field = (value: CopyValue, kind: CopyKind): Buffer => {
    if (value === null) return Buffer.from([255, 255, 255, 255]);
    const body = kind === 'text' ? Buffer.from(String(value)) : Buffer.alloc(kind === 'boolean' ? 1 : 8);
    if (kind === 'bigint') body.writeBigInt64BE(value as bigint);
    if (kind === 'double') body.writeDoubleBE(value as number);
    if (kind === 'boolean') body[0] = value ? 1 : 0;
    const size = Buffer.alloc(4);
    size.writeInt32BE(body.length);
    return Buffer.concat([size, body]);
  };
  for (const row of rows) parts.push(Buffer.from([0, row.length]), ...row.map((value, index) => field(value, kinds[index] ?? 'text')));
  return Buffer.concat([...parts, Buffer.from([255, 255])]);
}

const kinds: CopyKind[] = ['bigint', 'double', 'boolean', 'text'];

describe('CopyDecoder', () => {
  it('reads what was written, however it is cut into pieces', () => {
    const row = fc.tuple(fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })), fc.option(fc.double({ noNaN: true })), fc.option(fc.boolean()), fc.option(fc.string({ unit: 'grapheme' })));
    fc.assert(fc.property(fc.array(row, { maxLength: 20 }), fc.integer({ min: 1, max: 40 }), (rows, size) => {
      const bytes = encode(rows, kinds);
      const decoder = new CopyDecoder(kinds);
      const read: CopyValue[][] = [];
      for (let at = 0; at < bytes.length; at += size) decoder.push(bytes.subarray(at, at + size), (one) => read.push(one));
      decoder.finish();
      expect(read).toEqual(rows);
    }));
  });

  it('does not take a broken stream for a whole one', () => {
    const bytes = encode([[1n, 2, true, 'x']], kinds);
    const decoder = new CopyDecoder(kinds);
    decoder.push(bytes.subarray(0, -2), () => undefined);
    expect(() => decoder.finish()).toThrow('too early');
    expect(() => new CopyDecoder(['text']).push(bytes, () => undefined)).toThrow('number of columns');
    expect(() => new CopyDecoder(kinds).push(Buffer.alloc(64), () => undefined)).toThrow('not a binary copy');
  });
});
