import { type Caller, type Client, DependencyUnavailable, DomainError } from '@dataos/contracts-core';
import type { heimdallApi } from '@dataos/contracts-heimdall';
import { CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { HEIMDALL, type OdinConfig } from '../config.js';
import { type GraphName, GRAPHS, Iris } from '../graph/iris.js';

/** Graphs about persons need a decision of their own; the others are metadata, for all who may enter. */
const GUARDED: readonly GraphName[] = ['people', 'usage'];
/** Distinct from the methods of the doors: who may GET below /odin may not therefore read these. */
const PREDICATE = 'read-graph';
const pathOfGraph = (graph: GraphName): string => `/odin/graphs/${graph}`;

const DENIAL_MS = 15_000;
const MOST_REMEMBERED = 10_000;

/** Which graphs exist for a caller. Asked before anything is evaluated, so that not even a count can tell of the others. */
@Injectable()
export class VisibleGraphs {
  private readonly iris: Iris;
  /** Callers without any guarded graph, for a moment: a stale no hides, a stale yes would leak. */
  private readonly denied = new Map<string, number>();

  constructor(@Inject(HEIMDALL) private readonly heimdall: Client<typeof heimdallApi>, @Inject(CONFIG) config: OdinConfig) {
    this.iris = new Iris(config.IRI_BASE);
  }

  /** IRIs of the visible graphs. All guarded graphs are decided in one question; without an answer nothing is shown. */
  async of(caller: Caller): Promise<string[]> {
    const allowed = await this.guardedFor(caller.token);
    return GRAPHS.filter((graph) => !GUARDED.includes(graph) || allowed.includes(graph)).map((graph) => this.iris.graph(graph));
  }

  private async guardedFor(token: string): Promise<GraphName[]> {
    const key = createHash('sha256').update(token).digest('base64');
    if ((this.denied.get(key) ?? 0) > Date.now()) return [];
    const contexts = Object.fromEntries(GUARDED.map((graph) => [graph, { predicate: PREDICATE, object: { paths: [pathOfGraph(graph)] } }]));
    const { results } = await this.heimdall.authorizeBatch({ body: { token, contexts } });
    if (results === undefined) throw new DomainError(DependencyUnavailable, 'heimdall gave no decisions about the graphs', { service: 'heimdall', retry: true });
    const allowed = GUARDED.filter((graph) => results[graph]?.allow === true && results[graph].valid);
    if (this.denied.size >= MOST_REMEMBERED) this.denied.clear();
    if (allowed.length === 0) this.denied.set(key, Date.now() + DENIAL_MS);
    else this.denied.delete(key);
    return allowed;
  }
}
