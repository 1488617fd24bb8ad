import type { AnswerOf, Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { metisApi } from '@dataos/contracts-metis';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { ScansService } from './scans.service.js';

const { routes } = metisApi;

@Controller()
export class ScansController {
  constructor(private readonly scans: ScansService) {}

  @Endpoint(routes.scan)
  scan(@Input() { body }: InputOf<typeof routes.scan>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.scan>> {
    return this.scans.request(body, caller.id);
  }

  @Endpoint(routes.listScans)
  list(@Input() { query }: InputOf<typeof routes.listScans>): Promise<AnswerOf<typeof routes.listScans>> {
    return this.scans.list(query);
  }

  @Endpoint(routes.getScan)
  get(@Input() { params, query }: InputOf<typeof routes.getScan>): Promise<AnswerOf<typeof routes.getScan>> {
    return this.scans.get(params.scan, query.wait);
  }
}
