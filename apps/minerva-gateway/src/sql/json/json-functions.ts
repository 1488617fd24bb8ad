import { CastFault, castJson, type CastTarget } from './json-cast.js';
import { contains, elementOf, extracted, extractedScalar, lengthOf, scalarity, sizeOf } from './json-extract.js';
import { JsonReader } from './json-reader.js';
import { remembering } from '../remembering.js';
import { exists, queried, valueUnder } from './json-standard.js';
import { javaNumber, normalised, quoted } from './json-text.js';

/** A function of texts that the engine calls; NULL in is NULL out, and `undefined` is NULL. */
export type TextFunction = (text: string, first?: string, second?: string) => string | undefined;

const targetOf = remembering((text) => JSON.parse(text) as CastTarget);

/** Only an answer: what is wrong with a value is told by `json_fault`, when the engine asks for it. A function that fails could fail on a value that no answer needs. */
function orNothing(answer: () => string | undefined): string | undefined {
  try {
    return answer();
  } catch (error) {
    if (error instanceof CastFault) return undefined;
    throw error;
  }
}

/** What a function that gave no answer would have failed with; `undefined` where NULL is the answer. `what` is its name, a path behind it, or what is cast to. */
function fault(text: string, what: string): string | undefined {
  if (what === 'parse') return normalised(text) === undefined ? 'TRINO:INVALID_FUNCTION_ARGUMENT:Cannot convert this value to JSON' : undefined;
  if (what === 'scalar') return scalarity(text) === undefined ? 'TRINO:INVALID_FUNCTION_ARGUMENT:Invalid JSON value' : undefined;
  try {
    if (what.startsWith('value ')) valueUnder(text, what.slice('value '.length));
    else if (what.startsWith('query ')) queried(text, what.slice('query '.length), 'with');
    else castJson(text, targetOf(what.replace(/^try /, '')));
    return undefined;
  } catch (error) {
    // TRY_CAST makes NULL of what Trino cannot cast, not of what only we cannot.
    if (what.startsWith('try ') && error instanceof CastFault && error.errorName !== 'NOT_SUPPORTED') return undefined;
    if (error instanceof CastFault) return `TRINO:${error.errorName}:${error.message}`;
    throw error;
  }
}

/** A number as CAST to JSON writes it. */
function numberOf(text: string, kind: string): string {
  if (kind === 'decimal') return bigDecimal(text);
  const value = Number(text.replace('inf', 'Infinity'));
  const number = javaNumber(kind === 'real' ? Math.fround(value) : value, kind === 'real');
  return /[yN]/.test(number) ? `"${number}"` : number;
}

/** A decimal as Java writes one: with an exponent where more than five zeros stand behind the point. */
function bigDecimal(text: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/, '');
  const exponent = digits.length - 1 - fraction.length;
  const plain = `${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`;
  if (exponent >= -6 || fraction === '') return `${digits === '0' ? '' : sign}${plain}`;
  return `${digits === '0' ? '' : sign}${digits.charAt(0)}${digits.length > 1 ? `.${digits.slice(1)}` : ''}E${exponent}`;
}

/** Entries of an object in the order of their names; they come apart by characters that JSON never holds. */
function ordered(entries: string): string {
  const pairs = entries === '' ? [] : entries.split('\u0001').map((entry) => entry.split('\u0002') as [string, string]);
  const named = pairs.map(([name, value]) => ({ name: nameOf(name), text: `${name}:${value}` }));
  return `{${named.toSorted((one, other) => (one.name < other.name ? -1 : 1)).map(({ text }) => text).join(',')}}`;
}

function nameOf(json: string): string {
  const reader = new JsonReader(json);
  reader.next();
  return reader.text();
}

/** Texts come with a blank before them, see `ours` of the emitter. */
const BEGIN = 1;

/** The functions that the engine gets, by their names there. */
export const JSON_FUNCTIONS: Readonly<Record<string, { readonly arguments: number; readonly call: TextFunction }>> = {
  trino_json_parse: { arguments: 1, call: normalised },
  trino_json_extract: { arguments: 2, call: (text, path = '') => extracted(text, path) },
  trino_json_extract_scalar: { arguments: 2, call: (text, path = '') => extractedScalar(text, path) },
  trino_json_size: { arguments: 2, call: (text, path = '') => sizeOf(text, path) },
  trino_json_length: { arguments: 1, call: lengthOf },
  trino_json_contains: { arguments: 3, call: (text, kind = '', value = '') => contains(text, kind, value.slice(BEGIN)) },
  trino_json_element: { arguments: 2, call: (text, index = '') => elementOf(text, index) },
  trino_json_is_scalar: { arguments: 1, call: scalarity },
  trino_json_cast: { arguments: 2, call: (text, target = '') => orNothing(() => castJson(text, targetOf(target))) },
  trino_json_exists: { arguments: 2, call: (text, path = '') => exists(text, path) },
  trino_json_value: { arguments: 2, call: (text, path = '') => orNothing(() => valueUnder(text, path)) },
  trino_json_query: { arguments: 3, call: (text, path = '', wrapper = '') => orNothing(() => queried(text, path, wrapper)) },
  trino_json_fault: { arguments: 2, call: (text, what = '') => fault(text, what) },
  trino_json_string: { arguments: 1, call: (text) => quoted(text.slice(BEGIN)) },
  trino_json_number: { arguments: 2, call: (text, kind = '') => numberOf(text, kind) },
  trino_json_object: { arguments: 1, call: ordered },
};
