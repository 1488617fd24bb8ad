import n3, { type N3Quad } from 'n3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { blank, iri, literal, type Quad, type Term, xsd } from '../src/graph/term.js';
import { numberOf } from '../src/sparql/values.js';

const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const QT = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

export interface W3cTest { readonly name: string; readonly kind: 'evaluation' | 'positive' | 'negative'; readonly query: string; readonly data: readonly string[]; readonly graphs: readonly string[]; readonly result?: string }
export type Rows = { readonly boolean: boolean } | { readonly rows: readonly ReadonlyMap<string, Term>[] };

/** The tests of one folder of the suite. */
export function readManifest(folder: string): W3cTest[] {
  const file = pathToFileURL(join(folder, 'manifest.ttl')).href;
  const quads = parse(file);
  const all = (s: string, p: string): string[] => quads.filter(({ subject, predicate }) => subject.value === s && predicate.value === p).map(({ object }) => object.value);
  const list = (node: string | undefined): string[] => (node === undefined || node === `${RDF}nil` ? [] : [...all(node, `${RDF}first`), ...list(all(node, `${RDF}rest`)[0])]);
  return list(quads.find(({ predicate }) => predicate.value === `${MF}entries`)?.object.value).flatMap((test): W3cTest[] => {
    const type = all(test, `${RDF}type`)[0]?.slice(MF.length);
    const action = all(test, `${MF}action`)[0];
    if (action === undefined) return [];
    const name = all(test, `${MF}name`)[0] ?? test;
    const [result] = all(test, `${MF}result`);
    if (type === 'QueryEvaluationTest' && result !== undefined) return [{ name, kind: 'evaluation', query: all(action, `${QT}query`)[0] ?? '', data: all(action, `${QT}data`), graphs: all(action, `${QT}graphData`), result }];
    if (type === 'PositiveSyntaxTest11') return [{ name, kind: 'positive', query: action, data: [], graphs: [] }];
    if (type === 'NegativeSyntaxTest11') return [{ name, kind: 'negative', query: action, data: [], graphs: [] }];
    return [];
  });
}

export const textOf = (file: string): string => readFileSync(fileURLToPath(file), 'utf8');
const parse = (file: string): N3Quad[] => new n3.Parser({ baseIRI: file }).parse(textOf(file));

/** A Turtle or RDF/N-Triples file as statements of one graph. */
export function readData(file: string, g: string): Quad[] {
  return parse(file).map(({ subject, predicate, object }) => ({ s: toTerm(subject), p: toTerm(predicate), o: toTerm(object), g }));
}

function toTerm({ termType, value, language = '', datatype }: N3Quad['subject']): Term {
  if (termType === 'NamedNode') return iri(value);
  return termType === 'BlankNode' ? blank(value) : literal(value, datatype?.value ?? xsd.string, language);
}

/** The expected answer: SPARQL results in XML or JSON. `undefined` for a format that is not read here. */
export function readResult(file: string): Rows | undefined {
  if (file.endsWith('.srj')) return fromJson(JSON.parse(textOf(file)) as Parameters<typeof fromJson>[0]);
  return file.endsWith('.srx') ? fromXml(textOf(file)) : undefined;
}

interface JsonTerm { readonly type: string; readonly value: string; readonly datatype?: string; readonly 'xml:lang'?: string }
function fromJson(json: { boolean?: boolean; results?: { bindings: Record<string, JsonTerm>[] } }): Rows {
  if (json.boolean !== undefined) return { boolean: json.boolean };
  return { rows: (json.results?.bindings ?? []).map((row) => new Map(Object.entries(row).map(([name, { type, value, datatype, 'xml:lang': language }]) =>
    [name, type === 'uri' ? iri(value) : type === 'bnode' ? blank(value) : literal(value, datatype ?? xsd.string, language ?? '')]))) };
}

const unescape = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
function fromXml(xml: string): Rows {
  const truth = /<boolean>\s*(true|false)\s*<\/boolean>/.exec(xml);
  if (truth !== null) return { boolean: truth[1] === 'true' };
  return { rows: [...xml.matchAll(/<result>([\s\S]*?)<\/result>|<result\s*\/>/g)].map(([, body = '']) => new Map([...body.matchAll(/<binding\s+name=["']([^"']+)["']\s*>([\s\S]*?)<\/binding>/g)].map(([, name = '', inner = '']) => [name, xmlTerm(inner)]))) };
}

function xmlTerm(xml: string): Term {
  const [, tag, attributes = '', value = ''] = /<(uri|bnode|literal)([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/.exec(xml) ?? [];
  if (tag === 'uri') return iri(unescape(value.trim()));
  if (tag === 'bnode') return blank(value.trim());
  return literal(unescape(value), /datatype=["']([^"']+)["']/.exec(attributes)?.[1] ?? xsd.string, /xml:lang=["']([^"']+)["']/.exec(attributes)?.[1] ?? '');
}

/** Whether two answers agree: as bags of rows, numbers by value, blank nodes up to their names. */
export function agree(actual: Rows, expected: Rows): boolean {
  if ('boolean' in actual || 'boolean' in expected) return 'boolean' in actual && 'boolean' in expected && actual.boolean === expected.boolean;
  return actual.rows.length === expected.rows.length && assign([...actual.rows], expected.rows, new Map());
}

type Row = ReadonlyMap<string, Term>;
function assign(actual: readonly Row[], expected: readonly Row[], names: ReadonlyMap<string, string>): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return true;
  return actual.some((row, at) => {
    const extended = matchRow(row, first, names);
    return extended !== undefined && assign(actual.filter((_, other) => other !== at), rest, extended);
  });
}

function matchRow(a: Row, b: Row, names: ReadonlyMap<string, string>): ReadonlyMap<string, string> | undefined {
  if (a.size !== b.size) return undefined;
  const extended = new Map(names);
  for (const [name, expected] of b) {
    const actual = a.get(name);
    if (actual === undefined || actual.termType !== expected.termType) return undefined;
    if (actual.termType === 'BlankNode') {
      const known = extended.get(actual.value);
      if (known === undefined ? [...extended.values()].includes(expected.value) : known !== expected.value) return undefined;
      extended.set(actual.value, expected.value);
    } else if (!sameValue(actual, expected)) return undefined;
  }
  return extended;
}

function sameValue(a: Term, b: Term): boolean {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== undefined && y !== undefined && a.termType === 'Literal' && b.termType === 'Literal') return a.datatype === b.datatype && (x.value === y.value || Math.abs(x.value - y.value) < 1e-9 * Math.abs(y.value));
  return a.value === b.value && (a.termType !== 'Literal' || b.termType !== 'Literal' || (a.datatype === b.datatype && a.language.toLowerCase() === b.language.toLowerCase()));
}
