import type { AccessControl } from '@dataos/contracts-core';
import type { AccessExplanation } from '@dataos/contracts-minerva';
import { ACCESS } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/catalogue.service.js';
import { assertAllowed, DecisionsService, isAllowed } from '../catalogue/decisions.service.js';
import { functionNames } from '../sql/emit/call.js';
import type { OutputColumn } from '../sql/emit/context.js';
import { TrinoFailure } from '../sql/failure.js';
import { qualify } from '../sql/names.js';
import { parseStatement } from '../sql/parse/statement.parser.js';
import { formatType } from '../sql/types/type.js';
import { explain, explanationRows } from './access-explanation.js';
import { type Answer, texts, update } from './answer.js';
import type { Bracket, Command } from './command.js';
import { LiveQueries } from './live-queries.js';
import { MetadataService } from './metadata.service.js';
import { Planner } from './planner.service.js';
import { bind, parametersOf, sample } from './prepared.js';
import { knownZone, propertySet, type Session, TIME_ZONE } from './session.js';
import type { Submission } from './submission.js';

type Executed = Extract<Command, { kind: 'execute' | 'execute-immediate' }>;

/** Answers commands: prepared statements, kill, and what a query would show. */
@Injectable()
export class Commands {
  constructor(
    private readonly planner: Planner,
    private readonly catalogue: Catalogue,
    private readonly decisions: DecisionsService,
    private readonly metadata: MetadataService,
    private readonly live: LiveQueries,
    @Inject(ACCESS) private readonly access: AccessControl,
  ) {}

  /** The text an EXECUTE stands for. It is parsed and decided like any other. */
  executed(command: Executed, session: Session): string {
    return bind(command.kind === 'execute' ? prepared(session, command.name) : command.text, command.using);
  }

  async answer(command: Exclude<Command, Executed | Bracket>, submission: Submission): Promise<Answer> {
    switch (command.kind) {
      case 'prepare': return update('PREPARE', { 'x-trino-added-prepare': `${encodeURIComponent(command.name)}=${encodeURIComponent(command.text)}` });
      case 'deallocate':
        prepared(submission.session, command.name);
        return update('DEALLOCATE', { 'x-trino-deallocated-prepare': encodeURIComponent(command.name) });
      case 'describe-input': {
        const count = parametersOf(prepared(submission.session, command.name)).length;
        return { columns: [{ name: 'Position', type: { kind: 'bigint' } }, ...texts('Type')], rows: Array.from({ length: count }, (_, index) => [index, 'unknown']) };
      }
      case 'describe-output': return this.describeOutput(prepared(submission.session, command.name), submission);
      case 'set-time-zone': return update('SET TIME ZONE', command.zone === undefined ? { 'x-trino-clear-session': TIME_ZONE } : propertySet(TIME_ZONE, knownZone(command.zone)));
      case 'kill-query': return this.kill(command, submission);
      case 'explain-access': return explanationRows(await this.explainAccess(command.text, submission));
      case 'validate': return this.validate(command.text, submission);
      case 'show-create-table': return this.showCreate(command.parts, submission);
      case 'show-functions': return { columns: texts('Function', 'Return Type', 'Argument Types', 'Function Type', 'Deterministic', 'Description'), rows: functionNames().map(({ name, kind }) => [name, '', '', kind, 'true', '']) };
      case 'show-roles': return { columns: texts('Role'), rows: [] };
      case 'show-grants': return { columns: texts('Grantor', 'Grantor Type', 'Grantee', 'Grantee Type', 'Catalog', 'Schema', 'Table', 'Privilege', 'Grantable'), rows: [] };
    }
  }

  /** For each table and column of a query what would be hidden, without running it. */
  async explainAccess(text: string, submission: Submission): Promise<AccessExplanation> {
    const query = parseStatement(text);
    if (query.kind !== 'query') throw new TrinoFailure('NOT_SUPPORTED', 'EXPLAIN ACCESS takes a query');
    const decided = await this.planner.decide(query, submission);
    // Whether a column is there, and of which type, is told by what a query with it fails of: where a table is refused nothing is looked up in it.
    const isWhole = decided.answer === undefined || isAllowed(decided.answer, decided.known);
    return explain(decided, isWhole ? this.planner.outline(text, query, decided, submission).read : undefined);
  }

  private async outputOf(text: string, submission: Submission): Promise<{ columns: readonly OutputColumn[]; decision?: string }> {
    const statement = parseStatement(sample(text));
    if (statement.kind !== 'query') return this.metadata.answer(statement, submission);
    const decided = await this.planner.decide(statement, submission);
    if (decided.answer !== undefined) assertAllowed(decided.answer, decided.known);
    const { columns } = this.planner.outline(sample(text), statement, decided, submission);
    return { columns, ...(decided.answer === undefined ? {} : { decision: decided.answer.decision }) };
  }

  private async describeOutput(text: string, submission: Submission): Promise<Answer> {
    const { columns, decision } = await this.outputOf(text, submission);
    return {
      columns: [...texts('Column Name', 'Catalog', 'Schema', 'Table', 'Type'), { name: 'Type Size', type: { kind: 'bigint' } }, { name: 'Aliased', type: { kind: 'boolean' } }],
      rows: columns.map(({ name, type }) => [name, '', '', '', formatType(type), 0, false]), ...(decision === undefined ? {} : { decision }),
    };
  }

  private async validate(text: string, submission: Submission): Promise<Answer> {
    const { decision } = await this.outputOf(text, submission);
    return { columns: [{ name: 'Valid', type: { kind: 'boolean' } }], rows: [[true]], ...(decision === undefined ? {} : { decision }) };
  }

  private async showCreate(parts: string[], { session, subject }: Submission): Promise<Answer> {
    const name = qualify({ parts }, session).join('.');
    const tables = await this.catalogue.describe([name]);
    const decision = await this.decisions.decide(subject, tables);
    assertAllowed(decision, tables);
    const columns = tables[0]?.columns.map((column) => `   ${column.name.toLowerCase()} ${column.type}`) ?? [];
    return { columns: texts('Create Table'), rows: [[`CREATE TABLE ${name} (\n${columns.join(',\n')}\n)`]], decision: decision.decision };
  }

  /** One's own query; somebody else's for whom policy lets delete queries. */
  private async kill({ query: id, message }: Extract<Command, { kind: 'kill-query' }>, { principal, subject }: Submission): Promise<Answer> {
    const query = this.live.known(id);
    const own = query?.user === principal.id;
    const may = own || ('token' in subject && (await this.access.authorize({ token: subject.token, principal, predicate: 'delete', paths: ['/gateway/api/v1/queries'] })).allow);
    if (query === undefined || !may) throw new TrinoFailure('NOT_FOUND', `Target query not found: ${id}`);
    if (query.isOver) throw new TrinoFailure('NOT_SUPPORTED', `Target query is not running: ${id}`);
    this.live.stop(id, new TrinoFailure(own ? 'USER_CANCELED' : 'ADMINISTRATIVELY_KILLED', `Query killed. Message: ${message ?? ''}`));
    return update('CALL');
  }
}

function prepared({ prepared: statements }: Session, name: string): string {
  const text = statements.get(name);
  if (text === undefined) throw new TrinoFailure('NOT_FOUND', `Prepared statement not found: ${name}`);
  return text;
}

export const isExecuted = (command: Command): command is Executed => command.kind === 'execute' || command.kind === 'execute-immediate';

