/** The part of sparqljs (which ships no types) that is used; what it answers is described in `syntax.ts`. */
declare module 'sparqljs' {
  export class Parser {
    constructor(options?: { prefixes?: Record<string, string>; baseIRI?: string; sparqlStar?: boolean });
    parse(query: string): unknown;
  }
  const sparqljs: { Parser: typeof Parser };
  export default sparqljs;
}
