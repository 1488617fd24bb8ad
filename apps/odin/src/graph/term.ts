/** RDF terms as plain values. `termType` and `value` are spelled as in RDF/JS, so a parser's terms can be read as they are. */
export interface Iri { readonly termType: 'NamedNode'; readonly value: string }
export interface Blank { readonly termType: 'BlankNode'; readonly value: string }
export interface Literal { readonly termType: 'Literal'; readonly value: string; readonly datatype: string; readonly language: string }
export type Term = Iri | Blank | Literal;

/** A statement in a named graph; an empty graph IRI means the default graph. */
export interface Quad { readonly s: Term; readonly p: Term; readonly o: Term; readonly g: string }

const XSD = 'http://www.w3.org/2001/XMLSchema#';
export const xsd = {
  string: `${XSD}string`, boolean: `${XSD}boolean`, integer: `${XSD}integer`, decimal: `${XSD}decimal`, double: `${XSD}double`, float: `${XSD}float`,
  dateTime: `${XSD}dateTime`, date: `${XSD}date`,
} as const;
export const LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';

export const iri = (value: string): Iri => ({ termType: 'NamedNode', value });
export const blank = (value: string): Blank => ({ termType: 'BlankNode', value });
export const literal = (value: string, datatype: string = xsd.string, language = ''): Literal => ({ termType: 'Literal', value, datatype: language === '' ? datatype : LANG_STRING, language });
export const boolean = (value: boolean): Literal => literal(String(value), xsd.boolean);
export const integer = (value: number): Literal => literal(String(value), xsd.integer);

/** Equal keys mean the same term; the first letter tells its kind. */
export function keyOf(term: Term): string {
  if (term.termType === 'NamedNode') return `i${term.value}`;
  if (term.termType === 'BlankNode') return `b${term.value}`;
  return `l${term.language.toLowerCase()}\u0001${term.datatype}\u0001${term.value}`;
}

export const sameTerm = (a: Term, b: Term): boolean => a === b || keyOf(a) === keyOf(b);
