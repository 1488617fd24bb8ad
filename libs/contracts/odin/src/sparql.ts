import { z } from 'zod';

/** Longest query text. */
export const MAX_QUERY_LENGTH = 100_000;

const one = z.string().max(2_000);
const GraphIris = z.union([one, z.array(one).max(50)]).optional();

/** The parameters of the SPARQL 1.1 protocol, in the URL or in a form. */
export const SparqlParameters = z.looseObject({
  query: z.string().min(1).max(MAX_QUERY_LENGTH),
  'default-graph-uri': GraphIris,
  'named-graph-uri': GraphIris,
});
export type SparqlParameters = z.output<typeof SparqlParameters>;

/** The query as text (`application/sparql-query`), or a form. */
export const SparqlBody = z.union([z.string().min(1).max(MAX_QUERY_LENGTH * 3), z.looseObject({ query: z.string().optional(), update: z.string().optional() })]);

export const SparqlTerm = z.looseObject({
  type: z.enum(['uri', 'literal', 'bnode']),
  value: z.string(),
  datatype: z.string().optional(),
  'xml:lang': z.string().optional(),
});
export type SparqlTerm = z.infer<typeof SparqlTerm>;

/** SPARQL 1.1 Query Results JSON: rows of a SELECT, or the truth of an ASK. */
export const SparqlResults = z.looseObject({
  head: z.looseObject({ vars: z.array(z.string()).optional() }),
  results: z.looseObject({ bindings: z.array(z.record(z.string(), SparqlTerm)) }).optional(),
  boolean: z.boolean().optional(),
}).refine((answer) => (answer.results === undefined) !== (answer.boolean === undefined), 'must be rows or a boolean');
export type SparqlResults = z.infer<typeof SparqlResults>;
