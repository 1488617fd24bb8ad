import type { EventOf } from '@dataos/contracts-core';
import type { AssetChanged, AssetCreated, LineageRecorded } from '@dataos/contracts-metis';
import type { Iris } from './iris.js';
import type { Projection } from './project.js';
import { Statements } from './statements.js';
import { type Iri, iri, xsd } from './term.js';
import { CSVW, DCAT, DCT, DPROD, PROV, RDFS_LABEL, SKOS } from './vocabulary.js';

type Asset = EventOf<typeof AssetCreated>['data'] | EventOf<typeof AssetChanged>['data'];

/** An asset of the catalog with its columns and tags. */
export function projectAsset(iris: Iris, asset: Asset): Projection[] {
  const s = iris.of(asset.id) ?? iri(`${iris.base}id/asset/${encodeURIComponent(asset.id)}`);
  const out = new Statements(iris, 'catalog');
  out.types(s, ...classesOf(iris, asset.kind));
  out.text(s, DCT.identifier, asset.id).text(s, DCT.title, asset.name).text(s, RDFS_LABEL, asset.name).text(s, DCT.description, asset.description);
  out.link(s, DCT.creator, asset.owner === undefined ? undefined : iris.user(asset.owner));
  tag(out, iris, s, asset.tags);
  containment(out, iris, s, asset);
  if (asset.columns.length > 0) columns(out, iris, s, asset);
  if (isDataset(asset.kind)) distribution(out, iris, s, asset.id);
  if (asset.kind === 'product') product(out.in('products'), iris, s, asset);
  return [{ source: `asset:${asset.id}`, quads: out.quads }];
}

const isDataset = (kind: Asset['kind']): boolean => ['dataset', 'table', 'view', 'file', 'topic'].includes(kind);

function classesOf(iris: Iris, kind: Asset['kind']): Iri[] {
  switch (kind) {
    case 'depot': return [iris.dos('Depot'), DCAT.Catalog];
    case 'collection': return [iris.dos('Collection'), DCAT.Catalog];
    case 'table': case 'view': return [DCAT.Dataset, CSVW.Table, PROV.Entity];
    case 'file': return [DCAT.Dataset, iris.dos('Container'), PROV.Entity];
    case 'topic': return [DCAT.Dataset, iris.dos('Topic'), PROV.Entity];
    case 'dataset': return [DCAT.Dataset, PROV.Entity];
    case 'product': return [DPROD.DataProduct];
    case 'resource': return [iris.dos('Resource')];
  }
}

function tag(out: Statements, iris: Iris, s: Iri, tags: readonly string[]): void {
  for (const text of tags) {
    const concept = iris.concept(text);
    out.link(s, DCAT.theme, concept).types(concept, SKOS.Concept).text(concept, SKOS.prefLabel, text).text(concept, RDFS_LABEL, text);
    out.link(concept, SKOS.inScheme, iris.scheme(text));
  }
}

function containment(out: Statements, iris: Iris, s: Iri, asset: Asset): void {
  const parent = asset.parent === undefined ? undefined : iris.of(asset.parent);
  if (parent === undefined) return;
  out.link(s, DCT.isPartOf, parent).link(parent, isDataset(asset.kind) ? DCAT.dataset : DCAT.catalog, s);
}

function columns(out: Statements, iris: Iris, s: Iri, asset: Asset): void {
  const schema = iris.partOf('schema', s);
  out.link(s, CSVW.tableSchema, schema).types(schema, CSVW.Schema);
  for (const column of asset.columns) {
    const c = iris.of(`${asset.id}#${column.name}`);
    if (c === undefined) continue;
    out.link(s, iris.dos('hasColumn'), c).link(schema, CSVW.column, c).types(c, CSVW.Column, PROV.Entity);
    out.text(c, DCT.identifier, `${asset.id}#${column.name}`).text(c, CSVW.name, column.name).text(c, RDFS_LABEL, column.name);
    out.text(c, CSVW.datatype, column.type).text(c, DCT.description, column.description);
    out.value(c, CSVW.required, !column.nullable, xsd.boolean).value(c, iris.dos('ordinal'), column.ordinal, xsd.integer);
    tag(out, iris, c, column.tags);
  }
}

function distribution(out: Statements, iris: Iris, s: Iri, address: string): void {
  const d = iris.partOf('distribution', s);
  out.text(s, iris.dos('udl'), address).link(s, DCAT.distribution, d).types(d, DCAT.Distribution).text(d, DCAT.accessURL, address);
  out.link(d, DPROD.isDistributionOf, s);
}

/** Ports are named by their dataset, so products that share data share a port. */
function product(out: Statements, iris: Iris, s: Iri, asset: Asset): void {
  out.link(s, DPROD.dataProductOwner, asset.owner === undefined ? undefined : iris.user(asset.owner));
  const ports = [[asset.inputs, DPROD.inputPort, iris.dos('hasInput')], [asset.outputs, DPROD.outputPort, iris.dos('hasOutput')]] as const;
  for (const [addresses, relation, shortcut] of ports) {
    for (const dataset of (addresses ?? []).map((address) => iris.of(address))) {
      if (dataset === undefined || !iris.isData(dataset.value)) continue;
      const port = iris.partOf('port', dataset);
      const d = iris.partOf('distribution', dataset);
      out.link(s, relation, port).link(s, shortcut, dataset).types(port, DCAT.DataService).link(port, DPROD.isAccessServiceOf, d).link(d, DPROD.isDistributionOf, dataset);
    }
  }
}

/**
 * Derivations, one source per edge and job, so that the next run of the job replaces what this one said. Columns have a source
 * of their own: a run that knows none leaves those known before.
 */
export function projectLineage(iris: Iris, { edges, columns: pairs, job }: EventOf<typeof LineageRecorded>['data']): Projection[] {
  return edges.flatMap(({ from, to }) => {
    const key = JSON.stringify([job ?? '', from, to]);
    const tables = derivation(iris, [{ from, to }]);
    const own = pairs.filter((pair) => pair.from.startsWith(`${from}#`) && pair.to.startsWith(`${to}#`));
    const coarse = { source: `lineage:${key}`, quads: tables };
    return own.length === 0 ? [coarse] : [coarse, { source: `lineage-columns:${key}`, quads: derivation(iris, own) }];
  });
}

function derivation(iris: Iris, pairs: readonly { from: string; to: string }[]): Projection['quads'] {
  const out = new Statements(iris, 'lineage');
  for (const { from, to } of pairs) {
    const source = iris.of(from);
    const target = iris.of(to);
    if (source !== undefined && target !== undefined) out.link(target, PROV.wasDerivedFrom, source);
  }
  return out.quads;
}
