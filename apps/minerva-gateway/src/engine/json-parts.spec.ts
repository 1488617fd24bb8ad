import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonParts } from './json-parts.js';

describe('jsonParts', () => {
  it('keeps every digit', () => expect(jsonParts('{"data": [[9223372036854775807, 1.10]], "x":null}').get('data')).toBe('[[9223372036854775807, 1.10]]'));

  it('gives back what a parser reads, for any object', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), fc.constantFrom(undefined, 2), (object, indent) => {
      const read = [...jsonParts(JSON.stringify(object, undefined, indent))].map(([name, text]): [string, unknown] => [name, JSON.parse(text)]);
      const plain = JSON.parse(JSON.stringify(object)) as Record<string, unknown>;
      expect(read.length).toBe(Object.keys(plain).length);
      for (const [name, value] of read) expect(value).toEqual(Object.getOwnPropertyDescriptor(plain, name)?.value);
    }));
  });

  it.each(['', '[]', '{"a"', '{"a":1', '{"a":"b', '{"a" 1}', '{"a":}'])('refuses %j', (text) => expect(() => jsonParts(text)).toThrow());
});
