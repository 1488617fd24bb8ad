import { stripVTControlCharacters } from 'node:util';
import { colourOfState, paint } from './colour.js';

export type Cell = string | number | bigint | boolean | null | undefined | object;

const control = /[\u0000-\u001f\u007f-\u009f]/g;
const shown: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One cell on one line: absent values are empty, objects are JSON, and control characters cannot reach the terminal. */
export function cellText(value: Cell): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return stripVTControlCharacters(text).replaceAll(control, (character) => shown[character] ?? '');
}

/** Columns padded to their widest cell, two blanks apart, without blanks at line ends. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[], options: { colour?: boolean } = {}): string {
  const texts = rows.map((row) => headings.map((_, column) => cellText(row[column])));
  const names = headings.map((heading) => cellText(heading));
  const widths = names.map((name, column) => texts.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), name.length));
  const line = (cells: readonly string[], paintCell: (text: string) => string): string =>
    cells.map((cell, column) => {
      const blanks = column === cells.length - 1 ? '' : ' '.repeat((widths[column] ?? 0) - cell.length + 2);
      return paintCell(cell) + blanks;
    }).join('').trimEnd();
  const colour = options.colour ?? false;
  const state = (text: string): string => {
    const found = colourOfState(text);
    return found === undefined ? text : paint(text, found, colour);
  };
  return [line(names, (text) => paint(text, 'bold', colour)), ...texts.map((row) => line(row, state))].map((text) => `${text}\n`).join('');
}
