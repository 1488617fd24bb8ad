import { DeadLetter, deadLetterRoutes, defineApi, defineRoute, ReplayResult, TooManyRequests } from '@dataos/contracts-core';
import { z } from 'zod';
import { EntityId, GraphEdge, GraphNode, GraphPath, Neighbourhood, NeighboursQuery, PathQuery } from './entity.js';
import { Affected, Impact, ImpactQuery } from './impact.js';
import { EntityNotFound, EntityNotUnderstood, NotAcceptable, SparqlReadOnly, SparqlSyntax, SparqlTooCostly, SparqlUnsupported } from './odin.problems.js';
import { SparqlBody, SparqlParameters, SparqlResults, SparqlTerm } from './sparql.js';

const base = '/odin/api/v1';
const contentType = 'application/sparql-results+json';
const entityProblems = [EntityNotFound, EntityNotUnderstood];
const queryProblems = [SparqlSyntax, SparqlUnsupported, SparqlReadOnly, SparqlTooCostly, NotAcceptable, TooManyRequests];

/** The knowledge graph's public face. */
export const odinApi = defineApi({
  service: 'odin', title: 'Odin', description: 'How it hangs together: the platform as an RDF graph; neighbourhood, impact, paths and SPARQL.',
  tags: { graph: 'Things and what connects them', sparql: 'Free questions to the graph' },
  schemas: {
    Affected, GraphEdge, GraphNode, GraphPath, Impact, Neighbourhood, SparqlResults, SparqlTerm, DeadLetter, ReplayResult,
  },
  routes: {
    neighbours: defineRoute({
      method: 'GET', path: `${base}/entities/:id/neighbours`, summary: 'What is around a thing', tags: ['graph'],
      description: 'The id is url-encoded: an address, `address#column`, a resource id, `users:id:<user>`, `tag:<tag>` or an IRI.',
      params: z.object({ id: EntityId }), query: NeighboursQuery, response: Neighbourhood, problems: entityProblems,
    }),
    impact: defineRoute({
      method: 'GET', path: `${base}/impact`, summary: 'What feels a change of a dataset or column', tags: ['graph'],
      query: ImpactQuery, response: Impact, problems: entityProblems,
    }),
    path: defineRoute({
      method: 'GET', path: `${base}/path`, summary: 'The shortest connection of two things', tags: ['graph'],
      query: PathQuery, response: GraphPath, problems: entityProblems,
    }),
    sparql: defineRoute({
      method: 'GET', path: '/odin/sparql', summary: 'Ask the graph by SPARQL 1.1 (SELECT, ASK)', tags: ['sparql'],
      description: 'The prefixes rdf, rdfs, owl, xsd, skos, dct, dcat, prov, csvw, foaf, dprod and dos are known without being declared.',
      query: SparqlParameters, response: SparqlResults, contentType, problems: queryProblems,
    }),
    postSparql: defineRoute({
      method: 'POST', path: '/odin/sparql', summary: 'Ask the graph by SPARQL 1.1, the query in the body', tags: ['sparql'],
      consumes: ['application/sparql-query', 'application/x-www-form-urlencoded', 'application/sparql-update'],
      query: z.looseObject({}), body: SparqlBody, response: SparqlResults, contentType, problems: queryProblems,
    }),
    ...deadLetterRoutes('odin'),
  },
});
