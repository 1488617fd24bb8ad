import { DomainError, NotFound } from '@dataos/contracts-core';
import { type AuthContext, type AuthorizeBatchResult, type AuthorizeInput, type AuthorizeResult, whyPath } from '@dataos/contracts-heimdall';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Identities } from '../tokens/identities.js';
import type { Subject } from '../users/subjects.repository.js';
import { type AccessAnswer, type AccessQuestion, DecisionsService } from './decisions.service.js';

export interface Authorized {
  readonly status: 200 | 401 | 403;
  readonly body: AuthorizeResult | AuthorizeBatchResult;
}

const INVALID: AuthorizeResult = { allow: false, valid: false, error: { status: 401, message: 'The token is unknown, expired or revoked.' } };

/** The authorize operation as its clients know it. */
@Injectable()
export class Authorizer {
  constructor(private readonly identities: Identities, private readonly decisions: DecisionsService) {}

  async authorize(input: z.infer<typeof AuthorizeInput>): Promise<Authorized> {
    const subject = await this.identities.ofToken(input.token ?? '');
    if (input.contexts) return { status: subject ? 200 : 401, body: await this.batch(subject, input.contexts) };
    if (!subject) return { status: 401, body: INVALID };
    if (!input.context) return { status: 200, body: { allow: true, valid: true, result: fullResult(subject) } };
    const body = await this.one(subject, input.context);
    return { status: body.allow ? 200 : 403, body };
  }

  /** The same question about a user whose token is not at hand; that the asker may act for them has been decided before. */
  async authorizeUser(user: string, context: AuthContext | null | undefined): Promise<Authorized> {
    const subject = await this.identities.ofUser(user);
    if (!subject) throw new DomainError(NotFound, `There is no user ${user}.`);
    if (!context) return { status: 200, body: { allow: true, valid: true, result: fullResult(subject) } };
    const body = await this.one(subject, context);
    return { status: body.allow ? 200 : 403, body };
  }

  private async batch(subject: Subject | undefined, contexts: Record<string, AuthContext>): Promise<AuthorizeBatchResult> {
    if (!subject) return { results: Object.fromEntries(Object.keys(contexts).map((key) => [key, INVALID])) };
    const keys = Object.keys(contexts);
    const { answers, id } = await this.decisions.decideMany(subject, Object.values(contexts).map(questionOf));
    return { id: subject.id, tags: [...subject.tags], results: Object.fromEntries(answers.map((answer, i) => [keys[i] ?? '', resultOf(subject, { id, ...answer })])) };
  }

  private async one(subject: Subject, context: AuthContext): Promise<AuthorizeResult> {
    return resultOf(subject, await this.decisions.decide(subject, questionOf(context)));
  }
}

function questionOf(context: AuthContext): AccessQuestion {
  const object = context.object ?? context.context;
  return { predicate: context.predicate, paths: object?.paths ?? [], tags: object?.tags ?? [] };
}

function resultOf(subject: Subject, { ask, id, sentence, verdict }: AccessAnswer): AuthorizeResult {
  const said = { valid: true, decision: id, policies: [...verdict.policies] };
  if (verdict.allow) return { ...said, allow: true, result: fullResult(subject) };
  return { ...said, allow: false, result: { id: subject.id }, error: { status: 403, message: sentence }, reason: sentence, ask: [...ask], why: whyPath(id) };
}

const fullResult = (subject: Subject): NonNullable<AuthorizeResult['result']> => ({ id: subject.id, tags: [...subject.tags], name: subject.name, type: subject.type });
