import type { AnswerOf, Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { DepotsService, toView } from './depots.service.js';

const { routes } = depotApi;

@Controller()
export class DepotsController {
  constructor(private readonly depots: DepotsService) {}

  @Endpoint(routes.listDepots)
  async list(): Promise<AnswerOf<typeof routes.listDepots>> {
    return Object.fromEntries((await this.depots.list()).map((depot) => [depot.name, depot]));
  }

  @Endpoint(routes.getDepot)
  async get(@Input() { params }: InputOf<typeof routes.getDepot>): Promise<AnswerOf<typeof routes.getDepot>> {
    return toView(await this.depots.find(params.depot));
  }

  @Endpoint(routes.putDepot)
  put(@Input() { params, body }: InputOf<typeof routes.putDepot>): Promise<AnswerOf<typeof routes.putDepot>> {
    return this.depots.put(params.depot, body);
  }

  @Endpoint(routes.deleteDepot)
  archive(@Input() { params }: InputOf<typeof routes.deleteDepot>): Promise<void> {
    return this.depots.archive(params.depot);
  }

  @Endpoint(routes.resolve)
  resolve(@Input() { query }: InputOf<typeof routes.resolve>): Promise<AnswerOf<typeof routes.resolve>> {
    return this.depots.resolve(query.address);
  }

  @Endpoint(routes.resolveConnection)
  connect(@Input() { query }: InputOf<typeof routes.resolveConnection>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.resolveConnection>> {
    return this.depots.connect(query.address, query.acl, caller.token);
  }
}
