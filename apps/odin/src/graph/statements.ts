import { iri, type Iri, literal, type Quad, type Term, xsd } from './term.js';
import type { GraphName, Iris } from './iris.js';
import { RDF_TYPE } from './vocabulary.js';

/** Collects statements about one subject after the other in one named graph; what has no value is left out. */
export class Statements {
  readonly quads: Quad[] = [];

  constructor(private readonly iris: Iris, private graph: GraphName) {}

  /** From here on the statements are in another graph. */
  in(graph: GraphName): this {
    this.graph = graph;
    return this;
  }

  types(s: Iri, ...types: Iri[]): this {
    for (const type of types) this.add(s, RDF_TYPE, type);
    return this;
  }

  link(s: Iri, p: Iri, ...objects: (Iri | undefined)[]): this {
    for (const o of objects) if (o !== undefined) this.add(s, p, o);
    return this;
  }

  text(s: Iri, p: Iri, ...values: (string | undefined)[]): this {
    for (const value of values) if (value !== undefined && value !== '') this.add(s, p, literal(value));
    return this;
  }

  value(s: Iri, p: Iri, value: string | number | boolean | undefined, datatype: string): this {
    if (value !== undefined) this.add(s, p, literal(String(value), datatype));
    return this;
  }

  time(s: Iri, p: Iri, value: string | undefined): this {
    return this.value(s, p, value, xsd.dateTime);
  }

  private add(s: Iri, p: Iri, o: Term): void {
    this.quads.push({ s, p: iri(p.value), o, g: this.iris.graph(this.graph) });
  }
}
