import { type AnswerOf, type Caller as CallerType, DomainError, type InputOf } from '@dataos/contracts-core';
import { minervaApi, QueryGone } from '@dataos/contracts-minerva';
import { Caller, CONFIG, Endpoint, Input } from '@dataos/kit';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MinervaConfig } from '../config.js';
import type { LiveQuery, Step } from './live-query.js';
import { originOf } from './origin.js';
import { resultsOf } from './results.js';
import { sessionOf } from './session.js';
import { StatementsService } from './statements.service.js';
import { takesRowsAtOnce } from './takes-rows-at-once.js';

const { routes } = minervaApi;
type PageInput = InputOf<typeof routes.page>;

/** The Trino client protocol. Faults of a query are 200 with `error`; other statuses are for transport and identity. */
@Controller()
export class TrinoController {
  private readonly startedAt = Date.now();

  constructor(private readonly statements: StatementsService, @Inject(CONFIG) private readonly config: MinervaConfig) {}

  @Endpoint(routes.submit)
  async submit(@Input() { body }: InputOf<typeof routes.submit>, @Caller() caller: CallerType, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = await this.statements.submit(body, sessionOf(request.headers), caller);
    const answer = takesRowsAtOnce(request.headers['user-agent']) ? await query.page(1, 0) : { kind: 'wait' as const };
    if (answer.kind === 'step') return this.send(reply, request, query, answer.step, 2);
    this.send(reply, request, query, undefined, 1);
  }

  @Endpoint(routes.probeStatement)
  probe(): void {
    // 200 without a body is the whole answer.
  }

  @Endpoint(routes.queuedPage)
  queued(@Input() input: PageInput, @Caller() caller: CallerType, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.next(input, caller, request, reply);
  }

  @Endpoint(routes.page)
  executing(@Input() input: PageInput, @Caller() caller: CallerType, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.next(input, caller, request, reply);
  }

  @Endpoint(routes.cancelQueued)
  cancelQueued(@Input() { params }: PageInput, @Caller() caller: CallerType): void {
    this.statements.cancel(this.statements.find(params.id, caller, params.slug));
  }

  @Endpoint(routes.cancelPage)
  cancelPage(@Input() { params }: PageInput, @Caller() caller: CallerType): void {
    this.statements.cancel(this.statements.find(params.id, caller, params.slug));
  }

  @Endpoint(routes.cancelQuery)
  cancelQuery(@Input() { params }: InputOf<typeof routes.cancelQuery>, @Caller() caller: CallerType): void {
    this.statements.cancel(this.statements.find(params.id, caller));
  }

  @Endpoint(routes.queryInfo)
  queryInfo(@Input() { params }: InputOf<typeof routes.queryInfo>, @Caller() caller: CallerType): AnswerOf<typeof routes.queryInfo> {
    const { id, state, rows, startedAt } = this.statements.find(params.id, caller);
    return { queryId: id, state, self: `/v1/query/${id}`, queryStats: { createTime: new Date(startedAt).toISOString(), outputPositions: rows } };
  }

  @Endpoint(routes.info)
  info(): AnswerOf<typeof routes.info> {
    const seconds = Math.round((Date.now() - this.startedAt) / 1_000);
    return { nodeVersion: { version: 'dataos-minerva' }, environment: 'dataos', coordinator: true, starting: false, uptime: `${(seconds / 60).toFixed(2)}m` };
  }

  private async next({ params }: PageInput, caller: CallerType, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const query = this.statements.find(params.id, caller, params.slug);
    const answer = await this.statements.page(query, params.token);
    if (answer.kind === 'gone') throw new DomainError(QueryGone, `The page ${params.token} of this query is not there any more.`);
    if (answer.kind === 'wait') return this.send(reply, request, query, undefined, params.token);
    this.send(reply, request, query, answer.step, params.token + 1);
  }

  private send(reply: FastifyReply, request: FastifyRequest, query: LiveQuery, step: Step | undefined, next: number): void {
    const origin = originOf(request, this.config.TRINO_PUBLIC_URL);
    void reply.code(200).headers({ 'content-type': 'application/json', ...step?.headers }).send(resultsOf(query, step, origin, next));
  }
}
