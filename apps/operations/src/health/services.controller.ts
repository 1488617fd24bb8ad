import type { AnswerOf } from '@dataos/contracts-core';
import { operationsApi } from '@dataos/contracts-operations';
import { Endpoint } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { ServicesHealth } from './services.health.js';

const { routes } = operationsApi;

@Controller()
export class ServicesController {
  constructor(private readonly services: ServicesHealth) {}

  @Endpoint(routes.listServices)
  list(): Promise<AnswerOf<typeof routes.listServices>> {
    return this.services.list();
  }
}
