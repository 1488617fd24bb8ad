import { Injectable } from '@nestjs/common';
import { partsOf } from '../catalogue/address.js';
import { ClustersService } from '../clusters/clusters.service.js';
import type { DuckdbEngine } from '../engine/duckdb.engine.js';
import { EngineFailure, type EngineRun, type Order } from '../engine/query-engine.js';
import type { TrinoEngine } from '../engine/trino.engine.js';
import { Held } from '../objects/held.js';
import type { Query } from '../sql/ast.js';
import { parse } from '../sql/parse/parse.js';
import { answered } from '../sql/parse/statement.parser.js';
import type { Rewritten } from '../sql/rewrite.js';
import { BIGINT } from '../sql/types/type.js';
import type { QueryRow } from '../queries/query.entity.js';
import type { Answer } from './answer.js';
import { readCommand } from './command.js';
import { Commands, isExecuted } from './commands.service.js';
import { trinoFailureOf } from './engine-failure.js';
import type { LiveQuery, Step } from './live-query.js';
import { MetadataService } from './metadata.service.js';
import { type Decided, type Planned, Planner } from './planner.service.js';
import type { Submission } from './submission.js';
import { encodingOf, toTrinoColumn } from './trino-type.js';
import { isWriting, makesRows, type Target, type Writing } from './writing.js';
import { Writes } from './writes.service.js';

/** What is left to tell when a query has run: its last page, which waits for the audit. */
export interface Outcome { readonly rowsRead: number; readonly last?: Step }

type Facts = Partial<QueryRow>;

/** Takes one statement from its text to its last page: parse, describe, decide once, rewrite, choose a cluster, run. */
@Injectable()
export class QueryRunner {
  constructor(
    private readonly planner: Planner,
    private readonly commands: Commands,
    private readonly clusters: ClustersService,
    private readonly metadata: MetadataService,
    private readonly writes: Writes,
  ) {}

  async run(live: LiveQuery, submission: Submission): Promise<Outcome> {
    live.state = 'PLANNING';
    const command = readCommand(submission.text);
    if (command === undefined) return this.statement(live, submission.text, submission);
    if (command.kind === 'kill-query') await live.trail.written();
    if (isExecuted(command)) return this.statement(live, this.commands.executed(command, submission.session), submission);
    return this.show(live, command.kind, await this.commands.answer(command, submission), submission);
  }

  private async statement(live: LiveQuery, text: string, submission: Submission): Promise<Outcome> {
    const parsed = parse(text);
    if (isWriting(parsed.statement)) return this.write(live, text, parsed.statement, submission);
    const statement = answered(parsed);
    if (statement.kind === 'query') return this.query(live, text, statement, submission);
    return this.show(live, statement.kind, await this.metadata.answer(statement, submission), submission);
  }

  private async show(live: LiveQuery, statement: string, answer: Answer, { session }: Submission): Promise<Outcome> {
    live.trail.run({ statement, ...(answer.decision === undefined ? {} : { decision: answer.decision }) });
    live.state = 'RUNNING';
    live.columns = answer.columns.map((column) => toTrinoColumn(column, session.parametricDatetime));
    const last: Step = {
      json: answer.rows.map((row) => JSON.stringify(row)).join(','), rows: answer.rows.length,
      ...(answer.updateType === undefined ? {} : { updateType: answer.updateType }), ...(answer.headers === undefined ? {} : { headers: answer.headers }),
    };
    return { rowsRead: 0, last };
  }

  /** What changes nothing but names is done at once; rows are computed like those of any query, and go where the statement says. */
  private async write(live: LiveQuery, text: string, statement: Writing, submission: Submission): Promise<Outcome> {
    // What changes something is on record before it does, however short it is.
    await live.trail.written();
    const target = makesRows(statement) ? await this.writes.target(text, statement, submission) : undefined;
    if (target === undefined) return this.show(live, statement.kind, await this.writes.answer(text, statement, submission), submission);
    try {
      return await this.query(live, target.text, target.query, submission, target);
    } catch (error) {
      await target.abandon();
      throw error;
    }
  }

