export { EntityId, GraphEdge, GraphNode, GraphPath, Neighbourhood, NeighboursQuery, PathQuery, Relations } from './entity.js';
export { Affected, Impact, ImpactQuery } from './impact.js';
export { odinApi } from './odin.api.js';
export {
  EntityNotFound, EntityNotUnderstood, NotAcceptable, SparqlReadOnly, SparqlSyntax, SparqlTooCostly, SparqlUnsupported,
} from './odin.problems.js';
export { MAX_QUERY_LENGTH, SparqlBody, SparqlParameters, SparqlResults, SparqlTerm } from './sparql.js';
