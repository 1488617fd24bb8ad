import type { GraphNode } from '@dataos/contracts-odin';
import type { Iris } from '../graph/iris.js';
import { iri, type Term } from '../graph/term.js';
import { RDF_TYPE, RDFS_LABEL } from '../graph/vocabulary.js';
import type { StatementSource } from '../sparql/source.js';

/** Nodes as answers show them, by IRI; names and classes of all are read in one go. */
export async function describeNodes(iris: Iris, source: StatementSource, values: readonly string[]): Promise<Map<string, GraphNode>> {
  const facts = values.length === 0 ? [] : await source.match({ s: values.map(iri), p: [RDF_TYPE, RDFS_LABEL] });
  const by = Map.groupBy(facts, ({ s }) => s.value);
  return new Map([...new Set(values)].map((value) => {
    const known = by.get(value) ?? [];
    const id = iris.idOf(value);
    const label = known.find(({ p }) => p.value === RDFS_LABEL.value)?.o.value;
    const types = known.filter(({ p }) => p.value === RDF_TYPE.value).map(({ o }) => localName(o.value));
    return [value, { id, iri: value, label: label ?? id.split(/[/#:.]/).findLast((part) => part !== '') ?? id, types: [...new Set(types)].sort() }];
  }));
}

const localName = (value: string): string => value.split(/[/#]/).at(-1) ?? value;

/** Whether the graph says anything of or about a node. */
export async function isKnown(source: StatementSource, node: Term): Promise<boolean> {
  return (await source.match({ s: [node] })).length > 0 || (await source.match({ o: [node] })).length > 0;
}

/** Whether a relation, asked for by prefix, local name or IRI, is the one with `value`. */
export const isRelation = (iris: Iris, asked: readonly string[] | undefined, value: string): boolean =>
  asked === undefined || asked.some((name) => name === value || name === iris.compact(value) || name === localName(value));
