import type { Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { type DataDecision, type DecisionView, type Explanation, heimdallApi, type VisibleTables } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller, Res } from '@nestjs/common';
import { Signer } from '../tokens/signer.js';
import { TokensService } from '../tokens/tokens.service.js';
import { Authorizer } from './authorizer.js';
import { DecisionsService } from './decisions.service.js';

const { routes } = heimdallApi;
/** The part of the reply that sets a status: the answers of authorize carry their body with 401 and 403. */
interface Reply { status(code: number): unknown }

@Controller()
export class DecisionsController {
  constructor(private readonly authorizer: Authorizer, private readonly decisions: DecisionsService, private readonly tokens: TokensService, private readonly signer: Signer) {}

  @Endpoint(routes.authorize)
  async authorize(@Input() { body }: InputOf<typeof routes.authorize>, @Res({ passthrough: true }) reply: Reply): Promise<unknown> {
    const answer = await this.authorizer.authorize(body);
    reply.status(answer.status);
    return answer.body;
  }

  @Endpoint(routes.authorizeBatch)
  async authorizeBatch(@Input() { body }: InputOf<typeof routes.authorizeBatch>, @Res({ passthrough: true }) reply: Reply): Promise<unknown> {
    const answer = await this.authorizer.authorize(body);
    reply.status(answer.status);
    return answer.body;
  }

  @Endpoint(routes.authorizeUser)
  async authorizeUser(@Input() { body }: InputOf<typeof routes.authorizeUser>, @Caller() caller: CallerType, @Res({ passthrough: true }) reply: Reply): Promise<unknown> {
    if (body.user_id !== caller.id) await this.decisions.require(caller.id, 'impersonate', `/heimdall/users/${body.user_id}`);
    const answer = await this.authorizer.authorizeUser(body.user_id, body.context);
    reply.status(answer.status);
    return answer.body;
  }

  @Endpoint(routes.decideData)
  decideData(@Input() { body }: InputOf<typeof routes.decideData>, @Caller() caller: CallerType): Promise<DataDecision> {
    return this.decisions.decideData(caller.id, body);
  }

  @Endpoint(routes.visibleTables)
  visible(@Input() { body }: InputOf<typeof routes.visibleTables>, @Caller() caller: CallerType): Promise<VisibleTables> {
    return this.decisions.visible(caller.id, body);
  }

  @Endpoint(routes.explain)
  explain(@Input() { body }: InputOf<typeof routes.explain>, @Caller() caller: CallerType): Promise<Explanation> {
    return this.decisions.explain(caller.id, body);
  }

  @Endpoint(routes.getDecision)
  get(@Input() { params }: InputOf<typeof routes.getDecision>, @Caller() caller: CallerType): Promise<DecisionView> {
    return this.decisions.get(caller.id, params.id);
  }

  @Endpoint(routes.issueToken)
  issue(@Input() { body }: InputOf<typeof routes.issueToken>, @Caller() caller: CallerType): Promise<{ token: string; expiresAt: string }> {
    return this.tokens.issue(caller, body.user, body.ttlSeconds);
  }

  @Endpoint(routes.jwks)
  jwks(): { keys: Record<string, unknown>[] } {
    return { keys: this.signer.keys() };
  }
}
