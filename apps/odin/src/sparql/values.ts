import { boolean, keyOf, literal, type Literal, type Term, xsd } from '../graph/term.js';

/** The outcome of an expression; `undefined` is SPARQL's type error. */
export type Value = Term | undefined;

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const integers = new Set(['integer', 'long', 'int', 'short', 'byte', 'nonNegativeInteger', 'positiveInteger', 'nonPositiveInteger', 'negativeInteger', 'unsignedLong', 'unsignedInt', 'unsignedShort', 'unsignedByte'].map((name) => XSD + name));
const ranks: Record<string, number> = { [xsd.integer]: 0, [xsd.decimal]: 1, [xsd.float]: 2, [xsd.double]: 3 };
const types = [xsd.integer, xsd.decimal, xsd.float, xsd.double];
const shape: Record<string, RegExp> = {
  [xsd.integer]: /^\s*[+-]?\d+\s*$/, [xsd.decimal]: /^\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*$/,
  [xsd.float]: /^\s*([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?INF|NaN)\s*$/,
};
const real = shape[xsd.float] as RegExp;

export interface Numeric { readonly value: number; readonly type: string }

/** The number a literal stands for, with its basic type. */
export function numberOf(term: Value): Numeric | undefined {
  if (term?.termType !== 'Literal') return undefined;
  const type = integers.has(term.datatype) ? xsd.integer : term.datatype;
  if (!(type in ranks) || !(shape[type] ?? real).test(term.value)) return undefined;
  return { value: parseNumber(term.value), type };
}

export function parseNumber(text: string): number {
  const plain = text.trim();
  if (plain.endsWith('INF')) return plain.startsWith('-') ? -Infinity : Infinity;
  return Number(plain);
}

export function isNumberText(text: string, type: string): boolean {
  return (shape[type] ?? real).test(text);
}

export function numeric(value: number, type: string): Literal {
  if (type === xsd.double || type === xsd.float) return literal(Number.isFinite(value) ? doubleText(value) : Number.isNaN(value) ? 'NaN' : value > 0 ? 'INF' : '-INF', type);
  return literal(type === xsd.integer ? String(Math.trunc(value)) : plainText(value), type);
}

const doubleText = (value: number): string => {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
};
const plainText = (value: number): string => (Number.isInteger(value) ? String(BigInt(value)) : /e/i.test(String(value)) ? value.toFixed(18).replace(/0+$/, '') : String(value));

/** The type both sides are raised to. */
export const common = (a: Numeric, b: Numeric): string => types[Math.max(ranks[a.type] ?? 0, ranks[b.type] ?? 0)] ?? xsd.double;

/** SPARQL's effective boolean value. */
export function truth(value: Value): boolean | undefined {
  if (value?.termType !== 'Literal') return undefined;
  if (value.datatype === xsd.boolean) return value.value === 'true' || value.value === '1';
  if (value.datatype === xsd.string || value.language !== '') return value.value !== '';
  const number = numberOf(value);
  if (number !== undefined) return number.value !== 0 && !Number.isNaN(number.value);
  return integers.has(value.datatype) || value.datatype in ranks ? false : undefined;
}

export const fromTruth = (value: boolean | undefined): Value => (value === undefined ? undefined : boolean(value));

/** Milliseconds of a date or time; times without a zone are read as UTC. */
export function timeOf(term: Value): number | undefined {
  if (term?.termType !== 'Literal' || (term.datatype !== xsd.dateTime && term.datatype !== xsd.date)) return undefined;
  const text = term.datatype === xsd.date ? term.value.replace(/^(-?\d{4,}-\d\d-\d\d)/, '$1T00:00:00') : term.value;
  const at = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(at) ? undefined : at;
}

/** Less, equal or greater by value; `undefined` where the two cannot be compared. */
export function compare(a: Value, b: Value): number | undefined {
  if (a?.termType !== 'Literal' || b?.termType !== 'Literal') return undefined;
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== undefined && y !== undefined) return Number.isNaN(x.value) || Number.isNaN(y.value) ? NaN : Math.sign(x.value - y.value);
  const [s, t] = [timeOf(a), timeOf(b)];
  if (s !== undefined && t !== undefined && a.datatype === b.datatype) return Math.sign(s - t);
  if (a.datatype === xsd.boolean && b.datatype === xsd.boolean) return Number(truth(a)) - Number(truth(b));
  if (a.datatype === xsd.string && b.datatype === xsd.string) return order(a.value, b.value);
  return undefined;
}

/** By code point, as SPARQL orders strings. */
export const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** `=` of SPARQL: by value where values are understood, an error for unequal literals of types that are not. */
export function equal(a: Value, b: Value): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  const compared = compare(a, b);
  if (compared !== undefined) return compared === 0;
  if (keyOf(a) === keyOf(b)) return true;
  if (a.termType !== 'Literal' || b.termType !== 'Literal') return false;
  if (a.language !== '' || b.language !== '') return false;
  return understood(a) && understood(b) ? false : undefined;
}

const understood = (term: Literal): boolean => term.datatype === xsd.string || term.datatype === xsd.boolean || numberOf(term) !== undefined || timeOf(term) !== undefined;

const kinds = { BlankNode: 1, NamedNode: 2, Literal: 3 } as const;

/** A total order for ORDER BY: nothing, blank nodes, IRIs, literals; literals by value where possible. */
export function sortOrder(a: Value, b: Value): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  if (a.termType !== b.termType) return kinds[a.termType] - kinds[b.termType];
  const compared = compare(a, b);
  if (compared !== undefined && compared !== 0 && !Number.isNaN(compared)) return compared;
  if (compared === 0) return 0;
  return order(a.value, b.value) || order(keyOf(a), keyOf(b));
}
