import { keyOf, type Quad, type Term } from '../src/graph/term.js';
import type { Match, Statement, StatementSource } from '../src/sparql/source.js';

/** A list of quads as a source: obviously right, to compare others with. The default graph is the one without a name. */
export function memorySource(quads: readonly Quad[], merged = false): StatementSource {
  const allows = (terms: readonly Term[] | undefined, term: Term): boolean => terms === undefined || terms.some((one) => keyOf(one) === keyOf(term));
  return {
    match: async ({ s, p, o }: Match, graph) => {
      const hits = quads.filter((quad) => (graph === undefined ? merged || quad.g === '' : quad.g === graph) && allows(s, quad.s) && allows(p, quad.p) && allows(o, quad.o));
      return [...new Map(hits.map((quad): [string, Statement] => [[quad.s, quad.p, quad.o].map(keyOf).join('\n'), quad])).values()];
    },
    graphs: () => [...new Set(quads.map(({ g }) => g).filter((g) => g !== ''))],
  };
}
