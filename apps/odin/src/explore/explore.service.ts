import { type Caller, DomainError } from '@dataos/contracts-core';
import { EntityNotFound, EntityNotUnderstood, type GraphPath, type Impact, type Neighbourhood, type NeighboursQuery, type PathQuery } from '@dataos/contracts-odin';
import { CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { VisibleGraphs } from '../access/visible-graphs.js';
import type { OdinConfig } from '../config.js';
import { Iris } from '../graph/iris.js';
import type { Iri } from '../graph/term.js';
import { GraphReader } from '../store/graph-reader.js';
import { impactOf } from './impact.js';
import { neighboursOf, type View } from './neighbours.js';
import { isKnown } from './nodes.js';
import { pathBetween } from './shortest-path.js';

/** Answers about things of the graph, as far as the caller may see it. */
@Injectable()
export class ExploreService {
  private readonly iris: Iris;

  constructor(private readonly visible: VisibleGraphs, private readonly reader: GraphReader, @Inject(CONFIG) config: OdinConfig) {
    this.iris = new Iris(config.IRI_BASE);
  }

  neighbours(caller: Caller, id: string, query: NeighboursQuery): Promise<Neighbourhood> {
    return this.look(caller, async (view) => neighboursOf(view, await this.known(view, id), query));
  }

  impact(caller: Caller, id: string, depth: number): Promise<Impact> {
    return this.look(caller, async (view) => {
      const start = await this.known(view, id);
      if (!this.iris.isData(start.value)) throw new DomainError(EntityNotUnderstood, `${id} is neither a dataset nor a column.`, { id });
      return impactOf(view, start, depth);
    });
  }

  path(caller: Caller, query: PathQuery): Promise<GraphPath> {
    return this.look(caller, async (view) => pathBetween(view, await this.known(view, query.from), await this.known(view, query.to), query));
  }

  private async look<T>(caller: Caller, work: (view: View) => Promise<T>): Promise<T> {
    const defaults = await this.visible.of(caller);
    return this.reader.read({ defaults, named: [] }, (source, budget) => work({ iris: this.iris, source, budget }));
  }

  private async known({ source }: View, id: string): Promise<Iri> {
    const node = this.iris.of(id);
    if (node === undefined) throw new DomainError(EntityNotUnderstood, `${id} is no address, column, resource id, user, tag or IRI.`, { id });
    if (!(await isKnown(source, node))) throw new DomainError(EntityNotFound, `The graph does not know ${id}.`, { id });
    return node;
  }
}
