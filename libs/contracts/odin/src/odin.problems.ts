import { defineProblem } from '@dataos/contracts-core';
import { z } from 'zod';

export const EntityNotFound = defineProblem('entity-not-found', { status: 404, title: 'The graph does not know this', extra: z.object({ id: z.string() }) });
export const EntityNotUnderstood = defineProblem('entity-not-understood', { status: 400, title: 'This names nothing of the graph', extra: z.object({ id: z.string() }) });
export const SparqlSyntax = defineProblem('sparql-syntax', {
  status: 400, title: 'The text is not a SPARQL query', extra: z.object({ line: z.number().int().optional() }),
});
/** What is not understood is refused, never answered by half. */
export const SparqlUnsupported = defineProblem('sparql-unsupported', {
  status: 400, title: 'This part of SPARQL is not understood here', extra: z.object({ feature: z.string() }),
});
export const SparqlReadOnly = defineProblem('sparql-read-only', { status: 400, title: 'The graph can only be read' });
export const SparqlTooCostly = defineProblem('sparql-too-costly', {
  status: 413, title: 'The query needs more than is allowed', extra: z.object({ limit: z.string() }),
});
export const NotAcceptable = defineProblem('not-acceptable', { status: 406, title: 'None of the asked result formats is available', extra: z.object({ available: z.array(z.string()) }) });
