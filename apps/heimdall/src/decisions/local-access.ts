import type { AccessControl, AccessDecision, AccessRequest, Principal } from '@dataos/contracts-core';
import { whyPath } from '@dataos/contracts-heimdall';
import { Injectable } from '@nestjs/common';
import { Identities } from '../tokens/identities.js';
import type { Subject } from '../users/subjects.repository.js';
import { DecisionsService } from './decisions.service.js';

/** Who a principal is in full. It goes with it from the first question of a request to the second, and never into an answer. */
const KNOWN = Symbol('subject');
type Known = Principal & { readonly [KNOWN]?: { readonly subject: Subject; readonly token: string } };

/** The decision point as its own doors see it: no HTTP, no memory beyond the request. */
@Injectable()
export class LocalAccess implements AccessControl {
  constructor(private readonly identities: Identities, private readonly decisions: DecisionsService) {}

  async authenticate(token: string): Promise<Known | undefined> {
    const subject = await this.identities.ofToken(token);
    return subject ? { id: subject.id, type: subject.type, name: subject.name, tags: [...subject.tags], [KNOWN]: { subject, token } } : undefined;
  }

  async authorize(request: AccessRequest): Promise<AccessDecision> {
    const known = (request.principal as Known | undefined)?.[KNOWN];
    const subject = known?.token === request.token ? known.subject : await this.identities.ofToken(request.token);
    if (!subject) return { allow: false, reason: 'The token is not valid.' };
    const { ask, id, sentence, verdict } = await this.decisions.decide(subject, { predicate: request.predicate, paths: request.paths, tags: request.tags ?? [] });
    return { allow: verdict.allow, decision: id, policies: verdict.policies.map((policy) => policy.name), ask, ...(verdict.allow ? {} : { reason: sentence, why: whyPath(id) }) };
  }
}
