import { type Caller, DomainError } from '@dataos/contracts-core';
import { SparqlUnsupported } from '@dataos/contracts-odin';
import { CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { VisibleGraphs } from '../access/visible-graphs.js';
import type { OdinConfig } from '../config.js';
import { GRAPHS, Iris } from '../graph/iris.js';
import { GraphReader } from '../store/graph-reader.js';
import type { Dataset } from '../store/postgres-source.js';
import { type Answer, evaluateQuery } from './evaluate-query.js';
import { parseQuery } from './parse.js';
import type { Query } from './syntax.js';

/** Graphs named by the request instead of by the query. */
export interface RequestedGraphs { readonly defaults: readonly string[]; readonly named: readonly string[] }

/** Answers SPARQL over what the caller may see. */
@Injectable()
export class SparqlService {
  private readonly iris: Iris;

  constructor(private readonly visible: VisibleGraphs, private readonly reader: GraphReader, @Inject(CONFIG) private readonly config: OdinConfig) {
    this.iris = new Iris(config.IRI_BASE);
  }

  async answer(caller: Caller, text: string, requested: RequestedGraphs): Promise<Answer> {
    const base = this.config.IRI_BASE;
    const query = parseQuery(text, { prefixes: this.iris.prefixes(), base });
    const dataset = this.datasetOf(query, requested, await this.visible.of(caller));
    return this.reader.read(dataset, (source, budget) => evaluateQuery(query, source, { budget, now: new Date(), base }));
  }

  /** What the request says about graphs counts before what the query says; a graph the caller may not see is an empty one. */
  private datasetOf(query: Query, requested: RequestedGraphs, visible: readonly string[]): Dataset {
    const asked = requested.defaults.length + requested.named.length > 0
      ? requested
      : query.from === undefined ? undefined : { defaults: query.from.default.map(({ value }) => value), named: query.from.named.map(({ value }) => value) };
    if (asked === undefined) return { defaults: visible, named: visible };
    const local = new Set<string>(GRAPHS.map((graph) => this.iris.graph(graph)));
    const foreign = [...asked.defaults, ...asked.named].find((graph) => !local.has(graph));
    if (foreign !== undefined) throw new DomainError(SparqlUnsupported, `<${foreign}> is no graph of this installation; nothing is fetched from elsewhere.`, { feature: 'foreign graphs' });
    return { defaults: visible.filter((graph) => asked.defaults.includes(graph)), named: visible.filter((graph) => asked.named.includes(graph)) };
  }
}
