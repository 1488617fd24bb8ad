import type { AnswerOf, InputOf } from '@dataos/contracts-core';
import type { Caller as CallerType } from '@dataos/contracts-core';
import { odinApi } from '@dataos/contracts-odin';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { ExploreService } from './explore.service.js';

const { routes } = odinApi;

@Controller()
export class ExploreController {
  constructor(private readonly explore: ExploreService) {}

  @Endpoint(routes.neighbours)
  neighbours(@Input() { params, query }: InputOf<typeof routes.neighbours>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.neighbours>> {
    return this.explore.neighbours(caller, params.id, query);
  }

  @Endpoint(routes.impact)
  impact(@Input() { query }: InputOf<typeof routes.impact>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.impact>> {
    return this.explore.impact(caller, query.of, query.depth);
  }

  @Endpoint(routes.path)
  path(@Input() { query }: InputOf<typeof routes.path>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.path>> {
    return this.explore.path(caller, query);
  }
}
