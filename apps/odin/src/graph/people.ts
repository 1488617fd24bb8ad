import type { EventOf } from '@dataos/contracts-core';
import type { UserChanged } from '@dataos/contracts-heimdall';
import type { QueryFinished } from '@dataos/contracts-minerva';
import type { Iris } from './iris.js';
import type { Projection } from './project.js';
import { Statements } from './statements.js';
import { xsd } from './term.js';
import { DCT, FOAF, PROV, RDFS_LABEL, SKOS } from './vocabulary.js';

/** A user. That it exists, and of which kind, is metadata; name, address and tags are about the person (graph `people`). */
export function projectUser(iris: Iris, user: EventOf<typeof UserChanged>['data']): Projection[] {
  const source = `user:${user.id}`;
  if (user.change === 'deleted') return [{ source, quads: [] }];
  const s = iris.user(user.id);
  const out = new Statements(iris, 'catalog');
  out.types(s, ...(user.type === 'application' ? [PROV.SoftwareAgent] : [FOAF.Person, PROV.Person]));
  out.text(s, DCT.identifier, `users:id:${user.id}`).text(s, RDFS_LABEL, user.id);
  out.in('people').text(s, FOAF.name, user.name).text(s, FOAF.mbox, user.email);
  for (const tag of user.tags ?? []) {
    const concept = iris.principalTag(tag);
    out.link(s, iris.dos('hasTag'), concept).types(concept, iris.dos('PrincipalTag'), SKOS.Concept).text(concept, SKOS.prefLabel, tag);
  }
  return [{ source, quads: out.quads }];
}

/** A query somebody ran: who read and wrote what is nobody's business but the operators' (graph `usage`). The text is not part of it. */
export function projectQuery(iris: Iris, query: EventOf<typeof QueryFinished>['data']): Projection[] {
  const s = iris.activity('query', query.id);
  const out = new Statements(iris, 'usage');
  out.types(s, PROV.Activity, iris.dos('QueryExecution')).text(s, DCT.identifier, query.id).text(s, iris.dos('outcome'), query.state);
  out.link(s, PROV.wasAssociatedWith, iris.user(query.user)).text(s, iris.dos('ranOn'), query.cluster).text(s, iris.dos('decision'), query.decision);
  out.value(s, iris.dos('rows'), query.rows, xsd.integer).value(s, iris.dos('elapsedMs'), query.elapsedMs, xsd.integer);
  for (const { address, columns } of query.tables) {
    out.link(s, PROV.used, iris.of(address), ...columns.map((column) => iris.of(`${address}#${column}`)));
  }
  // What a statement was to write it names also where it was refused; only what it wrote is a fact.
  for (const { address, columns } of query.state === 'FINISHED' ? (query.writes ?? []) : []) {
    out.link(s, iris.dos('wrote'), iris.of(address), ...columns.map((column) => iris.of(`${address}#${column}`)));
  }
  return [{ source: `query:${query.id}`, quads: out.quads }];
}
