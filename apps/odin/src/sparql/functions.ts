import { createHash, randomUUID } from 'node:crypto';
import { blank, boolean, integer, iri, LANG_STRING, literal, type Literal, sameTerm, type Term, xsd } from '../graph/term.js';
import type { Budget } from './budget.js';
import { asText, fits, matches, replaced, textOf } from './strings.js';
import { common, compare, equal, fromTruth, isNumberText, numberOf, numeric, parseNumber, timeOf, truth, type Value } from './values.js';

export interface FunctionContext { readonly budget: Budget; readonly now: Date; readonly base: string }
type Builtin = (args: readonly Term[], context: FunctionContext) => Value;

const withText = (work: (text: Literal, ...rest: Literal[]) => Value): Builtin => (args) => {
  const texts = args.map(textOf);
  const [first, ...rest] = texts;
  return first === undefined || rest.some((text) => text === undefined) ? undefined : work(first, ...(rest as Literal[]));
};
const withNumber = (work: (value: number) => number): Builtin => ([term]) => {
  const number = numberOf(term);
  return number === undefined ? undefined : numeric(work(number.value), number.type);
};
const arithmetic = (work: (a: number, b: number) => number): Builtin => ([x, y]) => {
  const [a, b] = [numberOf(x), numberOf(y)];
  return a === undefined || b === undefined ? undefined : numeric(work(a.value, b.value), common(a, b));
};
const comparison = (holds: (order: number) => boolean): Builtin => ([a, b]) => {
  const order = compare(a, b);
  return order === undefined ? undefined : boolean(holds(order));
};
const dateParts = (index: number): Builtin => ([term]) => {
  const parts = term?.termType === 'Literal' && timeOf(term) !== undefined ? /^(-?\d+)-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:\.\d+)?))?/.exec(term.value) : null;
  const part = parts?.[index];
  return part === undefined ? undefined : numeric(Number(part), index === 6 ? xsd.decimal : xsd.integer);
};
const hash = (algorithm: string): Builtin => withText((text) => (text.language === '' ? literal(createHash(algorithm).update(text.value).digest('hex')) : undefined));
const zoneOf = (term: Term | undefined): string | undefined => (term !== undefined && timeOf(term) !== undefined ? (/(Z|[+-]\d\d:\d\d)$/.exec(term.value)?.[1] ?? '') : undefined);
const characters = (text: string): string[] => [...text];

function divide([x, y]: readonly Term[]): Value {
  const [a, b] = [numberOf(x), numberOf(y)];
  if (a === undefined || b === undefined) return undefined;
  const type = common(a, b) === xsd.integer ? xsd.decimal : common(a, b);
  return type === xsd.decimal && b.value === 0 ? undefined : numeric(a.value / b.value, type);
}

function substring([source, from, length]: readonly Term[]): Value {
  const [text, start] = [textOf(source), numberOf(from)];
  const size = length === undefined ? Infinity : numberOf(length)?.value;
  if (text === undefined || start === undefined || size === undefined) return undefined;
  const begin = Math.round(start.value);
  return asText(text, characters(text.value).filter((_, at) => at + 1 >= begin && at + 1 < begin + Math.round(size)).join(''));
}

function timezone([term]: readonly Term[]): Value {
  const zone = zoneOf(term);
  if (zone === undefined || zone === '') return undefined;
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  const duration = `${Number(hours) > 0 ? `${Number(hours)}H` : ''}${Number(minutes) > 0 ? `${Number(minutes)}M` : ''}`;
  return literal(duration === '' ? 'PT0S' : `${sign === '-' ? '-' : ''}PT${duration}`, 'http://www.w3.org/2001/XMLSchema#dayTimeDuration');
}

function concat(args: readonly Term[]): Value {
  const texts = args.map(textOf);
  if (texts.some((text) => text === undefined)) return undefined;
  const languages = new Set(texts.map((text) => text?.language));
  return literal(texts.map((text) => text?.value).join(''), xsd.string, languages.size === 1 ? ([...languages][0] ?? '') : '');
}

