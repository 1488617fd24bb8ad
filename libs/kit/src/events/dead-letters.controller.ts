import { deadLetterRoutes, type DeadLetter, type InputOf, type Page, type ReplayResult } from '@dataos/contracts-core';
import { Controller, type Type } from '@nestjs/common';
import { Endpoint, Input } from '../http/endpoint.js';
import { DeadLetters } from './dead-letters.js';

type Routes = ReturnType<typeof deadLetterRoutes>;

/** The dead letters of `service` at its own doors; like at every door, the decision point says who may pass. */
export function deadLettersController(service: string): Type<object> {
  const routes = deadLetterRoutes(service);

  @Controller()
  class DeadLettersController {
    constructor(private readonly letters: DeadLetters) {}

    @Endpoint(routes.listDeadLetters)
    list(@Input() { query }: InputOf<Routes['listDeadLetters']>): Promise<Page<DeadLetter>> {
      return this.letters.list(query.page, query.size);
    }

    @Endpoint(routes.replayDeadLetters)
    replay(@Input() { body }: InputOf<Routes['replayDeadLetters']>): Promise<ReplayResult> {
      return this.letters.replay(body.ids);
    }

    @Endpoint(routes.discardDeadLetter)
    async discard(@Input() { params }: InputOf<Routes['discardDeadLetter']>): Promise<void> {
      await this.letters.discard(params.id);
    }
  }
  return DeadLettersController;
}
