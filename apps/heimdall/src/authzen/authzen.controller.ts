import type { Caller as CallerType, InputOf } from '@dataos/contracts-core';
import {
  type ActionSearchAnswer, type AuthzenConfiguration, type EntitySearchAnswer, type EvaluationAnswer, EvaluationInput, type EvaluationsAnswer, heimdallApi, type KnownResource,
} from '@dataos/contracts-heimdall';
import { Caller, CONFIG, Endpoint, Input, parsePart } from '@dataos/kit';
import { Controller, Inject, Req } from '@nestjs/common';
import type { HeimdallConfig } from '../config.js';
import { AuthzenService } from './authzen.service.js';
import { Directory } from './directory.js';
import { SearchService } from './search.service.js';

const { routes } = heimdallApi;
interface Request { readonly headers: Record<string, string | string[] | undefined>; readonly protocol: string; readonly host: string }

@Controller()
export class AuthzenController {
  constructor(
    private readonly authzen: AuthzenService, private readonly search: SearchService, private readonly directory: Directory, @Inject(CONFIG) private readonly config: HeimdallConfig,
  ) {}

  @Endpoint(routes.evaluation)
  evaluation(@Input() { body }: InputOf<typeof routes.evaluation>, @Caller() caller: CallerType): Promise<EvaluationAnswer> {
    return this.authzen.evaluation(caller.id, body);
  }

  @Endpoint(routes.evaluations)
  evaluations(@Input() { body }: InputOf<typeof routes.evaluations>, @Caller() caller: CallerType): Promise<EvaluationsAnswer | EvaluationAnswer> {
    if (body.evaluations === undefined || body.evaluations.length === 0) return this.authzen.evaluation(caller.id, parsePart(EvaluationInput, body, 'body'));
    return this.authzen.evaluations(caller.id, body);
  }

  @Endpoint(routes.searchSubject)
  searchSubject(@Input() { body }: InputOf<typeof routes.searchSubject>, @Caller() caller: CallerType): Promise<EntitySearchAnswer> {
    return this.search.subjects(caller.id, body);
  }

  @Endpoint(routes.searchResource)
  searchResource(@Input() { body }: InputOf<typeof routes.searchResource>, @Caller() caller: CallerType): Promise<EntitySearchAnswer> {
    return this.search.resources(caller.id, body);
  }

  @Endpoint(routes.searchAction)
  searchAction(@Input() { body }: InputOf<typeof routes.searchAction>, @Caller() caller: CallerType): Promise<ActionSearchAnswer> {
    return this.search.actions(caller.id, body);
  }

  /** The decision point is known by the address it was asked at: the installation's, the gateway's, or its own. */
  @Endpoint(routes.authzenConfiguration)
  configuration(@Req() request: Request): AuthzenConfiguration {
    const told = (name: string): string | undefined => (typeof request.headers[name] === 'string' ? request.headers[name] : undefined);
    const origin = this.config.HEIMDALL_PUBLIC_URL?.replace(/\/+$/, '') ?? `${told('x-forwarded-proto') ?? request.protocol}://${told('x-forwarded-host') ?? request.host}`;
    return {
      policy_decision_point: origin,
      access_evaluation_endpoint: origin + routes.evaluation.path, access_evaluations_endpoint: origin + routes.evaluations.path,
      search_subject_endpoint: origin + routes.searchSubject.path, search_resource_endpoint: origin + routes.searchResource.path, search_action_endpoint: origin + routes.searchAction.path,
    };
  }

  @Endpoint(routes.putResource)
  put(@Input() { body }: InputOf<typeof routes.putResource>): Promise<KnownResource> {
    return this.directory.put(body);
  }

  @Endpoint(routes.deleteResource)
  async delete(@Input() { query }: InputOf<typeof routes.deleteResource>): Promise<void> {
    await this.directory.delete(query.type, query.id);
  }
}
