import type { AnswerOf, Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { minervaApi } from '@dataos/contracts-minerva';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { ClustersService } from './clusters.service.js';

const { routes } = minervaApi;

@Controller()
export class ClustersController {
  constructor(private readonly clusters: ClustersService) {}

  @Endpoint(routes.listClusters)
  list(): AnswerOf<typeof routes.listClusters> {
    return this.clusters.list();
  }

  @Endpoint(routes.getCluster)
  get(@Input() { params }: InputOf<typeof routes.getCluster>): AnswerOf<typeof routes.getCluster> {
    return this.clusters.get(params.name);
  }

  @Endpoint(routes.putCluster)
  put(@Input() { params, body }: InputOf<typeof routes.putCluster>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.putCluster>> {
    return this.clusters.put(params.name, body.spec, body.owner ?? caller.id);
  }

  @Endpoint(routes.deleteCluster)
  async delete(@Input() { params }: InputOf<typeof routes.deleteCluster>): Promise<void> {
    await this.clusters.delete(params.name);
  }
}
