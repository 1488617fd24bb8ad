import { iri, type Iri } from './term.js';
import { NAMESPACES } from './vocabulary.js';

/** Graphs by content. `people` and `usage` hold what is about persons; who may not read a graph has it missing from every answer. */
export const GRAPHS = ['catalog', 'desired', 'observed', 'lineage', 'products', 'people', 'usage'] as const;
export type GraphName = (typeof GRAPHS)[number];

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());
const column = /^(dataos:\/\/[^#]+)#(.+)$/s;
const address = /^dataos:\/\/([^:/?#]+)(?::([^/?#]+)(?:\/([^?#]+))?)?\/?(?:\?[^#]*)?$/;
const resource = /^([a-z][\w-]*):([A-Za-z0-9]+):([^:/\s]+)(?::([^:/\s]+))?$/;

/** How things of the platform are named in the graph, and back. Everything hangs below one base, such as `https://host/odin/`. */
export class Iris {
  /** The platform's own vocabulary, prefix `dos`. */
  readonly ns: string;

  constructor(readonly base: string) {
    this.ns = `${base}ns#`;
  }

  dos(name: string): Iri {
    return iri(`${this.ns}${name}`);
  }

  graph(name: GraphName): string {
    return `${this.base}g/${name}`;
  }

  user(id: string): Iri {
    return this.id('user', id);
  }

  /** A tag `Scheme.Term` as a concept of its scheme. */
  concept(tag: string): Iri {
    const [scheme = '', ...rest] = tag.split('.');
    return rest.length === 0 ? this.id('concept', '_', scheme) : this.id('concept', scheme, rest.join('.'));
  }

  scheme(tag: string): Iri {
    const [scheme = '', ...rest] = tag.split('.');
    return this.id('scheme', rest.length === 0 ? '_' : scheme);
  }

  principalTag(tag: string): Iri {
    return this.id('tag', tag);
  }

  workspace(name: string): Iri {
    return this.id('workspace', name);
  }

  activity(kind: 'run' | 'query', ...parts: string[]): Iri {
    return this.id('activity', kind, ...parts);
  }

  /** A part of a dataset that has no name of its own: its schema, its distribution, the port products reach it by. */
  partOf(part: 'schema' | 'distribution' | 'port', dataset: Iri): Iri {
    return iri(`${this.base}id/${part}/${dataset.value.slice(`${this.base}id/data/`.length)}`);
  }

  /** The IRI of an address, column, resource id, `users:id:…`, `tag:…` or IRI; `undefined` for anything else. */
  of(id: string): Iri | undefined {
    if (/^https?:\/\//.test(id)) return iri(id);
    if (id.startsWith('users:id:') && id.length > 9) return this.user(id.slice(9));
    if (id.startsWith('tag:') && id.length > 4) return this.concept(id.slice(4));
    const [, of, name] = column.exec(id) ?? [];
    if (of !== undefined && name !== undefined) {
      const dataset = this.data(of);
      return dataset === undefined ? undefined : iri(`${dataset.value}#${encode(name)}`);
    }
    return this.data(id) ?? this.resource(id);
  }

  /** The name other services know an IRI by; the IRI itself where there is none. */
  idOf(value: string): string {
    if (!value.startsWith(`${this.base}id/`)) return value;
    const [path = '', fragment] = value.slice(this.base.length + 3).split('#');
    const [kind, ...parts] = path.split('/').map(decode);
    const [a = '', b, c, d = ''] = parts;
    if (kind === 'data') return `dataos://${a}${b === undefined ? '' : `:${b}`}${c === undefined ? '' : `/${c}`}${fragment === undefined ? '' : `#${decode(fragment)}`}`;
    if (kind === 'resource' && fragment === undefined) return [a, b, d, ...(c === '_' ? [] : [c])].join(':');
    if (kind === 'user') return `users:id:${a}`;
    if (kind === 'concept') return `tag:${a === '_' ? b : `${a}.${b}`}`;
    return value;
  }

  /** The dataset a column belongs to. */
  datasetOf(columnIri: string): string {
    return columnIri.split('#', 1)[0] ?? columnIri;
  }

  isColumn(value: string): boolean {
    return value.startsWith(`${this.base}id/data/`) && value.includes('#');
  }

  isData(value: string): boolean {
    return value.startsWith(`${this.base}id/data/`);
  }

  isResource(value: string): boolean {
    return value.startsWith(`${this.base}id/resource/`);
  }

  /** `prov:used` for an IRI of a known vocabulary; the whole IRI otherwise. */
  compact(value: string): string {
    for (const [prefix, namespace] of [['dos', this.ns], ...Object.entries(NAMESPACES)] as [string, string][]) {
      if (value.startsWith(namespace)) return `${prefix}:${value.slice(namespace.length)}`;
    }
    return value;
  }

  /** Prefixes every query may use without declaring them. */
  prefixes(): Record<string, string> {
    return { ...NAMESPACES, dos: this.ns };
  }

  private data(text: string): Iri | undefined {
    const [, depot, collection, dataset] = address.exec(text) ?? [];
    return depot === undefined ? undefined : this.id('data', depot, ...(collection === undefined ? [] : [collection]), ...(dataset === undefined ? [] : [dataset]));
  }

  private resource(text: string): Iri | undefined {
    const [, type, version, name, workspace] = resource.exec(text) ?? [];
    return type === undefined || version === undefined || name === undefined ? undefined : this.id('resource', type, version, workspace ?? '_', name);
  }

  private id(...parts: string[]): Iri {
    return iri(`${this.base}id/${parts.map(encode).join('/')}`);
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
