import { Injectable } from '@nestjs/common';
import { addressOf } from '../catalogue/address.js';
import { TableChanged } from '../catalogue/catalogue.service.js';
import type { Turn } from '../clusters/turnstile.js';
import type { DuckdbEngine } from '../engine/duckdb.engine.js';
import type { EngineRun, Order } from '../engine/query-engine.js';
import type { TrinoEngine } from '../engine/trino.engine.js';
import type { Result } from '../lineage/query-trace.js';
import { Held } from '../objects/held.js';
import type { Query } from '../sql/ast.js';
import { located } from '../sql/located.js';
import { parse } from '../sql/parse/parse.js';
import { answered } from '../sql/parse/statement.parser.js';
import type { Rewritten } from '../sql/rewrite.js';
import { BIGINT } from '../sql/types/type.js';
import type { QueryRow } from '../queries/query.entity.js';
import type { Answer } from './answer.js';
import { type Bracket, type Command, isBracket, readCommand } from './command.js';
import { Commands, isExecuted } from './commands.service.js';
import { inTrinosWords } from './engine-failure.js';
import { KeptResults } from './kept-results.js';
import type { LiveQuery, Step } from './live-query.js';
import { MetadataService } from './metadata.service.js';
import { Placement } from './placement.service.js';
import { resultOf, writtenAs } from './traced-result.js';
import { type Decided, type Planned, Planner } from './planner.service.js';
import { zoneOfSession } from './session.js';
import type { Submission } from './submission.js';
import { encodingOf, toTrinoColumn } from './trino-type.js';
import { type Counted, filled, isWriting, makesRows, type Target, type Writing, writesOf } from './writing.js';
import { Writes } from './writes.service.js';

/** What is left to tell when a query has run: its last page, which waits for the audit. */
export interface Outcome { readonly rowsRead: number; readonly last?: Step }

type Facts = Partial<QueryRow>;

/** A query whose tables change while it is decided is decided again so often. */
const ATTEMPTS = 3;

/** Takes one statement from its text to its last page: parse, describe, decide once, rewrite, choose a cluster, run. */
@Injectable()
export class QueryRunner {
  constructor(
    private readonly planner: Planner,
    private readonly commands: Commands,
    private readonly placement: Placement,
    private readonly metadata: MetadataService,
    private readonly writes: Writes,
    private readonly kept: KeptResults,
  ) {}

  async run(live: LiveQuery, submission: Submission): Promise<Outcome> {
    live.state = 'PLANNING';
    // What the session says of itself is wrong or right whatever is asked.
    zoneOfSession(submission.session);
    const command = readCommand(submission.text);
    if (isBracket(command)) return this.show(live, command.kind, await this.placement.answer(command, live, submission), submission);
    return this.placement.within(live, submission, (inside) => this.command(live, command, inside));
  }

  private async command(live: LiveQuery, command: Exclude<Command, Bracket> | undefined, submission: Submission): Promise<Outcome> {
    if (command === undefined) return this.statement(live, submission.text, submission);
    if (command.kind === 'kill-query') await live.trail.written();
    if (isExecuted(command)) return this.statement(live, this.commands.executed(command, submission.session), submission);
    return this.show(live, command.kind, await this.commands.answer(command, submission), submission);
  }

  private async statement(live: LiveQuery, text: string, submission: Submission): Promise<Outcome> {
    const parsed = parse(text);
    if (isWriting(parsed.statement)) return this.write(live, text, parsed.statement, submission);
    const statement = answered(parsed);
    if (statement.kind === 'query') return this.query(live, text, statement, submission).catch((error: unknown) => { throw located(error, text, statement, submission.session); });
    return this.show(live, statement.kind, await this.metadata.answer(statement, submission), submission);
  }

