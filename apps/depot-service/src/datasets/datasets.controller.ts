import type { AnswerOf, Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { DatasetsService } from './datasets.service.js';

const { routes } = depotApi;

@Controller()
export class DatasetsController {
  constructor(private readonly datasets: DatasetsService) {}

  @Endpoint(routes.checkDepot)
  check(@Input() { params }: InputOf<typeof routes.checkDepot>): Promise<AnswerOf<typeof routes.checkDepot>> {
    return this.datasets.check(params.depot);
  }

  @Endpoint(routes.listCollections)
  collections(@Input() { params }: InputOf<typeof routes.listCollections>): Promise<AnswerOf<typeof routes.listCollections>> {
    return this.datasets.collections(params.depot);
  }

  @Endpoint(routes.listDatasets)
  list(@Input() { params }: InputOf<typeof routes.listDatasets>): Promise<AnswerOf<typeof routes.listDatasets>> {
    return this.datasets.datasets(params.depot, params.collection);
  }

  @Endpoint(routes.describeDataset)
  describe(@Input() { params }: InputOf<typeof routes.describeDataset>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.describeDataset>> {
    return this.datasets.describe(params, caller);
  }

  @Endpoint(routes.listObjects)
  objects(@Input() { params }: InputOf<typeof routes.listObjects>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.listObjects>> {
    return this.datasets.objects(params, caller.token);
  }
}