const languageMatches = (tag: string, range: string): boolean =>
  range === '*' ? tag !== '' : tag.toLowerCase() === range.toLowerCase() || tag.toLowerCase().startsWith(`${range.toLowerCase()}-`);

function toIri([term]: readonly Term[], { base }: FunctionContext): Value {
  if (term?.termType === 'NamedNode') return term;
  const text = textOf(term);
  if (text === undefined || /[\s<>"{}|\\^`]/.test(text.value)) return undefined;
  return URL.canParse(text.value, base) ? iri(URL.canParse(text.value) ? text.value : new URL(text.value, base).href) : undefined;
}

const builtins: Record<string, Builtin> = {
  '=': ([a, b]) => fromTruth(equal(a, b)),
  '!=': ([a, b]) => {
    const same = equal(a, b);
    return same === undefined ? undefined : boolean(!same);
  },
  '<': comparison((order) => order < 0), '>': comparison((order) => order > 0), '<=': comparison((order) => order <= 0), '>=': comparison((order) => order >= 0),
  '+': arithmetic((a, b) => a + b), '-': arithmetic((a, b) => a - b), '*': arithmetic((a, b) => a * b), '/': divide,
  'UMINUS': withNumber((value) => -value), 'UPLUS': withNumber((value) => value),
  '!': ([term]) => {
    const value = truth(term);
    return value === undefined ? undefined : boolean(!value);
  },
  str: ([term]) => (term === undefined || term.termType === 'BlankNode' ? undefined : literal(term.value)),
  lang: ([term]) => (term?.termType === 'Literal' ? literal(term.language) : undefined),
  datatype: ([term]) => (term?.termType === 'Literal' ? iri(term.language === '' ? term.datatype : LANG_STRING) : undefined),
  langmatches: withText((tag, range) => boolean(range !== undefined && languageMatches(tag.value, range.value))),
  iri: toIri, uri: toIri,
  bnode: ([term]) => (term === undefined ? blank(randomUUID()) : undefined),
  sameterm: ([a, b]) => (a === undefined || b === undefined ? undefined : boolean(sameTerm(a, b))),
  isiri: ([term]) => boolean(term?.termType === 'NamedNode'), isuri: ([term]) => boolean(term?.termType === 'NamedNode'),
  isblank: ([term]) => boolean(term?.termType === 'BlankNode'), isliteral: ([term]) => boolean(term?.termType === 'Literal'),
  isnumeric: ([term]) => boolean(numberOf(term) !== undefined),
  strlen: withText((text) => integer(characters(text.value).length)),
  ucase: withText((text) => asText(text, text.value.toUpperCase())), lcase: withText((text) => asText(text, text.value.toLowerCase())),
  substr: substring, concat,
  encode_for_uri: withText((text) => literal(encodeURIComponent(text.value.toWellFormed()).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`))),
  contains: withText((text, part) => (part && fits(text, part) ? boolean(text.value.includes(part.value)) : undefined)),
  strstarts: withText((text, part) => (part && fits(text, part) ? boolean(text.value.startsWith(part.value)) : undefined)),
  strends: withText((text, part) => (part && fits(text, part) ? boolean(text.value.endsWith(part.value)) : undefined)),
  strbefore: withText((text, part) => {
    if (part === undefined || !fits(text, part)) return undefined;
    const at = text.value.indexOf(part.value);
    return at < 0 ? literal('') : asText(text, text.value.slice(0, at));
  }),
  strafter: withText((text, part) => {
    if (part === undefined || !fits(text, part)) return undefined;
    const at = text.value.indexOf(part.value);
    return at < 0 ? literal('') : asText(text, text.value.slice(at + part.value.length));
  }),
  strlang: withText((text, tag) => (tag === undefined || text.language !== '' ? undefined : literal(text.value, xsd.string, tag.value))),
  strdt: ([term, type]) => (textOf(term)?.language === '' && term !== undefined && type?.termType === 'NamedNode' ? literal(term.value, type.value) : undefined),
  regex: ([source, pattern, flags], { budget }) => {
    const [text, expression] = [textOf(source), textOf(pattern)];
    return text === undefined || expression === undefined ? undefined : fromTruth(matches(budget, text.value, expression.value, flags?.value ?? ''));
  },
  replace: ([source, pattern, by, flags], { budget }) => {
    const [text, expression, replacement] = [textOf(source), textOf(pattern), textOf(by)];
    if (text === undefined || expression === undefined || replacement === undefined) return undefined;
    const result = replaced(budget, text.value, expression.value, replacement.value, flags?.value ?? '');
    return result === undefined ? undefined : asText(text, result);
  },
  abs: withNumber(Math.abs), ceil: withNumber(Math.ceil), floor: withNumber(Math.floor), round: withNumber(Math.round),
  rand: () => numeric(Math.random(), xsd.double),
  now: (_, { now }) => literal(now.toISOString(), xsd.dateTime),
  year: dateParts(1), month: dateParts(2), day: dateParts(3), hours: dateParts(4), minutes: dateParts(5), seconds: dateParts(6), timezone,
  tz: ([term]) => {
    const zone = zoneOf(term);
    return zone === undefined ? undefined : literal(zone);
  },
  uuid: () => iri(`urn:uuid:${randomUUID()}`), struuid: () => literal(randomUUID()),
  md5: hash('md5'), sha1: hash('sha1'), sha256: hash('sha256'), sha384: hash('sha384'), sha512: hash('sha512'),
};

/** The text of a value, as a cast to string writes it. */
function canonical(term: Term): string {
  if (term.termType === 'Literal' && term.datatype === xsd.boolean) return String(truth(term));
  const number = numberOf(term);
  if (number === undefined) return term.value;
  const size = Math.abs(number.value);
  const plain = number.type === xsd.integer || number.type === xsd.decimal || size === 0 || (size >= 1e-6 && size < 1e6);
  return plain ? numeric(number.value, xsd.decimal).value : numeric(number.value, number.type).value;
}

const cast = (type: string): Builtin => ([term]) => {
  if (term === undefined || term.termType === 'BlankNode') return undefined;
  if (type === xsd.string) return literal(canonical(term));
  if (term.termType !== 'Literal') return undefined;
  if (type === xsd.boolean) {
    if (numberOf(term) !== undefined || term.datatype === xsd.boolean) return fromTruth(truth(term));
    return /^(true|false|1|0)$/.test(term.value) ? boolean(term.value === 'true' || term.value === '1') : undefined;
  }
  if (type === xsd.dateTime) return timeOf(literal(term.value, xsd.dateTime)) !== undefined && /T/.test(term.value) ? literal(term.value, type) : undefined;
  const from = term.datatype === xsd.boolean ? Number(truth(term)) : numberOf(term)?.value ?? (term.datatype === xsd.string && isNumberText(term.value, type) ? parseNumber(term.value) : undefined);
  if (from === undefined || (!Number.isFinite(from) && type !== xsd.double && type !== xsd.float)) return undefined;
  return numeric(type === xsd.integer ? Math.trunc(from) : from, type);
};
const casts: Record<string, Builtin> = Object.fromEntries([xsd.string, xsd.boolean, xsd.integer, xsd.decimal, xsd.double, xsd.float, xsd.dateTime].map((type) => [type, cast(type)]));

/** Operators whose arguments are not simply evaluated first. */
export const SPECIAL_FORMS = new Set(['&&', '||', 'in', 'notin', 'bound', 'if', 'coalesce', 'exists', 'notexists']);

export const isKnownOperator = (name: string): boolean => SPECIAL_FORMS.has(name) || Object.hasOwn(builtins, name);
export const isKnownFunction = (name: string): boolean => Object.hasOwn(casts, name);
export const builtin = (name: string): Builtin | undefined => (Object.hasOwn(builtins, name) ? builtins[name] : Object.hasOwn(casts, name) ? casts[name] : undefined);