  private async query(live: LiveQuery, text: string, query: Query, submission: Submission, target?: Target): Promise<Outcome> {
    const { session, principal } = submission;
    const decided = await this.planner.decide(query, submission);
    const { answer, known, policies } = decided;
    const held = new Held(live.abort.signal);
    try {
      this.planner.assertAllowed(decided);
      const cluster = this.clusters.select({
        principal, catalogs: [...new Set([...known, ...(target === undefined ? [] : [target])].map(({ name }) => partsOf(name).depot))],
        embedded: target !== undefined || decided.metadata.length > 0 || known.length === 0 || known.some(({ relation }) => relation?.kind === 'view'),
        ...(session.source === undefined ? {} : { source: session.source }), ...(session.cluster === undefined ? {} : { named: session.cluster }),
      });
      const facts = { statement: target?.kind ?? 'query', cluster: cluster.name, policies: [...policies], ...(answer === undefined ? {} : { decision: answer.decision }) };
      if (cluster.engine.kind === 'trino') return await this.onCluster(live, text, cluster.engine, decided, submission, facts);
      const planned = await this.planner.plan(text, query, decided, submission, held);
      if (target === undefined) return await this.embedded(live, planned, cluster.engine, submission, facts);
      const { rowsRead, last } = await this.embedded(live, planned, cluster.engine, submission, facts, target.order(planned, decided.known));
      live.abort.signal.throwIfAborted();
      await target.publish();
      return { rowsRead, last: { ...last, updateType: target.updateType, updateCount: Number(/\d+/.exec(Buffer.from(last?.json ?? '').toString())?.[0] ?? 0) } };
    } catch (error) {
      // A refused query keeps its decision.
      if (answer !== undefined && live.state === 'PLANNING') live.trail.note({ decision: answer.decision, policies: [...policies], tables: known.map(({ address }) => ({ address, columns: [] })) });
      throw error;
    } finally {
      held.release();
    }
  }

  private async embedded(live: LiveQuery, rewritten: Planned, engine: DuckdbEngine, submission: Submission, facts: Facts, write?: Order['write']): Promise<Outcome> {
    const { session, principal } = submission;
    live.abort.signal.throwIfAborted();
    live.trail.run({ ...facts, rewritten: recordOf(rewritten), tables: [...rewritten.read], masks: [...rewritten.masks], filters: [...rewritten.filters] });
    const tables = await this.planner.listings(rewritten, submission);
    const run = engine.run({
      id: live.id, user: principal.id, sql: rewritten.sql, files: rewritten.files, loads: rewritten.loads, tables, reads: rewritten.reads, columns: rewritten.columns.map((column) => encodingOf(column, session.parametricDatetime)),
      ...(write === undefined ? {} : { write }),
    });
    live.columns = (write === undefined ? rewritten.columns : [{ name: 'rows', type: BIGINT }]).map((column) => toTrinoColumn(column, session.parametricDatetime));
    live.state = 'RUNNING';
    return this.drain(live, run);
  }

  private async onCluster(live: LiveQuery, text: string, engine: TrinoEngine, decided: Decided, submission: Submission, facts: Facts): Promise<Outcome> {
    const { session, principal } = submission;
    const { sql, read, masks, filters } = this.planner.splice(text, decided, submission);
    live.trail.run({ ...facts, rewritten: sql, tables: [...read], masks: [...masks], filters: [...filters] });
    live.abort.signal.throwIfAborted();
    const run = engine.run({ id: live.id, user: principal.id, sql, clientTags: session.clientTags, ...(session.source === undefined ? {} : { source: session.source }) });
    live.state = 'RUNNING';
    return this.drain(live, run, () => { live.columns = run.columns; });
  }

  /** Hands out pages; none before the audit holds what is being run. */
  private async drain(live: LiveQuery, run: EngineRun, learn: () => void = () => undefined): Promise<Outcome> {
    const cancel = (): void => run.cancel();
    live.abort.signal.addEventListener('abort', cancel, { once: true });
    if (live.abort.signal.aborted) cancel();
    try {
      for (let page = await run.next(); page !== undefined; page = await run.next()) {
        learn();
        const { json, rows, release } = page;
        const step: Step = { json, rows, ...(release === undefined ? {} : { release }) };
        if (page.last === true && (await run.next()) === undefined) return { rowsRead: run.rowsRead, last: step };
        await live.trail.written();
        await live.offer(live.count(step));
        live.abort.signal.throwIfAborted();
      }
      learn();
      return { rowsRead: run.rowsRead };
    } catch (error) {
      throw error instanceof EngineFailure ? trinoFailureOf(error) : error;
    } finally {
      run.cancel();
      live.abort.signal.removeEventListener('abort', cancel);
    }
  }
}

/** What ran, for auditors: what was fetched from databases, and the statement of the engine. */
const recordOf = ({ sql, loads }: Rewritten): string => [...loads.map(({ source, copy, narrowed }) => `-- from ${source}${narrowed === undefined ? '' : `, of few keys only these:\n-- ${narrowed.keys}`}:\n${copy};`), sql].join('\n');
