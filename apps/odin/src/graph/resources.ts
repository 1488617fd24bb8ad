import type { EventOf } from '@dataos/contracts-core';
import type { DepotRegistered } from '@dataos/contracts-depot';
import type { ResourceChanged, RunFinished, RunStarted } from '@dataos/contracts-poros';
import type { Iris } from './iris.js';
import type { Projection } from './project.js';
import { Statements } from './statements.js';
import { iri, type Iri, xsd } from './term.js';
import { DCAT, DCT, PROV, RDFS_LABEL } from './vocabulary.js';

type Resource = EventOf<typeof ResourceChanged>['data'];
type Run = EventOf<typeof RunStarted>['data'] & Partial<EventOf<typeof RunFinished>['data']>;

const other = (iris: Iris, id: string): Iri => iris.of(id) ?? iri(`${iris.base}id/resource/${encodeURIComponent(id)}`);
const className = (type: string): string => type.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');

/** A declared resource: what the manifest says (graph `desired`) beside what became of it (graph `observed`). */
export function projectResource(iris: Iris, resource: Resource): Projection[] {
  const s = other(iris, resource.id);
  const out = new Statements(iris, 'desired');
  out.types(s, iris.dos('Resource'), iris.dos(className(resource.type)), ...(resource.type === 'workflow' ? [PROV.Plan] : resource.type === 'cluster' ? [DCAT.DataService, PROV.SoftwareAgent] : []));
  out.text(s, DCT.identifier, resource.id).text(s, DCT.title, resource.name).text(s, RDFS_LABEL, resource.name).text(s, DCT.description, resource.description);
  out.text(s, DCAT.keyword, ...resource.tags).link(s, DCT.creator, iris.user(resource.owner)).text(s, iris.dos('layer'), resource.layer);
  out.text(s, iris.dos('version'), resource.version).text(s, iris.dos('resourceType'), resource.type).value(s, iris.dos('generation'), resource.generation, xsd.integer);
  if (resource.workspace !== undefined) {
    const workspace = iris.workspace(resource.workspace);
    out.link(s, DCT.isPartOf, workspace).types(workspace, iris.dos('Workspace')).text(workspace, RDFS_LABEL, resource.workspace);
  }
  if (resource.bundle !== undefined) out.link(s, DCT.isPartOf, other(iris, resource.bundle));
  references(out, iris, s, resource);
  out.in('observed').text(s, iris.dos('state'), resource.status.aggregateStatus).text(s, iris.dos('runtimeState'), resource.status.runtime);
  return [{ source: `resource:${resource.id}`, quads: out.quads }];
}

/** Data a manifest names is used; a cluster mounts its depots; anything else it names it depends on. */
function references(out: Statements, iris: Iris, s: Iri, resource: Resource): void {
  if (resource.type === 'depot') out.link(s, iris.dos('declares'), iris.of(`dataos://${resource.name}`));
  for (const reference of resource.references) {
    const target = iris.of(reference);
    if (target === undefined) continue;
    if (!iris.isData(target.value)) out.link(s, iris.dos('dependsOn'), target);
    else if (resource.type === 'cluster') out.link(s, iris.dos('mounts'), target);
    else out.link(s, iris.dos('usesData'), target);
  }
}

/** A run, or one job of it, as an activity. */
export function projectRun(iris: Iris, run: Run): Projection[] {
  const s = iris.activity('run', run.run, ...(run.job === undefined ? [] : [run.job]));
  const out = new Statements(iris, 'observed');
  const plan = other(iris, run.resource);
  const association = iri(`${s.value}#association`);
  const agent = iris.user(run.runAs);
  out.types(s, PROV.Activity, iris.dos('Run')).text(s, RDFS_LABEL, run.job ?? run.run);
  out.time(s, PROV.startedAtTime, run.startedAt).time(s, PROV.endedAtTime, run.finishedAt).text(s, iris.dos('outcome'), run.phase ?? 'running');
  out.text(s, iris.dos('reason'), run.reason).text(s, iris.dos('usesStack'), run.stack);
  out.link(s, PROV.wasAssociatedWith, agent).link(s, iris.dos('hasPlan'), plan);
  out.link(s, PROV.qualifiedAssociation, association).types(association, PROV.Association).link(association, PROV.hadPlan, plan).link(association, PROV.agent, agent);
  if (run.job !== undefined) out.link(s, DCT.isPartOf, iris.activity('run', run.run));
  out.in('lineage').link(s, PROV.used, ...(run.inputs ?? []).map((id) => iris.of(id))).link(s, PROV.generated, ...(run.outputs ?? []).map((id) => iris.of(id)));
  return [{ source: `run:${run.run}/${run.job ?? ''}`, quads: out.quads }];
}

/** A depot as the depot service declares it. */
export function projectDepot(iris: Iris, depot: EventOf<typeof DepotRegistered>['data']): Projection[] {
  const address = `dataos://${depot.name}`;
  const s = other(iris, address);
  const out = new Statements(iris, 'catalog');
  out.types(s, iris.dos('Depot'), DCAT.Catalog).text(s, DCT.identifier, address).text(s, DCT.title, depot.name).text(s, RDFS_LABEL, depot.name);
  out.text(s, DCT.description, depot.description).text(s, iris.dos('depotType'), depot.type).text(s, iris.dos('udl'), address).text(s, iris.dos('metadataSource'), depot.source);
  out.link(s, DCT.creator, ...depot.owners.map((owner) => iris.user(owner)));
  return [{ source: `depot:${depot.name}`, quads: out.quads }];
}
