import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { UsageError } from '../output/failure.js';
import { interpolate, interpolateText } from './interpolation.js';

function read(text: string, variables: Record<string, string>): unknown {
  const document = parseDocument(text);
  interpolate(document, 'crm.yaml', variables);
  return document.toJS();
}

describe('interpolation', () => {
  it.each([
    ['host: ${HOST}', { HOST: 'db' }, { host: 'db' }],
    ['host: ${{HOST}}', { HOST: 'db' }, { host: 'db' }],
    ['host: ${{ HOST }}', { HOST: 'db' }, { host: 'db' }],
    ['url: pg://${HOST}:${PORT}/x', { HOST: 'db', PORT: '5432' }, { url: 'pg://db:5432/x' }],
    ['port: ${PORT}', { PORT: '5432' }, { port: 5432 }],
    ['port: "${PORT}"', { PORT: '5432' }, { port: '5432' }],
    ['on: ${ON}', { ON: 'true' }, { on: true }],
    ['code: ${CODE}', { CODE: '007' }, { code: '007' }],
    ['empty: ${EMPTY}', { EMPTY: '' }, { empty: '' }],
    ['sql: $${HOST}', {}, { sql: '${HOST}' }],
    ['sql: price > $5 and name = $NAME', {}, { sql: 'price > $5 and name = $NAME' }],
    ['list: [ "${A}", b ]', { A: 'x' }, { list: ['x', 'b'] }],
    ['# ${GONE}\nname: x', {}, { name: 'x' }],
  ])('%s', (text, variables, expected) => expect(read(text, variables as Record<string, string>)).toEqual(expected));

  it('names every missing variable once, and the file', () => {
    expect(() => read('a: ${ONE}\nb: ${TWO} ${ONE}', {})).toThrow(new UsageError('crm.yaml needs variables that are not set: ONE, TWO. Export them and try again.'));
  });
  it('does not take inherited properties for variables', () => {
    expect(() => read('a: ${constructor}', {})).toThrow(/constructor/);
  });
  it('leaves keys alone', () => expect(read('${A}: x', { A: 'y' })).toEqual({ '${A}': 'x' }));

  it('lets no value change the structure or be replaced again', () => {
    fc.assert(fc.property(fc.string(), (value) => {
      expect(read('a: "${V}"\nb: kept', { V: value })).toEqual({ a: value, b: 'kept' });
    }));
    expect(read('a: ${V}', { V: 'x\nb: injected' })).toEqual({ a: 'x\nb: injected' });
    expect(interpolateText('${A}', { A: '${B}', B: 'b' }, new Set())).toBe('${B}');
  });
});
