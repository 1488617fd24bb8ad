import { TREE } from './json-extract.js';
import { BrokenJson, JsonReader, type Token } from './json-reader.js';
import { javaNumber, wellFormed, written } from './json-text.js';

/** What a value of JSON is cast to. */
export type CastTarget =
  | { readonly kind: string; readonly precision?: number; readonly scale?: number }
  | { readonly array: CastTarget }
  | { readonly key: CastTarget; readonly value: CastTarget }
  | { readonly fields: readonly { readonly name?: string; readonly type: CastTarget }[] };

/** Why a value cannot be cast: in Trino neither, or not by us. Its words name types, never a value. */
export class CastFault extends Error {
  readonly errorName: 'INVALID_CAST_ARGUMENT' | 'NOT_SUPPORTED';

  constructor(errorName: CastFault['errorName'], message: string) {
    super(message);
    this.errorName = errorName;
  }
}
const invalid = (to: string): CastFault => new CastFault('INVALID_CAST_ARGUMENT', `Cannot cast this JSON to ${to}`);

/**
 * The value as the engine reads it: of a simple type its text, else JSON in which all simple values are strings and the fields of rows are
 * named f1, f2 and so on. `undefined` is NULL.
 */
export function castJson(text: string, target: CastTarget): string | undefined {
  const reader = new JsonReader(text);
  try {
    if (reader.next() === 'end') throw invalid('this type');
    const value = 'kind' in target ? leaf(reader, target) : nested(reader, target);
    if (reader.next() !== 'end') throw invalid('this type');
    return value;
  } catch (error) {
    throw error instanceof BrokenJson ? invalid('this type') : error;
  }
}

function nested(reader: JsonReader, target: CastTarget): string | undefined {
  if ('kind' in target) {
    if (reader.token === ']') throw invalid(target.kind);
    const value = target.kind === 'json' ? written(reader, TREE) : leaf(reader, target);
    return value === undefined ? undefined : JSON.stringify(value);
  }
  if (reader.token === 'null') return undefined;
  if ('array' in target) return array(reader, target.array);
  return 'fields' in target ? row(reader, target.fields) : map(reader, target.key, target.value);
}

function array(reader: JsonReader, element: CastTarget): string {
  if (reader.token !== '[') throw invalid('array');
  const parts: string[] = [];
  while (reader.next() !== ']') parts.push(nested(reader, element) ?? 'null');
  return `[${parts.join(',')}]`;
}

function map(reader: JsonReader, key: CastTarget, value: CastTarget): string {
  if (reader.token !== '{') throw invalid('map');
  const entries = new Map<string, string>();
  while (reader.next() !== '}') {
    const name = nested(reader, key) ?? 'null';
    if (entries.has(name)) throw new CastFault('INVALID_CAST_ARGUMENT', 'Duplicate map keys are not allowed');
    reader.next();
    entries.set(name, nested(reader, value) ?? 'null');
  }
  return `{${[...entries].map(([name, part]) => `${name}:${part}`).join(',')}}`;
}

type Fields = Extract<CastTarget, { fields: unknown }>['fields'];

function row(reader: JsonReader, fields: Fields): string {
  const values = fields.map(() => 'null');
  if (reader.token === '[') {
    for (const [index, { type }] of fields.entries()) {
      reader.next();
      values[index] = nested(reader, type) ?? 'null';
    }
    if (reader.next() !== ']') throw invalid('row');
  } else if (reader.token === '{') named(reader, fields, values);
  else throw invalid('row');
  return `{${values.map((value, index) => `"f${index + 1}":${value}`).join(',')}}`;
}

/** Fields by their names; a name of the JSON is looked for in lower case. */
function named(reader: JsonReader, fields: Fields, values: string[]): void {
  if (fields[0]?.name === undefined) throw invalid('a row without names');
  const seen = new Set<number>();
  while (reader.next() !== '}') {
    const name = reader.text().toLowerCase();
    const index = fields.findLastIndex((field) => field.name === name);
    const type = fields[index]?.type;
    reader.next();
    if (type === undefined) {
      reader.skip();
      continue;
    }
    if (seen.has(index)) throw new CastFault('INVALID_CAST_ARGUMENT', 'Duplicate field');
    seen.add(index);
    values[index] = nested(reader, type) ?? 'null';
  }
}

type Leaf = Extract<CastTarget, { kind: string }>;
const SIZES: Record<string, bigint> = { tinyint: 8n, smallint: 16n, integer: 32n, bigint: 64n };

function leaf(reader: JsonReader, target: Leaf): string | undefined {
  const { token } = reader;
  if (token === 'null') return undefined;
  if (!['string', 'name', 'integer', 'float', 'true', 'false'].includes(token)) throw invalid(target.kind);
  const text = reader.text();
  switch (target.kind) {
    case 'varchar': return token === 'float' ? scientific(Number(text)) : token === 'string' || token === 'name' ? wellFormed(text) : text;
    case 'boolean': return String(truth(token, text));
    case 'double': case 'real': return floating(token, text, target.kind);
    case 'decimal': return decimal(token, text, target);
    default: return whole(token, text, target.kind);
  }
}

