import { find, stepsOf } from './json-path.js';
import { type JsonReader, reading } from './json-reader.js';
import { type Style, wellFormed, written } from './json-text.js';

const AS_FOUND: Style = { names: 'all', halves: true };
/** What Trino's tree of nodes is written as. */
export const TREE: Style = { names: 'last', halves: false };

const isScalar = ({ token }: JsonReader): boolean => ['string', 'integer', 'float', 'true', 'false'].includes(token);
const under = <T>(text: string, path: string, read: (reader: JsonReader) => T | undefined): T | undefined => {
  const steps = stepsOf(path) ?? [];
  return reading(text, (reader) => (find(reader, steps) ? read(reader) : undefined));
};

/** `json_extract`: the value under a path, its names as they stand. */
export const extracted = (text: string, path: string): string | undefined => under(text, path, (reader) => written(reader, AS_FOUND));

/** `json_extract_scalar`: the text of a string, number or boolean under a path. */
export const extractedScalar = (text: string, path: string): string | undefined => under(text, path, (reader) => (isScalar(reader) ? wellFormed(reader.text()) : undefined));

/** `json_size`: how many values an object or array under a path has; others have none. */
export const sizeOf = (text: string, path: string): string | undefined => under(text, path, (reader) => {
  const isObject = reader.token === '{';
  return String(isObject || reader.token === '[' ? counted(reader, isObject ? '}' : ']') : 0);
});

/** `json_array_length` */
export const lengthOf = (text: string): string | undefined => reading(text, (reader) => (reader.token === '[' ? String(counted(reader, ']')) : undefined));

function counted(reader: JsonReader, close: '}' | ']'): number {
  let count = 0;
  for (let token = reader.next(); token !== close; token = reader.next()) {
    if (token === 'name') reader.next();
    reader.skip();
    count += 1;
  }
  return count;
}

/** `json_array_contains`: whether a value of a kind is among those of an array. */
export function contains(text: string, kind: string, value: string): string | undefined {
  if (kind === 'double' && !Number.isFinite(Number(value))) return 'false';
  return reading(text, (reader) => {
    if (reader.token !== '[') return undefined;
    while (reader.next() !== ']') {
      reader.skip();
      if (isValue(reader, kind, value)) return 'true';
    }
    return 'false';
  });
}

function isValue(reader: JsonReader, kind: string, value: string): boolean {
  switch (kind) {
    case 'bigint': return reader.token === 'integer' && (reader.text() === value || (reader.text() === '-0' && value === '0'));
    case 'double': return reader.token === 'float' && Number(reader.text()) === Number(value);
    case 'varchar': return reader.token === 'string' && wellFormed(reader.text()) === value;
    default: return reader.token === value;
  }
}

/** `json_array_get`: a value of an array, also counted from its end. A string comes without its quotes: what this function gives need not be JSON. */
export function elementOf(text: string, index: string): string | undefined {
  const wanted = Number(index);
  return reading(text, (reader) => {
    if (reader.token !== '[') return undefined;
    const last: (string | undefined)[] = [];
    for (let place = 0, token = reader.next(); token !== ']'; place += 1, token = reader.next()) {
      const value = isScalar(reader) ? wellFormed(reader.text()) : token === 'null' ? undefined : written(reader, TREE);
      if (place === wanted) return value;
      if (wanted < 0 && last.push(value) > -wanted) last.shift();
    }
    return wanted < 0 && last.length === -wanted ? last[0] : undefined;
  });
}

/** `is_json_scalar`; `undefined` where the text is broken. */
export const scalarity = (text: string): string | undefined => reading(text, (reader) => {
  if (reader.token === 'end') return undefined;
  const isStructure = reader.token === '{' || reader.token === '[';
  reader.skip();
  return reader.next() === 'end' ? String(!isStructure) : undefined;
});
