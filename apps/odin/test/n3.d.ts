/** The part of n3 (which ships no types) that tests use. */
declare module 'n3' {
  interface N3Term { readonly termType: string; readonly value: string; readonly language?: string; readonly datatype?: { readonly value: string } }
  export interface N3Quad { readonly subject: N3Term; readonly predicate: N3Term; readonly object: N3Term }
  export class Parser {
    constructor(options?: { baseIRI?: string; blankNodePrefix?: string });
    parse(text: string): N3Quad[];
  }
  const n3: { Parser: typeof Parser };
  export default n3;
}