/** Java takes away what stands at the ends and is no more than a space. */
const trimmed = (text: string): string => text.replaceAll(/^[\u0000- ]+|[\u0000- ]+$/g, '');

/** Digits of other scripts are digits to Java. */
function assertOwnDigits(text: string): void {
  if (/\p{Nd}/u.test(text.replaceAll(/[0-9]/g, ''))) throw new CastFault('NOT_SUPPORTED', 'A number in digits of another script is not supported here');
}

function whole(token: Token, text: string, kind: string): string {
  if (token === 'true' || token === 'false') return token === 'true' ? '1' : '0';
  let value: bigint;
  if (token === 'float') value = rounded(Number(text), kind);
  else {
    assertOwnDigits(text);
    const digits = token === 'integer' ? text : trimmed(text);
    if (!/^[+-]?\d+$/.test(digits)) throw invalid(kind);
    value = BigInt(digits.replace('+', ''));
  }
  const size = SIZES[kind] ?? 64n;
  if (BigInt.asIntN(Number(size), value) !== value) throw invalid(kind);
  return String(value);
}

/** Halves away from zero. */
function rounded(value: number, kind: string): bigint {
  if (!Number.isFinite(value)) throw invalid(kind);
  const cut = Math.trunc(value);
  return BigInt(Math.abs(value - cut) >= 0.5 ? cut + Math.sign(value) : cut);
}

const FLOATING = /^[+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)$/;

/** The engine reads the number of 32 bits from the same text, so that it is rounded once. */
function floating(token: Token, text: string, kind: 'double' | 'real'): string {
  if (token === 'true' || token === 'false') return token === 'true' ? '1' : '0';
  const digits = token === 'string' || token === 'name' ? trimmed(text) : text;
  if (/^[+-]?0[xX]/.test(digits)) throw new CastFault('NOT_SUPPORTED', 'A number with digits of sixteen is not supported here');
  if (!FLOATING.test(digits)) throw invalid(kind);
  const plain = digits.replace(/[fFdD]$/, '').replace(/^[+-](?=NaN)/, '');
  const value = Number(plain);
  if (kind === 'double' || !Number.isFinite(Math.fround(value))) return String(kind === 'double' ? value : Math.fround(value));
  return plain.replace('+', '');
}

function truth(token: Token, text: string): boolean {
  if (token === 'true' || token === 'false') return token === 'true';
  if (token === 'float') return Number(text) !== 0;
  if (token === 'integer') return whole(token, text, 'bigint') !== '0';
  const known = ({ t: true, true: true, 1: true, f: false, false: false, 0: false } as Record<string, boolean>)[text.toLowerCase()];
  if (known === undefined) throw invalid('boolean');
  return known;
}

function decimal(token: Token, given: string, { precision = 38, scale = 0 }: Leaf): string {
  const text = token === 'true' ? '1' : token === 'false' ? '0' : given;
  if (token === 'string' || token === 'name') assertOwnDigits(text);
  const [all, sign = '', before = '', after = '', exponent = '0'] = /^([+-]?)(?=\.?\d)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,10}))?$/.exec(text) ?? [];
  const power = Number(exponent);
  if (all === undefined || Math.abs(power) > 2_147_483_647) throw invalid('decimal');
  const digits = `${before}${after}`.replace(/^0+/, '');
  // How many of the digits stand before the last place that is kept.
  const kept = digits.length - after.length + power + scale;
  if (digits === '' || kept < 0) return '0';
  if (kept > precision + 1) throw invalid('decimal');
  const unscaled = BigInt(digits.slice(0, kept).padEnd(kept, '0') || '0') + ((digits[kept] ?? '0') >= '5' ? 1n : 0n);
  const shown = String(unscaled).padStart(scale + 1, '0');
  if (String(unscaled).length > precision) throw invalid('decimal');
  return `${sign === '-' ? '-' : ''}${shown.slice(0, shown.length - scale)}${scale === 0 ? '' : `.${shown.slice(-scale)}`}`;
}

/** With so few digits and so small an exponent Java's older way to write a number, which Trino takes here, finds the fewest digits as well. */
const SURE = { digits: 15, exponent: 15 };

/** A number with an exponent, as CAST of a double to varchar writes it. */
export function scientific(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0E0' : '0E0';
  if (!Number.isFinite(value)) return javaNumber(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  if (digits.replaceAll(/[-.]/g, '').length > SURE.digits || Math.abs(Number(exponent)) > SURE.exponent) throw new CastFault('NOT_SUPPORTED', 'CAST from a JSON number of so many digits to varchar is not supported here');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}
