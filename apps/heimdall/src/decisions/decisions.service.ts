import { DomainError, NotFound, PolicyDenied } from '@dataos/contracts-core';
import { type DataDecision, type DataDecisionInput, type DecisionView, type ExplainInput, type Explanation, type TableDecision, type TableInput, type VisibleTables, type VisibleTablesInput, whyPath } from '@dataos/contracts-heimdall';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AssetTagsService } from '../asset-tags/asset-tags.service.js';
import { withReasons } from '../data-policies/data-reasons.js';
import { decideTable, mayRead } from '../data-policies/decide-data.js';
import { PolicySet } from '../policies/policy-set.js';
import { Identities } from '../tokens/identities.js';
import type { Subject } from '../users/subjects.repository.js';
import { dataRecord } from './data-record.js';
import type { Question, Verdict } from './decide.js';
import { DecisionLog } from './decision-log.js';
import { DecisionRow } from './decision.entity.js';
import { type Asked, explain, type Reason, reasonOf, sentenceOf } from './explain.js';
import type { DecisionIndex } from './indexed/decision-index.js';
import { manyRecord, MOST_REFUSED } from './many-record.js';
import { joinedReasons, ownReasons, reasonsFor } from './reasons.js';
import { withAssigners } from './assigners.js';

export interface AccessQuestion {
  readonly predicate: string;
  readonly paths: readonly string[];
  readonly tags: readonly string[];
}

export interface AccessAnswer {
  readonly id: string;
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly ask: readonly string[];
}

/** Makes decisions, records them and tells about them. */
@Injectable()
export class DecisionsService {
  constructor(private readonly dataSource: DataSource, private readonly log: DecisionLog, private readonly policies: PolicySet, private readonly identities: Identities, private readonly assetTags: AssetTagsService) {}

  /** Decides one access question; denials are recorded, and allows only where `record` says so (reading of secrets). */
  async decide(subject: Subject, question: AccessQuestion, options: { kind?: 'access' | 'secret'; record?: boolean } = {}): Promise<AccessAnswer> {
    const snapshot = await this.policies.at(subject.revision);
    const { ask, asked: { objects }, sentence, verdict } = answered(snapshot.access, subject, question);
    const id = uuidv7();
    if (!verdict.allow || options.record) {
      const found = withAssigners(subject, reasonsFor(snapshot.access, askedBy(subject, question), verdict));
      await this.log.write({
        id, time: new Date().toISOString(), kind: options.kind ?? 'access', subject: subject.id, allow: verdict.allow, predicate: question.predicate,
        objects: [...objects], policies: [...verdict.policies], explanation: sentence, ask: [...ask],
        ...found,
      }, { paths: question.paths, tags: question.tags });
    }
    return { id, verdict, sentence, ask };
  }

  /** Decides many questions of one subject; one record tells of all that were refused. */
  async decideMany(subject: Subject, questions: readonly AccessQuestion[]): Promise<{ id: string; answers: Omit<AccessAnswer, 'id'>[] }> {
    const { access } = await this.policies.at(subject.revision);
    const answers = questions.map((question) => answered(access, subject, question));
    const refused = answers.filter(({ verdict }) => !verdict.allow);
    const id = uuidv7();
    if (refused.length > 0) await this.log.write(manyRecord(id, subject.id, refused));
    return { id, answers };
  }

  /** Records what one call was refused, and says why for as many as the record keeps. */
  async refused(subject: Subject, questions: readonly AccessQuestion[]): Promise<{ id: string; sentences: string[] }> {
    const { access } = await this.policies.at(subject.revision);
    const told = questions.slice(0, MOST_REFUSED).map((question) => answered(access, subject, question));
    const id = uuidv7();
    await this.log.write(manyRecord(id, subject.id, told, questions.length));
    return { id, sentences: told.map(({ sentence }) => sentence) };
  }

  /** Explains a question without recording it: to its subject what concerns it, to operators all. */
  async explain(callerId: string, input: ExplainInput): Promise<Explanation> {
    const subject = await this.subjectOf(callerId, input.subject ?? {});
    const full = await this.mayReadAll(callerId);
    const { access, revision } = await this.policies.at(subject.revision);
    const question = { predicate: input.predicate, paths: input.object.paths ?? [], tags: input.object.tags ?? [] };
    const { ask, sentence, verdict } = answered(access, subject, question);
    const found = reasonsFor(access, askedBy(subject, question), verdict);
    const told = withAssigners(subject, full ? found : ownReasons(found));
    return { subject: subject.id, allow: verdict.allow, explanation: sentence, ask: [...ask], policies: [...verdict.policies], ...told, revision, full };
  }

