import { DomainError, PolicyDenied, ValidationFailed } from '@dataos/contracts-core';
import type { AuthzenSubject, EvaluationAnswer, EvaluationInput, EvaluationsAnswer, EvaluationsInput } from '@dataos/contracts-heimdall';
import { Injectable } from '@nestjs/common';
import type { AccessQuestion } from '../decisions/decisions.service.js';
import { DecisionsService } from '../decisions/decisions.service.js';
import type { DecisionIndex, SubjectView } from '../decisions/indexed/decision-index.js';
import { PolicySet } from '../policies/policy-set.js';
import { Identities } from '../tokens/identities.js';
import type { Subject } from '../users/subjects.repository.js';
import { Directory } from './directory.js';
import { evaluate, type Item, itemsOf } from './evaluations.js';
import { plainQuestion, propertyTags } from './questions.js';

/** Types under which callers may name a user; `person` and `application` must be right. */
const ANY_USER = new Set(['user', 'identity', 'person', 'application']);
type Asked = { readonly subject: Subject } | { readonly fault: string; readonly status: number };
interface Refused { readonly subject: Subject; readonly questions: AccessQuestion[]; readonly answers: EvaluationAnswer[] }
/** One for all: thousands of them are made in one call. */
const YES: EvaluationAnswer = Object.freeze({ decision: true });

/** The AuthZEN evaluations, answered by the one index. */
@Injectable()
export class AuthzenService {
  constructor(
    private readonly identities: Identities, private readonly decisions: DecisionsService, private readonly policies: PolicySet, private readonly directory: Directory,
  ) {}

  async evaluation(callerId: string, { action, resource, subject }: EvaluationInput): Promise<EvaluationAnswer> {
    const asked = await this.subjectOf(callerId, subject);
    if ('fault' in asked) return failed(asked);
    const known = await this.directory.known([resource]);
    const { path, predicate, tags } = checked(() => plainQuestion(action, resource, known(resource.type, resource.id)));
    const { ask, id, sentence, verdict } = await this.decisions.decide(asked.subject, { predicate, paths: [path], tags });
    const context = { id, reason_user: sentence, ask: [...ask], policies: verdict.policies.map(({ name }) => name) };
    return { decision: verdict.allow, context };
  }

  async evaluations(callerId: string, input: EvaluationsInput): Promise<EvaluationsAnswer> {
    const items = itemsOf(input);
    const complete = items.filter((item): item is Item => !('fault' in item));
    const subjects = await this.subjectsOf(callerId, complete);
    const known = await this.directory.known(complete.map(({ resource }) => resource));
    const newest = [...subjects.values()].flatMap((asked) => ('subject' in asked ? [asked.subject.revision] : [])).reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b), '0');
    const { access } = await this.policies.at(newest);
    const views = new Map<AuthzenSubject, SubjectView>();
    const refused = new Map<AuthzenSubject, Refused>();
    const answers = evaluate(items, input.options?.evaluations_semantic ?? 'execute_all', (item) => {
      if ('fault' in item) return failed({ fault: item.fault, status: 400 });
      const asked = subjects.get(item.subject);
      if (asked === undefined || 'fault' in asked) return failed(asked ?? { fault: 'the subject is not known', status: 404 });
      try {
        const question = plainQuestion(item.action, item.resource, known(item.resource.type, item.resource.id));
        if (access.allows(viewOf(access, views, item.subject, asked.subject), access.predicate([question.predicate]), access.object(question.path, question.tags))) return YES;
        return noted(refused, item.subject, asked.subject, { predicate: question.predicate, paths: [question.path], tags: question.tags });
      } catch (error) {
        if (error instanceof RangeError) return failed({ fault: error.message, status: 400 });
        throw error;
      }
    });
    for (const { answers: noes, questions, subject } of refused.values()) {
      const { id, sentences } = await this.decisions.refused(subject, questions);
      const unsaid = { id };
      for (const [i, no] of noes.entries()) no.context = sentences[i] === undefined ? unsaid : { id, reason_user: sentences[i] };
    }
    return { evaluations: answers };
  }

  /** The user a question is about, with the properties the caller tells of them; asking about others needs a decision itself. */
  async subjectOf(callerId: string, asked: AuthzenSubject): Promise<Asked> {
    if (!ANY_USER.has(asked.type)) return unknown(asked);
    if (asked.id !== callerId) await this.decisions.require(callerId, 'evaluate', `/heimdall/users/${encodeURIComponent(asked.id)}`);
    const found = await this.identities.ofUser(asked.id);
    if (!found || (asked.type !== 'user' && asked.type !== 'identity' && asked.type !== found.type)) return unknown(asked);
    return { subject: checked(() => claimed(found, asked.properties)) };
  }

  private async subjectsOf(callerId: string, items: readonly Item[]): Promise<Map<AuthzenSubject, Asked>> {
    const found = new Map<AuthzenSubject, Asked>();
    for (const { subject } of items) {
      if (found.has(subject)) continue;
      try {
        found.set(subject, await this.subjectOf(callerId, subject));
      } catch (error) {
        if (!DomainError.is(error) || (error.code !== PolicyDenied.code && error.status !== 400)) throw error;
        found.set(subject, { fault: error.detail, status: error.status });
      }
    }
    return found;
  }
}

/** A user with what is claimed of them; stored properties stand where the claim says nothing. */
export function claimed<T extends Pick<Subject, 'properties' | 'tags'>>(user: T, properties: Record<string, unknown> | undefined): T {
  const stored = Object.fromEntries(user.properties.map(({ key, value }) => [key, value]));
  return { ...user, tags: [...user.tags, ...propertyTags('subject', { ...stored, ...properties })] };
}

/** Properties beyond all measure are the caller's fault. */
export function checked<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new DomainError(ValidationFailed, error.message, { errors: [{ pointer: '/body', message: error.message }] });
    throw error;
  }
}

const failed = ({ fault, status }: { fault: string; status: number }): EvaluationAnswer => ({ decision: false, context: { error: { status, message: fault } } });
const unknown = ({ id, type }: AuthzenSubject): Asked => ({ fault: `the ${type} ${id} is not known`, status: 404 });

function viewOf(access: DecisionIndex, views: Map<AuthzenSubject, SubjectView>, key: AuthzenSubject, subject: Subject): SubjectView {
  let view = views.get(key);
  if (view === undefined) views.set(key, (view = access.subject(subject.tags)));
  return view;
}

function noted(refused: Map<AuthzenSubject, Refused>, key: AuthzenSubject, subject: Subject, question: AccessQuestion): EvaluationAnswer {
  let own = refused.get(key);
  if (own === undefined) refused.set(key, (own = { subject, questions: [], answers: [] }));
  const answer: EvaluationAnswer = { decision: false };
  own.questions.push(question);
  own.answers.push(answer);
  return answer;
}
