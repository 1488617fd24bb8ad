import { type AnswerOf, type Caller as CallerType, DomainError, type InputOf } from '@dataos/contracts-core';
import { minervaApi, QueryGone } from '@dataos/contracts-minerva';
import { Caller, CONFIG, Endpoint, Input } from '@dataos/kit';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MinervaConfig } from '../config.js';
import type { LiveQuery, Step } from './live-query.js';
import { originOf } from './origin.js';
import { type Results, resultsOf } from './results.js';
import { sessionOf } from './session.js';
import { StatementsService } from './statements.service.js';
import { takesRowsAtOnce } from './takes-rows-at-once.js';

const { routes } = minervaApi;
type PageInput = InputOf<typeof routes.page>;
interface Rendered extends Results { readonly headers: Readonly<Record<string, string>> }

/** The Trino client protocol. Faults of a query are 200 with `error`; other statuses are for transport and identity. */
@Controller()
export class TrinoController {
  private readonly startedAt = Date.now();

  constructor(private readonly statements: StatementsService, @Inject(CONFIG) private readonly config: MinervaConfig) {}

  @Endpoint(routes.submit)
  async submit(@Input() { body }: InputOf<typeof routes.submit>, @Caller() caller: CallerType, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = await this.statements.submit(body, sessionOf(request.headers), caller);
    const render = this.renderer(request, query);
    const answer = takesRowsAtOnce(request.headers['user-agent']) ? await query.page(1, 0, (step) => render(2, step)) : { kind: 'wait' as const };
    send(reply, answer.kind === 'step' ? answer.rendered : render(1));
    if (query.isServed) this.statements.answeredAtOnce(query);
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
    this.statements.cancel(this.statements.known(params.id, caller));
  }

  @Endpoint(routes.queryInfo)
  queryInfo(@Input() { params }: InputOf<typeof routes.queryInfo>, @Caller() caller: CallerType): AnswerOf<typeof routes.queryInfo> {
    const { id, state, rows, startedAt } = this.statements.known(params.id, caller);
    return { queryId: id, state, self: `/v1/query/${id}`, queryStats: { createTime: new Date(startedAt).toISOString(), outputPositions: rows } };
  }

  @Endpoint(routes.info)
  info(): AnswerOf<typeof routes.info> {
    const seconds = Math.round((Date.now() - this.startedAt) / 1_000);
    return { nodeVersion: { version: 'dataos-minerva' }, environment: 'dataos', coordinator: true, starting: false, uptime: `${(seconds / 60).toFixed(2)}m` };
  }

  private async next({ params }: PageInput, caller: CallerType, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const query = this.statements.find(params.id, caller, params.slug);
    const render = this.renderer(request, query);
    const answer = await this.statements.page(query, params.token, (step) => render(params.token + 1, step));
    if (answer.kind === 'gone') throw new DomainError(QueryGone, `The page ${params.token} of this query is not there any more.`);
    send(reply, answer.kind === 'step' ? answer.rendered : render(params.token));
  }

  private renderer(request: FastifyRequest, query: LiveQuery): (next: number, step?: Step) => Rendered {
    const origin = originOf(request, this.config.TRINO_PUBLIC_URL);
    return (next, step) => ({ ...resultsOf(query, step, origin, next), headers: step?.headers ?? {} });
  }
}

function send(reply: FastifyReply, { bytes, headers, sent }: Rendered): void {
  // Only then the bytes are with the system; of an answer that was cut off nobody says so, and its memory is not used again.
  if (sent !== undefined) reply.raw.once('finish', sent);
  void reply.code(200).headers({ 'content-type': 'application/json', ...headers }).send(bytes);
}