  /** Decides reading of all tables of a query at once, for the caller or for whom the caller may act. */
  async decideData(caller: string, input: DataDecisionInput): Promise<DataDecision> {
    const [subject, asked] = await Promise.all([this.subjectOf(caller, input.subject ?? {}), this.assetTags.enrich(input.tables)]);
    const snapshot = await this.policies.at(subject.revision);
    const { revision } = snapshot;
    const verdicts = asked.map((table) => decideTable(snapshot.access, snapshot.data, subject, table));
    const tables = verdicts.map(({ question: _, verdict, ...table }): TableDecision => {
      const policies = [...verdict.policies];
      if (table.allow) return { ...table, policies };
      const { ask, sentence } = explain(verdict, { subject: subject.id, predicate: 'select', objects: [table.address] });
      return { ...table, policies, reason: sentence, ask: [...ask] };
    });
    const id = uuidv7();
    const found = joinedReasons(snapshot.access, verdicts.flatMap(({ question, verdict }) => (question === undefined ? [] : [{ question, verdict }])));
    const told = withAssigners(subject, { ...found, tables: withReasons(tables, asked, snapshot.data, subject.tags) });
    await this.log.write(dataRecord(id, subject.id, told), { tables: asked });
    return { decision: id, subject: subject.id, allow: tables.every((table) => table.allow), revision, tables: tables.map((table, index) => withTags(table, input.tables[index], asked[index])) };
  }

  /** Which of many tables the caller, or whom the caller may act for, may read. A list reads nothing, so nothing is recorded. */
  async visible(caller: string, input: VisibleTablesInput): Promise<VisibleTables> {
    const [subject, asked] = await Promise.all([this.subjectOf(caller, input.subject ?? {}), this.assetTags.enrich(input.tables)]);
    const { access, data, revision } = await this.policies.at(subject.revision);
    return { subject: subject.id, revision, visible: asked.filter((table) => mayRead(access, data, subject, table)).map(({ address }) => address) };
  }

  /** A recorded decision; hidden from everybody but its subject and those who may read all decisions. */
  async get(callerId: string, id: string): Promise<DecisionView> {
    const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
    const row = uuid ? await this.dataSource.manager.findOneBy(DecisionRow, { id }) : null;
    const full = row !== null && (await this.mayReadAll(callerId));
    if (!row || (row.subject !== callerId && !full)) throw new DomainError(NotFound, `There is no decision ${id} for you.`);
    const { needs = [], reasons = [] } = row.view;
    return full ? row.view : { ...row.view, ...ownReasons({ needs, reasons }) };
  }

  /** Decides whether `caller` may do `predicate` on `path`; throws `policy-denied` otherwise. */
  async require(callerId: string, predicate: string, path: string): Promise<void> {
    const caller = await this.identities.ofUser(callerId);
    if (!caller) throw new DomainError(NotFound, `There is no user ${callerId}.`);
    const answer = await this.decide(caller, { predicate, paths: [path], tags: [] });
    if (answer.verdict.allow) return;
    throw new DomainError(PolicyDenied, answer.sentence, { decision: answer.id, policies: answer.verdict.policies.map((policy) => policy.name), ask: [...answer.ask], why: whyPath(answer.id) });
  }

  private async mayReadAll(callerId: string): Promise<boolean> {
    const caller = await this.identities.ofUser(callerId);
    return caller?.tags.includes('roles:id:operator') ?? false;
  }

  private async subjectOf(callerId: string, given: { token?: string | undefined; user?: string | undefined }): Promise<Subject> {
    if (given.token !== undefined) {
      const subject = await this.identities.ofToken(given.token);
      if (subject && (given.user === undefined || given.user === subject.id)) return subject;
      throw new DomainError(PolicyDenied, 'The token of the subject is not valid.', {});
    }
    const id = given.user ?? callerId;
    if (id !== callerId) await this.require(callerId, 'impersonate', `/heimdall/users/${id}`);
    const subject = await this.identities.ofUser(id);
    if (!subject) throw new DomainError(NotFound, `There is no user ${id}.`);
    return subject;
  }
}

/** With the tags that were added to what the asker brought: a copy of the columns is no way round them. */
function withTags(table: TableDecision, brought: TableInput | undefined, known: TableInput | undefined): TableDecision {
  if (!table.allow || brought === known) return table;
  const added = (known?.columns ?? []).map(({ name, tags = [] }, index) => [name, tags.filter((tag) => !brought?.columns[index]?.tags?.includes(tag))] as const);
  const columnTags = Object.fromEntries(added.filter(([, tags]) => tags.length > 0));
  return Object.keys(columnTags).length === 0 ? table : { ...table, columnTags };
}

const objectsOf = ({ paths, tags }: AccessQuestion): readonly string[] => (paths.length > 0 ? paths : tags);

function answered(access: DecisionIndex, subject: Subject, question: AccessQuestion): Omit<AccessAnswer, 'id'> & { readonly asked: Asked; readonly reason: Reason } {
  const verdict = access.verdict(askedBy(subject, question));
  const asked = { subject: subject.id, predicate: question.predicate, objects: objectsOf(question) };
  const reason = reasonOf(verdict);
  return { asked, verdict, reason, ask: reason.ask, sentence: sentenceOf(verdict, asked, reason) };
}

const askedBy = (subject: Subject, { paths, predicate, tags }: AccessQuestion): Question => ({ subjectTags: subject.tags, predicates: [predicate], paths, objectTags: tags });