  private async show(live: LiveQuery, statement: string, answer: Answer, { session }: Submission): Promise<Outcome> {
    const { decision, reads, writes, tracing } = answer;
    if (tracing !== undefined) live.trail.traces(tracing);
    live.trail.run({ statement, ...(decision === undefined ? {} : { decision }), ...(reads === undefined ? {} : { tables: reads }), ...(writes === undefined ? {} : { writes }) });
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
    // What changes something is on record before it does, however short it is, with what it would change.
    live.trail.note({ writes: writesOf(statement, submission.session) });
    this.placement.assertWritable(submission);
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
    let decided = await this.planner.decide(query, submission);
    const held = new Held(live.abort.signal);
    let turn: Turn | undefined;
    try {
      this.planner.assertAllowed(decided);
      let cluster = this.placement.of(decided, submission, target);
      const entry = this.placement.enter(cluster, decided, submission, target, live);
      turn = entry instanceof Promise ? await this.waited(live, entry) : entry;
      if (entry instanceof Promise) {
        // What policy and catalog said when the query came may not hold any more when its turn comes.
        decided = await this.planner.decide(query, submission);
        this.planner.assertAllowed(decided);
        await target?.may();
        cluster = this.placement.of(decided, submission, target, cluster.name);
      }
      this.tracing(live, query, decided, submission);
      if (cluster.engine.kind === 'trino') return await this.onCluster(live, text, cluster.engine, decided, submission, factsOf(decided, cluster, target), turn);
      let planned: Planned | undefined;
      for (let attempt = 1; planned === undefined; attempt += 1) {
        try {
          planned = await this.planner.plan(text, query, decided, submission, held);
        } catch (error) {
          if (!(error instanceof TableChanged) || attempt === ATTEMPTS) throw error;
          decided = await this.planner.decide(query, submission);
          this.tracing(live, query, decided, submission);
        }
      }
      const facts = factsOf(decided, cluster, target);
      if (target === undefined) return await this.embedded(live, planned, cluster.engine, submission, facts);
      const order = target.order(planned, decided.known);
      this.tracing(live, query, decided, submission, { target, order, planned });
      const counted = target.counts === undefined ? undefined : await this.count(live, text, target.counts, submission, cluster.engine, held);
      if (counted === undefined && order.columns.some(({ from }) => from !== undefined)) live.trail.note({ writes: [{ address: addressOf(target.name), columns: filled(order) }] });
      const { rowsRead, last } = await this.embedded(live, planned, cluster.engine, submission, facts, order);
      live.abort.signal.throwIfAborted();
      const rows = firstOf(last);
      await target.publish({ written: rows, files: planned.files, ...(counted === undefined ? {} : { counted }) });
      const updateCount = counted?.changed ?? rows;
      return { rowsRead, last: { json: `[${updateCount}]`, rows: 1, updateType: target.updateType, updateCount } };
    } catch (error) {
      // A refused query keeps its decision.
      const { answer, policies, known } = decided;
      if (answer !== undefined && live.state !== 'RUNNING') live.trail.note({ decision: answer.decision, policies: [...policies], tables: known.map(({ address }) => ({ address, columns: [] })) });
      throw error;
    } finally {
      held.release();
      turn?.leave();
    }
  }

  /** Lineage is made of what was understood and decided, when the query is over; one that reads and writes nothing has none. */
  private tracing(live: LiveQuery, query: Query, decided: Decided, submission: Submission, writing?: { target: Target; order: NonNullable<Order['write']>; planned: Planned }): void {
    if (writing === undefined && decided.known.length === 0) return;
    const result = (): Result => (writing === undefined ? resultOf(live.columns ?? []) : writtenAs(writing.order, writing.planned, writing.target));
    live.trail.traces({ writes: writing !== undefined, make: () => this.planner.trace(query, decided, submission, result()) });
  }

  /** The rows that have to be there after a change, and those that change. It is a query of its own, decided like any. */
  private async count(live: LiveQuery, text: string, counts: Query, submission: Submission, engine: DuckdbEngine, held: Held): Promise<Counted> {
    const { sql, files, loads, reads, columns } = await this.planner.plan(text, counts, await this.planner.decide(counts, submission), submission, held);
    const run = engine.run({ id: `${live.id}-count`, user: submission.principal.id, sql, files, loads, tables: [], reads, columns: columns.map((column) => encodingOf(column, true)) });
    return this.during(live, run, async () => {
      let row = '';
      for (let page = await run.next(); page !== undefined; page = await run.next()) row += Buffer.from(page.json).toString();
      const [left = 0, changed = 0, repeated = 0] = JSON.parse(row) as number[];
      return { left, changed, repeated, files };
    });
  }

  private async waited(live: LiveQuery, entry: Promise<Turn>): Promise<Turn> {
    live.state = 'QUEUED';
    const turn = await entry;
    live.state = 'PLANNING';
    return turn;
  }

