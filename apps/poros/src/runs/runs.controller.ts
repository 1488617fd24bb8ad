import type { AnswerOf, Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { porosApi } from '@dataos/contracts-poros';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller, Header } from '@nestjs/common';
import { RunsService } from './runs.service.js';

const { routes } = porosApi;

@Controller()
export class RunsController {
  constructor(private readonly runs: RunsService) {}

  @Endpoint(routes.getRuntime)
  runtime(@Input() { params }: InputOf<typeof routes.getRuntime>): Promise<AnswerOf<typeof routes.getRuntime>> {
    return this.runs.of(params);
  }

  @Endpoint(routes.getLog)
  @Header('content-type', 'text/plain; charset=utf-8')
  log(@Input() { params, query }: InputOf<typeof routes.getLog>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.getLog>> {
    return this.runs.log(params, query, caller);
  }
}
