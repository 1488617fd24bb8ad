import { iri, type Iri } from './term.js';

/** Namespaces of the standard vocabularies the graph speaks. */
export const NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#', owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#', skos: 'http://www.w3.org/2004/02/skos/core#', dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#', prov: 'http://www.w3.org/ns/prov#', csvw: 'http://www.w3.org/ns/csvw#',
  foaf: 'http://xmlns.com/foaf/0.1/', dprod: 'https://www.omg.org/spec/DPROD/',
} as const;

type Prefix = keyof typeof NAMESPACES;
const term = (prefix: Prefix, name: string): Iri => iri(`${NAMESPACES[prefix]}${name}`);

export const RDF_TYPE = term('rdf', 'type');
export const RDFS_LABEL = term('rdfs', 'label');
export const SKOS = { Concept: term('skos', 'Concept'), prefLabel: term('skos', 'prefLabel'), inScheme: term('skos', 'inScheme') };
export const DCT = {
  identifier: term('dct', 'identifier'), title: term('dct', 'title'), description: term('dct', 'description'), creator: term('dct', 'creator'),
  isPartOf: term('dct', 'isPartOf'),
};
export const DCAT = {
  Catalog: term('dcat', 'Catalog'), Dataset: term('dcat', 'Dataset'), DataService: term('dcat', 'DataService'), Distribution: term('dcat', 'Distribution'),
  catalog: term('dcat', 'catalog'), dataset: term('dcat', 'dataset'), distribution: term('dcat', 'distribution'), accessURL: term('dcat', 'accessURL'),
  theme: term('dcat', 'theme'), keyword: term('dcat', 'keyword'),
};
export const PROV = {
  Entity: term('prov', 'Entity'), Activity: term('prov', 'Activity'), Plan: term('prov', 'Plan'), Person: term('prov', 'Person'), SoftwareAgent: term('prov', 'SoftwareAgent'),
  wasDerivedFrom: term('prov', 'wasDerivedFrom'), used: term('prov', 'used'), generated: term('prov', 'generated'),
  startedAtTime: term('prov', 'startedAtTime'), endedAtTime: term('prov', 'endedAtTime'), wasAssociatedWith: term('prov', 'wasAssociatedWith'),
  qualifiedAssociation: term('prov', 'qualifiedAssociation'), hadPlan: term('prov', 'hadPlan'), agent: term('prov', 'agent'), Association: term('prov', 'Association'),
};
export const CSVW = {
  Table: term('csvw', 'Table'), Column: term('csvw', 'Column'), Schema: term('csvw', 'Schema'), tableSchema: term('csvw', 'tableSchema'), column: term('csvw', 'column'),
  name: term('csvw', 'name'), datatype: term('csvw', 'datatype'), required: term('csvw', 'required'),
};
export const FOAF = { Person: term('foaf', 'Person'), mbox: term('foaf', 'mbox'), name: term('foaf', 'name') };
export const DPROD = {
  DataProduct: term('dprod', 'DataProduct'), dataProductOwner: term('dprod', 'dataProductOwner'), inputPort: term('dprod', 'inputPort'), outputPort: term('dprod', 'outputPort'),
  isAccessServiceOf: term('dprod', 'isAccessServiceOf'), isDistributionOf: term('dprod', 'isDistributionOf'),
};
