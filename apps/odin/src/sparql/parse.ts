import { DomainError } from '@dataos/contracts-core';
import { SparqlReadOnly, SparqlSyntax, SparqlUnsupported } from '@dataos/contracts-odin';
import sparqljs from 'sparqljs';
import { isKnownFunction, isKnownOperator } from './functions.js';
import type { Query } from './syntax.js';

const deepest = 60;
const patterns = new Set(['bgp', 'group', 'optional', 'union', 'minus', 'graph', 'filter', 'bind', 'values', 'query']);
const aggregates = new Set(['count', 'sum', 'min', 'max', 'avg', 'sample', 'group_concat']);

/** Reads a query. Everything the evaluator does not understand is refused here, before a single statement is looked at. */
export function parseQuery(text: string, options: { prefixes: Record<string, string>; base: string }): Query {
  const parsed = read(text, options);
  if (parsed['type'] === 'update') throw new DomainError(SparqlReadOnly, 'The graph follows the platform\'s events; it cannot be updated by SPARQL.');
  if (parsed['queryType'] !== 'SELECT' && parsed['queryType'] !== 'ASK') throw unsupported(`${String(parsed['queryType'])} queries`);
  check(parsed, 0);
  return parsed as unknown as Query;
}

function read(text: string, { prefixes, base }: { prefixes: Record<string, string>; base: string }): Record<string, unknown> {
  try {
    return new sparqljs.Parser({ prefixes: { ...prefixes }, baseIRI: base }).parse(text) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof RangeError) throw unsupported('nesting this deep');
    const line = (error as { hash?: { line?: number } }).hash?.line;
    const message = error instanceof Error ? error.message : String(error);
    throw new DomainError(SparqlSyntax, message.slice(0, 1_000), line === undefined ? {} : { line: line + 1 });
  }
}

function check(node: unknown, depth: number): void {
  if (typeof node !== 'object' || node === null) return;
  if (depth > deepest) throw unsupported('nesting this deep');
  if (Array.isArray(node)) {
    for (const item of node) check(item, depth);
    return;
  }
  const { type, termType } = node as { type?: string; termType?: string };
  if (termType !== undefined) {
    if (termType === 'Quad') throw unsupported('quoted triples');
    return;
  }
  if (type !== undefined) checkNode(type, node as Record<string, unknown>);
  for (const value of Object.values(node)) check(value, depth + 1);
}

function checkNode(type: string, node: Record<string, unknown>): void {
  if (type === 'operation') {
    if (!isKnownOperator(String(node['operator']))) throw unsupported(`the operator ${String(node['operator'])}`);
  } else if (type === 'functionCall') {
    const name = typeof node['function'] === 'string' ? node['function'] : (node['function'] as { value: string }).value;
    if (!isKnownFunction(name)) throw unsupported(`the function <${name}>`);
  } else if (type === 'aggregate') {
    if (!aggregates.has(String(node['aggregation']))) throw unsupported(`the aggregate ${String(node['aggregation'])}`);
  } else if (type !== 'path' && !patterns.has(type)) throw unsupported(type.toUpperCase());
}

export const unsupported = (feature: string): DomainError =>
  new DomainError(SparqlUnsupported, `${feature.charAt(0).toUpperCase()}${feature.slice(1)} is not understood here, so the whole query is refused.`, { feature });
