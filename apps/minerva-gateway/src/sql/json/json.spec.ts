import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { castJson } from './json-cast.js';
import { contains, elementOf, extracted, extractedScalar, lengthOf, sizeOf } from './json-extract.js';
import { JSON_FUNCTIONS } from './json-functions.js';
import { stepsOf } from './json-path.js';
import { laxSteps, queried } from './json-standard.js';
import { javaNumber, normalised } from './json-text.js';

/** Answers of Trino 476; many more are among the expressions of test/conformance. */
describe('json_parse', () => {
  it.each([
    ['{"b":1, "a":[2 ,3]}', '{"a":[2,3],"b":1}'], ['{"a":{"z":1},"a":{"y":1}}', '{"a":{"y":1}}'], ['[2.50,1e2,1E400,-0,-0.0,1e-400]', '[2.5,100.0,"Infinity",0,-0.0,0.0]'],
    ['[12345678901234567890123]', '[12345678901234567890123]'], ['"\\ud83d\\ude00 \\ud83d \\u001f \\/"', '"\\uD83D\\uDE00 \\uD83D \\u001F /"'], ['{"😀":1,"ﬀ":2,"é":3}', '{"é":3,"\\uD83D\\uDE00":1,"ﬀ":2}'],
    [' true ', 'true'], ['null', 'null'], ['{"10":1,"9":2}', '{"10":1,"9":2}'],
  ])('writes %s anew', (text, expected) => expect(normalised(text)).toBe(expected));

  it.each(['', ' ', 'tru', 'truex', '1 2', '1x', '[1,]', '[1 2]', '{"a":1,}', '{a:1}', '{"a" 1}', 'NaN', '+1', '.5', '1.', '1e', '01', '-', '"a', '"a\n"', '"\\x"', '"\\u12"', '[1}', ']', '{"a":1}}', '\ufeff1', '1\u00a0', '[,1]', '{,}', '{"a":}'])('finds %j broken', (text) => expect(normalised(text)).toBeUndefined());

  it('says the same of a text as JSON.parse, however it is spaced and its names stand', () => {
    fc.assert(fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      const written = normalised(text) ?? '';
      expect(JSON.parse(written)).toEqual(JSON.parse(text.replaceAll(/(?<![\d.])-0(?![\d.])/g, '0')));
      expect(normalised(written)).toBe(written);
    }));
  });

  it('answers or not, and never fails, on whatever is left of a text', () => {
    fc.assert(fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 3 }), (text, cut, more) => {
      const at = cut % (text.length + 1);
      const broken = `${text.slice(0, at)}${more}`;
      const isJson = ((): boolean => {
        try {
          JSON.parse(broken);
          return true;
        } catch {
          return false;
        }
      })();
      expect(normalised(broken) !== undefined).toBe(isJson);
      for (const read of [extracted, extractedScalar, sizeOf]) expect(() => read(broken, '$.a[0]')).not.toThrow();
    }));
  });

  it('does not follow a text down endless levels', () => {
    expect(normalised(`${'['.repeat(1_000)}${']'.repeat(1_000)}`)).toHaveLength(2_000);
    expect(() => normalised('['.repeat(1_001))).toThrow('TRINO:NOT_SUPPORTED');
  });
});

it.each([[1, '1.0'], [1e7, '1.0E7'], [9_999_999.5, '9999999.5'], [0.001, '0.001'], [0.000_99, '9.9E-4'], [5e-324, '4.9E-324'], [2e23, '2.0E23'], [-0, '-0.0'], [Infinity, 'Infinity'], [123_456_789, '1.23456789E8']])('%p is %s in Java', (value, text) => expect(javaNumber(value)).toBe(text));
it('a number of 32 bits has the digits that tell it from its neighbours of 32 bits', () => expect([0.1, 16_777_216, 0.000_99].map((value) => javaNumber(Math.fround(value), true))).toEqual(['0.1', '1.6777216E7', '9.9E-4']));

