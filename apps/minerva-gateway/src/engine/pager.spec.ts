import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Pager } from './pager.js';

describe('Pager', () => {
  it('gives back every row once and whole, however the bytes come and whenever a page is taken', () => {
    const row = fc.array(fc.oneof(fc.integer(), fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()), fc.constant(null)), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(fc.array(row, { maxLength: 30 }), fc.array(fc.nat({ max: 40 }), { maxLength: 60 }), fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (rows, cuts, takes) => {
      const bytes = Buffer.from(rows.map((values) => `${JSON.stringify(values)}\n`).join(''));
      const pager = new Pager({ rows: 3, bytes: 50 });
      const seen: unknown[] = [];
      let counted = 0;
      const take = (): void => {
        const page = pager.take();
        if (page === undefined) return;
        counted += page.rows;
        seen.push(...(JSON.parse(`[${page.json.toString()}]`) as unknown[]));
      };
      let at = 0;
      for (const [index, cut] of [...cuts, bytes.length].entries()) {
        pager.push(Buffer.from(bytes.subarray(at, at + cut)));
        at = Math.min(bytes.length, at + cut);
        if (takes[index % takes.length]) take();
      }
      take();
      expect(seen).toEqual(rows);
      expect({ counted, total: pager.total }).toEqual({ counted: rows.length, total: rows.length });
    }));
  });
});
