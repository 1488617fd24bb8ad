import type { Principal } from '@dataos/contracts-core';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Catalogue, partsOf } from '../catalogue/catalogue.service.js';
import { assertAllowed, DecisionsService, type Subject } from '../catalogue/decisions.service.js';
import { ClustersService } from '../clusters/clusters.service.js';
import { EngineFailure, type EngineRun } from '../engine/query-engine.js';
import { Audit } from '../queries/audit.service.js';
import type { Query, Statement } from '../sql/ast.js';
import { tablesOf } from '../sql/names.js';
import { parseStatement } from '../sql/parse/statement.parser.js';
import { rewrite, type Rewritten } from '../sql/rewrite.js';
import type { Table } from '../sql/table.js';
import { trinoFailureOf } from './engine-failure.js';
import type { LiveQuery } from './live-query.js';
import { MetadataService } from './metadata.service.js';
import type { Session } from './session.js';
import { encodingOf, toTrinoColumn } from './trino-type.js';

export interface Submission {
  readonly text: string;
  readonly session: Session;
  /** Whose query it is, and as whom data is decided. */
  readonly principal: Principal;
  readonly subject: Subject;
}

/** Takes one statement from its text to its last page: parse, describe, decide once, rewrite, choose a cluster, run. */
@Injectable()
export class QueryRunner {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly decisions: DecisionsService,
    private readonly clusters: ClustersService,
    private readonly metadata: MetadataService,
    private readonly audit: Audit,
  ) {}

  async run(live: LiveQuery, submission: Submission): Promise<{ rowsRead: number }> {
    live.state = 'PLANNING';
    const statement = parseStatement(submission.text);
    if (statement.kind === 'query') return this.query(live, statement, submission);
    await this.metadataQuery(live, statement, submission);
    return { rowsRead: 0 };
  }

  private async metadataQuery(live: LiveQuery, statement: Exclude<Statement, { kind: 'query' }>, { session, subject }: Submission): Promise<void> {
    const answer = await this.metadata.answer(statement, session, subject);
    await this.audit.run(live.id, { statement: statement.kind, ...(answer.decision === undefined ? {} : { decision: answer.decision }) });
    live.state = 'RUNNING';
    if (answer.columns.length > 0) live.columns = answer.columns.map((column) => toTrinoColumn(column, session.parametricDatetime));
    await live.offer({
      json: answer.rows.map((row) => JSON.stringify(row)).join(','), rows: answer.rows.length,
      ...(answer.updateType === undefined ? {} : { updateType: answer.updateType }), ...(answer.headers === undefined ? {} : { headers: answer.headers }),
    });
  }

  private async query(live: LiveQuery, query: Query, submission: Submission): Promise<{ rowsRead: number }> {
    const { session, principal } = submission;
    const names = tablesOf(query, session);
    const { tables, decision, policies } = await this.decide(live, names, submission);
    const rewritten = rewrite({ text: submission.text, query, defaults: session, user: principal.id, now: new Date(), seed: randomUUID(), tables });
    live.abort.signal.throwIfAborted();
    const cluster = this.clusters.select({
      principal, catalogs: [...new Set(names.map((name) => partsOf(name).depot))],
      ...(session.source === undefined ? {} : { source: session.source }), ...(session.cluster === undefined ? {} : { named: session.cluster }),
    });
    await this.audit.run(live.id, {
      statement: 'query', cluster: cluster.name, rewritten: recordOf(rewritten), tables: [...rewritten.read], masks: [...rewritten.masks], filters: [...rewritten.filters],
      policies, ...(decision === undefined ? {} : { decision }),
    });
    const run = cluster.engine.run({
      id: live.id, sql: rewritten.sql, files: rewritten.files, loads: rewritten.loads, columns: rewritten.columns.map((column) => encodingOf(column, session.parametricDatetime)),
    });
    live.columns = rewritten.columns.map((column) => toTrinoColumn(column, session.parametricDatetime));
    live.state = 'RUNNING';
    return this.drain(live, run);
  }

  /** Schemas, then one decision for all of them, then where they lie: nobody learns a place he may not read from. */
  private async decide(live: LiveQuery, names: readonly string[], { subject }: Submission): Promise<{ tables: Map<string, Table>; decision?: string; policies: string[] }> {
    if (names.length === 0) return { tables: new Map(), policies: [] };
    const known = await this.catalogue.describe(names);
    const decided = await this.decisions.decide(subject, known);
    const policies = [...new Set(decided.tables.flatMap((table) => [...table.policies.map(({ name }) => name), ...table.dataPolicies]))];
    await this.audit.decided(live.id, { decision: decided.decision, policies, tables: known.map(({ address }) => ({ address, columns: [] })) });
    assertAllowed(decided, known);
    const tables = await Promise.all(known.map(async ({ address, name, columns }): Promise<[string, Table]> => {
      // Should a table ever be answered twice, every filter and mask of either answer holds.
      const answers = decided.tables.filter((table) => table.address === address);
      const decision = { filters: answers.flatMap(({ filters }) => filters), masks: answers.flatMap(({ masks }) => masks) };
      return [name, { address, name, columns, source: await this.catalogue.source(name), decision }];
    }));
    return { tables: new Map(tables), decision: decided.decision, policies };
  }

  private async drain(live: LiveQuery, run: EngineRun): Promise<{ rowsRead: number }> {
    const cancel = (): void => run.cancel();
    live.abort.signal.addEventListener('abort', cancel, { once: true });
    if (live.abort.signal.aborted) cancel();
    try {
      for (let page = await run.next(); page !== undefined; page = await run.next()) {
        await live.offer({ json: page.json, rows: page.rows });
        live.abort.signal.throwIfAborted();
      }
      return { rowsRead: run.rowsRead };
    } catch (error) {
      throw error instanceof EngineFailure ? trinoFailureOf(error) : error;
    } finally {
      live.abort.signal.removeEventListener('abort', cancel);
    }
  }
}

/** What ran, for auditors: what was fetched from databases, and the statement of the engine. */
const recordOf = ({ sql, loads }: Rewritten): string => [...loads.map(({ source, copy }) => `-- from ${source}:\n${copy};`), sql].join('\n');