describe('a value is found', () => {
  it('as far as the text was read, under the first of several names', () => {
    expect([extracted('{"a":1,', '$.a'), extracted('{"a":[1', '$.a'), extracted('{"a":1,"a":2}', '$.a'), extracted('[1x]', '$[0]')]).toEqual(['1', undefined, '1', '1']);
    expect([extractedScalar('{"a":1.50}', '$.a'), extractedScalar('["\\ud83d"]', '$[0]'), extractedScalar('{"a":null}', '$.a')]).toEqual(['1.50', '?', undefined]);
  });
  it('by a number, as a place of an array or a name of an object', () => expect([extracted('[4,5]', '$["+1"]'), extracted('{"1":5}', '$[1]'), extracted('[4,5]', '$["٠"]')]).toEqual(['5', '5', '4']));
  it('and counted', () => expect([sizeOf('{"a":1,"a":2}', '$'), lengthOf('[1,[2],{}]'), lengthOf('[1,'), sizeOf('"abc', '$')]).toEqual(['2', '3', undefined, '0']));
  it('among others', () => expect([contains('[1,x', 'bigint', '1'), contains('[1.0]', 'bigint', '1'), contains('["1"]', 'varchar', '1'), elementOf('[1,{"b":1,"b":2}]', '-1')]).toEqual(['true', 'false', 'true', '{"b":2}']));
  it.each(['', 'a', '$.', '$..a', '$[-1]', '$.a b', "$['a']", '$["a\\b"]', '$.😀'])('not by %j, which is no path', (path) => expect(stepsOf(path)).toBeUndefined());
  it.each(['$.a', 'strict $.a', 'lax $["a"]', 'lax $.a.size()', 'lax $ ? (@ > 1)', 'lax $.*'])('of the standard not by %j', (path) => expect(laxSteps(path)).toBeUndefined());
  it('of the standard in arrays opened for it', () => expect(queried('{"a":[{"b":1},{"b":2},3]}', 'lax $.a.b', 'with')).toBe('[1,2]'));
});

describe('a cast', () => {
  it.each([['"+1"', 'bigint', '1'], ['-2.5', 'bigint', '-3'], ['true', 'tinyint', '1'], ['1.50', 'varchar', '1.5E0'], ['-0.0', 'varchar', '-0E0'], ['null', 'bigint', undefined], ['"T"', 'boolean', 'true'], ['"1.5f"', 'double', '1.5']])('of %s to %s is %s', (text, kind, expected) => expect(castJson(text, { kind })).toBe(expected));
  it.each([['1.005', 3, 2, '1.01'], ['"1e1"', 3, 0, '10'], ['1e-10', 3, 1, '0'], ['-2.5', 3, 0, '-3']])('of %s to decimal(%i,%i) is %s', (text, precision, scale, expected) => expect(castJson(text, { kind: 'decimal', precision, scale })).toBe(expected));
  it.each([['"x"', 'bigint'], ['128', 'tinyint'], ['1e19', 'bigint'], ['[]', 'varchar'], ['"yes"', 'boolean'], ['1 2', 'bigint'], ['', 'bigint']])('of %j to %s fails, and says no value', (text, kind) => expect(() => castJson(text, { kind })).toThrow(/^Cannot cast this JSON to [a-z ]+$/));
  it('that is only tried tells what only we cannot do, as that is no NULL', () => {
    const fault = JSON_FUNCTIONS['trino_json_fault']?.call;
    expect([fault?.('1.2345678901234567', 'try {"kind":"varchar"}'), fault?.('[]', 'try {"kind":"varchar"}'), fault?.('[]', '{"kind":"varchar"}')]).toEqual([
      'TRINO:NOT_SUPPORTED:CAST from a JSON number of so many digits to varchar is not supported here', undefined, 'TRINO:INVALID_CAST_ARGUMENT:Cannot cast this JSON to varchar']);
  });
  it('of what is nested is strings for the engine to read', () => {
    expect(castJson('{"X":1,"z":[1.5,null]}', { fields: [{ name: 'x', type: { kind: 'bigint' } }, { name: 'z', type: { array: { kind: 'json' } } }] })).toBe('{"f1":"1","f2":["1.5","null"]}');
    expect(() => castJson('{"1":1,"01":2}', { key: { kind: 'bigint' }, value: { kind: 'bigint' } })).toThrow('Duplicate map keys');
  });
  it('of a decimal to JSON is written as Java does', () => expect(['0.0000001', '1.50', '-0.00', '.5', '100'].map((text) => JSON_FUNCTIONS['trino_json_number']?.call(text, 'decimal'))).toEqual(['1E-7', '1.50', '0.00', '0.5', '100']));
});
