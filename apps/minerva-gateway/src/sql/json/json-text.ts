import { type JsonReader, reading } from './json-reader.js';

/** How a piece of JSON is written anew. */
export interface Style {
  /** `all`: names as they come, also twice. `last`: at the first place with the last value. `sorted`: the last value, names in order. */
  readonly names: 'all' | 'last' | 'sorted';
  /** Whether characters beyond the first 65,536 are written by their two halves, as Trino's writer of bytes does. */
  readonly halves: boolean;
}

const SHORT: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const unicode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
const ESCAPED = /["\\\u0000-\u001f]/g;
const WITH_HALVES = /["\\\u0000-\u001f\ud800-\udfff]/g;

/** Half a character is no text: Java's encoder writes a question mark for it. */
export const wellFormed = (text: string): string => (text.isWellFormed() ? text : text.replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '?'));

/** A text as a JSON string. */
export function quoted(text: string, halves = true): string {
  const whole = halves ? text : wellFormed(text);
  const special = halves ? WITH_HALVES : ESCAPED;
  return whole.search(special) < 0 ? `"${whole}"` : `"${whole.replace(special, (char) => SHORT[char] ?? unicode(char))}"`;
}

/** A number with the digits that Java shows: the fewest that tell it, but two at least, and an exponent from ten millions on and below a thousandth. */
export function javaNumber(value: number, isReal = false): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity';
  const size = Math.abs(value);
  if (size === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  // Here JavaScript writes the fewest digits, and no exponent, just so.
  if (!isReal && size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits = '', exponent = ''] = fewest(value, isReal).split('e');
  if (size < 1e-3 || size >= 1e7) return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent.replace('+', '')}`;
  const plain = String(Number(`${digits}e${exponent}`));
  return plain.includes('.') ? plain : `${plain}.0`;
}

/** The fewest digits with an exponent. Of the smallest numbers one digit may tell them, where Java takes the nearer two. */
function fewest(value: number, isReal: boolean): string {
  const same = (text: string): boolean => (isReal ? Math.fround(Number(text)) : Number(text)) === value;
  let shortest = value.toExponential();
  for (let digits = 0; isReal && digits < 9; digits += 1) {
    shortest = value.toExponential(digits);
    if (same(shortest)) break;
  }
  const two = value.toExponential(1);
  return !shortest.includes('.') && same(two) && !two.includes('.0') ? two : shortest;
}

/** A number of JSON as Trino writes it anew: whole numbers exactly, others as the nearest number of 64 bits. */
export function numberText(token: 'integer' | 'float', text: string): string {
  if (token === 'integer') return text === '-0' ? '0' : text;
  const number = javaNumber(Number(text));
  return number.endsWith('y') ? `"${number}"` : number;
}

interface Level { readonly isObject: boolean; readonly parts: string[]; readonly names: string[] }

/** The value at the reader's place, written anew; the reader stands at its last token afterwards. */
export function written(reader: JsonReader, style: Style): string {
  const outside: Level[] = [];
  for (;;) {
    const { token } = reader;
    let value: string | undefined;
    if (token === '{' || token === '[') outside.push({ isObject: token === '{', parts: [], names: [] });
    else if (token === 'name') outside.at(-1)?.names.push(reader.text());
    else if (token === '}' || token === ']') value = closed(outside.pop() as Level, style);
    else value = scalar(reader, style);
    const level = outside.at(-1);
    if (value !== undefined && level === undefined) return value;
    if (value !== undefined) level?.parts.push(value);
    reader.next();
  }
}

function scalar(reader: JsonReader, { halves }: Style): string {
  const { token } = reader;
  if (token === 'string') return quoted(reader.text(), halves);
  return token === 'integer' || token === 'float' ? numberText(token, reader.text()) : token;
}

function closed({ isObject, parts, names }: Level, style: Style): string {
  if (!isObject) return `[${parts.join(',')}]`;
  const write = (name: string, part: string | undefined): string => `${quoted(name, style.halves)}:${part}`;
  // By UTF-16 units, as Java compares texts.
  const isInOrder = names.every((name, index) => index === 0 || (names[index - 1] as string) < name);
  if (style.names === 'all' || isInOrder) return `{${names.map((name, index) => write(name, parts[index])).join(',')}}`;
  const entries = new Map(names.map((name, index) => [name, parts[index]]));
  const wanted = style.names === 'sorted' ? [...entries.keys()].sort((one, other) => (one < other ? -1 : 1)) : [...entries.keys()];
  return `{${wanted.map((name) => write(name, entries.get(name))).join(',')}}`;
}

/** `json_parse`: a whole text, names in order, each once; `undefined` where it is broken. */
export const normalised = (text: string): string | undefined => reading(text, (reader) => {
  if (reader.token === 'end') return undefined;
  const value = written(reader, { names: 'sorted', halves: true });
  return reader.next() === 'end' ? value : undefined;
});
