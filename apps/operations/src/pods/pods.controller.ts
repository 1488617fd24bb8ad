import type { AnswerOf, InputOf } from '@dataos/contracts-core';
import { operationsApi } from '@dataos/contracts-operations';
import { Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { PodsService } from './pods.service.js';

const { routes } = operationsApi;

@Controller()
export class PodsController {
  constructor(private readonly pods: PodsService) {}

  @Endpoint(routes.listPods)
  list(@Input() { query }: InputOf<typeof routes.listPods>): Promise<AnswerOf<typeof routes.listPods>> {
    return this.pods.list(query);
  }

  @Endpoint(routes.getPod)
  get(@Input() { params }: InputOf<typeof routes.getPod>): Promise<AnswerOf<typeof routes.getPod>> {
    return this.pods.get(params.id);
  }
}
