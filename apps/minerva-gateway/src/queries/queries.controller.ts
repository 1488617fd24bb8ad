import type { AnswerOf, Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { minervaApi } from '@dataos/contracts-minerva';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { QueriesService } from './queries.service.js';

const { routes } = minervaApi;

@Controller()
export class QueriesController {
  constructor(private readonly queries: QueriesService) {}

  @Endpoint(routes.listQueries)
  list(@Input() { query }: InputOf<typeof routes.listQueries>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.listQueries>> {
    return this.queries.list(query, caller);
  }

  @Endpoint(routes.getQuery)
  get(@Input() { params }: InputOf<typeof routes.getQuery>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.getQuery>> {
    return this.queries.get(params.id, caller);
  }
}
