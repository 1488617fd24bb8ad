import type { AccessControl, AccessDecision, AccessRequest, Principal } from '@dataos/contracts-core';
import { whyPath } from '@dataos/contracts-heimdall';
import { Injectable } from '@nestjs/common';
import { Identities } from '../tokens/identities.js';
import { DecisionsService } from './decisions.service.js';

/** The decision point as its own doors see it: no HTTP, no memory. */
@Injectable()
export class LocalAccess implements AccessControl {
  constructor(private readonly identities: Identities, private readonly decisions: DecisionsService) {}

  async authenticate(token: string): Promise<Principal | undefined> {
    const subject = await this.identities.ofToken(token);
    return subject ? { id: subject.id, type: subject.type, name: subject.name, tags: [...subject.tags] } : undefined;
  }

  async authorize(request: AccessRequest): Promise<AccessDecision> {
    const subject = await this.identities.ofToken(request.token);
    if (!subject) return { allow: false, reason: 'The token is not valid.' };
    const { ask, id, sentence, verdict } = await this.decisions.decide(subject, { predicate: request.predicate, paths: request.paths, tags: request.tags ?? [] });
    return { allow: verdict.allow, decision: id, policies: verdict.policies.map((policy) => policy.name), ask, ...(verdict.allow ? {} : { reason: sentence, why: whyPath(id) }) };
  }
}
