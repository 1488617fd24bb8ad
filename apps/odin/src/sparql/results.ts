import { DomainError } from '@dataos/contracts-core';
import { NotAcceptable, type SparqlResults, type SparqlTerm } from '@dataos/contracts-odin';
import { type Term, xsd } from '../graph/term.js';
import type { Answer } from './evaluate-query.js';

export type ResultFormat = 'json' | 'csv' | 'tsv';
export const MEDIA_TYPES: Record<ResultFormat, string> = {
  json: 'application/sparql-results+json', csv: 'text/csv; charset=utf-8', tsv: 'text/tab-separated-values; charset=utf-8',
};
const names: Record<string, ResultFormat> = {
  '*/*': 'json', 'application/*': 'json', 'application/sparql-results+json': 'json', 'application/json': 'json', 'text/csv': 'csv', 'text/*': 'csv', 'text/tab-separated-values': 'tsv',
};

/** The best of the formats a request accepts; JSON when it does not say. */
export function formatOf(accept: string | undefined): ResultFormat {
  if (accept === undefined || accept.trim() === '') return 'json';
  const wanted = accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.trim().split(/\s*;\s*/);
    return { type: type.toLowerCase(), q: Number(parameters.find((text) => text.startsWith('q='))?.slice(2) ?? 1) };
  });
  const known = wanted.filter(({ type, q }) => Object.hasOwn(names, type) && q > 0).sort((a, b) => b.q - a.q)[0];
  const format = known === undefined ? undefined : names[known.type];
  if (format === undefined) throw new DomainError(NotAcceptable, `Results are available as ${Object.values(MEDIA_TYPES).join(' or ')}.`, { available: Object.values(MEDIA_TYPES) });
  return format;
}

/** SPARQL 1.1 Query Results JSON. Blank nodes get labels of this answer. */
export function toJson(answer: Answer): SparqlResults {
  if (answer.kind === 'truth') return { head: {}, boolean: answer.value };
  const labels = new Map<string, string>();
  const bindings = answer.rows.map((row) => Object.fromEntries([...row].map(([name, term]) => [name, toSparqlTerm(term, labels)])));
  return { head: { vars: answer.variables }, results: { bindings } };
}

function toSparqlTerm(term: Term, labels: Map<string, string>): SparqlTerm {
  if (term.termType === 'NamedNode') return { type: 'uri', value: term.value };
  if (term.termType === 'BlankNode') return { type: 'bnode', value: labelOf(term.value, labels) };
  if (term.language !== '') return { type: 'literal', value: term.value, 'xml:lang': term.language };
  return { type: 'literal', value: term.value, ...(term.datatype === xsd.string ? {} : { datatype: term.datatype }) };
}

function labelOf(blank: string, labels: Map<string, string>): string {
  const label = labels.get(blank) ?? `b${labels.size}`;
  labels.set(blank, label);
  return label;
}

/** CSV (plain values) or TSV (terms as Turtle writes them) of SPARQL 1.1; only rows have these forms. */
export function toText(answer: Answer, format: 'csv' | 'tsv'): string {
  if (answer.kind === 'truth') throw new DomainError(NotAcceptable, 'The answer of ASK is available as JSON only.', { available: [MEDIA_TYPES.json] });
  const labels = new Map<string, string>();
  const cell = format === 'csv' ? csvCell : tsvCell;
  const separator = format === 'csv' ? ',' : '\t';
  const end = format === 'csv' ? '\r\n' : '\n';
  const head = answer.variables.map((name) => (format === 'csv' ? name : `?${name}`)).join(separator);
  return [head, ...answer.rows.map((row) => answer.variables.map((name) => cell(row.get(name), labels)).join(separator))].join(end) + end;
}

function csvCell(term: Term | undefined, labels: Map<string, string>): string {
  if (term === undefined) return '';
  const text = term.termType === 'BlankNode' ? `_:${labelOf(term.value, labels)}` : term.value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function tsvCell(term: Term | undefined, labels: Map<string, string>): string {
  if (term === undefined) return '';
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  if (term.termType === 'BlankNode') return `_:${labelOf(term.value, labels)}`;
  const text = `"${term.value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`;
  if (term.language !== '') return `${text}@${term.language}`;
  return term.datatype === xsd.string ? text : `${text}^^<${term.datatype}>`;
}
