import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stripVTControlCharacters } from 'node:util';
import { cellText, table } from './table.js';

describe('table', () => {
  it('pads to the widest cell and leaves no blanks at line ends', () => {
    expect(table(['NAME', 'STATUS'], [['crm', 'active'], ['a-long-name', '']])).toBe('NAME         STATUS\ncrm          active\na-long-name\n');
  });
  it.each([[undefined, ''], [null, ''], [0, '0'], [false, 'false'], [{ a: 1 }, '{"a":1}'], ['a\nb', 'a\\nb'], ['\u001b[31mred\u001b[0m\u0007', 'red']])('shows %j as %j', (value, text) => {
    expect(cellText(value)).toBe(text);
  });
  it('colours states on request, without changing the layout', () => {
    const rows = [['a', 'active', 1], ['b', 'error', 2]];
    const coloured = table(['N', 'STATUS', 'X'], rows, { colour: true });
    expect(coloured).toContain('\u001b[32mactive');
    expect(stripVTControlCharacters(coloured)).toBe(table(['N', 'STATUS', 'X'], rows));
  });
  it('has one line for each row, whatever is in it', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string())), (rows) => {
      expect(table(['A', 'B'], rows).split('\n')).toHaveLength(rows.length + 2);
    }));
  });
});