  private async embedded(live: LiveQuery, rewritten: Planned, engine: DuckdbEngine, submission: Submission, facts: Facts, write?: Order['write']): Promise<Outcome> {
    const { session, principal } = submission;
    live.abort.signal.throwIfAborted();
    // Rows that are written are shown to nobody.
    const columns = write === undefined ? rewritten.columns.map((column) => encodingOf(column, session.parametricDatetime)) : [];
    // Asked only here: everything was decided for this user just now, and what is kept was decided alike.
    const kept = write === undefined ? this.kept.find(rewritten, columns) : undefined;
    live.trail.run({ ...facts, ...(kept?.answer === undefined ? {} : { cached: true }), rewritten: recordOf(rewritten), tables: [...rewritten.read], masks: [...rewritten.masks], filters: [...rewritten.filters] });
    const tables = await this.planner.listings(rewritten, submission);
    const run = kept?.answer ?? engine.run({
      id: live.id, user: principal.id, sql: rewritten.sql, files: rewritten.files, loads: rewritten.loads, tables, reads: rewritten.reads, columns, ...(write === undefined ? {} : { write }),
    });
    live.columns = (write === undefined ? rewritten.columns : [{ name: 'rows', type: BIGINT }]).map((column) => toTrinoColumn(column, session.parametricDatetime));
    live.state = 'RUNNING';
    if (rewritten.read.length > 0) live.trail.reading();
    return this.drain(live, kept?.keep(run) ?? run, { beforeRows: rewritten.assertCurrent });
  }

  private async onCluster(live: LiveQuery, text: string, engine: TrinoEngine, decided: Decided, submission: Submission, facts: Facts, turn?: Turn): Promise<Outcome> {
    const { session, principal } = submission;
    const { sql, read, masks, filters } = this.planner.splice(text, decided, submission);
    live.trail.run({ ...facts, rewritten: sql, tables: [...read], masks: [...masks], filters: [...filters] });
    live.abort.signal.throwIfAborted();
    const transaction = submission.transaction === undefined ? undefined : await this.placement.remote(submission, engine);
    const run = engine.run({
      id: live.id, user: principal.id, sql, clientTags: session.clientTags, zone: zoneOfSession(session), ...(session.source === undefined ? {} : { source: session.source }), ...(turn === undefined ? {} : { onMemory: (bytes: number) => turn.holds(bytes) }),
      ...(transaction === undefined ? {} : { transaction }),
    });
    live.state = 'RUNNING';
    live.trail.reading();
    return this.drain(live, run, { learn: () => { live.columns = run.columns; } });
  }

  /** Hands out pages; none before the audit holds what is being run. */
  private drain(live: LiveQuery, run: EngineRun, { learn = () => undefined, beforeRows = async () => undefined }: { learn?: () => void; beforeRows?: () => Promise<void> }): Promise<Outcome> {
    return this.during(live, run, async () => {
      let page = await run.next();
      await beforeRows();
      for (; page !== undefined; page = await run.next()) {
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
    });
  }

  /** Work with a run, which ends with it and with the query. */
  private async during<T>({ abort: { signal } }: LiveQuery, run: EngineRun, work: () => Promise<T>): Promise<T> {
    const cancel = (): void => run.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      signal.throwIfAborted();
      return await work();
    } catch (error) {
      throw inTrinosWords(error);
    } finally {
      run.cancel();
      signal.removeEventListener('abort', cancel);
    }
  }
}

const factsOf = ({ answer, policies }: Decided, { name }: { name: string }, target: Target | undefined): Facts => ({ statement: target?.kind ?? 'query', cluster: name, policies: [...policies], ...(answer === undefined ? {} : { decision: answer.decision }) });
const firstOf = (step: Step | undefined): number => Number(/\d+/.exec(Buffer.from(step?.json ?? '').toString())?.[0] ?? 0);

/** What ran, for auditors: what was fetched from databases, and the statement of the engine. */
const recordOf = ({ sql, loads }: Rewritten): string => [...loads.map(({ source, copy, narrowed }) => `-- from ${source}${narrowed === undefined ? '' : `, of few keys only these:\n-- ${narrowed.keys}`}:\n${copy};`), sql].join('\n');
